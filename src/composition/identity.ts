import { isLoopback } from '../api/options.js';
import type { Config } from '../config/config.js';
import type { IdentityProvider } from '../core/ports/identity-provider.js';
import type { Logger } from '../core/ports/runtime.js';
import { createSigningKey } from '../infrastructure/identity/access-tokens.js';
import { createEmbeddedIdentity } from '../infrastructure/identity/embedded.js';
import type { ConnectedDatabase } from '../infrastructure/postgres/connect.js';
import { systemClock } from '../infrastructure/runtime/clock.js';
import { randomIds } from '../infrastructure/runtime/ids.js';

/** Cognito where a pool is named, else accounts of the product's own, which production does without. */
export async function createIdentity(
  config: Config,
  connected: Pick<ConnectedDatabase, 'database' | 'localAccounts' | 'secret'>,
  log: Logger,
): Promise<{ readonly provider: IdentityProvider; close(): void }> {
  const shared = { revocations: connected.database.store.accounts, clock: systemClock, ids: randomIds };
  if (config.cognito) {
    const { createCognitoIdentity } = await import('../infrastructure/identity/cognito.js');
    const endpoint = config.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER;
    const provider = createCognitoIdentity({
      ...config.cognito,
      ...shared,
      region: config.AWS_REGION,
      ...(endpoint && { endpoint }),
    });
    return { provider, close: () => provider.close() };
  }
  if (config.production) throw new Error('The embedded identity provider is refused in production.');
  const provider = await createEmbeddedIdentity({
    ...shared,
    accounts: connected.localAccounts,
    signingKey: await connected.secret('token-signing-key', createSigningKey),
    guests: isLoopback(config.HOST),
  });
  log.debug({}, 'Accounts are kept in the database');
  return { provider, close: () => undefined };
}
