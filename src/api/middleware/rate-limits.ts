import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Logger, Metrics } from '../../core/ports/runtime.js';
import type { LimitClass } from '../define-route.js';
import type { RateLimitClient } from '../options.js';
import { RequestError } from '../problem.js';
import { problemTypes } from '../problem-types.js';

/** Requests allowed in a window of seconds. */
interface Limit {
  readonly points: number;
  readonly seconds: number;
  /** Counted for all server processes together; the others are a flood guard of each process. */
  readonly shared: boolean;
}

/** Per user (or, before sign-in, per address). Every request also counts against its address. */
const limits = {
  general: { points: 600, seconds: 60, shared: false },
  credentials: { points: 20, seconds: 60, shared: true },
  message: { points: 60, seconds: 60, shared: true },
  upload: { points: 60, seconds: 600, shared: true },
  lookup: { points: 30, seconds: 600, shared: true },
  heavy: { points: 30, seconds: 60, shared: true },
} as const satisfies Record<LimitClass, Limit>;

const ADDRESS: Limit = { points: 1_200, seconds: 60, shared: false };
/** Attempts at one account's password, from wherever they come. */
const ACCOUNT: Limit = { points: 10, seconds: 300, shared: true };

export interface RateLimits {
  /** @throws RequestError 429 with Retry-After */
  address(ip: string): Promise<void>;
  /** @throws RequestError 429 with Retry-After */
  consume(limit: LimitClass, who: string): Promise<void>;
  /** Counts an attempt at an account. @throws RequestError 429 with Retry-After */
  account(email: string): Promise<void>;
}

/** Limits of requests per user and per address, shared through the database where several processes run. */
export function createRateLimits(options: {
  client?: RateLimitClient | undefined;
  scale?: number | undefined;
  log: Logger;
  metrics: Metrics;
}): RateLimits {
  const limiters = new Map<string, RateLimiterAbstract>();

  function limiterOf(name: string, limit: Limit): RateLimiterAbstract {
    const known = limiters.get(name);
    if (known) return known;
    const settings = {
      keyPrefix: name,
      points: Math.max(1, Math.round(limit.points * (options.scale ?? 1))),
      duration: limit.seconds,
    };
    const memory = new RateLimiterMemory(settings);
    const limiter =
      options.client && limit.shared
        ? new RateLimiterPostgres({
            ...settings,
            storeClient: options.client,
            storeType: 'pool',
            tableName: 'rate_limits',
            tableCreated: true,
            // A database that cannot be reached must not open the doors: each process counts for itself meanwhile.
            insuranceLimiter: memory,
            inMemoryBlockOnConsumed: settings.points + 1,
          })
        : memory;
    limiters.set(name, limiter);
    return limiter;
  }

  async function consume(name: string, limit: Limit, who: string): Promise<void> {
    try {
      await limiterOf(name, limit).consume(who);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      options.metrics.count('rate_limited_total', { limit: name });
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new RequestError(
        problemTypes.limited,
        'RATE_LIMITED',
        `That was a lot at once. Try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
        { headers: { 'Retry-After': String(seconds) } },
      );
    }
  }

  return {
    address: (ip) => consume('address', ADDRESS, addressKey(ip)),
    consume: (limit, who) => consume(limit, limits[limit], who),
    account: (email) => consume('account', ACCOUNT, hashed(email.trim().toLowerCase())),
  };
}

/** IPv6 users own a whole /64, so that is what counts as one address. */
export function addressKey(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const start = head === '' ? [] : head.split(':');
  const end = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - start.length - end.length);
  const groups = [...start, ...Array<string>(missing).fill('0'), ...end];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** E-mail addresses stay out of the table of limits. */
function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
