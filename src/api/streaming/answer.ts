import type { ReceivedMessage } from '../../core/conversation/receive-message.js';
import { streamReply } from '../../core/conversation/stream-reply.js';
import type { TurnEvent } from '../../core/ports/events.js';
import type { ApiServices } from '../services.js';
import { isLast } from './turn-events.js';

type AnswerServices = Pick<ApiServices, 'context' | 'audience' | 'closing'>;

/** The events of the turn that answers a message, while the client is counted as a listener. */
export async function* answerEvents(
  services: AnswerServices,
  received: ReceivedMessage,
  signal: AbortSignal,
): AsyncIterable<TurnEvent> {
  const { userId, sessionId, inboundId } = received;
  const leave = services.audience.attend(sessionId);
  let ended = false;
  try {
    const events = received.stopsTurnId
      ? stoppedTurn(services, received, received.stopsTurnId, signal)
      : streamReply(services.context, { userId, sessionId, inboundId, signal });
    for await (const event of events) {
      ended = isLast(event);
      yield event;
    }
  } finally {
    leave();
    if (!ended && !services.closing.aborted) services.audience.abandon(userId, sessionId);
  }
}

/** "Stop" has no turn of its own: how the stopped one ends is its answer. */
async function* stoppedTurn(
  services: AnswerServices,
  received: ReceivedMessage,
  turnId: string,
  signal: AbortSignal,
): AsyncIterable<TurnEvent> {
  for await (const event of services.context.events.subscribe(received.sessionId, {
    signal,
    after: `${turnId}:0:0`,
  })) {
    if (event.turnId !== turnId) continue;
    yield event;
    if (isLast(event)) return;
  }
}
