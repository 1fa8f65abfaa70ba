import type { ConversationAddress, InboundAttachment } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { ConversationRow, InboundAction, InboxRow } from '../ports/stores/conversations.js';
import type { ReceivedMessage } from './receive-message.js';
import { couldBePassword } from './understanding/password.js';
import { isStopWish } from './understanding/stop-wish.js';

/** Longer messages are kept whole; a turn reads this much of one. PostgreSQL's text has no NUL character. */
const MAX_STORED_CHARACTERS = 200_000;

/** What is stored in place of a password. */
export const HIDDEN = '••••••';

/** Stores one message of a conversation, or finds that it was stored before. */
export async function storeInbound(
  context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'events' | 'secrets'>,
  input: {
    readonly conversation: ConversationRow;
    readonly messageKey: string;
    readonly text: string;
    readonly attachments: readonly InboundAttachment[];
    readonly action: InboundAction | null;
  },
): Promise<ReceivedMessage> {
  const { conversation } = input;
  const store = context.database.store.conversations;
  const said = input.text.replaceAll('\u0000', '').slice(0, MAX_STORED_CHARACTERS);
  const id = context.ids.uuid();
  const secret = conversation.awaitsSecret && input.action === null && couldBePassword(said);
  if (secret) context.secrets.put(id, said.trim());
  const content = secret ? HIDDEN : said;
  const stored = await store.addInbound({
    id,
    chatMessageId: context.ids.uuid(),
    conversationId: conversation.id,
    sessionId: conversation.sessionId,
    messageKey: input.messageKey,
    content,
    attachments: input.attachments,
    action: input.action,
    at: context.clock.now(),
  });
  const base = {
    conversationId: conversation.id,
    sessionId: conversation.sessionId,
    userId: conversation.userId,
  };
  if (!stored) {
    const first = await store.findInbound(conversation.id, input.messageKey);
    if (!first) throw new MatineeError('not-found', 'MESSAGE_NOT_FOUND', 'That message was deleted.');
    return { ...base, inboundId: first.id, repeated: true, stopsTurnId: null };
  }
  const stopsTurnId = isStopWish(content) ? await stopRunning(context, conversation.id, stored) : null;
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
