import type { ItemLine, Labelled } from './rows.js';

/** The sum of figures in minor units. */
export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The parts a total may be made of. */
export interface Parts {
  readonly taxes: readonly number[];
  readonly discount: number;
  /** Each tip printed: a service charge and what is added by hand. */
  readonly tips: readonly number[];
  readonly extra: number;
}

/** Where a sum starts: the things bought, or a printed subtotal. */
export interface Base {
  readonly value: number;
  readonly items: readonly ItemLine[] | null;
  readonly label: Labelled | null;
}

/** One way in which printed figures come to a total. */
export interface Way {
  readonly total: Labelled;
  readonly base: Base;
  readonly tax: number;
  readonly tip: number;
  /** How many of the printed parts take part: the more, the less a chance agreement. */
  readonly parts: number;
}

/** Things bought, by the shapes in which lists print them; arithmetic says which one holds. */
export function itemSets(found: readonly ItemLine[]): ItemLine[][] {
  // Whole numbers are prices only where all prices are whole.
  const priced = found.filter((item) => !item.plain);
  const items = priced.length > 0 ? priced : found;
  const charged = items.filter((item) => !item.unitPrice);
  const edge = Math.max(...charged.map((item) => item.right));
  const sets = [
    charged,
    charged.filter((item) => !item.discount),
    charged.filter((item) => item.right > edge - 6),
    charged.filter((item) => item.right > edge - 6 && !item.discount),
    items.filter((item) => item.bare),
    multiplied(charged),
    multiplied(items),
  ];
  return sets.filter((set) => set.length > 0);
}

/** The list with each price taken as often as its line says; empty where no line says so. */
function multiplied(items: readonly ItemLine[]): ItemLine[] {
  if (items.every(({ times }) => times === 1)) return [];
  return items.map((item) => ({ ...item, value: item.value * item.times }));
}

/** What a list of things comes to, their discounts taken off. */
export function signedDiscounts(set: readonly ItemLine[]): number {
  return sum(set.map((item) => (item.discount ? -Math.abs(item.value) : item.value)));
}

/** A tax total may be printed beside its parts; each reading is tried. */
function taxWays(taxes: readonly number[]): number[] {
  if (taxes.length === 0) return [0];
  return [...new Set([sum(taxes), taxOf(taxes), ...taxes, 0])];
}

/** All tips together, each by itself, or none. */
const tipWays = (tips: readonly number[]): number[] => [...new Set([sum(tips), ...tips, 0])];

/** The ways in which the bases and parts come to a printed total. */
export function waysTo(total: Labelled, bases: readonly Base[], parts: Parts): Way[] {
  const ways: Way[] = [];
  const optional = (value: number) => (value === 0 ? [0] : [value, 0]);
  for (const base of bases) {
    for (const tax of taxWays(parts.taxes)) {
      for (const discount of optional(parts.discount)) {
        for (const tip of tipWays(parts.tips)) {
          for (const extra of optional(parts.extra)) {
            if (base.value + tax - discount + tip + extra !== total.value) continue;
            const used = [tax, discount, tip, extra].filter((value) => value !== 0).length;
            const tips = parts.tips.length > 1 && tip === sum(parts.tips) ? parts.tips.length - 1 : 0;
            ways.push({ total, base, tax, tip, parts: used + tips });
          }
        }
      }
    }
  }
  return ways;
}

/** The best proof: with most parts in it, by the most final label, by the items before a printed subtotal. */
export function bestWay(ways: readonly Way[]): Way | null {
  const order = (way: Way) => way.parts * 100 + way.total.finality * 10 + (way.base.items ? 1 : 0);
  return [...ways].sort((a, b) => order(b) - order(a))[0] ?? null;
}

/** The tax of several figures: their common total where one is printed, else their sum. */
export function taxOf(taxes: readonly number[]): number {
  const whole = taxes.find((tax) => tax * 2 === sum(taxes));
  return whole ?? sum([...new Set(taxes)]);
}

/** Every sum that starts from a base and takes each part in or leaves it out. */
export function sumsFrom(base: number, parts: Parts): Set<number> {
  const sums = new Set<number>();
  for (const tax of taxWays(parts.taxes)) {
    for (const discount of [0, parts.discount]) {
      for (const tip of tipWays(parts.tips)) {
        for (const extra of [0, parts.extra]) sums.add(base + tax - discount + tip + extra);
      }
    }
  }
  return sums;
}

/** What each stretch of things in a row comes to, short of all of them. */
export function stretchSums(set: readonly ItemLine[]): number[] {
  return set.flatMap((_, from) =>
    set
      .slice(from)
      .map((_, length) => set.slice(from, from + length + 1))
      .filter((stretch) => stretch.length < set.length)
      .map(signedDiscounts),
  );
}
