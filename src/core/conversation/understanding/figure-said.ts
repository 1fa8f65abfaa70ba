import type { Currency } from '../../../domain/money.js';
import { type AmountMention, amountAt, findAmounts } from './amounts.js';
import { CODES } from './currencies-said.js';
import type { StatedFigureName } from './intents.js';
import { numberWords } from './numbers.js';

/** Where an amount begins, a pattern source with the group `amount`. */
export const AMOUNT = `(?<amount>(?:(?:[a-z]{1,2})?[$€£¥₹]\\s?|(?:${CODES})\\s)?(?:\\d|(?:${numberWords})\\b))`;
/** Words that join a figure to its name, and change nothing of it; a pattern source. */
export const JOINED =
  '(?:[\\s,:=~]+(?:is|are|was|were|will|be|like|about|around|roughly|approx(?:imately)?|only|just|now|currently|of|at|to|up|comes?|costs?|cost|runs?|me|us|my|the|our|a|an|per|each|every|month|monthly|week|weekly|bi-?weekly|two weeks|year|yearly|fortnight|fortnightly|went|goes|go|from|new|total|totals?|together|in|all|after|before|tax|taxes|net|gross|payment|payments|and|plus|also|other|stuff|bills?|rent|utilities|insurance|electricity|mortgage|income|i|we|pay|paid|he|it|so|maybe|probably|usually|say|home|take|bring|half|share|over|almost|nearly|exactly|expenses|costs))*[\\s,:=~]*';
const RHYTHM =
  '(?:(?:bucks|dollars|quid|pounds|euros?|a|per|month|week|year|each|every|or|so|ish|monthly|weekly) )*';
const PAY =
  '(?<!\\b(?:i|we|to|can|must|they|you|he|she) )(?:my |our |his |her |net |gross |monthly |weekly )?';
const NAMES: Readonly<Record<StatedFigureName, string>> = {
  monthly_income: `income|salary|wages?|in[- ]hand(?: salary| pay)?|pension|universal credit|hourly (?:rate|wage|pay)|rate of pay|ss(?:i|di)|social security|disability|child benefit|unemployment|(?:my|our|net|gross|monthly|weekly|base|take[- ]?home) pay|${PAY}pay ?che(?:ck|que)s?|take[- ]?home|earnings|payday|pay(?= (?:is|was|comes)\\b|:|=)`,
  fixed_expenses:
    'rent|mortgage|bills|(?:phone|water|power|gas|electricity|internet|electric) bill|utilities|insurance|electricity|outgoings|essentials|needs|fixed (?:costs|expenses)|monthly (?:costs|expenses)|expenses|overheads',
  entertainment_budget:
    '(?:make|set|change|put|keep|cap) (?:it|that)|(?:(?:fun|entertainment|going[- ]out|play|spending|monthly) (?:budget|money|allowance|cash|limit)|budget|allowance|fun|entertainment)(?: budget)?(?: (?:for|on) fun)?(?: (?:should|would|will|to|up|down|stays?|back|set))*',
  savings: 'sav(?:e|es|ing|ings)(?: (?:goal|target|rate|away|aside))?|put (?:away|aside|by)|set aside|stash',
  debt_minimums:
    '(?:car |student |home |personal )?(?:loan|debts?|credit cards?|card|repayments?|minimums?)(?: (?:payments?|repayments?|minimums?))?|pay off|repay',
};
const AFTER = '(?=$|[\\s]*[,.;!]|\\s(?:and|each|every|a|per|monthly|alone|plus|but|so)\\b)';
const HOLDS = '(?:(?:for|in|on|of|to|into|off|goes|is|as|coming|my|the|our|just|a) )*';

const SAID: Readonly<Record<string, readonly RegExp[]>> = Object.fromEntries(
  Object.entries(NAMES).map(([figure, names]) => [
    figure,
    [
      new RegExp(`\\b(?:${names})${JOINED}${AMOUNT}`, 'd'),
      new RegExp(`(?<![\\d.,])${AMOUNT}[\\d.,k]* ${RHYTHM}${HOLDS}(?:${names})\\b${AFTER}`, 'd'),
    ],
  ]),
);

/**
 * The amount that a sentence says one of somebody's figures to be: the one beside its name, and not merely one somewhere in
 * it, as in "my rent is due friday, we need fun for 15". Null where none stands there.
 */
export function amountSaid(text: string, figure: StatedFigureName, currency: Currency): AmountMention | null {
  for (const pattern of SAID[figure] ?? []) {
    const at = pattern.exec(text)?.indices?.groups?.amount?.[0];
    const mention = at === undefined ? null : amountFrom(text, at, currency);
    if (mention) return mention;
  }
  return null;
}

/** The amount at a place: as it is found in the whole text where it is, since it may be a range. */
export function amountFrom(text: string, at: number, currency: Currency): AmountMention | null {
  const whole = findAmounts(text, currency).find(({ start, end }) => start <= at && at < end);
  return whole ?? amountAt(text, at, currency);
}

const BESIDE = new RegExp(`^${JOINED}$`);

/** The first amount within a part of a text, or right after it. */
export function amountBeside(
  text: string,
  part: { readonly start: number; readonly end: number },
  currency: Currency,
): AmountMention | null {
  for (const { index } of text.matchAll(new RegExp(`(?<![\\d.,])${AMOUNT}`, 'g'))) {
    if (index < part.start || (index >= part.end && !BESIDE.test(text.slice(part.end, index)))) continue;
    const mention = amountFrom(text, index, currency);
    if (mention) return mention;
  }
  return null;
}
