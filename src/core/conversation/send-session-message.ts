import type { InboundAttachment } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { InboundAction } from '../ports/stores/conversations.js';
import { storeInbound } from './inbox.js';
import type { ReceivedMessage } from './receive-message.js';

/** The platform name of conversations that take place through the API; their replies are turn events. */
export const API_PLATFORM = 'api';

/** A message of a signed-in user to one of their sessions. */
export interface SessionMessage {
  readonly userId: string;
  readonly sessionId: string;
  readonly content: string;
  /** Identity of the message, for repeats: an Idempotency-Key, or a new UUID. */
  readonly messageKey: string;
  /** Documents of the user that were submitted already and belong to this message. */
  readonly documentIds?: readonly string[];
  /** A pressed button: the id that its reply carried. */
  readonly action?: InboundAction;
}

/**
 * Takes a message that came through the API into the inbox of a session. Listen with `streamReply`.
 * @throws MatineeError not-found when the user has no such session.
 */
export async function sendSessionMessage(
  context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'events' | 'secrets'>,
  message: SessionMessage,
): Promise<ReceivedMessage> {
  const store = context.database.store.conversations;
  const session = await store.getSession(message.userId, message.sessionId);
  if (!session) throw new MatineeError('not-found', 'SESSION_NOT_FOUND', 'There is no such conversation.');
  const conversation = await store.openConversation({
    userId: message.userId,
    address: { platform: API_PLATFORM, tenant: '', address: session.id },
    direct: true,
    reference: {},
    sessionId: session.id,
    newSessionTitle: null,
  });
  return storeInbound(context, {
    conversation,
    messageKey: message.messageKey,
    text: message.content,
    attachments: (message.documentIds ?? []).map(submittedDocument),
    action: message.action ?? null,
  });
}

function submittedDocument(documentId: string): InboundAttachment {
  return { id: documentId, fileName: '', contentType: null, size: null, source: { documentId } };
}
