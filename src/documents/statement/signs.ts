import { type Amount, signedMinor } from '../layout/amounts.js';
import type { RawItem } from './model.js';
import type { Plan } from './plans.js';

/** What the signs of a plan may depend on beside the rows. */
export interface ValueContext {
  readonly owed: boolean;
  readonly descending: boolean;
  readonly opening: number | null;
  readonly closing: number | null;
}

/** A printed balance: overdrawn (or, where the balance is owed, in credit) is negative. */
export function balanceValue(amount: Amount, owed: boolean): number {
  if (!owed) return signedMinor(amount);
  const negative = amount.markers.some(
    (marker) => marker === 'minus' || marker === 'parentheses' || marker === 'credit',
  );
  return negative && amount.magnitude !== 0 ? -amount.magnitude : amount.magnitude;
}

/** The balance that an item prints under a plan. */
export function itemBalance(item: RawItem, plan: Plan, owed: boolean): number | null {
  const own = plan.balance >= 0 ? item.cells[plan.balance] : null;
  const cell = own ?? (item.balanceKind !== null ? lastCell(item) : null);
  return cell ? balanceValue(cell.amount, owed) : null;
}

function lastCell(item: RawItem) {
  return [...item.cells].reverse().find((cell) => cell !== null) ?? null;
}

const isNegative = (amount: Amount): boolean => amount.markers.length > 0 && signedMinor(amount) < 0;

/** True where most of a column's figures carry a minus that only repeats what the column says. */
function minusRepeats(items: readonly RawItem[], column: number): boolean {
  const cells = items.flatMap((item) =>
    item.balanceKind === null && item.cells[column] ? [item.cells[column]] : [],
  );
  const negative = cells.filter((cell) => isNegative(cell.amount)).length;
  return cells.length > 0 && negative * 2 > cells.length;
}

function pairValues(items: readonly RawItem[], plan: Plan): (number | null)[] {
  const flipDebit = minusRepeats(items, plan.debit);
  const flipCredit = minusRepeats(items, plan.credit);
  const value = (amount: Amount | undefined, repeats: boolean): number => {
    if (!amount) return 0;
    return isNegative(amount) === repeats ? amount.magnitude : -amount.magnitude;
  };
  return items.map((item) => {
    const debit = item.cells[plan.debit];
    const credit = item.cells[plan.credit];
    if (!debit && !credit) return null;
    return value(credit?.amount, flipCredit) - value(debit?.amount, flipDebit);
  });
}

function markedValue(amount: Amount, unmarked: 1 | -1): number {
  const credit = amount.markers.includes('credit');
  const debit = amount.markers.includes('debit');
  const minus = amount.markers.some((marker) => marker === 'minus' || marker === 'parentheses');
  const side = credit ? 1 : debit ? -1 : unmarked;
  return (minus && !debit ? -side : side) * amount.magnitude;
}

function markedValues(items: readonly RawItem[], column: number): (number | null)[] {
  const markers = items.flatMap((item) => item.cells[column]?.amount.markers ?? []);
  // Where only one side is marked, the other goes without saying.
  const unmarked = markers.includes('credit') ? -1 : 1;
  return items.map((item) => {
    const cell = item.cells[column];
    return cell ? markedValue(cell.amount, unmarked) : null;
  });
}

function sectionValues(items: readonly RawItem[], column: number, owed: boolean): (number | null)[] {
  const repeats = new Map<number, boolean>();
  const bySection = new Map<number, RawItem[]>();
  for (const item of items) {
    const group = bySection.get(item.sectionId);
    if (group) group.push(item);
    else bySection.set(item.sectionId, [item]);
  }
  for (const [id, group] of bySection) repeats.set(id, minusRepeats(group, column));
  return items.map((item) => {
    const cell = item.cells[column];
    if (!cell) return null;
    const { amount } = cell;
    if (item.section === null) return signedMinor(amount);
    const into = item.section === 'in' || (item.section === 'payments' && owed);
    const flipped = isNegative(amount) !== (repeats.get(item.sectionId) ?? false);
    return (into === !flipped ? 1 : -1) * amount.magnitude;
  });
}

