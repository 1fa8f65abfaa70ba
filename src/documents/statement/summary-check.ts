import { signedMinor } from '../layout/amounts.js';
import { isCurrencyCode } from '../layout/currency.js';
import { anyPhrase, foldText } from '../layout/fold.js';
import type { ComposedRows } from './composed-rows.js';
import type { Interpretation } from './interpret.js';
import type { HeaderLabel, MarkedLine, PlacedAmount, RawItem, SummaryFigure } from './model.js';
import { isTotal, senseOf } from './vocabulary.js';

/** A printed sum that the document's own figures do not give. Minor units. */
export interface Mismatch {
  readonly line: MarkedLine;
  readonly printed: number;
  readonly difference: number;
}

const otherSpan = anyPhrase(
  'year|ytd|to date|annual|page|carried|brought|subtotal|sub-total|fees?|interest|charges|jahr|annee|ano|anno|seite|comisiones|intereses|frais|' +
    'gebuhren|zinsen|count|number|importe~|movimientos~',
);
const rowWords = anyPhrase(
  'transactions?|operations?|movements?|umsatze|operaciones|movimientos|operazioni|movimenti|transacoes',
);
const thisPeriod = anyPhrase('(for/in) this period');
/** A year that stands alone: a total of that year. */
export const yearNamed = /(?<!\d)(?:19|20)\d\d(?!\d)/u;

/** True for a total that covers rows of the table: it names a direction and no other span. */
function claims(text: string): boolean {
  const folded = foldText(text);
  if (!isTotal(text) || yearNamed.test(folded)) return false;
  if (thisPeriod.test(folded)) return true;
  return (senseOf(text) !== null || rowWords.test(folded)) && !otherSpan.test(folded);
}

interface Sums {
  in: number;
  out: number;
}

const add = (sums: Sums, amount: number): void => {
  if (amount > 0) sums.in += amount;
  else sums.out -= amount;
};

/**
 * Totals printed among the rows that no sum of the rows gives: not of their section, not of all rows, not of those
 * above. A total of fees or of the year covers other ground and is left alone.
 */
export function totalMismatches(read: {
  composed: ComposedRows;
  interpretation: Interpretation;
}): Mismatch[] {
  const { composed, interpretation } = read;
  const sections = new Map<number, Sums>();
  const all: Sums = { in: 0, out: 0 };
  const upTo: Sums[] = [];
  composed.items.forEach((item, index) => {
    const amount = interpretation.amounts[index] ?? 0;
    const section = sections.get(item.sectionId) ?? { in: 0, out: 0 };
    add(section, amount);
    add(all, amount);
    sections.set(item.sectionId, section);
    upTo.push({ ...all });
  });
  const bySense = new Set(
    [...sections.values()].flatMap((sums) => [sums.in, sums.out, Math.abs(sums.in - sums.out)]),
  );
  const ends = [
    interpretation.ends.opening?.value,
    interpretation.ends.closing?.value,
    interpretation.chain.lastBalance,
  ];
  return composed.labelled.flatMap(({ line, sectionId, items }) => {
    const { text } = line.line;
    if (items === 0 || !isTotal(leadingWords(line))) return [];
    const section = sections.get(sectionId);
    const above = upTo[items - 1] ?? all;
    const sums = [
      all.in,
      all.out,
      Math.abs(all.in - all.out),
      above.in,
      above.out,
      Math.abs(above.in - above.out),
    ];
    const known = new Set([...bySense, ...sums, ...ends.map((end) => Math.abs(end ?? 0))]);
    const figures = line.amounts.filter((amount) => amount.strong).map((amount) => amount.amount.magnitude);
    const strange = figures.filter((figure) => !known.has(figure));
    // A line of totals in several columns stands or falls as one; a single one must say what it covers.
    const judged = figures.length > strange.length || claims(text);
    const [printed] = strange;
    if (printed === undefined || !judged || !section || section.in + section.out === 0) return [];
    return [{ line, printed, difference: printed - Math.max(section.in, section.out) }];
  });
}

