import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type ConnectedDatabase, connectDatabase } from '../../src/infrastructure/postgres/connect.js';
import { readMigrations } from '../../src/infrastructure/postgres/migrations.js';
import { silentLog } from '../support/database.js';

const server = process.env.TEST_DATABASE_URL ?? '';
const name = `together_${randomUUID().replaceAll('-', '')}`;

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe('several processes that start at the same moment on an empty PostgreSQL', () => {
  let opened: ConnectedDatabase[] = [];
  beforeAll(() => administer(`CREATE DATABASE ${name}`));
  afterAll(async () => {
    await Promise.all(opened.map((connected) => connected.close()));
    await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });

  test('all get the same migrated database, queue and secrets; each migration runs once', async () => {
    const url = new URL(server);
    url.pathname = `/${name}`;
    opened = await Promise.all(
      Array.from({ length: 5 }, () =>
        connectDatabase({ databaseUrl: url.href, dataDir: '', log: silentLog, poolSize: 2 }),
      ),
    );
    const names = (await readMigrations()).map((migration) => migration.name);
    expect(opened.flatMap((connected) => connected.applied).sort()).toEqual(names.sort());
    const secrets = await Promise.all(opened.map((connected) => connected.secret('shared', randomUUID)));
    expect(new Set(secrets).size).toBe(1);
    await Promise.all(
      opened.map((connected) => connected.database.store.jobs.send('analyse-finances', { userId: 'u' })),
    );
    const [first] = opened;
    const { rows } = (await first?.pool.query(
      "SELECT data FROM pgboss.job WHERE name = 'analyse-finances'",
    )) ?? { rows: [] };
    expect(rows).toEqual([{ data: { userId: 'u' } }]);
  });
});
