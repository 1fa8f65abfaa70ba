import { ConsecutiveBreaker, circuitBreaker, handleAll, isBrokenCircuitError } from 'cockatiel';
import type { LookupFailure, LookupResult } from '../../core/ports/prices-reviews.js';
import { FetchError, type FetchErrorCode } from './fetch-error.js';

/** Raised by a provider for an answer that it cannot use, with the failure that people are told. */
export class LookupError extends Error {
  readonly failure: LookupFailure;
  constructor(failure: LookupFailure, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'LookupError';
    this.failure = failure;
  }
}

const failures: Readonly<Record<FetchErrorCode, LookupFailure>> = {
  NOT_HTTPS: 'BLOCKED',
  FORBIDDEN_HOST: 'BLOCKED',
  FORBIDDEN_ADDRESS: 'BLOCKED',
  ROBOTS: 'BLOCKED',
  TOO_MANY_REDIRECTS: 'LAYOUT_CHANGED',
  TOO_LARGE: 'LAYOUT_CHANGED',
  TOO_BUSY: 'OVER_QUOTA',
  TIMEOUT: 'UNAVAILABLE',
  UNREACHABLE: 'UNAVAILABLE',
};

/** What an HTTP status says about a look-up; null when the answer can be read. */
export function failureOfStatus(status: number): LookupFailure | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 403 || status === 451) return 'BLOCKED';
  if (status === 429 || status === 503) return 'OVER_QUOTA';
  return status === 404 ? 'NO_RESULTS' : 'UNAVAILABLE';
}

export interface LookupGuardOptions {
  /** Calls that a day allows; the count starts anew every 24 hours. */
  readonly callsPerDay: number;
  /** Failures in a row after which the provider is left alone, and for how long. */
  readonly failuresInARow?: number;
  readonly restMilliseconds?: number;
}

const dayMilliseconds = 86_400_000;

/**
 * Runs look-ups of one provider: within its budget of calls, left alone for a while after several failures in a row, and
 * with a typed failure for whatever went wrong.
 */
export function createLookupGuard(
  options: LookupGuardOptions,
): <T>(look: () => Promise<readonly T[]>) => Promise<LookupResult<T>> {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: options.restMilliseconds ?? 300_000,
    breaker: new ConsecutiveBreaker(options.failuresInARow ?? 4),
  });
  let calls = 0;
  let since = performance.now();
  return async <T>(look: () => Promise<readonly T[]>): Promise<LookupResult<T>> => {
    if (performance.now() - since > dayMilliseconds) {
      calls = 0;
      since = performance.now();
    }
    if (calls >= options.callsPerDay) return { failure: 'OVER_QUOTA' };
    calls += 1;
    try {
      const found = await breaker.execute(look);
      return found.length === 0 ? { failure: 'NO_RESULTS' } : { found };
    } catch (error) {
      if (isBrokenCircuitError(error)) return { failure: 'UNAVAILABLE' };
      if (error instanceof LookupError) return { failure: error.failure };
      if (error instanceof FetchError) return { failure: failures[error.code] };
      throw error;
    }
  };
}
