import type { Currency } from '../../domain/money.js';
import { currencyMark, currencyOfMark } from './currency.js';

export type DecimalMark = '.' | ',';

/** How a document writes figures. */
export interface AmountConvention {
  readonly decimalMark: DecimalMark;
  /** Decimal places of the currency's minor unit. */
  readonly exponent: number;
  /** Decimals that the document prints: fewer than the minor unit's where it prints whole units alone. */
  readonly printed: number;
}

/** What a figure carries to tell money in from money out. */
export type SignMarker = 'minus' | 'plus' | 'parentheses' | 'credit' | 'debit';

/** One way to read a printed figure. */
export interface Amount {
  /** Minor units, never negative: what the markers mean is the document's to say. */
  readonly magnitude: number;
  readonly markers: readonly SignMarker[];
  /** The currency glued to the figure: a code, or null where none or a shared sign ($) stands there. */
  readonly currency: Currency | null;
  /** True when any currency sign or code stands with the figure. */
  readonly marked: boolean;
  /** Digits printed after the decimal mark. */
  readonly decimals: number;
  /** The decimal mark this reading takes; null when the figure has no separator to tell by. */
  readonly decimalMark: DecimalMark | null;
}

interface Peeled {
  readonly body: string;
  readonly markers: readonly SignMarker[];
  readonly currency: Currency | null;
  readonly marked: boolean;
}

