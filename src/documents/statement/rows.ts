import type { ComposedRows, RowHabits } from './composed-rows.js';
import { dayHeading, startsPeriod } from './dating.js';
import type { PlacedDate } from './model.js';
import { type Parsed, type parseTables, printsDatesBelow, unreadableCells } from './parse-line.js';
import { isProse } from './prose.js';
import { printsMovement, sumsItsColumns, totalsDayAbove, totalsRowsBelow } from './row-sums.js';
import { RowTexts } from './row-texts.js';
import { type Block, gluing, type Tables } from './tables.js';
import { type BalanceKind, balanceKindOf, isTotal, senseOf } from './vocabulary.js';

/** Lines of the next page that may tell what a total at the foot of this one stands for. */
const LOOK_AHEAD = 40;

/** Walks a segment's lines and composes its items, one line after the other. */
class Composer extends RowTexts {
  private headed = false;

  private readonly datesBelow: boolean;
  /** Nearly every row prints its own date. */
  private readonly allDated: boolean;

  constructor(
    tables: Tables,
    private readonly lines: ReturnType<typeof parseTables>,
    private readonly habits: RowHabits,
  ) {
    super(tables, lines);
    const parsed = [...lines.values()].flat();
    const headedLines = tables.blocks.flatMap((block) => (block.header ? (lines.get(block) ?? []) : []));
    this.datesBelow =
      tables.dating === 'headings' && printsDatesBelow(headedLines.length > 0 ? headedLines : parsed);
    const money = parsed.filter(
      (line) => line.hasMoney && balanceKindOf(line.text) === null && !isTotal(line.text),
    );
    const dated = money.filter((line) => line.date !== null).length;
    this.allDated = dated >= 5 && dated >= money.length * 0.85;
  }

  /** Whether a dated text ends the row above: where the table prints its dates below, or no date was known. */
  private datesRowAbove(parsed: Parsed, next: Parsed | undefined): boolean {
    const item = this.items.at(-1);
    if (!item || item.ownDate || item.balanceKind !== null) return false;
    if (this.datesBelow) return true;
    if (this.places.last?.line !== item.line) return false;
    const samePage = next !== undefined && next.line.line.page === parsed.line.line.page;
    const after = samePage ? next.line.line.y - parsed.line.line.y : Number.POSITIVE_INFINITY;
    return item.date === null && this.places.gap(parsed.line) < after * 0.8;
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
    // Values of a box above the tables: "07/02/2026  34,316.30  1,715.82".
    if (this.items.length === 0 && !this.headed && parsed.hasMoney && parsed.text === '') return;
    const { block } = this.places;
    const cells = block ? unreadableCells(parsed, block) : [];
    this.unreadable.push(...cells);
    const unreadable = cells.length > 0;
    if (parsed.hasMoney) {
      const named = parsed.text.length <= 60 ? this.balanceIn(parsed) : null;
      const kind = named === 'dated' && this.habits.balancesAreRows ? null : named;
      this.emit(parsed, date.token, true, this.prefix, kind);
      this.carried = date.token;
    } else if (unreadable) this.places.last = { line: parsed.line, wrapped: 0 };
    else if (this.datesRowAbove(parsed, next)) this.dateAbove(parsed, date);
    else {
      if (this.datesBelow && this.places.last !== null) this.uncertainDates.push(parsed.line);
      const own = dayHeading(parsed.line) ? '' : parsed.text;
      const texts = [...this.prefix, own].filter((text) => text !== '');
      this.prefix = [];
      // A date alone heads the rows of its day.
      if (texts.length === 0) {
        this.carried = date.token;
        this.places.last = { line: parsed.line, wrapped: 0 };
      }
      this.pending = { date, secondDate: parsed.secondDate, texts, line: parsed.line, lines: [] };
      this.places.touched = parsed.line;
    }
  }

  /** The balance that a line names; one that prints what moved it beside the balance is a row, whatever it is called. */
  private balanceIn({ text, cells }: Parsed): BalanceKind | null {
    const kind = balanceKindOf(text);
    return kind === 'dated' && printsMovement(cells, this.tables.columns) ? null : kind;
  }

  /** Below the last row of a table whose rows are dated: few words that name a direction label a sum. */
  private isSummaryTail(index: number, all: readonly Parsed[]): boolean {
    const text = all[index]?.text ?? '';
    if (
      this.habits.tailsAreRows ||
      !this.allDated ||
      this.pending ||
      (all[index]?.line.dates.length ?? 0) > 0 ||
      senseOf(text) === null ||
      text.split(' ').length > 5
    )
      return false;
    return !all.slice(index + 1).some((line) => line.date !== null && line.hasMoney);
  }

  /** "02 FEV 2026  Total de saídas  301,73": the day's heading prints what its rows come to. */
  private isTotalOfDay(index: number, all: readonly Parsed[]): boolean {
    const { hasMoney = false, text = '' } = all[index] ?? {};
    return hasMoney && isTotal(text) && senseOf(text) !== null && totalsRowsBelow(index, all);
  }

  private takeTotal({ line }: Parsed) {
    this.labelled.push({ line, sectionId: this.sectionId, items: this.items.length });
    this.dropPending();
  }

