import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { seedCatalogue } from '../core/catalogue/seed-catalogue.js';
import type { CoreContext } from '../core/ports/context.js';
import type { ConnectedDatabase } from '../infrastructure/postgres/connect.js';

const folder = new URL('../../prisma/seed/', import.meta.url);

/** The catalogue that comes with the product, a record at a time, with its line number. */
export async function* readSeed(): AsyncGenerator<{ readonly line: number; readonly value: unknown }> {
  const names = (await readdir(fileURLToPath(folder))).filter((name) => name.endsWith('.jsonl')).sort();
  for (const name of names) {
    const lines = createInterface({ input: createReadStream(new URL(name, folder)), crlfDelay: Infinity });
    let line = 0;
    for await (const text of lines) {
      line += 1;
      if (text.trim()) yield { line, value: JSON.parse(text) };
    }
  }
}

/** A fingerprint of the catalogue that comes with this version. */
export async function fingerprintSeed(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(fileURLToPath(folder))).sort()) {
    hash.update(name).update(await readFile(new URL(name, folder)));
  }
  return hash.digest('hex');
}

const seedRemark = 'seeded-catalogue';

/** Fills the catalogue once for each version of it. A seed that cannot be read costs recommendations, not the product. */
export async function fillCatalogue(
  context: Pick<CoreContext, 'database' | 'log'>,
  remarks: ConnectedDatabase['remarks'],
): Promise<void> {
  try {
    const fingerprint = await fingerprintSeed();
    if ((await remarks.read(seedRemark)) === fingerprint) return;
    const seeded = await seedCatalogue(context, { records: readSeed() });
    if (seeded.added + seeded.changed > 0) await context.database.store.jobs.send('embed-catalogue', {});
    await remarks.write(seedRemark, fingerprint);
  } catch (error) {
    context.log.error({ error }, 'The catalogue could not be filled');
  }
}
