import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRateLimits } from '../../src/api/middleware/rate-limits.js';
import type { RateLimitClient } from '../../src/api/options.js';
import { openTestDatabase, silentLog, type TestDatabase } from '../support/database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(() => database.close());

/** The limits of one server process. */
function processLimits(client: RateLimitClient) {
  return createRateLimits({
    client,
    scale: 0.15,
    log: silentLog,
    metrics: { count: () => undefined, observe: () => undefined },
  });
}

async function refusedOf(attempts: number, attempt: () => Promise<void>): Promise<number> {
  let refused = 0;
  for (let count = 0; count < attempts; count += 1) {
    await attempt().catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'RATE_LIMITED' });
      refused += 1;
    });
  }
  return refused;
}

describe('limits that server processes share', () => {
  it('count for all of them together', async () => {
    const [one, two] = [processLimits(database.pool), processLimits(database.pool)];
    expect(await refusedOf(2, () => one.consume('credentials', 'ada'))).toBe(0);
    expect(await refusedOf(3, () => two.consume('credentials', 'ada'))).toBe(2);
    expect(await refusedOf(1, () => one.consume('credentials', 'ada'))).toBe(1);
    expect(await refusedOf(1, () => two.consume('credentials', 'bob'))).toBe(0);
  });

  it('keep no e-mail address', async () => {
    await processLimits(database.pool).account('Ada@Example.com');
    const { rows } = await database.pool.query<{ key: string }>('select key from rate_limits');
    expect(rows.some(({ key }) => key.startsWith('account:'))).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(/example/i);
  });

  it('go on in each process while the database cannot be reached', async () => {
    const broken: RateLimitClient = { query: () => Promise.reject(new Error('gone')) };
    const limits = processLimits(broken);
    expect(await refusedOf(5, () => limits.consume('credentials', 'eve'))).toBe(2);
  });
});
