import { assembleLines } from '../../../../src/documents/layout/lines.js';
import type { FailedReading, StatementReading } from '../../../../src/documents/reading.js';
import { readStatement } from '../../../../src/documents/statement/read-statement.js';
import { typedPage } from '../typed-pages.js';

/** Reads a statement typed out as text, one string a page. */
export function readTyped(...pages: string[]): StatementReading | FailedReading {
  const typed = pages.map((page, index) => typedPage(page, index + 1));
  return readStatement(assembleLines(typed), typed);
}

/** A reading in short: its verdict, the codes of its problems, and its rows as `date amount description`. */
export function inShort(reading: StatementReading | FailedReading) {
  const accounts = reading.verdict === 'failed' ? [] : reading.accounts;
  const rows = accounts.flatMap((account) =>
    account.rows.map((row) => `${row.date} ${row.amount} ${row.description}`),
  );
  const codes = [...new Set(reading.problems.map((problem) => problem.code))];
  return { verdict: reading.verdict, codes, rows, accounts: accounts.length };
}
