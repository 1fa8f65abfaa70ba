import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { ChatMessageRow, SessionRow } from '../ports/stores/conversations.js';

export interface SessionWithMessages {
  readonly session: SessionRow;
  /** The latest messages, oldest first. */
  readonly messages: readonly ChatMessageRow[];
  readonly totalMessages: number;
}

/**
 * A conversation and its latest messages. `before` is a message's id: only older ones are given.
 * @throws MatineeError not-found, also for somebody else's.
 */
export async function getSession(
  context: Pick<CoreContext, 'database'>,
  input: {
    readonly userId: string;
    readonly sessionId: string;
    readonly limit?: number;
    readonly before?: string;
  },
): Promise<SessionWithMessages> {
  const store = context.database.store.conversations;
  const session = await store.getSession(input.userId, input.sessionId);
  if (!session) throw new MatineeError('not-found', 'SESSION_NOT_FOUND', 'There is no such conversation.');
  const messages = await store.messages(session.id, {
    limit: input.limit ?? 200,
    ...(input.before && { before: input.before }),
  });
  return { session, messages, totalMessages: await store.countMessages(session.id) };
}
