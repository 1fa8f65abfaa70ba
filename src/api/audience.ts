import type { Logger } from '../core/ports/runtime.js';

/** Who listens to which session, so that work nobody waits for is stopped. */
export interface Audience {
  /** Somebody listens from now on. @returns a function that ends it. */
  attend(sessionId: string): () => void;
  /** Whoever asked has left before the answer: its work is stopped unless somebody listens in a while. */
  abandon(userId: string, sessionId: string): void;
  close(): void;
}

/** What the server processes of one database tell each other of their audiences. */
export interface SharedAudience {
  /** This process has listeners in these sessions, for the next while. */
  keep(sessionIds: readonly string[]): Promise<void>;
  leave(sessionIds: readonly string[]): Promise<void>;
  elsewhere(sessionId: string): Promise<boolean>;
}

export interface AudienceOptions {
  /** Stops what is being answered in a session. */
  readonly stop: (input: { userId: string; sessionId: string }) => Promise<unknown>;
  /** The time a broken line has to come back. */
  readonly graceMilliseconds: number;
  readonly log: Logger;
  /** Absent where this process is the only one. */
  readonly shared?: SharedAudience;
}

/** How often what others know of this process is renewed; they believe it for thrice as long. */
export const RENEWAL_MILLISECONDS = 10_000;

/** Counts the listeners of this process, and asks for those of others before work is stopped. */
export function createAudience(options: AudienceOptions): Audience {
  const listeners = new Map<string, number>();
  /** Sessions whose asker has left, by the user. */
  const orphans = new Map<string, string>();
  const timers = new Map<string, NodeJS.Timeout>();
  const bulletin = createBulletin(listeners, options);

  async function stopUnheard(userId: string, sessionId: string): Promise<void> {
    try {
      if (await options.shared?.elsewhere(sessionId)) return;
      await options.stop({ userId, sessionId });
    } catch (error) {
      options.log.warn({ err: error }, 'an abandoned turn could not be stopped');
    }
  }

  function settle(sessionId: string): void {
    const userId = orphans.get(sessionId);
    if (userId === undefined || listeners.has(sessionId) || timers.has(sessionId)) return;
    const timer = setTimeout(() => {
      timers.delete(sessionId);
      if (listeners.has(sessionId)) return;
      orphans.delete(sessionId);
      void stopUnheard(userId, sessionId);
    }, options.graceMilliseconds);
    timer.unref();
    timers.set(sessionId, timer);
  }

  function leave(sessionId: string): void {
    const left = (listeners.get(sessionId) ?? 1) - 1;
    if (left > 0) {
      listeners.set(sessionId, left);
      return;
    }
    listeners.delete(sessionId);
    bulletin.changed(sessionId);
    settle(sessionId);
  }

  return {
    attend: (sessionId) => {
      const before = listeners.get(sessionId) ?? 0;
      listeners.set(sessionId, before + 1);
      if (before === 0) bulletin.changed(sessionId);
      let attending = true;
      return () => {
        if (attending) leave(sessionId);
        attending = false;
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
      bulletin.close();
    },
  };
}

/** How long news waits for company. */
const NEWS_MILLISECONDS = 200;

/** Tells the other processes where this one has listeners: news soon and together, everything again now and then. */
function createBulletin(listeners: ReadonlyMap<string, number>, options: AudienceOptions) {
  const { shared, log } = options;
  if (!shared) return { changed: () => undefined, close: () => undefined };
  const news = new Set<string>();
  let soon: NodeJS.Timeout | undefined;

  async function tell(): Promise<void> {
    soon = undefined;
    const changed = [...news];
    news.clear();
    try {
      const present = changed.filter((id) => listeners.has(id));
      const gone = changed.filter((id) => !listeners.has(id));
      if (present.length > 0) await shared?.keep(present);
      if (gone.length > 0) await shared?.leave(gone);
    } catch (error) {
      log.warn({ err: error }, 'other processes could not be told who listens');
    }
  }

  const renewal = setInterval(() => {
    for (const sessionId of listeners.keys()) news.add(sessionId);
    if (news.size > 0) void tell();
  }, RENEWAL_MILLISECONDS);
  renewal.unref();
  return {
    changed: (sessionId: string) => {
      news.add(sessionId);
      soon ??= setTimeout(() => void tell(), NEWS_MILLISECONDS).unref();
    },
    close: () => {
      clearInterval(renewal);
      clearTimeout(soon);
    },
  };
}
