/** A limit of writes to one conversation. */
export interface WriteLimit {
  readonly writes: number;
  readonly windowMilliseconds: number;
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#per-bot-per-thread-limit */
export const DOCUMENTED_LIMITS: readonly WriteLimit[] = [
  { writes: 7, windowMilliseconds: 1_000 },
  { writes: 8, windowMilliseconds: 2_000 },
  { writes: 60, windowMilliseconds: 30_000 },
  { writes: 1_800, windowMilliseconds: 3_600_000 },
];

/** Counts writes per conversation in sliding windows. */
export interface Limiter {
  /** Takes a write. @returns null when it is within the limits, else milliseconds until one would be */
  take(conversationId: string): number | null;
  set(limits: readonly WriteLimit[]): void;
  refusals(): number;
}

export function createLimiter(initial: readonly WriteLimit[]): Limiter {
  let limits = initial;
  let refusals = 0;
  const taken = new Map<string, number[]>();
  return {
    take: (conversationId) => {
      const now = performance.now();
      const times = taken.get(conversationId) ?? [];
      const waits = limits.map(({ writes, windowMilliseconds }) => {
        const recent = times.filter((time) => time > now - windowMilliseconds);
        const first = recent[recent.length - writes];
        return first === undefined ? 0 : first + windowMilliseconds - now;
      });
      const wait = Math.max(0, ...waits);
      if (wait > 0) {
        refusals += 1;
        return wait;
      }
      taken.set(conversationId, [...times, now]);
      return null;
    },
    set: (next) => {
      limits = next;
      taken.clear();
    },
    refusals: () => refusals,
  };
}
