import { type Currency, type Money, multiply } from '../../../domain/money.js';
import { type AmountMention, amountAt } from './amounts.js';
import { AMOUNT, amountSaid, JOINED } from './figure-said.js';
import type { Intent } from './intents.js';
import { rhythmOf } from './rhythms.js';

const SELF = '(?:i|we|he|she|they)';
const LEAD = `^(?:(?:so|ok|well|and|but|hi|hey|oh|also|currently|now|actually|basically|usually|yeah|yes|btw)[,\\s]+)*(?:${SELF} )?(?:(?:usually|currently|now|only|just|about|am|are|used to|also) )*`;
const EACH_TIME =
  '(?:biweekly|bi-weekly|monthly|weekly|fortnightly|twice a month|semi-?monthly|(?:a|per|each|every) (?:two weeks|2 weeks|other \\w+|\\w+)|on the \\w+ and (?:the )?\\w+)';
/** Verbs that tell of an income by themselves. */
const EARNING = new RegExp(
  `\\b(?:(?:i|we|and|now|currently|only|just|am|are) (?:\\w+ )?|^)(?:make|makes|making|earn|earns|earning|net|clear|gross|bring(?:s|ing)? (?:home|in)|take home|pull in|live on|(?:am|are) on|(?:get|gets|am|are|getting) paid)(?! it\\b)${JOINED}${AMOUNT}`,
  'd',
);
const JOB = new RegExp(
  `\\b(?:student loan (?:comes in|is paid)(?: at)?(?: \\w+ times a year,?)?|(?:job|work|gig|boss|employer|company|disability|pension|social security) (?:gets?|pays?|paying|brings?|bringing|gives?)|(?:that|which) pays|(?:a|my|the) (?:pay )?(?:raise|rise|promotion|new job)|promoted|hired|raised me)\\b[!.,]*${JOINED}${AMOUNT}`,
  'd',
);
/** "600 a month to live on" */
const LIVED_ON = new RegExp(
  `\\b(?:have|with|on|got|get) (?:about |around |only |just )*${AMOUNT}[\\d.,k]*(?: (?:bucks|dollars|quid|pounds|euros?))?(?: (?:a|per|each|every) (?:week|month|year))? to live (?:on|off)`,
  'd',
);
/** "I get 2400 twice a month", "paid fortnightly 1100": a verb of anything, so the rhythm has to be told. */
const BY_RHYTHM = [
  new RegExp(`${LEAD}(?:(?:get|gets|got|being) )?paid(?:[ ,]+${EACH_TIME}\\b)?${JOINED}${AMOUNT}`, 'd'),
  new RegExp(
    `${LEAD}(?:get|gets|getting|receive|make|making|earn|earning|bring in|take in|clear)(?! it\\b)${JOINED}${AMOUNT}`,
    'd',
  ),
  new RegExp(`^(?:after tax|net|gross),? (?:i|we) (?:get|have|make|clear|keep)${JOINED}${AMOUNT}`, 'd'),
];
/** What may stand between an amount and its rhythm. Anything else is what it is paid for. */
const NO_GOODS =
  /^\s?(?:(?:bucks|dollars|quid|pounds|euros?|usd|eur|gbp|aud|after|before|tax|taxes|net|gross|cash|in|hand|take[- ]home|from (?:my |the |a |our )?\w+|my|work|job|the|at|pay|salary|wages?|paid|income|or so|roughly|about|to live (?:on|off)|between|us|both|together|all|total)[\s,]*)*(?:$|[.!,;]|(?:(?:and|but|plus|so) |(?:a|an|per|each|every|twice|2x|two|on|monthly|weekly|bi-?weekly|fortnightly|semi|hourly|yearly|annually|daily|pcm|p\.?a|p\.?m)\b|\/|\d+(?:\.5)? ?(?:h|hours?|hrs?|days?)\b))/;
const TOO =
  /\b(?:too|also|as well|on top(?: of that)?|besides|extra|another|side (?:job|gig|hustle)|second job)\b/;
const TAXED = /\b(?:after tax|take[- ]home|in hand|net)\b/;
const PAID_FOR =
  /\b(?:for|to|on) (?!live\b|$|me\b|us\b|average\b|the (?:1st|first|15th)\b|work\b|my (?:job|work)\b)/;

/** "I got paid 1500 today", "my paycheck is 1450": one payment, whose rhythm is not told. */
const PAYMENT = new RegExp(
  `\\b(?:(?:got|get|was|been|getting) paid|pay ?che(?:ck|que))${JOINED}${AMOUNT}`,
  'd',
);
const NO_PAYMENT = /\bpaid (?:me |us )?back\b|\bgot paid (?:for|off)\b/;

