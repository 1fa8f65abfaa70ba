import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MatineeError } from '../../../core/ports/errors.js';
import { builtModule } from '../../built-module.js';
import { type FolderLock, lockFolder } from './folder-lock.js';
import type { EmbeddedOptions, FromThread } from './protocol.js';

/** A running embedded database, and how `pg` reaches it. */
export interface EmbeddedServer {
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  /** True when this start created the data. */
  readonly created: boolean;
  stop(): Promise<void>;
}

/** The thread's own objects are few and short-lived; the database itself lives in WebAssembly memory. */
const youngGenerationMegabytes = 6;

/** The name PostgreSQL's clients derive from a folder and a port. */
const socketPort = 5432;
const socketName = `.s.PGSQL.${socketPort}`;
/** sockaddr_un holds 108 bytes on Linux, 104 on macOS. */
const longestSocketPath = 100;

/**
 * Opens the embedded database under `givenDataDir` in a thread of its own and serves it to this process.
 * @param onLost called once when the database ends by itself or its folder's lock is taken away
 * @throws MatineeError conflict DATA_FOLDER_LOCKED; unavailable DATABASE_FAILED when the data cannot be opened
 */
export async function startEmbeddedServer(
  givenDataDir: string,
  onLost: (error: Error) => void,
): Promise<EmbeddedServer> {
  // Clients take a socket's folder for a host name unless its path is absolute.
  const dataDir = resolve(givenDataDir);
  const folder = join(dataDir, 'postgres');
  const created = !existsSync(join(folder, 'PG_VERSION'));
  const lock = await lockFolder(dataDir, onLost);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (created) await createFiles(folder);
    const sockets = await prepareSocketFolder(dataDir);
    return await startThread({ folder, created, sockets, lock, onLost });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A private folder for the socket, freed of what an unclean exit left; null where there are no Unix sockets. */
async function prepareSocketFolder(dataDir: string): Promise<{ path: string; temporary: boolean } | null> {
  if (platform() === 'win32') return null;
  const near = join(dataDir, 'socket');
  if (Buffer.byteLength(join(near, socketName)) > longestSocketPath) {
    return { path: await mkdtemp(join(tmpdir(), 'matinee-')), temporary: true };
  }
  await rm(near, { recursive: true, force: true });
  await mkdir(near, { recursive: true, mode: 0o700 });
  return { path: near, temporary: false };
}

async function startThread(start: {
  folder: string;
  created: boolean;
  sockets: { path: string; temporary: boolean } | null;
  lock: FolderLock;
  onLost: (error: Error) => void;
}): Promise<EmbeddedServer> {
  const options: EmbeddedOptions = {
    folder: start.folder,
    ...(start.sockets && { socketPath: join(start.sockets.path, socketName) }),
  };
  const thread = launch(options);
  const ready = await firstMessage(thread);
  if (ready.type !== 'ready') {
    await thread.terminate();
    throw failure(ready.type === 'failed' ? ready.message : 'it stopped at once');
  }
  let stopping = false;
  thread.once('exit', () => {
    if (!stopping) start.onLost(failure('its thread ended unexpectedly'));
  });
  thread.on('error', (error) => start.onLost(failure(error.message, error)));
  return {
    connection: {
      host: start.sockets?.path ?? '127.0.0.1',
      port: ready.port ?? socketPort,
      user: 'postgres',
      database: 'postgres',
    },
    created: start.created,
    stop: async () => {
      stopping = true;
      const exited = once(thread, 'exit');
      thread.postMessage({ type: 'stop' });
      await exited;
      if (start.sockets) await rm(start.sockets.path, { recursive: true, force: true });
      await start.lock.release();
    },
  };
}

function launch(options: EmbeddedOptions): Worker {
  return new Worker(builtModule('./thread.js', import.meta.url), {
    workerData: options,
    resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMegabytes },
  });
}

async function createFiles(folder: string): Promise<void> {
  const thread = launch({ folder, createOnly: true });
  const exited = once(thread, 'exit');
  const message = await firstMessage(thread);
  await exited;
  if (message.type === 'failed') throw failure(message.message);
}

async function firstMessage(thread: Worker): Promise<FromThread> {
  const settled = new AbortController();
  try {
    return await Promise.race([
      once(thread, 'message', { signal: settled.signal }).then(([message]): FromThread => message),
      once(thread, 'exit', { signal: settled.signal }).then(
        (): FromThread => ({ type: 'failed', message: 'its thread ended while opening' }),
      ),
    ]);
  } finally {
    settled.abort();
  }
}

function failure(reason: string, cause?: unknown): MatineeError {
  return new MatineeError(
    'unavailable',
    'DATABASE_FAILED',
    `The embedded database cannot be used: ${reason}.`,
    {
      cause,
    },
  );
}