/** The words in front of a line's first figure. */
function leadingWords(line: MarkedLine): string {
  const end = line.amounts.find((amount) => amount.strong)?.from ?? line.line.words.length;
  return line.line.words
    .slice(0, end)
    .map((word) => word.text)
    .join(' ');
}

const LARGEST_BOX = 7;

/** Whether some choice of signs joins the opening to the closing balance through every part. */
function joins(opening: number, closing: number, parts: readonly number[]): boolean {
  if (parts.length === 0) return opening === closing;
  const [part = 0, ...rest] = parts;
  return joins(opening + part, closing, rest) || joins(opening - part, closing, rest);
}

const placeOf = (figure: SummaryFigure): PlacedAmount | undefined =>
  figure.line.amounts.find((amount) => amount.amount === figure.amount);

/** How far right edges of one column may be apart: a sign may stand behind the figure. */
const reach = ({ line }: MarkedLine): number => Math.max(6, line.height);

function inColumn(opening: SummaryFigure, closing: SummaryFigure): boolean {
  const [first, last] = [placeOf(opening), placeOf(closing)];
  return (
    opening.line === closing.line ||
    (first !== undefined && last !== undefined && Math.abs(first.right - last.right) < reach(opening.line))
  );
}

/** The figures of a box between its two ends: on one line, or below one another in the opening's column. */
function partsOf(
  opening: SummaryFigure,
  closing: SummaryFigure,
  lines: readonly MarkedLine[],
): PlacedAmount[] {
  const [first, last] = [placeOf(opening), placeOf(closing)];
  if (!first || !last) return [];
  if (opening.line === closing.line) {
    return opening.line.amounts.filter((amount) => amount.strong && amount.x > first.x && amount.x < last.x);
  }
  const inside = lines.filter((line) => line.index > opening.line.index && line.index < closing.line.index);
  return inside.flatMap((line) =>
    line.amounts.filter((amount) => amount.strong && Math.abs(amount.right - first.right) < reach(line)),
  );
}

/** The lines of boxes whose signed figures lead from the opening to the closing balance: each part is accounted for. */
export function joinedBoxLines(
  figures: readonly SummaryFigure[],
  lines: readonly MarkedLine[],
): Set<MarkedLine> {
  const ends = figures.filter((figure) => figure.kind === 'opening' || figure.kind === 'closing');
  const joined = ends.flatMap((opening, index) => {
    const closing = ends.slice(index + 1).find((end) => end.kind === 'closing' && inColumn(opening, end));
    if (opening.kind !== 'opening' || !closing) return [];
    const parts = partsOf(opening, closing, lines);
    const sum = parts.reduce((total, part) => total + signedMinor(part.amount), signedMinor(opening.amount));
    if (parts.length < 2 || sum !== signedMinor(closing.amount)) return [];
    const taken = new Set(parts);
    return lines.filter((line) => line.amounts.some((amount) => taken.has(amount)));
  });
  return new Set(joined);
}

/**
 * Summary boxes ("previous balance − payments + purchases = new balance") whose figures do not add up under any
 * signs. Only boxes all of whose figures name a direction or carry a sign are judged.
 */
export function boxMismatches(figures: readonly SummaryFigure[], lines: readonly MarkedLine[]): Mismatch[] {
  const ends = figures.filter((figure) => figure.kind === 'opening' || figure.kind === 'closing');
  const sensed = new Set(
    figures.filter((figure) => figure.kind.startsWith('total')).map((figure) => figure.amount),
  );
  return ends.flatMap((opening, index) => {
    const closing = ends.slice(index + 1).find((end) => end.kind === 'closing' && inColumn(opening, end));
    if (opening.kind !== 'opening' || !closing) return [];
    const near = closing.line.index - opening.line.index <= LARGEST_BOX + 1;
    if (!near || opening.line.line.page !== closing.line.line.page) return [];
    const parts = partsOf(opening, closing, lines);
    const understood = parts.every(
      ({ amount }) => sensed.has(amount) || amount.markers.length > 0 || amount.magnitude === 0,
    );
    if (parts.length < 2 || parts.length > LARGEST_BOX || !understood) return [];
    const sums = parts.map((part) => part.amount.magnitude);
    const [start, end] = [opening.amount.magnitude, closing.amount.magnitude];
    if ([start, -start].some((first) => joins(first, end, sums) || joins(first, -end, sums))) return [];
    const net = parts.reduce((sum, part) => sum + signedMinor(part.amount), 0);
    return [{ line: closing.line, printed: end, difference: end - start - net }];
  });
}

