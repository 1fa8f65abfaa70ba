import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { MatineeError } from '../../../core/ports/errors.js';
import { errorCode } from '../../error-code.js';
import { lockFolder } from './folder-lock.js';

/** What makes up the embedded data: the database's files and the stored documents. */
const parts = ['postgres', 'files'];

/**
 * Copies the embedded data into a new folder. The data is locked meanwhile: files copied under a running database
 * would not belong together.
 * @param name of the new folder below `target`
 * @returns where the copy is
 * @throws MatineeError conflict DATA_FOLDER_LOCKED while Matinee runs; not-found NOTHING_TO_BACK_UP
 */
export async function backUpData(dataDir: string, target: string, name: string): Promise<string> {
  const present = await listing(dataDir);
  if (!present.includes('postgres')) {
    throw new MatineeError('not-found', 'NOTHING_TO_BACK_UP', `There is no data in ${resolve(dataDir)}.`);
  }
  const lock = await lockFolder(dataDir, () => undefined);
  const copy = join(resolve(target), name);
  try {
    await mkdir(`${copy}.part`, { recursive: true, mode: 0o700 });
    for (const part of parts.filter((each) => present.includes(each))) {
      await cp(join(dataDir, part), join(`${copy}.part`, part), { recursive: true });
    }
    // A folder without `.part` is complete.
    await rename(`${copy}.part`, copy);
    return copy;
  } finally {
    await lock.release();
  }
}

/**
 * Puts a backup in place of the embedded data. What was there is kept beside it, under a name that ends in `asideName`.
 * @returns where the earlier data went; null when there was none
 * @throws MatineeError conflict DATA_FOLDER_LOCKED while Matinee runs; not-found NOT_A_BACKUP
 */
export async function restoreData(
  dataDir: string,
  backup: string,
  asideName: string,
): Promise<string | null> {
  const offered = await listing(backup);
  if (!offered.includes('postgres') || backup.endsWith('.part')) {
    throw new MatineeError('not-found', 'NOT_A_BACKUP', `${resolve(backup)} is no backup of Matinee's data.`);
  }
  const folder = resolve(dataDir);
  const incoming = join(dirname(folder), `${basename(folder)}.incoming`);
  await rm(incoming, { recursive: true, force: true });
  for (const part of parts.filter((each) => offered.includes(each))) {
    await cp(join(backup, part), join(incoming, part), { recursive: true });
  }
  const aside = (await listing(folder)).length > 0 ? `${folder}.${asideName}` : null;
  const lock = await lockFolder(folder, () => undefined);
  try {
    if (aside) await mkdir(aside, { mode: 0o700 });
    for (const part of parts) {
      if (aside) await moveIfThere(join(folder, part), join(aside, part));
      await moveIfThere(join(incoming, part), join(folder, part));
    }
    return aside;
  } finally {
    await lock.release();
    await rm(incoming, { recursive: true, force: true });
  }
}

async function listing(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function moveIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
