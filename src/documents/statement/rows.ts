import type { DateToken } from '../layout/dates.js';
import { dayHeading, hasStrong } from './dating.js';
import type { MarkedLine, PlacedDate, RawItem, UnreadableCell } from './model.js';
import {
  isProse,
  type Parsed,
  type parseTables,
  printsDatesBelow,
  startsPeriod,
  unreadableCells,
} from './parse-line.js';
import type { Block, Tables } from './tables.js';
import { type BalanceKind, balanceKindOf, isTotal, type SectionSense, senseOf } from './vocabulary.js';

/** A line among the rows that names a total. */
export interface LabelledLine {
  readonly line: MarkedLine;
  readonly sectionId: number;
  /** How many items stand above it. */
  readonly items: number;
}

/** What composing a segment's lines gave: its items in order, and what could not be placed. */
export interface ComposedRows {
  readonly items: readonly RawItem[];
  /** Figures in a column that are no readable amount. */
  readonly unreadable: readonly UnreadableCell[];
  /** Lines inside a table that print a figure and became nothing: a row may have been missed. */
  readonly unexplained: readonly MarkedLine[];
  /** Dated texts that may belong to the row above or below. */
  readonly uncertainDates: readonly MarkedLine[];
  /** Headings and totals among the rows that carry figures. */
  readonly labelled: readonly LabelledLine[];
}

type Draft = { -readonly [Key in keyof RawItem]: RawItem[Key] };

const MAX_WRAPPED_LINES = 8;
/** Lines of the next page that may tell what a total at the foot of this one stands for. */
const LOOK_AHEAD = 40;

/** Walks a segment's lines and composes its items, one line after the other. */
class Composer {
  readonly items: Draft[] = [];
  readonly unreadable: UnreadableCell[] = [];
  readonly unexplained: MarkedLine[] = [];
  readonly uncertainDates: MarkedLine[] = [];
  readonly labelled: LabelledLine[] = [];
  private pending: {
    date: PlacedDate;
    secondDate: DateToken | null;
    texts: string[];
    line: MarkedLine;
  } | null = null;
  private carried: DateToken | null = null;
  private prefix: string[] = [];
  private last: { line: MarkedLine; wrapped: number } | null = null;
  /** The last line of all that was taken into a row, or that may begin one. */
  private touched: MarkedLine | null = null;
  private section: SectionSense | null = null;
  private sectionId = -1;
  private group = 0;
  private headed = false;
  private headerFollows = false;

  private readonly datesBelow: boolean;
  /** Nearly every row prints its own date. */
  private readonly allDated: boolean;

  constructor(
    private readonly tables: Tables,
    private readonly lines: ReturnType<typeof parseTables>,
    private readonly tailsAreRows: boolean,
    private readonly block: { current: Block | null } = { current: null },
  ) {
    const parsed = [...lines.values()].flat();
    this.datesBelow = tables.dating === 'headings' && printsDatesBelow(parsed);
    const money = parsed.filter(
      (line) => line.hasMoney && balanceKindOf(line.text) === null && !isTotal(line.text),
    );
    const dated = money.filter((line) => line.date !== null).length;
    this.allDated = dated >= 5 && dated >= money.length * 0.85;
  }

  private get textX(): number {
    return this.block.current?.textX ?? Number.NEGATIVE_INFINITY;
  }

  /** Distance of a line from the last one that belongs to a row; endless on another page. */
  private gap(line: MarkedLine): number {
    if (!this.last || this.last.line.line.page !== line.line.page) return Number.POSITIVE_INFINITY;
    return line.line.y - this.last.line.line.y;
  }

  private isNear(line: MarkedLine): boolean {
    const { touched } = this;
    const beginning =
      touched && touched.line.page === line.line.page
        ? line.line.y - touched.line.y
        : Number.POSITIVE_INFINITY;
    return Math.min(this.gap(line), beginning) <= this.tables.pitch * 2.2;
  }

