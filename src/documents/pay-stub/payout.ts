import type { StubRow } from './rows.js';
import type { Role } from './terms.js';

/** What is paid out of an earned net: the rows between the two, and the row that says what is left. */
export interface Payout {
  readonly net: StubRow;
  readonly value: number;
  readonly rows: readonly StubRow[];
  /** Those of the rows that leave the net: the others are added to it, such as repaid expenses. */
  readonly sent: readonly StubRow[];
}

/** Income tax may be taken at the very end: net before tax, the tax, net paid. */
const sentOn = new Set<Role>(['deduction', 'tax', 'reimbursement', 'earning']);

/** Where a minus marks what leaves the net, rows without one are added to it. */
const areSigned = (rows: readonly StubRow[]) => rows.some(({ current }) => (current ?? 0) < 0);

/** What leaves the net by these rows, less what is added to it. */
function leaving(rows: readonly StubRow[]): number {
  const signed = areSigned(rows);
  return rows.reduce((sum, { current }) => sum + (signed ? -(current ?? 0) : Math.abs(current ?? 0)), 0);
}

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
    if (paid > 0 && left !== 0 && leaving(between) === left) {
      const sent = areSigned(between) ? between.filter(({ current }) => (current ?? 0) < 0) : between;
      return { net: row, value: paid, rows: between, sent };
    }
  }
  return null;
}
