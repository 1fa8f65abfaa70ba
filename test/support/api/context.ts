import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTurnEvents } from '../../../src/core/conversation/turn-events.js';
import type { CoreContext } from '../../../src/core/ports/context.js';
import type { IdentityProvider } from '../../../src/core/ports/identity-provider.js';
import { createSigningKey } from '../../../src/infrastructure/identity/access-tokens.js';
import { createEmbeddedIdentity } from '../../../src/infrastructure/identity/embedded.js';
import { systemClock } from '../../../src/infrastructure/runtime/clock.js';
import { randomIds } from '../../../src/infrastructure/runtime/ids.js';
import { createFolderStore } from '../../../src/infrastructure/storage/folder-store.js';
import { openTestContext } from '../context.js';
import type { TestDatabase } from '../database.js';

/** A core over a database, a folder and an identity provider of a test's own; nobody answers and no job runs. */
export interface ApiContext {
  readonly context: CoreContext;
  readonly database: TestDatabase;
  readonly objects: ReturnType<typeof createFolderStore>;
  /** What access tokens are signed with. */
  readonly signingKey: string;
  /** Where links of the folder store lead; set once the server listens. */
  publicUrl: string;
  close(): Promise<void>;
}

/** @param overrides parts to use instead */
export async function openApiContext(overrides: Partial<CoreContext> = {}): Promise<ApiContext> {
  const base = await openTestContext({ embedder: sameForAll });
  const folder = await mkdtemp(join(tmpdir(), 'matinee-api-'));
  const signingKey = await createSigningKey();
  const place = { publicUrl: '' };
  const objects = createFolderStore({
    folder,
    publicUrl: () => place.publicUrl,
    linkSecret: randomIds.bytes(32),
    linkSeconds: 60,
    clock: systemClock,
    ids: randomIds,
  });
  const identity = await createEmbeddedIdentity({
    accounts: base.database.localAccounts,
    revocations: base.context.database.store.accounts,
    signingKey,
    clock: systemClock,
    ids: randomIds,
    guests: true,
  });
  const events = createTurnEvents(base.context);
  const settings = { ...base.context.settings, maxDocumentBytes: 1024 * 1024 };
  return Object.assign(place, {
    context: { ...base.context, objects, identity, events, settings, ...overrides },
    database: base.database,
    objects,
    signingKey,
    close: async () => {
      await events.close();
      await base.close();
      await rm(folder, { recursive: true, force: true });
    },
  });
}

/** A vector for every text, so that a search has one; meaning is tested where the real embedder is. */
const sameForAll: CoreContext['embedder'] = {
  model: 'same-for-all',
  embed: async (texts) => texts.map(() => Array.from({ length: 768 }, () => 0.036)),
};

/** Registers a user and signs in. */
export async function signUp(
  identity: IdentityProvider,
  name: string,
): Promise<{ token: string; refreshToken: string; email: string; password: string }> {
  const email = `${name}@example.com`;
  const password = `long enough for ${name} 1`;
  await identity.register({ email, password, displayName: name });
  const { accessToken, refreshToken } = await identity.login({ email, password });
  return { token: accessToken, refreshToken, email, password };
}
