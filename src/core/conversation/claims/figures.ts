import type { Currency } from '../../../domain/money.js';
import { findAmounts } from '../understanding/amounts.js';
import { numberWords, parseNumberWords } from '../understanding/numbers.js';
import type { NumberUnit } from './facts.js';
import { monthNames } from './month-names.js';

/** An amount of money in a sentence. */
export interface AmountClaim {
  readonly minor: number;
  readonly currency: Currency;
  readonly start: number;
  readonly end: number;
}

/** A number that is no amount, with what it counts; null where the sentence does not say. */
export interface NumberClaim {
  readonly number: number;
  readonly unit: NumberUnit | null;
  readonly start: number;
  readonly end: number;
}

export interface DateClaim {
  readonly day: number | null;
  /** 1 to 12. */
  readonly month: number;
  readonly year: number | null;
  readonly start: number;
  readonly end: number;
}

const MONTH = `(?:${monthNames.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|sept)\\.?`;
const DATE = new RegExp(
  `\\b(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?<month>${MONTH})\\b(?: (?<after>\\d{1,2})(?:st|nd|rd|th)?\\b(?!,?\\d))?(?:,? (?<year>(?:19|20)\\d{2}))?|\\b(?<iso>\\d{4}-\\d{2}-\\d{2})\\b`,
  'gi',
);

/** The text with the given stretches blanked, so that nothing in them counts twice. */
export function blank(
  text: string,
  stretches: readonly { readonly start: number; readonly end: number }[],
): string {
  let masked = text;
  for (const { start, end } of stretches)
    masked = masked.slice(0, start) + ' '.repeat(end - start) + masked.slice(end);
  return masked;
}

/** Amounts of money in a sentence: with a currency, or as a decimal with two places. */
export function amountClaims(text: string, currency: Currency): AmountClaim[] {
  const lower = text.toLowerCase();
  return findAmounts(lower, currency)
    .filter((mention) => mention.marked)
    .flatMap(({ amount, upTo, start, end }) => [
      { minor: amount.minor, currency: amount.currency, start, end },
      ...(upTo ? [{ minor: upTo.minor, currency: upTo.currency, start, end }] : []),
    ]);
}

/** Dates and months that are named. "may" and "march" as verbs are none: they stand without a number and in lower case. */
export function dateClaims(text: string): DateClaim[] {
  const found: DateClaim[] = [];
  for (const match of text.matchAll(DATE)) {
    const { day, month, after, year, iso } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (iso) {
      const [y, m, d] = iso.split('-').map(Number);
      found.push({ year: y ?? null, month: m ?? 1, day: d ?? null, start, end });
      continue;
    }
    const bare = !day && !after && !year;
    if (
      !month ||
      (bare &&
        (!/^[A-Z]/.test(month) || (/^(?:may|mar|march|sept?|jan|dec|oct)$/i.test(month) && start === 0)))
    )
      continue;
    const index = monthNames.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3)));
    found.push({
      day: day || after ? Number(day ?? after) : null,
      month: index + 1,
      year: year ? Number(year) : null,
      start,
      end,
    });
  }
  return found;
}

const UNITS: readonly (readonly [NumberUnit, RegExp])[] = [
  ['percent', /^\s?(?:%|per ?cent\b)/],
  ['minutes', /^[\s-]?(?:minutes?|mins?|min\b)/],
  ['people', /^[\s-]?(?:players?|people|persons?|of (?:you|us)|friends|guests|adults|heads?)\b/],
  ['stars', /^\s?(?:stars?|\/\s?5|out of (?:5|five)|of (?:5|five))\b/],
  ['years', /^[\s-]?(?:years? old|year-olds?|\+|years? and (?:up|over))/],
  ['days', /^[\s-]?(?:days?)\b/],
  ['months', /^[\s-]?(?:months?)\b/],
  [
    'count',
    /^\s(?:\w+\s){0,2}?(?:ideas?|options?|picks?|suggestions?|things?|choices?|items?|movies?|films?|books?|games?|events?|outings?|places?|restaurants?|titles?|subscriptions?|transactions?|times|documents?|ways?|purchases?|charges?|spots?)\b/,
  ],
];
const HOURS = /\b(\d{1,2})\s?(?:h|hrs?|hours?)\b(?:\s?(?:and\s)?(\d{1,2})(?:\s?(?:m|mins?|minutes?))?\b)?/g;
/** "this one", "one of these": no count. */
const ONE =
  /\b(?:(?:this|that|which|each|every|any|no|another|the (?:first|second|third|fourth|last|other)|good|great|classic|big|fun|new|solid|nice|better|cheaper|right|safe|easy|free) one|one (?:of|more|that|evening|night|day|thing)|no one|one another|one-\w+)\b/gi;

/** Numbers in a sentence that are neither amounts nor dates, in digits and in words. */
export function numberClaims(text: string): NumberClaim[] {
  const found: NumberClaim[] = [];
  let rest = text;
  for (const match of text.matchAll(HOURS)) {
    const start = match.index;
    const end = start + match[0].length;
    found.push({ number: Number(match[1]) * 60 + Number(match[2] ?? 0), unit: 'minutes', start, end });
    rest = blank(rest, [{ start, end }]);
  }
  rest = rest.replace(ONE, (words) => ' '.repeat(words.length));
  const pattern = new RegExp(
    `(?<![\\p{L}\\d.])(\\d+(?:[.,]\\d+)?)(?![\\d])|\\b(${numberWords}|dozen|couple|both)\\b`,
    'giu',
  );
  for (const match of rest.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const number = match[1] ? Number(match[1].replace(',', '.')) : wordValue(match[2] ?? '');
    if (number === null) continue;
    found.push({ number, unit: unitOf(rest, start, end, number), start, end });
  }
  return found;
}

function wordValue(word: string): number | null {
  const plain = word.toLowerCase();
  if (plain === 'dozen') return 12;
  if (plain === 'couple' || plain === 'both') return 2;
  return parseNumberWords(plain);
}

function unitOf(text: string, start: number, end: number, number: number): NumberUnit | null {
  // The first end of a range ("3–4 players") counts what its second end counts.
  const after = text.slice(end).replace(/^\s?(?:-|–|to|or)\s?\d+/, '');
  for (const [unit, pattern] of UNITS) if (pattern.test(after)) return unit;
  const before = text.slice(Math.max(0, start - 24), start).toLowerCase();
  if (/\b(?:for|party of|group of|table for|family of)\s$/.test(before)) return 'people';
  if (/\bage[ds]?\s$|\bfrom age\s$/.test(before)) return 'years';
  if (/\b(?:rated|rating(?: of)?|scores?)\s(?:about\s|at\s)?$/.test(before)) return 'stars';
  if (/\b(?:of|out of)\s$|\/\s?$/.test(before) && number === 5) return 'stars';
  // "It runs 2021" is no year that anything is of.
  if (/\b(?:runs?|lasts?|takes?)\s(?:for\s|about\s)?$/.test(before)) return null;
  return Number.isInteger(number) && number >= 1850 && number <= 2100 ? 'year' : null;
}
