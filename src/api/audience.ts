import type { Logger } from '../core/ports/runtime.js';

/** Who listens to which session in this process, so that work nobody waits for is stopped. */
export interface Audience {
  /** Somebody listens from now on. @returns a function that ends it. */
  attend(sessionId: string): () => void;
  /** Whoever asked has left before the answer: its work is stopped unless somebody listens in a while. */
  abandon(userId: string, sessionId: string): void;
  close(): void;
}

/**
 * @param options.stop stops what is being answered in a session
 * @param options.graceMilliseconds the time a broken line has to come back
 */
export function createAudience(options: {
  readonly stop: (input: { userId: string; sessionId: string }) => Promise<unknown>;
  readonly graceMilliseconds: number;
  readonly log: Logger;
}): Audience {
  const listeners = new Map<string, number>();
  /** Sessions whose asker has left, by the user. */
  const orphans = new Map<string, string>();
  const timers = new Map<string, NodeJS.Timeout>();

  function settle(sessionId: string): void {
    const userId = orphans.get(sessionId);
    if (userId === undefined || listeners.has(sessionId) || timers.has(sessionId)) return;
    const timer = setTimeout(() => {
      timers.delete(sessionId);
      if (listeners.has(sessionId)) return;
      orphans.delete(sessionId);
      options.stop({ userId, sessionId }).catch((error: unknown) => {
        options.log.warn({ err: error }, 'an abandoned turn could not be stopped');
      });
    }, options.graceMilliseconds);
    timer.unref();
    timers.set(sessionId, timer);
  }

  return {
    attend: (sessionId) => {
      listeners.set(sessionId, (listeners.get(sessionId) ?? 0) + 1);
      let attending = true;
      return () => {
        if (!attending) return;
        attending = false;
        const left = (listeners.get(sessionId) ?? 1) - 1;
        if (left > 0) listeners.set(sessionId, left);
        else listeners.delete(sessionId);
        settle(sessionId);
      };
    },
    abandon: (userId, sessionId) => {
      orphans.set(sessionId, userId);
      settle(sessionId);
    },
    close: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      orphans.clear();
    },
  };
}
