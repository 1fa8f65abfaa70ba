import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecretBox } from '../../src/core/conversation/secret-box.js';
import type { CoreContext } from '../../src/core/ports/context.js';
import { LanguageModelError } from '../../src/core/ports/language-model.js';
import { createSigningKey } from '../../src/infrastructure/identity/access-tokens.js';
import { createEmbeddedIdentity } from '../../src/infrastructure/identity/embedded.js';
import { systemClock } from '../../src/infrastructure/runtime/clock.js';
import { createDocumentEvents } from '../../src/infrastructure/runtime/document-events.js';
import { randomIds } from '../../src/infrastructure/runtime/ids.js';
import { createFolderStore } from '../../src/infrastructure/storage/folder-store.js';
import { openTestDatabase, silentLog, type TestDatabase } from './database.js';

/** A core on real parts of a test's own: database, folder, identity. */
export interface TestContext {
  readonly context: CoreContext;
  readonly database: TestDatabase;
  readonly close: () => Promise<void>;
}

function notInThisTest(part: string) {
  return () => Promise.reject(new Error(`${part} is not part of this test; pass one to openTestContext.`));
}

function unreachable(): never {
  throw new LanguageModelError('MODEL_UNREACHABLE', 'There is no model in this test.');
}

/** No server to talk to: what the product meets on a machine without Ollama. */
export const noModel: CoreContext['model'] = {
  name: 'none',
  embeddingName: 'none',
  contextWindow: 4096,
  generate: async () => unreachable(),
  // biome-ignore lint/correctness/useYield: it fails before the first word.
  stream: async function* () {
    unreachable();
  },
  embed: async () => unreachable(),
  generateObject: async () => unreachable(),
  available: () => false,
  check: async () => unreachable(),
};

/** The present as a test sets it; sleeping is real. */
export interface SettableClock {
  readonly clock: CoreContext['clock'];
  set(time: string | Date): void;
}

export function createSettableClock(start: string): SettableClock {
  let now = new Date(start);
  return {
    clock: { now: () => new Date(now), sleep: systemClock.sleep },
    set: (time) => {
      now = new Date(time);
    },
  };
}

/** @param overrides parts to use instead, and those that a test needs beyond storage and identity */
export async function openTestContext(overrides: Partial<CoreContext> = {}): Promise<TestContext> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'matinee-files-'));
  const clock = overrides.clock ?? systemClock;
  const objects = createFolderStore({
    folder,
    publicUrl: () => 'http://127.0.0.1:5000',
    linkSecret: randomIds.bytes(32),
    linkSeconds: 3600,
    clock,
    ids: randomIds,
  });
  const identity = await createEmbeddedIdentity({
    accounts: database.localAccounts,
    revocations: database.database.store.accounts,
    signingKey: await createSigningKey(),
    clock,
    ids: randomIds,
    guests: true,
  });
  const context: CoreContext = {
    database: database.database,
    objects,
    identity,
    charts: { png: notInThisTest('The chart renderer') },
    documentReader: { read: notInThisTest('The document reader'), close: async () => undefined },
    model: noModel,
    embedder: { model: 'none', embed: notInThisTest('The embedder') },
    priceProviders: [],
    reviewProviders: [],
    platforms: new Map(),
    events: quietEvents,
    documentEvents: createDocumentEvents(),
    secrets: createSecretBox(clock),
    clock,
    ids: randomIds,
    log: silentLog,
    metrics: { count: () => undefined, observe: () => undefined },
    settings: {
      documentParsing: true,
      streamingChat: true,
      maxDocumentBytes: 10 * 1024 * 1024,
      defaultCurrency: 'USD',
      defaultLocale: 'en-US',
      defaultTimeZone: 'UTC',
    },
    ...overrides,
  };
  return {
    context,
    database,
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Nobody listens. */
const quietEvents: CoreContext['events'] = {
  publish: () => undefined,
  subscribe: async function* () {},
  announceArrival: () => undefined,
  onArrival: () => () => undefined,
  announceStop: () => undefined,
  onStop: () => () => undefined,
  close: async () => undefined,
};
