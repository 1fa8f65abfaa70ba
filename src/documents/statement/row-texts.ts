import { printsFiguresLast, sideOfTexts } from './figure-place.js';
import type { Parsed, parseTables } from './parse-line.js';
import { MAX_WRAPPED_LINES, type TextSide } from './row-places.js';
import { RowStore } from './row-store.js';
import type { Tables } from './tables.js';
import { balanceKindOf, isTotal } from './vocabulary.js';

const LONGEST_HEADING = 70;

/** Puts the texts without figures to the rows above or below them, or takes them for headings. */
export class RowTexts extends RowStore {
  protected headerFollows = false;
  /** The lines of the block that goes on with this one on the next page. */
  protected nextPage: readonly Parsed[] = [];
  private readonly figuresLast: boolean;
  private readonly textSide: TextSide;

  constructor(tables: Tables, lines: ReturnType<typeof parseTables>) {
    super(tables);
    this.figuresLast = tables.dating === 'leading' && printsFiguresLast(lines, tables.height);
    this.textSide = sideOfTexts(lines, tables.height);
  }

  private startsNext(index: number, all: readonly Parsed[], gapBefore: number): boolean {
    const gap = this.prefix.length > 0 ? Number.POSITIVE_INFINITY : gapBefore;
    return this.places.startsNext(index, all, gap, this.figuresLast, this.textSide);
  }

  /** At a page's top the first text of a row whose figures follow is no heading, whatever it is called. */
  private beginsPage(index: number, all: readonly Parsed[]): boolean {
    const parsed = all[index];
    return (
      parsed !== undefined &&
      this.figuresLast &&
      this.places.last === null &&
      this.places.inText(parsed) &&
      this.startsNext(index, all, Number.POSITIVE_INFINITY)
    );
  }

  /** Texts straight below the headings that a page repeats finish the last row of the page before. */
  private goesOnFromPageBefore(index: number, all: readonly Parsed[]): boolean {
    const item = this.items.at(-1);
    const page = all[index]?.line.line.page;
    if (
      this.textSide !== 'above' ||
      this.pending ||
      !item ||
      item.balanceKind !== null ||
      !this.places.block?.header
    )
      return false;
    return (
      item.line.line.page + 1 === page && all.slice(0, index).every((line) => !line.hasMoney && !line.date)
    );
  }

  /** Texts at the foot of a page whose row prints its figures on the next one, where rows print them in the last line. */
  private breaksOverPage(index: number, all: readonly Parsed[]): boolean {
    const first = this.nextPage.find((line) => line.hasMoney || line.date !== null);
    return (
      this.figuresLast &&
      first !== undefined &&
      first.date === null &&
      balanceKindOf(first.text) === null &&
      !isTotal(first.text) &&
      all.slice(index).every((line) => !line.hasMoney && line.date === null && this.places.inText(line))
    );
  }

  /** A text beside the descriptions: a heading begins another run of dates, others may belong to rows. */
  private leaveOut({ line, x }: Parsed, gap: number, next: Parsed | undefined) {
    const { text } = line.line;
    const apart = gap > this.tables.pitch * 1.2 && x < this.places.textX - this.tables.height;
    if (apart && text.length < LONGEST_HEADING && !/[.?!]$/u.test(text) && next?.date) this.group += 1;
    else if (gap <= this.tables.pitch * 1.7 && /\p{L}{4}/u.test(text)) this.leftOut.push(line);
  }

  protected takeText(index: number, all: readonly Parsed[]) {
    const parsed = all[index];
    if (!parsed) return;
    const { line } = parsed;
    if (!this.beginsPage(index, all) && this.places.isHeading(parsed, all[index + 1])) {
      this.startSection(line.line.text);
      return;
    }
    if (isTotal(line.line.text) && line.amounts.some((amount) => amount.strong)) {
      this.labelled.push({ line, sectionId: this.sectionId, items: this.items.length });
      return;
    }
    const words = parsed.text;
    const gapBefore = this.places.gap(line);
    const endsBlock = index === all.length - 1 && this.headerFollows;
    if (endsBlock && this.section !== null && words.length < 70 && gapBefore > this.tables.pitch * 1.2) {
      // A heading that names no direction ends the one before.
      this.startSection(line.line.text);
      return;
    }
    if (!this.places.inText(parsed) || words === '') {
      if (words !== '') this.leaveOut(parsed, gapBefore, all[index + 1]);
      return;
    }
    if (this.goesOnFromPageBefore(index, all)) {
      this.places.last ??= { line, wrapped: 0 };
      this.append(words, line);
      return;
    }
    if (this.pending) {
      this.pending.texts.push(words);
      this.pending.lines.push(line);
      this.places.touched = line;
    } else if (this.startsNext(index, all, gapBefore) || this.breaksOverPage(index, all)) {
      this.prefix.push(words);
      this.wrapped.push(line);
      this.places.touched = line;
    } else if (gapBefore <= this.tables.pitch * 1.7 && (this.places.last?.wrapped ?? 0) < MAX_WRAPPED_LINES) {
      this.append(words, line);
    }
  }
}
