/** Why a job ended without a result. */
export type JobFailureCode = 'TIME_LIMIT' | 'MEMORY_LIMIT' | 'CRASHED' | 'BUSY' | 'CLOSED';

/** A job ended without a result. `peakMb` is the most resident memory seen while it ran. */
export class JobFailedError extends Error {
  constructor(
    readonly code: JobFailureCode,
    message: string,
    readonly peakMb = 0,
  ) {
    super(message);
    this.name = 'JobFailedError';
  }
}