  private emit(
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
      block: this.block.current?.index ?? 0,
      ownDate,
    });
    this.pending = null;
    this.prefix = [];
    // A balance apart from the rows belongs to a summary: what follows it is no row.
    const summary =
      kind !== null && !ownDate && this.last !== null && this.gap(line) > this.tables.pitch * 2.2;
    if (!summary) this.last = { line, wrapped: 0 };
  }

  private append(text: string, line: MarkedLine) {
    const item = this.items.at(-1);
    if (!item || !this.last) return;
    item.text = `${item.text} ${text}`.trim();
    this.last = { line, wrapped: this.last.wrapped + 1 };
  }

  /** A dated text without figures that no figure followed belongs to the row above, if to any. */
  private dropPending() {
    const { pending } = this;
    // A dated line whose figures no row took may be a row that was missed.
    if (pending && hasStrong(pending.line) && !isProse(pending.line)) this.unexplained.push(pending.line);
    if (this.pending && this.pending.texts.length > 0 && this.last && this.items.length > 0) {
      const text = this.pending.texts.join(' ');
      if (this.gap(this.pending.line) <= this.tables.pitch * 2) this.append(text, this.pending.line);
    }
    this.pending = null;
  }

  /** Some words stand where the descriptions stand, and none where the dates do. */
  private inText(parsed: Parsed): boolean {
    const { height } = this.tables;
    const cells = parsed.line.line.cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell.text));
    return cells.some(
      (cell) => cell.x >= this.textX - height && (this.textX < 0 || cell.x <= this.textX + height * 4),
    );
  }

  /** A line of its own that names a direction, left of the descriptions, with rows or another heading below it. */
  private isHeading(parsed: Parsed, next: Parsed | undefined): boolean {
    const { text } = parsed.line.line;
    if (parsed.line.dates.length > 0 || text.length > 90 || /[.?!]$/.test(text)) return false;
    if (text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > 9) return false;
    const near = this.gap(parsed.line) <= this.tables.pitch * 1.6;
    if (near && this.textX >= 0 && this.inText(parsed)) return false;
    if (parsed.x >= this.textX - 3 && (near || parsed.hasMoney)) return false;
    if (senseOf(text) === null) return false;
    // Lines of a summary box follow one another, each with its figure; a heading has rows below it.
    return next === undefined || next.date !== null || next.line.amounts.every((amount) => !amount.strong);
  }

  private startSection(text: string) {
    this.dropPending();
    this.section = senseOf(text);
    this.sectionId += 1;
    this.group += 1;
    // Rows that print their own dates do so under a new heading as well.
    if (this.tables.dating === 'leading') this.carried = null;
    this.last = null;
    this.prefix = [];
  }

  /** Whether a dated text ends the row above: where the table prints its dates below, or no date was known. */
  private datesRowAbove(parsed: Parsed, next: Parsed | undefined): boolean {
    const item = this.items.at(-1);
    if (!item || item.ownDate || item.balanceKind !== null) return false;
    if (this.datesBelow) return true;
    if (this.last?.line !== item.line) return false;
    const samePage = next !== undefined && next.line.line.page === parsed.line.line.page;
    const after = samePage ? next.line.line.y - parsed.line.line.y : Number.POSITIVE_INFINITY;
    return item.date === null && this.gap(parsed.line) < after * 0.8;
  }

  private dateAbove(parsed: Parsed, date: PlacedDate) {
    const item = this.items.at(-1);
    if (!item) return;
    item.date = date.token;
    item.ownDate = true;
    this.append(parsed.text, parsed.line);
    this.carried = null;
  }

  private takeDated(parsed: Parsed, date: PlacedDate, next: Parsed | undefined) {
    this.dropPending();
    const cells = this.block.current ? unreadableCells(parsed, this.block.current) : [];
    this.unreadable.push(...cells);
    const unreadable = cells.length > 0;
    if (parsed.hasMoney) {
      const kind = parsed.text.length <= 60 ? balanceKindOf(parsed.text) : null;
      this.emit(parsed, date.token, true, this.prefix, kind);
      this.carried = date.token;
    } else if (unreadable) this.last = { line: parsed.line, wrapped: 0 };
    else if (this.datesRowAbove(parsed, next)) this.dateAbove(parsed, date);
    else {
      if (this.datesBelow && this.last !== null) this.uncertainDates.push(parsed.line);
      const own = dayHeading(parsed.line) ? '' : parsed.text;
      const texts = [...this.prefix, own].filter((text) => text !== '');
      this.prefix = [];
      // A date alone heads the rows of its day.
      if (texts.length === 0) {
        this.carried = date.token;
        this.last = { line: parsed.line, wrapped: 0 };
      }
      this.pending = { date, secondDate: parsed.secondDate, texts, line: parsed.line };
      this.touched = parsed.line;
    }
  }

  /** A total in front of its rows: the next figures of its column sum to it. */
  private totalsRowsBelow(index: number, all: readonly Parsed[]): boolean {
    const head = all[index];
    const column = head?.cells.findIndex((cell) => cell !== null) ?? -1;
    const total = head?.cells[column]?.amount.magnitude;
    let sum = 0;
    for (const row of all.slice(index + 1)) {
      const figure = row.cells[column]?.amount.magnitude;
      if (row.date || isTotal(row.text)) break;
      if (figure === undefined) continue;
      sum += figure;
      if (sum === total) return true;
    }
    return false;
  }

  /** A line in few words, in whatever language, whose figures are the sums of the columns above them. */
  private sumsItsColumns(parsed: Parsed): boolean {
    const rows = this.items.filter((item) => item.balanceKind === null);
    if (rows.length < 2 || this.pending || parsed.text.split(' ').length > 4) return false;
    // All that stands above, or what stands below the last heading.
    const parts = [rows, rows.filter((row) => row.group === this.group)];
    return parts.some((part) => {
      let several = false;
      const sums = parsed.cells.every((cell, column) => {
        if (cell === null) return true;
        const figures = part.flatMap((row) => row.cells[column]?.amount.magnitude ?? []);
        several ||= figures.length > 1;
        return figures.reduce((total, figure) => total + figure, 0) === cell.amount.magnitude;
      });
      return sums && several;
    });
  }

  /** Below the last row of a table whose rows are dated: few words that name a direction label a sum. */
  private isSummaryTail(index: number, all: readonly Parsed[]): boolean {
    const text = all[index]?.text ?? '';
    if (
      this.tailsAreRows ||
      !this.allDated ||
      this.pending ||
      senseOf(text) === null ||
      text.split(' ').length > 5
    )
      return false;
    return !all.slice(index + 1).some((line) => line.date !== null && line.hasMoney);
  }

  private takeUndated(index: number, all: readonly Parsed[]) {
    const parsed = all[index];
    if (!parsed) return;
    const next = all[index + 1];
    const { line, text } = parsed;
    const kind = balanceKindOf(text);
    const { pending } = this;
    if (kind !== null && text.length <= 80) {
      this.dropPending();
      // Several balances on one line are a summary, each with its own label.
      const figures = line.amounts.filter((amount) => amount.strong).length;
      if (figures > parsed.cells.filter((cell) => cell !== null).length) return;
      this.emit(parsed, this.carried, false, [], kind);
      return;
    }
    if (isTotal(text)) {
      this.labelled.push({ line, sectionId: this.sectionId, items: this.items.length });
      this.dropPending();
      const sense = senseOf(text);
      if (sense !== null && this.totalsRowsBelow(index, all)) {
        this.section = sense;
        this.sectionId += 1;
        this.last = { line, wrapped: 0 };
      }
      return;
    }
    if (this.isSummaryTail(index, all) || this.sumsItsColumns(parsed)) {
      this.labelled.push({ line, sectionId: this.sectionId, items: this.items.length });
      return;
    }
    if (this.isHeading(parsed, next)) {
      this.labelled.push({ line, sectionId: this.sectionId, items: this.items.length });
      this.startSection(text);
      return;
    }
    if (pending && (pending.texts.length > 0 || text !== '')) {
      this.emit({ ...parsed, secondDate: pending.secondDate }, pending.date.token, true, pending.texts, null);
      this.carried = pending.date.token;
      return;
    }
    const near = this.isNear(line);
    const item = this.items.at(-1);
    if (
      text === '' &&
      near &&
      item &&
      parsed.cells.every((cell, column) => cell === null || item.cells[column] === null)
    ) {
      item.cells = item.cells.map((cell, column) => cell ?? parsed.cells[column] ?? null);
      this.last = { line, wrapped: 0 };
      return;
    }
    const continues = near || this.last === null || this.last.line.line.page !== line.line.page;
    const below = this.datesBelow || (next !== undefined && next.date !== null && !next.hasMoney);
    const inherits =
      this.tables.dating !== 'none' ? (this.carried !== null || below) && this.inText(parsed) : this.headed;
    // Sums side by side, their names in the line above.
    const sums = line.amounts.filter((amount) => amount.strong).length > 2 && !/\p{L}/u.test(text);
    if (text !== '' && continues && inherits && !sums)
      this.emit(parsed, parsed.dateUnreadable ? null : this.carried, false, this.prefix, null);
    else {
      this.prefix = [];
      if (this.mayHideRow(parsed, near)) this.unexplained.push(line);
    }
  }

  /** A figure close to the rows, in their columns, under no label of its own. */
  private mayHideRow(parsed: Parsed, near: boolean): boolean {
    const begun = this.headed || this.items.some((item) => item.balanceKind === null);
    if (!begun || !near || isProse(parsed.line) || startsPeriod(parsed.line)) return false;
    const letters = /\p{L}{2}/u.test(parsed.line.line.text);
    return !letters || this.inText(parsed) || (parsed.dateUnreadable && parsed.text !== '');
  }

  /** Whether a text begins the row whose figures stand in a line below it: nearer to it than to the row above. */
  private startsNext(index: number, parsed: readonly Parsed[], gapBefore: number): boolean {
    let at = index;
    for (let steps = 0; steps < MAX_WRAPPED_LINES; steps += 1) {
      const [line, next] = [parsed[at], parsed[at + 1]];
      if (!line || !next || next.line.line.page !== line.line.line.page || !this.inText(next)) return false;
      const gap = next.line.line.y - line.line.line.y;
      if (gap > this.tables.pitch * 1.2 || gap >= gapBefore * 0.85) return false;
      if (next.hasMoney) return balanceKindOf(next.text) === null && !isTotal(next.text);
      if (next.date) return false;
      at += 1;
    }
    return false;
  }

  private takeText(index: number, all: readonly Parsed[]) {
    const parsed = all[index];
    if (!parsed) return;
    const { line } = parsed;
    if (this.isHeading(parsed, all[index + 1])) {
      this.startSection(line.line.text);
      return;
    }
    if (isTotal(line.line.text) && line.amounts.some((amount) => amount.strong)) {
      this.labelled.push({ line, sectionId: this.sectionId, items: this.items.length });
      return;
    }
    const words = parsed.text;
    const gapBefore = this.gap(line);
    const endsBlock = index === all.length - 1 && this.headerFollows;
    if (endsBlock && this.section !== null && words.length < 70 && gapBefore > this.tables.pitch * 1.2) {
      // A heading that names no direction ends the one before.
      this.startSection(line.line.text);
      return;
    }
    if (!this.inText(parsed) || words === '') return;
    if (this.pending) {
      this.pending.texts.push(words);
      this.touched = line;
    } else if (this.startsNext(index, all, this.prefix.length > 0 ? Number.POSITIVE_INFINITY : gapBefore)) {
      this.prefix.push(words);
      this.touched = line;
    } else if (gapBefore <= this.tables.pitch * 1.7 && (this.last?.wrapped ?? 0) < MAX_WRAPPED_LINES) {
      this.append(words, line);
    }
  }

  /** Takes a block of lines; a table that goes on keeps its day and its section. */
  take(block: Block, next: Block | undefined) {
    this.block.current = block;
    const page = block.lines[0]?.line.page;
    this.headerFollows = next?.header !== null && next?.lines[0]?.line.page === page;
    if (block.header) {
      const before = this.items.at(-1)?.line.line.page;
      if (before !== undefined && before === block.lines[0]?.line.page) this.group += 1;
      this.last = null;
      this.headed = true;
    }
    const parsed = this.lines.get(block) ?? [];
    const goesOn = next && !next.header ? (this.lines.get(next) ?? []).slice(0, LOOK_AHEAD) : [];
    const all = [...parsed, ...goesOn];
    parsed.forEach((each, index) => {
      if (each.date) this.takeDated(each, each.date, all[index + 1]);
      else if (each.hasMoney) this.takeUndated(index, all);
      else this.takeText(index, parsed);
    });
  }

  finish() {
    this.dropPending();
  }
}

/**
 * Composes the rows of a segment's tables: wrapped texts joined, days carried, headings and balances told apart.
 * @param lines the tables' lines, from `parseTables`
 * @param tailsAreRows undated lines below the last dated row are rows of its day, not sums, whatever they are called
 */
export function composeRows(
  tables: Tables,
  lines: ReturnType<typeof parseTables>,
  tailsAreRows = false,
): ComposedRows {
  const composer = new Composer(tables, lines, tailsAreRows);
  for (const [index, block] of tables.blocks.entries()) composer.take(block, tables.blocks[index + 1]);
  composer.finish();
  const { items, unreadable, unexplained, uncertainDates, labelled } = composer;
  return { items, unreadable, unexplained, uncertainDates, labelled };
}
