import type { Answerer } from '../../../src/core/conversation/answer.js';
import { receiveMessage } from '../../../src/core/conversation/receive-message.js';
import { createSecretBox } from '../../../src/core/conversation/secret-box.js';
import { createTurnEvents } from '../../../src/core/conversation/turn-events.js';
import { createTurnRunner } from '../../../src/core/conversation/turn-runner.js';
import { type ChatPlatform, PlatformWriteError } from '../../../src/core/ports/chat-platform.js';
import type { CoreContext } from '../../../src/core/ports/context.js';
import { connectDatabase } from '../../../src/infrastructure/postgres/connect.js';
import { systemClock } from '../../../src/infrastructure/runtime/clock.js';
import { createDocumentEvents } from '../../../src/infrastructure/runtime/document-events.js';
import { randomIds } from '../../../src/infrastructure/runtime/ids.js';
import { Random } from '../histories/random.js';
import type { KillPlace, LifeStart } from './fault-life.js';
import { quietLog, quietMetrics } from './quiet.js';

/** What a power cut would do: no handler, no flush, no farewell. */
function dieIf(start: LifeStart, place: KillPlace): void {
  if (start.dieAt === place) process.kill(process.pid, 'SIGKILL');
}

/**
 * A process that takes messages in and answers them, over a platform that the parent plays. It is killed at any moment;
 * what it acknowledged must be answered by its successor.
 */
async function main(start: LifeStart): Promise<void> {
  const connected = await connectDatabase({
    ...(start.databaseUrl && { databaseUrl: start.databaseUrl }),
    dataDir: start.dataDir,
    log: quietLog,
  });
  const base = {
    database: connected.database,
    clock: systemClock,
    ids: randomIds,
    log: quietLog,
    metrics: quietMetrics,
  };
  const events = createTurnEvents(base);
  const context: CoreContext = {
    ...base,
    events,
    secrets: createSecretBox(systemClock),
    platforms: new Map([['fake', remotePlatform(start)]]),
    model: { ...unusedModel, available: () => false },
    embedder: { model: 'none', embed: absent },
    charts: { png: absent },
    documentReader: { read: absent, close: async () => undefined },
    documentEvents: createDocumentEvents(),
    priceProviders: [],
    reviewProviders: [],
    objects: {
      put: absent,
      get: absent,
      delete: absent,
      deletePrefix: absent,
      presign: absent,
      check: absent,
    },
    identity: {
      register: absent,
      confirm: absent,
      resendCode: absent,
      login: absent,
      refresh: absent,
      logout: absent,
      verify: absent,
      describe: absent,
      deleteAccount: absent,
      check: absent,
    },
    settings: {
      documentParsing: false,
      streamingChat: true,
      maxDocumentBytes: 1,
      defaultCurrency: 'USD',
      defaultLocale: 'en-US',
      defaultTimeZone: 'UTC',
    },
  };
  const runner = createTurnRunner(context, {
    answer: echoKeys(start),
    exclusive: start.databaseUrl === undefined,
  });
  if (start.dieAt !== 'acknowledged, turn not begun') runner.start();
  process.on('message', (message: { key: string; conversation: string }) => {
    void take(context, start, message);
  });
  process.send?.({ ready: true });
}

/** A part that answering by echo never touches. */
function absent(): Promise<never> {
  return Promise.reject(new Error('This part is not here.'));
}

async function take(
  context: CoreContext,
  start: LifeStart,
  message: { key: string; conversation: string },
): Promise<void> {
  try {
    await receiveMessage(context, {
      conversation: { platform: 'fake', tenant: '', address: message.conversation },
      direct: true,
      messageKey: message.key,
      sender: { platform: 'fake', tenant: '', userId: message.conversation, displayName: null },
      text: message.key,
      attachments: [],
      reference: {},
    });
    dieIf(start, 'stored, not yet acknowledged');
    process.send?.({ acknowledged: message.key }, () => dieIf(start, 'acknowledged, turn not begun'));
  } catch {
    // Not acknowledged: the platform sends it again.
  }
}

const unusedModel = {
  name: 'none',
  embeddingName: 'none',
  contextWindow: 4_096,
  generate: absent,
  // biome-ignore lint/correctness/useYield: it fails before the first word.
  stream: async function* () {
    await absent();
  },
  embed: absent,
  generateObject: absent,
  check: absent,
};

/** Answers with the keys it was sent, in pieces, so that there is much time to be killed in. */
function echoKeys(start: LifeStart): Answerer {
  const random = new Random(start.seed);
  return async (context, input, sink, signal) => {
    if (input.turn.attempts === 1 && random.chance(start.failingShare)) throw new Error('scripted failure');
    sink.write('Thinking. ');
    await context.clock.sleep(random.between(0, 25), signal);
    for (const message of input.messages) sink.write(`[${message.content}] `);
    await context.clock.sleep(random.between(0, 25), signal);
    if (random.chance(0.5)) dieIf(start, 'in the middle of the reply');
    return { content: sink.written().trim(), extras: {}, facts: {}, toolCalls: [], timings: {}, model: null };
  };
}

function remotePlatform(start: LifeStart): ChatPlatform {
  const url = start.platformUrl;
  async function call(path: string, body: unknown, signal: AbortSignal): Promise<string | null> {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body), signal });
    if (response.status === 429)
      throw new PlatformWriteError('RATE_LIMITED', 'slow down', { retryAfterMilliseconds: 30 });
    if (response.status === 404) throw new PlatformWriteError('MESSAGE_GONE', 'gone');
    if (!response.ok) throw new PlatformWriteError('TEMPORARY', 'bad gateway');
    const { reference } = (await response.json()) as { reference: string | null };
    return reference;
  }
  return {
    name: 'fake',
    capabilities: {
      messageLimit: 2_000,
      pace: { writes: 200, windowMilliseconds: 1_000 },
      editIntervalMilliseconds: 5,
      markdown: 'commonmark',
      buttons: false,
      images: false,
      typing: false,
      privateReplies: true,
    },
    post: async (to, text, extras, signal) => {
      if (!text.startsWith('Thinking. ')) dieIf(start, 'decided, not yet posted');
      const reference = await call('/post', { conversation: to.address, key: extras.key, text }, signal);
      dieIf(start, 'posted, not yet recorded');
      return reference ?? '';
    },
    edit: async (_to, reference, text, _extras, signal) => {
      if (text.includes('[')) dieIf(start, 'decided, not yet posted');
      await call('/edit', { reference, text }, signal);
      if (text.includes('[')) dieIf(start, 'shown whole, turn not ended');
    },
    findPosted: (_to, key, signal) => call('/find', { key }, signal),
    download: () => Promise.reject(new Error('no files')),
    renderedLength: (text) => text.length,
  };
}

// Without its parent it has nobody to answer.
process.on('disconnect', () => process.exit(0));
process.once('message', ({ start }: { start: LifeStart }) => {
  main(start).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
