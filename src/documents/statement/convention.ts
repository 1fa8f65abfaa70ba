import { type Currency, exponentOf, usualDecimals } from '../../domain/money.js';
import { type AmountConvention, findDecimalMark } from '../layout/amounts.js';
import { type CurrencyFinding, currenciesNamed, findCurrency } from '../layout/currency.js';
import { dateAt } from '../layout/dates.js';
import type { DocumentLine } from '../layout/lines.js';

/** How one document writes its figures, settled once by the evidence of all its lines. */
export interface DocumentConvention {
  readonly currency: Currency;
  readonly amounts: Partial<AmountConvention> & Pick<AmountConvention, 'exponent' | 'printed'>;
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

/**
 * What pages print before their first row, purchases abroad left out, which name other currencies. Rows below a day's
 * heading have no date of their own: on later pages any figure is taken for one.
 */
function pageHeads(lines: readonly DocumentLine[]): string[] {
  const closed = new Set<number>();
  const first = lines[0]?.page;
  return lines.flatMap((line) => {
    if (closed.has(line.page) || abroad.test(line.text)) return [];
    const row = isRowLike(line) || (line.page !== first && figureInText.test(line.text));
    if (!row) return [line.text];
    closed.add(line.page);
    return [];
  });
}

/** What an amount was before it was exchanged, and the rate. */
const abroad =
  /@ ?\d|\bforeign (?:currency|spend|amount)\b|\b(?:kurs|exchange|conversion|fx rate|koers|cours|taux|tasso|cambio|cotacao|cotação|kurz|kursen?) ?:?\s*[\d=]|\d [A-Z]{3} (?:at|=|to) |(?<![\d.,])\d{1,4}[.,]\d{4,}(?![\d.,])/iu;

/** A currency that only some figures carry is that of purchases abroad. */
function prevails(currency: Currency, texts: readonly string[]): boolean {
  const figures = texts.filter((text) => figureInText.test(text));
  const code = new RegExp(`(?<![\\p{L}\\d])${currency}(?![\\p{L}])`, 'u');
  const marked = figures.filter((text) => code.test(text));
  return marked.length >= figures.length * 0.4;
}

const unknownCurrency: CurrencyFinding = { currency: 'XXX', basis: 'none', mark: null };
const foreignWords = /\bforeign (?:currency|spend|amount)\b/iu;

/** A sign that several currencies share is not that of the one which the rows call foreign. */
function isForeign({ currency, mark }: CurrencyFinding, lines: readonly DocumentLine[]): boolean {
  if (mark !== 'sign') return false;
  return lines.some(({ text }) => foreignWords.test(text) && currenciesNamed(text).join() === currency);
}

function currencyOf(lines: readonly DocumentLine[]): CurrencyFinding {
  const texts = lines.map((line) => line.text).filter((text) => !abroad.test(text));
  const heads = findCurrency(pageHeads(lines), texts);
  if (heads.basis === 'printed') return isForeign(heads, lines) ? unknownCurrency : heads;
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
      if (/^\d{2,4}\.\d\d\.\d\d\.?$/.test(figure)) continue;
      if (/[.,]\d{2}$/.test(figure)) cents += 1;
      else if (/[.,]\d{3}$/.test(figure)) whole += 1;
    }
  }
  return cents > whole;
}

/** Words of a row at most; more make a sentence. */
const LONGEST_ROW = 18;

/**
 * Settles currency, decimal mark, grouping and year style for a document.
 * @param told the currency of these lines, where their own figures or title name it
 */
export function findConvention(
  lines: readonly DocumentLine[],
  told: Currency | null = null,
): DocumentConvention {
  const texts = lines.map((line) => line.text);
  const found: CurrencyFinding = told
    ? { currency: told, basis: 'printed', mark: 'code' }
    : currencyOf(lines);
  let { currency } = found;
  let exponent = exponentOf(currency);
  const cents = printsCents(texts);
  if (exponent === 0 && cents) {
    const allZero = !texts.some((text) =>
      /(?<!\d[.]\d\d|[.]\d)\d[.,](?:\d[1-9]|[1-9]\d)(?![\d.,/])/.test(withoutLeadingDates(text)),
    );
    if (!allZero) [currency, exponent] = ['XXX', 2];
  }
  // Small print may be written as in another country.
  const short = lines.filter((line) => line.words.length <= LONGEST_ROW).map((line) => line.text);
  const decimalMark =
    findDecimalMark(short.map(withoutLeadingDates)) ?? findDecimalMark(texts.map(withoutLeadingDates));
  const printed = usualDecimals(currency) === 0 && !cents ? 0 : exponent;
  const mark = exponent === 3 ? (decimalMark ?? '.') : decimalMark;
  return {
    currency,
    amounts: { exponent, printed, ...(mark && printed > 0 && { decimalMark: mark }) },
    spaceGrouping: usesSpaceGrouping(lines),
    dottedDates: usesDottedDates(lines),
    yearApart: usesYearApart(lines),
  };
}
