import { type Amount, parseAmount } from '../layout/amounts.js';
import { currencyOfMark } from '../layout/currency.js';
import { type DateToken, dateAt, withoutYearApart } from '../layout/dates.js';
import type { DocumentLine, Word } from '../layout/lines.js';
import type { DocumentConvention } from './convention.js';
import type { Header, HeaderLabel, MarkedLine, PlacedAmount, PlacedDate } from './model.js';

const digits = /\d/;
const numberWord = /^[-+−–(]*\D{0,3}[\d.,'’]+\D{0,3}[-+−–)]*$/u;
const signWord = /^(?:[-+−–()]|CR\.?|DR\.?|DB\.?|Cr\.?|Dr\.?|OD|[CDHS])$/u;

function isAmountWord(text: string): boolean {
  if (digits.test(text)) return text.length < 24;
  return (
    signWord.test(text) ||
    (text.length < 5 && currencyOfMark(text.replace(/^[-+−–(]|[-+−–)]$/gu, '')) !== undefined)
  );
}

function maximalGap(left: Word, right: Word, spaceGrouping: boolean): number {
  const bothNumbers = digits.test(left.text) && digits.test(right.text);
  if (bothNumbers) return spaceGrouping && /^\d{3}(?:$|[.,])/.test(right.text) ? left.height * 1.1 : 0;
  // Accounting formats put the sign at the column's left edge and CR at its right.
  return left.height * (signWord.test(right.text) || signWord.test(left.text) ? 2 : 1.2);
}

interface Reading {
  readonly amount: Amount;
  readonly to: number;
}

/** "4 316.78" in a cell of its own is one figure, whatever other figures of the document look like. */
function beginsSpacedFigure(words: readonly Word[], start: number, last: number): boolean {
  const [first, next] = [words[start], words[start + 1]];
  if (!first || !next || last > start + 1) return false;
  return (
    beginsCell(words, start) && /^[-+(]?\d{1,3}$/.test(first.text) && /^\d{3}[.,]\d{2}\D*$/.test(next.text)
  );
}

function amountAt(words: readonly Word[], start: number, convention: DocumentConvention): Reading | null {
  const first = words[start];
  if (!first || !isAmountWord(first.text)) return null;
  let last = start;
  while (last + 1 < words.length && last - start < 5) {
    const [left, right] = [words[last], words[last + 1]];
    if (!left || !right || !isAmountWord(right.text)) break;
    const groups = convention.spaceGrouping || beginsSpacedFigure(words, start, last);
    if (right.x - left.right > maximalGap(left, right, groups)) break;
    last += 1;
  }
  for (let to = last; to >= start; to -= 1) {
    const span = words.slice(start, to + 1);
    // A sentence may end with a figure in parentheses.
    const text = span
      .map((word) => word.text)
      .join(' ')
      .replace(/\)[.,;]$/, ')');
    // A lone letter after the figure marks its side only where it ends the cell.
    const after = words[to + 1];
    const final = words[to];
    // "7,50 %" is a rate.
    if (after?.text.startsWith('%')) continue;
    if (final && /^[CDHS]$/.test(final.text) && after && after.x - final.right < final.height * 0.85)
      continue;
    const [amount] = parseAmount(text.replace(/\bOD$/u, 'DR'), convention.amounts);
    if (amount) return { amount, to };
  }
  return null;
}

function isStrong(amount: Amount, text: string, convention: DocumentConvention, begins: boolean): boolean {
  const { printed, decimalMark } = convention.amounts;
  // A sign before a long bare number is part of a reference ("R105248165").
  if (amount.marked && (amount.decimals > 0 || /[.,' ]\d/.test(text) || text.length <= 7)) return true;
  if (amount.decimals > 0 && amount.decimals === Math.max(printed, 1)) return true;
  if (amount.decimals > 0) return false;
  if (/[.,'] ?\d{3}/.test(text) && printed === 0) return true;
  return begins && decimalMark === undefined && text.length <= 12 && numberWord.test(text);
}

function isApart(words: readonly Word[], from: number, to: number): boolean {
  const [first, last, before, after] = [words[from], words[to], words[from - 1], words[to + 1]];
  if (!first || !last) return false;
  const gap = first.height * 0.85;
  return (!before || first.x - before.right > gap) && (!after || after.x - last.right > gap);
}

function beginsCell(words: readonly Word[], from: number): boolean {
  const [first, before] = [words[from], words[from - 1]];
  return first !== undefined && (!before || first.x - before.right > first.height * 0.85);
}

function placeDate(token: DateToken, words: readonly Word[], from: number): PlacedDate {
  const to = Math.min(words.length - 1, from + token.length - 1);
  return { token, from, to, x: words[from]?.x ?? 0, right: words[to]?.right ?? 0 };
}

function placeAmount(
  reading: Reading,
  words: readonly Word[],
  from: number,
  convention: DocumentConvention,
): PlacedAmount {
  const { amount, to } = reading;
  const span = words.slice(from, to + 1);
  const figures = span.filter((word) => digits.test(word.text));
  const apart = isApart(words, from, to);
  const text = figures.map((word) => word.text).join(' ');
  return {
    amount,
    from,
    to,
    apart,
    strong: isStrong(amount, text, convention, beginsCell(words, from)),
    // Markers hang outside the column's edge: the figure alone gives its place.
    x: figures[0]?.x ?? span[0]?.x ?? 0,
    right: figures.at(-1)?.right ?? 0,
    outerRight: span.at(-1)?.right ?? 0,
  };
}

/** Share of the type size by which the parts of a date may stand apart. */
const WIDEST_IN_DATE = 1.6;

/** A pair that may be an amount or a reference is a date where it leads the line, or stands apart among comma figures. */
function acceptsWeakDate(
  token: DateToken,
  index: number,
  dates: readonly PlacedDate[],
  words: readonly Word[],
  afterAmount: boolean,
  convention: DocumentConvention,
): boolean {
  const dotted = token.shape.startsWith('dotted');
  // A row's number may stand in front of its date.
  const numbered = index === 1 && /^\d{1,6}$/.test(words[0]?.text ?? '') && isApart(words, 0, 0);
  const leading = index === 0 || numbered || dates.some((date) => date.to === index - 1);
  if (dotted && convention.amounts.decimalMark === ',')
    return leading || afterAmount || isApart(words, index, index);
  return leading && (!dotted || convention.dottedDates || convention.amounts.decimalMark !== '.');
}

/** A house number and the word of the next column are no date: "Dublin 8   Out" is no day in October. */
function isOnePiece(words: readonly Word[], from: number, length: number): boolean {
  return words.slice(from, from + length).every((word, index, run) => {
    const before = run[index - 1];
    return !before || word.x - before.right <= word.height * WIDEST_IN_DATE;
  });
}

function markLine(line: DocumentLine, index: number, convention: DocumentConvention): MarkedLine {
  const { words } = line;
  const texts = words.map((word) => word.text);
  const dates: PlacedDate[] = [];
  const amounts: PlacedAmount[] = [];
  if (!digits.test(line.text)) return { index, line, dates, amounts };
  for (let at = 0; at < words.length; ) {
    const found = dateAt(texts, at);
    const token = found && !convention.yearApart ? withoutYearApart(found) : found;
    if (
      token &&
      isOnePiece(words, at, token.length) &&
      (!token.weak || acceptsWeakDate(token, at, dates, words, amounts.at(-1)?.to === at - 1, convention))
    ) {
      dates.push(placeDate(token, words, at));
      at += token.length;
      continue;
    }
    const reading = amountAt(words, at, convention);
    if (reading) amounts.push(placeAmount(reading, words, at, convention));
    at = reading ? reading.to + 1 : at + 1;
  }
  return { index, line, dates, amounts };
}

/**
 * Finds the dates and figures of every line under the document's convention.
 * @param from the index of the first of the lines in the document
 */
export function markLines(
  lines: readonly DocumentLine[],
  convention: DocumentConvention,
  from: number,
): MarkedLine[] {
  return lines.map((line, at) => markLine(line, from + at, convention));
}

/**
 * Reads pairs below a date heading as dates: only the heading tells "13.02" from thirteen and two hundredths, and "01-24"
 * from a reference.
 */
export function markDatesUnder(lines: readonly MarkedLine[], headers: readonly Header[]): MarkedLine[] {
  const starts = new Map(headers.map((header) => [header.from, header]));
  let places: readonly HeaderLabel[] = [];
  return lines.map((line) => {
    const header = starts.get(line.index);
    if (header) places = header.labels.filter((label) => label.role === 'date');
    if (header || places.length === 0) return line;
    const { words } = line.line;
    const found = words.flatMap((word, index): PlacedDate[] => {
      if (
        !/^(?:\d{2}[.-]?\d{2}|\d{1,2}[.]\d{1,2})\.?$/.test(word.text) ||
        line.dates.some((date) => index >= date.from && index <= date.to)
      )
        return [];
      if (!places.some((place) => place.x < word.right && place.right > word.x)) return [];
      // "0202" is the second of February there.
      const token = dateAt(
        [word.text.replace(/^(\d{2})(\d{2})$/, '$1.$2').replace(/^(\d{1,2}[.]\d{1,2})$/, '$1.')],
        0,
      );
      return token && token.readings.length > 0 ? [placeDate(token, words, index)] : [];
    });
    if (found.length === 0) return line;
    const taken = new Set(found.map((date) => date.from));
    const dates = [...line.dates, ...found].sort((a, b) => a.from - b.from);
    return { ...line, dates, amounts: line.amounts.filter((amount) => !taken.has(amount.from)) };
  });
}