  private takeUndated(index: number, all: readonly Parsed[]) {
    const parsed = all[index];
    if (!parsed) return;
    const next = all[index + 1];
    const { line, text } = parsed;
    const { pending } = this;
    // A sentence may end with a figure below the balances.
    if (
      !pending &&
      isProse(line) &&
      line.amounts.every((amount) => !amount.strong || gluing(line, amount).glued)
    )
      return;
    const kind = this.balanceIn(parsed);
    if (kind !== null && text.length <= 80) {
      this.dropPending();
      // Several balances on one line are a summary, each with its own label.
      const figures = line.amounts.filter((amount) => amount.strong).length;
      if (figures > parsed.cells.filter((cell) => cell !== null).length) return;
      this.emit(parsed, this.carried, false, [], kind);
      return;
    }
    if (isTotal(text)) {
      this.takeTotal(parsed);
      const sense = senseOf(text);
      if (sense !== null && totalsRowsBelow(index, all)) {
        this.section = sense;
        this.sectionId += 1;
        this.places.last = { line, wrapped: 0 };
      }
      return;
    }
    if (this.isSummaryTail(index, all) || (!pending && sumsItsColumns(parsed, this.items, this.group))) {
      this.labelled.push({ line, sectionId: this.sectionId, items: this.items.length });
      return;
    }
    if (this.places.isHeading(parsed, next)) {
      this.labelled.push({ line, sectionId: this.sectionId, items: this.items.length });
      this.startSection(text);
      return;
    }
    if (pending && (pending.texts.length > 0 || text !== '')) {
      this.wrapped.push(...pending.lines);
      this.emit({ ...parsed, secondDate: pending.secondDate }, pending.date.token, true, pending.texts, null);
      this.carried = pending.date.token;
      return;
    }
    const near = this.places.isNear(line);
    const item = this.items.at(-1);
    if (
      text === '' &&
      this.prefix.length === 0 &&
      near &&
      item &&
      parsed.cells.every((cell, column) => cell === null || item.cells[column] === null)
    ) {
      item.cells = item.cells.map((cell, column) => cell ?? parsed.cells[column] ?? null);
      this.places.last = { line, wrapped: 0 };
      return;
    }
    const continues = near || this.places.last === null || this.places.last.line.line.page !== line.line.page;
    const below = this.datesBelow || (next !== undefined && next.date !== null && !next.hasMoney);
    const inherits =
      this.tables.dating !== 'none'
        ? (this.carried !== null || below) && this.places.inText(parsed)
        : this.headed;
    // Sums side by side, their names in the line above.
    const sums = line.amounts.filter((amount) => amount.strong).length > 2 && !/\p{L}/u.test(text);
    if ((text !== '' || this.prefix.length > 0) && continues && inherits && !sums)
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
    return !letters || this.places.inText(parsed) || (parsed.dateUnreadable && parsed.text !== '');
  }

  /** In front of the first headings dated lines that only name balances are a box of sums. */
  private isBoxInFront(block: Block, next: Block | undefined): boolean {
    const page = block.lines[0]?.line.page;
    if (block.index > 0 || block.header || !next?.header || next.lines[0]?.line.page !== page) return false;
    if (this.tables.dating === 'headings') return false;
    const dated = (this.lines.get(block) ?? []).filter((line) => line.date !== null && line.hasMoney);
    return dated.every((line) => balanceKindOf(line.text) !== null);
  }

  /** Takes a block of lines; a table that goes on keeps its day and its section. */
  take(block: Block, next: Block | undefined) {
    const box = this.isBoxInFront(block, next);
    this.places.block = block;
    const page = block.lines[0]?.line.page;
    this.headerFollows = next?.header !== null && next?.lines[0]?.line.page === page;
    this.nextPage = next && next.lines[0]?.line.page !== page ? (this.lines.get(next) ?? []) : [];
    if (block.header) {
      const before = this.items.at(-1)?.line.line.page;
      if (before !== undefined && before === block.lines[0]?.line.page) this.group += 1;
      this.places.last = null;
      this.headed = true;
    }
    const parsed = this.lines.get(block) ?? [];
    const goesOn = next && !next.header ? (this.lines.get(next) ?? []).slice(0, LOOK_AHEAD) : [];
    const all = [...parsed, ...goesOn];
    parsed.forEach((each, index) => {
      if (box && (each.hasMoney || each.date)) return;
      if (each.date && this.isTotalOfDay(index, all)) {
        this.carried = each.date.token;
        this.takeUndated(index, all);
      } else if (each.date && totalsDayAbove(each, this.items)) this.takeTotal(each);
      else if (each.date) this.takeDated(each, each.date, all[index + 1]);
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
 */
export function composeRows(
  tables: Tables,
  lines: ReturnType<typeof parseTables>,
  habits: RowHabits = {},
): ComposedRows {
  const composer = new Composer(tables, lines, habits);
  for (const [index, block] of tables.blocks.entries()) composer.take(block, tables.blocks[index + 1]);
  composer.finish();
  const { items, unreadable, unexplained, uncertainDates, labelled, wrapped, leftOut } = composer;
  return { items, unreadable, unexplained, uncertainDates, labelled, wrapped, leftOut };
}
