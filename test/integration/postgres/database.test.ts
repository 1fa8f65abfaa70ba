import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PrismaPg } from '@prisma/adapter-pg';
import { connectDatabase } from '../../../src/infrastructure/postgres/connect.js';
import { createDatabase } from '../../../src/infrastructure/postgres/database.js';
import { PrismaClient } from '../../../src/infrastructure/postgres/generated/client.js';
import { migrate, readMigrations } from '../../../src/infrastructure/postgres/migrations.js';
import { withPlainStatements } from '../../../src/infrastructure/postgres/plain-statements.js';
import { GuardedPool } from '../../../src/infrastructure/postgres/transaction-scope.js';
import {
  copyDatabaseTemplate,
  openTestDatabase,
  prepareDatabaseTemplate,
  silentLog,
  type TestDatabase,
} from '../../support/database.js';
import { repositoryPath } from '../../support/repository-path.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(() => db.reset());

function person(subject: string) {
  return { id: crypto.randomUUID(), subject, email: null, displayName: null };
}

async function countUsers(): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM users');
  return rows[0]?.n ?? -1;
}

async function queued(): Promise<unknown[]> {
  const { rows } = await db.pool.query('SELECT name, data, state::text FROM pgboss.job ORDER BY name');
  return rows;
}

describe('a transaction', () => {
  test('happens whole: rows and jobs together', async () => {
    await db.database.transaction(async (store) => {
      await store.accounts.ensureUser(person('a'));
      await store.jobs.send('analyse-finances', { userId: 'a' });
    });
    expect(await countUsers()).toBe(1);
    expect(await queued()).toEqual([{ name: 'analyse-finances', data: { userId: 'a' }, state: 'created' }]);
  });

  test('or not at all, when it throws', async () => {
    const work = db.database.transaction(async (store) => {
      await store.accounts.ensureUser(person('a'));
      await store.jobs.send('analyse-finances', { userId: 'a' });
      throw new Error('second thoughts');
    });
    await expect(work).rejects.toThrow('second thoughts');
    expect(await countUsers()).toBe(0);
    expect(await queued()).toEqual([]);
  });

  test('refuses a second connection at once, instead of waiting for itself', async () => {
    const started = Date.now();
    const work = db.database.transaction(() => db.database.store.accounts.findUser(crypto.randomUUID()));
    await expect(work).rejects.toThrow('only the store that it passes in');
    expect(Date.now() - started).toBeLessThan(5_000);
    // The connection is free again.
    await expect(db.database.check()).resolves.toBeUndefined();
  });

  test('is done again after a conflict, a bounded number of times', async () => {
    let tries = 0;
    const conflict = () => Object.assign(new Error('could not serialize'), { code: '40001' });
    const result = await db.database.transaction(async (store) => {
      tries += 1;
      await store.accounts.ensureUser(person(`try ${tries}`));
      if (tries < 3) throw conflict();
      return tries;
    });
    expect(result).toBe(3);
    expect(await countUsers()).toBe(1);
    let endless = 0;
    const never = db.database.transaction(async () => {
      endless += 1;
      throw conflict();
    });
    await expect(never).rejects.toMatchObject({ code: '40001' });
    expect(endless).toBe(4);
  });

  test('keeps many at once apart', async () => {
    const subjects = Array.from({ length: 20 }, (_, index) => `person ${index}`);
    await Promise.all(
      subjects.flatMap((subject) => [
        db.database.transaction(async (store) => store.accounts.ensureUser(person(subject))),
        db.database.store.accounts.findUserBySubject(subject),
      ]),
    );
    const found = await Promise.all(
      subjects.map((subject) => db.database.store.accounts.findUserBySubject(subject)),
    );
    expect(found.map((user) => user?.subject)).toEqual(subjects);
  });
});

