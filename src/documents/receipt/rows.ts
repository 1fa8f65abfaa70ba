import type { Currency } from '../../domain/money.js';
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
  /** "2 of: Lamp  29.99", "89.50 x 3": how many the printed price may have to be taken; 1 where nothing says more. */
  readonly times: number;
  readonly discount: boolean;
  /** A bare whole number: as likely a reference or a count as a price. */
  readonly plain: boolean;
  readonly line: DocumentLine;
}

/** The figure at the right end of a line that has words of its own. */
export interface Step {
  readonly value: number;
  readonly line: DocumentLine;
}

export interface ReceiptRows {
  readonly labelled: readonly Labelled[];
  readonly items: readonly ItemLine[];
  /** Priced lines below a first total: what was added to it. */
  readonly added: readonly ItemLine[];
  readonly rates: readonly RateRow[];
  readonly steps: readonly Step[];
}

const unitPriceMark = /(?:@|\d ?[x×*]|\beach\b|\bea\b|\bper\b)\s*$/iu;

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

const timesInFront = /^(\d{1,2}) ?(?:of:?|x|×|@)\s/iu;
const timesBehind = /\s[x×] ?(\d{1,2})$/iu;

/** How many of a thing a line says were bought; in front of several figures only "2 of:" is surely no price of all. */
function timesIn(text: string, alone: boolean): number {
  const behind = alone ? timesBehind.exec(text) : null;
  const front = timesInFront.exec(text);
  return Number((alone || /^\d+ ?of/iu.test(text) ? front : null)?.[1] ?? behind?.[1] ?? 1) || 1;
}

/** A folio's rows begin with their day. */
export const dayInFront =
  /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[ -]?\p{L}{3,4}\.?[ -]?(?:20)?\d{2})\s+/u;

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
    times: timesIn(line.text, figures.length === 1),
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

const totalIn = /^\s*(?:total|summe|totale|totaal|montant|importe|bar|cash)\b\s(?:in )?([A-Z]{3})\b/iu;

/** "Total EUR (rate 0.94)" on a receipt in francs: what the same would be in other money. */
function isElsewhere(text: string, currency: Currency): boolean {
  const named = totalIn.exec(text)?.[1] ?? '';
  return currency !== 'XXX' && isCurrencyCode(named) && named !== currency;
}

const tipWords = /\b(?:tip|gratuity|trinkgeld|pourboire|propina|mancia)\b/iu;
const suggested = /\b(?:suggested|suggestions?|guide|recommended|vorschlag)\b/iu;

/** "18%: (Tip $16.24 Total $113.94)": what a tip would come to is no figure of this receipt. */
const isSuggestion = (text: string): boolean =>
  tipWords.test(text) && /\d ?%/u.test(text) && (suggested.test(text) || /\btotal\b/iu.test(text));

/** "TAX 6.8750 on 28.88  1.99": a number with more decimals than money is a rate, and the row goes on behind it. */
function joinedAfterRates(entries: readonly Entry[], unit: number): Entry[] {
  const joined: Entry[] = [];
  for (const entry of entries) {
    const before = joined.at(-1);
    const rate = before?.figures.length === 1 ? before.figures[0] : undefined;
    if (before && rate?.plain && rate.minor % unit !== 0 && entry.figures.length > 0) {
      joined[joined.length - 1] = { ...before, figures: entry.figures };
    } else joined.push(entry);
  }
  return joined;
}

/** After these, what follows is payment and small print: no more things bought. */
const endsItems = new Set<Role>(['total', 'balance-due', 'paid', 'change', 'tax', 'tip']);

/** The lines of a receipt or invoice: labelled figures, and the things bought above them. */
export function receiptRows(
  lines: readonly DocumentLine[],
  convention: FigureConvention,
  currency: Currency = 'XXX',
): ReceiptRows {
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
    if (below.has(line) || rated.has(line) || isSuggestion(line.text) || isElsewhere(line.text, currency))
      continue;
    const entries = joinedAfterRates(entriesOf(line, convention), 10 ** convention.exponent);
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
  const steps = lines.flatMap((line): Step[] => {
    const last = entriesOf(line, convention).at(-1);
    const figure = last && /\p{L}/u.test(last.label) ? figureOf(last.figures) : undefined;
    return figure && !figure.plain ? [{ value: figure.minor, line }] : [];
  });
  return { labelled, items, added, rates, steps };
}
