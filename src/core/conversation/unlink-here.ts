import { unlinkIdentity } from '../accounts/unlink-identity.js';
import type { CoreContext } from '../ports/context.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';

/**
 * Separates the chat account that somebody writes from. What was learned stays with the account it was linked to.
 * @throws MatineeError as `unlinkIdentity`
 */
export async function unlinkHere(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const { accounts, conversations } = context.database.store;
  const conversation = await conversations.getConversation(turn.conversationId);
  const identities = await accounts.listIdentities(turn.userId);
  const here = identities.filter(
    ({ platform, tenant }) => platform === conversation?.platform && tenant === conversation.tenant,
  );
  const [identity] = here;
  if (!identity) return { text: 'No other account of yours is linked here.', facts: [] };
  if (here.length > 1) {
    return {
      text: 'Several of your accounts here are linked, and I can’t tell which one to separate. On the web page, under your account, you can choose.',
      facts: [],
    };
  }
  await unlinkIdentity(context, { userId: turn.userId, identityId: identity.id });
  return {
    text: 'Done: this chat is an account of its own again, and starts afresh with your next message. What I learned stays with the account it was linked to. `link` joins them again.',
    facts: [],
  };
}
