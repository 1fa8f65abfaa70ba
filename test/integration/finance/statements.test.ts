import { describe, expect, test } from '@jest/globals';
import { analyseFinances } from '../../../src/core/finance/analyse-finances.js';
import { getFinancialProfile } from '../../../src/core/finance/get-financial-profile.js';
import { getSpendingSummary } from '../../../src/core/finance/get-spending-summary.js';
import { updateFinancialProfile } from '../../../src/core/finance/update-financial-profile.js';
import { money } from '../../../src/domain/money.js';
import { rowsOfMonth, statementOf, useFinances } from '../../support/money/finances.js';
import { buildPayStub, buildReceipt, buildStatement, type PrintedRow } from '../../support/money/readings.js';

const usd = (minor: number) => money(minor, 'USD');
const finances = useFinances();

describe('statements', () => {
  test('become transactions with their source lines, once', async () => {
    const { documentId, report } = await finances.hand(statementOf('01'));
    expect(report).toMatchObject({
      rowsAdded: 8,
      rowsRecognised: 0,
      rowsSkipped: 0,
      monthsCovered: ['2026-01'],
    });
    const again = await finances.hand(statementOf('01'), { documentId });
    expect(again.report).toMatchObject({ rowsAdded: 0, rowsRecognised: 8 });
    const lines =
      'SELECT 1 FROM transaction_sources s JOIN transactions t ON t.id = s.transaction_id WHERE t.user_id = $1';
    expect([await finances.count('transactions'), (await finances.rows(lines)).length]).toEqual([8, 8]);
  });

  test('that overlap are joined one to one, twins stay two', async () => {
    await finances.hand(statementOf('01'));
    const overlap = buildStatement([...rowsOfMonth('01').slice(3), ...rowsOfMonth('02').slice(0, 3)], {
      periodStart: '2026-01-10',
      periodEnd: '2026-02-09',
    });
    const { report } = await finances.hand(overlap);
    expect(report).toMatchObject({ rowsAdded: 3, rowsRecognised: 5 });
    expect(await finances.count('transactions')).toBe(11);
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
      if (account) await finances.hand({ ...statement, accounts: [{ ...account, numberEnding }] });
    }
    expect(await finances.count('bank_accounts')).toBe(1);
    const [account] = await finances.rows<{ ending: string }>(
      'SELECT number_ending AS ending FROM bank_accounts WHERE user_id = $1',
    );
    expect(account).toEqual({ ending: '1234' });
  });

  test('that could be of either of two accounts stand by themselves, and stay there', async () => {
    const row: PrintedRow = ['2026-01-05', 'CORNER COFFEE HOUSE', -450];
    await finances.hand(buildStatement([row], { numberEnding: '1111' }));
    const between = buildStatement([['2026-02-05', 'CORNER COFFEE HOUSE', -450]], { numberEnding: null });
    const { documentId } = await finances.hand(between);
    expect(await finances.count('bank_accounts')).toBe(1);
    await finances.hand(buildStatement([row], { numberEnding: '2222' }));
    await finances.hand(between, { documentId });
    expect([await finances.count('bank_accounts'), await finances.count('transactions')]).toEqual([2, 3]);
    await finances.hand(buildStatement([['2026-03-05', 'COFFEE', -450]], { numberEnding: null }));
    expect(await finances.count('bank_accounts')).toBe(3);
    await finances.hand(buildStatement([row], { numberEnding: null, label: 'Savings' }));
    expect(await finances.count('bank_accounts')).toBe(4);
  });

  test('name the months that are missing', async () => {
    await finances.hand(statementOf('01'));
    const { report } = await finances.hand(statementOf('03'));
    expect(report.missingMonths).toEqual(['2026-02']);
  });

  test('without a year wait for the answer; nothing is guessed', async () => {
    const reading = buildStatement([
      ['--12-28', 'NETFLIX.COM', -1549],
      ['--01-03', 'CORNER COFFEE HOUSE', -450],
      [null, 'SMUDGED', -100],
    ]);
    const { documentId, report } = await finances.hand(reading);
    expect(report).toMatchObject({ rowsAdded: 0, rowsSkipped: 3 });
    expect(report.questions.map(({ code }) => code)).toEqual(['YEAR', 'DATE']);
    const answered = await finances.hand(reading, { documentId, year: 2026 });
    expect(answered.report).toMatchObject({
      rowsAdded: 2,
      rowsSkipped: 1,
      period: { start: '2025-12-28', end: '2026-01-03' },
    });
  });

  test('without a currency are asked about', async () => {
    const { report } = await finances.hand(
      buildStatement([['2026-03-02', 'COFFEE', -450]], { currency: 'XXX' }),
    );
    expect(report.questions).toEqual([{ code: 'CURRENCY', message: expect.stringContaining('USD') }]);
  });

  test('without a currency are in the one that the user names', async () => {
    await finances.hand(buildStatement([['2026-03-02', 'CORNER COFFEE HOUSE', -450]], { currency: 'XXX' }));
    await updateFinancialProfile(finances.context, { userId: finances.userId, currency: 'NZD' });
    const summary = await getSpendingSummary(finances.context, { userId: finances.userId });
    expect(summary.total).toMatchObject({ amount: money(450, 'NZD'), approximate: false });
  });

  test('in another currency are converted at a provider’s rate, or the shipped one when it fails', async () => {
    await finances.hand(statementOf('03'));
    await finances.hand(
      buildStatement([['2026-03-12', 'BISTRO AM MARKT', -1000]], { currency: 'EUR', numberEnding: '77' }),
    );
    const dining = async (rate: number | null) => {
      const exchangeRates = {
        rate: async (from: string, to: string, on: string) => {
          if (rate === null) throw new Error('The provider is away.');
          return { from, to, on, rate };
        },
      };
      const context = { ...finances.context, exchangeRates };
      const summary = await getSpendingSummary(context, { userId: finances.userId });
      return summary.categories.find(({ category }) => category === 'dining')?.figure.amount.minor;
    };
    expect(await dining(1.25)).toBe(900 + 8100 + 1250);
    expect(await dining(null)).toBe(900 + 8100 + 1172);
  });

  test('of a card and its account count a payment between them once', async () => {
    await finances.hand(
      buildStatement(
        [
          ['2026-03-03', 'ODEON CINEMAS', -2000],
          ['2026-03-20', 'PAYMENT RECEIVED', 2000],
        ],
        { kind: 'credit_card_statement', numberEnding: '9999' },
      ),
    );
    await finances.hand(buildStatement([['2026-03-19', 'CREDIT CARD PAYMENT', -2000]]));
    const summary = await getSpendingSummary(finances.context, { userId: finances.userId });
    expect([summary.total.amount.minor, summary.income.amount.minor]).toEqual([2000, 0]);
  });
});

describe('receipts and pay stubs', () => {
  test('a receipt counts until the statement shows it, then once', async () => {
    await finances.hand(buildReceipt());
    await finances.hand(buildStatement([['2026-03-11', 'LITTLE OWL BOOKS', -2450]]));
    await analyseFinances(finances.context, { userId: finances.userId });
    const summary = await getSpendingSummary(finances.context, { userId: finances.userId });
    expect(summary.total.amount).toEqual(usd(2450));
  });

  test('an invoice counts when it is paid only', async () => {
    const { report } = await finances.hand(buildReceipt({ kind: 'invoice', paid: null }));
    expect(report).toMatchObject({ rowsAdded: 0, rowsSkipped: 1, questions: [{ code: 'PAID' }] });
    expect((await finances.hand(buildReceipt({ kind: 'invoice', paid: true }))).report.rowsAdded).toBe(1);
  });

  test('a pay stub is income by itself', async () => {
    await finances.hand(buildPayStub());
    const profile = await getFinancialProfile(finances.context, { userId: finances.userId });
    expect(profile.income.derived?.amount).toEqual(usd(260_000));
  });
});
