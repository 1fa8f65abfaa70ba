import { createHash } from 'node:crypto';
import type { CoreContext } from '../core/ports/context.js';
import type { IdempotentRequest } from '../core/ports/stores/idempotency.js';
import { RequestError } from './problem.js';
import { problemTypes } from './problem-types.js';

/** A key that no answer was kept for stands for its first request this long. */
const STALE_MILLISECONDS = 10 * 60 * 1000;
/** A request at work gives a sign of life this often; one that was silent for longer is taken over: its process is gone. */
const SIGN_OF_LIFE_MILLISECONDS = 10_000;
const SILENT_MILLISECONDS = 3 * SIGN_OF_LIFE_MILLISECONDS;

/** A request that bears an Idempotency-Key. */
export interface KeyedRequest {
  readonly userId: string;
  readonly route: string;
  readonly key: string;
  /** What makes it the same request. */
  readonly fingerprint: string;
}

type IdempotencyContext = Pick<CoreContext, 'database' | 'clock' | 'log'>;

/**
 * Claims the key. @returns null for a new request, or the first one with this key.
 * @throws RequestError 422 when the key stands for another request
 */
export async function claimKey(
  context: IdempotencyContext,
  request: KeyedRequest,
  staleMilliseconds = STALE_MILLISECONDS,
): Promise<IdempotentRequest | null> {
  const requestHash = createHash('sha256').update(request.fingerprint).digest('hex');
  const { userId, route, key } = request;
  const first = await context.database.store.idempotency.claim({
    userId,
    route,
    key,
    requestHash,
    staleBefore: new Date(context.clock.now().getTime() - staleMilliseconds),
  });
  if (first && first.requestHash !== requestHash) {
    throw new RequestError(
      problemTypes.idempotencyReuse,
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key was sent with another request. Choose a new one.',
    );
  }
  return first;
}

/** The answer of a request and whether it was given before. */
export interface KeyedAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly replayed: boolean;
}

/**
 * Does the work once for all requests with the same key, and gives the first answer again. A failure is not kept.
 * @throws RequestError 409 while the first request is at work, 422 when the key stands for another one
 */
export async function answerOnce(
  context: IdempotencyContext,
  request: KeyedRequest,
  work: () => Promise<{ status: number; body: unknown }>,
): Promise<KeyedAnswer> {
  const first = await claimKey(context, request, SILENT_MILLISECONDS);
  if (first?.answer) return { ...first.answer, replayed: true };
  if (first) {
    throw new RequestError(
      problemTypes.idempotencyBusy,
      'IDEMPOTENCY_KEY_IN_USE',
      'The first request with this Idempotency-Key is still at work. Repeat it in a moment.',
      { headers: { 'Retry-After': '2' } },
    );
  }
  const { idempotency } = context.database.store;
  const signs = setInterval(() => {
    idempotency.renew(request).catch((cause: unknown) => {
      context.log.warn({ err: cause }, 'a request at work could not give its sign of life');
    });
  }, SIGN_OF_LIFE_MILLISECONDS);
  try {
    const answer = await work();
    await idempotency.complete({ ...request, ...answer });
    return { ...answer, replayed: false };
  } catch (error) {
    await idempotency.release(request);
    throw error;
  } finally {
    clearInterval(signs);
  }
}