/** "My salary went up by 10%" */
const BY_PERCENT =
  /\b(?:salary|pay|wages?|income|earnings|paycheck)\b.{0,24}\b(?<verb>went up|goes up|going up|rose|increased?|raised?|went down|goes down|dropped|fell|was cut|got cut|cut)\b.{0,12}?\b(?<percent>\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)|\b(?:got|get|getting|had) an? (?<raise>\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent) (?:pay )?(?:raise|rise|increase)\b/;
const GROSS = /\b(?:before tax(?:es)?|gross|pre-?tax|ctc)\b/;

/** Major units of a currency of about a dollar, from which on an income without a rhythm is rather a year's: "salary 45k". */
const A_YEARS_PAY = 15_000;
const ABOUT_A_DOLLAR: ReadonlySet<Currency> = new Set([
  'USD',
  'EUR',
  'GBP',
  'AUD',
  'CAD',
  'NZD',
  'CHF',
  'SGD',
]);

function isOfAYear({ minor, currency }: Money): boolean {
  return ABOUT_A_DOLLAR.has(currency) && minor >= A_YEARS_PAY * 100;
}

/** What comes in, by its noun, its verb or its rhythm: each month, or what has to be asked before it is. Null: none is told. */
export function readIncome(text: string, currency: Currency): Intent | null {
  const step = BY_PERCENT.exec(text)?.groups;
  const percent = Number(step?.percent ?? step?.raise ?? 0);
  if (percent > 0) {
    const change = /down|drop|fell|cut/.test(step?.verb ?? '') ? ('less' as const) : ('more' as const);
    return { kind: 'figure', figure: 'monthly_income', amount: null, percent, per: null, change };
  }
  const rhythm = rhythmOf(text);
  const rhythmic = rhythm.per !== null || rhythm.unit !== null || TAXED.test(text);
  const paid = rhythmic || NO_PAYMENT.test(text) ? null : PAYMENT.exec(text)?.indices?.groups?.amount?.[0];
  const payment = paid === undefined || paid === null ? null : amountAt(text, paid, currency);
  if (payment)
    return { kind: 'ask-figure', what: 'how-often', figure: 'monthly_income', amount: payment.amount };
  const said =
    amountSaid(text, 'monthly_income', currency) ??
    byVerb(text, [EARNING, JOB, LIVED_ON, ...(rhythmic ? BY_RHYTHM : [])], currency);
  if (!said) return null;
  const { per, times, unit } = rhythm;
  const figure = 'monthly_income' as const;
  if (unit) {
    const what = unit === 'hour' ? ('hours' as const) : ('days' as const);
    return { kind: 'ask-figure', what, figure, amount: said.amount };
  }
  // "I get 200 child support too" is no new income in place of the other.
  if (TOO.test(text))
    return {
      kind: 'figure',
      figure,
      amount: times === 1 ? said.amount : multiply(said.amount, times, 'half-up'),
      percent: null,
      per: said.per && times === 1 ? said.per : per,
      change: 'more',
    };
  const amount = times === 1 ? said.amount : multiply(said.amount, times, 'half-up');
  if (said.per === null && per === null && times === 1 && isOfAYear(amount))
    return { kind: 'ask-figure', what: 'how-often', figure, amount };
  const gross = GROSS.test(text);
  return {
    kind: 'figure',
    figure,
    amount,
    percent: null,
    per: said.per && times === 1 ? said.per : per,
    ...(gross && { gross: true as const }),
  };
}

function byVerb(text: string, verbs: readonly RegExp[], currency: Currency): AmountMention | null {
  for (const pattern of verbs) {
    const at = pattern.exec(text)?.indices?.groups?.amount?.[0];
    const mention = at === undefined ? null : amountAt(text, at, currency);
    if (!mention) continue;
    const following = text.slice(mention.end);
    if (NO_GOODS.test(following) && !PAID_FOR.test(following)) return mention;
  }
  return null;
}

/** "… and I get 200 from my lodger", after another income: its rhythm is the same, where none is told. */
export function readIncomeBesides(text: string, currency: Currency, found: readonly Intent[]): Intent | null {
  const first = found.find((intent) => intent.kind === 'figure' && intent.figure === 'monthly_income');
  if (first?.kind !== 'figure') return null;
  const said = byVerb(text, BY_RHYTHM, currency);
  if (!said) return null;
  return { ...first, amount: said.amount, per: said.per ?? first.per };
}
