import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

test('statements that come again still work after the connection was lost and made anew', async () => {
  const ask = () => db.database.store.conversations.getTurn('00000000-0000-4000-8000-000000000000');
  for (let times = 0; times < 4; times += 1) expect(await ask()).toBeNull();
  const client = await db.pool.connect();
  const { rows: before } = await client.query('SELECT name FROM pg_prepared_statements');
  if (db.embedded) expect(before.length).toBeGreaterThan(0);
  // Destroys the connection; the embedded backend behind it lives on, with what it had prepared.
  client.release(true);
  for (let times = 0; times < 4; times += 1) expect(await ask()).toBeNull();
});
