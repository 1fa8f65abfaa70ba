import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '../../../src/infrastructure/postgres/generated/client.js';
import { withPlainStatements } from '../../../src/infrastructure/postgres/plain-statements.js';
import { insideTransaction } from '../../../src/infrastructure/postgres/transaction-scope.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

let db: TestDatabase;
let prisma: PrismaClient;
let plain: PrismaClient;
beforeAll(async () => {
  db = await openTestDatabase();
  prisma = new PrismaClient({ adapter: new PrismaPg(db.pool, { disposeExternalPool: false }) });
  plain = withPlainStatements(prisma, db.pool, () => '');
});
afterAll(async () => {
  await prisma.$disconnect();
  await db.close();
});

describe('plain statements past the object mapper', () => {
  test('give every kind of value that it gives, and take every kind that it takes', async () => {
    const at = new Date('2026-03-04T05:06:07.089Z');
    const statement = Prisma.sql`SELECT ${at}::timestamp AS "at", ${at}::timestamptz AS zoned, ${'2026-03-04'}::date AS day,
      ${9_007_199_254_740_993n}::bigint AS long, 7::int AS whole, 2.5::float8 AS part, ${'12.30'}::numeric(12,2) AS amount,
      true AS yes, ${null}::text AS nothing, ${'a\'b"c'}::text AS said, ${'{"a":[1,"x",null]}'}::jsonb AS document,
      '00000000-0000-4000-8000-000000000000'::uuid AS id, ${['a,b', '"c"']}::text[] AS words,
      ${['00000000-0000-4000-8000-000000000000']}::uuid[] AS ids, ${[1, 2]}::int[] AS numbers,
      ${[at]}::timestamp[] = ARRAY[${at}::timestamp] AS same`;
    const given = await plain.$queryRaw<Record<string, unknown>[]>(statement);
    expect(given).toEqual(await prisma.$queryRaw(statement));
    expect(given[0]).toMatchObject({
      at,
      zoned: at,
      long: 9_007_199_254_740_993n,
      amount: new Prisma.Decimal('12.3'),
    });
  });

  test('count the rows that they changed', async () => {
    const change = () =>
      plain.$executeRaw`UPDATE users SET display_name = 'x' WHERE id = ${crypto.randomUUID()}::uuid`;
    expect(await change()).toBe(0);
  });

  test('are refused inside a transaction, where only its own client may be used', async () => {
    const asked = insideTransaction(() => plain.$queryRaw`SELECT 1`);
    await expect(asked).rejects.toMatchObject({ code: 'SECOND_CONNECTION_IN_TRANSACTION' });
  });
});
