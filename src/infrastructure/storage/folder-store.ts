import { createReadStream } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LinkedFileStore, ObjectStore } from '../../core/ports/object-store.js';
import type { Clock, Ids } from '../../core/ports/runtime.js';
import { errorCode } from '../error-code.js';
import { signLink, verifyLink } from './link-tokens.js';
import { createMeter } from './measured-stream.js';
import { objectNotFound, requireObjectKey, requireObjectPrefix, storageUnavailable } from './object-key.js';

export interface FolderStoreOptions {
  readonly folder: string;
  /** Where the API serves links: its public address, without a trailing slash. */
  readonly publicUrl: () => string;
  readonly linkSecret: Uint8Array;
  readonly linkSeconds: number;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Files in a folder of this machine. An object appears whole or not at all: it is written aside, brought to the disk,
 * and renamed. Links are signed and served by the API (`openLink`).
 */
export function createFolderStore(options: FolderStoreOptions): ObjectStore & LinkedFileStore {
  const root = resolve(options.folder, 'objects');
  const incoming = resolve(options.folder, 'incoming');
  const pathOf = (key: string) => join(root, ...requireObjectKey(key).split('/'));

  return {
    put: async (key, body, { signal }) => {
      const target = pathOf(key);
      const temporary = join(incoming, options.ids.uuid());
      const meter = createMeter();
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 });
        // Opened here, not by the stream: one that is stopped while it still opens would leave its file behind.
        const file = await open(temporary, 'wx', 0o600);
        await pipeline(body, meter.stream, file.createWriteStream(), signal ? { signal } : {});
        await flush(temporary);
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      return meter.result();
    },
    get: async (key, signal) => openFile(pathOf(key), signal),
    delete: async (key) => {
      const path = pathOf(key);
      await rm(path, { force: true });
      await removeEmptyFolders(dirname(path), root);
    },
    deletePrefix: async (prefix) => {
      const folder = join(root, ...requireObjectPrefix(prefix).slice(0, -1).split('/'));
      const count = await countFiles(folder);
      await rm(folder, { recursive: true, force: true });
      await removeEmptyFolders(dirname(folder), root);
      return count;
    },
    presign: async (key, { fileName, contentType }) => {
      const expiresAt = new Date(options.clock.now().getTime() + options.linkSeconds * 1000);
      const token = signLink(
        { key: requireObjectKey(key), fileName, contentType, expiresAt },
        options.linkSecret,
      );
      return { url: `${options.publicUrl()}/api/files/${token}`, expiresAt };
    },
    openLink: async (token, signal) => {
      const file = verifyLink(token, options.linkSecret, options.clock.now());
      if (!file) throw objectNotFound();
      const body = await openFile(pathOf(file.key), signal);
      return { body, fileName: file.fileName, contentType: file.contentType };
    },
    check: async () => {
      try {
        await mkdir(root, { recursive: true, mode: 0o700 });
        await access(root, constants.W_OK);
      } catch (error) {
        throw storageUnavailable(error);
      }
    },
  };
}

/** Opens before it answers, so that a missing file is an error here and not in the middle of a response. */
async function openFile(path: string, signal?: AbortSignal): Promise<Readable> {
  try {
    const handle = await open(path, 'r');
    return createReadStream('', { fd: handle, ...(signal && { signal }) });
  } catch (error) {
    throw isMissing(error) ? objectNotFound(error) : storageUnavailable(error);
  }
}

/** A rename may reach the disk before the content does. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function countFiles(folder: string): Promise<number> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

async function removeEmptyFolders(folder: string, root: string): Promise<void> {
  for (let current = folder; current.length > root.length; current = dirname(current)) {
    try {
      await rmdir(current);
    } catch {
      // Not empty, or removed by somebody else: either way there is nothing more to tidy.
      return;
    }
  }
}

function isMissing(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}
