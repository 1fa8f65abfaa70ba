import type { DateToken } from '../layout/dates.js';
import type { LabelledLine } from './composed-rows.js';
import { hasStrong } from './dating.js';
import type { MarkedLine, PlacedDate, RawItem, UnreadableCell } from './model.js';
import type { Parsed } from './parse-line.js';
import { isProse } from './prose.js';
import { RowPlaces } from './row-places.js';
import type { Tables } from './tables.js';
import { type BalanceKind, type SectionSense, senseOf } from './vocabulary.js';

type Draft = { -readonly [Key in keyof RawItem]: RawItem[Key] };

/** The items of a segment as they grow, with what was begun and is carried on from line to line. */
export class RowStore {
  readonly items: Draft[] = [];
  readonly unreadable: UnreadableCell[] = [];
  readonly unexplained: MarkedLine[] = [];
  readonly uncertainDates: MarkedLine[] = [];
  readonly labelled: LabelledLine[] = [];
  readonly wrapped: MarkedLine[] = [];
  readonly leftOut: MarkedLine[] = [];
  protected pending: {
    date: PlacedDate;
    secondDate: DateToken | null;
    texts: string[];
    line: MarkedLine;
    /** The lines of its further texts. */
    lines: MarkedLine[];
  } | null = null;
  protected carried: DateToken | null = null;
  protected prefix: string[] = [];
  protected section: SectionSense | null = null;
  protected sectionId = -1;
  protected group = 0;
  protected readonly places: RowPlaces;

  constructor(protected readonly tables: Tables) {
    this.places = new RowPlaces(tables);
  }

  protected emit(
    parsed: Parsed,
    date: DateToken | null,
    ownDate: boolean,
    before: readonly string[],
    kind: BalanceKind | null,
  ) {
    const { line, secondDate, dateUnreadable, cells, type, mark } = parsed;
    const text = [...before, parsed.text].filter((part) => part !== '').join(' ');
    this.items.push({
      line,
      date,
      secondDate,
      dateUnreadable,
      cells: [...cells],
      text,
      type,
      mark,
      balanceKind: kind,
      section: this.section,
      sectionId: this.sectionId,
      group: this.group,
      block: this.places.block?.index ?? 0,
      ownDate,
    });
    this.pending = null;
    this.prefix = [];
    // A balance apart from the rows belongs to a summary: what follows it is no row.
    const summary =
      kind !== null &&
      !ownDate &&
      this.places.last !== null &&
      this.places.gap(line) > this.tables.pitch * 2.2;
    if (!summary) this.places.last = { line, wrapped: 0 };
  }

  protected append(text: string, line: MarkedLine) {
    const item = this.items.at(-1);
    if (!item || !this.places.last) return;
    item.text = `${item.text} ${text}`.trim();
    this.wrapped.push(line);
    this.places.last = { line, wrapped: this.places.last.wrapped + 1 };
  }

  /** A dated text without figures that no figure followed belongs to the row above, if to any. */
  protected dropPending() {
    const { pending } = this;
    // A dated line whose figures no row took may be a row that was missed.
    if (pending && hasStrong(pending.line) && !isProse(pending.line)) this.unexplained.push(pending.line);
    if (this.pending && this.pending.texts.length > 0 && this.places.last && this.items.length > 0) {
      const text = this.pending.texts.join(' ');
      if (this.places.gap(this.pending.line) <= this.tables.pitch * 2) {
        this.wrapped.push(...this.pending.lines);
        this.append(text, this.pending.line);
      }
    }
    this.pending = null;
  }

  protected startSection(text: string) {
    this.dropPending();
    this.section = senseOf(text);
    this.sectionId += 1;
    this.group += 1;
    // Rows that print their own dates do so under a new heading as well.
    if (this.tables.dating === 'leading') this.carried = null;
    this.places.last = null;
    this.prefix = [];
  }
}
