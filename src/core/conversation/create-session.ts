import type { CoreContext } from '../ports/context.js';
import type { SessionRow } from '../ports/stores/conversations.js';

/** Begins a conversation of the user's, without a message yet. */
export async function createSession(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly title?: string },
): Promise<SessionRow> {
  const title = input.title?.trim().slice(0, 255) || null;
  return context.database.store.conversations.createSession({ userId: input.userId, title });
}
