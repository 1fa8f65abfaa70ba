import { describe, expect, test } from '@jest/globals';
import type { Category } from '../../../../src/domain/categories/categories.js';
import { classifyAll } from '../../../../src/domain/transactions/classify-all.js';
import type { Transaction } from '../../../../src/domain/transactions/transaction.js';
import { generateHistory } from '../../../support/histories/generate.js';
import { buildTransaction, historyTransactions } from '../../../support/money/records.js';
import { fc } from '../../../support/properties.js';

const kinds = new Map([
  ['current', 'current'],
  ['card', 'card'],
  ['savings', 'current'],
] as const);

function classify(...rows: Transaction[]): Transaction[] {
  return classifyAll(rows, [], kinds);
}

function one(description: string, minor: number, accountId = 'current') {
  const [row] = classify(buildTransaction('a', '2026-03-01', description, minor, { accountId }));
  return { role: row?.role, category: row?.category };
}

describe('what a movement means', () => {
  test.each([
    ['TRANSFER TO SAVINGS', -40_000, 'current', 'transfer', 'savings'],
    ['ONLINE TRANSFER FROM CHECKING ...4472', 5000, 'current', 'transfer', 'transfer'],
    ['TRANSFER TO LOAN', -95_000, 'current', 'spending', 'debt'],
    ['CREDIT CARD PAYMENT', -30_000, 'current', 'card_payment', 'card_payment'],
    ['PAYMENT - THANK YOU', 30_000, 'card', 'card_payment', 'card_payment'],
    ['CARD PAYMENT TO TESCO STORES 3217', -1250, 'current', 'spending', 'groceries'],
    ['SALARY MATAI HOLDINGS', 312_000, 'current', 'income', 'salary'],
    ['MOBILE CHECK DEPOSIT', 25_000, 'current', 'income', 'other_income'],
    ['ACH IN - STRIPE PAYOUTS', 90_000, 'current', 'income', 'other_income'],
    ['IRS TAX REFUND', 85_000, 'current', 'income', 'tax_refund'],
    ['CREDIT INTEREST', 218, 'current', 'income', 'interest'],
    ['ZELLE FROM JORDAN M', 6000, 'current', 'income', 'from_people'],
    ['ZELLE PAYMENT', -25_000, 'current', 'spending', 'people'],
    ['REFUND TRADEME', 4200, 'current', 'refund', 'shopping'],
    ['AMAZON.COM', 1999, 'card', 'refund', 'shopping'],
    ['MOBILE CHECK DEPOSIT', 55_000, 'current', 'income', 'other_income'],
    ['ATM CASH WITHDRAWAL', -10_000, 'current', 'spending', 'cash'],
    ['MONTHLY SERVICE FEE', -1500, 'current', 'spending', 'fees'],
  ])('%s (%d, %s) is %s, %s', (description, minor, account, role, category) => {
    expect(one(description, minor, account)).toEqual({ role, category });
  });

  test('money back from an unknown payee is a refund where as much was paid there, else income', () => {
    const paid = buildTransaction('a', '2026-03-01', 'KALDERN & CO', -5000);
    const back = buildTransaction('b', '2026-03-08', 'KALDERN & CO', 5000);
    expect(classify(paid, back).map(({ role }) => role)).toEqual(['spending', 'refund']);
    expect(classify(back).map(({ role }) => role)).toEqual(['income']);
  });

  test('a transfer shows on both accounts and counts on neither', () => {
    const out = buildTransaction('a', '2026-03-01', 'ONLINE TRANSFER 99', -50_000);
    const into = buildTransaction('b', '2026-03-03', 'DEPOSIT REF 22', 50_000, { accountId: 'savings' });
    expect(classify(out, into).map(({ role }) => role)).toEqual(['transfer', 'transfer']);
  });

  test('what was saved is saved once, though both accounts speak of savings', () => {
    const out = buildTransaction('a', '2026-03-01', 'TRANSFER TO SAVINGS', -50_000);
    const into = buildTransaction('b', '2026-03-01', 'TRANSFER TO SAVINGS FROM 99', 50_000, {
      accountId: 'savings',
    });
    expect(classify(out, into).map(({ category }) => category)).toEqual(['savings', 'transfer']);
  });

  test('of two deposits one alone can be the other half of a transfer', () => {
    const out = buildTransaction('a', '2026-03-01', 'ONLINE TRANSFER 99', -50_000);
    const twins = ['b', 'c'].map((id) =>
      buildTransaction(id, '2026-03-02', 'DEPOSIT REF 22', 50_000, { accountId: 'savings' }),
    );
    expect(classify(out, ...twins).filter(({ role }) => role === 'transfer')).toHaveLength(2);
  });
});

