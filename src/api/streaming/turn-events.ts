import type { z } from 'zod';
import { parseEventId } from '../../core/conversation/turn-event-id.js';
import type { TurnCompleted, TurnEvent, TurnToken } from '../../core/ports/events.js';
import type { reply } from '../routes/chat/schemas.js';
import { renderEvent, type StreamedEvent } from './event-stream.js';

/** A turn's event as server-sent events and the hub show it. */
export function presentTurnEvent(event: TurnEvent): StreamedEvent {
  const { sessionId, turnId, messageId, attempt } = event;
  const base = { sessionId, turnId, messageId };
  const streamed = (data: Readonly<Record<string, unknown>>): StreamedEvent => ({
    id: event.id,
    name: event.kind,
    data: { ...base, ...data },
  });
  switch (event.kind) {
    case 'started':
      return streamed({ attempt });
    case 'progress':
    case 'token':
      return streamed({ text: event.text });
    case 'completed':
      return streamed(presentOutcome(event));
    case 'failed':
      return streamed({ code: event.code, message: event.message });
  }
}

function presentOutcome(event: TurnCompleted) {
  return {
    content: event.content,
    buttons: event.buttons.map(({ id, label }) => ({ id, label })),
    stopped: event.stopped,
  };
}

/** The whole reply of a turn, for clients that do not stream. */
export function presentReply(event: TurnCompleted): z.input<typeof reply> {
  const { sessionId, turnId, messageId } = event;
  return { sessionId, turnId, messageId, role: 'assistant', ...presentOutcome(event) };
}

/** Whether an event ends its turn. */
export function isLast(event: TurnEvent): boolean {
  return event.kind === 'completed' || event.kind === 'failed';
}

const rendered = new WeakMap<TurnEvent, string>();

/**
 * A turn's event as the wire has it; where streaming is switched off, only how the turn ends. An event that goes to
 * many listeners is rendered once.
 */
export function renderTurnEvent(event: TurnEvent, streaming: boolean): string | null {
  if (!streaming && !isLast(event)) return null;
  const known = rendered.get(event);
  if (known !== undefined) return known;
  const text = renderEvent(presentTurnEvent(event));
  rendered.set(event, text);
  return text;
}

/**
 * Leaves out what a client with this Last-Event-ID already has. Text may come in other pieces than before, so a piece
 * that reaches past the client's place is cut there.
 */
export async function* resumeAfter(
  events: AsyncIterable<TurnEvent>,
  lastEventId: string | undefined,
): AsyncIterable<TurnEvent> {
  const last = lastEventId === undefined ? null : parseEventId(lastEventId);
  for await (const event of events) {
    if (!last || event.turnId !== last.turnId || event.attempt > last.attempt) yield event;
    else if (event.attempt === last.attempt && last.position !== 'end') {
      if (event.kind === 'token') {
        const rest = restOf(event, last.position);
        if (rest) yield rest;
      } else if (event.kind !== 'started') yield event;
    }
  }
}

function restOf(event: TurnToken, known: number): TurnToken | null {
  const end = parseEventId(event.id)?.position;
  if (typeof end !== 'number' || end <= known) return null;
  const missing = end - known;
  return missing >= event.text.length ? event : { ...event, text: event.text.slice(-missing) };
}
