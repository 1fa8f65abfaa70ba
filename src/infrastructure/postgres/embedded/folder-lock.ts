import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import lockfile from 'proper-lockfile';
import { z } from 'zod';
import { MatineeError } from '../../../core/ports/errors.js';
import { errorCode } from '../../error-code.js';

const staleMilliseconds = 15_000;
/** Folders that this process holds, so that an owner's note with its own process id can be told from a dead one's. */
const held = new Set<string>();
const ownerSchema = z.object({ pid: z.number().int(), host: z.string() });

/** A held lock; `release` gives the folder back. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Locks a folder for this process: the embedded database itself lets two processes write the same files.
 * The lock of a process that was killed is taken over at once where its process id shows that it is gone, else
 * (another host, another container) when it has not been renewed for 15 seconds.
 * @param onLost called when the lock was taken away, for instance because the folder was deleted
 * @throws MatineeError conflict DATA_FOLDER_LOCKED, in one sentence that names the folder
 */
export async function lockFolder(folder: string, onLost: (error: Error) => void): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const key = resolve(folder);
  if (held.has(key)) throw lockedError(folder, process.pid);
  const ownerFile = join(folder, 'owner.json');
  const release = await acquire(folder, ownerFile, onLost);
  held.add(key);
  await writeFile(ownerFile, JSON.stringify({ pid: process.pid, host: hostname() }));
  return {
    release: async () => {
      held.delete(key);
      await rm(ownerFile, { force: true });
      await release();
    },
  };
}

async function acquire(folder: string, ownerFile: string, onLost: (error: Error) => void) {
  const lockfilePath = join(folder, 'lock');
  const take = () =>
    lockfile.lock(folder, { lockfilePath, stale: staleMilliseconds, update: 5_000, onCompromised: onLost });
  try {
    return await take();
  } catch (error) {
    if (!isLocked(error)) throw error;
  }
  const owner = await readOwner(ownerFile);
  if (owner && !isGone(owner)) throw lockedError(folder, owner.pid);
  // Moved aside first: of two that find the same dead owner, one alone can move it.
  const aside = join(folder, `.lock-of-${owner?.pid ?? 'unknown'}-${process.pid}`);
  if (owner) await rename(lockfilePath, aside).catch(() => undefined);
  await rm(aside, { recursive: true, force: true });
  try {
    return await take();
  } catch (error) {
    if (isLocked(error)) throw lockedError(folder, owner?.pid ?? null, error);
    throw error;
  }
}

function isLocked(error: unknown): boolean {
  return errorCode(error) === 'ELOCKED';
}

async function readOwner(file: string): Promise<z.infer<typeof ownerSchema> | null> {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // No owner was noted, or the note was cut off by a kill: the lock's age decides then.
    return null;
  }
}

/** True only when it is certain: a process of this host that no longer runs, or this very process's id reused. */
function isGone(owner: { pid: number; host: string }): boolean {
  if (owner.host !== hostname()) return false;
  if (owner.pid === process.pid) return true;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

function lockedError(folder: string, pid: number | null, cause?: unknown): MatineeError {
  const holder = pid === null ? 'another process' : `process ${pid}`;
  return new MatineeError(
    'conflict',
    'DATA_FOLDER_LOCKED',
    `The data folder ${folder} is in use by ${holder}: stop that Matinee first, or choose another folder with DATA_DIR.`,
    { cause },
  );
}
