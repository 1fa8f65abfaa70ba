import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addSubscription } from '../../../src/core/finance/add-subscription.js';
import { analyseFinances } from '../../../src/core/finance/analyse-finances.js';
import { checkAffordability } from '../../../src/core/finance/check-affordability.js';
import { correctSpending } from '../../../src/core/finance/correct-spending.js';
import { endSubscription } from '../../../src/core/finance/end-subscription.js';
import { explainFigure } from '../../../src/core/finance/explain-figure.js';
import { getBudgetStatus } from '../../../src/core/finance/get-budget-status.js';
import { getFinancialProfile } from '../../../src/core/finance/get-financial-profile.js';
import { getInsights } from '../../../src/core/finance/get-insights.js';
import { getSpendingSummary } from '../../../src/core/finance/get-spending-summary.js';
import { importReading } from '../../../src/core/finance/import-reading.js';
import { listSubscriptions } from '../../../src/core/finance/list-subscriptions.js';
import { logSpending } from '../../../src/core/finance/log-spending.js';
import { renderBudgetChart } from '../../../src/core/finance/render-budget-chart.js';
import { updateFinancialProfile } from '../../../src/core/finance/update-financial-profile.js';
import type { Reading } from '../../../src/documents/reading.js';
import { money } from '../../../src/domain/money.js';
import { createChartRenderer } from '../../../src/infrastructure/charts/canvas-renderer.js';
import { createSettableClock, openTestContext, type TestContext } from '../../support/context.js';
import { buildPayStub, buildReceipt, buildStatement, type PrintedRow } from '../../support/money/readings.js';

const clock = createSettableClock('2026-04-10T12:00:00Z');
let opened: TestContext;
let userId: string;
let documents = 0;

const usd = (minor: number) => money(minor, 'USD');

beforeAll(async () => {
  opened = await openTestContext({ clock: clock.clock, charts: createChartRenderer() });
});
afterAll(() => opened.close());
beforeEach(async () => {
  clock.set('2026-04-10T12:00:00Z');
  userId = await createUser();
});

/** A user of the test's own: nobody sees anybody else's rows. */
async function createUser(): Promise<string> {
  const subject = opened.context.ids.uuid();
  const { accounts } = opened.context.database.store;
  const user = await accounts.ensureUser({
    id: opened.context.ids.uuid(),
    subject,
    email: null,
    displayName: null,
  });
  return user.id;
}

