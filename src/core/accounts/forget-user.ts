import { createHash } from 'node:crypto';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { hasLogin } from './account-view.js';

/** Longer than any access token lives. */
const refusalHours = 25;

/**
 * Deletes the user and everything of theirs: every row, every stored file, the login. Files and login go right after
 * the rows, by jobs that are retried until it is done. What stays is an audit entry that names nobody.
 * @throws MatineeError not-found
 */
export async function forgetUser(
  context: Pick<CoreContext, 'database' | 'clock'>,
  input: { readonly userId: string },
): Promise<void> {
  await context.database.transaction(async (store) => {
    await store.accounts.lockUsers([input.userId]);
    const user = await store.accounts.findUser(input.userId);
    if (!user) throw new MatineeError('not-found', 'ACCOUNT_NOT_FOUND', 'There is no such account.');
    const keys = await store.accounts.objectKeys(input.userId);
    const { documents } = await store.accounts.deleteUser(input.userId);
    if (keys.length > 0) await store.jobs.send('delete-objects', { keys });
    if (hasLogin(user)) {
      const until = new Date(context.clock.now().getTime() + refusalHours * 3_600_000);
      await store.accounts.revokeToken(`subject:${user.subject}`, until);
      await store.jobs.send('delete-login', { subject: user.subject });
    }
    await store.accounts.audit({
      subjectHash: createHash('sha256').update(input.userId).digest('hex'),
      action: 'user-forgotten',
      details: { documents },
    });
  });
}
