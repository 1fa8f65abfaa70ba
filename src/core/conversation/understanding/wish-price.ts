import { type Currency, fromMajor, type Money, multiply, zero } from '../../../domain/money.js';
import type { ItemType } from '../../../domain/ranking/item.js';
import { type AmountMention, ceilingOf, EACH, findAmounts, floorOf } from './amounts.js';
import { looseAmounts } from './loose-amounts.js';

/** What a wish may cost, as far as it says. */
export interface WishPrice {
  readonly minPrice: Money | null;
  readonly maxPrice: Money | null;
  readonly freeOnly: boolean;
  /** "Cheap", without a figure. */
  readonly cheap: boolean;
  /** Out of what is paid for already. */
  readonly included: boolean;
  /** The share of what is left that it may cost. */
  readonly share: number | null;
}

const FREE =
  /\b(?:free|for nothing|costs? nothing|(?:no|0|zero) (?:money|cash|bucks|dollars|quid)|without spending|zero (?:dollars|budget|cost|cash|money)|(?:got |have )?no (?:cash|dough|dosh)|out of (?:cash|money)|empty wallet|spend(?:ing)? nothing|not spend(?:ing)? (?:any|a)|skint|broke|no cost|on the house|already pay(?:ing)? for|already paid for|included (?:in|with) (?:what|my))\b/;

const NOT_FREE =
  /\b(?:free (?:time|evening|day|night|weekend|on|tonight|tomorrow|this)|am free|feel free|gluten[- ]free|are free|free shipping)\b|\b(?:hours?|minutes|time|evening|night|afternoon|day|weekend) free\b|\bfree (?:hours?|afternoon|morning)\b/;

/** Words of little money, which a sum beside them makes precise. */
const POOR = /\b(?:broke|skint|(?:no|0|zero) (?:money|cash)|out of (?:cash|money)|empty wallet)\b/;
const INCLUDED =
  /\b(?:already pay(?:ing)? for|already paid for|included (?:in|with) (?:what|my)|(?:on|with|in) my (?:own )?subscriptions?)\b/;
const HALF = /\bhalf (?:of )?(?:what|my|the)\b.{0,20}\b(?:left|have|budget|money)\b/;

/** Reads from a normalised text, with its amounts, what a wish for so many people and of such kinds may cost. */
export function findPrice(
  text: string,
  amounts: readonly AmountMention[],
  currency: Currency,
  wished: { readonly partySize: number | null; readonly types: readonly ItemType[] },
): WishPrice {
  const free = FREE.test(text.replace(NOT_FREE, ' ').replace(NOT_FREE, ' '));
  const ceiling = ceilingOf(amounts);
  const between = betweenOf(text, currency);
  // "Broke student, max 10 bucks" has ten.
  const freeOnly = free && !(POOR.test(text) && ceiling !== null && ceiling.minor > 0);
  return {
    minPrice: between?.from ?? floorOf(amounts),
    maxPrice: freeOnly
      ? zero(currency)
      : (between?.to ??
        forAll(text, amounts, wished.partySize, wished.types) ??
        about(text, currency, wished.partySize)),
    freeOnly,
    cheap: (free && !freeOnly) || (CHEAP.test(text) && !/\b(?:not|n't) have to be cheap\b/.test(text)),
    included: INCLUDED.test(text),
    share: HALF.test(text) ? 0.5 : null,
  };
}

/** "A tenner each for four" is 40 for all, where the price is paid by the head. */
function forAll(
  text: string,
  amounts: readonly AmountMention[],
  partySize: number | null,
  types: readonly ItemType[],
): Money | null {
  const byEach = amounts.find(({ end }) => EACH.test(text.slice(end)));
  const ceiling = ceilingOf(amounts) ?? (byEach ? (byEach.upTo ?? byEach.amount) : null);
  if (!ceiling || partySize === null || partySize < 2) return ceiling;
  const each = byEach !== undefined;
  const byHead = types.every((type) => type === 'restaurant' || type === 'event');
  return each && byHead ? multiply(ceiling, partySize, 'half-up') : ceiling;
}

/** "Between 15 and 25": no players, ages, lengths or hours, which are smaller, or named beside. */
const BETWEEN =
  /\b(?:between|from|anywhere (?:between|from))\s([$€£]?)(\d{1,4}(?:\.\d{1,2})?)\s?(?:dollars|bucks|quid|pounds|euros?)?\s?(?:and|to|-)\s?([$€£]?)(\d{1,4}(?:\.\d{1,2})?)\b\s?(dollars|bucks|quid|pounds|euros?)?(?!\s?(?:people|players?|of us|kids|minutes?|mins?|hours?|hrs?|years?|pm|am|o'clock|%|pages|:))/;
const AGED = /\b(?:aged?|kids?|children|year|born|released|from the year)\b/;
const LEAST_PRICE = 13;

function betweenOf(text: string, currency: Currency): { readonly from: Money; readonly to: Money } | null {
  const [, sign, low, other, high, unit] = BETWEEN.exec(text) ?? [];
  if (low === undefined || high === undefined || Number(high) <= Number(low)) return null;
  const marked = Boolean(sign || other || unit);
  if (!marked && (Number(high) < LEAST_PRICE || Number(low) >= 1900 || AGED.test(text))) return null;
  const found = findAmounts(`${sign || other}${high} ${unit ?? ''}`, currency)[0];
  const named = marked && found ? found.amount.currency : currency;
  return { from: fromMajor(low, named), to: fromMajor(high, named) };
}

const CHEAP =
  /\b(?:cheap(?:ish|o)?|on the cheap|inexpensive|low[- ]cost|low budget|tight budget|won't break the bank|will not break the bank|(?:not|nothing) (?:too |very |that |so )?fancy|(?:not|no) (?:too )?(?:expensive|pricey|much money)|affordable)\b/;

/** "Around 30", "with 40", "50ish": a bare number that a wish is priced with. */
const PRICED_WITH =
  /\b(?:around|about|roughly|with|like|say|circa|for|do|spend|spending|budget|manage)\s(?:only |just |about |around |like )?$/;

/** "70 for the evening" */
const FOR_ALL =
  /^\s?(?:bucks |quid |dollars |euros |pounds )?(?:for|on) (?:(?:the|this|our|my|an?) )?(?:whole )?(?:evening|night|day|weekend|date|outing|trip|thing|lot|afternoon|both of us|two of us)\b/;

function about(text: string, currency: Currency, partySize: number | null): Money | null {
  for (const { amount, start, end } of looseAmounts(text, currency)) {
    const before = text.slice(0, start);
    // "Dinner for 6": so many people.
    if (
      /\bfor\s$/.test(before) &&
      !/[$€£]/.test(text.slice(start, end)) &&
      amount.minor === (partySize ?? 0) * 100
    )
      continue;
    const ish = /^(?:\s?ish\b)/.test(text.slice(end));
    const upper = /^\s?(?:to|-)\s?/.exec(text.slice(end));
    const high = upper
      ? looseAmounts(text, currency).find((one) => one.start === end + upper[0].length)
      : null;
    if ((PRICED_WITH.test(before) || ish || FOR_ALL.test(text.slice(end))) && amount.minor >= 500)
      return high?.amount ?? amount;
  }
  return null;
}
