import type { Installation, InstallationStore } from '@slack/oauth';
import { z } from 'zod';
import { MatineeError } from '../../src/core/ports/errors.js';
import type { PlatformInstallations } from '../../src/core/ports/platform-installations.js';
import { SLACK } from './inbound.js';

/** What is kept of an installation: what the bot needs, and nothing of the person who installed it but their id. */
const record = z.object({
  team: z.object({ id: z.string().min(1), name: z.string().default('') }),
  appId: z.string().default(''),
  installer: z.string(),
  installedAt: z.iso.datetime(),
  bot: z.object({
    token: z.string(),
    id: z.string(),
    userId: z.string(),
    scopes: z.array(z.string()),
    /** Present where the app rotates its tokens; `expiresAt` in seconds since 1970. */
    refreshToken: z.string().optional(),
    expiresAt: z.number().optional(),
  }),
});

export type SlackInstallationRecord = z.infer<typeof record>;

/** Installations of this app, read and written in Slack's terms. */
export interface SlackInstallations extends InstallationStore {
  find(teamId: string): Promise<SlackInstallationRecord | null>;
  remove(teamId: string): Promise<boolean>;
  count(): Promise<number>;
}

const notInstalled = () =>
  new MatineeError(
    'not-found',
    'SLACK_WORKSPACE',
    'Matinee is not installed in that Slack workspace (any more).',
  );

/** Slack's own library for installations keeps them through this. */
export function createSlackInstallations(installations: PlatformInstallations): SlackInstallations {
  const find = async (teamId: string) => {
    const found = await installations.find(SLACK, teamId);
    return found && record.parse(JSON.parse(found.record));
  };
  return {
    find,
    remove: (teamId) => installations.remove(SLACK, teamId),
    count: () => installations.count(SLACK),
    storeInstallation: async (installation) => {
      const kept = recordOf(installation);
      await installations.save({ platform: SLACK, tenant: kept.team.id, record: JSON.stringify(kept) });
    },
    fetchInstallation: async ({ teamId }) => {
      const found = await find(teamId ?? '');
      if (found === null) throw notInstalled();
      return installationOf(found);
    },
  };
}

/** @throws MatineeError when it is not the installation of a bot in one workspace */
export function recordOf(installation: Installation): SlackInstallationRecord {
  const { team, user, appId, bot, metadata, isEnterpriseInstall } = installation;
  const parsed = record.safeParse({ team, appId, installer: user.id, installedAt: metadata, bot });
  if (parsed.success && isEnterpriseInstall !== true) return parsed.data;
  throw new MatineeError(
    'invalid',
    'SLACK_INSTALLATION',
    'Matinee is installed workspace by workspace, with its bot: choose one workspace on Slack’s page.',
    { cause: parsed.error },
  );
}

function installationOf(kept: SlackInstallationRecord): Installation<'v2', false> {
  const { refreshToken, expiresAt, ...bot } = kept.bot;
  return {
    team: kept.team,
    enterprise: undefined,
    user: { id: kept.installer, token: undefined, scopes: undefined },
    bot: {
      ...bot,
      ...(refreshToken !== undefined && { refreshToken }),
      ...(expiresAt !== undefined && { expiresAt }),
    },
    appId: kept.appId,
    tokenType: 'bot',
    isEnterpriseInstall: false,
    authVersion: 'v2',
    metadata: kept.installedAt,
  };
}

/** @throws MatineeError not-found SLACK_WORKSPACE */
export function requireInstalled(found: SlackInstallationRecord | null): SlackInstallationRecord {
  if (found === null) throw notInstalled();
  return found;
}