describe('the order of authority', () => {
  const netflix = (more: Partial<Transaction> = {}) =>
    buildTransaction('a', '2026-03-01', 'NETFLIX.COM MCC 5812', -1549, more);
  const deciders = (rules: { category: Category | null; ignore: boolean }[], row: Transaction) => {
    const [decided] = classifyAll(
      [row],
      rules.map((rule) => ({ merchantKey: 'netflix', ...rule })),
      kinds,
    );
    return [decided?.category, decided?.categorySource, decided?.ignored];
  };

  test('a correction of the line, the rule, the MCC, the merchant', () => {
    const rule = [{ category: 'software' as const, ignore: false }];
    expect(deciders(rule, netflix({ category: 'charity', categorySource: 'correction' }))).toEqual([
      'charity',
      'correction',
      false,
    ]);
    expect(deciders(rule, netflix())).toEqual(['software', 'rule', false]);
    expect(deciders([], netflix())).toEqual(['dining', 'mcc', false]);
    expect(deciders([], { ...netflix(), description: 'NETFLIX.COM' })).toEqual([
      'streaming',
      'merchant',
      false,
    ]);
  });

  test('a rule can leave a merchant out', () => {
    expect(deciders([{ category: null, ignore: true }], netflix())[2]).toBe(true);
  });

  test('a rule covers longer names of the merchant', () => {
    const [row] = classifyAll(
      [buildTransaction('a', '2026-03-01', 'LUMORA FIT 22', -1549)],
      [{ merchantKey: 'lumora', category: 'sports', ignore: false }],
      kinds,
    );
    expect(row?.category).toBe('sports');
  });

  test('the user’s corrections teach other lines that nothing else knows', () => {
    const rows = [
      buildTransaction('a', '2026-03-01', 'ZELTHOUSE', -1500, {
        merchantKey: 'zelthouse',
        category: 'events',
        categorySource: 'correction',
      }),
      buildTransaction('b', '2026-03-09', 'ZELTHOUSE', -1700),
    ];
    expect(classifyAll(rows, [], kinds)[1]).toMatchObject({ category: 'events', categorySource: 'history' });
  });
});

describe('as a whole', () => {
  test('classifying again changes nothing, and neither does the order', () => {
    const rows = historyTransactions(generateHistory(31)).slice(0, 250);
    const once = classifyAll(rows, [], kinds);
    expect(classifyAll(once, [], kinds)).toEqual(once);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const byId = new Map(classifyAll(shuffled, [], kinds).map((row) => [row.id, row]));
        expect(once.map(({ id }) => byId.get(id))).toEqual(once);
      }),
      { numRuns: 5 },
    );
  });

  test('at least 95 of 100 generated payees get the category a person would give', () => {
    let [right, asked] = [0, 0];
    for (let seed = 601; seed <= 606; seed += 1) {
      const history = generateHistory(seed);
      const decided = classifyAll(historyTransactions(history), [], kinds);
      history.rows.forEach((row, at) => {
        if (row.category === null || row.role !== 'spending') return;
        asked += 1;
        if (decided[at]?.category === row.category) right += 1;
      });
    }
    expect(asked).toBeGreaterThan(2000);
    expect(right / asked).toBeGreaterThanOrEqual(0.95);
  });
});
