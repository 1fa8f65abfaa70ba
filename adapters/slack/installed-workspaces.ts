import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { InstallProvider } from '@slack/oauth';
import { MatineeError } from '../../src/core/ports/errors.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import { endsInstallation } from './errors.js';
import { requireInstalled, type SlackInstallationRecord, type SlackInstallations } from './installations.js';
import type { SlackInstallation, SlackWorkspaces } from './workspaces.js';

/** Another process may have removed or renewed it; Slack's own refusal is seen at once. */
const KNOWN_MILLISECONDS = 60_000;
/** Workspaces at a time whose token and client are held in memory. */
const REMEMBERED = 500;
/** Slack's library renews a token that has less left. */
const RENEWED_SECONDS = 2 * 3_600;
/** Time for another process to keep the token that it has just renewed. */
const RENEWAL_MILLISECONDS = 500;

interface Known {
  readonly record: Promise<SlackInstallationRecord>;
  readonly until: number;
}

export interface InstalledWorkspacesOptions {
  readonly installations: SlackInstallations;
  readonly provider: Pick<InstallProvider, 'authorize'>;
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Logger;
}

/** As many workspaces as have installed the app, each with its own token. */
export function createInstalledWorkspaces(
  options: InstalledWorkspacesOptions,
): SlackWorkspaces & { forget(teamId: string): void } {
  const { installations, provider, clientOptions, log } = options;
  const known = new Map<string, Known>();
  const clients = new Map<string, webApi.WebClient>();

  const ask = async (teamId: string): Promise<SlackInstallationRecord> => {
    const found = requireInstalled(await installations.find(teamId));
    return secondsLeft(found) > RENEWED_SECONDS ? found : renew(teamId, provider, installations);
  };
  const recordOf = (teamId: string): Promise<SlackInstallationRecord> => {
    const held = known.get(teamId);
    if (held !== undefined && held.until > performance.now()) return held.record;
    const asked = ask(teamId);
    asked.catch(() => known.get(teamId)?.record === asked && known.delete(teamId));
    hold(known, teamId, { record: asked, until: performance.now() + KNOWN_MILLISECONDS });
    return asked;
  };
  const remove = async (teamId: string, why: string) => {
    known.delete(teamId);
    clients.delete(teamId);
    if (await installations.remove(teamId)) log.info({ workspace: teamId, why }, 'A Slack workspace is gone');
  };

  return {
    /** What is remembered of it here is old. */
    forget: (teamId) => {
      known.delete(teamId);
    },
    find: async (teamId) => installationOf(await recordOf(teamId)),
    clientOf: async (teamId) => {
      const { token } = (await recordOf(teamId)).bot;
      const held = clients.get(teamId);
      if (held?.token === token) return held;
      const client = new webApi.WebClient(token, clientOptions);
      hold(clients, teamId, client);
      return client;
    },
    removed: async (teamId, at) => {
      const found = await installations.find(teamId);
      // Slack repeats what it said for an hour: what was installed again since then stays.
      if (found !== null && Date.parse(found.installedAt) > at.getTime() + 1_000) return;
      await remove(teamId, 'uninstalled');
    },
    refused: async (teamId, error) => {
      const reason = endsInstallation(error);
      if (reason === null) return;
      const held = known.get(teamId);
      known.delete(teamId);
      const [used, found] = await Promise.all([held?.record.catch(() => null), installations.find(teamId)]);
      // Installed again since: the new token has not been refused.
      if (found === null || found.bot.token !== used?.bot.token) return;
      await remove(teamId, reason);
    },
  };
}

function installationOf({ team, bot }: SlackInstallationRecord): SlackInstallation {
  return { teamId: team.id, botUserId: bot.userId, botId: bot.id, botToken: bot.token };
}

function secondsLeft({ bot }: SlackInstallationRecord): number {
  if (bot.refreshToken === undefined || bot.expiresAt === undefined) return Number.POSITIVE_INFINITY;
  return bot.expiresAt - Date.now() / 1000;
}

/**
 * Has Slack's library renew the token. Of two processes that try, one succeeds: the other finds what that one kept, and
 * until then the old token, which still works.
 */
async function renew(
  teamId: string,
  provider: Pick<InstallProvider, 'authorize'>,
  installations: SlackInstallations,
): Promise<SlackInstallationRecord> {
  await provider.authorize({ teamId, enterpriseId: undefined, isEnterpriseInstall: false });
  const found = requireInstalled(await installations.find(teamId));
  if (secondsLeft(found) > 0) return found;
  await sleep(RENEWAL_MILLISECONDS);
  const again = requireInstalled(await installations.find(teamId));
  if (secondsLeft(again) > 0) return again;
  throw new MatineeError(
    'unavailable',
    'SLACK_TOKEN_EXPIRED',
    'Slack does not renew Matinee’s token for that workspace: install it there again.',
  );
}

/** The longest held makes room. */
function hold<Value>(held: Map<string, Value>, key: string, value: Value): void {
  held.delete(key);
  held.set(key, value);
  if (held.size > REMEMBERED) held.delete(held.keys().next().value ?? '');
}
