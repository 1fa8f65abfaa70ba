import { createHash } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtModule } from '../infrastructure/built-module.js';
import { readMigrations } from '../infrastructure/postgres/migrations.js';
import { fingerprintSeed } from './seed.js';
import { embeddedDatabaseVersion } from './version.js';

/**
 * Where the data files lie that a first start begins with: this version's tables, its catalogue and the catalogue's vectors,
 * and nobody's data. `npm ci` makes them (`npm run prepare`), because creating a database takes longer than all that
 * a start does besides. The name changes with whatever is in them.
 */
export async function templateFolder(): Promise<string> {
  const content = JSON.stringify([embeddedDatabaseVersion, await readMigrations(), await fingerprintSeed()]);
  const name = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return fileURLToPath(builtModule(`../../database/${name}`, import.meta.url));
}

/** Keeps a closed database's folder as this version's template, in place of earlier ones and of what a killed run left. */
export async function keepAsTemplate(folder: string): Promise<void> {
  const template = await templateFolder();
  await rename(folder, template);
  for (const name of await readdir(dirname(template))) {
    const other = join(dirname(template), name);
    if (other !== template) await rm(other, { recursive: true, force: true });
  }
}
