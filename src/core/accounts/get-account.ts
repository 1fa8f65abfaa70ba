import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { type AccountView, viewAccount } from './account-view.js';

/** A chat platform's user who is joined with the account. */
export interface LinkedIdentity {
  readonly id: string;
  readonly platform: string;
  readonly tenant: string;
  readonly displayName: string | null;
  readonly linkedAt: Date;
}

/** @throws MatineeError not-found */
export async function getAccount(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string },
): Promise<AccountView & { readonly identities: readonly LinkedIdentity[] }> {
  const { accounts } = context.database.store;
  const user = await accounts.findUser(input.userId);
  if (!user) throw new MatineeError('not-found', 'ACCOUNT_NOT_FOUND', 'There is no such account.');
  const identities = await accounts.listIdentities(input.userId);
  return {
    ...viewAccount(user),
    identities: identities.map((identity) => ({
      id: identity.id,
      platform: identity.platform,
      tenant: identity.tenant,
      displayName: identity.displayName,
      linkedAt: identity.createdAt,
    })),
  };
}
