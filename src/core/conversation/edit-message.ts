import type { ConversationAddress } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import { findInboundAt } from './inbox.js';

/**
 * Respects an edited message. Not answered yet: the new text is what gets answered. Being answered: the turn stops
 * and begins again with the new text, in the reply already begun. Answered: the record shows the new text.
 * An unknown message changes nothing.
 */
export async function editMessage(
  context: Pick<CoreContext, 'database' | 'events'>,
  edited: {
    readonly conversation: ConversationAddress;
    readonly messageKey: string;
    readonly text: string;
  },
): Promise<void> {
  const found = await findInboundAt(context, edited.conversation, edited.messageKey);
  if (!found || found.status === 'withdrawn' || found.content === edited.text) return;
  const store = context.database.store.conversations;
  await store.rewriteInbound(found.id, edited.text);
  // A turn may have begun with the old text in between, as when a platform delivers a message and its edit together.
  const now = await findInboundAt(context, edited.conversation, edited.messageKey);
  if (now?.status !== 'answering' || !now.turnId) return;
  await store.setInboundStatus([now.id], 'pending');
  await store.requestStop(now.turnId);
  context.events.announceStop(now.turnId);
}
