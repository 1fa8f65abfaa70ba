import type { StubRow } from './rows.js';

/** What is paid out of an earned net: the rows between the two, and the row that says what is left. */
interface Payout {
  readonly net: StubRow;
  readonly value: number;
  readonly rows: readonly StubRow[];
}

/**
 * A stub may print the net earned, what is sent elsewhere from it (savings, a company car), and what is paid out: the
 * last of them reaches the employee. Null unless the rows between come to exactly what lies between the two.
 * @param earned the row and the minor units of the net that gross and deductions prove
 */
export function payoutBelow(
  rows: readonly StubRow[],
  earned: { readonly row: StubRow; readonly value: number },
): Payout | null {
  const from = rows.indexOf(earned.row);
  if (from < 0 || earned.row.role !== 'net') return null;
  for (const [index, row] of rows.entries()) {
    if (index <= from || row.role !== 'net' || row.current === null || row.section === 'ytd') continue;
    const left = earned.value - row.current;
    const between = rows
      .slice(from + 1, index)
      .filter(({ role, current }) => (role === null || role === 'deduction') && current !== null);
    const sent = between.reduce((sum, { current }) => sum + Math.abs(current ?? 0), 0);
    if (row.current > 0 && sent > 0 && sent === left) return { net: row, value: row.current, rows: between };
  }
  return null;
}
