import { addDays, type IsoDate } from '../../../domain/calendar.js';
import { type Currency, fromMajor, type Money } from '../../../domain/money.js';
import { looseAmounts } from './loose-amounts.js';
import { findTimes } from './times.js';

const AMOUNT =
  '(?:[$€£]\\s?)?(\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,4}(?:\\.\\d{1,2})?)(?:\\s?(?:bucks|dollars|quid|pounds|euros?))?';
const LEAD = '(?:(?:and|then|plus|the|a|an|another|about|like|around|some|also|oh|my|our|just) )*';
const THING = "([a-z][a-z '&-]{1,28}?)";
const THING_FIRST = new RegExp(
  `^${LEAD}${THING}(?: (?:was|were|cost|costs|came to|for|is|at))?(?: (?:another|about|around|only|like|just))* ${AMOUNT}$`,
);
const AMOUNT_FIRST = new RegExp(
  `^${LEAD}${AMOUNT} (?:(?:on|for|at|in) )?(?:(?:the|a|an|some|my|our) )?${THING}$`,
);
const NO_LIST =
  /\b(?:max|tops|limit|each|head|table|room|seats?|under|over|people|players?|of us|minutes|hours?|years?|months?|a month|i|we|is|my|budget|rent|left|save|say|maybe|weekend|evening|fun|us|me|you|what|how)\b/;

/** "40 bowling 25 pizza": where the next begins. */
const PAIRED =
  /(?<=^[$€£]?\d+(?:\.\d{1,2})? [a-z]{3,14}(?: [$€£]?\d+(?:\.\d{1,2})? [a-z]{3,14})*) (?=[$€£]?\d+(?:\.\d{1,2})? (?!people|players?|of|for|each|minutes|hours?|tickets?)[a-z]{3,14}(?:$| [$€£]?\d))/g;
/** "14 at the movies sat" */
const SHORT_DAY = / (mon|tues?|weds?|thurs?|thu|fri|sat|sun|yest)$/;
const DAYS: Readonly<Record<string, string>> = {
  mon: 'monday',
  tue: 'tuesday',
  tues: 'tuesday',
  wed: 'wednesday',
  weds: 'wednesday',
  thu: 'thursday',
  thur: 'thursday',
  thurs: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
  yest: 'yesterday',
};

/** One thing of a list with what it cost, and the day that was said with it. */
export interface Jotting {
  readonly description: string;
  readonly amount: Money;
  readonly on: IsoDate | null;
}

/** A list of what things cost, as people jot it down: "cinema 24, popcorn 11 and parking was another 6", "12 on cinema, 4 for the bus". */
export function readJottings(
  text: string,
  { currency, today }: { readonly currency: Currency; readonly today: IsoDate },
): readonly Jotting[] {
  const parts = text
    .replace(/^(?:(?:i|we) )?(?:(?:just|also|have|then) )*(?:spent|paid|dropped|blew|had) /, '')
    .replace(/[\s.!]+$/, '')
    .replace(PAIRED, ', ')
    .split(/,(?!\d{3}\b)\s?(?:and\s|plus\s)?|\s(?:and|plus|&|\+)\s/)
    .map((part) => part.trim().replace(SHORT_DAY, (_whole, day: string) => ` ${DAYS[day] ?? day}`));
  if (parts.length < 2) return [];
  const items = parts.flatMap((said) => {
    const [time] = /\d/.test(said) ? findTimes(withoutSum(said, currency), today, 'past') : [];
    const words = time && said.includes(time.text) ? time.text : null;
    const part = (words ? said.replace(words, ' ') : said)
      .replace(/\s(?:on|in|at|for)(?=\s*$)/, '')
      .replace(/ +/g, ' ')
      .trim();
    const [, after, thing] = AMOUNT_FIRST.exec(part) ?? [];
    const [, name, before] = THING_FIRST.exec(part) ?? [];
    const description = thing ?? name;
    const amount = after ?? before;
    // One part that reads otherwise makes it a sentence and no list.
    if (!description || !amount || NO_LIST.test(description)) return [];
    return [
      {
        description: description
          .replace(/^(?:went to|went for|saw|did|got|paid for|bought) (?:(?:the|a|an|some) )?/, '')
          .replace(/(?: (?:yesterday|today|last night|earlier|too|as well|also))+$/, ''),
        amount: fromMajor(amount.replace(/,/g, ''), currency),
        on: dayOf(said, time?.span.start ?? null, today),
      },
    ];
  });
  if (items.length !== parts.length) return [];
  // "12 on cinema, 4 for the bus yesterday": a day said once, at the end, holds for all.
  const day = items.at(-1)?.on ?? null;
  return items.map((item) => ({ ...item, on: item.on ?? day }));
}

function dayOf(text: string, day: IsoDate | null, today: IsoDate): IsoDate | null {
  return /\b(?:last night|yesterday)\b/.test(text) ? addDays(today, -1) : day;
}

/** A part without its sum, whose number is no day. */
function withoutSum(part: string, currency: Currency): string {
  const [sum] = looseAmounts(part, currency);
  return sum ? `${part.slice(0, sum.start)} ${part.slice(sum.end)}` : part;
}
