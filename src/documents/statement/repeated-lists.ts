import type { RawItem } from './model.js';
import type { ComposedRows } from './rows.js';

/** Day and figures of a row: what a second list of it prints as well. */
function keyOf(item: RawItem): string {
  const reading = item.date?.readings[0];
  const figures = item.cells.flatMap((cell) => cell?.amount.magnitude ?? []);
  return `${reading?.month}-${reading?.day}:${figures[0]}`;
}

/**
 * The rows without the tables that only list some of them once more (checks written, card purchases), or null where no
 * table does. Every row of such a table stands in another one, with its day and its amount, as often as it is listed.
 */
export function withoutRepeatedLists(composed: ComposedRows): ComposedRows | null {
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
    const left = others.map(keyOf);
    const all = group.every((item) => {
      const at = item.date ? left.indexOf(keyOf(item)) : -1;
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
    if (all && group.length < others.length) repeated.add(id);
  }
  if (repeated.size === 0) return null;
  return { ...composed, items: composed.items.filter((item) => !repeated.has(item.group)) };
}
