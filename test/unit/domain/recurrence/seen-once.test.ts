import { describe, expect, test } from '@jest/globals';
import { analyse } from '../../../../src/domain/analysis/analyse.js';
import { budgetStatus } from '../../../../src/domain/budget/calculate.js';
import { reconcileSubscriptions } from '../../../../src/domain/recurrence/subscriptions.js';
import type { Transaction } from '../../../../src/domain/transactions/transaction.js';
import { buildRecords, buildTransaction } from '../../../support/money/records.js';

const june = { start: '2026-06-01', end: '2026-06-30' };
const line = (date: string, description: string, minor: number): Transaction =>
  buildTransaction(`${description} ${date}`, date, description, minor);
const salary = line('2026-06-03', 'SALARY DEPOSIT', 320_000);
const netflix = line('2026-06-22', 'NETFLIX', -1599);
let ids = 0;
const newId = (): string => `id ${++ids}`;

const read = (rows: readonly Transaction[], span = june) =>
  analyse(buildRecords([salary, ...rows], span), '2026-07-02');
const reconciled = (
  rows: readonly Transaction[],
  stored: Parameters<typeof reconcileSubscriptions>[0] = [],
) => {
  const { charges, seenOnce } = read(rows);
  return reconcileSubscriptions(stored, charges, newId, seenOnce);
};

describe('a service of subscriptions that was charged once', () => {
  test('is proposed with its price and day, and without a rhythm', () => {
    const [record, ...others] = reconciled([netflix]).save;
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      name: 'Netflix',
      status: 'proposed',
      origin: 'detected',
      price: { minor: 1599, currency: 'USD' },
      cadence: null,
      lastChargedOn: '2026-06-22',
      nextDueOn: null,
      isEntertainment: true,
    });
  });

  test('is written once, stays declined, and goes when its line goes', () => {
    const [record] = reconciled([netflix]).save;
    if (!record) throw new Error('nothing was proposed');
    expect(reconciled([netflix], [record])).toEqual({ save: [], remove: [] });
    expect(reconciled([netflix], [{ ...record, status: 'declined' }]).save).toEqual([]);
    expect(reconciled([], [record]).remove).toEqual([record.id]);
  });

  test('gives a service that the user told of its price, and leaves a price of the user’s own', () => {
    const [record] = reconciled([netflix]).save;
    if (!record) throw new Error('nothing was proposed');
    const told = { ...record, status: 'active' as const, origin: 'stated' as const };
    expect(reconciled([netflix], [{ ...told, price: null }]).save[0]?.price?.minor).toBe(1599);
    const own = { minor: 799, currency: 'USD' };
    expect(reconciled([netflix], [{ ...told, price: own, cadence: 'monthly' }]).save).toEqual([]);
  });

  test('counts as spending alone: nothing is still due for it, and the budget stays', () => {
    const [record] = reconciled([netflix]).save;
    const records = buildRecords([salary, netflix], june);
    const before = budgetStatus(analyse(records, '2026-07-02'));
    const after = budgetStatus(
      analyse({ ...records, subscriptions: record ? [{ ...record, status: 'active' }] : [] }, '2026-07-02'),
    );
    expect(after.subscriptionsDue.amount.minor).toBe(0);
    expect(after.left?.amount).toEqual(before.left?.amount);
  });

  test('is no sign where it lies far back, sells single films too, is a shop, or was charged twice without a rhythm', () => {
    expect(reconciled([line('2026-05-10', 'NETFLIX', -1599)]).save).toEqual([]);
    expect(reconciled([line('2026-06-22', 'AMAZON VIDEO', -399)]).save).toEqual([]);
    expect(reconciled([line('2026-06-22', 'TARGET', -1599)]).save).toEqual([]);
    expect(reconciled([netflix, line('2026-06-24', 'NETFLIX', -2299)]).save).toEqual([]);
  });
});
