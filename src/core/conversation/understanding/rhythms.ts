import { monthlyEquivalent } from '../../../domain/analysis/typical.js';
import { type Money, multiply } from '../../../domain/money.js';
import { parseCount } from './numbers.js';

/** How often an amount comes or goes. */
export type AmountCadence =
  | 'weekly'
  | 'fortnightly'
  | 'four-weekly'
  | 'monthly'
  | 'quarterly'
  | 'annual'
  | 'daily';

const EVERY = '(?:(?:a|an|per|each|every)\\s|\\/\\s?)';
const NAMED: readonly (readonly [AmountCadence, string])[] = [
  [
    'fortnightly',
    `${EVERY}(?:two weeks|2 weeks|fortnight|second week|other week|other \\w+day|second \\w+day|2 wks)\\b|(?:fortnightly|bi-?weekly)\\b`,
  ],
  ['four-weekly', `${EVERY}(?:four|4) weeks\\b|four-?weekly\\b`],
  ['monthly', `${EVERY}(?:month|mo|mth)\\b|(?:monthly|pcm|p\\/?m)\\b`],
  [
    'weekly',
    `${EVERY}(?:week|wk)\\b|(?:each|every) (?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|weekly\\b|p\\/?w\\b`,
  ],
  ['quarterly', `${EVERY}quarter\\b|quarterly\\b`],
  ['annual', `${EVERY}(?:year|yr|annum)\\b|(?:yearly|annually|annual|p\\/?a)\\b`],
  ['daily', `${EVERY}(?:day|shift)\\b|daily\\b`],
];
const AT_ONCE = NAMED.map(([cadence, words]) => [cadence, new RegExp(`^\\s*(?:${words})`)] as const);
const ANYWHERE = NAMED.map(
  ([cadence, words]) => [cadence, new RegExp(`(?:(?<![\\w/-])|(?=\\/))(?:${words})`)] as const,
);
const BESIDE =
  /^\s*(?:(?:after|before) tax|net|gross|take[- ]home|in hand|bucks|dollars|pounds|quid|euros?|or so|roughly)(?=\s)/;

/** "a month", "every two weeks" at the beginning of what follows an amount; null where none is said. */
export function cadenceOf(following: string): AmountCadence | null {
  const rest = following.replace(BESIDE, '');
  return AT_ONCE.find(([, pattern]) => pattern.test(rest))?.[0] ?? null;
}

/** How often an amount comes that a clause tells of, and how many times it does; the work that is paid by the hour or the day. */
export interface Rhythm {
  readonly per: AmountCadence | null;
  readonly times: number;
  /** What one amount is for, where the work done in a week is not told. */
  readonly unit: 'hour' | 'day' | null;
}

const COUNT = '(\\d{1,2}(?:\\.5)?|two|three|four|five|six|seven|twice|thrice)';
const TWICE =
  /\b(?:twice|2x|two times|2 times) (?:a|per|each|every) month\b|\bsemi-?monthly\b|\b(?:on )?the (?:1st|first|5th|15th) (?:and|&) (?:the )?(?:15th|16th|20th|fifteenth|last|30th)\b/;
const TIMES_A_YEAR = /\b(\d{1,2}|two|three|four|six) times (?:a|per|each|every) year\b/;
const HOURLY = /(?:\b(?:an|per|each|every)\s|\/\s?)(?:hour|hr|h)\b|\bhourly\b|\bp\/?h\b/;
const HOURS = new RegExp(`\\b${COUNT}[ -]?(?:hours?|hrs?|h)\\b(?! (?:a|per|each) (?:day|month|shift))`);
const DAYS = new RegExp(
  `\\b${COUNT} (?:days?|shifts?) (?:a|per|each|every) week\\b|\\b${COUNT} days?(?=\\s*$)`,
);
const WEEK_HOURS = 100;

/** A day of the month on which something comes. */
const ON_A_DAY = '(?:on )?the \\d{1,2}(?:st|nd|rd|th)(?: of (?:each|every|the) month)?';
const AT = [...NAMED, ['monthly', ON_A_DAY] as const].map(
  ([cadence, words]) => [cadence, new RegExp(`\\s*(?:${words})(?![\\w])`, 'y')] as const,
);
const TWICE_AT = new RegExp(`\\s*(?:${TWICE.source})`, 'y');
const YEARLY_AT = new RegExp(`\\s*(?:${TIMES_A_YEAR.source})`, 'y');

/** A rhythm that begins at a place of a text ("on the 15th" comes every month), with where it ends; null where none does. */
export function rhythmAt(
  text: string,
  at: number,
): { readonly per: AmountCadence; readonly times: number; readonly end: number } | null {
  const twice = stick(TWICE_AT, text, at);
  if (twice) return { per: 'monthly', times: 2, end: twice };
  const yearly = stick(YEARLY_AT, text, at);
  if (yearly) {
    const times = parseCount(TIMES_A_YEAR.exec(text.slice(at, yearly))?.[1] ?? '');
    return times ? { per: 'annual', times, end: yearly } : null;
  }
  for (const [per, pattern] of AT) {
    const end = stick(pattern, text, at);
    if (end) return { per, times: 1, end };
  }
  return null;
}

/** Where a sticky pattern ends that fits at a place; 0 where it does not. */
export function stick(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** Reads how often an amount comes from the clause that tells of it, wherever in it that is said. */
export function rhythmOf(text: string): Rhythm {
  if (TWICE.test(text)) return { per: 'monthly', times: 2, unit: null };
  const yearly = parseCount(TIMES_A_YEAR.exec(text)?.[1] ?? '');
  if (yearly) return { per: 'annual', times: yearly, unit: null };
  if (HOURLY.test(text)) return worked(HOURS.exec(text)?.[1], WEEK_HOURS, 'hour');
  const per = ANYWHERE.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  if (per !== 'daily') {
    // "150 a day, 5 days a week" speaks of a week as well.
    const day = /(?:\b(?:a|per|each|every)\s|\/\s?)(?:day|shift)\b/.test(text);
    if (!day) return { per, times: 1, unit: null };
  }
  const days = DAYS.exec(text);
  return worked(days?.[1] ?? days?.[2], 7, 'day');
}

function worked(said: string | undefined, most: number, unit: 'hour' | 'day'): Rhythm {
  const count = said === undefined ? null : /^\d/.test(said) ? Number(said) : parseCount(said);
  return count !== null && count > 0 && count <= most
    ? { per: 'weekly', times: count, unit: null }
    : { per: null, times: 1, unit };
}

/** An amount of a rhythm as a month's; without a rhythm it is one already. A day's has no cadence: a month is 365.25 / 12 days. */
export function monthlyOf(amount: Money, per: AmountCadence | null): Money {
  if (per === null || per === 'monthly') return amount;
  return per === 'daily' ? multiply(amount, 365.25 / 12, 'half-up') : monthlyEquivalent(amount, per);
}
