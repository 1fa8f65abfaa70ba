import type { Config } from '../config/config.js';
import { answerTurn } from '../core/conversation/answer-turn.js';
import { createTurnRunner } from '../core/conversation/turn-runner.js';
import { warmUp } from '../core/conversation/warm-up.js';
import type { ChatPlatform } from '../core/ports/chat-platform.js';
import type { Logger } from '../core/ports/runtime.js';
import { createMetrics, type PrometheusMetrics, serveMetrics } from '../infrastructure/metrics/metrics.js';
import { type Closers, createClosers } from './closers.js';
import { type Core, openCore } from './core.js';
import { prepareFirstStart } from './first-start.js';
import { requireFreePort, startHttpServer } from './http-server.js';
import { startJobs } from './jobs.js';
import { createPlatforms, startPlatforms } from './platforms.js';
import { fillCatalogue } from './seed.js';

/** The running product. */
export interface Application {
  readonly core: Core;
  /** Where the API and the page are; null in a process without the role. */
  readonly url: string | null;
  /** Ends streams, turns, jobs, connections and the database, in this order, within bounded time. */
  stop(): Promise<void>;
}

/** Turns and jobs under way get this long to end; what is left is taken up by the next start. */
const workMilliseconds = 8_000;

/**
 * Starts every part that this process's roles name.
 * @param onLost called when the database is gone for good
 * @param furtherPlatforms platforms that the caller runs itself, such as the terminal it sits in
 * @throws MatineeError in one sentence; everything that had started has ended again by then
 */
export async function startApplication(
  config: Config,
  log: Logger,
  onLost: (error: Error) => void,
  furtherPlatforms: readonly ChatPlatform[] = [],
): Promise<Application> {
  const closers = createClosers(log);
  const metrics = createMetrics({ processMetrics: config.METRICS_PORT !== undefined });
  try {
    if (config.roles.has('api')) await requireFreePort(config);
    const template = await prepareFirstStart(config, log);
    const core = await openCore({ config, log, metrics, closers, onLost, template });
    for (const platform of furtherPlatforms) core.platforms.set(platform.name, platform);
    const url = await startParts(core, config, closers);
    if (config.METRICS_PORT !== undefined) await startMetrics(metrics, core, config, closers);
    return { core, url, stop: () => closers.closeAll() };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

async function startParts(core: Core, config: Config, closers: Closers): Promise<string | null> {
  const { context, connected } = core;
  const platforms = await createPlatforms(core, config);
  if (config.roles.has('worker')) {
    await fillCatalogue(context, connected.remarks);
    if (connected.embedded) await connected.queue.recover();
    const runner = await connected.queue.startRunner();
    closers.add('the job queue', (deadline) => connected.queue.stop(deadline), workMilliseconds);
    await startJobs(runner, context, {
      documentWorkers: config.DOCUMENT_WORKERS,
      retentionDays: config.RETENTION_DAYS,
    });
    const turns = createTurnRunner(context, { answer: answerTurn, exclusive: connected.embedded });
    turns.start();
    closers.add('the turn runner', (deadline) => turns.stop(deadline), workMilliseconds);
    const closing = new AbortController();
    const warmed = warmUp(context, closing.signal);
    closers.add('the warming up', () => {
      closing.abort();
      return warmed;
    });
  }
  const routers = [...platforms.values()].flatMap(({ router }) =>
    router ? [{ path: '/' as const, router }] : [],
  );
  const url = config.roles.has('api') ? await startHttpServer(core, config, closers, routers) : null;
  await startPlatforms(platforms, core, config, closers);
  return url;
}

async function startMetrics(
  metrics: PrometheusMetrics,
  core: Core,
  config: Config,
  closers: Closers,
): Promise<void> {
  metrics.watch('queue_jobs', 'Jobs by state.', () => core.connected.queue.countByState(), 'state');
  const server = await serveMetrics(metrics, { host: config.HOST, port: config.METRICS_PORT ?? 0 });
  closers.add('the metrics', async () => {
    server.close();
    server.closeAllConnections();
  });
}
