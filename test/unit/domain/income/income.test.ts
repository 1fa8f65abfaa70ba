import { describe, expect, test } from '@jest/globals';
import { analyse } from '../../../../src/domain/analysis/analyse.js';
import type { PayStubRecord } from '../../../../src/domain/analysis/records.js';
import { money } from '../../../../src/domain/money.js';
import type { Transaction } from '../../../../src/domain/transactions/transaction.js';
import { buildRecords, buildTransaction } from '../../../support/money/records.js';

const half = { start: '2026-01-01', end: '2026-06-30' };
const pay = (description: string, rows: readonly (readonly [string, number])[]): Transaction[] =>
  rows.map(([date, minor]) => buildTransaction(`${description} ${date}`, date, description, minor));
const firsts = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'];

function income(
  transactions: readonly Transaction[],
  payStubs: readonly PayStubRecord[] = [],
  span: typeof half | null = half,
) {
  return analyse(buildRecords(transactions, span, { payStubs }), '2026-07-05').income;
}

const stub = (
  employer: string,
  minor: number,
  payDate: string | null,
  more: Partial<PayStubRecord> = {},
): PayStubRecord => ({
  documentId: `${employer} ${payDate}`,
  employer,
  net: money(minor, 'USD'),
  payDate,
  period: null,
  cadence: null,
  ...more,
});

describe('a month’s income', () => {
  test('steady monthly pay counts as it is', () => {
    expect(
      income(
        pay(
          'SALARY ACME LTD',
          firsts.map((date) => [date, 310_000]),
        ),
      ),
    ).toMatchObject({ pattern: 'regular', monthly: { amount: { minor: 310_000 } } });
  });

  test('fortnightly pay counts 26/12', () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => [new Date(Date.UTC(2026, 0, 9 + 14 * at)).toISOString().slice(0, 10), 150_000] as const,
    );
    expect(income(pay('ACME PAYROLL', rows)).monthly?.amount.minor).toBe(325_000);
  });

  test('two earners add up', () => {
    const rows = [
      ...pay(
        'SALARY ACME LTD',
        firsts.map((date) => [date, 310_000]),
      ),
      ...pay(
        'NHS TRUST PAYROLL',
        firsts.map((date) => [date.replace('-01', '-27').replace('2026-27', '2026-01'), 200_000]),
      ),
    ];
    const found = income(rows);
    expect(found.streams).toHaveLength(2);
    expect(found.monthly?.amount.minor).toBe(510_000);
  });

  test('irregular income counts cautiously: min(P25, 0.8 · median)', () => {
    const amounts = [100_000, 420_000, 180_000, 390_000, 250_000, 90_000];
    const rows = amounts.flatMap((minor, at) =>
      pay(`CLIENT ${'ABCDEF'[at]} INVOICE`, [[`2026-0${at + 1}-${10 + at}`, minor]]),
    );
    expect(income(rows)).toMatchObject({ pattern: 'irregular', monthly: { amount: { minor: 120_000 } } });
  });

  test('money from friends and a tax refund are nothing to live on', () => {
    const rows = [
      ...pay(
        'SALARY ACME LTD',
        firsts.map((date) => [date, 310_000]),
      ),
      ...pay('IRS TAX REFUND', [['2026-04-20', 99_900]]),
      ...pay('ZELLE FROM JORDAN M', [['2026-05-20', 50_000]]),
    ];
    expect(income(rows).monthly?.amount.minor).toBe(310_000);
  });

  test('one month alone is taken as it is, and marked as approximate', () => {
    const found = income(pay('SALARY MATAI HOLDINGS', [['2026-02-05', 312_000]]), [], {
      start: '2026-02-01',
      end: '2026-02-28',
    });
    expect(found).toMatchObject({
      pattern: 'unknown',
      monthly: { amount: { minor: 312_000 }, approximate: true },
    });
  });
});

describe('pay stubs', () => {
  test('a stub and its deposits are one income', () => {
    const deposits = pay(
      'SALARY ACME LTD',
      firsts.map((date) => [date, 310_000]),
    );
    const found = income(deposits, [stub('Acme Ltd', 310_000, '2026-05-31', { cadence: 'monthly' })]);
    expect(found.monthly?.amount.minor).toBe(310_000);
    expect(found.monthly?.sources).toContainEqual({ kind: 'pay-stub', documentId: 'Acme Ltd 2026-05-31' });
  });

  test('an earner without a deposit in sight counts by the stub', () => {
    const deposits = pay(
      'SALARY ACME LTD',
      firsts.map((date) => [date, 310_000]),
    );
    expect(
      income(deposits, [stub('Kauri Farms', 120_000, '2026-05-15', { cadence: 'fortnightly' })]).monthly
        ?.amount.minor,
    ).toBe(310_000 + 260_000);
  });

  test('the only deposit seen is not counted beside its stub', () => {
    const found = income(
      pay('KAURI FARMS CREDIT', [['2026-06-16', 120_000]]),
      [stub('Kauri Farms', 120_000, '2026-06-15', { cadence: 'fortnightly' })],
      { start: '2026-06-01', end: '2026-06-30' },
    );
    expect(found.monthly?.amount.minor).toBe(260_000);
  });

  test('the cadence is told from the pay period, or asked for', () => {
    const period = { start: '2026-05-01', end: '2026-05-14' };
    expect(income([], [stub('Kauri Farms', 120_000, '2026-05-15', { period })]).monthly?.amount.minor).toBe(
      260_000,
    );
    const unknown = income([], [stub('Kauri Farms', 120_000, '2026-05-15')]);
    expect(unknown.monthly).toBeNull();
    expect(unknown.questions.map(({ code }) => code)).toEqual(['PAY_FREQUENCY']);
  });

  test('the same stub twice is one', () => {
    const twice = [
      stub('Kauri Farms', 120_000, '2026-05-15', { cadence: 'weekly' }),
      { ...stub('Kauri Farms', 120_000, '2026-05-15', { cadence: 'weekly' }), documentId: 'again' },
    ];
    expect(income([], twice).streams).toHaveLength(1);
  });
});
