import type { Clock } from '../../../src/core/ports/runtime.js';

/** A clock whose time passes only while nothing else is to be done: sleeps end in order, at once. */
export interface VirtualClock extends Clock {
  /** Runs the work and lets time pass until it has ended. Rejects when it waits for something other than time. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Lets this much time pass. */
  advance(milliseconds: number): Promise<void>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function createVirtualClock(start = '2026-03-14T12:00:00Z'): VirtualClock {
  let now = Date.parse(start);
  const sleepers = new Set<Sleeper>();
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  const earliest = (): Sleeper | null => {
    let first: Sleeper | null = null;
    for (const sleeper of sleepers) if (!first || sleeper.at < first.at) first = sleeper;
    return first;
  };
  const step = (until: number): boolean => {
    const next = earliest();
    if (!next || next.at > until) return false;
    sleepers.delete(next);
    now = Math.max(now, next.at);
    next.wake();
    return true;
  };

  return {
    now: () => new Date(now),
    sleep(milliseconds, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const abort = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          at: now + Math.max(0, milliseconds),
          wake: () => {
            signal?.removeEventListener('abort', abort);
            resolve();
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        sleepers.add(sleeper);
      });
    },
    async run(work) {
      let ended = false;
      const end = () => {
        ended = true;
      };
      work.then(end, end);
      for (let idle = 0; !ended; ) {
        await settle();
        if (ended) break;
        if (step(Number.POSITIVE_INFINITY)) idle = 0;
        else if (++idle > 200) throw new Error('Nothing is left that could go on.');
      }
      return work;
    },
    async advance(milliseconds) {
      const until = now + milliseconds;
      await settle();
      while (step(until)) await settle();
      now = until;
      await settle();
    },
  };
}
