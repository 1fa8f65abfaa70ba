import { type Currency, fromMajor, type Money } from '../../../domain/money.js';
import { CODES, currencySaid } from './currencies-said.js';
import { numberWords, parseNumberWords } from './numbers.js';
import { type AmountCadence, cadenceOf } from './rhythms.js';

/** How an amount was meant: a ceiling, a floor, "about", or just that much. */
export type AmountBound = 'at-most' | 'at-least' | 'about' | 'exact';

export interface AmountMention {
  readonly amount: Money;
  /** The upper end where a range was named. */
  readonly upTo: Money | null;
  readonly bound: AmountBound;
  /** "a month", "every two weeks"; null where none was said. */
  readonly per: AmountCadence | null;
  /** False for a bare number after "under": money by context only. */
  readonly marked: boolean;
  readonly start: number;
  readonly end: number;
}

/** Notes and nicknames that are amounts by themselves. */
const NOTES: Readonly<Record<string, number>> = { fiver: 5, tenner: 10, pony: 25, benjamin: 100, twoer: 2 };

const SYMBOL = '(?:au|a|nz|ca|c|us|hk|s|r)?\\$|[£€¥₹₩]';
const NAME = '(?:aussie |canadian |us |american )?(?:dollar|buck|pound|quid|euro|yen|rupee|franc)s?';
const DIGITS = '\\d{1,3}(?:[, ]\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?';
const ONE = 'an?(?= (?:dollar|buck|pound|quid|euro)\\b)';
const NUMBER = `${ONE}|(?:${DIGITS})\\s?k\\b|(?:${DIGITS})(?!\\d)|${numberWords}`;
const AMOUNT = new RegExp(
  `\\b(?:a|(?<notes>two|three|couple of))\\s(?<note>${Object.keys(NOTES).join('|')})s?\\b|(?:(?<code>${CODES})\\s?)?(?:(?<symbol>${SYMBOL})\\s?)?(?<number>${NUMBER})\\s?(?<after>${SYMBOL}|(?:${CODES})\\b|${NAME}\\b)?`,
  'giu',
);
const CEILING =
  /(?:\b(?:under|below|less than|at most|no more than|not more than|up to|max(?:imum)?(?: of)?|within|cheaper than|(?:not|nothing|no|never) (?:over|above|more than)|half of|limit(?: is| of)?|have(?: got)?(?: only| about| just)?|only(?: have| got)?|budget(?: for [a-z ]{2,16}?)? (?:is|of)|for)|[<≤])\s*(?:about |around |roughly )?$/;
const STRICT_CEILING =
  /(?:\b(?:under|below|less than|at most|no more than|not more than|up to|max(?:imum)?(?: of)?|within|cheaper than|(?:not|nothing|no|never) (?:over|above|more than)|sub)|[<≤])[\s-]*(?:about |around |roughly )?$/;
const FLOOR = /(?:\b(?:over|above|more than|at least|no less than|minimum(?: of)?|from)|[>≥])\s*$/;
const ABOUT = /(?:\b(?:about|around|roughly|approximately|like|circa|maybe|some)|~)\s*$/;
/** "my bills are", "rent comes to": a noun of money and what joins it to its figure. */
const STATED =
  /\b(?:rent|bills?|mortgage|expenses|costs?|income|salary|wage|pay|pay ?che(?:ck|que)|earnings|budget(?: for [a-z ]{2,16}?)?|needs|essentials|savings?(?: goal| target)?|repayments?|loan|debts?|minimums?|price|allowance)\s(?:(?:is|are|like|comes? to|come to|of|to|at|=|:|about|around|roughly|only|just|now|currently)\s){1,3}$/;
