import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { hasLogin } from './account-view.js';

/**
 * Separates a chat identity from the account. What was learned stays with the account; the person starts fresh
 * there with their next message.
 * @throws MatineeError not-found IDENTITY_NOT_FOUND; conflict LAST_IDENTITY when nothing else leads to the account
 */
export async function unlinkIdentity(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly identityId: string },
): Promise<void> {
  await context.database.transaction(async (store) => {
    await store.accounts.lockUsers([input.userId]);
    const user = await store.accounts.findUser(input.userId);
    const identities = await store.accounts.listIdentities(input.userId);
    const identity = identities.find((candidate) => candidate.id === input.identityId);
    if (!user || !identity) {
      throw new MatineeError('not-found', 'IDENTITY_NOT_FOUND', 'No such chat account is linked.');
    }
    const subject = `${identity.platform}:${identity.tenant}:${identity.platformUserId}`;
    if (!hasLogin(user) && (identities.length === 1 || user.subject === subject)) {
      throw new MatineeError(
        'conflict',
        'LAST_IDENTITY',
        'The account began with this chat account and lives through it. To leave, ask to be forgotten.',
      );
    }
    await store.accounts.detachIdentity(input.userId, input.identityId);
  });
}
