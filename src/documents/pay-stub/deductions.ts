import { sourceOf } from '../entries.js';
import type { PayStubReading } from '../reading.js';
import { sum, type Totals } from './candidates.js';
import { listsByShape } from './printed-sums.js';
import type { StubRow } from './rows.js';

/** One thing taken off, with its name. */
export type Deduction = PayStubReading['deductions'][number];

/** What is listed as taken off. */
export interface DeductionList {
  readonly items: readonly Deduction[];
  /** What the taxes among them come to. */
  readonly taxes: number;
}

const isWithheld = (row: StubRow): boolean =>
  row.section === 'deductions' || row.section === 'taxes' || row.section === 'withholdings';

/** @param apart whether deductions have a section of their own, so that rows among the earnings are none */
const isItem = (row: StubRow, apart: boolean): boolean => {
  if (row.current === null || row.role === 'employer-cost' || row.section === 'other') return false;
  if (row.section === 'net') return false;
  const held = isWithheld(row);
  if (row.role === 'tax' || row.role === 'deduction' || row.role === 'deductions-part') {
    return row.section !== 'ytd' && !(apart && row.section === 'earnings');
  }
  return held && (row.role === null || row.role === 'earning');
};

const isTax = (row: StubRow): boolean => row.role === 'tax' || row.section === 'taxes';

/** Deductions printed as negatives are taken off all the same; a refund among them has the other sign. */
function asTakenOff(rows: readonly StubRow[]): Deduction[] {
  const negatives = rows.filter((row) => (row.current ?? 0) < 0).length;
  const sign = negatives > rows.length / 2 ? -1 : 1;
  return rows.map((row) => ({
    name: row.label,
    amount: sign * (row.current ?? 0) + 0,
    source: sourceOf(row.line),
  }));
}

/** What is sent elsewhere out of the net, however it is signed. */
export function asSent(rows: readonly StubRow[]): Deduction[] {
  return rows.map((row) => ({
    name: row.label,
    amount: Math.abs(row.current ?? 0),
    source: sourceOf(row.line),
  }));
}

/** Rows of unknown meaning between gross and net: what a stub lists there is taken off, or it says otherwise. */
function unknownBetween(rows: readonly StubRow[]): StubRow[] {
  const first = rows.findIndex((row) => row.role === 'gross' && row.current !== null);
  const last = rows.findLastIndex((row) => row.role === 'net');
  if (first < 0 || last < first) return [];
  return rows
    .slice(first + 1, last)
    .filter(
      (row) => row.role === null && row.current !== null && row.section !== 'other' && row.section !== 'ytd',
    );
}

/**
 * The lists of what is taken off that the rows allow: those that say so, those
 * with the unknown rows beside them, then those that only the paper's shape suggests.
 */
export function deductionLists(rows: readonly StubRow[]): DeductionList[] {
  const apart = rows.some(isWithheld);
  const known = rows.filter((row) => isItem(row, apart));
  const unknown = unknownBetween(rows).filter((row) => !known.includes(row));
  const withUnknown = rows.filter((row) => known.includes(row) || unknown.includes(row));
  const lists = [known, ...(unknown.length > 0 ? [withUnknown] : []), ...listsByShape(rows)];
  return lists.map((list) => ({
    items: asTakenOff(list),
    taxes: sum(asTakenOff(list.filter(isTax)).map((item) => item.amount)),
  }));
}

/** What a list comes to; null for an empty one. */
export const totalOf = (items: readonly Deduction[]) =>
  items.length > 0 ? sum(items.map((item) => item.amount)) : null;

/** The ways in which the stub may say how much was taken off, the completest first. */
export function takenOffWays(
  items: number | null,
  taxItems: number,
  otherItems: number,
  totals: Totals,
): number[] {
  const { deductions, taxes, everything } = totals;
  const ways = [
    items,
    everything,
    deductions !== null && taxes !== null ? deductions + taxes : null,
    deductions !== null && taxItems > 0 ? deductions + taxItems : null,
    taxes !== null && otherItems > 0 ? taxes + otherItems : null,
    deductions,
    taxes,
  ];
  return [...new Set(ways.filter((way): way is number => way !== null && way > 0))];
}
