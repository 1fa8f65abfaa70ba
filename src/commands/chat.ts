import { consoleUser, createEmbeddedBackend } from '../../adapters/console/embedded.js';
import { type ConsoleBackend, type ConsoleFront, createConsoleFront } from '../../adapters/console/index.js';
import { CONSOLE_PLATFORM, createConsolePlatform } from '../../adapters/console/outbound.js';
import { createRemoteBackend, isServing } from '../../adapters/console/remote.js';
import { type Application, startApplication } from '../composition/application.js';
import { createProcessLog } from '../composition/process-log.js';
import { type Config, ConfigError, loadConfig } from '../config/config.js';
import { findOrCreateUserForClaims } from '../core/accounts/find-or-create-user-for-claims.js';
import { cancelTurn } from '../core/conversation/cancel-turn.js';
import { receiveAction } from '../core/conversation/receive-action.js';
import { type ReceivedMessage, receiveMessage } from '../core/conversation/receive-message.js';
import { streamReply } from '../core/conversation/stream-reply.js';
import type { CoreContext } from '../core/ports/context.js';
import { MatineeError } from '../core/ports/errors.js';
import { createGuestFile, type GuestFile } from './console-guest.js';

/** Matinee in the terminal: in a running server through its API, else with a core of its own. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const front = createConsoleFront({
    input: process.stdin,
    output: {
      write: (text) => process.stdout.write(text),
      get columns() {
        return process.stdout.columns ?? null;
      },
    },
    interactive,
  });
  const baseUrl = `http://${config.HOST === '0.0.0.0' || config.HOST === '::' ? '127.0.0.1' : config.HOST}:${config.PORT}`;
  if (await isServing(baseUrl)) {
    const backend = await createRemoteBackend({
      baseUrl,
      screen: front.screen,
      board: front.board,
      guests: createGuestFile(config.DATA_DIR),
    });
    front.screen.notice(
      `Connected to the Matinee at ${baseUrl}. /file PATH hands over a document, /quit leaves.`,
    );
    await front.run(backend);
    return;
  }
  await chatEmbedded(config, front);
}

async function chatEmbedded(config: Config, front: ConsoleFront): Promise<void> {
  const platform = createConsolePlatform({ screen: front.screen, board: front.board, folder: process.cwd() });
  front.screen.notice('Starting Matinee …');
  const application = await startApplication(
    { ...config, roles: new Set(['worker']) },
    createProcessLog({ ...config, LOG_LEVEL: config.LOG_LEVEL ?? 'error' }),
    fail,
    [platform],
  );
  try {
    await attachToGuest(application, createGuestFile(config.DATA_DIR));
    front.screen.notice('Hi! Ask me anything. /file PATH hands over a document, /quit leaves.');
    await front.run(embeddedBackend(application));
  } finally {
    await application.stop();
  }
}

function fail(error: Error): void {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** The terminal is the same person whether it joins a server or runs alone. */
async function attachToGuest({ core }: Application, guests: GuestFile): Promise<void> {
  const { context } = core;
  const known = await guests.read();
  const accessToken = (known && (await refreshed(context, known))) ?? (await newGuest(context, guests));
  if (!accessToken) return;
  const claims = await context.identity.verify(accessToken);
  const user = await findOrCreateUserForClaims(context, { claims, accessToken });
  await context.database.store.accounts.attachIdentity({
    userId: user.id,
    platform: consoleUser.platform,
    tenant: consoleUser.tenant,
    platformUserId: consoleUser.userId,
    displayName: null,
  });
}

async function refreshed(context: CoreContext, refreshToken: string): Promise<string | null> {
  try {
    return (await context.identity.refresh(refreshToken)).accessToken;
  } catch {
    return null;
  }
}

async function newGuest(context: CoreContext, guests: GuestFile): Promise<string | null> {
  const guest = await context.identity.guest?.();
  if (!guest) return null;
  await guests.write(guest.refreshToken);
  return guest.accessToken;
}

function embeddedBackend({ core }: Application): ConsoleBackend {
  const { context } = core;
  let current: ReceivedMessage | null = null;
  const reply = async (received: ReceivedMessage) => {
    current = received;
    const signal = new AbortController().signal;
    for await (const event of streamReply(context, { ...received, signal })) {
      if (event.kind === 'completed' || event.kind === 'failed') break;
    }
    current = null;
  };
  return createEmbeddedBackend({
    converse: async (message) => reply(await receiveMessage(context, message)),
    converseByButton: async (press) => reply(await receiveAction(context, press)),
    async stop() {
      if (!current) return false;
      return (await cancelTurn(context, current)).length > 0;
    },
    newKey: () => `${CONSOLE_PLATFORM}:${context.ids.uuid()}`,
  });
}

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error: unknown) => {
    const known = error instanceof MatineeError || error instanceof ConfigError;
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
