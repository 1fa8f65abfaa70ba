import { createSlackAdapter } from '@chat-adapter/slack';
import { LogLevel } from '@slack/bolt';
import { type Adapter, Chat, type Lock, type QueueEntry, type StateAdapter } from 'chat';
import { z } from 'zod';
import type { SlackServer } from '../../support/slack/server.js';
import type { Deliver } from './ours.js';
import { flow } from './script.js';

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silent,
};

const nothing = () => undefined;
const quietWebClient = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};

/** Its types are not made for exact optional properties. */
const adapterSchema = z.custom<Adapter>((value) => typeof value === 'object');

/** The SDK wants somewhere to keep its state; its own in-memory one is not published for this version. */
function memoryState(): StateAdapter {
  const values = new Map<string, unknown>();
  const lists = new Map<string, unknown[]>();
  return {
    connect: async () => undefined,
    disconnect: async () => undefined,
    acquireLock: async (threadId, ttlMs): Promise<Lock> => ({
      threadId,
      token: 'only',
      expiresAt: Date.now() + ttlMs,
    }),
    releaseLock: async () => undefined,
    forceReleaseLock: async () => undefined,
    extendLock: async () => true,
    get: async <T>(key: string) => (values.get(key) as T | undefined) ?? null,
    set: async (key, value) => {
      values.set(key, value);
    },
    setIfNotExists: async (key, value) => {
      if (values.has(key)) return false;
      values.set(key, value);
      return true;
    },
    delete: async (key) => {
      values.delete(key);
    },
    appendToList: async (key, value) => {
      lists.set(key, [...(lists.get(key) ?? []), value]);
    },
    getList: async <T>(key: string) => (lists.get(key) as T[] | undefined) ?? [],
    enqueue: async () => 0,
    dequeue: async (): Promise<QueueEntry | null> => null,
    queueDepth: async () => 0,
    subscribe: async () => undefined,
    unsubscribe: async () => undefined,
    isSubscribed: async () => false,
  };
}

/** `chat` with its own Slack adapter, posting and editing as it does where Slack's own streams are not at hand. */
export async function createTheirs(server: SlackServer, updateMilliseconds: number): Promise<Deliver> {
  const bot = new Chat({
    userName: 'matinee',
    adapters: {
      slack: adapterSchema.parse(
        createSlackAdapter({
          botToken: server.workspace.botToken,
          signingSecret: server.signingSecret,
          apiUrl: server.apiUrl,
          nativeStreaming: false,
          logger: silent,
          webClientOptions: { logger: quietWebClient },
        }),
      ),
    },
    state: memoryState(),
    streamingUpdateIntervalMs: updateMilliseconds,
    fallbackStreamingPlaceholderText: null,
    logger: silent,
  });
  await bot.initialize();
  return async (user, text, perSecond) => {
    const thread = await bot.openDM(user);
    let flowed = performance.now();
    async function* deltas(): AsyncGenerator<string> {
      let before = 0;
      for await (const soFar of flow(text, perSecond)) {
        yield soFar.slice(before);
        before = soFar.length;
      }
      flowed = performance.now();
    }
    await thread.post(deltas());
    return { flowed };
  };
}
