import type { CoreContext } from '../ports/context.js';
import type { TurnEvent } from '../ports/events.js';

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
  const ended = new AbortController();
  const signal = AbortSignal.any([input.signal, ended.signal]);
  try {
    const subscription = context.events.subscribe(input.sessionId, { signal });
    yield* eventsFor(context, input, subscription);
  } finally {
    ended.abort();
  }
}

async function* eventsFor(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly inboundId: string },
  subscription: AsyncIterable<TurnEvent>,
): AsyncIterable<TurnEvent> {
  const store = context.database.store.conversations;
  const inbound = await store.getInbound(input.userId, input.inboundId);
  if (!inbound) return;
  let turnId = inbound.turnId;
  if (turnId) {
    for (const event of await store.eventsOfTurn(turnId)) {
      yield event;
      if (event.kind === 'completed' || event.kind === 'failed') return;
    }
  }
  for await (const event of subscription) {
    if (event.kind === 'started' && event.inboundIds.includes(input.inboundId)) turnId = event.turnId;
    if (event.turnId !== turnId) continue;
    yield event;
    if (event.kind === 'completed' || event.kind === 'failed') return;
  }
}
