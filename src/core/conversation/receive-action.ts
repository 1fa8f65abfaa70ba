import { findOrCreateUserForIdentity } from '../accounts/find-or-create-user-for-identity.js';
import type { InboundActionPress } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import { storeFromKnown, storeInbound } from './inbox.js';
import type { ReceivedMessage } from './receive-message.js';

/**
 * Takes a pressed button into the inbox, like a message: stored before acknowledged, once per press.
 * @throws MatineeError unavailable when it could not be stored.
 */
export async function receiveAction(
  context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'events' | 'secrets'>,
  press: InboundActionPress,
): Promise<ReceivedMessage> {
  const said = {
    messageKey: `action:${press.actionKey}`,
    text: press.label,
    attachments: [],
    action: { id: press.actionId, label: press.label },
  };
  const known = await storeFromKnown(context, press, said);
  if (known) return known;
  const user = await findOrCreateUserForIdentity(context, press.sender);
  const conversation = await context.database.store.conversations.openConversation({
    userId: user.id,
    address: press.conversation,
    direct: press.direct,
    reference: press.reference,
    newSessionTitle: null,
  });
  return storeInbound(context, { ...said, conversation });
}
