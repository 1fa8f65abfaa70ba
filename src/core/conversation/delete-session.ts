import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { cancelTurn } from './cancel-turn.js';

/**
 * Deletes a conversation with its messages; what was recommended in it stays in the user's history.
 * @throws MatineeError not-found, also for somebody else's.
 */
export async function deleteSession(
  context: Pick<CoreContext, 'database' | 'events'>,
  input: { readonly userId: string; readonly sessionId: string },
): Promise<void> {
  await cancelTurn(context, input);
  const deleted = await context.database.store.conversations.deleteSession(input.userId, input.sessionId);
  if (!deleted) throw new MatineeError('not-found', 'SESSION_NOT_FOUND', 'There is no such conversation.');
}
