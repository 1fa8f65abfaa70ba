import { sourceOf } from '../entries.js';
import type { SourceLine } from '../reading.js';
import type { ItemLine, Labelled, ReceiptRows } from './rows.js';
import type { Role } from './terms.js';

/** The figures of a receipt, minor units, and what arithmetic says of them. */
export interface ReceiptAmounts {
  readonly total: number | null;
  readonly subtotal: number | null;
  readonly tax: number | null;
  readonly discount: number | null;
  readonly tip: number | null;
  readonly tendered: number | null;
  readonly change: number | null;
  readonly balanceDue: number | null;
  readonly items: readonly ItemLine[];
  /** How the total was proved: by the items, by a printed subtotal, or not. */
  readonly proof: 'items' | 'subtotal' | null;
  /** What subtotal, tax and the rest come to, where all are printed and the total is another. */
  readonly expected: number | null;
  readonly sources: Readonly<Record<string, SourceLine>>;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The parts a total may be made of. */
interface Parts {
  readonly taxes: readonly number[];
  readonly discount: number;
  readonly tip: number;
  readonly extra: number;
}

interface Base {
  readonly value: number;
  readonly items: readonly ItemLine[] | null;
  readonly label: Labelled | null;
}

interface Way {
  readonly total: Labelled;
  readonly base: Base;
  readonly tax: number;
  /** How many of the printed parts take part: the more, the less a chance agreement. */
  readonly parts: number;
}

/** Things bought, by the shapes in which lists print them; arithmetic says which one holds. */
function itemSets(items: readonly ItemLine[]): ItemLine[][] {
  const charged = items.filter((item) => !item.unitPrice);
  const edge = Math.max(...charged.map((item) => item.right));
  const sets = [
    charged,
    charged.filter((item) => !item.discount),
    charged.filter((item) => item.right > edge - 6),
    charged.filter((item) => item.right > edge - 6 && !item.discount),
    items.filter((item) => item.bare),
  ];
  return sets.filter((set) => set.length > 0);
}

function signedDiscounts(set: readonly ItemLine[]): number {
  return sum(set.map((item) => (item.discount ? -Math.abs(item.value) : item.value)));
}

/** A tax total may be printed beside its parts; each reading is tried. */
function taxWays(taxes: readonly number[]): number[] {
  if (taxes.length === 0) return [0];
  return [...new Set([sum(taxes), taxOf(taxes), ...taxes, 0])];
}

function waysTo(total: Labelled, bases: readonly Base[], parts: Parts): Way[] {
  const ways: Way[] = [];
  const optional = (value: number) => (value === 0 ? [0] : [value, 0]);
  for (const base of bases) {
    for (const tax of taxWays(parts.taxes)) {
      for (const discount of optional(parts.discount)) {
        for (const tip of optional(parts.tip)) {
          for (const extra of optional(parts.extra)) {
            if (base.value + tax - discount + tip + extra !== total.value) continue;
            const used = [tax, discount, tip, extra].filter((value) => value !== 0).length;
            ways.push({ total, base, tax, parts: used });
          }
        }
      }
    }
  }
  return ways;
}

/** The best proof: with most parts in it, by the most final label, by the items before a printed subtotal. */
function bestWay(ways: readonly Way[]): Way | null {
  const order = (way: Way) => way.parts * 100 + way.total.finality * 10 + (way.base.items ? 1 : 0);
  return [...ways].sort((a, b) => order(b) - order(a))[0] ?? null;
}

function one(labelled: readonly Labelled[], role: Role): Labelled | null {
  return labelled.find((item) => item.role === role) ?? null;
}

function values(labelled: readonly Labelled[], role: Role): number[] {
  return labelled.filter((item) => item.role === role).map((item) => Math.abs(item.value));
}

/** The same figure printed again (in a summary, on a payment slip) counts once. */
function distinct(labelled: readonly Labelled[], role: Role): number[] {
  return [...new Set(values(labelled, role))];
}

/** Without a proof: the most final label, and of several the last, which stands below the others. */
function likeliestTotal(totals: readonly Labelled[]): Labelled | null {
  return [...totals].reverse().sort((a, b) => b.finality - a.finality)[0] ?? null;
}

/**
 * Tells the total from subtotal, tax, discounts, what was handed over and what is still due: the candidate to which
 * items or subtotal + tax − discounts lead, tax-inclusive prices and discounts already taken off included.
 */
export function receiptAmounts({ labelled, items }: ReceiptRows): ReceiptAmounts {
  const totals = labelled.filter(({ role }) => role === 'total');
  const due = one(labelled, 'balance-due');
  const summary = labelled.filter(({ line }) => !items.some((item) => item.line === line));
  const parts: Parts = {
    taxes: values(labelled, 'tax').filter((value) => value !== 0),
    discount: sum(values(summary, 'discount')),
    tip: distinct(labelled, 'tip')[0] ?? 0,
    extra: sum(labelled.filter(({ role }) => role === 'extra').map(({ value }) => value)),
  };
  const itemDiscounts = sum(items.filter((item) => item.discount).map(({ value }) => Math.abs(value)));
  const subtotals = labelled.filter(({ role }) => role === 'subtotal');
  const sets = itemSets(items);
  const bases: Base[] = [
    ...sets.map((set) => ({ value: signedDiscounts(set), items: set, label: null })),
    ...subtotals.map((label) => ({ value: label.value, items: null, label })),
  ];
  const paid = one(labelled, 'paid');
  const candidates = [...totals, due, totals.length === 0 ? paid : null].filter(
    (candidate): candidate is Labelled => candidate !== null && candidate.value !== 0,
  );
  const way = bestWay(candidates.flatMap((total) => waysTo(total, bases, parts)));
  const total = way?.total ?? likeliestTotal(totals) ?? due ?? paid;
  const subtotal = subtotalOf(subtotals, sets) ?? way?.base.label ?? null;
  const fitting =
    way?.base.items ?? (subtotal && sets.find((set) => signedDiscounts(set) === subtotal.value));
  return {
    total: total?.value ?? null,
    subtotal: subtotal?.value ?? null,
    tax: parts.taxes.length > 0 ? way?.tax || taxOf(parts.taxes) : null,
    discount: parts.discount || itemDiscounts || null,
    tip: parts.tip || null,
    tendered: paid ? Math.abs(paid.value) : null,
    change: one(labelled, 'change')?.value ?? null,
    balanceDue: due?.value ?? null,
    items: fitting ?? (way ? [] : (sets[0] ?? [])),
    proof: way ? (way.base.items ? 'items' : 'subtotal') : null,
    expected:
      way || !subtotal ? null : subtotal.value + sum(parts.taxes) - parts.discount + parts.tip + parts.extra,
    sources: sourcesOf({ total, subtotal, tax: one(labelled, 'tax'), tendered: paid, balanceDue: due }),
  };
}

/** Of several subtotals (of parts, before and after a discount) the one that the things bought come to, else the first. */
function subtotalOf(subtotals: readonly Labelled[], sets: readonly ItemLine[][]): Labelled | undefined {
  const sums = new Set(sets.map(signedDiscounts));
  return subtotals.find(({ value }) => sums.has(value)) ?? subtotals[0];
}

/** The tax of several figures: their common total where one is printed, else their sum. */
function taxOf(taxes: readonly number[]): number {
  const whole = taxes.find((tax) => tax * 2 === sum(taxes));
  return whole ?? sum([...new Set(taxes)]);
}

function sourcesOf(found: Readonly<Record<string, Labelled | null>>): Record<string, SourceLine> {
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, item]) => (item ? [[name, sourceOf(item.line)] as const] : [])),
  );
}
