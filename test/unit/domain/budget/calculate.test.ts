import { describe, expect, test } from '@jest/globals';
import { analyse } from '../../../../src/domain/analysis/analyse.js';
import type { FinancialRecords } from '../../../../src/domain/analysis/records.js';
import { budgetStatus } from '../../../../src/domain/budget/calculate.js';
import type { BudgetStatus } from '../../../../src/domain/budget/status.js';
import type { Figure } from '../../../../src/domain/figures.js';
import { money } from '../../../../src/domain/money.js';
import type { Transaction } from '../../../../src/domain/transactions/transaction.js';
import { generateHistory } from '../../../support/histories/generate.js';
import {
  buildRecords,
  buildStated,
  buildTransaction,
  historyRecords,
} from '../../../support/money/records.js';
import { fc } from '../../../support/properties.js';

const covered = { start: '2026-01-01', end: '2026-04-30' };
const months = ['01', '02', '03', '04'];

/** Four full months: pay, rent, groceries, one subscription, and some dinners. */
function household(): Transaction[] {
  return months.flatMap((month) => [
    buildTransaction(`pay${month}`, `2026-${month}-01`, 'SALARY MATAI HOLDINGS', 400_000),
    buildTransaction(`rent${month}`, `2026-${month}-02`, 'STANDING ORDER RENT MR LANDLORD', -150_000),
    buildTransaction(`food${month}`, `2026-${month}-11`, 'TESCO STORES 1234', -40_000),
    buildTransaction(`nf${month}`, `2026-${month}-20`, 'NETFLIX.COM', -1500),
    buildTransaction(`din${month}`, `2026-${month}-15`, 'THE LITTLE BISTRO', -20_000 - Number(month) * 100),
  ]);
}

const status = (records: FinancialRecords, today = '2026-05-10'): BudgetStatus =>
  budgetStatus(analyse(records, today));
const minor = (figure: Figure | null) => figure?.amount.minor ?? null;

