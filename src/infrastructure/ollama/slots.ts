import { LanguageModelError } from '../../core/ports/language-model.js';

/** Places for calls to the server at once; who finds none waits in line, up to a bound. */
export interface Slots {
  /** @returns a function that gives the place back. @throws LanguageModelError MODEL_BUSY when the line is too long */
  take(signal: AbortSignal): Promise<() => void>;
}

export function createSlots(places: number, longestLine: number): Slots {
  let free = places;
  const line: (() => void)[] = [];
  const giveBack = () => {
    const next = line.shift();
    if (next) next();
    else free += 1;
  };
  const once = () => {
    let given = false;
    return () => {
      if (!given) giveBack();
      given = true;
    };
  };
  return {
    async take(signal) {
      signal.throwIfAborted();
      if (free > 0) {
        free -= 1;
        return once();
      }
      if (line.length >= longestLine) {
        throw new LanguageModelError('MODEL_BUSY', 'Too many replies wait for the language model.');
      }
      await new Promise<void>((resolve, reject) => {
        const abort = () => {
          line.splice(line.indexOf(enter), 1);
          reject(signal.reason);
        };
        const enter = () => {
          signal.removeEventListener('abort', abort);
          resolve();
        };
        signal.addEventListener('abort', abort, { once: true });
        line.push(enter);
      });
      return once();
    },
  };
}
