import { describe, expect, test } from '@jest/globals';
import { dayNumber } from '../../../../src/domain/calendar.js';
import { detectRecurring } from '../../../../src/domain/recurrence/detect.js';
import { paymentsOf } from '../../../../src/domain/recurrence/payments.js';
import type { RecurringSeries } from '../../../../src/domain/recurrence/series.js';
import { classifyAll } from '../../../../src/domain/transactions/classify-all.js';
import type { Transaction } from '../../../../src/domain/transactions/transaction.js';
import { generateHistory } from '../../../support/histories/generate.js';
import { judge } from '../../../support/histories/judge.js';
import { buildTransaction, historyTransactions } from '../../../support/money/records.js';

const kinds = new Map([
  ['current', 'current'],
  ['card', 'card'],
  ['savings', 'current'],
] as const);

function detect(transactions: readonly Transaction[], today: string): RecurringSeries[] {
  const decided = classifyAll(transactions, [], kinds);
  const day = dayNumber(today);
  return [
    ...detectRecurring(paymentsOf(decided, 'charge'), 'charge', day),
    ...detectRecurring(paymentsOf(decided, 'income'), 'income', day),
  ];
}

/** Charges of one payee: `['2026-01-05', 999]` pairs, positive minor units. */
function charges(description: string, rows: readonly (readonly [string, number])[]): Transaction[] {
  return rows.map(([date, minor], at) => buildTransaction(`${description}${at}`, date, description, -minor));
}

const monthly = (description: string, from: number, to: number, minor: number, day = '05') =>
  charges(
    description,
    Array.from(
      { length: to - from + 1 },
      (_, at) => [`2026-${String(from + at).padStart(2, '0')}-${day}`, minor] as const,
    ),
  );

describe('recurring charges', () => {
  test('three months of the same amount are a monthly charge with its next due day', () => {
    const [found, ...others] = detect(monthly('LUMORA', 1, 3, 999), '2026-03-20');
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      cadence: 'monthly',
      maturity: 'mature',
      ended: false,
      nextDueOn: '2026-04-05',
    });
    expect(found?.amount).toEqual({ minor: 999, currency: 'USD' });
  });

  test('a known subscription is seen from its second charge, an unknown payee is not', () => {
    expect(detect(monthly('NETFLIX.COM', 1, 2, 1549), '2026-02-20')).toMatchObject([
      { cadence: 'monthly', maturity: 'early', name: 'Netflix', subscription: true },
    ]);
    expect(detect(monthly('LUMORA', 1, 2, 1549), '2026-02-20')).toEqual([]);
  });

  test('it has ended when the next charge is well overdue', () => {
    expect(detect(monthly('LUMORA', 1, 4, 999), '2026-05-12')).toMatchObject([{ ended: false }]);
    expect(detect(monthly('LUMORA', 1, 4, 999), '2026-06-10')).toMatchObject([
      { ended: true, nextDueOn: null },
    ]);
  });

  test('a price rise stays one series and is told with its day', () => {
    const rows = [
      ...monthly('SPOTIFY AB', 1, 4, 1099),
      ...charges('SPOTIFY AB 2', [
        ['2026-05-05', 1299],
        ['2026-06-05', 1299],
      ]),
    ];
    const [found, ...others] = detect(rows, '2026-06-20');
    expect(others).toEqual([]);
    expect(found?.priceChange).toEqual({
      from: { minor: 1099, currency: 'USD' },
      to: { minor: 1299, currency: 'USD' },
      on: '2026-05-05',
    });
    expect(found?.amount.minor).toBe(1299);
  });

  test('two contracts at one merchant are told apart', () => {
    const rows = [
      ...monthly('AVIVA INSURANCE 123', 1, 6, 4510),
      ...monthly('AVIVA INSURANCE 456', 1, 6, 12050, '18'),
    ];
    const found = detect(rows, '2026-06-25').map(({ amount, cadence }) => [amount.minor, cadence]);
    expect(found.sort()).toEqual([
      [12050, 'monthly'],
      [4510, 'monthly'],
    ]);
  });

  test('the same posting twice on a day is one charge', () => {
    const rows = [
      ...monthly('LUMORA', 1, 4, 999),
      ...charges('LUMORA', [['2026-03-05', 999]]).map((each) => ({ ...each, id: 'twin' })),
    ];
    const [found, ...others] = detect(rows, '2026-04-20');
    expect(others).toEqual([]);
    expect(found?.transactionIds).toHaveLength(4);
  });

  test('weekly groceries of changing amounts and coffees at any time are no contracts', () => {
    const groceries = Array.from({ length: 20 }, (_, at) => {
      const day = new Date(Date.UTC(2026, 0, 3 + at * 7)).toISOString().slice(0, 10);
      return [day, 6000 + ((at * 2791) % 5200)] as const;
    });
    expect(detect(charges('TESCO STORES 1234', groceries), '2026-06-01')).toEqual([]);
  });

  test('the order of the rows plays no part', () => {
    const rows = historyTransactions(generateHistory(77));
    const keys = (found: readonly RecurringSeries[]) =>
      found.map(({ key, transactionIds }) => [key, transactionIds]).sort();
    expect(keys(detect([...rows].reverse(), '2026-06-30'))).toEqual(keys(detect(rows, '2026-06-30')));
  });
});

describe('on generated histories', () => {
  test('at least 97 of 100 found series are right and 95 of 100 true ones are found, weekly ones included', () => {
    let [right, found, wanted, met, weeklyWanted, weeklyMet] = [0, 0, 0, 0, 0, 0];
    for (let seed = 501; seed <= 510; seed += 1) {
      const history = generateHistory(seed);
      const judged = judge(history, detect(historyTransactions(history), history.end));
      right += judged.right;
      found += judged.found;
      wanted += judged.wanted;
      met += judged.met;
      weeklyWanted += judged.weekly.wanted;
      weeklyMet += judged.weekly.met;
    }
    expect(wanted).toBeGreaterThan(100);
    expect(right / found).toBeGreaterThanOrEqual(0.97);
    expect(met / wanted).toBeGreaterThanOrEqual(0.95);
    expect(weeklyMet / weeklyWanted).toBeGreaterThanOrEqual(0.95);
  });
});
