import { z } from 'zod';
import type { ActionButton } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import type { TurnEvent } from '../ports/events.js';
import { formatEventId } from './turn-event-id.js';

const buttons = z.object({
  buttons: z.array(
    z
      .object({ id: z.string(), label: z.string(), style: z.enum(['primary', 'danger']).optional() })
      .transform(({ style, ...rest }) => ({ ...rest, ...(style && { style }) })),
  ),
});

/** The buttons that were recorded with a turn. */
export function recordedButtons(facts: unknown): readonly ActionButton[] {
  const parsed = buttons.safeParse(facts);
  return parsed.success ? parsed.data.buttons : [];
}

/** The events of a turn that has ended, made from its record; null while it runs. */
export async function replayTurn(
  context: Pick<CoreContext, 'database'>,
  turnId: string,
): Promise<TurnEvent[] | null> {
  const store = context.database.store.conversations;
  const turn = await store.getTurn(turnId);
  if (!turn || turn.status === 'running' || turn.status === 'delivering') return null;
  const message = await store.getMessage(turn.replyMessageId);
  const content = message?.content ?? '';
  const at = (position: number | 'end') => ({
    id: formatEventId({ turnId, attempt: turn.attempts, position }),
    sessionId: turn.sessionId,
    turnId,
    messageId: turn.replyMessageId,
    attempt: turn.attempts,
  });
  const inbound = await store.turnMessages(turnId);
  const events: TurnEvent[] = [
    { ...at(0), kind: 'started', inboundIds: inbound.map((row) => row.id) },
    { ...at(content.length), kind: 'token', text: content },
  ];
  if (turn.status === 'failed') {
    events.push({ ...at('end'), kind: 'failed', code: 'TURN_FAILED', message: content });
  } else {
    const stopped = turn.status === 'stopped';
    events.push({ ...at('end'), kind: 'completed', content, buttons: recordedButtons(turn.facts), stopped });
  }
  return events;
}
