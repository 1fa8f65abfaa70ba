import type { StatementRow } from '../reading.js';
import type { ComposedRows } from './composed-rows.js';
import type { RawItem } from './model.js';

/** Day and figures of a row: what a second list of it prints as well. */
function keyOf(item: RawItem): string {
  const reading = item.date?.readings[0];
  const figures = item.cells.flatMap((cell) => cell?.amount.magnitude ?? []);
  return key(reading?.month ?? 0, reading?.day ?? 0, figures[0] ?? 0);
}

/** Month and day in either order: which is which may not be settled yet. */
const key = (month: number, day: number, amount: number): string =>
  `${Math.min(month, day)}-${Math.max(month, day)}:${amount}`;

/** The key of a row that another account's table lists. */
export function rowKey({ date, amount }: Pick<StatementRow, 'date' | 'amount'>): string {
  const [month, day] = (date ?? '').split('-').slice(-2).map(Number);
  return key(month ?? 0, day ?? 0, Math.abs(amount));
}

/**
 * The rows without the tables that only list some of them once more (checks written, card purchases), or null where no
 * table does. Every row of such a table stands in another one, with its day and its amount, as often as it is listed.
 * @param listed keys of the rows of other accounts, from `rowKey`
 */
export function withoutRepeatedLists(composed: ComposedRows, listed: readonly string[]): ComposedRows | null {
  const groups = new Map<number, RawItem[]>();
  for (const item of composed.items) {
    if (item.balanceKind !== null) continue;
    const group = groups.get(item.group);
    if (group) group.push(item);
    else groups.set(item.group, [item]);
  }
  const repeated = new Set<number>();
  for (const [id, group] of groups) {
    const others = composed.items.filter(
      (item) => item.group !== id && item.balanceKind === null && !repeated.has(item.group),
    );
    const left = [...others.map(keyOf), ...listed];
    const all = group.every((item) => {
      const at = item.date ? left.indexOf(keyOf(item)) : -1;
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
    if (all && group.length < others.length + listed.length) repeated.add(id);
  }
  if (repeated.size === 0) return null;
  return { ...composed, items: composed.items.filter((item) => !repeated.has(item.group)) };
}

/**
 * The rows without those behind the closing balance that print a rate ("0.01%"): a table of how interest was reckoned, which
 * repeats what a row has paid. Null where there is none, or where other rows follow the balance as well.
 */
export function withoutRatesBelow(composed: ComposedRows): ComposedRows | null {
  const closing = composed.items.findLastIndex((item) => item.balanceKind === 'closing');
  const below = composed.items.slice(closing + 1);
  const rates = below.every((item) => /\d ?%/u.test(item.line.line.text));
  if (closing < 1 || below.length === 0 || !rates) return null;
  return { ...composed, items: composed.items.slice(0, closing + 1) };
}
