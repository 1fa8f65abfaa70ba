import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { analyseFinances } from '../../../src/core/finance/analyse-finances.js';
import { importReading } from '../../../src/core/finance/import-reading.js';
import type { Reading } from '../../../src/documents/reading.js';
import { createChartRenderer } from '../../../src/infrastructure/charts/canvas-renderer.js';
import { createSettableClock, openTestContext, type TestContext } from '../context.js';
import { buildStatement, type PrintedRow } from './readings.js';

const startOfTests = '2026-04-10T12:00:00Z';

/** Salary, rent, Netflix, groceries, two equal coffees, a dinner that grows by the month, savings. */
export const rowsOfMonth = (month: string): PrintedRow[] => [
  [`2026-${month}-01`, 'SALARY MATAI HOLDINGS', 400_000],
  [`2026-${month}-02`, 'STANDING ORDER RENT MR LANDLORD', -150_000],
  [`2026-${month}-06`, 'NETFLIX.COM', -1549],
  [`2026-${month}-11`, 'TESCO STORES 1234', -40_000],
  [`2026-${month}-14`, 'CORNER COFFEE HOUSE', -450],
  [`2026-${month}-14`, 'CORNER COFFEE HOUSE', -450],
  [`2026-${month}-21`, 'TST* GOLDEN DRAGON', -6000 - Number(month) * 700],
  [`2026-${month}-25`, 'TRANSFER TO SAVINGS', -30_000],
];

const lastDays: Record<string, string> = { '01': '31', '02': '28', '03': '31' };

/** A statement of one month of early 2026 ('01', '02' or '03'). */
export const statementOf = (month: string) =>
  buildStatement(rowsOfMonth(month), {
    periodStart: `2026-${month}-01`,
    periodEnd: `2026-${month}-${lastDays[month]}`,
  });

/** A context on an embedded database for one test file, and a user of each test's own: nobody sees anybody else's rows. */
export function useFinances() {
  const { clock, set: setClock } = createSettableClock(startOfTests);
  let opened: TestContext;
  let userId = '';
  let documents = 0;

  beforeAll(async () => {
    opened = await openTestContext({ clock, charts: createChartRenderer() });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    setClock(startOfTests);
    userId = await createUser();
  });

  async function createUser(): Promise<string> {
    const { ids, database } = opened.context;
    const user = await database.store.accounts.ensureUser({
      id: ids.uuid(),
      subject: ids.uuid(),
      email: null,
      displayName: null,
    });
    return user.id;
  }

  /** Stores a document and takes its reading in, as the worker does. */
  async function hand(
    reading: Reading,
    options: { owner?: string; documentId?: string; year?: number } = {},
  ) {
    const owner = options.owner ?? userId;
    const documentId = options.documentId ?? opened.context.ids.uuid();
    documents += 1;
    if (!options.documentId) {
      await opened.database.pool.query(
        `INSERT INTO financial_documents (id, user_id, document_type, file_name, s3_key) VALUES ($1, $2, 'bank_statement', $3, $4)`,
        [documentId, owner, `statement-${documents}.pdf`, `key-${documents}`],
      );
    }
    const year = options.year === undefined ? {} : { year: options.year };
    const report = await opened.context.database.transaction((store) =>
      importReading(opened.context, { userId: owner, documentId, reading, store, ...year }),
    );
    return { documentId, report };
  }

  async function threeMonths(order: readonly string[] = ['01', '02', '03'], owner = userId) {
    for (const month of order) await hand(statementOf(month), { owner });
    return analyseFinances(opened.context, { userId: owner });
  }

  /** What a query with the user's id as $1 finds. */
  async function rows<T extends object>(query: string, owner = userId): Promise<T[]> {
    return (await opened.database.pool.query<T>(query, [owner])).rows;
  }

  async function count(table: string, owner = userId): Promise<number> {
    const query = `SELECT count(*)::int AS n FROM ${table} WHERE user_id = $1`;
    return (await rows<{ n: number }>(query, owner))[0]?.n ?? 0;
  }

  return {
    get context() {
      return opened.context;
    },
    get database() {
      return opened.database;
    },
    /** Who the running test is about. */
    get userId() {
      return userId;
    },
    setClock,
    createUser,
    hand,
    threeMonths,
    rows,
    count,
  };
}