describe('this period’s budget', () => {
  test('every anchor, the formula, and the whole sum', () => {
    const budget = status(buildRecords(household(), covered));
    expect(minor(budget.income)).toBe(400_000);
    expect(minor(budget.fixedNeeds)).toBe(190_000);
    expect(minor(budget.discretionary)).toBe(210_000);
    expect(budget.anchors.map(({ id, figure }) => [id, figure.amount.minor])).toEqual([
      ['share-of-income', 120_000],
      ['share-of-discretionary', 42_000],
      ['floor', 20_000],
      ['habit', 21_750],
      ['household-average', expect.any(Number)],
    ]);
    expect(minor(budget.monthlyBudget)).toBe(21_750);
    expect(budget.formula).toContain('The smallest of three: 30% of income');
    expect(budget.arithmetic.join('\n')).toContain(
      'the smallest of three: $1,200 (30% of income), $420 (20% of what is left), the larger of $200 (5% of income) and $217.50 (what you usually spend) = $217.50 a month',
    );
    expect(budget.state).toBe('ready');
  });

  test('what is left takes off what was spent, is planned, and will be charged', () => {
    const rows = [
      ...household(),
      buildTransaction('cinema', '2026-05-04', 'cinema', -1800, {
        origin: 'chat',
        accountId: null,
        category: 'cinema',
        categorySource: 'correction',
      }),
      buildTransaction('concert', '2026-05-23', 'concert', -5000, {
        origin: 'chat',
        accountId: null,
        category: 'events',
        categorySource: 'correction',
      }),
    ];
    const budget = status(buildRecords(rows, covered));
    expect([minor(budget.spent), minor(budget.committed), minor(budget.subscriptionsDue)]).toEqual([
      1800, 5000, 1500,
    ]);
    expect(minor(budget.left)).toBe(21_750 - 1800 - 5000 - 1500);
    expect(budget.period).toMatchObject({
      start: '2026-05-01',
      end: '2026-05-31',
      elapsedDays: 10,
      daysLeft: 22,
    });
    expect(minor(budget.leftPerDay)).toBe(Math.floor(13_450 / 22));
  });

  test('the user’s own budget wins, the derived one stays visible', () => {
    const budget = status(
      buildRecords(household(), covered, {
        stated: [buildStated('entertainment_budget', money(30_000, 'USD'))],
      }),
    );
    expect([minor(budget.monthlyBudget), minor(budget.derivedBudget), minor(budget.statedBudget)]).toEqual([
      30_000, 21_750, 30_000,
    ]);
    expect(budget.anchors.filter(({ decides }) => decides).map(({ id }) => id)).toEqual(['stated']);
  });

  test('stated figures stand in where no document is', () => {
    const stated = [
      buildStated('monthly_income', money(320_000, 'USD')),
      buildStated('fixed_expenses', money(200_000, 'USD')),
      buildStated('savings', null, 10),
    ];
    const budget = status(buildRecords([], null, { stated }));
    expect(minor(budget.discretionary)).toBe(320_000 - 200_000 - 32_000);
    expect(minor(budget.monthlyBudget)).toBe(16_000);
    expect(budget.income?.sources[0]?.kind).toBe('stated');
  });

  test('without an income it asks instead of guessing', () => {
    const budget = status(buildRecords([], null));
    expect(budget.state).toBe('no-income');
    expect([budget.left, budget.monthlyBudget]).toEqual([null, null]);
    expect(budget.questions.map(({ code }) => code)).toEqual(['INCOME']);
  });

  test('with nothing left there are free things only, said kindly', () => {
    const budget = status(
      buildRecords(household(), covered, { stated: [buildStated('monthly_income', money(150_000, 'USD'))] }),
    );
    expect(budget.state).toBe('free-only');
    expect(minor(budget.monthlyBudget)).toBe(0);
    expect(budget.notes.join(' ')).toContain('Free things');
  });

  test('by pay cycle the month’s budget is brought to the cycle', () => {
    const pay = ['2026-03-06', '2026-03-20', '2026-04-03', '2026-04-17'].map((date, at) =>
      buildTransaction(`pay${at}`, date, 'SALARY MATAI HOLDINGS', 200_000),
    );
    const budget = status(
      buildRecords(pay, { start: '2026-03-01', end: '2026-04-30' }, { periodKind: 'pay_cycle' }),
      '2026-05-05',
    );
    expect(minor(budget.income)).toBe(433_333);
    expect(budget.period).toMatchObject({
      kind: 'pay_cycle',
      start: '2026-05-01',
      end: '2026-05-14',
      days: 14,
    });
    expect(minor(budget.periodBudget)).toBe(Math.round(((minor(budget.monthlyBudget) ?? 0) * 12) / 26));
  });

  test('stale and missing statements are said', () => {
    const records = buildRecords(household(), null, {
      coverages: [
        { accountId: 'current', documentId: 'a', span: { start: '2026-01-01', end: '2026-01-31' } },
        { accountId: 'current', documentId: 'b', span: { start: '2026-03-01', end: '2026-04-30' } },
      ],
    });
    const budget = status(records, '2026-07-01');
    expect(budget.data).toMatchObject({
      stale: true,
      basedOn: 'based on statements to 30 April 2026',
      missingMonths: ['2026-02'],
    });
    expect(budget.notes.join(' ')).toMatch(/30 April 2026.*2026-02/);
  });

  test('other currencies are converted by a dated rate and marked as approximate', () => {
    const rows = [
      ...household(),
      buildTransaction('eur', '2026-05-03', 'THE LITTLE BISTRO', -1000, {
        currency: 'EUR',
        accountId: 'euro',
      }),
    ];
    const budget = status(buildRecords(rows, covered));
    expect(budget.spent).toMatchObject({ amount: { minor: 1172, currency: 'USD' }, approximate: true });
    expect(budget.notes.join(' ')).toContain('about right');
  });

  test('a currency without a rate is left out and said, never taken for another', () => {
    const rows = [
      ...household(),
      buildTransaction('xau', '2026-05-03', 'THE LITTLE BISTRO', -1000, {
        currency: 'XAF',
        accountId: 'other',
      }),
    ];
    const budget = status(buildRecords(rows, covered));
    expect(minor(budget.spent)).toBe(0);
    expect(budget.notes.join(' ')).toContain('left out');
  });
});

describe('of any household', () => {
  const isFigure = (value: unknown): value is Figure =>
    typeof value === 'object' && value !== null && 'sources' in value && 'arithmetic' in value;
  const figures = (budget: BudgetStatus): Figure[] => Object.values(budget).filter(isFigure);

  test('no figure is without a source, no budget negative, and the order of records plays no part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 700, max: 760 }), fc.boolean(), (seed, rollOver) => {
        const history = generateHistory(seed, { months: 12 });
        const records = historyRecords(history, { rollOver });
        const budget = status(records, history.end);
        expect(figures(budget).length).toBeGreaterThan(8);
        for (const figure of figures(budget)) expect(figure.sources.length).toBeGreaterThan(0);
        for (const figure of [
          budget.monthlyBudget,
          budget.periodBudget,
          budget.total,
          budget.leftPerDay,
          budget.projection,
        ]) {
          expect(minor(figure) ?? 0).toBeGreaterThanOrEqual(0);
        }
        const turned = {
          ...records,
          transactions: [...records.transactions].reverse(),
          coverages: [...records.coverages].reverse(),
        };
        expect(status(turned, history.end)).toEqual(budget);
      }),
      { numRuns: 4 },
    );
  });
});
