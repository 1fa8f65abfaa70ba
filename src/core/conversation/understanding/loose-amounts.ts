import { type Currency, fromMajor, type Money } from '../../../domain/money.js';
import { parseNumberWords } from './numbers.js';

/** A number that could be an amount of money: nothing beside it makes it a count, a date or a time. */
export interface LooseAmount {
  readonly amount: Money;
  readonly start: number;
  readonly end: number;
}

const NUMBER =
  /(?<![\w.,#/:-])(?:[$€£]\s?)?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?)(\s?k\b)?(?=ish\b|[^\w/:%-]|$)(?!\.\d)/g;
const WORDS =
  /\b((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?(?: (?:ten|twenty|twenty five|thirty|forty|fifty|sixty|seventy five|seventy|eighty|ninety|ninety five|ninety nine))?|(?:nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen) (?:fifty|ninety(?:[ -](?:five|nine))?|twenty(?:[ -]five)?|seventy[ -]five)|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|ten|(?:a|one|two|three|four|five) hundred(?: and \w+)?)\b/g;
const COUNTS =
  /^[\s-]*(?:people|persons?|players?|friends?|mates|adults?|kids?|children|of us|guests?|hours?|hrs?|min(?:ute)?s?|days?|weeks?|months?|years?|year-old|yrs?|pm|am|o'clock|ways|stars?|times?|pages?|seasons?|episodes?|tickets?|games?|movies?|films?|books?|ones?|things?|ideas?|options?|nights?|out of|or (?:two|three|four|more|so people)|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b/;
const BEFORE =
  /(?:\b(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|number|no\.?|option|top|season|episode|part|chapter|age[ds]?|turning|turns|ps|switch|gta|route|at|the|party of|table for|group of|us)|#)\s?$/;

const SMALL =
  /(?:^|,|\b(?:about|around|only|just|paid|spent|costs?|was|another|and|plus|like|is|pay|spend|under|below|max))\s?$/;

/** Bare numbers of a normalised text that could be money, where the sentence speaks of money. */
export function looseAmounts(text: string, currency: Currency): LooseAmount[] {
  const found: LooseAmount[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const value = Number((match[1] ?? '').replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
    put(found, text, match, match[2] ? value * 1_000 : value, currency);
  }
  for (const match of text.matchAll(WORDS)) {
    put(found, text, match, parseNumberWords(match[1] ?? '') ?? 0, currency);
  }
  return found;
}

/** "A 35 game" names a price, "4 games" a number of them. */
function isPriced(text: string, start: number, end: number): boolean {
  return (
    /\b(?:an?|another|the) $/.test(text.slice(0, start)) &&
    /^ (?:game|movie|film|book|ticket)\b/.test(text.slice(end))
  );
}

function put(
  found: LooseAmount[],
  text: string,
  match: RegExpExecArray,
  value: number,
  currency: Currency,
): void {
  const start = match.index;
  const end = start + match[0].trimEnd().length;
  const marked = /[$€£]/.test(match[0]);
  if (value <= 0 || value >= 10_000_000) return;
  // "Baldur's Gate 3" is a title.
  if (!marked && value < 5 && Number.isInteger(value) && !SMALL.test(text.slice(0, start))) return;
  const counted = COUNTS.test(text.slice(end)) && !isPriced(text, start, end);
  if (!marked && (counted || BEFORE.test(text.slice(0, start)))) return;
  if (
    !marked &&
    Number.isInteger(value) &&
    value >= 1_950 &&
    value <= 2_035 &&
    /\b(?:in|from|of|since) $/.test(text.slice(0, start))
  )
    return;
  found.push({ amount: fromMajor(value.toFixed(2), currency), start, end });
}
