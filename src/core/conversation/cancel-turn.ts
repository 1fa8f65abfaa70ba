import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';

/**
 * Stops what is being answered in a session, at once. The reply keeps what was shown and says that it was stopped.
 * @returns the turns that were told to stop; none when nothing was running.
 * @throws MatineeError not-found when the user has no such session.
 */
export async function cancelTurn(
  context: Pick<CoreContext, 'database' | 'events'>,
  input: { readonly userId: string; readonly sessionId: string },
): Promise<readonly string[]> {
  const store = context.database.store.conversations;
  const session = await store.getSession(input.userId, input.sessionId);
  if (!session) throw new MatineeError('not-found', 'SESSION_NOT_FOUND', 'There is no such conversation.');
  const turns = await store.runningTurns({ sessionId: session.id });
  for (const turn of turns) {
    await store.requestStop(turn.id);
    context.events.announceStop(turn.id);
  }
  return turns.map((turn) => turn.id);
}
