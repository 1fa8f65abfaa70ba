import type { CoreContext } from '../ports/context.js';
import type { TurnEvent } from '../ports/events.js';
import { formatEventId } from './turn-event-id.js';
import { replayTurn } from './turn-record.js';

/**
 * The events of the turn that answers an inbox message, from its start to `completed` or `failed`, then ends. Works
 * at any time: while the turn waits, while it runs here or on another process, and after it has ended.
 * Ends early when the signal fires; the turn itself goes on.
 */
export async function* streamReply(
  context: Pick<CoreContext, 'database' | 'events'>,
  input: {
    readonly userId: string;
    readonly sessionId: string;
    readonly inboundId: string;
    readonly signal: AbortSignal;
  },
): AsyncIterable<TurnEvent> {
  const store = context.database.store.conversations;
  const ended = new AbortController();
  const signal = AbortSignal.any([input.signal, ended.signal]);
  try {
    // Listening begins before looking, so that nothing falls between.
    const upcoming = context.events.subscribe(input.sessionId, { signal });
    const inbound = await store.getInbound(input.userId, input.inboundId);
    if (!inbound) return;
    const finished = inbound.turnId ? await replayTurn(context, inbound.turnId) : null;
    if (finished) {
      yield* finished;
      return;
    }
    const turnId = inbound.turnId;
    const after = turnId ? formatEventId({ turnId, attempt: 0, position: 0 }) : null;
    const events = after ? context.events.subscribe(input.sessionId, { signal, after }) : upcoming;
    yield* ofTurn(events, input.inboundId, turnId);
  } finally {
    ended.abort();
  }
}

async function* ofTurn(
  events: AsyncIterable<TurnEvent>,
  inboundId: string,
  known: string | null,
): AsyncIterable<TurnEvent> {
  let turnId = known;
  for await (const event of events) {
    if (event.kind === 'started' && event.inboundIds.includes(inboundId)) turnId = event.turnId;
    if (event.turnId !== turnId) continue;
    yield event;
    if (event.kind === 'completed' || event.kind === 'failed') return;
  }
}