const UNIT_AFTER =
  /^[\s-]*(?:(?:[a-z]{3,12}\s)?(?:tickets|seats|books|movies|films|passes)\b|%|per ?cent|people|persons?|players?|friends?|adults?|kids?|children|of us|guests?|hours?|hrs?|h\b|min(?:ute)?s?|days?|weeks?|months?|years?|yrs?|y\/?o|year-old|pm\b|am\b|o'clock|ways\b|stars?|times?|pages?|st\b|nd\b|rd\b|th\b|seasons?|episodes?|tickets?|games?|movies?|films?|books?|ones?\b|things?|ideas?|options?|:\d)(?![a-z])/;
/**
 * The amounts of money in a normalised text: signs, codes, words ("twenty bucks", "a tenner", "2k"), ranges, and bare
 * numbers where a ceiling, "spent" or "afford" makes them money. Dollars are the user's own kind of dollar.
 * @param currency the user's currency, for amounts that name none
 */
export function findAmounts(text: string, currency: Currency): AmountMention[] {
  const found: AmountMention[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const mention = readAmount(text, match, currency);
    if (mention) found.push(mention);
  }
  return joinRanges(text, found);
}

function readAmount(text: string, match: RegExpExecArray, currency: Currency): AmountMention | null {
  const start = match.index;
  const end = start + match[0].trimEnd().length;
  if (/[\p{L}\d.]$/u.test(text.slice(0, start)) && !match.groups?.symbol) return null;
  const before = text.slice(Math.max(0, start - 40), start);
  const following = text.slice(end, end + 30);
  const number = match.groups?.number;
  const money = moneyOf(match, currency);
  if (!money || (!money.marked && !moneyByContext(before, following, number ?? ''))) return null;
  const { amount, marked } = money;
  const low = /(?:between\s)?\b(\d+(?:\.\d{1,2})?)\s?(?:-|to|or|and)\s?$/.exec(before);
  const least =
    low && number && /\d/.test(number) && /between|-|to/.test(low[0])
      ? toMoney(Number(low[1]), amount.currency)
      : null;
  if (low && least) {
    const from = start - low[0].length;
    return {
      amount: least,
      upTo: amount,
      bound: 'at-most',
      per: cadenceOf(following),
      marked,
      start: from,
      end,
    };
  }
  const bound = UPWARDS.test(following) ? 'at-least' : TOPS.test(following) ? 'at-most' : boundOf(before);
  return { amount, upTo: null, bound, per: cadenceOf(following), marked, start, end };
}

/** The amount that begins at a place of a text that is known to hold one; null where it counts something else. */
export function amountAt(text: string, at: number, currency: Currency): AmountMention | null {
  const match = new RegExp(AMOUNT.source, 'yiu');
  match.lastIndex = at;
  const found = match.exec(text);
  if (!found) return null;
  const money = moneyOf(found, currency);
  if (!money) return null;
  const end = at + found[0].trimEnd().length;
  const following = text.slice(end, end + 30);
  if (!money.marked && UNIT_AFTER.test(following)) return null;
  return { ...money, upTo: null, bound: 'exact', per: cadenceOf(following), start: at, end };
}

function moneyOf(
  { groups }: RegExpExecArray,
  currency: Currency,
): { readonly amount: Money; readonly marked: boolean } | null {
  const { code, symbol, number, after, note, notes } = groups ?? {};
  const value = note ? (NOTES[note] ?? 0) * noteCount(notes) : parseNumber(number ?? '');
  if (value === null || !Number.isFinite(value)) return null;
  const named = currencySaid(code, symbol, after, currency);
  const amount = toMoney(value, named ?? currency);
  return amount && { amount, marked: named !== null || note !== undefined };
}

function noteCount(notes: string | undefined): number {
  if (notes === undefined) return 1;
  return notes === 'couple of' ? 2 : (parseNumberWords(notes) ?? 1);
}

function parseNumber(text: string): number | null {
  const thousand = /k$/.test(text.trim()) && /\d/.test(text);
  const plain = text.replace(/k$/, '').trim();
  if (/^an?$/.test(plain)) return 1;
  if (!/\d/.test(plain)) return parseNumberWords(plain);
  const grouped = plain.replace(/[, ](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  const value = Number(grouped);
  return thousand ? value * 1_000 : value;
}

/** A bare number is money after a ceiling or a verb of spending, and before nothing that makes it a count. */
function moneyByContext(before: string, following: string, number: string): boolean {
  if (UNIT_AFTER.test(following)) return false;
  if (REALISTIC.test(before)) return true;
  if (/\bfor\s$/.test(before) && OTHER_LIMIT.test(following)) return false;
  if (
    EACH.test(following) ||
    UPWARDS.test(following) ||
    TOPS.test(following) ||
    (cadenceOf(following) !== null && !/\bfor\s$/.test(before))
  )
    return true;
  // "an evening for four" names people.
  if (!/\d/.test(number))
    return (
      /\b(?:spent|spend|paid|pay|blew)\s(?:about |around )?$/.test(before) ||
      (STRICT_CEILING.test(before) && !/\bfor\s*$/.test(before))
    );
  if (STRICT_CEILING.test(before) || FLOOR.test(before)) return true;
  if (
    /\b(?:spent|spend|paid|pay|cost|costs|afford|earn|make|made|makes|budget(?: is| of| to)?|save|income is|rent is|dropped|blew|salary is|for around|for about|for like|say|maybe|costs me|costs|now|another)\s(?:about |around |only |just |an? )?$/.test(
      before,
    )
  ) {
    return true;
  }
  if (STATED.test(before)) return true;
  if (
    /\b(?:is|are|would)\s$/.test(before) &&
    /^\s(?:for|too much|ok(?:ay)?|fine|doable|alright)\b/.test(following)
  )
    return true;
  return (
    /\bfor\s$/.test(before) &&
    Number(number.replace(/[^\d.]/g, '')) > 12 &&
    !/^\s*(?:people|of us|minutes)/.test(following)
  );
}

/** "10 and up" */
const UPWARDS = /^\s?(?:\+|(?:and|or) (?:up|over|more|above|upwards)|upwards|minimum)(?![\w])/;
/** "35 tops", "30 max", "20 or less" */
const TOPS =
  /^\s?(?:tops|max(?:imum)?|at most|or (?:less|under|below)|limit|all in|between us|in total|altogether|ish)\b(?!\s?(?:of |is |about |around )*[$€£]?\d)/;
/** "What is realistic for 10" */
const REALISTIC = /\b(?:realistic|possible|doable)(?: \w+)? (?:for|with)\s$/;
/** After a bare number the limit that another number is: "for 6 max 30" are six people. */
const OTHER_LIMIT =
  /^,?\s?(?:people |ppl )?(?:max(?:imum)?|at most|limit|under|below|up to|no more than|less than|within|total|for)\s(?:of |is |about |around )*[$€£]?\d/;

/** "at 45 each" */
export const EACH =
  /^\s*(?:each|apiece|a head|per (?:person|head|ticket|seat)|a (?:ticket|pop|piece|person)|pp|a ?piece)\b/;

/** "Never more than", "I won't pay over": a floor denied is a ceiling. */
const DENIED =
  /\b(?:not|never|no|nothing|none|without|refuse|hate|can not)\b[^,.;!?]{0,36}\b(?:more than|over|above|beyond|exceed(?:ing)?)\s*(?:about |around )?$/;

function boundOf(before: string): AmountBound {
  if (DENIED.test(before)) return 'at-most';
  if (CEILING.test(before)) return 'at-most';
  if (FLOOR.test(before)) return 'at-least';
  return ABOUT.test(before) ? 'about' : 'exact';
}

function toMoney(value: number, currency: Currency): Money | null {
  try {
    return fromMajor(value.toFixed(2).replace(/\.?0+$/, ''), currency);
  } catch {
    return null;
  }
}

/** "20-30", "between 20 and 30", "$20 to $30" are one wish. */
function joinRanges(text: string, mentions: readonly AmountMention[]): AmountMention[] {
  const joined: AmountMention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.end, mention.start) : '';
    const range =
      /^\s?(?:-|to|or)\s?$/.test(between) ||
      (/^\s?and\s?$/.test(between) && /\bbetween\s$/.test(text.slice(0, last?.start ?? 0)));
    if (last && range && last.upTo === null && mention.upTo === null) {
      const sameCurrency = { ...last.amount, currency: mention.amount.currency };
      joined[joined.length - 1] = {
        ...mention,
        amount: sameCurrency,
        upTo: mention.amount,
        bound: 'at-most',
        start: last.start,
      };
    } else {
      // A range that was read whole takes the place of its own beginning.
      if (last && mention.start < last.end) joined.pop();
      joined.push(mention);
    }
  }
  return joined;
}

/** The least that a wish names: "10 and up"; null where none is said. */
export function floorOf(mentions: readonly AmountMention[]): Money | null {
  return mentions.find((mention) => mention.bound === 'at-least')?.amount ?? null;
}

/** The ceiling that a wish names: "under 30", "$20 to $30", "I have a tenner"; null where none is said. */
export function ceilingOf(mentions: readonly AmountMention[]): Money | null {
  const ceiling =
    mentions.find((mention) => mention.bound === 'at-most') ??
    mentions.find((mention) => mention.marked && mention.bound !== 'at-least');
  return ceiling ? (ceiling.upTo ?? ceiling.amount) : null;
}

/** The one currency that a text names, where it is not the reader's own: what is said in it holds for the bare sums beside it. */
export function currencyNamed(text: string, own: Currency): Currency {
  const named = findAmounts(text, own).flatMap(({ marked, amount }) => (marked ? amount.currency : []));
  const [first, ...others] = new Set(named);
  return first && others.length === 0 ? first : own;
}
