import { add, type Currency, type Money, multiply } from '../../../domain/money.js';
import { type AmountMention, EACH, findAmounts } from './amounts.js';
import { parseCount } from './numbers.js';

const COUNT =
  /\b(\d{1,2}|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple of)\s(?:of\s|x\s)?$/;
const COUNTED =
  /\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple of)\s(?:[a-z]+\s){0,2}?(?:tickets?|seats?|people|persons?|games?|books?|movies?|films?|of us|entries|meals?|dinners?|coffees?|drinks?|beers?|nights?|passes|copies|things|\w+s)\b/g;

/** "2 tickets at 35", "dinner for 2 at 30 each" */
const COUNTED_AT =
  /\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:[a-z]+ )?[a-z]{2,}s (?:at|@)\s?(?:about |around )?$/;
const FOR_SO_MANY =
  /\b(?:for|of) (?:the )?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)(?: of us| people)?,? (?:at|for|x|@)?\s?(?:about |around )?$/;

/** What a sentence adds up to: "4 tickets at 45 each", "35 for dinner plus two 14 dollar tickets". Null: no amount. */
export function totalOf(
  text: string,
  currency: Currency,
): { readonly total: Money; readonly mentions: readonly AmountMention[]; readonly terms: number } | null {
  const mentions = findAmounts(text, currency);
  const [first] = mentions;
  if (!first) return null;
  let total: Money | null = null;
  let terms = 0;
  for (const mention of mentions) {
    const amount = mention.upTo ?? mention.amount;
    if (total !== null && amount.currency !== total.currency) continue;
    const times = timesOf(text, mention);
    const value = times === 1 ? amount : multiply(amount, times, 'half-up');
    total = total === null ? value : add(total, value);
    terms += times;
  }
  return total === null ? null : { total, mentions, terms };
}

/** How often an amount counts: "two 14 dollar tickets" twice, "4 tickets at 45 each" four times. */
export function timesOf(text: string, mention: AmountMention): number {
  const before = text.slice(0, mention.start);
  const direct = COUNT.exec(before)?.[1];
  if (direct && !/^an?$/.test(direct)) return parseCount(direct) ?? 1;
  const priced = COUNTED_AT.exec(before)?.[1];
  if (priced) return parseCount(priced) ?? 1;
  if (!EACH.test(text.slice(mention.end))) return 1;
  const people = FOR_SO_MANY.exec(before)?.[1];
  if (people) return parseCount(people) ?? 1;
  const counted = [...before.matchAll(COUNTED)].at(-1)?.[1];
  return (counted && parseCount(counted)) || 1;
}
