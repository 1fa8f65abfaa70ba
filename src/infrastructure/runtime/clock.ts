import type { Clock } from '../../core/ports/runtime.js';

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => new Date(),
  // Most sleeps are deadlines that are never reached: node's own `timers/promises` makes an error for each that is called off.
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
