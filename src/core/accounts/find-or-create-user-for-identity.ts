import type { PlatformUser } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import { type AccountView, viewAccount } from './account-view.js';

/**
 * The user behind somebody who writes on a chat platform; created at the first message. Their subject is
 * `platform:tenant:user`, and they have no e-mail.
 */
export async function findOrCreateUserForIdentity(
  context: Pick<CoreContext, 'database' | 'ids'>,
  person: PlatformUser,
): Promise<AccountView> {
  const identity = {
    platform: person.platform,
    tenant: person.tenant,
    platformUserId: person.userId,
  };
  const known = await context.database.store.accounts.findUserByIdentity(identity);
  if (known) return viewAccount(known);
  return context.database.transaction(async (store) => {
    const user = await store.accounts.ensureUser({
      id: context.ids.uuid(),
      subject: `${person.platform}:${person.tenant}:${person.userId}`,
      email: null,
      displayName: person.displayName,
    });
    await store.accounts.attachIdentity({
      userId: user.id,
      ...identity,
      displayName: person.displayName,
    });
    await store.accounts.updateSettings(user.id, {
      ...(person.locale !== undefined && { locale: person.locale }),
      ...(person.timeZone !== undefined && { timeZone: person.timeZone }),
    });
    return viewAccount(user);
  });
}
