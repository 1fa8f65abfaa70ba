import { sourceOf } from '../entries.js';
import type { DocumentLine } from '../layout/lines.js';
import type { SourceLine } from '../reading.js';
import { bridgesTo } from './bridges.js';
import { contradictionOf } from './contradiction.js';
import { brokenRate, ratedTotal } from './rate-table.js';
import type { ItemLine, Labelled, ReceiptRows } from './rows.js';
import type { Role } from './terms.js';
import {
  type Base,
  bestWay,
  itemSets,
  type Parts,
  signedDiscounts,
  stretchSums,
  sum,
  taxOf,
  type Way,
  waysTo,
} from './ways.js';

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
  /** Minor units by which another printed figure contradicts the proved total; null where all agree. */
  readonly contradiction: number | null;
  /** True where a total is proved by its subtotal, and the things listed above do not come to it. */
  readonly strayedItems: boolean;
  readonly sources: Readonly<Record<string, SourceLine>>;
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
export function receiptAmounts({ labelled, items, added, rates, steps }: ReceiptRows): ReceiptAmounts {
  const totals = labelled.filter(({ role }) => role === 'total');
  const dues = labelled.filter(({ role }) => role === 'balance-due');
  const summary = labelled.filter(({ line }) => !items.some((item) => item.line === line));
  const parts: Parts = {
    taxes: values(labelled, 'tax').flatMap((value) =>
      value === 0 ? [] : [isRefund(totals) ? -value : value],
    ),
    discount: sum(values(summary, 'discount')),
    tips: distinct(labelled, 'tip').filter((value) => value !== 0),
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
  const candidates = [...totals, ...dues, totals.length === 0 ? paid : null].filter(
    (candidate): candidate is Labelled => candidate !== null && candidate.value !== 0,
  );
  const direct = candidates.flatMap((total) => waysTo(total, bases, parts));
  // Each thing bought, or each rate, may have a subtotal of its own, and none stand for all of them.
  const together: Base = { value: sum(subtotals.map(({ value }) => value)), items: null, label: null };
  const named =
    direct.length > 0 || subtotals.length < 2
      ? direct
      : candidates.flatMap((total) => waysTo(total, [together], parts));
  const ways =
    named.length > 0 ? named : candidates.flatMap((total) => bridgesTo(total, subtotals, labelled, steps));
  const way = bestWay(ways);
  const further = way ? addedTo(way.total, totals, added) : null;
  // "Total due" may stand above the payment, and what is left of it below.
  const due = dues.find(({ value }) => value === 0) ?? dues.at(-1) ?? leftToPay(way, labelled);
  const total = further?.total ?? way?.total ?? likeliestTotal(totals) ?? due ?? paid;
  const untaxed = way ? way.total.value - taxOf(parts.taxes) : undefined;
  const sums = new Set([...sets.map(signedDiscounts), way?.base.value]);
  const subtotal =
    subtotalOf(calledSubtotal(subtotals, ways), sums, untaxed) ?? way?.base.label ?? totalBefore(way, totals);
  const led = ways.find((other) => other.total.value === way?.total.value && other.base.items !== null);
  const fitting =
    way?.base.items ??
    led?.base.items ??
    (subtotal && sets.find((set) => signedDiscounts(set) === subtotal.value));
  return {
    total: total?.value ?? null,
    subtotal: subtotal?.value ?? null,
    // Taxes that the proof has no place for are not told: a rate or a base may look like one.
    tax: parts.taxes.length > 0 ? way?.tax || (named.length > 0 || !way ? taxOf(parts.taxes) : null) : null,
    discount: parts.discount || itemDiscounts || null,
    tip: way?.tip || parts.tips[0] || null,
    tendered: paid ? Math.abs(paid.value) : null,
    change: one(labelled, 'change')?.value ?? null,
    balanceDue: due?.value ?? null,
    items: [...(fitting ?? (way ? [] : (sets[0] ?? []))), ...(further?.items ?? [])].filter(
      (item) => !item.discount,
    ),
    proof: way ? (way.base.items ? 'items' : 'subtotal') : null,
    expected: way
      ? null
      : subtotal
        ? subtotal.value + sum(parts.taxes) - parts.discount + (parts.tips[0] ?? 0) + parts.extra
        : ratedTotal(rates),
    contradiction: way
      ? (brokenRate(rates) ??
        contradictionOf({ way, ways, further: further?.total ?? null, labelled, sets, parts, steps }))
      : null,
    strayedItems: way !== null && !way.base.items && !led && !fitting && straysFrom(way, sets),
    sources: sourcesOf({ total, subtotal, tax: one(labelled, 'tax'), tendered: paid, balanceDue: due }),
  };
}

/** Whether things are listed, and neither all of them nor a stretch come to what the total was proved by. */
const straysFrom = (way: Way, sets: readonly (readonly ItemLine[])[]): boolean =>
  // Bare whole numbers alone are as likely references.
  sets.some((set) => set.some(({ plain }) => !plain)) &&
  !sets.some((set) => stretchSums(set).includes(way.base.value));

/** Money given back: every total is negative. */
function isRefund(totals: readonly Labelled[]): boolean {
  const printed = totals.filter(({ value }) => value !== 0);
  return printed.length > 0 && printed.every(({ value }) => value < 0);
}

const isBelow = (line: DocumentLine, other: DocumentLine) =>
  line.page === other.page ? line.line > other.line : line.page > other.page;

/** A later total that is this one and the priced lines between the two: a seat or a bag added to a fare. */
function addedTo(first: Labelled, totals: readonly Labelled[], added: readonly ItemLine[]) {
  for (const total of totals) {
    if (!isBelow(total.line, first.line)) continue;
    const items = added.filter(({ line }) => isBelow(line, first.line) && isBelow(total.line, line));
    if (items.length > 0 && first.value + signedDiscounts(items) === total.value) return { total, items };
  }
  return null;
}

/** What is called a total and is the total less a deposit: that much is still due. */
function leftToPay(way: Way | null, labelled: readonly Labelled[]): Labelled | null {
  if (!way) return null;
  const paid = distinct(labelled, 'paid').filter((value) => value < Math.abs(way.total.value));
  const left = new Set([...paid, sum(paid)].map((value) => way.total.value - value));
  left.delete(way.total.value);
  return (
    labelled.find(
      ({ role, value, line }) => role === 'total' && left.has(value) && isBelow(line, way.total.line),
    ) ?? null
  );
}

const subtotalWords = /sub-? ?s?total|zwischen(?:summe|total)|sous[- ]total|subtotaal|小計/iu;

/** Beside "Item total" the figure that calls itself a subtotal, where the total follows from it. */
function calledSubtotal(subtotals: readonly Labelled[], ways: readonly Way[]): readonly Labelled[] {
  const named = subtotals.filter(({ line }) => subtotalWords.test(line.text));
  return named.some((label) => ways.some((way) => way.base.label === label)) ? named : subtotals;
}

/**
 * Of several subtotals (of parts, before and after a discount) the one that the things bought come to, else the first;
 * none where only all of them together come to that.
 */
function subtotalOf(
  subtotals: readonly Labelled[],
  sums: ReadonlySet<number | undefined>,
  untaxed: number | undefined,
): Labelled | null {
  const whole = subtotals.find(({ value }) => sums.has(value));
  const together = sum(subtotals.map(({ value }) => value));
  const parts = subtotals.length > 1 && (sums.has(together) || together === untaxed);
  return whole ?? (parts ? null : (subtotals[0] ?? null));
}

/** "Total" above "To pay": what all things come to before the discount. */
function totalBefore(way: Way | null, totals: readonly Labelled[]): Labelled | null {
  if (!way || way.base.value === way.total.value) return null;
  return totals.find(({ value, line }) => value === way.base.value && isBelow(way.total.line, line)) ?? null;
}

function sourcesOf(found: Readonly<Record<string, Labelled | null>>): Record<string, SourceLine> {
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, item]) => (item ? [[name, sourceOf(item.line)] as const] : [])),
  );
}
