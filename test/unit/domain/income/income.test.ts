import { describe, expect, test } from '@jest/globals';
import { analyse } from '../../../../src/domain/analysis/analyse.js';
import type { PayStubRecord } from '../../../../src/domain/analysis/records.js';
import { money } from '../../../../src/domain/money.js';
import type { Transaction } from '../../../../src/domain/transactions/transaction.js';
import { buildRecords, buildTransaction } from '../../../support/money/records.js';
import { fc } from '../../../support/properties.js';

const june = { start: '2026-06-01', end: '2026-06-30' };
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

  test('the only deposit of a whole month is what the month brought, whatever its stub promises', () => {
    const [deposit, paid] = [
      pay('KAURI FARMS CREDIT', [['2026-06-16', 120_000]]),
      [stub('Kauri Farms', 120_000, '2026-06-15', { cadence: 'fortnightly' })],
    ];
    expect(income(deposit, paid, june).monthly?.amount.minor).toBe(120_000);
    // Of a few days nobody can tell a month; the stub can.
    const days = { start: '2026-06-08', end: '2026-06-21' };
    expect(income(deposit, paid, days).monthly?.amount.minor).toBe(260_000);
  });

  test('a stub adds nothing to pay that may be the same money', () => {
    const salary = pay('SALARY DEPOSIT', [['2026-06-03', 320_000]]);
    const bank = income(salary, [], june).monthly?.amount.minor;
    expect(bank).toBe(320_000);
    const semi = { cadence: 'semi-monthly' as const };
    // Years old; of an earlier month; of the very month, without its deposit; without any date.
    for (const date of ['2023-10-15', '2026-02-15', '2026-06-15', null]) {
      const found = income(salary, [stub('TechCorp Inc.', 240_000, date, semi)], june);
      expect([date, found.monthly?.amount.minor, found.streams.length]).toEqual([date, bank, 0]);
      expect(found.notes.join()).toContain('TechCorp Inc.');
    }
    const asked = income(salary, [stub('TechCorp Inc.', 240_000, '2026-06-15', semi)], june);
    expect(asked.questions.map(({ code }) => code)).toEqual(['INCOME']);
  });

  test('an employer whose pay arrives by name is counted once, however the stub’s days fall', () => {
    const deposits = pay('TECHCORP PAYROLL', [
      ['2026-06-15', 240_000],
      ['2026-06-30', 240_000],
    ]);
    const semi = { cadence: 'semi-monthly' as const };
    for (const date of ['2023-10-15', '2026-05-30', '2026-06-15', '2026-07-15'])
      expect(income(deposits, [stub('TechCorp Inc.', 240_000, date, semi)], june).monthly?.amount.minor).toBe(
        480_000,
      );
  });

  test('of two employers’ stubs both count in one month, and the later where they are apart', () => {
    const monthly = { cadence: 'monthly' as const };
    const both = (first: string, second: string) =>
      income(
        [],
        [stub('Kauri Farms', 200_000, first, monthly), stub('Matai Holdings', 310_000, second, monthly)],
        null,
      ).monthly?.amount.minor;
    expect(both('2026-05-28', '2026-06-05')).toBe(510_000);
    expect(both('2025-05-28', '2026-06-05')).toBe(310_000);
  });

  test('statements that end long before a stub no longer tell of today’s pay', () => {
    const old = pay('SALARY DEPOSIT', [['2024-06-03', 320_000]]);
    const span = { start: '2024-06-01', end: '2024-06-30' };
    const paid = [stub('Kauri Farms', 200_000, '2026-06-15', { cadence: 'monthly' })];
    expect(income(old, paid, span).monthly?.amount.minor).toBe(200_000);
  });

  test('older or overlapping evidence never raises an income', () => {
    const cadence = fc.constantFrom('weekly' as const, 'fortnightly' as const, 'monthly' as const);
    const day = fc.integer({ min: 1, max: 28 }).map((number) => String(number).padStart(2, '0'));
    const net = fc.integer({ min: 50_000, max: 900_000 });
    const paid = fc.record({
      employer: fc.constantFrom('Kauri Farms', 'Matai Holdings', 'TechCorp Inc.'),
      net,
      date: fc.oneof(
        day.map((each) => `2026-06-${each}`),
        day.map((each) => `2026-01-${each}`),
        day.map((each) => `2023-10-${each}`),
        fc.constant(null),
      ),
      cadence,
    });
    const deposit = fc.tuple(fc.constantFrom('SALARY DEPOSIT', 'PAYROLL', 'TECHCORP SALARY'), day, net);
    fc.assert(
      fc.property(
        fc.array(deposit, { minLength: 1, maxLength: 3 }),
        fc.array(paid, { maxLength: 3 }),
        (rows, stubs) => {
          const bank = [
            ...pay('SALARY DEPOSIT', [['2026-06-20', 100_000]]),
            ...rows.flatMap(([name, on, minor], at) => pay(`${name} ${at}`, [[`2026-06-${on}`, minor]])),
          ];
          const records = stubs.map((each) =>
            stub(each.employer, each.net, each.date, { cadence: each.cadence }),
          );
          const alone = income(bank, [], june).monthly?.amount.minor ?? 0;
          expect(income(bank, records, june).monthly?.amount.minor ?? 0).toBeLessThanOrEqual(alone);
          const newest = stub('Rimu Ltd', 300_000, '2026-09-01', { cadence: 'monthly' });
          expect(income([], [...records, newest], null).monthly?.amount.minor).toBe(300_000);
        },
      ),
      { numRuns: 60 },
    );
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