const unify = (text: string): string => {
  if (/^[\x20-\x5f\x61-\x7e]*$/.test(text)) return text.trim();
  return text
    .trim()
    .replace(/[−–—‒﹣－]/gu, '-')
    .replace(/[\u00a0\u202f\u2009\u2007]/gu, ' ')
    .replace(/[’‘ʼ`´]/gu, "'");
};

const frontMark = new RegExp(`^${currencyMark}(?![A-Za-z])`, 'u');
const backMark = new RegExp(`(?<![A-Za-z])${currencyMark}$`, 'u');
const letterMarkers: Readonly<Record<string, SignMarker>> = {
  CR: 'credit',
  C: 'credit',
  H: 'credit',
  DR: 'debit',
  DB: 'debit',
  D: 'debit',
  S: 'debit',
};

/** Takes signs, parentheses, CR/DR and currency marks off both ends of a figure, in whatever order they come. */
function peel(text: string): Peeled | null {
  // Cheque protection ("*2,865") and the end of a sentence are no part of the figure.
  let body = unify(text)
    .replace(/^\*+|\*+$/g, '')
    .replace(/(\d[.,]\d{2}-?|\d)[.,;:]$/, '$1')
    .replace(/([^\d\s])\*+(?=\d)/u, '$1')
    .replace(/\((CR|DR)\.?\)$/iu, '$1');
  const markers = new Set<SignMarker>();
  let currency: Currency | null = null;
  let marked = false;
  let open = false;
  const mark = (found: string): boolean => {
    const named = currencyOfMark(found);
    if (named === undefined || marked) return false;
    currency = named;
    marked = true;
    return true;
  };
  for (let again = true; again; ) {
    again = false;
    const front = /^(?:([-+])|(\()|((?:CR|DR)\.?)(?=[\s\d-]))\s*/iu.exec(body);
    if (front && front[0].length < body.length) {
      if (front[1]) markers.add(front[1] === '-' ? 'minus' : 'plus');
      if (front[2]) open = true;
      if (front[3]) markers.add(letterMarkers[front[3].slice(0, 2).toUpperCase()] ?? 'credit');
      body = body.slice(front[0].length);
      again = true;
      continue;
    }
    const sign = frontMark.exec(body);
    if (sign && mark(sign[0])) {
      body = body.slice(sign[0].length).trimStart();
      again = true;
      continue;
    }
    const back = /\s*(?:(?<=[\d)])([-+])|(\))|(?<![A-Za-z])((?:CR|DR|DB|[CDHS])\.?))$/iu.exec(body);
    if (back && back.index > 0 && !/[.,]-+$/.test(body)) {
      if (back[1]) markers.add(back[1] === '-' ? 'minus' : 'plus');
      if (back[2]) {
        if (!open) return null;
        open = false;
        markers.add('parentheses');
      }
      if (back[3]) markers.add(letterMarkers[back[3].replace('.', '').toUpperCase()] ?? 'credit');
      body = body.slice(0, back.index);
      again = true;
      continue;
    }
    const tail = backMark.exec(body);
    if (tail && tail.index > 0 && mark(tail[0])) {
      body = body.slice(0, tail.index).trimEnd();
      again = true;
    }
  }
  // A currency glyph that its font maps to some other character ("n15,450.00", "`500.00").
  const stray = marked ? null : /^[^\d\s.,()'+-](?=\d[\d,.']*[.,]\d{2}$)/u.exec(body);
  if (stray) body = body.slice(stray[0].length);
  return open ? null : { body, markers: [...markers], currency, marked: marked || stray !== null };
}

const shapes: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(\d{1,3}(?:,\d{3})+|\d{1,3}(?:'\d{3})+|\d{1,3}(?: \d{3})+|\d{1,2}(?:,\d{2})*,\d{3}|\d+)?(?:\.(\d{1,3}|-{1,2}))?$/,
  ',': /^(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:'\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:,(\d{1,3}|-{1,2}))?$/,
};

/** The figure as minor units under one decimal mark, or null where it is not one. */
function readBody(body: string, mark: DecimalMark, exponent: number, printed: number) {
  const match = shapes[mark].exec(body);
  if (!match) return null;
  const whole = (match[1] ?? '').replace(/\D/g, '');
  const fraction = (match[2] ?? '').replace(/-/g, '');
  if (whole === '' && fraction.length < 1) return null;
  if (whole.length > 13 || /^0\d/.test(whole)) return null;
  if (/[1-9]/.test(fraction.slice(printed))) return null;
  // Three digits after a mark group thousands unless the currency has three decimals.
  if (fraction.length > printed && (printed > 0 || fraction.length === 3)) return null;
  const magnitude = Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`);
  if (!Number.isSafeInteger(magnitude)) return null;
  return { magnitude, decimals: fraction.length };
}

/**
 * Every way to read a printed figure as an amount, or an empty list where it is none: unreadable is never 0. Knows
 * leading, trailing and Unicode minus, parentheses, CR and DR, currency signs and codes on either side, thousands
 * by comma, point, apostrophe, space or in lakhs, `.50`, and whole amounts. With a convention there is at most one.
 * @param convention decimal mark and exponent where known; two decimals are assumed otherwise.
 */
export function parseAmount(text: string, convention: Partial<AmountConvention> = {}): Amount[] {
  if (!/\d/.test(text) || text.length > 40) return [];
  const peeled = peel(text);
  if (!peeled || !/^[\d.,' -]+$/.test(peeled.body)) return [];
  const { body, markers, currency, marked } = peeled;
  const exponent = convention.exponent ?? 2;
  const printed = convention.printed ?? exponent;
  const marks: DecimalMark[] = convention.decimalMark ? [convention.decimalMark] : ['.', ','];
  const amounts: Amount[] = [];
  for (const mark of marks) {
    const read = readBody(body, mark, exponent, printed);
    if (!read) continue;
    const plain = !/[.,]/.test(body);
    if (amounts.some((amount) => amount.magnitude === read.magnitude)) continue;
    amounts.push({ ...read, markers, currency, marked, decimalMark: plain ? null : mark });
  }
  return amounts;
}

/** Minor units with the usual meaning of the markers: minus, parentheses and debit are negative. */
export function signedMinor(amount: Amount): number {
  if (amount.markers.length === 0) return amount.magnitude;
  const negative = amount.markers.some((marker) => marker !== 'plus' && marker !== 'credit');
  return negative && amount.magnitude !== 0 ? -amount.magnitude : amount.magnitude;
}

const figure =
  /(?<![\d.,'/-])(?:\d{1,3}(?:[.,' ]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)[.,]\d{2}(?![\d.,/-]*\d)/gu;

/**
 * The decimal mark by which a document writes its figures, by the votes of those that end in a mark and two
 * digits; null when none does, and the figures are whole.
 */
export function findDecimalMark(texts: readonly string[]): DecimalMark | null {
  let points = 0;
  let commas = 0;
  for (const text of texts) {
    for (const match of unify(text).matchAll(figure)) {
      // A figure with both separators proves its mark; a lone pair may be a date.
      const weight = /[.,' ]\d{3}[.,]/.test(match[0]) ? 5 : 1;
      if (match[0].at(-3) === '.') points += weight;
      else commas += weight;
    }
  }
  if (points + commas === 0) return null;
  return points >= commas ? '.' : ',';
}
