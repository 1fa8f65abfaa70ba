import { setTimeout as sleep } from 'node:timers/promises';
import { FetchError } from './fetch-error.js';

/** Lets requests to each host go one after another, at least `interval` apart; a queue that grows too long refuses. */
export function createPace(
  interval: number,
  longestQueue = 20,
): (host: string, signal: AbortSignal) => Promise<void> {
  const next = new Map<string, number>();
  return async (host, signal) => {
    const now = performance.now();
    const turn = Math.max(now, next.get(host) ?? 0);
    if (turn - now > interval * longestQueue) {
      throw new FetchError('TOO_BUSY', `Too many requests are waiting for ${host}.`);
    }
    next.set(host, turn + interval);
    for (const [known, free] of next) if (free < now) next.delete(known);
    if (turn > now) await sleep(turn - now, undefined, { signal });
  };
}
