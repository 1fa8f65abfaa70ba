import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import lockfile from 'proper-lockfile';
import type { Logger } from '../../src/core/ports/runtime.js';
import { type ConnectedDatabase, connectDatabase } from '../../src/infrastructure/postgres/connect.js';
import { readMigrations } from '../../src/infrastructure/postgres/migrations.js';
import { repositoryPath } from './repository-path.js';

/** A migrated, empty database of a test file's own; `close` leaves nothing behind. */
export interface TestDatabase extends ConnectedDatabase {
  /** Empties every table, queue included: for a fresh start within one file. */
  reset(): Promise<void>;
}

/** Loses every line: tests that look at the log bring their own. */
export const silentLog: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLog,
};

/**
 * A database for one test file: the PostgreSQL of TEST_DATABASE_URL with a database of its own name, else an
 * embedded one from a folder that was migrated once and is copied (about a second).
 */
export async function openTestDatabase(options: { log?: Logger } = {}): Promise<TestDatabase> {
  const log = options.log ?? silentLog;
  const server = process.env.TEST_DATABASE_URL;
  const { connected, remove } = server ? await openOnServer(server, log) : await openEmbedded(log);
  return {
    ...connected,
    reset: () => reset(connected.pool),
    close: async () => {
      await connected.close();
      await remove();
    },
  };
}

async function openOnServer(server: string, log: Logger) {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const connected = await connectDatabase({ databaseUrl: url.href, dataDir: '', log, poolSize: 6 });
  return { connected, remove: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Puts a migrated, empty embedded database into a data folder. */
export async function copyDatabaseTemplate(dataDir: string): Promise<void> {
  await cp(await prepareDatabaseTemplate(), join(dataDir, 'postgres'), { recursive: true });
}

async function openEmbedded(log: Logger) {
  const folder = await mkdtemp(join(tmpdir(), 'matinee-test-'));
  await copyDatabaseTemplate(folder);
  const connected = await connectDatabase({ dataDir: folder, log });
  return { connected, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The migrated data folder, built by whichever test process comes first and named after the migrations in it. */
export async function prepareDatabaseTemplate(): Promise<string> {
  const migrations = await readMigrations();
  const hash = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16);
  const cache = repositoryPath('node_modules/.cache/matinee');
  const template = join(cache, `database-${hash}`);
  if (existsSync(template)) return template;
  await mkdir(cache, { recursive: true });
  const release = await lockfile.lock(cache, {
    lockfilePath: join(cache, 'database.lock'),
    stale: 60_000,
    retries: { retries: 240, factor: 1, minTimeout: 250 },
  });
  try {
    if (!existsSync(template)) await buildTemplate(template);
  } finally {
    await release();
  }
  return template;
}

async function buildTemplate(template: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'matinee-template-'));
  const connected = await connectDatabase({ dataDir: folder, log: silentLog });
  await connected.close();
  await rm(`${template}.part`, { recursive: true, force: true });
  await cp(join(folder, 'postgres'), `${template}.part`, { recursive: true });
  for (const earlier of await readdir(dirname(template))) {
    const superseded = /^database-[0-9a-f]+$/.test(earlier);
    if (superseded) await rm(join(dirname(template), earlier), { recursive: true, force: true });
  }
  await rename(`${template}.part`, template);
  await rm(folder, { recursive: true, force: true });
}

async function reset(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`,
  );
  await pool.query(`TRUNCATE ${rows.map((row) => row.name).join(', ')} RESTART IDENTITY CASCADE`);
  await pool.query('DELETE FROM pgboss.job');
}
