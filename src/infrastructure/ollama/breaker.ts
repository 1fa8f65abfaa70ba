import { CircuitState, ConsecutiveBreaker, circuitBreaker, ExponentialBackoff, handleWhen } from 'cockatiel';
import { LanguageModelError } from '../../core/ports/language-model.js';

/** Failures that say something about the server, and not about what was asked of it. */
const COUNTED = new Set([
  'MODEL_UNREACHABLE',
  'MODEL_MISSING',
  'MODEL_TIMEOUT',
  'MODEL_BUSY',
  'MODEL_FAILED',
]);
const FAILURES = 2;
const FIRST_PAUSE_MILLISECONDS = 5_000;
const LONGEST_PAUSE_MILLISECONDS = 60_000;

/** Keeps turns from waiting for a server that is down, and finds out quietly when it is back. */
export interface Breaker {
  /** Whether a call would be tried now. While it would not, a look at the server is taken in the background. */
  available(): boolean;
  /** Runs the call and counts how it ends. @throws LanguageModelError MODEL_UNREACHABLE while the breaker is open */
  run<T>(call: () => Promise<T>): Promise<T>;
}

/** @param look asks the server whether it serves the model; rejects when it does not */
export function createBreaker(look: () => Promise<void>): Breaker {
  const policy = circuitBreaker(
    handleWhen((error) => error instanceof LanguageModelError && COUNTED.has(error.code)),
    {
      breaker: new ConsecutiveBreaker(FAILURES),
      halfOpenAfter: new ExponentialBackoff({
        initialDelay: FIRST_PAUSE_MILLISECONDS,
        maxDelay: LONGEST_PAUSE_MILLISECONDS,
      }),
    },
  );
  let looking = false;
  const probe = () => {
    if (looking) return;
    looking = true;
    // An open breaker refuses until its pause is over; the first look after that closes it or opens it again.
    policy
      .execute(look)
      .catch(() => undefined)
      .finally(() => {
        looking = false;
      });
  };
  return {
    available() {
      if (policy.state === CircuitState.Closed) return true;
      probe();
      return false;
    },
    async run(call) {
      if (policy.state !== CircuitState.Closed) {
        throw new LanguageModelError('MODEL_UNREACHABLE', 'The language model server did not answer lately.');
      }
      return policy.execute(call);
    },
  };
}