describe('times', () => {
  test('are the same instant on the way in and out, and in the database’s own words', async () => {
    const { accounts } = db.database.store;
    const until = new Date('2026-03-14T12:00:00.123Z');
    await accounts.revokeToken('token', until);
    const { rows } = await db.pool.query<{ text: string }>(
      'SELECT expires_at::text AS text FROM revoked_tokens',
    );
    expect(rows[0]?.text).toBe('2026-03-14 12:00:00.123');
    const now = await db.pool.query<{ off: number }>(
      "SELECT abs(extract(epoch FROM (now() AT TIME ZONE 'UTC') - localtimestamp))::float AS off",
    );
    expect(now.rows[0]?.off).toBe(0);
  });
});

describe('migrations', () => {
  test('change nothing the second time', async () => {
    const client = await db.pool.connect();
    try {
      expect(await migrate(client, await readMigrations())).toEqual([]);
    } finally {
      client.release();
    }
  });

  test('refuse a database that a newer version has used, in one line', async () => {
    const client = await db.pool.connect();
    try {
      const older = (await readMigrations()).slice(0, -1);
      const refusal: unknown = await migrate(client, older).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ kind: 'conflict', code: 'DATABASE_NEWER' });
      expect(String(refusal)).not.toContain('\n');
    } finally {
      client.release();
    }
  });

  test('refuse a script that was changed after it was applied', async () => {
    const client = await db.pool.connect();
    try {
      const [first, ...others] = await readMigrations();
      if (!first) throw new Error('There are no migrations.');
      const edited = [{ ...first, checksum: '0'.repeat(64) }, ...others];
      await expect(migrate(client, edited)).rejects.toMatchObject({ code: 'MIGRATION_CHANGED' });
    } finally {
      client.release();
    }
  });

  test('have the time that a large table takes, whatever a query may take', async () => {
    const client = await db.pool.connect();
    try {
      await client.query("SET statement_timeout = '20s'");
      const sql = "SELECT set_config('matinee.script_timeout', current_setting('statement_timeout'), false)";
      const slow = { name: '99990101000000_slow', sql, checksum: 'x' };
      await migrate(client, [...(await readMigrations()), slow]);
      const settings =
        "SELECT current_setting('matinee.script_timeout') AS script, current_setting('statement_timeout') AS query";
      const { rows } = await client.query<{ script: string; query: string }>(settings);
      expect(rows).toEqual([{ script: '1h', query: '20s' }]);
    } finally {
      await client.query("DELETE FROM _prisma_migrations WHERE migration_name = '99990101000000_slow'");
      await client.query('RESET statement_timeout');
      client.release();
    }
  });

  test('leave nothing of a script that fails', async () => {
    const client = await db.pool.connect();
    try {
      const broken = {
        name: '99990101000000_broken',
        sql: 'CREATE TABLE half (id int); SELECT 1/0',
        checksum: 'x',
      };
      await expect(migrate(client, [...(await readMigrations()), broken])).rejects.toThrow(
        'division by zero',
      );
      const { rows } = await client.query("SELECT to_regclass('half') AS half");
      expect(rows).toEqual([{ half: null }]);
    } finally {
      client.release();
    }
  });
});

