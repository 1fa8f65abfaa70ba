import { hkdfSync } from 'node:crypto';
import type { Adapter } from '../../adapters/shared/adapter.js';
import { SLACK_REDIRECT_PATH, type SlackAdapterConfig } from '../../adapters/slack/config.js';
import type { ExtraRouter } from '../api/options.js';
import type { Config, SlackConfig } from '../config/config.js';
import type { Role } from '../config/variables.js';
import type { CoreContext } from '../core/ports/context.js';
import { MatineeError } from '../core/ports/errors.js';
import type { Closers } from './closers.js';
import type { Core } from './core.js';
import { createDoors } from './doors.js';

/** A connected platform, and its HTTP endpoints where events come to us. */
interface Connected {
  readonly adapter: Adapter;
  readonly router: ExtraRouter['router'] | null;
}

/**
 * Creates the adapters of the platforms whose credentials are set and whose role this process has; each SDK is loaded
 * only then. Every process that answers turns needs all of them to write; only those with the role listen.
 */
export async function createPlatforms(core: Core, config: Config): Promise<ReadonlyMap<Role, Connected>> {
  const dependencies = { doors: createDoors(core.context), log: core.context.log };
  const made = new Map<Role, Connected>();
  const wanted = (role: Role) => config.roles.has(role) || config.roles.has('worker');
  if (config.slack && wanted('slack')) {
    const { createSlackAdapter } = await import('../../adapters/slack/index.js');
    const adapter = createSlackAdapter(slackConfig(config.slack, core), dependencies);
    made.set('slack', { adapter, router: adapter.router });
  }
  if (config.discord && wanted('discord')) {
    const { createDiscordAdapter } = await import('../../adapters/discord/index.js');
    made.set('discord', { adapter: createDiscordAdapter(config.discord, dependencies), router: null });
  }
  if (config.teams && wanted('teams')) {
    const { createTeamsAdapter } = await import('../../adapters/teams/index.js');
    const adapter = createTeamsAdapter({ ...config.teams, production: config.production }, dependencies);
    made.set('teams', { adapter, router: adapter.router });
  }
  for (const { adapter } of made.values()) core.platforms.set(adapter.platform.name, adapter.platform);
  return made;
}

/** The adapter's settings, with where workspaces are kept and what signs a browser's way to Slack and back. */
function slackConfig(config: SlackConfig, { connected, context }: Core): SlackAdapterConfig {
  if (!('oauth' in config)) return config;
  const { encryptionKeys, publicUrl, ...credentials } = config.oauth;
  const [key = new Uint8Array()] = encryptionKeys;
  return {
    ...config,
    oauth: {
      ...credentials,
      // A key for each purpose: RFC 5869.
      stateSecret: new Uint8Array(hkdfSync('sha256', key, '', 'the state of an installation', 32)),
      redirectUri: `${publicUrl}${SLACK_REDIRECT_PATH}`,
      installations: connected.installations(encryptionKeys, context.clock),
    },
  };
}

/** Pauses between tries to reach a platform: doubled from the first to the last. */
const FIRST_PAUSE_MILLISECONDS = 5_000;
const LAST_PAUSE_MILLISECONDS = 5 * 60_000;

type Environment = { readonly context: Pick<CoreContext, 'log' | 'clock'> };

/**
 * Connects the platforms whose role this process has; one that refuses its credentials leaves the others alone, and one
 * that cannot be reached is tried again until it can.
 */
export async function startPlatforms(
  made: ReadonlyMap<Role, Pick<Connected, 'adapter'>>,
  core: Environment,
  config: Pick<Config, 'roles'>,
  closers: Closers,
): Promise<void> {
  const wanted = [...made].filter(([role]) => config.roles.has(role));
  await Promise.all(wanted.map(([role, { adapter }]) => connect(role, adapter, core, closers)));
}

async function connect(role: Role, adapter: Adapter, core: Environment, closers: Closers): Promise<void> {
  const { log } = core.context;
  const stopped = new AbortController();
  let trying: Promise<void> = Promise.resolve();
  closers.add(role, async () => {
    stopped.abort();
    await trying;
    await adapter.stop();
  });
  try {
    await adapter.start();
    log.info({ platform: role }, `Connected to ${role}`);
  } catch (error) {
    log.error({ error, platform: role }, `${role} is not connected`);
    if (isUnreachable(error)) trying = keepTrying(role, adapter, core, stopped.signal);
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof MatineeError && error.code.endsWith('_UNREACHABLE');
}

/** Never rejects: it ends with a connection, with refused credentials, or when the product stops. */
async function keepTrying(
  role: Role,
  adapter: Adapter,
  { context: { log, clock } }: Environment,
  signal: AbortSignal,
): Promise<void> {
  for (let pause = FIRST_PAUSE_MILLISECONDS; ; pause = Math.min(2 * pause, LAST_PAUSE_MILLISECONDS)) {
    try {
      await clock.sleep(pause, signal);
      await adapter.start();
      log.info({ platform: role }, `Connected to ${role}`);
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (isUnreachable(error)) continue;
      log.error({ error, platform: role }, `${role} is not connected`);
      return;
    }
  }
}
