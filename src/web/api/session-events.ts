import { createParser } from 'eventsource-parser';

/** A button under a reply; pressing it sends its id and label back. */
export interface ReplyButton {
  readonly id: string;
  readonly label: string;
}

/** What a conversation tells while a reply is written. */
export type SessionEvent =
  | { readonly kind: 'started'; readonly messageId: string }
  | { readonly kind: 'progress'; readonly messageId: string; readonly text: string }
  | { readonly kind: 'token'; readonly messageId: string; readonly text: string }
  | {
      readonly kind: 'completed';
      readonly messageId: string;
      readonly content: string;
      readonly buttons: readonly ReplyButton[];
    }
  | { readonly kind: 'failed'; readonly messageId: string; readonly message: string };

export type ConnectionState = 'connected' | 'reconnecting';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

function toEvent(kind: string, text: string): SessionEvent | null {
  const data = JSON.parse(text);
  const messageId = String(data.messageId);
  switch (kind) {
    case 'started':
      return { kind, messageId };
    case 'progress':
    case 'token':
      return { kind, messageId, text: String(data.text) };
    case 'completed':
      return {
        kind,
        messageId,
        content: String(data.content),
        buttons: Array.isArray(data.buttons) ? data.buttons : [],
      };
    case 'failed':
      return { kind, messageId, message: String(data.message) };
    default:
      return null;
  }
}

/** Reads one connection until it ends. @returns the id of the last event, to go on from. */
async function readOnce(
  response: Response,
  lastEventId: string | null,
  onEvent: (event: SessionEvent) => void,
): Promise<string | null> {
  let last = lastEventId;
  const parser = createParser({
    onEvent: ({ event, data, id }) => {
      if (id !== undefined) last = id;
      const told = toEvent(event ?? '', data);
      if (told !== null) onEvent(told);
    },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    parser.feed(value);
  }
  return last;
}

/**
 * Follows a conversation until the signal fires. A cut line comes back by itself, after the last event that was seen.
 * `onGap` says that events may have been missed and the conversation should be fetched again.
 */
export async function followSession(options: {
  readonly sessionId: string;
  readonly accessToken: () => Promise<string>;
  readonly onEvent: (event: SessionEvent) => void;
  readonly onState: (state: ConnectionState) => void;
  readonly onGap: () => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { sessionId, accessToken, onEvent, onState, onGap, signal } = options;
  let lastEventId: string | null = null;
  let retry = FIRST_RETRY_MS;
  while (!signal.aborted) {
    try {
      const response: Response = await fetch(`/api/chat/sessions/${sessionId}/events`, {
        headers: {
          accept: 'text/event-stream',
          authorization: `Bearer ${await accessToken()}`,
          ...(lastEventId !== null && { 'last-event-id': lastEventId }),
        },
        signal,
      });
      if (!response.ok) throw new Error(`The stream answered ${response.status}.`);
      onState('connected');
      retry = FIRST_RETRY_MS;
      lastEventId = await readOnce(response, lastEventId, onEvent);
    } catch {
      if (signal.aborted) return;
      onState('reconnecting');
    }
    const wait = retry;
    await new Promise((resolve) => setTimeout(resolve, wait));
    retry = Math.min(retry * 2, LONGEST_RETRY_MS);
    if (!signal.aborted) onGap();
  }
}
