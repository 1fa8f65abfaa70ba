import type { z } from 'zod';
import type { AccountView } from '../../../core/accounts/account-view.js';
import type { LinkedIdentity } from '../../../core/accounts/get-account.js';
import type { Tokens } from '../../../core/ports/identity-provider.js';
import type * as schemas from './schemas.js';

export function presentTokens(tokens: Tokens): z.input<typeof schemas.tokens> {
  return {
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken,
    expiresIn: tokens.expiresInSeconds,
    tokenType: 'Bearer',
  };
}

export function presentIdentity(identity: LinkedIdentity): z.input<typeof schemas.identity> {
  return {
    id: identity.id,
    platform: identity.platform,
    tenant: identity.tenant,
    displayName: identity.displayName,
    linkedAt: identity.linkedAt.toISOString(),
  };
}

export function presentAccount(
  account: AccountView & { readonly identities: readonly LinkedIdentity[] },
): z.input<typeof schemas.account> {
  return {
    id: account.id,
    email: account.email,
    displayName: account.displayName,
    createdAt: account.createdAt.toISOString(),
    identities: account.identities.map(presentIdentity),
  };
}
