import type { Interpretation } from './interpret.js';
import type { MarkedLine, SummaryFigure } from './model.js';
import type { ComposedRows } from './rows.js';

/** A printed sum that the document's own figures do not give. Minor units. */
export interface Mismatch {
  readonly line: MarkedLine;
  readonly printed: number;
  readonly difference: number;
}

const claim =
  /\btotal\b.*\b(?:deposits?|credits?|withdrawals?|debits?|checks?|payments?|purchases?|additions|subtractions|transactions?|money (?:in|out)|paid (?:in|out))\b/iu;
const otherSpan =
  /\b(?:year|ytd|to date|annual|page|carried|brought|subtotal|sub-total|(?:19|20)\d\d|fees?|interest)\b/iu;

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
  return composed.labelled.flatMap(({ line, sectionId, items }) => {
    const { text } = line.line;
    if (!claim.test(text) || otherSpan.test(text) || items === 0) return [];
    const section = sections.get(sectionId);
    const above = upTo[items - 1] ?? all;
    const known = new Set([
      ...bySense,
      all.in,
      all.out,
      Math.abs(all.in - all.out),
      above.in,
      above.out,
      Math.abs(above.in - above.out),
    ]);
    const figures = line.amounts.filter((amount) => amount.strong).map((amount) => amount.amount.magnitude);
    if (figures.length === 0 || figures.some((figure) => known.has(figure)) || !section) return [];
    const [printed = 0] = figures;
    return [{ line, printed, difference: printed - Math.max(section.in, section.out) }];
  });
}

const LARGEST_BOX = 7;

/** Whether some choice of signs joins the opening to the closing balance through every part. */
function joins(opening: number, closing: number, parts: readonly number[]): boolean {
  if (parts.length === 0) return opening === closing;
  const [part = 0, ...rest] = parts;
  return joins(opening + part, closing, rest) || joins(opening - part, closing, rest);
}

/**
 * Summary boxes ("previous balance − payments + purchases = new balance") whose figures do not add up under any
 * signs. Only boxes all of whose figures are understood are judged.
 */
export function boxMismatches(figures: readonly SummaryFigure[], lines: readonly MarkedLine[]): Mismatch[] {
  const ends = figures.filter((figure) => figure.kind === 'opening' || figure.kind === 'closing');
  return ends.flatMap((opening, index) => {
    const closing = ends[index + 1];
    if (opening.kind !== 'opening' || closing?.kind !== 'closing') return [];
    const [from, to] = [opening.line.index, closing.line.index];
    if (to - from > LARGEST_BOX || opening.line.line.page !== closing.line.line.page) return [];
    const inside = figures.filter((figure) => figure.line.index >= from && figure.line.index <= to);
    const printed = lines
      .filter((line) => line.index >= from && line.index <= to)
      .flatMap((line) => line.amounts.filter((amount) => amount.strong));
    const parts = inside
      .filter((figure) => figure.kind.startsWith('total'))
      .map((figure) => figure.amount.magnitude);
    if (printed.length !== inside.length || parts.length < 2 || parts.length > LARGEST_BOX) return [];
    if (inside.length !== parts.length + 2) return [];
    const [start, end] = [opening.amount.magnitude, closing.amount.magnitude];
    if ([start, -start].some((first) => joins(first, end, parts) || joins(first, -end, parts))) return [];
    const net = parts.reduce((sum, part) => sum + part, 0);
    return [{ line: closing.line, printed: end, difference: end - start - net }];
  });
}
