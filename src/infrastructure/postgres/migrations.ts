import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ClientBase } from 'pg';
import { MatineeError } from '../../core/ports/errors.js';

/** A migration as it lies in prisma/migrations. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the script, hex, as Prisma's own engine records it. */
  readonly checksum: string;
}

/** Holds up other processes that start at the same moment on PostgreSQL; the embedded database has one process only. */
const migrationLock = 7_262_010_001n;

/** A script may rewrite a large table, and a process that waits for it waits under the lock's limit: not the time a query has. */
const scriptTimeout = '1h';

const historyTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/** All migrations of this version of the product, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = new URL('../../../prisma/migrations/', import.meta.url);
  const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/migration.sql`, folder)))
    .map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(new URL(`${name}/migration.sql`, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database to this version: all missing migrations in one transaction, or none. The history is kept as
 * Prisma's own engine keeps it. Several processes may call this at once; one applies, the others find it done.
 * @returns the names of the migrations that were applied now
 * @throws MatineeError conflict DATABASE_NEWER when a newer version of Matinee has used the database,
 *   MIGRATION_CHANGED when an applied migration's script was edited afterwards
 */
export async function migrate(client: ClientBase, migrations: readonly Migration[]): Promise<string[]> {
  await client.query('BEGIN');
  try {
    await client.query("SET LOCAL lock_timeout = '120s'");
    await client.query(`SET LOCAL statement_timeout = '${scriptTimeout}'`);
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock.toString()]);
    await client.query(historyTable);
    const applied = await readHistory(client);
    refuseForeignHistory(applied, migrations);
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) await apply(client, migration);
    await client.query('COMMIT');
    return missing.map((migration) => migration.name);
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function readHistory(client: ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function refuseForeignHistory(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) {
      throw new MatineeError(
        'conflict',
        'DATABASE_NEWER',
        `The database was used by a newer Matinee (it has ${name}): update Matinee, or give it another database.`,
      );
    }
    if (known.get(name) !== checksum) {
      throw new MatineeError(
        'conflict',
        'MIGRATION_CHANGED',
        `The migration ${name} was changed after this database got it: restore its script, or start from a fresh database.`,
      );
    }
  }
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  await client.query(migration.sql);
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
}
