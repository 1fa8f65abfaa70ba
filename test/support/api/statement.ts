import type { Reading, StatementRow } from '../../../src/documents/reading.js';
import { addDays, addMonths, type IsoDate, monthOf } from '../../../src/domain/calendar.js';

const MONTHS = 3;
const OPENING = 100_000;

/** What happens every month: day, text, minor units. */
const monthly: readonly [number, string, number][] = [
  [1, 'ACME PAYROLL', 320_000],
  [2, 'RIVERSIDE RENT', -120_000],
  [5, 'NETFLIX.COM', -1_549],
  [12, 'ODEON CINEMA', -1_800],
  [20, 'WHOLE FOODS MARKET', -24_050],
];

/** A verified statement over the three full months before a day: pay, rent, a subscription, cinema and groceries. */
export function statementBefore(day: IsoDate): Reading {
  const firstOfMonth = `${monthOf(day)}-01`;
  const start = addMonths(firstOfMonth, -MONTHS);
  const end = addDays(firstOfMonth, -1);
  let balance = OPENING;
  const rows: StatementRow[] = Array.from({ length: MONTHS }, (_, month) => month).flatMap((month) =>
    monthly.map(([date, description, amount], index) => {
      balance += amount;
      const postedOn = addDays(addMonths(start, month), date - 1);
      const line = month * monthly.length + index + 1;
      const text = `${postedOn} ${description} ${amount / 100}`;
      return { date: postedOn, description, amount, balance, source: { page: 1, line, text } };
    }),
  );
  const sumOf = (sign: number) =>
    rows.filter((row) => Math.sign(row.amount) === sign).reduce((sum, row) => sum + Math.abs(row.amount), 0);
  return {
    kind: 'bank_statement',
    issuer: 'Test Bank',
    verdict: 'verified',
    proofs: ['Opening balance and movements give the closing balance.'],
    problems: [],
    accounts: [
      {
        label: 'Everyday account',
        numberEnding: '1234',
        currency: 'USD',
        balanceMeaning: 'held',
        openingBalance: OPENING,
        closingBalance: balance,
        totalIn: sumOf(1),
        totalOut: sumOf(-1),
        printedTotalIn: null,
        printedTotalOut: null,
        periodStart: start,
        periodEnd: end,
        rows,
        verdict: 'verified',
        proofs: ['Each running balance follows from the one before.'],
        problems: [],
        sources: { closingBalance: { page: 1, line: 99, text: `Closing balance ${balance / 100}` } },
      },
    ],
  };
}