/** Stores a document and takes its reading in, as the worker does. */
async function hand(reading: Reading, options: { owner?: string; documentId?: string; year?: number } = {}) {
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

const ofMonth = (month: string): PrintedRow[] => [
  [`2026-${month}-01`, 'SALARY MATAI HOLDINGS', 400_000],
  [`2026-${month}-02`, 'STANDING ORDER RENT MR LANDLORD', -150_000],
  [`2026-${month}-06`, 'NETFLIX.COM', -1549],
  [`2026-${month}-11`, 'TESCO STORES 1234', -40_000],
  [`2026-${month}-14`, 'CORNER COFFEE HOUSE', -450],
  [`2026-${month}-14`, 'CORNER COFFEE HOUSE', -450],
  [`2026-${month}-21`, 'TST* GOLDEN DRAGON', -6000 - Number(month) * 700],
  [`2026-${month}-25`, 'TRANSFER TO SAVINGS', -30_000],
];
const ends: Record<string, string> = { '01': '31', '02': '28', '03': '31' };
const statementOf = (month: string) =>
  buildStatement(ofMonth(month), {
    periodStart: `2026-${month}-01`,
    periodEnd: `2026-${month}-${ends[month]}`,
  });

async function threeMonths(order: readonly string[] = ['01', '02', '03'], owner = userId) {
  for (const month of order) await hand(statementOf(month), { owner });
  return analyseFinances(opened.context, { userId: owner });
}

async function rows<T extends object>(query: string, owner = userId): Promise<T[]> {
  return (await opened.database.pool.query<T>(query, [owner])).rows;
}

async function count(table: string, owner = userId): Promise<number> {
  const [row] = await rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE user_id = $1`,
    owner,
  );
  return row?.n ?? 0;
}

describe('statements', () => {
  test('become transactions with their source lines, once', async () => {
    const { documentId, report } = await hand(statementOf('01'));
    expect(report).toMatchObject({
      rowsAdded: 8,
      rowsRecognised: 0,
      rowsSkipped: 0,
      monthsCovered: ['2026-01'],
    });
    const again = await hand(statementOf('01'), { documentId });
    expect(again.report).toMatchObject({ rowsAdded: 0, rowsRecognised: 8 });
    const lines =
      'SELECT 1 FROM transaction_sources s JOIN transactions t ON t.id = s.transaction_id WHERE t.user_id = $1';
    expect([await count('transactions'), (await rows(lines)).length]).toEqual([8, 8]);
  });

  test('that overlap are joined one to one, twins stay two', async () => {
    await hand(statementOf('01'));
    const overlap = buildStatement([...ofMonth('01').slice(3), ...ofMonth('02').slice(0, 3)], {
      periodStart: '2026-01-10',
      periodEnd: '2026-02-09',
    });
    const { report } = await hand(overlap);
    expect(report).toMatchObject({ rowsAdded: 3, rowsRecognised: 5 });
    expect(await count('transactions')).toBe(11);
  });

  test.each([
    ['first', ['1234', null, '1234']],
    ['last', [null, null, '1234']],
    ['in between', [null, '1234', null]],
  ])('of one series are one account, also where the number stands %s only', async (_where, endings) => {
    for (const [at, numberEnding] of endings.entries()) {
      const month = `0${at + 1}`;
      const statement = statementOf(month);
      const [account] = statement.accounts;
      if (account) await hand({ ...statement, accounts: [{ ...account, numberEnding }] });
    }
    expect(await count('bank_accounts')).toBe(1);
    const [account] = await rows<{ ending: string }>(
      'SELECT number_ending AS ending FROM bank_accounts WHERE user_id = $1',
    );
    expect(account).toEqual({ ending: '1234' });
  });

  test('that could be of either of two accounts stand by themselves, and stay there', async () => {
    const row: PrintedRow = ['2026-01-05', 'CORNER COFFEE HOUSE', -450];
    await hand(buildStatement([row], { numberEnding: '1111' }));
    const between = buildStatement([['2026-02-05', 'CORNER COFFEE HOUSE', -450]], { numberEnding: null });
    const { documentId } = await hand(between);
    expect(await count('bank_accounts')).toBe(1);
    await hand(buildStatement([row], { numberEnding: '2222' }));
    await hand(between, { documentId });
    expect([await count('bank_accounts'), await count('transactions')]).toEqual([2, 3]);
    await hand(buildStatement([['2026-03-05', 'COFFEE', -450]], { numberEnding: null }));
    expect(await count('bank_accounts')).toBe(3);
    await hand(buildStatement([row], { numberEnding: null, label: 'Savings' }));
    expect(await count('bank_accounts')).toBe(4);
  });

  test('name the months that are missing', async () => {
    await hand(statementOf('01'));
    const { report } = await hand(statementOf('03'));
    expect(report.missingMonths).toEqual(['2026-02']);
  });

  test('without a year wait for the answer; nothing is guessed', async () => {
    const reading = buildStatement([
      ['--12-28', 'NETFLIX.COM', -1549],
      ['--01-03', 'CORNER COFFEE HOUSE', -450],
      [null, 'SMUDGED', -100],
    ]);
    const { documentId, report } = await hand(reading);
    expect(report).toMatchObject({ rowsAdded: 0, rowsSkipped: 3 });
    expect(report.questions.map(({ code }) => code)).toEqual(['YEAR', 'DATE']);
    const answered = await hand(reading, { documentId, year: 2026 });
    expect(answered.report).toMatchObject({
      rowsAdded: 2,
      rowsSkipped: 1,
      period: { start: '2025-12-28', end: '2026-01-03' },
    });
  });

  test('without a currency are asked about', async () => {
    const { report } = await hand(buildStatement([['2026-03-02', 'COFFEE', -450]], { currency: 'XXX' }));
    expect(report.questions).toEqual([{ code: 'CURRENCY', message: expect.stringContaining('USD') }]);
  });

  test('without a currency are in the one that the user names', async () => {
    await hand(buildStatement([['2026-03-02', 'CORNER COFFEE HOUSE', -450]], { currency: 'XXX' }));
    await updateFinancialProfile(opened.context, { userId, currency: 'NZD' });
    const summary = await getSpendingSummary(opened.context, { userId });
    expect(summary.total).toMatchObject({ amount: money(450, 'NZD'), approximate: false });
  });

  test('in another currency are converted at a provider’s rate, or the shipped one when it fails', async () => {
    await hand(statementOf('03'));
    await hand(
      buildStatement([['2026-03-12', 'BISTRO AM MARKT', -1000]], { currency: 'EUR', numberEnding: '77' }),
    );
    const dining = async (rate: number | null) => {
      const exchangeRates = {
        rate: async (from: string, to: string, on: string) => {
          if (rate === null) throw new Error('The provider is away.');
          return { from, to, on, rate };
        },
      };
      const context = { ...opened.context, exchangeRates };
      const summary = await getSpendingSummary(context, { userId });
      return summary.categories.find(({ category }) => category === 'dining')?.figure.amount.minor;
    };
    expect(await dining(1.25)).toBe(900 + 8100 + 1250);
    expect(await dining(null)).toBe(900 + 8100 + 1172);
  });

  test('of a card and its account count a payment between them once', async () => {
    await hand(
      buildStatement(
        [
          ['2026-03-03', 'ODEON CINEMAS', -2000],
          ['2026-03-20', 'PAYMENT RECEIVED', 2000],
        ],
        { kind: 'credit_card_statement', numberEnding: '9999' },
      ),
    );
    await hand(buildStatement([['2026-03-19', 'CREDIT CARD PAYMENT', -2000]]));
    const summary = await getSpendingSummary(opened.context, { userId });
    expect([summary.total.amount.minor, summary.income.amount.minor]).toEqual([2000, 0]);
  });
});

describe('the analysis', () => {
  test('writes the profile, the categories and proposed subscriptions', async () => {
    const { profile, proposed } = await threeMonths();
    expect(profile).toMatchObject({
      incomePattern: 'regular',
      income: { inForce: { amount: usd(400_000) } },
    });
    expect(proposed.map(({ name, status }) => [name, status])).toEqual([['Netflix', 'proposed']]);
    expect(
      await rows(
        'SELECT monthly_income, fixed_expenses, entertainment_budget, currency, last_analyzed_at FROM financial_profiles WHERE user_id = $1',
      ),
    ).toEqual([
      {
        monthly_income: '4000.00',
        fixed_expenses: '1900.00',
        entertainment_budget: '200.00',
        currency: 'USD',
        last_analyzed_at: expect.any(Date),
      },
    ]);
    const categories = await rows(
      'SELECT category, monthly_amount, is_fixed FROM expense_categories WHERE user_id = $1',
    );
    expect(categories).toContainEqual({ category: 'rent', monthly_amount: '1500.00', is_fixed: true });
    expect(categories).toContainEqual({ category: 'dining', monthly_amount: '83.00', is_fixed: false });
  });

  test('is the same whatever order the statements came in, and when done again', async () => {
    const first = await threeMonths();
    const again = await analyseFinances(opened.context, { userId });
    const other = await createUser();
    const turned = await threeMonths(['03', '01', '02'], other);
    const plain = (report: typeof first) =>
      JSON.stringify({ budget: report.budget, income: report.profile.income }, (key, value) =>
        key === 'transactionIds' ? value.length : value,
      );
    expect(plain(again)).toBe(plain(first));
    expect(plain(turned)).toBe(plain(first));
    expect([await count('subscriptions'), await count('subscriptions', other)]).toEqual([1, 1]);
  });

  test('traces a category to its lines', async () => {
    await threeMonths();
    const why = await explainFigure(opened.context, { userId, figure: 'category:dining:2026-02' });
    expect(why.figure.amount).toEqual(usd(8300));
    expect(why.arithmetic[0]).toContain('$74.00');
    expect(why.lines).toContainEqual(
      expect.objectContaining({
        description: 'TST* GOLDEN DRAGON',
        fileName: expect.stringMatching(/^statement-\d+\.pdf$/),
        page: 1,
        line: 16,
        text: '2026-02-21 TST* GOLDEN DRAGON -7400',
      }),
    );
  });
});

describe('the user’s word', () => {
  test('wins over what was derived, which stays visible', async () => {
    await threeMonths();
    const { profile, questions } = await updateFinancialProfile(opened.context, {
      userId,
      stated: { entertainmentBudget: { amount: usd(25_000) }, savings: { percent: 5 } },
    });
    expect(questions).toEqual([]);
    expect(profile.entertainmentBudget).toMatchObject({
      inForce: { amount: usd(25_000) },
      derived: { amount: usd(20_000) },
    });
    expect(profile.savings).toMatchObject({
      inForce: { amount: usd(20_000) },
      derived: { amount: usd(30_000) },
    });
    const back = await updateFinancialProfile(opened.context, {
      userId,
      stated: { entertainmentBudget: null },
    });
    expect(back.profile.entertainmentBudget.inForce?.amount).toEqual(usd(20_000));
  });

  test('that contradicts the statements is asked about, not taken, unless confirmed', async () => {
    await threeMonths();
    const stated = { monthlyIncome: { amount: usd(4_800_000) } };
    const asked = await updateFinancialProfile(opened.context, { userId, stated });
    expect(asked.questions.map(({ code }) => code)).toEqual(['CONTRADICTION']);
    expect(asked.profile.income.stated).toBeNull();
    const confirmed = await updateFinancialProfile(opened.context, { userId, stated, confirmed: true });
    expect(confirmed.profile.income.inForce?.amount).toEqual(usd(4_800_000));
  });

  test('of a wage every two weeks is a month’s income', async () => {
    const { profile } = await updateFinancialProfile(opened.context, {
      userId,
      stated: { monthlyIncome: { amount: usd(160_000), per: 'fortnightly' } },
    });
    expect(profile.income.inForce?.amount).toEqual(usd(346_667));
  });

  test('about amounts below zero is refused', async () => {
    await expect(
      updateFinancialProfile(opened.context, { userId, stated: { monthlyIncome: { amount: usd(-1) } } }),
    ).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('corrections', () => {
  test('“Golden Dragon was groceries” holds for all of its lines, and later ones', async () => {
    await threeMonths(['01', '02']);
    const corrected = await correctSpending(opened.context, {
      userId,
      target: { merchant: 'Golden Dragon' },
      change: { category: 'groceries' },
    });
    expect(corrected).toMatchObject({ from: 'dining', to: 'groceries', rule: true });
    expect(corrected.transactionIds).toHaveLength(2);
    await hand(statementOf('03'));
    await analyseFinances(opened.context, { userId });
    const summary = await getSpendingSummary(opened.context, {
      userId,
      span: { start: '2026-01-01', end: '2026-03-31' },
    });
    expect(summary.categories.find(({ category }) => category === 'dining')?.figure.amount).toEqual(
      usd(2700),
    );
  });

  test('“Netflix is not entertainment” takes it out of the fun budget', async () => {
    await threeMonths();
    await correctSpending(opened.context, {
      userId,
      target: { merchant: 'netflix' },
      change: { entertainment: false },
    });
    const { subscriptions } = await listSubscriptions(opened.context, { userId });
    expect(subscriptions.map(({ name, isEntertainment }) => [name, isEntertainment])).toEqual([
      ['Netflix', false],
    ]);
    const march = await getSpendingSummary(opened.context, { userId });
    expect(march.entertainment.amount).toEqual(usd(900 + 8100));
  });

  test('“ignore this one” leaves out one line only, also after the next analysis', async () => {
    await threeMonths();
    const corrected = await correctSpending(opened.context, {
      userId,
      target: { latest: true },
      change: { ignored: true },
    });
    expect(corrected).toMatchObject({ merchantName: 'Golden Dragon', rule: false });
    await analyseFinances(opened.context, { userId });
    const summary = await getSpendingSummary(opened.context, { userId });
    expect(summary.categories.find(({ category }) => category === 'dining')?.figure.amount).toEqual(usd(900));
  });

  test('of somebody else’s transaction find nothing', async () => {
    const { report } = await hand(statementOf('01'));
    const stranger = await createUser();
    const [transactionId = ''] = report.transactionIds;
    await expect(
      correctSpending(opened.context, {
        userId: stranger,
        target: { transactionId },
        change: { ignored: true },
      }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('spending told in chat', () => {
  test('counts at once, and once only when the statement shows it', async () => {
    await threeMonths();
    const before = await getBudgetStatus(opened.context, { userId });
    const logged = await logSpending(opened.context, { userId, amount: usd(1800), description: 'cinema' });
    expect(logged).toMatchObject({
      category: 'cinema',
      countsAsEntertainment: true,
      on: '2026-04-10',
      questions: [],
    });
    const after = await getBudgetStatus(opened.context, { userId });
    expect((before.left?.amount.minor ?? 0) - (after.left?.amount.minor ?? 0)).toBe(1800);
    const { report } = await hand(
      buildStatement([['2026-04-12', 'ODEON CINEMAS', -1800]], {
        periodStart: '2026-04-01',
        periodEnd: '2026-04-30',
      }),
    );
    expect(report).toMatchObject({ rowsAdded: 1, rowsMerged: 1 });
    clock.set('2026-04-20T12:00:00Z');
    const { budget } = await analyseFinances(opened.context, { userId });
    expect(budget.spent.amount.minor).toBe(1800);
  });

  test('is one spend however often it is told under the same id', async () => {
    await threeMonths();
    const before = await getBudgetStatus(opened.context, { userId });
    const told = { id: opened.context.ids.uuid(), userId, amount: usd(1800), description: 'cinema' };
    const [first, again] = await Promise.all([
      logSpending(opened.context, told),
      logSpending(opened.context, told),
    ]);
    expect(again).toEqual(first);
    expect(first.transactionId).toBe(told.id);
    await logSpending(opened.context, { ...told, id: opened.context.ids.uuid() });
    const after = await getBudgetStatus(opened.context, { userId });
    expect((before.left?.amount.minor ?? 0) - (after.left?.amount.minor ?? 0)).toBe(2 * 1800);
  });

  test('keeps a correction that came between two tellings of the same spend', async () => {
    const told = { id: opened.context.ids.uuid(), userId, amount: usd(1800), description: 'cinema' };
    await logSpending(opened.context, told);
    await correctSpending(opened.context, {
      userId,
      target: { transactionId: told.id },
      change: { category: 'groceries' },
    });
    const again = await logSpending(opened.context, told);
    expect(again).toMatchObject({ category: 'groceries', countsAsEntertainment: false });
    expect(await count('transactions')).toBe(1);
  });

  test('of an absurd amount or on an impossible day is asked about and not stored', async () => {
    const odd = await logSpending(opened.context, { userId, amount: usd(1_800_000), description: 'cinema' });
    expect([odd.transactionId, odd.questions[0]?.code]).toEqual([null, 'AMOUNT']);
    const never = await logSpending(opened.context, {
      userId,
      amount: usd(1800),
      description: 'cinema',
      on: '2026-02-30',
    });
    expect([never.transactionId, never.questions[0]?.code]).toEqual([null, 'DATE']);
    expect(await count('transactions')).toBe(0);
  });
});

describe('receipts and pay stubs', () => {
  test('a receipt counts until the statement shows it, then once', async () => {
    await hand(buildReceipt());
    await hand(buildStatement([['2026-03-11', 'LITTLE OWL BOOKS', -2450]]));
    await analyseFinances(opened.context, { userId });
    const summary = await getSpendingSummary(opened.context, { userId });
    expect(summary.total.amount).toEqual(usd(2450));
  });

  test('an invoice counts when it is paid only', async () => {
    const { report } = await hand(buildReceipt({ kind: 'invoice', paid: null }));
    expect(report).toMatchObject({ rowsAdded: 0, rowsSkipped: 1, questions: [{ code: 'PAID' }] });
    expect((await hand(buildReceipt({ kind: 'invoice', paid: true }))).report.rowsAdded).toBe(1);
  });

  test('a pay stub is income by itself', async () => {
    await hand(buildPayStub());
    const profile = await getFinancialProfile(opened.context, { userId });
    expect(profile.income.derived?.amount).toEqual(usd(260_000));
  });
});

describe('subscriptions', () => {
  test('are proposed, confirmed by name, mirrored into the preferences, and ended', async () => {
    await threeMonths();
    const added = await addSubscription(opened.context, { userId, name: 'netflix' });
    expect(added).toMatchObject({
      name: 'Netflix',
      status: 'active',
      origin: 'detected',
      annualCost: { amount: usd(18_588) },
    });
    await addSubscription(opened.context, { userId, name: 'Disney+', price: usd(1099) });
    const mirrored = async () => {
      const query =
        'SELECT streaming_subscriptions AS names FROM entertainment_preferences WHERE user_id = $1';
      return (await rows<{ names: string[] }>(query))[0]?.names;
    };
    expect(await mirrored()).toEqual(['Disney+', 'Netflix']);
    const list = await listSubscriptions(opened.context, { userId });
    expect(list.overlaps).toEqual([
      expect.objectContaining({ kind: 'Streaming', names: ['Netflix', 'Disney+'] }),
    ]);
    expect(list.monthlyTotal?.amount).toEqual(usd(1549 + 1099));
    await endSubscription(opened.context, { userId, subscriptionId: added.id });
    await analyseFinances(opened.context, { userId });
    expect(await mirrored()).toEqual(['Disney+']);
    const after = await listSubscriptions(opened.context, { userId, status: 'ended' });
    expect(after.subscriptions.map(({ name }) => name)).toEqual(['Netflix']);
  });

  test('that were declined are not proposed again', async () => {
    const { proposed } = await threeMonths();
    const [first] = proposed;
    await endSubscription(opened.context, { userId, subscriptionId: first?.id ?? '' });
    expect((await analyseFinances(opened.context, { userId })).proposed).toEqual([]);
  });
});

describe('questions', () => {
  test('can I afford it: yes, yes but, no, with the sum and the bills still due', async () => {
    await threeMonths();
    clock.set('2026-04-03T12:00:00Z');
    const small = await checkAffordability(opened.context, { userId, price: usd(2000) });
    expect(small).toMatchObject({ verdict: 'yes' });
    expect(small.billsDue.map(({ name, dueOn }) => [name, dueOn])).toContainEqual(['Netflix', '2026-04-06']);
    expect(small.arithmetic.join('\n')).toContain('bills still due');
    expect(await checkAffordability(opened.context, { userId, price: usd(15_000) })).toMatchObject({
      verdict: 'yes-but',
    });
    expect(await checkAffordability(opened.context, { userId, price: usd(90_000) })).toMatchObject({
      verdict: 'no',
      savingPlan: { periods: 4 },
    });
  });

  test('without an income the answer is unknown, and asks for it', async () => {
    const answer = await checkAffordability(opened.context, { userId, price: usd(2000) });
    expect([answer.verdict, answer.questions[0]?.code]).toEqual(['unknown', 'INCOME']);
  });

  test('insights name what stands out, each with its figures', async () => {
    await threeMonths();
    const { insights } = await getInsights(opened.context, { userId });
    expect(insights.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['category', 'subscriptions']));
    for (const insight of insights) expect(insight.figures.length).toBeGreaterThan(0);
  });

  test('a picture of the budget is an SVG and a PNG, and words for those who cannot see it', async () => {
    await threeMonths();
    const chart = await renderBudgetChart(opened.context, { userId, theme: 'dark' });
    expect(chart.svg).toMatch(/^<svg .*left to spend.*<\/svg>$/);
    expect([...(chart.png ?? []).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(chart.description).toContain('left to spend');
  });
});
