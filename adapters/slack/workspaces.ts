import { webApi } from '@slack/bolt';
import { MatineeError } from '../../src/core/ports/errors.js';

/** The app in one workspace. */
export interface SlackInstallation {
  readonly teamId: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly botToken: string;
}

/** The workspaces that Matinee is installed in. */
export interface SlackWorkspaces {
  /** @throws MatineeError when Matinee is not installed there (any more), or Slack does not say */
  find(teamId: string): Promise<SlackInstallation>;
  /** The client that speaks for Matinee in this workspace. @throws MatineeError as `find` */
  clientOf(teamId: string): Promise<webApi.WebClient>;
  /** Slack says that the app was removed there. @param at when that was */
  removed(teamId: string, at: Date): Promise<void>;
  /** A call for this workspace failed: when Slack says that its token is gone for good, so is the installation. */
  refused(teamId: string, error: unknown): Promise<void>;
}

/** Who the bot of this token is; asked once, and again when that failed. @throws webApi.WebAPICallError */
export async function identify(client: webApi.WebClient, botToken: string): Promise<SlackInstallation> {
  const { team_id, user_id, bot_id } = await client.auth.test();
  return { teamId: team_id ?? '', botUserId: user_id ?? '', botId: bot_id ?? '', botToken };
}

/** One workspace, whose token is configured. */
export function createSingleWorkspace(
  botToken: string,
  options: webApi.WebClientOptions,
): SlackWorkspaces & { readonly client: webApi.WebClient; identify(): Promise<SlackInstallation> } {
  const client = new webApi.WebClient(botToken, options);
  let known: Promise<SlackInstallation> | null = null;
  const ask = () => {
    known ??= identify(client, botToken).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    client,
    identify: ask,
    async find(teamId) {
      const installation = await ask();
      // An empty id comes with events of a whole organisation.
      if (teamId === '' || teamId === installation.teamId) return installation;
      throw new MatineeError(
        'not-found',
        'SLACK_WORKSPACE',
        'Matinee is not installed in that Slack workspace.',
      );
    },
    clientOf: async () => client,
    // Its token is in the configuration, and whoever wrote it there hears of it from the log.
    removed: async () => {
      known = null;
    },
    refused: async () => undefined,
  };
}