/** An end that is printed twice under one label with two values, of which the rows know only one. */
export function repeatedEnds(read: {
  figures: readonly SummaryFigure[];
  interpretation: Interpretation;
}): Mismatch[] {
  const { ends, balances } = read.interpretation;
  const known = new Set(balances.map((balance) => Math.abs(balance ?? 0)));
  return [ends.opening, ends.closing].flatMap((end) => {
    if (!end) return [];
    const label = labelOf(end.figure);
    const others = read.figures.filter(
      ({ kind, amount, line }) =>
        kind === end.figure.kind &&
        kind !== 'dated' &&
        amount.magnitude !== end.figure.amount.magnitude &&
        !known.has(amount.magnitude) &&
        line !== end.figure.line,
    );
    // Other words may stand in front of it in the same line.
    const same = (other: string) => other.endsWith(label) || label.endsWith(other);
    return others
      .filter((other) => same(labelOf(other)))
      .map(({ line, amount }) => ({
        line,
        printed: amount.magnitude,
        difference: amount.magnitude - end.figure.amount.magnitude,
      }));
  });
}

const labelOf = (figure: SummaryFigure): string =>
  foldText(figure.label)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/**
 * A second column of running balances (booked and value-dated) that says otherwise somewhere: it repeats the first
 * one nearly everywhere, so where it does not, one of the two is wrong.
 */
export function twinMismatches(read: { composed: ComposedRows; interpretation: Interpretation }): Mismatch[] {
  const { items } = read.composed;
  const { balance } = read.interpretation.plan;
  const width = items[0]?.cells.length ?? 0;
  if (balance < 0) return [];
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    if (column === balance) return [];
    const both = items.flatMap((item) => {
      const [own, twin] = [item.cells[balance], item.cells[column]];
      return own && twin ? [{ item, own: signedMinor(own.amount), twin: signedMinor(twin.amount) }] : [];
    });
    const differing = both.filter(({ own, twin }) => own !== twin);
    if (both.length < 3 || differing.length > both.length * 0.3) return [];
    return differing.map(({ item, own, twin }) => ({
      line: item.line,
      printed: twin,
      difference: twin - own,
    }));
  });
}

/**
 * Whether a column full of figures was left out of the reading though no heading says that it holds something else,
 * and it does not merely repeat the balances: what it holds might contradict the rest.
 */
export function leavesColumnOut(
  read: { composed: ComposedRows; interpretation: Interpretation },
  labels: readonly (HeaderLabel | null)[],
): boolean {
  const { items } = read.composed;
  const { plan } = read.interpretation;
  const used = new Set([plan.balance, plan.single, plan.debit, plan.credit]);
  const rows = items.filter((item) => item.balanceKind === null);
  return labels.some((label, column) => {
    if (used.has(column) || label?.role === 'other' || label?.role === 'original') return false;
    const filled = rows.filter((row) => row.cells[column]?.strong === true);
    // Beside a currency's code stand amounts before conversion.
    const coded = filled.filter((row) => isCurrencyCode(row.mark ?? ''));
    if (coded.length >= filled.length * 0.9) return false;
    const same = (row: RawItem, other: number) =>
      row.cells[column]?.amount.magnitude === row.cells[other]?.amount.magnitude;
    const repeats = filled.filter((row) => same(row, plan.balance) || same(row, plan.single));
    return filled.length > rows.length * 0.3 && repeats.length < filled.length * 0.7;
  });
}
