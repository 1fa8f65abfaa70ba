import type { ColumnRole } from './column-words.js';
import type { HeaderLabel, PlacedAmount, RawItem } from './model.js';
import type { Parsed } from './parse-line.js';
import { isTotal } from './vocabulary.js';

/** A total in front of its rows: the next figures of its column sum to it. */
export function totalsRowsBelow(index: number, all: readonly Parsed[]): boolean {
  const head = all[index];
  const column = head?.cells.findIndex((cell) => cell !== null) ?? -1;
  const total = head?.cells[column]?.amount.magnitude;
  let sum = 0;
  for (const row of all.slice(index + 1)) {
    const figure = row.cells[column]?.amount.magnitude;
    if (row.date || isTotal(row.text)) break;
    if (figure === undefined) continue;
    sum += figure;
    if (sum === total) return true;
  }
  return false;
}

/** A dated total below the rows of its day: each of its figures is what they come to in its column. */
export function totalsDayAbove(parsed: Parsed, items: readonly RawItem[]): boolean {
  if (!isTotal(parsed.text)) return false;
  const day = parsed.date?.token.text;
  const other = items.findLastIndex((item) => item.balanceKind !== null || item.date?.text !== day);
  const rows = items.slice(other + 1);
  return (
    rows.length > 0 &&
    parsed.cells.every((cell, column) => {
      const figures = rows.map((row) => row.cells[column]?.amount.magnitude ?? 0);
      return cell === null || figures.reduce((sum, figure) => sum + figure, 0) === cell.amount.magnitude;
    })
  );
}

const movements: ReadonlySet<ColumnRole | undefined> = new Set<ColumnRole>(['debit', 'credit']);

/** Two figures, one under a heading of money in or out and another, of another value, to its right under none of these. */
export function printsMovement(
  cells: readonly (PlacedAmount | null)[],
  columns: readonly { readonly label: HeaderLabel | null }[],
): boolean {
  const filled = cells.flatMap((cell, at) => (cell ? [{ cell, role: columns[at]?.label?.role }] : []));
  const [moved, balance, ...more] = filled.sort((a, b) => a.cell.x - b.cell.x);
  return (
    moved !== undefined &&
    balance !== undefined &&
    more.length === 0 &&
    movements.has(moved.role) &&
    !movements.has(balance.role) &&
    moved.cell.amount.magnitude !== balance.cell.amount.magnitude
  );
}

const MOST_WORDS = 4;
/** Words of a line that begins by calling itself a total. */
const MOST_IN_TOTAL = 8;

/**
 * A line in few words, in whatever language, whose figures are the sums of the columns above them.
 * @param group the table that the line stands in
 */
export function sumsItsColumns(parsed: Parsed, items: readonly RawItem[], group: number): boolean {
  const rows = items.filter((item) => item.balanceKind === null);
  const most = /^(?:sub)?tota/iu.test(parsed.text) ? MOST_IN_TOTAL : MOST_WORDS;
  if (rows.length < 2 || parsed.text.split(' ').length > most) return false;
  // All that stands above, or what stands below the last heading.
  const parts = [rows, rows.filter((row) => row.group === group)];
  return parts.some((part) => {
    let several = false;
    const sums = parsed.cells.every((cell, column) => {
      if (cell === null) return true;
      const figures = part.flatMap((row) => row.cells[column]?.amount.magnitude ?? []);
      several ||= figures.length > 1;
      return figures.reduce((total, figure) => total + figure, 0) === cell.amount.magnitude;
    });
    return sums && several;
  });
}
