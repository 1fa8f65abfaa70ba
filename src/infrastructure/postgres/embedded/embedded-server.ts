import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
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
  stop(): Promise<void>;
}

/** The thread's own objects are few and short-lived; the database itself lives in WebAssembly memory. */
const youngGenerationMegabytes = 6;

/** The name PostgreSQL's clients derive from a folder and a port. */
const socketPort = 5432;
const socketName = `.s.PGSQL.${socketPort}`;
/** sockaddr_un holds 108 bytes on Linux, 104 on macOS. */
const longestSocketPath = 100;

interface EmbeddedServerOptions {
  /** Data files of a closed database that a new one begins with; without them an empty one is created, in seconds. */
  readonly template?: string;
  /** Called once when the database ends by itself or its folder's lock is taken away. */
  readonly onLost: (error: Error) => void;
}

/**
 * Opens the embedded database under `givenDataDir` in a thread of its own and serves it to this process.
 * @throws MatineeError conflict DATA_FOLDER_LOCKED; unavailable DATABASE_FAILED when the data cannot be opened
 */
export async function startEmbeddedServer(
  givenDataDir: string,
  options: EmbeddedServerOptions,
): Promise<EmbeddedServer> {
  // Clients take a socket's folder for a host name unless its path is absolute.
  const dataDir = resolve(givenDataDir);
  const folder = join(dataDir, 'postgres');
  const lock = await lockFolder(dataDir, options.onLost);
  try {
    if (!existsSync(join(folder, 'PG_VERSION'))) await createFolder(folder, options.template);
    const sockets = await prepareSocketFolder(dataDir);
    return await startThread({ folder, sockets, lock, onLost: options.onLost });
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

/** Creates the data files beside their place and moves them there whole: a start that is killed leaves nothing by halves. */
async function createFolder(folder: string, template: string | undefined): Promise<void> {
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw failure(`${folder} holds files that are no database. Restore a backup, or move them away`);
  }
  await rm(folder, { recursive: true, force: true });
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  if (template) await cp(template, unfinished, { recursive: true });
  else await createFiles(unfinished);
  await rename(unfinished, folder);
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
