import type { CoreContext } from '../ports/context.js';
import type { TurnEvent, TurnToken } from '../ports/events.js';
import { parseEventId, type TurnPosition } from './turn-event-id.js';

/** Events a listener may be behind before its tokens are joined into one. */
const MAX_QUEUED = 500;
/** Turns of this process whose events are kept at hand for listeners that come late. */
const MAX_REMEMBERED_TURNS = 2_000;

/** The listeners of this process, by session. */
export interface Listeners {
  /** Hands an event to whoever listens; `local` ones are remembered until their turn is long over. */
  deliver(event: TurnEvent, local: boolean): void;
  add(sessionId: string, signal: AbortSignal, after?: string): AsyncIterable<TurnEvent>;
  sessions(): string[];
}

/** Each listener hears every event once, whichever way it came: positions tell what it already has. */
export function createListeners(context: Pick<CoreContext, 'database'>): Listeners {
  const bySession = new Map<string, Set<Listener>>();
  const remembered = new Map<string, TurnEvent[]>();
  return {
    deliver(event, local) {
      if (local) remember(remembered, event);
      for (const listener of bySession.get(event.sessionId) ?? []) listener.offer(event);
    },
    add(sessionId, signal, after) {
      const listener = new Listener(signal);
      const set = bySession.get(sessionId) ?? new Set();
      bySession.set(sessionId, set.add(listener));
      listener.whenEnded(() => {
        set.delete(listener);
        if (set.size === 0 && bySession.get(sessionId) === set) bySession.delete(sessionId);
      });
      const seen = after ? parseEventId(after) : null;
      return listener.events(seen, () => past(context, remembered, seen?.turnId ?? null, sessionId));
    },
    sessions: () => [...bySession.keys()],
  };
}

function remember(remembered: Map<string, TurnEvent[]>, event: TurnEvent): void {
  if (event.kind === 'started') {
    remembered.set(event.turnId, [event]);
    if (remembered.size > MAX_REMEMBERED_TURNS) remembered.delete(remembered.keys().next().value ?? '');
    return;
  }
  const events = remembered.get(event.turnId);
  const last = events?.at(-1);
  if (!events || event.kind === 'progress') return;
  if (event.kind === 'token' && last?.kind === 'token' && contiguous(last, event)) {
    events[events.length - 1] = { ...event, text: last.text + event.text };
  } else events.push(event);
}

/** What a turn has told so far: the named one, else the one that runs in the session. */
async function past(
  context: Pick<CoreContext, 'database'>,
  remembered: ReadonlyMap<string, readonly TurnEvent[]>,
  turnId: string | null,
  sessionId: string,
): Promise<readonly TurnEvent[]> {
  const store = context.database.store.conversations;
  if (turnId) return remembered.get(turnId)?.slice() ?? (await store.eventsOfTurn(turnId));
  const running = await store.runningTurns({ sessionId });
  const histories = running.map(
    async ({ id }) => remembered.get(id)?.slice() ?? (await store.eventsOfTurn(id)),
  );
  return (await Promise.all(histories)).flat();
}

class Listener {
  readonly #signal: AbortSignal;
  readonly #filter = new PositionFilter();
  #queue: TurnEvent[] = [];
  #wake: (() => void) | null = null;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#wake?.(), { once: true });
  }

  whenEnded(action: () => void): void {
    if (this.#signal.aborted) action();
    else this.#signal.addEventListener('abort', action, { once: true });
  }

  offer(event: TurnEvent): void {
    if (this.#queue.length >= MAX_QUEUED) this.#queue = joinTurn(this.#queue);
    this.#queue.push(event);
    this.#wake?.();
  }

  async *events(
    seen: TurnPosition | null,
    history: () => Promise<readonly TurnEvent[]>,
  ): AsyncIterable<TurnEvent> {
    if (seen) this.#filter.set(seen.turnId, seen.attempt, seen.position);
    for (const event of await history()) {
      const passed = this.#filter.pass(event);
      if (passed) yield passed;
    }
    while (!this.#signal.aborted) {
      const next = this.#queue.shift();
      if (next) {
        const passed = this.#filter.pass(next);
        if (passed) yield passed;
        continue;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        if (this.#signal.aborted || this.#queue.length > 0) resolve();
      });
      this.#wake = null;
    }
  }
}

/** Lets each piece of each turn's text pass once and in order; what came before by another way is cut off. */
class PositionFilter {
  readonly #turns = new Map<string, { attempt: number; position: number | 'end' }>();

  set(turnId: string, attempt: number, position: number | 'end'): void {
    this.#turns.set(turnId, { attempt, position });
    if (this.#turns.size > 64) this.#turns.delete(this.#turns.keys().next().value ?? '');
  }

  pass(event: TurnEvent): TurnEvent | null {
    const known = this.#turns.get(event.turnId);
    if (known && event.attempt < known.attempt) return null;
    if (event.kind === 'started') {
      if (known && known.attempt >= event.attempt) return null;
      this.set(event.turnId, event.attempt, 0);
      return event;
    }
    const position = known?.attempt === event.attempt ? known.position : 0;
    if (position === 'end') return null;
    if (event.kind === 'token') return this.#passToken(event, position);
    if (event.kind === 'completed' || event.kind === 'failed') {
      this.set(event.turnId, event.attempt, 'end');
    }
    return event;
  }

  #passToken(event: TurnToken, position: number): TurnEvent | null {
    const end = parseEventId(event.id)?.position;
    if (typeof end !== 'number' || end <= position) return null;
    const start = end - event.text.length;
    // A piece from further on than expected waits for its forerunner, which the next poll brings.
    if (start > position) return null;
    this.set(event.turnId, event.attempt, end);
    return start === position ? event : { ...event, text: event.text.slice(position - start) };
  }
}

/** Joins the tokens of each turn, so that a slow listener costs a bounded amount of memory. */
function joinTurn(queue: readonly TurnEvent[]): TurnEvent[] {
  const joined: TurnEvent[] = [];
  for (const event of queue) {
    const last = joined.at(-1);
    if (event.kind === 'progress') continue;
    if (event.kind === 'token' && last?.kind === 'token' && contiguous(last, event)) {
      joined[joined.length - 1] = { ...event, text: last.text + event.text };
    } else joined.push(event);
  }
  return joined;
}

function contiguous(first: TurnToken, second: TurnToken): boolean {
  const end = parseEventId(first.id)?.position;
  const secondEnd = parseEventId(second.id)?.position;
  if (first.turnId !== second.turnId || typeof end !== 'number' || typeof secondEnd !== 'number')
    return false;
  return secondEnd - second.text.length === end;
}
