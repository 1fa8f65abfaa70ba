/** Background work by name. Payloads hold ids, never contents, so that a queue row tells nothing. */
export interface Jobs {
  'process-document': { readonly documentId: string };
  'analyse-finances': { readonly userId: string };
  'embed-catalogue': Record<string, never>;
  'run-alerts': Record<string, never>;
  'refresh-wished-prices': Record<string, never>;
  'apply-retention': Record<string, never>;
  /** Deletes stored files whose rows are gone. */
  'delete-objects': { readonly keys: readonly string[] };
  /** Deletes the login of somebody who was forgotten. */
  'delete-login': { readonly subject: string };
}

export type JobName = keyof Jobs;

/** Queues a job inside the surrounding transaction: it runs after the commit, or not at all. */
export interface JobSender {
  send<Name extends JobName>(
    name: Name,
    payload: Jobs[Name],
    options?: { readonly singletonKey?: string; readonly delaySeconds?: number },
  ): Promise<void>;
}

/** Runs jobs in this process: at least once each, with bounded retries, a bounded number at a time. */
export interface JobRunner {
  work<Name extends JobName>(
    name: Name,
    handler: (payload: Jobs[Name], signal: AbortSignal) => Promise<void>,
    options?: { readonly concurrency?: number; readonly timeoutSeconds?: number },
  ): Promise<void>;
  /** Runs the job on the cron schedule (UTC), on one process at a time. */
  schedule(name: JobName, cron: string): Promise<void>;
  /** Waits for running jobs up to the deadline, then lets them be retried elsewhere. */
  stop(deadlineMilliseconds: number): Promise<void>;
}
