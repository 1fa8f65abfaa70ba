import { JobFailedError } from './job-failure.js';
import { WorkerProcess, type WorkerProcessOptions, type WorkOptions } from './worker-process.js';

export interface ProcessPoolOptions extends WorkerProcessOptions {
  readonly size: number;
  /** Jobs that may wait for a process; more are refused with BUSY. */
  readonly maxQueue: number;
}

interface Job {
  readonly request: unknown;
  readonly options: WorkOptions;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onAbort: () => void;
}

export interface ProcessPool {
  /**
   * Runs one job in a process of its own for as long as it takes.
   * @throws JobFailedError, or the signal's reason when aborted.
   */
  run(request: unknown, options: WorkOptions): Promise<unknown>;
  /** Process ids of the living workers. */
  pids(): number[];
  close(): Promise<void>;
}

/** After so many documents a process is replaced, so that no leak in a library grows without end. */
const jobsPerProcess = 500;

/** A process that still holds this share of its limit after a document would not get through the next. */
const tiredShare = 0.75;

/**
 * Keeps up to `size` child processes warm and gives each one job at a time. A process that exceeds its time or its
 * resident memory, that crashes or whose job is aborted is killed at once and replaced when next needed.
 *
 * Own code, because what is needed is a kill by SIGKILL without a grace period, memory measured from outside, and
 * silence on the parent's output; the known pools give a second's grace, measure from inside and share the output.
 */
export function createProcessPool(options: ProcessPoolOptions): ProcessPool {
  const workers = new Set<WorkerProcess>();
  const queue: Job[] = [];
  let closed = false;

  const idle = () => [...workers].find((worker) => !worker.busy);

  function settle(job: Job, finish: () => void): void {
    job.options.signal?.removeEventListener('abort', job.onAbort);
    finish();
  }

  async function work(worker: WorkerProcess, job: Job): Promise<void> {
    try {
      const result = await worker.run(job.request, job.options);
      settle(job, () => job.resolve(result));
    } catch (error) {
      settle(job, () => job.reject(error));
    }
    const tired = worker.jobs >= jobsPerProcess || worker.residentMb > options.memoryLimitMb * tiredShare;
    if (!worker.alive || tired) {
      workers.delete(worker);
      worker.kill();
    }
    dispatch();
  }

  function dispatch(): void {
    while (queue.length > 0 && !closed) {
      let worker = idle();
      if (!worker) {
        if (workers.size >= options.size) return;
        worker = new WorkerProcess(options, (gone) => workers.delete(gone));
        workers.add(worker);
      }
      const job = queue.shift();
      if (job) void work(worker, job);
    }
  }

  return {
    run(request, jobOptions) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new JobFailedError('CLOSED', 'The reading processes have been ended.'));
        if (queue.length >= options.maxQueue) {
          return reject(new JobFailedError('BUSY', 'Too many documents are waiting to be read.'));
        }
        if (jobOptions.signal?.aborted) return reject(jobOptions.signal.reason);
        const job: Job = {
          request,
          options: jobOptions,
          resolve,
          reject,
          onAbort: () => {
            const waiting = queue.indexOf(job);
            // A running job is aborted by its worker.
            if (waiting === -1) return;
            queue.splice(waiting, 1);
            settle(job, () => reject(jobOptions.signal?.reason));
          },
        };
        jobOptions.signal?.addEventListener('abort', job.onAbort, { once: true });
        queue.push(job);
        dispatch();
      });
    },
    pids: () => [...workers].flatMap((worker) => worker.pid ?? []),
    async close() {
      closed = true;
      for (const job of queue.splice(0)) {
        settle(job, () => job.reject(new JobFailedError('CLOSED', 'The reading processes have been ended.')));
      }
      await Promise.all([...workers].map((worker) => worker.end()));
    },
  };
}
