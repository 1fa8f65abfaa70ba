import type { CoreContext } from '../ports/context.js';
import type { TurnEvent, TurnEvents } from '../ports/events.js';
import { createListeners, type Listeners } from './turn-event-listeners.js';

/** How long events wait for company before they are written, all turns of the process in one statement. */
const FLUSH_MILLISECONDS = 250;
/** How often a process with listeners looks for events of other processes. */
const POLL_MILLISECONDS = 300;
/** Row numbers are handed out before they are committed: the poll looks this far back again. */
const POLL_OVERLAP_ROWS = 200n;
const POLL_LIMIT = 2_000;
/** Unwritten events kept while the database is away; beyond it tokens are given up, never ends of turns. */
const MAX_BUFFERED = 20_000;

/**
 * Turn events over one process and the `turn_events` table: local listeners hear at once, those of other processes
 * by polling, which the embedded database can do too (NOTIFY does not arrive there).
 */
export function createTurnEvents(context: Pick<CoreContext, 'database' | 'clock' | 'log'>): TurnEvents {
  const hub = new TurnEventHub(context);
  return {
    publish: (event) => hub.publish(event),
    subscribe: (sessionId, options) => hub.subscribe(sessionId, options),
    announceArrival: () => hub.emit(hub.arrivals),
    onArrival: (listener) => register(hub.arrivals, listener),
    announceStop: (turnId) => hub.emit(hub.stops, turnId),
    onStop: (listener) => register(hub.stops, listener),
    close: () => hub.close(),
  };
}

function register<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

class TurnEventHub {
  readonly arrivals = new Set<() => void>();
  readonly stops = new Set<(turnId: string) => void>();
  readonly #context: Pick<CoreContext, 'database' | 'clock' | 'log'>;
  readonly #listeners: Listeners;
  readonly #closed = new AbortController();
  #buffer: TurnEvent[] = [];
  #writing: Promise<void> | null = null;
  #polling: Promise<void> | null = null;

  constructor(context: Pick<CoreContext, 'database' | 'clock' | 'log'>) {
    this.#context = context;
    this.#listeners = createListeners(context);
  }

  publish(event: TurnEvent): void {
    this.#listeners.deliver(event, true);
    if (this.#buffer.length < MAX_BUFFERED || event.kind !== 'token') this.#buffer.push(event);
    this.#writing ??= this.#writeSoon();
  }

  emit<A extends unknown[]>(listeners: Set<(...args: A) => void>, ...args: A): void {
    for (const listener of listeners) listener(...args);
  }

  subscribe(sessionId: string, options: { after?: string; signal: AbortSignal }): AsyncIterable<TurnEvent> {
    const signal = AbortSignal.any([options.signal, this.#closed.signal]);
    const subscription = this.#listeners.add(sessionId, signal, options.after);
    this.#polling ??= this.#poll();
    return subscription;
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#writing;
    await this.#write();
    await this.#polling;
  }

  async #writeSoon(): Promise<void> {
    await this.#context.clock.sleep(FLUSH_MILLISECONDS, this.#closed.signal).catch(() => undefined);
    await this.#write();
    this.#writing = this.#buffer.length > 0 && !this.#closed.signal.aborted ? this.#writeSoon() : null;
  }

  async #write(): Promise<void> {
    const batch = this.#buffer;
    this.#buffer = [];
    if (batch.length === 0) return;
    try {
      await this.#context.database.store.conversations.appendEvents(joinTokens(batch));
    } catch (cause) {
      this.#context.log.warn({ err: cause, events: batch.length }, 'turn events could not be written');
      this.#buffer = [...batch, ...this.#buffer].slice(-MAX_BUFFERED);
    }
  }

  async #poll(): Promise<void> {
    const store = this.#context.database.store.conversations;
    try {
      let after = await store.lastEventRow();
      while (this.#listeners.sessions().length > 0) {
        await this.#context.clock.sleep(POLL_MILLISECONDS, this.#closed.signal);
        const from = after > POLL_OVERLAP_ROWS ? after - POLL_OVERLAP_ROWS : 0n;
        const sessionIds = this.#listeners.sessions();
        const rows = await store.eventsAfter({ sessionIds, after: from, limit: POLL_LIMIT });
        for (const { row, event } of rows) {
          if (row > after) after = row;
          this.#listeners.deliver(event, false);
        }
      }
    } catch (cause) {
      if (!this.#closed.signal.aborted)
        this.#context.log.warn({ err: cause }, 'turn events could not be read');
    } finally {
      const more = this.#listeners.sessions().length > 0 && !this.#closed.signal.aborted;
      this.#polling = more ? this.#pollAgain() : null;
    }
  }

  async #pollAgain(): Promise<void> {
    await this.#context.clock.sleep(1_000, this.#closed.signal).catch(() => undefined);
    if (!this.#closed.signal.aborted) await this.#poll();
  }
}

/** Neighbouring tokens of a turn become one event: the table holds what a listener needs, not each syllable. */
function joinTokens(events: readonly TurnEvent[]): TurnEvent[] {
  const joined: TurnEvent[] = [];
  const open = new Map<string, number>();
  for (const event of events) {
    const index = open.get(event.turnId);
    const previous = index === undefined ? undefined : joined[index];
    if (event.kind === 'token' && previous?.kind === 'token' && previous.attempt === event.attempt) {
      joined[index ?? 0] = { ...event, text: previous.text + event.text };
      continue;
    }
    joined.push(event);
    if (event.kind === 'token') open.set(event.turnId, joined.length - 1);
    else open.delete(event.turnId);
  }
  return joined;
}
