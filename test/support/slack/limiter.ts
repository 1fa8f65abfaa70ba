/** A sliding window per conversation; https://docs.slack.dev/apis/web-api/rate-limits describes the answer. */
export interface Limiter {
  /** Seconds to wait, rounded up as Retry-After is; 0 when the write may go through, which then counts. */
  take(conversation: string): number;
  set(limit: { readonly writes: number; readonly windowMilliseconds: number } | null): void;
  refused(): number;
}

export function createLimiter(): Limiter {
  let limit: { readonly writes: number; readonly windowMilliseconds: number } | null = null;
  let refusals = 0;
  const accepted = new Map<string, number[]>();
  return {
    set: (wanted) => {
      limit = wanted;
      accepted.clear();
    },
    refused: () => refusals,
    take(conversation) {
      if (limit === null) return 0;
      const now = performance.now();
      const { writes, windowMilliseconds } = limit;
      const recent = (accepted.get(conversation) ?? []).filter((at) => at > now - windowMilliseconds);
      accepted.set(conversation, recent);
      const oldest = recent[recent.length - writes];
      if (oldest === undefined) {
        recent.push(now);
        return 0;
      }
      refusals += 1;
      return Math.max(1, Math.ceil((oldest + windowMilliseconds - now) / 1000));
    },
  };
}
