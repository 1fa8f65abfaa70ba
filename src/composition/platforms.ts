import type { Adapter } from '../../adapters/shared/adapter.js';
import type { ExtraRouter } from '../api/options.js';
import type { Config } from '../config/config.js';
import type { Role } from '../config/variables.js';
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
    const adapter = createSlackAdapter(config.slack, dependencies);
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

/** Connects the platforms whose role this process has; one that refuses its credentials leaves the others alone. */
export async function startPlatforms(
  made: ReadonlyMap<Role, Connected>,
  core: Core,
  config: Config,
  closers: Closers,
): Promise<void> {
  for (const [role, { adapter }] of made) {
    if (!config.roles.has(role)) continue;
    try {
      await adapter.start();
      closers.add(role, () => adapter.stop());
      core.context.log.info({ platform: role }, `Connected to ${role}`);
    } catch (error) {
      core.context.log.error({ error, platform: role }, `${role} is not connected`);
    }
  }
}
