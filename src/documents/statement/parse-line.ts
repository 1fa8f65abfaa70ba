import type { DateToken } from '../layout/dates.js';
import {
  beginsValueDate,
  type Dating,
  dayHeading,
  headsDayWithBalance,
  leadingDate,
  namesPosting,
  startsPeriod,
} from './dating.js';
import type { MarkedLine, PlacedAmount, PlacedDate, UnreadableCell } from './model.js';
import { readRowText } from './row-text.js';
import { type Block, gluing, mainColumn, type Tables } from './tables.js';
import { balanceKindOf, isTotal } from './vocabulary.js';

/** A line with its parts told apart under its block's places. */
export interface Parsed {
  readonly line: MarkedLine;
  readonly date: PlacedDate | null;
  readonly secondDate: DateToken | null;
  readonly dateUnreadable: boolean;
  readonly cells: readonly (PlacedAmount | null)[];
  readonly hasMoney: boolean;
  readonly text: string;
  readonly type: 'in' | 'out' | null;
  readonly mark: string | null;
  readonly x: number;
}

function rowDate(line: MarkedLine, block: Block, dating: Dating): PlacedDate | null {
  const { dateX, dateRight } = block;
  const heading = dayHeading(line);
  const left = line.line.words[0]?.x ?? 0;
  // "On 23/12" below a description is part of it.
  if (heading && (block.textX === null || left < block.textX - 3)) return heading;
  if (startsPeriod(line)) return null;
  // Where days have lines of their own, a date beside figures is part of a text.
  if (dating === 'headings' && line.amounts.some((amount) => amount.strong))
    return headsDayWithBalance(line) ? leadingDate(line) : null;
  if (dateX === null || dateRight === null) return leadingDate(line);
  const inPlace = line.dates.find((date) => date.x < dateRight && date.right > dateX);
  return inPlace ?? dateBeside(line, block);
}

/** A fee may print no day of purchase and only the one of its posting, under that heading. */
function dateBeside(line: MarkedLine, { textLabels, dateX }: Block): PlacedDate | null {
  const date = leadingDate(line);
  if (!date || dateX === null || date.x < dateX || !line.amounts.some((amount) => amount.strong)) return null;
  const under = textLabels.find((label) => label.x < date.right && label.right > date.x);
  return under && namesPosting(under) ? date : null;
}

const LONGEST_PLAIN = 7;

/** A long bare number refers to something, wherever it stands. */
function isReference(line: MarkedLine, amount: PlacedAmount): boolean {
  if (amount.strong || amount.from !== amount.to) return false;
  return (line.line.words[amount.from]?.text.replace(/\D/g, '').length ?? 0) > LONGEST_PLAIN;
}

/** Tells a line's date, figures by column, and text apart. */
function parseLine(line: MarkedLine, block: Block, tables: Tables): Parsed {
  const date = rowDate(line, block, tables.dating);
  const taken = new Set<number>();
  const take = (item: { from: number; to: number } | null | undefined) => {
    if (item) for (let index = item.from; index <= item.to; index += 1) taken.add(index);
  };
  take(date);
  const second = date && line.dates.find((other) => other.from === date.to + 1);
  take(second);
  // A value date under a heading of its own is no part of the text.
  for (const other of line.dates) {
    if (
      block.textLabels.some(
        (label) => label.role === 'date' && label.x < other.right && label.right > other.x,
      )
    )
      take(other);
  }
  for (const other of line.dates) {
    if (beginsValueDate(line, other.from - 1)) take({ from: other.from - 1, to: other.to });
  }
  const cells = new Array<PlacedAmount | null>(tables.columns.length).fill(null);
  for (const amount of line.amounts) {
    const { embedded } = gluing(line, amount);
    if (embedded || !(amount.strong || amount.apart) || isReference(line, amount)) continue;
    const column = mainColumn(block, amount, tables);
    if (column < 0 || (cells[column] && !amount.strong)) continue;
    cells[column] = amount;
  }
  for (const cell of cells) take(cell);
  const { text, type, mark } = readRowText(line, block, taken);
  const blocked = line.line.words.some(
    (word, index) =>
      !taken.has(index) &&
      block.dateX !== null &&
      block.dateRight !== null &&
      word.right <= block.dateRight + 1 &&
      word.right > block.dateX,
  );
  return {
    line,
    date,
    secondDate: second?.token ?? null,
    dateUnreadable: date === null && blocked && tables.dating !== 'headings',
    cells,
    hasMoney: cells.some((cell) => cell !== null),
    text,
    type,
    mark,
    x: (line.line.words.find((word) => /\p{L}/u.test(word.text)) ?? line.line.words[0])?.x ?? 0,
  };
}

