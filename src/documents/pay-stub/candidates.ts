import type { StubRow } from './rows.js';
import type { Role } from './terms.js';

/** A figure that may be the one looked for, minor units, and the row that prints it. */
export interface Candidate {
  readonly value: number;
  readonly row: StubRow;
}

/** The sum of figures in minor units. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What rows of a role print for this period, the surest first: under a heading, then in the order of the page. */
export function candidates(rows: readonly StubRow[], role: Role): Candidate[] {
  const found = rows.filter((row) => row.role === role && row.section !== 'ytd');
  const headed = found.flatMap((row) =>
    row.current !== null && row.headed ? [{ value: row.current, row }] : [],
  );
  const bare = found.flatMap((row) =>
    row.current !== null && !row.headed ? [{ value: row.current, row }] : [],
  );
  // A lone figure under the year's heading belongs to another table's column: net often stands apart.
  const lone = found.flatMap((row) => {
    const [only] = row.figures;
    return row.current === null && row.figures.length === 1 && only !== undefined
      ? [{ value: only, row }]
      : [];
  });
  return [...headed, ...bare, ...lone];
}

/** Pay and arrears may have a column each, and gross pay is both: two figures of its row that stand side by side. */
export function paidTogether(rows: readonly StubRow[]): Candidate[] {
  const found = rows.filter(
    ({ role, section, current }) => role === 'gross' && section !== 'ytd' && current !== null,
  );
  return found.flatMap((row) =>
    row.figures.slice(1).flatMap((figure, place) => {
      const before = row.figures[place] ?? 0;
      return before > 0 && figure > 0 && (before === row.current || figure === row.current)
        ? [{ value: before + figure, row }]
        : [];
    }),
  );
}

/** A summary may tell what is taken off before tax and after it, each by itself. */
function summedParts(rows: readonly StubRow[]): Candidate[] {
  const parts = rows.filter(
    (row) => row.role === 'deductions-part' && row.section === 'other' && row.current !== null,
  );
  const [first] = parts;
  return first ? [{ value: sum(parts.map((row) => Math.abs(row.current ?? 0))), row: first }] : [];
}

/** A section's own "Total" row. */
export function sectionTotals(
  rows: readonly StubRow[],
  ...sections: readonly StubRow['section'][]
): Candidate[] {
  return rows.flatMap((row) =>
    row.role === 'total' && row.current !== null && sections.includes(row.section)
      ? [{ value: row.current, row }]
      : [],
  );
}

/** Totals of what is taken off as printed, minor units without a sign. */
export interface Totals {
  readonly deductions: number | null;
  readonly taxes: number | null;
  readonly everything: number | null;
}

/** Lists under headings of their own (before tax, after tax) have a total each; one printed again counts once. */
function added(totals: readonly Candidate[]): Candidate[] {
  const apart = [...new Map(totals.toReversed().map((total) => [total.row.heading, total])).values()];
  const [first] = totals;
  return first ? [{ value: sum(apart.map(({ value }) => Math.abs(value))), row: first.row }] : [];
}

/** The printed totals of deductions and taxes, and where they stand. */
export function totalsOf(rows: readonly StubRow[]) {
  const deductions = [
    ...candidates(rows, 'total-deductions'),
    ...added(sectionTotals(rows, 'deductions')),
    ...summedParts(rows),
  ][0];
  const taxes = [...candidates(rows, 'total-taxes'), ...sectionTotals(rows, 'taxes')][0];
  const everything = sectionTotals(rows, 'withholdings')[0];
  const size = (candidate: Candidate | undefined) => (candidate ? Math.abs(candidate.value) : null);
  const values: Totals = { deductions: size(deductions), taxes: size(taxes), everything: size(everything) };
  return { deductions: deductions ?? everything, taxes, values };
}

/** Earnings as listed above gross pay, those under another heading left out. */
export function listedEarnings(rows: readonly StubRow[]): StubRow[] {
  return rows.filter(
    (row) =>
      row.current !== null &&
      (row.section === 'earnings' || row.section === null) &&
      (row.role === 'earning' || (row.role === null && row.section === 'earnings')),
  );
}

/** Sum of the earnings where no gross is printed; a single row gives its own source. */
export function grossOfEarnings(rows: readonly StubRow[]): Candidate[] {
  const earnings = listedEarnings(rows);
  const [first] = earnings;
  return first ? [{ value: sum(earnings.map((row) => row.current ?? 0)), row: first }] : [];
}

/** What is printed under the heading "Net pay": one deposit, or several that make it up. */
export function depositedNet(rows: readonly StubRow[]): Candidate[] {
  const deposits = rows.filter((row) => row.section === 'net' && row.current !== null && row.role !== 'net');
  const [first] = deposits;
  return first ? [{ value: sum(deposits.map((row) => row.current ?? 0)), row: first }] : [];
}