/** Signs by the running balance alone: each amount goes the way its balance went. */
function solvedValues(
  items: readonly RawItem[],
  plan: Plan,
  owed: boolean,
  descending: boolean,
  opening: number | null,
) {
  const values: (number | null)[] = items.map((item) => item.cells[plan.single]?.amount.magnitude ?? null);
  const order = items.map((_, index) => index);
  if (descending) order.reverse();
  let running = opening;
  for (const index of order) {
    const item = items[index];
    if (!item) continue;
    const balance = itemBalance(item, plan, owed);
    const magnitude = values[index] ?? null;
    if (magnitude !== null && running !== null && balance !== null && balance - running === -magnitude) {
      values[index] = -magnitude;
    }
    if (balance !== null) running = balance;
  }
  return values;
}

/** Signs of whole groups of rows by the two ends: the only choice that joins them, or none. */
function groupedValues(
  items: readonly RawItem[],
  column: number,
  groupOf: (item: RawItem) => string | number,
  { opening, closing }: ValueContext,
) {
  const values = items.map((item) => {
    const cell = item.balanceKind === null ? item.cells[column] : null;
    return cell ? cell.amount.magnitude : null;
  });
  const sums = new Map<string | number, number>();
  items.forEach((item, index) => {
    const group = groupOf(item);
    if (values[index] !== null) sums.set(group, (sums.get(group) ?? 0) + (values[index] ?? 0));
  });
  if (opening === null || closing === null) return values;
  const groups = [...sums];
  const fitting: number[] = [];
  for (let choice = 0; choice < 2 ** groups.length && fitting.length < 2; choice += 1) {
    const total = groups.reduce(
      (sum, [, amount], bit) => sum + (choice & (1 << bit) ? -amount : amount),
      opening,
    );
    if (total === closing) fitting.push(choice);
  }
  const [only, other] = fitting;
  if (only === undefined || other !== undefined) return values;
  const negative = new Set(groups.flatMap(([group], bit) => (only & (1 << bit) ? [group] : [])));
  return values.map((value, index) => {
    const item = items[index];
    return value !== null && item && negative.has(groupOf(item)) ? -value : value;
  });
}

/**
 * What each item moves under a plan, minor units; null where it moves nothing. With a semantic plan positive is
 * money in; else the sign is only relative to the other rows.
 */
export function readValues(items: readonly RawItem[], plan: Plan, context: ValueContext): (number | null)[] {
  const values = valuesOf(items, plan, context);
  return values.map((value, index) => (items[index]?.balanceKind === null ? value : null));
}

function valuesOf(items: readonly RawItem[], plan: Plan, context: ValueContext): (number | null)[] {
  if (plan.single < 0) return pairValues(items, plan);
  const column = plan.single;
  const plain = (sign: 1 | -1) => {
    const repeats = minusRepeats(items, column);
    return items.map((item) => {
      const cell = item.cells[column];
      if (!cell) return null;
      return isNegative(cell.amount) !== repeats
        ? -sign * cell.amount.magnitude
        : sign * cell.amount.magnitude;
    });
  };
  switch (plan.model) {
    case 'marked':
      return markedValues(items, column);
    case 'section':
      return sectionValues(items, column, context.owed);
    case 'type':
      return items.map((item) => {
        const cell = item.cells[column];
        if (!cell) return null;
        return item.type === null
          ? signedMinor(cell.amount)
          : (item.type === 'in' ? 1 : -1) * cell.amount.magnitude;
      });
    case 'solved':
      return solvedValues(items, plan, context.owed, context.descending, context.opening);
    case 'grouped':
      return groupedValues(items, column, (item) => item.group, context);
    case 'worded':
      return groupedValues(items, column, (item) => item.mark ?? '', context);
    case 'all-out':
      return plain(-1);
    case 'all-in':
      return plain(1);
    default:
      return items.map((item) => {
        const cell = item.cells[column];
        return cell ? signedMinor(cell.amount) : null;
      });
  }
}
