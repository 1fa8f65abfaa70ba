import type { Logger } from '../core/ports/runtime.js';

/** Ends parts in the opposite order of their start, each within a time of its own. */
export interface Closers {
  add(name: string, close: (deadlineMilliseconds: number) => Promise<void>, milliseconds?: number): void;
  /** Ends everything; a part that fails or takes too long is logged and left behind. */
  closeAll(): Promise<void>;
}

const standardMilliseconds = 5_000;

export function createClosers(log: Logger): Closers {
  const parts: { name: string; close: (deadline: number) => Promise<void>; milliseconds: number }[] = [];
  return {
    add: (name, close, milliseconds = standardMilliseconds) => {
      parts.push({ name, close, milliseconds });
    },
    closeAll: async () => {
      for (let part = parts.pop(); part; part = parts.pop()) await closePart(part, log);
    },
  };
}

async function closePart(
  part: { name: string; close: (deadline: number) => Promise<void>; milliseconds: number },
  log: Logger,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), part.milliseconds + 500);
  });
  try {
    const outcome = await Promise.race([part.close(part.milliseconds), late]);
    if (outcome === 'late') log.warn({ part: part.name }, `${part.name} did not end in time`);
  } catch (error) {
    log.warn({ error, part: part.name }, `${part.name} did not end cleanly`);
  } finally {
    clearTimeout(timer);
  }
}
