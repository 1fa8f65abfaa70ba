import { type Entry, entriesOf, type Figure, type FigureConvention, labelKey } from '../entries.js';
import { isCurrencyCode } from '../layout/currency.js';
import type { Cell, DocumentLine } from '../layout/lines.js';
import { type RateRow, rateRows } from './rate-table.js';
import { finality, type Role, roleOfLabel } from './terms.js';

/** A figure with what its label says it is. */
export interface Labelled {
  readonly role: Role;
  /** Minor units as printed. */
  readonly value: number;
  readonly finality: number;
  readonly line: DocumentLine;
}

/** A line that may be a bought thing: its text and the figure at its right end. */
export interface ItemLine {
  readonly description: string;
  readonly value: number;
  readonly right: number;
  /** A figure that stands alone, below the thing's name. */
  readonly bare: boolean;
  /** "2 @ 79.99": the price of one, not what was charged. */
  readonly unitPrice: boolean;
  readonly discount: boolean;
  /** A bare whole number: as likely a reference or a count as a price. */
  readonly plain: boolean;
  readonly line: DocumentLine;
}

export interface ReceiptRows {
  readonly labelled: readonly Labelled[];
  readonly items: readonly ItemLine[];
  /** Priced lines below a first total: what was added to it. */
  readonly added: readonly ItemLine[];
  readonly rates: readonly RateRow[];
}

const unitPriceMark = /(?:@|\d ?[x×*]|[x×*] ?\d|\beach\b|\bea\b|\bper\b)\s*$/iu;

/** "Cash EUR": a currency between a label and its figure is part of neither. */
const keyOf = (label: string) =>
  labelKey(
    labelKey(label).replace(/\s(?:[a-z]{3}|\p{Sc})$/u, (mark) =>
      isCurrencyCode(mark.trim().toUpperCase()) || /\p{Sc}/u.test(mark) ? '' : mark,
    ),
  );

function roleOf(entry: Entry): Role | null {
  return roleOfLabel(keyOf(entry.near)) ?? roleOfLabel(keyOf(entry.label));
}

/** The figure of an entry: the last one, whole numbers only where there is nothing better. */
function figureOf(figures: readonly Figure[]): Figure | undefined {
  return figures.filter((figure) => !figure.plain).at(-1) ?? figures.at(-1);
}

/** Labels in one line and their figures below, each under its own: "Subtotal | Tax | Total". */
function stacked(
  line: DocumentLine,
  below: DocumentLine | undefined,
  convention: FigureConvention,
): Labelled[] {
  if (!below || below.page !== line.page) return [];
  const heads = line.cells.flatMap((cell) => {
    const role = roleOfLabel(labelKey(cell.text));
    // A rate stands in its own column, and is no figure.
    return role && cell.text.length < 32 && !cell.text.includes('%') ? [{ cell, role }] : [];
  });
  const figures = entriesOf(below, convention);
  // A line with words of its own is a row, not the figures of these labels.
  if (heads.length === 0 || figures.some((entry) => /\p{L}{3}/u.test(entry.label))) return [];
  if (heads.length !== line.cells.length && heads.length < 2) return [];
  const printed = figures.flatMap((entry) => entry.figures);
  // Under a single label the last figure is the amount: "3 @ 1.11  3.33".
  const all = heads.length === 1 ? printed.slice(-1) : printed;
  const inOrder = all.length === heads.length;
  const near = ({ x, right }: Cell, figure: Figure) => Math.max(x - figure.right, figure.x - right, 0);
  return all.flatMap((figure, place) => {
    const [nearest] = [...heads].sort((a, b) => near(a.cell, figure) - near(b.cell, figure));
    const head = inOrder ? heads[place] : nearest;
    if (!head || (!inOrder && near(head.cell, figure) > 20)) return [];
    const label = labelKey(head.cell.text);
    return [{ role: head.role, value: figure.minor, finality: finality(label), line: below }];
  });
}

/** A folio's rows begin with their day. */
const dayInFront = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\s+/u;

