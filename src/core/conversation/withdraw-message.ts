import type { ConversationAddress } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import { findInboundAt } from './inbox.js';

/**
 * Respects a deleted message: unanswered it stays so, a running answer to it stops, and its text is erased here as
 * well. An unknown message changes nothing.
 */
export async function withdrawMessage(
  context: Pick<CoreContext, 'database' | 'events'>,
  withdrawn: { readonly conversation: ConversationAddress; readonly messageKey: string },
): Promise<void> {
  const found = await findInboundAt(context, withdrawn.conversation, withdrawn.messageKey);
  if (!found || found.status === 'withdrawn') return;
  const store = context.database.store.conversations;
  await store.withdrawInbound(found.id);
  if (found.status === 'answered') return;
  // A turn may have begun in between, as when a platform delivers a message and its deletion together.
  const now = await findInboundAt(context, withdrawn.conversation, withdrawn.messageKey);
  if (!now?.turnId) return;
  await store.requestStop(now.turnId);
  context.events.announceStop(now.turnId);
}
