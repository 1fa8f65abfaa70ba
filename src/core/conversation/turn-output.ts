import type { ReplyExtras } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import type { ConversationRow, PostedMessage, TurnRow } from '../ports/stores/conversations.js';
import type { Answer, ReplySink } from './answer.js';
import { createReplyStream, type ReplyStream } from './reply-stream.js';
import { showTyping } from './show-typing.js';
import { formatEventId } from './turn-event-id.js';
import type { Paces } from './write-pace.js';

/** Where one attempt at a turn is seen: on its platform, and by the listeners of its session. */
export interface TurnOutput extends ReplySink {
  started(inboundIds: readonly string[]): void;
  /** Delivers the final text. @returns the reply's messages, where they are not recorded yet @throws ReplyUndeliverableError */
  finish(content: string, extras: ReplyExtras): Promise<readonly PostedMessage[] | null>;
  /** The messages it answers were taken back: nothing of the reply stays. */
  withdraw(): Promise<void>;
  ended(status: 'completed' | 'stopped' | 'failed', answer: Answer): void;
}

export function createTurnOutput(
  context: CoreContext,
  options: {
    readonly conversation: ConversationRow;
    readonly turn: TurnRow;
    readonly owner: string;
    readonly pace: Paces;
    readonly signal: AbortSignal;
  },
): TurnOutput {
  const { turn } = options;
  const stream = platformStream(context, options);
  let stopTyping: () => void = () => undefined;
  const streaming = context.settings.streamingChat;
  let written = '';
  const at = (position: number | 'end') => ({
    id: formatEventId({ turnId: turn.id, attempt: turn.attempts, position }),
    sessionId: turn.sessionId,
    turnId: turn.id,
    messageId: turn.replyMessageId,
    attempt: turn.attempts,
  });
  return {
    started(inboundIds) {
      context.events.publish({ ...at(0), kind: 'started', inboundIds });
      stopTyping = typing(context, options);
    },
    write(text) {
      written += text;
      if (!streaming || text === '') return;
      stopTyping();
      context.events.publish({ ...at(written.length), kind: 'token', text });
      stream?.show(written);
    },
    progress(text) {
      if (!streaming) return;
      stopTyping();
      context.events.publish({ ...at(written.length), kind: 'progress', text });
      stream?.show(written === '' ? `_${text}_` : `${written.trimEnd()}\n\n_${text}_`);
    },
    written: () => written,
    async finish(content, extras) {
      stopTyping();
      if (streaming && content.startsWith(written) && content.length > written.length) {
        const text = content.slice(written.length);
        written = content;
        context.events.publish({ ...at(written.length), kind: 'token', text });
      }
      return (await stream?.finish(content, extras)) ?? null;
    },
    async withdraw() {
      stopTyping();
      await stream?.withdraw('_(You took your message back.)_');
    },
    ended(status, { content, extras }) {
      stopTyping();
      if (status === 'failed') {
        context.events.publish({ ...at('end'), kind: 'failed', code: 'TURN_FAILED', message: content });
        return;
      }
      const buttons = extras.buttons ?? [];
      const stopped = status === 'stopped';
      context.events.publish({ ...at('end'), kind: 'completed', content, buttons, stopped });
    },
  };
}

function typing(context: CoreContext, options: Parameters<typeof createTurnOutput>[1]): () => void {
  const { platform: name, tenant, address, reference } = options.conversation;
  const platform = context.platforms.get(name);
  if (!platform) return () => undefined;
  return showTyping(context, platform, { platform: name, tenant, address, reference }, options.signal);
}

function platformStream(
  context: CoreContext,
  options: Parameters<typeof createTurnOutput>[1],
): ReplyStream | null {
  const { conversation, turn, owner, signal } = options;
  const platform = context.platforms.get(conversation.platform);
  if (!platform) return null;
  const { tenant, address, reference } = conversation;
  return createReplyStream({
    platform,
    target: { platform: platform.name, tenant, address, reference },
    pace: options.pace.of(platform, `${tenant} ${address}`),
    clock: context.clock,
    log: context.log,
    metrics: context.metrics,
    key: turn.id,
    posted: turn.posted,
    resumed: turn.attempts > 1,
    async savePosted(posted) {
      const store = context.database.store.conversations;
      if (await store.savePosted(turn.id, owner, posted)) return;
      if ((await store.getConversation(conversation.id)) === null) return;
      throw new Error('The conversation was taken over by another process.');
    },
    signal,
  });
}