describe('the embedded database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matinee-embedded-'));
    await copyDatabaseTemplate(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A process of its own that opens the folder and writes until it is killed, telling what was committed. */
  async function startWriter(): Promise<{ child: ChildProcess; written: () => number }> {
    const child = fork(repositoryPath('dist/test/support/embedded-writer.js'), [folder], {
      stdio: 'inherit',
    });
    let last = 0;
    child.on('message', (number) => {
      last = Number(number);
    });
    await once(child, 'message');
    return { child, written: () => last };
  }

  test('opens a folder that is named relative to the working directory, as the default is', async () => {
    const inside = await mkdtemp(join(folder, 'relative-'));
    await copyDatabaseTemplate(inside);
    const connected = await connectDatabase({ dataDir: relative(process.cwd(), inside), log: silentLog });
    await expect(connected.database.check()).resolves.toBeUndefined();
    await connected.close();
  });

  test('begins as a copy of the template, whole, even after a start that was killed while it copied', async () => {
    const fresh = await mkdtemp(join(folder, 'first-'));
    await mkdir(join(fresh, 'postgres.unfinished/base'), { recursive: true });
    const template = await prepareDatabaseTemplate();
    const connected = await connectDatabase({ dataDir: fresh, template, log: silentLog });
    expect(connected.applied).toEqual([]);
    await connected.close();
    expect(await readdir(fresh)).toEqual(['postgres']);
  });

  test('touches no files that are no database', async () => {
    const strange = await mkdtemp(join(folder, 'strange-'));
    await mkdir(join(strange, 'postgres'));
    await writeFile(join(strange, 'postgres/photo.jpg'), 'a picture');
    const template = await prepareDatabaseTemplate();
    await expect(connectDatabase({ dataDir: strange, template, log: silentLog })).rejects.toMatchObject({
      code: 'DATABASE_FAILED',
      message: expect.stringContaining('files that are no database'),
    });
    expect(await readdir(join(strange, 'postgres'))).toEqual(['photo.jpg']);
  });

  test('serves one process at a time, survives its death, and opens again at once', async () => {
    const { child, written } = await startWriter();
    const second: unknown = await connectDatabase({ dataDir: folder, log: silentLog }).catch(
      (error: unknown) => error,
    );
    expect(second).toMatchObject({ kind: 'conflict', code: 'DATA_FOLDER_LOCKED' });
    expect(String(second)).toContain(String(child.pid));
    expect(String(second)).not.toContain('\n');

    while (written() < 20) await new Promise((resolve) => setTimeout(resolve, 20));
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    const told = written();

    const again = await connectDatabase({ dataDir: folder, log: silentLog });
    try {
      const { rows } = await again.pool.query<{ n: number }>('SELECT max(n)::int AS n FROM numbers');
      expect(rows[0]?.n).toBeGreaterThanOrEqual(told);
      expect(again.applied).toEqual([]);
    } finally {
      await again.close();
    }
  }, 60_000);
});

describe('a database that went away', () => {
  test('is told as such by every store, inside a transaction and outside, so that clients may try again', async () => {
    const pool = new GuardedPool({ host: '127.0.0.1', port: await closedPort() });
    const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
    const plain = withPlainStatements(prisma, pool, () => '');
    const { store, transaction } = createDatabase(prisma, plain, db.queue);
    const gone = { kind: 'unavailable', code: 'DATABASE_UNREACHABLE' };
    await expect(store.accounts.settings(crypto.randomUUID())).rejects.toMatchObject(gone);
    await expect(store.jobs.send('analyse-finances', { userId: 'a' })).rejects.toMatchObject(gone);
    await expect(transaction((inside) => inside.finance.load('a'))).rejects.toMatchObject(gone);
    await prisma.$disconnect();
    await pool.end();
  });

  test('is told in one sentence where a pooler refuses what a connection asks for', async () => {
    // As PgBouncer answers a startup message with parameters that it was not told to ignore.
    const fields = 'SFATAL\0C08P01\0Munsupported startup parameter: statement_timeout\0\0';
    const refusal = Buffer.concat([Buffer.from('E'), Buffer.alloc(4), Buffer.from(fields)]);
    refusal.writeInt32BE(4 + fields.length, 1);
    const pooler = createServer((socket) => socket.once('data', () => socket.end(refusal)));
    pooler.listen(0, '127.0.0.1');
    await once(pooler, 'listening');
    const address = pooler.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(
      connectDatabase({
        databaseUrl: `postgresql://me@127.0.0.1:${port}/matinee`,
        dataDir: '',
        log: silentLog,
      }),
    ).rejects.toMatchObject({
      code: 'DATABASE_REFUSES',
      message: expect.stringMatching(/pooler .*docs\/scaling\.md/),
    });
    pooler.close();
  });

  /** A port that nothing listens on any more. */
  async function closedPort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    return typeof address === 'object' && address !== null ? address.port : 0;
  }
});
