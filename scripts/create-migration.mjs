/**
 * Writes a migration from what the migrations build to what prisma/schema.prisma says, by Prisma's own engine in
 * WebAssembly: nothing is downloaded and no database server is needed.
 *   node scripts/build.mjs && node scripts/create-migration.mjs NAME      a new migration
 *   … --check                                                             exit 1 when schema and migrations differ
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const built = (path) => import(join(root, 'dist', path));
const [name] = process.argv.slice(2);
if (!name || !/^(--check|[a-z0-9_]+)$/.test(name)) {
  console.error('Give the migration a name of small letters, digits and underscores, or --check.');
  process.exit(2);
}

const { connectDatabase } = await built('src/infrastructure/postgres/connect.js');
const { describeDrift } = await built('test/support/schema-drift.js');
const folder = await mkdtemp(join(tmpdir(), 'matinee-migration-'));
const silent = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent };
const connected = await connectDatabase({ dataDir: folder, log: silent });
try {
  const sql = await describeDrift(connected.connection);
  if (name === '--check') {
    if (sql) console.log(sql);
    process.exitCode = sql ? 1 : 0;
  } else if (!sql) {
    console.log('Schema and migrations agree: nothing to write.');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const target = join(root, 'prisma/migrations', `${stamp}_${name}`);
    await mkdir(target, { recursive: true });
    await writeFile(join(target, 'migration.sql'), sql);
    console.log(`Wrote ${join(target, 'migration.sql')}: read it before you commit it.`);
  }
} finally {
  await connected.close();
  await rm(folder, { recursive: true, force: true });
}
