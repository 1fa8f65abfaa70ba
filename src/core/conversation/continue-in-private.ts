import type { CoreContext } from '../ports/context.js';
import type { ConversationRow, InboxRow } from '../ports/stores/conversations.js';

/**
 * Takes a message about money out of a channel: the same message goes into the inbox of the user's direct conversation,
 * once, and is answered there.
 * @returns what the channel is told
 */
export async function continueInPrivate(
  context: CoreContext,
  conversation: ConversationRow,
  message: InboxRow,
): Promise<string> {
  const direct = await findDirect(context, conversation);
  if (!direct)
    return 'That’s about your money, so let’s keep it between us: send me a direct message, and I’ll answer there.';
  await context.database.store.conversations.addInbound({
    id: context.ids.uuid(),
    chatMessageId: context.ids.uuid(),
    conversationId: direct.id,
    sessionId: direct.sessionId,
    messageKey: `from:${message.id}`,
    content: message.content,
    attachments: message.attachments,
    action: message.action,
    at: context.clock.now(),
  });
  context.events.announceArrival();
  return 'That’s about your money, so I’m answering in our direct chat.';
}

async function findDirect(
  context: CoreContext,
  conversation: ConversationRow,
): Promise<ConversationRow | null> {
  const { conversations, accounts } = context.database.store;
  const known = await conversations.lastDirectConversation(conversation.userId, [conversation.platform]);
  if (known && known.tenant === conversation.tenant) return known;
  const platform = context.platforms.get(conversation.platform);
  if (!platform?.openDirect) return null;
  const identities = await accounts.listIdentities(conversation.userId);
  const identity = identities.find(
    (one) => one.platform === conversation.platform && one.tenant === conversation.tenant,
  );
  if (!identity) return null;
  const user = {
    platform: identity.platform,
    tenant: identity.tenant,
    userId: identity.platformUserId,
    displayName: identity.displayName,
  };
  const target = await platform.openDirect(user, AbortSignal.timeout(10_000)).catch(() => null);
  if (!target) return null;
  return conversations.openConversation({
    userId: conversation.userId,
    address: { platform: target.platform, tenant: target.tenant, address: target.address },
    direct: true,
    reference: target.reference,
    newSessionTitle: null,
  });
}
