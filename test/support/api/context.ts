import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { createTurnEvents } from '../../../src/core/conversation/turn-events.js';
import type { CoreContext, CoreSettings } from '../../../src/core/ports/context.js';
import { MatineeError } from '../../../src/core/ports/errors.js';
import type { IdentityProvider } from '../../../src/core/ports/identity-provider.js';
import { LanguageModelError } from '../../../src/core/ports/language-model.js';
import { createSigningKey } from '../../../src/infrastructure/identity/access-tokens.js';
import { createEmbeddedIdentity } from '../../../src/infrastructure/identity/embedded.js';
import { PrismaClient } from '../../../src/infrastructure/postgres/generated/client.js';
import { createLocalAccountStore } from '../../../src/infrastructure/postgres/local-accounts.js';
import { systemClock } from '../../../src/infrastructure/runtime/clock.js';
import { randomIds } from '../../../src/infrastructure/runtime/ids.js';
import { createFolderStore } from '../../../src/infrastructure/storage/folder-store.js';
import { openTestDatabase, silentLog, type TestDatabase } from '../database.js';

/** A core over a database, a folder and an identity provider of a test's own; nobody answers and no job runs. */
export interface ApiContext {
  readonly context: CoreContext;
  readonly database: TestDatabase;
  readonly objects: ReturnType<typeof createFolderStore>;
  readonly signingKey: string;
  /** Where links of the folder store lead; set it once the server listens. */
  publicUrl: string;
  close(): Promise<void>;
}

const settings: CoreSettings = {
  documentParsing: true,
  streamingChat: true,
  maxDocumentBytes: 1024 * 1024,
  defaultCurrency: 'USD',
  defaultLocale: 'en-US',
  defaultTimeZone: 'UTC',
};

/** @param changes of the settings */
export async function openApiContext(changes: Partial<CoreSettings> = {}): Promise<ApiContext> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'matinee-api-'));
  const signingKey = await createSigningKey();
  const prisma = new PrismaClient({ adapter: new PrismaPg(database.pool) });
  const base = {
    database: database.database,
    clock: systemClock,
    ids: randomIds,
    log: silentLog,
    metrics: { count: () => undefined, observe: () => undefined },
  };
  const opened = { publicUrl: '' };
  const objects = createFolderStore({
    folder,
    publicUrl: () => opened.publicUrl,
    linkSecret: randomIds.bytes(32),
    linkSeconds: 60,
    clock: systemClock,
    ids: randomIds,
  });
  const identity = await createEmbeddedIdentity({
    accounts: createLocalAccountStore(prisma),
    revocations: database.database.store.accounts,
    signingKey,
    clock: systemClock,
    ids: randomIds,
    guests: true,
  });
  const events = createTurnEvents(base);
  const context: CoreContext = {
    ...base,
    ...absentParts(),
    objects,
    identity,
    events,
    settings: { ...settings, ...changes },
  };
  return Object.assign(opened, {
    context,
    database,
    objects,
    signingKey,
    close: async () => {
      await events.close();
      await prisma.$disconnect();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  });
}

/** Parts that the API itself never touches; whoever does is told so. */
function absentParts() {
  const absent = () =>
    Promise.reject(new MatineeError('unavailable', 'ABSENT', 'This test has no such part.'));
  const modelDown = new LanguageModelError('MODEL_UNREACHABLE', 'There is no model here.');
  return {
    charts: { png: absent },
    documentReader: { read: absent, close: async () => undefined },
    model: {
      name: 'none',
      embeddingName: 'none',
      contextWindow: 4096,
      generate: () => Promise.reject(modelDown),
      stream: () => {
        throw modelDown;
      },
      embed: () => Promise.reject(modelDown),
      generateObject: () => Promise.reject(modelDown),
      available: () => false,
      check: () => Promise.reject(modelDown),
    },
    embedder: {
      model: 'zero',
      embed: async (texts: readonly string[]) => texts.map(() => Array(768).fill(0)),
    },
    priceProviders: [],
    reviewProviders: [],
    platforms: new Map(),
    documentEvents: { publish: () => undefined, subscribe: () => () => undefined },
  };
}

/** Registers a user and signs in. @returns the access token and what belongs to it */
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
