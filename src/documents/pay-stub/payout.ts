import type { StubRow } from './rows.js';
import type { Role } from './terms.js';

/** What is paid out of an earned net: the rows between the two, and the row that says what is left. */
export interface Payout {
  readonly net: StubRow;
  readonly value: number;
  readonly rows: readonly StubRow[];
}

/** Income tax may be taken at the very end: net before tax, the tax, net paid. */
const sentOn = new Set<Role>(['deduction', 'tax']);

/** A lone figure is what is paid, whatever column it stands under: the last net often stands in a box. */
const paidBy = ({ current, ytd, figures }: StubRow): number | null =>
  current ?? (ytd === null && figures.length === 1 ? (figures[0] ?? null) : null);

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
    const paid = paidBy(row);
    if (index <= from || row.role !== 'net' || paid === null || row.section === 'ytd') continue;
    const left = earned.value - paid;
    const between = rows
      .slice(from + 1, index)
      .filter(({ role, current }) => (role === null || sentOn.has(role)) && current !== null);
    const sent = between.reduce((sum, { current }) => sum + Math.abs(current ?? 0), 0);
    if (paid > 0 && sent > 0 && sent === left) return { net: row, value: paid, rows: between };
  }
  return null;
}
