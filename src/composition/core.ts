import type { Config } from '../config/config.js';
import { createSecretBox } from '../core/conversation/secret-box.js';
import { createTurnEvents } from '../core/conversation/turn-events.js';
import type { ChatPlatform } from '../core/ports/chat-platform.js';
import type { CoreContext, CoreSettings } from '../core/ports/context.js';
import type { LinkedFileStore } from '../core/ports/object-store.js';
import type { Logger, Metrics } from '../core/ports/runtime.js';
import { createDocumentReader } from '../infrastructure/pdf/document-reader.js';
import { type ConnectedDatabase, connectDatabase } from '../infrastructure/postgres/connect.js';
import { systemClock } from '../infrastructure/runtime/clock.js';
import { createDocumentEvents } from '../infrastructure/runtime/document-events.js';
import { randomIds } from '../infrastructure/runtime/ids.js';
import type { Closers } from './closers.js';
import { createIdentity } from './identity.js';
import { createIntelligence } from './intelligence.js';
import { createObjects } from './objects.js';

/** The core on its real parts, and what only the composition may touch of them. */
export interface Core {
  readonly context: CoreContext;
  readonly connected: ConnectedDatabase;
  /** Where platforms are registered once they are connected. */
  readonly platforms: Map<string, ChatPlatform>;
  /** Present where the API serves the files' links itself. */
  readonly linkedFiles: LinkedFileStore | null;
  /** Tells links where the API is reached. */
  setPublicUrl(url: string): void;
}

const readingMilliseconds = 60_000;
/** Enough for a scanned page of A4; measured in `docs/documents.md`. */
const readingMegabytes = 512;

export interface CoreOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly closers: Closers;
  /** Called when the database is gone for good: nothing can be stored any more. */
  readonly onLost: (error: Error) => void;
  /** What a new embedded database begins with. */
  readonly template?: string | null;
}

/**
 * Opens the database, the files, the identity provider and everything else that the configuration asks for, embedded
 * parts for the rest. Nothing is listened to and no job runs yet.
 * @throws MatineeError in one sentence
 */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { config, log, metrics, closers } = options;
  const connected = await connectDatabase({
    ...(config.DATABASE_URL && { databaseUrl: config.DATABASE_URL }),
    dataDir: config.DATA_DIR,
    ...(options.template && { template: options.template }),
    poolSize: config.DATABASE_POOL_SIZE,
    log,
    onLost: options.onLost,
  });
  closers.add('the database', () => connected.close());
  let publicUrl = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
  const base = { database: connected.database, clock: systemClock, ids: randomIds, log, metrics };
  const { objects, linkedFiles, closeObjects } = await createObjects(config, connected, () => publicUrl);
  closers.add('the file storage', async () => closeObjects());
  const identity = await createIdentity(config, connected, log);
  closers.add('the identity provider', async () => identity.close());
  const intelligence = await createIntelligence(config, log, metrics);
  const documentReader = createDocumentReader({
    workers: config.DOCUMENT_WORKERS,
    timeLimitMs: readingMilliseconds,
    memoryLimitMb: readingMegabytes,
    maxPages: config.MAX_DOCUMENT_PAGES,
    maxBytes: config.maxDocumentBytes,
    layoutAdvisor: intelligence.layoutAdvisor,
  });
  closers.add('the document reader', () => documentReader.close());
  const events = createTurnEvents(base);
  closers.add('the turn events', () => events.close());
  const platforms = new Map<string, ChatPlatform>();
  const context: CoreContext = {
    ...base,
    ...intelligence.parts,
    objects,
    identity: identity.provider,
    documentReader,
    platforms,
    events,
    documentEvents: createDocumentEvents(),
    secrets: createSecretBox(systemClock),
    settings: settingsOf(config),
  };
  return {
    context,
    connected,
    platforms,
    linkedFiles,
    setPublicUrl: (url) => {
      publicUrl = config.PUBLIC_URL ?? url;
    },
  };
}

function settingsOf(config: Config): CoreSettings {
  return {
    documentParsing: config.FEATURE_DOCUMENT_PARSING,
    streamingChat: config.FEATURE_STREAMING_CHAT,
    maxDocumentBytes: config.maxDocumentBytes,
    defaultCurrency: config.DEFAULT_CURRENCY,
    defaultLocale: config.DEFAULT_LOCALE,
    defaultTimeZone: config.DEFAULT_TIME_ZONE,
  };
}
