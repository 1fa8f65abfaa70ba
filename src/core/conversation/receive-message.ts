import { findOrCreateUserForIdentity } from '../accounts/find-or-create-user-for-identity.js';
import type { InboundMessage } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import { storeFromKnown, storeInbound } from './inbox.js';

/** What became of a message that was handed in. */
export interface ReceivedMessage {
  readonly inboundId: string;
  readonly conversationId: string;
  readonly sessionId: string;
  readonly userId: string;
  /** The platform had delivered this message before: nothing was stored, nothing will be answered again. */
  readonly repeated: boolean;
  /** The turn that the message stops, where it is a wish to stop. */
  readonly stopsTurnId: string | null;
}

/**
 * Takes a platform's message into the inbox. When it returns, the message is stored and may be acknowledged; the
 * answer comes from the turn runner. A repeat, told by `messageKey`, changes nothing. "stop" ends a running turn.
 * @throws MatineeError unavailable when it could not be stored: the platform must not be acknowledged then.
 */
export async function receiveMessage(
  context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'events' | 'secrets'>,
  message: InboundMessage,
): Promise<ReceivedMessage> {
  const said = {
    messageKey: message.messageKey,
    text: message.text,
    attachments: message.attachments,
    action: null,
  };
  const known = await storeFromKnown(context, message, said);
  if (known) return known;
  const user = await findOrCreateUserForIdentity(context, message.sender);
  const conversation = await context.database.store.conversations.openConversation({
    userId: user.id,
    address: message.conversation,
    direct: message.direct,
    reference: message.reference,
    newSessionTitle: null,
  });
  return storeInbound(context, { ...said, conversation });
}
