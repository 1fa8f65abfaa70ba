import { type Currency, exponentOf } from '../../domain/money.js';
import { type Amount, type AmountConvention, findDecimalMark, parseAmount } from '../layout/amounts.js';
import { type CurrencyFinding, currencyOfMark, findCurrency } from '../layout/currency.js';
import { type DateToken, dateAt, withoutYearApart } from '../layout/dates.js';
import type { DocumentLine, Word } from '../layout/lines.js';
import type { Header, HeaderLabel, MarkedLine, PlacedAmount, PlacedDate } from './model.js';

/** How one document writes its figures, settled once by the evidence of all its lines. */
export interface DocumentConvention {
  readonly currency: Currency;
  readonly currencyBasis: 'printed' | 'hinted' | 'none';
  readonly amounts: Partial<AmountConvention> & { readonly exponent: number };
  /** Thousands are parted by spaces, so that "1 234,56" is one figure. */
  readonly spaceGrouping: boolean;
  /** Lines begin with dotted dates ("13.06") although figures have a decimal point. */
  readonly dottedDates: boolean;
  /** Two-digit years stand apart from their dates ("03 Feb 26"). */
  readonly yearApart: boolean;
}

const spacedFigure = /(?<![\d.,] ?)\d{1,3}(?: \d{3})+[.,]\d{2}(?!\d)/u;
const plainThousands = /(?<![\d.,])\d{4,}[.,]\d{2}(?!\d)|\d[.,']\d{3}[.,]\d{2}(?!\d)/u;

function usesSpaceGrouping(lines: readonly DocumentLine[]): boolean {
  let spaced = 0;
  let plain = 0;
  for (const { cells } of lines) {
    for (const { text } of cells) {
      if (!/\d \d/.test(text) && !/\d{4}|\d[.,']\d{3}/.test(text)) continue;
      if (spacedFigure.test(text)) spaced += 1;
      if (plainThousands.test(text)) plain += 1;
    }
  }
  return spaced > plain;
}

function usesYearApart(lines: readonly DocumentLine[]): boolean {
  let apart = 0;
  let others = 0;
  const years = new Set<string>();
  for (const { words } of lines) {
    if (!/^\d{1,2}$/.test(words[0]?.text ?? '')) continue;
    const token = dateAt(
      words.slice(0, 4).map((word) => word.text),
      0,
    );
    if (!token?.shape.startsWith('day-month')) continue;
    if (token.yearApart) {
      apart += 1;
      years.add(token.text.slice(-2));
    } else if (token.readings.every((reading) => reading.year === null)) others += 1;
  }
  return apart > others * 4 && years.size <= 2;
}

/** Pairs that begin lines, all of them days of a year and some with a zero in front, which no amount has. */
function usesDottedDates(lines: readonly DocumentLine[]): boolean {
  const pairs = lines.flatMap((line) => /^\d{2}\.\d{2}$/.exec(line.words[0]?.text ?? '')?.[0] ?? []);
  const days = pairs.filter((pair) => Number(pair.slice(0, 2)) <= 31 && Number(pair.slice(3)) <= 12);
  const zeros = pairs.filter((pair) => pair.startsWith('0') || pair.slice(3).startsWith('0'));
  return days.length >= 3 && days.length === pairs.length && zeros.length > 0;
}

/** Leading dotted dates ("02.04. 03.04.") would pass for figures with a decimal point. */
const withoutLeadingDates = (text: string): string =>
  text.replace(/(?<=^|\s\s)(?:(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.?(?:\s+|$)){1,2}/gu, '  ');

/** A figure with cents or grouped thousands, not the parts of a date. */
const figureInText = /(?<![\d.,/-])\d{1,3}(?:[.,' ]?\d{3})*(?:[.,]\d{2}|[.,]\d{3})(?![\d.,/-]*\d)/u;

function isRowLike(line: DocumentLine): boolean {
  if (!figureInText.test(line.text)) return false;
  const texts = line.words.map((word) => word.text);
  if (dateAt(texts, 0) !== null) return true;
  const sentence = texts.length > 14 || /[.:]$/.test(line.text);
  return !sentence && texts.some((_, index) => dateAt(texts, index) !== null);
}

/** What each page prints before its first row: purchases abroad name other currencies. */
function pageHeads(lines: readonly DocumentLine[]): string[] {
  const closed = new Set<number>();
  return lines.flatMap((line) => {
    if (closed.has(line.page)) return [];
    if (!isRowLike(line)) return [line.text];
    closed.add(line.page);
    return [];
  });
}

/** A currency that only some figures carry is that of purchases abroad. */
function prevails(currency: Currency, texts: readonly string[]): boolean {
  const figures = texts.filter((text) => figureInText.test(text));
  const code = new RegExp(`(?<![\\p{L}\\d])${currency}(?![\\p{L}])`, 'u');
  const marked = figures.filter((text) => code.test(text));
  return marked.length >= figures.length * 0.4;
}

function currencyOf(lines: readonly DocumentLine[]): CurrencyFinding {
  const texts = lines.map((line) => line.text);
  const heads = findCurrency(pageHeads(lines), texts);
  if (heads.basis === 'printed') return heads;
  const whole = findCurrency(texts);
  if (whole.mark === 'code' && !prevails(whole.currency, texts)) {
    return heads.basis === 'hinted' ? heads : { currency: 'XXX', basis: 'none', mark: null };
  }
  const foreign = whole.basis === 'printed' && heads.basis === 'hinted' && whole.currency !== heads.currency;
  return foreign ? heads : whole;
}

/** True where most figures print cents that the currency does not have: the sign misled. */
function printsCents(texts: readonly string[]): boolean {
  let cents = 0;
  let whole = 0;
  for (const text of texts) {
    for (const [figure] of withoutLeadingDates(text).matchAll(/(?<![\d.,/])\d[\d.,]*(?![\d/])/g)) {
      if (/[.,]\d{2}$/.test(figure)) cents += 1;
      else if (/[.,]\d{3}$/.test(figure)) whole += 1;
    }
  }
  return cents > whole;
}

/** Words of a row at most; more make a sentence. */
const LONGEST_ROW = 18;

/** Settles currency, decimal mark, grouping and year style for a document. */
export function findConvention(lines: readonly DocumentLine[]): DocumentConvention {
  const texts = lines.map((line) => line.text);
  const found = currencyOf(lines);
  let { currency } = found;
  let exponent = exponentOf(currency);
  if (exponent === 0 && printsCents(texts)) {
    const allZero = !texts.some((text) =>
      /\d[.,](?:\d[1-9]|[1-9]\d)(?![\d.,/])/.test(withoutLeadingDates(text)),
    );
    if (!allZero) [currency, exponent] = ['XXX', 2];
  }
  // Small print may be written as in another country.
  const short = lines.filter((line) => line.words.length <= LONGEST_ROW).map((line) => line.text);
  const decimalMark =
    findDecimalMark(short.map(withoutLeadingDates)) ?? findDecimalMark(texts.map(withoutLeadingDates));
  const mark = exponent === 3 ? (decimalMark ?? '.') : decimalMark;
  return {
    currency,
    currencyBasis: found.basis,
    amounts: { exponent, ...(mark && exponent > 0 && { decimalMark: mark }) },
    spaceGrouping: usesSpaceGrouping(lines),
    dottedDates: usesDottedDates(lines),
    yearApart: usesYearApart(lines),
  };
}

const digits = /\d/;
const numberWord = /^[-+−–(]*\D{0,3}[\d.,'’]+\D{0,3}[-+−–)]*$/u;
const signWord = /^(?:[-+−–()]|CR\.?|DR\.?|DB\.?|Cr\.?|Dr\.?|OD|[CDHS])$/u;

function isAmountWord(text: string): boolean {
  if (digits.test(text)) return text.length < 24;
  return (
    signWord.test(text) ||
    (text.length < 5 && currencyOfMark(text.replace(/^[-+(]|[-+)]$/g, '')) !== undefined)
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
    if (final && /^[CDHS]$/.test(final.text) && after && after.x - final.right < final.height * 0.85)
      continue;
    const [amount] = parseAmount(text.replace(/\bOD$/u, 'DR'), convention.amounts);
    if (amount) return { amount, to };
  }
  return null;
}

function isStrong(amount: Amount, text: string, convention: DocumentConvention, begins: boolean): boolean {
  const { exponent, decimalMark } = convention.amounts;
  // A sign before a long bare number is part of a reference ("R105248165").
  if (amount.marked && (amount.decimals > 0 || /[.,' ]\d/.test(text) || text.length <= 7)) return true;
  if (amount.decimals > 0 && amount.decimals === Math.max(exponent, 1)) return true;
  if (amount.decimals > 0) return false;
  if (/[.,'] ?\d{3}/.test(text) && exponent === 0) return true;
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
  const leading = index === 0 || dates.some((date) => date.to === index - 1);
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

/** Finds the dates and figures of every line under the document's convention. */
export function markLines(lines: readonly DocumentLine[], convention: DocumentConvention): MarkedLine[] {
  return lines.map((line, index) => markLine(line, index, convention));
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
        !/^\d{2}[.-]\d{2}\.?$/.test(word.text) ||
        line.dates.some((date) => index >= date.from && index <= date.to)
      )
        return [];
      if (!places.some((place) => place.x < word.right && place.right > word.x)) return [];
      const token = dateAt([word.text], 0);
      return token && token.readings.length > 0 ? [placeDate(token, words, index)] : [];
    });
    if (found.length === 0) return line;
    const taken = new Set(found.map((date) => date.from));
    const dates = [...line.dates, ...found].sort((a, b) => a.from - b.from);
    return { ...line, dates, amounts: line.amounts.filter((amount) => !taken.has(amount.from)) };
  });
}
