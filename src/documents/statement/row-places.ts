import type { MarkedLine } from './model.js';
import type { Parsed } from './parse-line.js';
import type { Block, Tables } from './tables.js';
import { balanceKindOf, isTotal, senseOf } from './vocabulary.js';

/** Lines that one row's text takes at most. */
export const MAX_WRAPPED_LINES = 8;

/** To which of two rows the texts between them belong throughout a table; null where some go either way. */
export type TextSide = 'above' | 'below' | null;

/** Some words stand where the descriptions stand, and none where the dates do. */
export function standsInText(parsed: Parsed, textX: number, height: number): boolean {
  const cells = parsed.line.line.cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell.text));
  return cells.some((cell) => cell.x >= textX - height && (textX < 0 || cell.x <= textX + height * 4));
}

/** Where lines stand to the rows above and below them while a segment is walked. */
export class RowPlaces {
  block: Block | null = null;
  /** The last line that belongs to a row, and how many lines of text that row has taken since. */
  last: { readonly line: MarkedLine; readonly wrapped: number } | null = null;
  /** The last line of all that was taken into a row, or that may begin one. */
  touched: MarkedLine | null = null;

  constructor(private readonly tables: Tables) {}

  get textX(): number {
    return this.block?.textX ?? Number.NEGATIVE_INFINITY;
  }

  /** Distance of a line from the last one that belongs to a row; endless on another page. */
  gap(line: MarkedLine): number {
    if (!this.last || this.last.line.line.page !== line.line.page) return Number.POSITIVE_INFINITY;
    return line.line.y - this.last.line.line.y;
  }

  isNear(line: MarkedLine): boolean {
    const { touched } = this;
    const beginning =
      touched && touched.line.page === line.line.page
        ? line.line.y - touched.line.y
        : Number.POSITIVE_INFINITY;
    return Math.min(this.gap(line), beginning) <= this.tables.pitch * 2.2;
  }

  inText(parsed: Parsed): boolean {
    return standsInText(parsed, this.textX, this.tables.height);
  }

  /** A line of its own that names a direction, left of the descriptions, with rows or another heading below it. */
  isHeading(parsed: Parsed, next: Parsed | undefined): boolean {
    const { text } = parsed.line.line;
    if (parsed.line.dates.length > 0 || text.length > 90 || /[.?!]$|^[*†‡]/u.test(text)) return false;
    if (text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > 9) return false;
    const near = this.gap(parsed.line) <= this.tables.pitch * 1.6;
    if (near && this.textX >= 0 && this.inText(parsed)) return false;
    if (parsed.x >= this.textX - 3 && (near || parsed.hasMoney)) return false;
    if (senseOf(text) === null) return false;
    // Lines of a summary box follow one another, each with its figure; a heading has rows below it.
    return next === undefined || next.date !== null || next.line.amounts.every((amount) => !amount.strong);
  }

  /**
   * Whether a text begins the row whose figures stand in a line below it: nearer to it than to the row above, or at any
   * distance where the table prints its figures in the rows' last lines.
   */
  startsNext(
    index: number,
    parsed: readonly Parsed[],
    gapBefore: number,
    figuresLast: boolean,
    side: TextSide,
  ): boolean {
    let at = index;
    const nearer = side === 'below' ? 0.97 : 0.85;
    for (let steps = 0; steps < MAX_WRAPPED_LINES; steps += 1) {
      const [line, next] = [parsed[at], parsed[at + 1]];
      if (!line || !next || next.line.line.page !== line.line.line.page || !this.inText(next)) return false;
      const gap = next.line.line.y - line.line.line.y;
      if (gap > this.tables.pitch * (figuresLast ? 2.2 : 1.2) || (gap >= gapBefore * nearer && !figuresLast))
        return false;
      if (next.hasMoney) {
        if (figuresLast && next.date) return false;
        return balanceKindOf(next.text) === null && !isTotal(next.text);
      }
      if (next.date) return false;
      at += 1;
    }
    return false;
  }
}