function itemOf(entries: readonly Entry[], pending: readonly string[], line: DocumentLine): ItemLine | null {
  const figures = entries.flatMap((entry) => entry.figures);
  const last = figures.at(-1);
  if (!last) return null;
  const named = entries.map((entry) => entry.label).find((label) => /\p{L}{2}/u.test(label)) ?? '';
  const own = named.replace(dayInFront, '');
  const description = own === '' ? pending.join(' ') : own;
  if (!/\p{L}{2}/u.test(description)) return null;
  const label = figures.length === 1 ? (entries.find((entry) => entry.figures.length > 0)?.label ?? '') : '';
  return {
    description,
    value: last.minor,
    right: last.right,
    bare: own === '',
    unitPrice: unitPriceMark.test(label),
    discount: roleOfLabel(labelKey(own)) === 'discount',
    plain: last.plain,
    line,
  };
}

/** The tax of each rate, or of all where the table adds it up. */
function ratedTaxes(rates: readonly RateRow[]): Labelled[] {
  return rates
    .filter(({ whole, tax }) => !whole && tax !== 0)
    .map(({ tax, line }) => ({ role: 'tax', value: tax, finality: 0, line }));
}

/** After these, what follows is payment and small print: no more things bought. */
const endsItems = new Set<Role>(['total', 'balance-due', 'paid', 'change', 'tax', 'tip']);

/** The lines of a receipt or invoice: labelled figures, and the things bought above them. */
export function receiptRows(lines: readonly DocumentLine[], convention: FigureConvention): ReceiptRows {
  const labelled: Labelled[] = [];
  const items: ItemLine[] = [];
  let pending: string[] = [];
  let open = true;
  let summed = false;
  const below = new Set<DocumentLine>();
  const added: ItemLine[] = [];
  const rates = rateRows(lines, convention);
  const rated = new Set(rates.map(({ line }) => line));
  labelled.push(...ratedTaxes(rates));
  for (const [index, line] of lines.entries()) {
    if (below.has(line) || rated.has(line)) continue;
    const entries = entriesOf(line, convention);
    const found = entries.flatMap((entry) => {
      const figure = figureOf(entry.figures);
      const role = figure ? roleOf(entry) : null;
      return figure && role
        ? [{ role, value: figure.minor, finality: finality(labelKey(entry.near)), line }]
        : [];
    });
    if (!entries.some((entry) => entry.figures.length > 0)) {
      const next = lines[index + 1];
      const found = next && rated.has(next) ? [] : stacked(line, next, convention);
      const under = open && !summed && found.every(({ role }) => role === 'extra') ? [] : found;
      if (under.length > 0 && next) {
        labelled.push(...under);
        below.add(next);
        if (items.length > 0 && under.some(({ role }) => endsItems.has(role))) open = false;
      } else pending = [...pending, line.text].slice(-3);
      continue;
    }
    // Above the subtotal a booking fee or a deposit is one of the things charged.
    const charge = open && !summed && found.length > 0 && found.every(({ role }) => role === 'extra');
    if (!charge) labelled.push(...found);
    // Below the subtotal a discount is the whole receipt's, above it the one thing's.
    const itemDiscount = found.length > 0 && found.every(({ role }) => role === 'discount') && !summed;
    if (found.length > 0 && !itemDiscount && !charge) {
      // A folio charges its taxes night by night, among the rest.
      const nightly = dayInFront.test(line.text) && found.every(({ role }) => role === 'tax');
      if (items.length > 0 && !nightly && found.some(({ role }) => endsItems.has(role))) open = false;
      if (found.some(({ role }) => role === 'subtotal')) summed = true;
      pending = [];
      continue;
    }
    const read = itemOf(entries, pending, line);
    if (read && !open) added.push(read);
    const item = open ? read : null;
    if (item) {
      items.push(item);
      summed = false;
    }
    if (item && !item.unitPrice && !item.discount) pending = [];
  }
  return { labelled, items, added, rates };
}
