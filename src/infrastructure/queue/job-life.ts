import { z } from 'zod';
import type { Logger } from '../../core/ports/runtime.js';
import type { SqlExecutor } from './job-queue.js';

/** How often this process says which jobs it still runs, and looks for those of processes that fell silent. */
const BEAT_MILLISECONDS = 5_000;
/** A process that said nothing for this long is dead, or as good as dead. */
const SILENT_SECONDS = 30;

const found = z.array(z.object({ name: z.string() }));

/** The life signs of this process's jobs, and the watch over those of others. */
export interface JobLife {
  /** Runs the work as that of a job that lives as long as it takes. */
  during<T>(jobId: string, work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/**
 * pg-boss gives a job up only when its time limit has passed, many minutes after a crash. The start time of a running
 * job is therefore kept current, and a job whose start lies too far back is handed out again: whoever ran it is gone.
 * @param onFound hears the names of the jobs that wait again
 */
export function watchJobs(executor: SqlExecutor, log: Logger, onFound: (name: string) => void): JobLife {
  const running = new Set<string>();
  let ticking: Promise<void> = Promise.resolve();

  async function tick(): Promise<void> {
    if (running.size > 0) {
      await executor.executeSql(
        "UPDATE pgboss.job SET started_on = now() WHERE state = 'active' AND id = ANY($1::uuid[])",
        [[...running]],
      );
    }
    const { rows } = await executor.executeSql(
      `UPDATE pgboss.job SET state = 'retry', start_after = now()
       WHERE state = 'active' AND name NOT LIKE '\\_\\_%' AND started_on < now() - make_interval(secs => $1::int)
       RETURNING name`,
      [SILENT_SECONDS],
    );
    for (const { name } of found.parse(rows)) {
      log.warn({ job: name }, 'A job whose process fell silent is taken up again');
      onFound(name);
    }
  }

  const timer = setInterval(() => {
    ticking = ticking.then(tick).catch((error: unknown) => {
      // The next beat tries again; jobs of this process outlive several missed ones.
      log.debug({ error }, 'The life signs of jobs could not be written');
    });
  }, BEAT_MILLISECONDS);

  return {
    during: async (jobId, work) => {
      running.add(jobId);
      try {
        return await work();
      } finally {
        running.delete(jobId);
      }
    },
    stop: async () => {
      clearInterval(timer);
      await ticking;
    },
  };
}
