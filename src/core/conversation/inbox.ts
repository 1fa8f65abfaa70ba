import type { ConversationAddress, InboundAttachment, InboundMessage } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { ConversationRow, InboundAction, InboxRow, NewInbound } from '../ports/stores/conversations.js';
import type { ReceivedMessage } from './receive-message.js';
import { couldBePassword } from './understanding/password.js';
import { isStopWish } from './understanding/stop-wish.js';

/** Longer messages are kept whole; a turn reads this much of one. PostgreSQL's text has no NUL character. */
const MAX_STORED_CHARACTERS = 200_000;

/** What is stored in place of a password. */
export const HIDDEN = '••••••';

type InboxContext = Pick<CoreContext, 'database' | 'clock' | 'ids' | 'events' | 'secrets'>;

interface Said {
  readonly messageKey: string;
  readonly text: string;
  readonly attachments: readonly InboundAttachment[];
  readonly action: InboundAction | null;
}

function newInbound(context: InboxContext, said: Said): NewInbound {
  return {
    id: context.ids.uuid(),
    chatMessageId: context.ids.uuid(),
    messageKey: said.messageKey,
    content: said.text.replaceAll('\u0000', '').slice(0, MAX_STORED_CHARACTERS),
    attachments: said.attachments,
    action: said.action,
    at: context.clock.now(),
  };
}

/** Stores a message of somebody known in a known conversation, which is the usual one, in one go; null for any other. */
export async function storeFromKnown(
  context: InboxContext,
  from: Pick<InboundMessage, 'conversation' | 'direct' | 'sender' | 'reference'>,
  said: Said,
): Promise<ReceivedMessage | null> {
  const { platform, tenant, userId } = from.sender;
  const message = newInbound(context, said);
  const known = await context.database.store.conversations.receiveInbound({
    address: from.conversation,
    sender: { platform, tenant, userId },
    direct: from.direct,
    reference: from.reference,
    couldBeSecret: said.action === null && couldBePassword(message.content),
    message,
  });
  return known && received(context, known.conversation, said.messageKey, known.stored);
}

/** Stores one message of a conversation, or finds that it was stored before. */
export async function storeInbound(
  context: InboxContext,
  input: Said & { readonly conversation: ConversationRow },
): Promise<ReceivedMessage> {
  const { conversation } = input;
  const message = newInbound(context, input);
  const secret = conversation.awaitsSecret && input.action === null && couldBePassword(message.content);
  if (secret) context.secrets.put(message.id, message.content.trim());
  const stored = await context.database.store.conversations.addInbound({
    ...message,
    ...(secret && { content: HIDDEN }),
    conversationId: conversation.id,
    sessionId: conversation.sessionId,
  });
  return received(context, conversation, input.messageKey, stored);
}

/** What became of a message: the turn runner is told of a new one, a wish to stop stops. */
async function received(
  context: InboxContext,
  conversation: ConversationRow,
  messageKey: string,
  stored: InboxRow | null,
): Promise<ReceivedMessage> {
  const base = {
    conversationId: conversation.id,
    sessionId: conversation.sessionId,
    userId: conversation.userId,
  };
  if (!stored) {
    const { conversations } = context.database.store;
    const first = await conversations.findInbound(conversation.id, messageKey);
    if (!first) throw new MatineeError('not-found', 'MESSAGE_NOT_FOUND', 'That message was deleted.');
    return { ...base, inboundId: first.id, repeated: true, stopsTurnId: null };
  }
  const stopsTurnId = isStopWish(stored.content) ? await stopRunning(context, conversation.id, stored) : null;
  if (!stopsTurnId) context.events.announceArrival();
  return { ...base, inboundId: stored.id, repeated: false, stopsTurnId };
}

/** Stops what runs in the conversation; the wish is answered by the reply that ends. */
async function stopRunning(
  context: Pick<CoreContext, 'database' | 'events'>,
  conversationId: string,
  wish: InboxRow,
): Promise<string | null> {
  const store = context.database.store.conversations;
  const [running] = await store.runningTurns({ conversationId });
  if (!running) return null;
  await store.requestStop(running.id);
  await store.setInboundStatus([wish.id], 'answered');
  context.events.announceStop(running.id);
  return running.id;
}

/** A message by its platform's identity, whoever of the conversation's people wrote it. */
export async function findInboundAt(
  context: Pick<CoreContext, 'database'>,
  address: ConversationAddress,
  messageKey: string,
): Promise<InboxRow | null> {
  const store = context.database.store.conversations;
  for (const conversation of await store.findConversations(address)) {
    const found = await store.findInbound(conversation.id, messageKey);
    if (found) return found;
  }
  return null;
}
