import type { CoreContext } from '../ports/context.js';
import type { SessionRow } from '../ports/stores/conversations.js';

/** A page of the user's conversations, the latest first, and how many there are. */
export async function listSessions(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly limit: number; readonly offset: number },
): Promise<{ readonly sessions: readonly SessionRow[]; readonly total: number }> {
  return context.database.store.conversations.listSessions(input.userId, input);
}
