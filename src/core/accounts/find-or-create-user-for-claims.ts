import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { Claims } from '../ports/identity-provider.js';
import type { UserRecord } from '../ports/stores/accounts.js';
import { type AccountView, viewAccount } from './account-view.js';

/**
 * The user of a verified access token; created at the first request, with the e-mail and name that the provider
 * tells then.
 * @throws MatineeError unauthenticated when the account was deleted; unavailable when the provider must be asked and is down
 */
export async function findOrCreateUserForClaims(
  context: Pick<CoreContext, 'database' | 'ids' | 'identity'>,
  input: { readonly claims: Claims; readonly accessToken: string },
): Promise<AccountView> {
  const { accounts } = context.database.store;
  const { subject } = input.claims;
  const known = (await accounts.findUserBySubject(subject)) ?? (await findJoinedGuest(context, subject));
  if (known) return viewAccount(known);
  if (await accounts.isRevoked([`subject:${subject}`])) {
    throw new MatineeError('unauthenticated', 'ACCOUNT_DELETED', 'This account was deleted.');
  }
  const described = await context.identity.describe(input.accessToken);
  const user = await accounts.ensureUser({
    id: context.ids.uuid(),
    subject,
    email: described.email ?? input.claims.email,
    displayName: described.displayName,
  });
  return viewAccount(user);
}

/** A guest who was joined with another account since: the subject lives on as an identity of that account. */
async function findJoinedGuest(
  context: Pick<CoreContext, 'database'>,
  subject: string,
): Promise<UserRecord | null> {
  const [platform, tenant, platformUserId] = subject.split(':');
  if (platform === undefined || tenant === undefined || platformUserId === undefined) return null;
  return context.database.store.accounts.findUserByIdentity({ platform, tenant, platformUserId });
}