/** The lines of every table as their block's places part them. */
export function parseTables(tables: Tables): ReadonlyMap<Block, readonly Parsed[]> {
  const lines = tables.blocks.map((block) => block.lines.map((line) => parseLine(line, block, tables)));
  const joined = joinAlike(lines, tables);
  return new Map(tables.blocks.map((block, index) => [block, joined[index] ?? []]));
}

/** Columns that say the same way, as fees beside withdrawals, are one where no line fills two of them. */
function joinAlike(blocks: readonly (readonly Parsed[])[], { columns }: Tables): (readonly Parsed[])[] {
  let joined = [...blocks];
  for (const role of ['debit', 'credit'] as const) {
    const alike = columns.flatMap(({ label }, column) => (label?.role === role ? [column] : []));
    const filled = (line: Parsed) => alike.filter((column) => line.cells[column]);
    if (alike.length < 2 || joined.flat().some((line) => filled(line).length > 1)) continue;
    const count = (column: number) => joined.flat().filter((line) => line.cells[column]).length;
    const [most = -1] = [...alike].sort((a, b) => count(b) - count(a));
    joined = joined.map((lines) =>
      lines.map((line) => {
        const [from] = filled(line);
        if (from === undefined || from === most) return line;
        const cells = line.cells.map((cell, column) =>
          column === most ? (line.cells[from] ?? null) : column === from ? null : cell,
        );
        return { ...line, cells };
      }),
    );
  }
  return joined;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

/**
 * Whether a table prints each row's date in the line below its figures: about as many dated texts as figures, nearer
 * to the ones above than to the ones below; at even spacing, figures come first.
 */
export function printsDatesBelow(lines: readonly Parsed[]): boolean {
  const isRow = (line: Parsed): boolean => {
    const kind = balanceKindOf(line.text);
    const moves = kind === 'dated' && line.cells.filter((cell) => cell !== null).length > 1;
    return line.hasMoney && !line.date && (kind === null || moves) && !isTotal(line.text);
  };
  const isDate = (line: Parsed): boolean => line.date !== null && !line.hasMoney;
  const [rows, dates] = [lines.filter(isRow), lines.filter(isDate)];
  if (dates.length < Math.max(1, rows.length * 0.7)) return false;
  const below: number[] = [];
  const above: number[] = [];
  // Descriptions may be wrapped between the two.
  const telling = lines.filter((line) => isRow(line) || line.date !== null || line.hasMoney);
  telling.forEach((line, index) => {
    const next = telling[index + 1];
    if (!next || next.line.line.page !== line.line.line.page) return;
    const gap = next.line.line.y - line.line.line.y;
    if (isRow(line) && isDate(next)) below.push(gap);
    if (isDate(line) && isRow(next)) above.push(gap);
  });
  if (below.length < above.length * 0.7) return false;
  const [near, far] = [mean(below), above.length > 0 ? mean(above) : Number.POSITIVE_INFINITY];
  if (near < far * 0.85 || far < near * 0.85) return near < far;
  const [firstRow, firstDate] = [rows[0], dates[0]];
  return firstRow !== undefined && firstDate !== undefined && firstRow.line.index < firstDate.line.index;
}

const figureLike = /^[-+($€£¥]*[\d.,'#*?OolISB/]*(?:\d|[#*?]{3})[\d.,'#*?OolISB%/]*[-)]?$/u;

/** Words in a money column that look like a figure and cannot be read as one. */
export function unreadableCells(parsed: Parsed, block: Block): UnreadableCell[] {
  const { words } = parsed.line.line;
  const used = [...parsed.line.amounts, ...parsed.line.dates];
  return words.flatMap((word, index) => {
    if (used.some((item) => index >= item.from && index <= item.to)) return [];
    if (!figureLike.test(word.text) || /%$|^\d{1,2}\/\d{1,2}/.test(word.text)) return [];
    const [before, after] = [words[index - 1], words[index + 1]];
    const wide = word.height * 0.85;
    if ((before && word.x - before.right < wide) || (after && after.x - word.right < wide)) return [];
    const at = block.columns.findIndex(
      (column) =>
        Math.min(column.right, word.right) - Math.max(column.x, word.x) > (word.right - word.x) * 0.5,
    );
    const column = at < 0 ? -1 : (block.toMain[at] ?? -1);
    return column < 0 || parsed.cells[column] ? [] : [{ line: parsed.line, column, text: word.text }];
  });
}
