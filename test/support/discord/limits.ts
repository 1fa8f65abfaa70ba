import { createHash } from 'node:crypto';
import type { Answer } from './problems.js';

/** So many requests within a window. */
export interface Limit {
  readonly requests: number;
  readonly windowMilliseconds: number;
}

/** A limit on posts and edits that replaces Discord's usual one. */
export interface WriteLimit {
  readonly writes: number;
  readonly windowMilliseconds: number;
  /** Whether headers tell of it; Discord has limits that nothing tells of but their refusals. */
  readonly announced: boolean;
}

/** What becomes of a request. */
export interface Verdict {
  readonly refused: Answer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * "Rate limits should not be hard coded": these are what bots see for messages at the time of writing. Each route has a
 * bucket for each channel: https://docs.discord.com/developers/topics/rate-limits
 */
const ROUTES: Readonly<Record<string, Limit>> = {
  'POST messages': { requests: 5, windowMilliseconds: 5_000 },
  'PATCH message': { requests: 5, windowMilliseconds: 5_000 },
  'DELETE message': { requests: 5, windowMilliseconds: 1_000 },
  'POST typing': { requests: 5, windowMilliseconds: 5_000 },
};

/** 50 requests a second; interactions are exempt: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const GLOBAL: Limit = { requests: 50, windowMilliseconds: 1_000 };

const WRITES = new Set(['POST messages', 'PATCH message', 'POST webhook', 'PATCH webhook message']);

export class RateLimits {
  readonly #windows = new Map<string, { readonly ends: number; taken: number }>();
  readonly #usual: boolean;
  #writes: WriteLimit | null = null;
  refusals = 0;

  /** @param usual whether Discord's usual limits hold */
  constructor(usual: boolean) {
    this.#usual = usual;
  }

  limitWrites(limit: WriteLimit): void {
    this.#writes = limit;
    this.#windows.clear();
  }

  /** @param route as in `ROUTES`; @param major the channel, or the webhook with its token */
  take(route: string, major: string): Verdict {
    if (this.#usual && !route.startsWith('POST callback') && !route.includes('webhook')) {
      const { resetAfter } = this.#count('global', GLOBAL);
      if (resetAfter !== null) return this.#refuse(resetAfter, { 'x-ratelimit-global': 'true' }, 'global');
    }
    if (this.#writes && WRITES.has(route)) return this.#write(this.#writes, major);
    const limit = this.#usual ? ROUTES[route] : undefined;
    if (!limit) return { refused: null, headers: {} };
    return this.#announced(`${route} ${major}`, limit, route);
  }

  #write(limit: WriteLimit, major: string): Verdict {
    const { writes: requests, windowMilliseconds } = limit;
    if (limit.announced) {
      return this.#announced(`writes ${major}`, { requests, windowMilliseconds }, 'writes');
    }
    const { resetAfter } = this.#count(`writes ${major}`, { requests, windowMilliseconds });
    return resetAfter === null ? { refused: null, headers: {} } : this.#refuse(resetAfter, {}, 'shared');
  }

  /** Header formats: https://docs.discord.com/developers/topics/rate-limits#header-format */
  #announced(key: string, limit: Limit, bucket: string): Verdict {
    const { remaining, resetAfter, frees } = this.#count(key, limit);
    const headers = {
      'x-ratelimit-limit': String(limit.requests),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': ((Date.now() + frees) / 1_000).toFixed(3),
      'x-ratelimit-reset-after': (frees / 1_000).toFixed(3),
      'x-ratelimit-bucket': createHash('sha256').update(bucket).digest('hex').slice(0, 32),
    };
    return resetAfter === null ? { refused: null, headers } : this.#refuse(resetAfter, headers, 'user');
  }

  #count(key: string, limit: Limit): { remaining: number; resetAfter: number | null; frees: number } {
    const now = performance.now();
    const known = this.#windows.get(key);
    // "The time at which the rate limit resets": a window begins with its first request and ends all at once.
    const window = known && now < known.ends ? known : { ends: now + limit.windowMilliseconds, taken: 0 };
    this.#windows.set(key, window);
    const frees = Math.ceil(window.ends - now);
    if (window.taken >= limit.requests) return { remaining: 0, resetAfter: frees, frees };
    window.taken += 1;
    return { remaining: limit.requests - window.taken, resetAfter: null, frees };
  }

  #refuse(milliseconds: number, headers: Readonly<Record<string, string>>, scope: string): Verdict {
    this.refusals += 1;
    return { refused: tooManyRequests(milliseconds, { ...headers, 'x-ratelimit-scope': scope }), headers };
  }
}

/**
 * https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit: the header has whole seconds ("65"), the
 * body fractions of them (64.57).
 */
export function tooManyRequests(milliseconds: number, headers: Readonly<Record<string, string>>): Answer {
  const seconds = milliseconds / 1_000;
  return {
    status: 429,
    headers: { ...headers, 'retry-after': String(Math.ceil(seconds)) },
    body: {
      message: 'You are being rate limited.',
      retry_after: seconds,
      global: headers['x-ratelimit-global'] === 'true',
    },
  };
}
