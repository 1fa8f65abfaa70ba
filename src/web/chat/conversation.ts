import type { ReplyButton, SessionEvent } from '../api/session-events.js';

/** A message as the page shows it. */
export interface ShownMessage {
  readonly id: string;
  readonly role: 'user' | 'assistant' | 'system';
  readonly content: string;
  readonly buttons: readonly ReplyButton[];
  /** What is being done while the reply has no text yet. */
  readonly progress: string | null;
  readonly state: 'writing' | 'whole' | 'failed';
}

/** A message that stands: from the server's history, or just sent. */
export function wholeMessage(id: string, role: ShownMessage['role'], content: string): ShownMessage {
  return { id, role, content, buttons: [], progress: null, state: 'whole' };
}

function upsert(
  messages: readonly ShownMessage[],
  id: string,
  change: (message: ShownMessage) => ShownMessage,
): readonly ShownMessage[] {
  const fresh: ShownMessage = { ...wholeMessage(id, 'assistant', ''), state: 'writing' };
  const known = messages.some((message) => message.id === id);
  return known
    ? messages.map((message) => (message.id === id ? change(message) : message))
    : [...messages, change(fresh)];
}

/** The conversation after an event. A reply that starts again, after a crash, replaces what was shown of it. */
export function applyEvent(messages: readonly ShownMessage[], event: SessionEvent): readonly ShownMessage[] {
  return upsert(messages, event.messageId, (message) => {
    switch (event.kind) {
      case 'started':
        return { ...message, content: '', progress: null, state: 'writing' };
      case 'progress':
        return { ...message, progress: event.text, state: 'writing' };
      case 'token':
        return { ...message, content: message.content + event.text, progress: null, state: 'writing' };
      case 'completed':
        return { ...message, content: event.content, buttons: event.buttons, progress: null, state: 'whole' };
      case 'failed':
        return { ...message, content: message.content || event.message, progress: null, state: 'failed' };
    }
  });
}

/** The server's history, with what is being written now kept at its end and known buttons kept on their messages. */
export function mergeHistory(
  history: readonly { id: string; role: ShownMessage['role']; content: string }[],
  shown: readonly ShownMessage[],
): readonly ShownMessage[] {
  const before = new Map(shown.map((message) => [message.id, message]));
  const stored = history.map(({ id, role, content }) => ({
    ...wholeMessage(id, role, content),
    buttons: before.get(id)?.buttons ?? [],
  }));
  const ids = new Set(history.map(({ id }) => id));
  return [...stored, ...shown.filter((message) => message.state === 'writing' && !ids.has(message.id))];
}
