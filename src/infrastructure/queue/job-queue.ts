import type PgBoss from 'pg-boss';
import { z } from 'zod';
import type { JobName, JobRunner, JobSender, Jobs } from '../../core/ports/job-queue.js';
import type { Logger } from '../../core/ports/runtime.js';
import { correlated } from '../logging/correlation.js';
import { type JobLife, watchJobs } from './job-life.js';

/** Runs SQL for the queue: on the pool, or inside somebody's transaction. */
export interface SqlExecutor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** The queue of this process. */
export interface JobQueue {
  /** Installs the queue's own tables; sending works from then on. Safe on several processes at once. */
  prepare(): Promise<void>;
  /** A sender whose jobs belong to the executor's transaction. `onSent` hears the names, to wake workers after the commit. */
  createSender(executor: SqlExecutor, onSent: (name: JobName) => void): JobSender;
  /** Starts maintenance and schedules on this process and hands out the runner. */
  startRunner(): Promise<JobRunner>;
  /** Lets this process's workers look at once instead of at their next interval. */
  wake(name: JobName): void;
  /** Takes jobs up again that a dead process left; only for a process that has the database to itself. */
  recover(): Promise<void>;
  /** How many jobs there are in each state. */
  countByState(): Promise<Readonly<Record<string, number>>>;
  stop(deadlineMilliseconds: number): Promise<void>;
}

const jobNames: Readonly<Record<JobName, true>> = {
  'process-document': true,
  'analyse-finances': true,
  'embed-catalogue': true,
  'run-alerts': true,
  'refresh-wished-prices': true,
  'apply-retention': true,
  'delete-objects': true,
  'delete-login': true,
};

/** Jobs of this process are announced by `wake`; the interval is for other processes', delayed and retried ones. */
const pollingSeconds = 5;
const retryLimit = 4;
const stateRows = z.array(z.object({ state: z.string(), jobs: z.number() }));
const defaultTimeoutSeconds = 300;

function isName(name: string): name is JobName {
  return Object.hasOwn(jobNames, name);
}

function names(): JobName[] {
  return Object.keys(jobNames).filter(isName);
}

/**
 * pg-boss on the product's own database. A job of the same name and payload that still waits is not queued twice.
 * @param executor the pool, outside any transaction
 */
export async function createJobQueue(executor: SqlExecutor, log: Logger): Promise<JobQueue> {
  const { default: Boss } = await import('pg-boss');
  const create = (working: boolean) =>
    new Boss({
      db: executor,
      schema: 'pgboss',
      supervise: working,
      schedule: working,
      migrate: true,
      maintenanceIntervalSeconds: 300,
      cronMonitorIntervalSeconds: 45,
      cronWorkerIntervalSeconds: 30,
    });
  const sender = create(false);
  let worker: PgBoss | null = null;
  let life: JobLife | null = null;
  const workerIds = new Map<JobName, string[]>();
  const stopping = new AbortController();

  const wake = (name: string) => {
    if (!isName(name)) return;
    for (const id of workerIds.get(name) ?? []) worker?.notifyWorker(id);
  };

  return {
    prepare: async () => {
      await sender.start();
      const present = new Set((await sender.getQueues()).map((queue) => queue.name));
      for (const name of names()) {
        if (!present.has(name)) await createQueue(sender, name);
      }
    },
    createSender: (transaction, onSent) => ({
      send: async (name, payload, options = {}) => {
        await sender.send(name, payload, {
          db: transaction,
          singletonKey: options.singletonKey ?? JSON.stringify(payload),
          ...(options.delaySeconds !== undefined && { startAfter: options.delaySeconds }),
        });
        onSent(name);
      },
    }),
    startRunner: async () => {
      const boss = create(true);
      worker = boss;
      boss.on('error', (error) => log.error({ error }, 'The job queue met an error'));
      await boss.start();
      life = watchJobs(executor, log, wake);
      return createRunner(boss, { workerIds, stopping, log, life });
    },
    wake,
    recover: async () => {
      await executor.executeSql(
        "UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state = 'active' AND name NOT LIKE '\\_\\_%'",
      );
    },
    countByState: async () => {
      const { rows } = await executor.executeSql(
        'SELECT state::text AS state, count(*)::int AS jobs FROM pgboss.job GROUP BY 1',
      );
      return Object.fromEntries(stateRows.parse(rows).map(({ state, jobs }) => [state, jobs]));
    },
    stop: async (deadlineMilliseconds) => {
      await stopBoss(worker, stopping, deadlineMilliseconds);
      await life?.stop();
      await sender.stop({ graceful: false, close: false });
    },
  };
}

/** Two processes may create the queue at the same moment; the second one's failure is settled by looking again. */
async function createQueue(boss: PgBoss, name: JobName): Promise<void> {
  try {
    await boss.createQueue(name, {
      name,
      policy: 'short',
      retryLimit,
      retryDelay: 2,
      retryBackoff: true,
      expireInSeconds: defaultTimeoutSeconds,
      retentionMinutes: 7 * 24 * 60,
    });
  } catch (error) {
    if ((await boss.getQueue(name)) === null) throw error;
  }
}

/** Running jobs get half of the deadline to end by themselves, then they are told to. */
async function stopBoss(boss: PgBoss | null, stopping: AbortController, deadlineMilliseconds: number) {
  if (!boss) return;
  const ending = boss.stop({ graceful: true, wait: true, close: false, timeout: deadlineMilliseconds });
  const tell = setTimeout(() => stopping.abort(new Error('Matinee is stopping')), deadlineMilliseconds / 2);
  try {
    await ending;
  } finally {
    clearTimeout(tell);
    stopping.abort(new Error('Matinee is stopping'));
  }
}

function createRunner(
  boss: PgBoss,
  shared: { workerIds: Map<JobName, string[]>; stopping: AbortController; log: Logger; life: JobLife },
): JobRunner {
  return {
    work: async (name, handler, options = {}) => {
      const timeout = (options.timeoutSeconds ?? defaultTimeoutSeconds) * 1000;
      const ids = shared.workerIds.get(name) ?? [];
      for (let count = 0; count < (options.concurrency ?? 1); count += 1) {
        const id = await boss.work<Jobs[typeof name]>(
          name,
          { batchSize: 1, pollingIntervalSeconds: pollingSeconds },
          async (jobs) => {
            const signal = AbortSignal.any([AbortSignal.timeout(timeout), shared.stopping.signal]);
            for (const job of jobs) {
              await correlated(job.id, () =>
                shared.life.during(job.id, () => runJob(name, job.data, handler, signal, shared.log)),
              );
            }
          },
        );
        ids.push(id);
      }
      shared.workerIds.set(name, ids);
    },
    schedule: async (name, cron) => {
      await boss.schedule(name, cron, {}, { tz: 'UTC' });
    },
    stop: (deadlineMilliseconds) => stopBoss(boss, shared.stopping, deadlineMilliseconds),
  };
}

async function runJob<Name extends JobName>(
  name: Name,
  payload: Jobs[Name],
  handler: (payload: Jobs[Name], signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
  log: Logger,
): Promise<void> {
  try {
    await handler(payload, signal);
  } catch (error) {
    log.warn({ error, job: name }, 'A job failed and is tried again');
    throw error;
  }
}
