import { addDays, addMonths, type DateSpan, type IsoDate, isoDate } from '../../../domain/calendar.js';
import { parseCount } from './numbers.js';

/** Days of the year that have a name, which the library of dates does not read. */
const FEASTS: readonly (readonly [RegExp, month: number, day: number])[] = [
  [/\bvalentine'?s?(?: day)?\b/, 2, 14],
  [/\bst\.? patrick'?s(?: day)?\b/, 3, 17],
  [/\bnew year'?s? eve\b|\bnye\b/, 12, 31],
  [/\bnew year'?s? day\b/, 1, 1],
  [/\bchristmas eve\b/, 12, 24],
  [/\bboxing day\b/, 12, 26],
];
const ORDINAL = '(\\d{1,2})(?:st|nd|rd|th)';
/** "the 3rd to the 6th", "on the 14th": days of a month that nobody named. "The 2nd" alone may be the second of a list. */
const RANGE = new RegExp(
  `^(?:from |between |on |the )*${ORDINAL} ?(?:to|until|till|through|and|-) ?(?:the )?${ORDINAL}$`,
);
const DAY = new RegExp(`^(?:(on |by |before |after |until |till |since )?the )?${ORDINAL}$`);
const FIRST_ALONE = 5;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** "the last week of june", "the first 10 days of may 2026" */
const PART_OF_MONTH =
  /^(?:(?:in|during|over|for|on) )?(?:the )?(?<end>first|last|final) (?:(?<count>\d{1,2}|two|three|four|five|six|seven|ten) )?(?<unit>weeks?|days?) (?:of|in) (?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (?<year>\d{4}))?$/;

/** The first day with a name of its own that a text speaks of; null where it speaks of none. */
export function readFeast(
  text: string,
  today: IsoDate,
  tense: 'past' | 'future',
): { readonly text: string; readonly span: DateSpan } | null {
  for (const [pattern, month, day] of FEASTS) {
    const words = pattern.exec(text)?.[0];
    if (words === undefined) continue;
    const year = Number(today.slice(0, 4));
    const thisYear = isoDate(year, month, day) ?? today;
    const start =
      tense === 'future'
        ? thisYear < today
          ? addMonths(thisYear, 12)
          : thisYear
        : thisYear > today
          ? addMonths(thisYear, -12)
          : thisYear;
    return { text: words, span: { start, end: start } };
  }
  return null;
}

/** The days that a phrase names by the day of the month alone; null where it names none so. */
export function readDayOfMonth(phrase: string, today: IsoDate, tense: 'past' | 'future'): DateSpan | null {
  const range = RANGE.exec(phrase);
  if (range) {
    const start = dayOfMonth(Number(range[1]), today, tense);
    const length = Number(range[2]) - Number(range[1]);
    return start && length > 0 ? { start, end: addDays(start, length) } : null;
  }
  const single = DAY.exec(phrase);
  const number = Number(single?.[2]);
  if (!single || (single[1] === undefined && number < FIRST_ALONE)) return null;
  const start = dayOfMonth(number, today, tense);
  return start ? { start, end: start } : null;
}

/** The next such day of a month, or the last one that was. */
function dayOfMonth(day: number, today: IsoDate, tense: 'past' | 'future'): IsoDate | null {
  const step = tense === 'future' ? 1 : -1;
  for (let months = 0; months <= 2; months += 1) {
    const month = addMonths(`${today.slice(0, 7)}-01`, step * months);
    const date = isoDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day);
    if (date && (tense === 'future' ? date >= today : date <= today)) return date;
  }
  return null;
}

/**
 * The first or last days of a month that is named: its last week is its last seven days, whatever weekday they begin on.
 * Null where a phrase names none so.
 */
export function readPartOfMonth(phrase: string, today: IsoDate, tense: 'past' | 'future'): DateSpan | null {
  const { end, count, unit = '', month = '', year } = PART_OF_MONTH.exec(phrase)?.groups ?? {};
  const number = count === undefined ? 1 : parseCount(count);
  if (!end || number === null) return null;
  const days = unit.startsWith('week') ? number * 7 : number;
  const first = firstOf(MONTHS.indexOf(month) + 1, Number(year ?? 0), today, tense);
  const next = first ? addMonths(first, 1) : null;
  if (!first || !next || days < 1 || days > 28) return null;
  return end === 'first'
    ? { start: first, end: addDays(first, days - 1) }
    : { start: addDays(next, -days), end: addDays(next, -1) };
}

/** The first of a month: that of the year named, else the last one that began, or the next one that is not over. */
function firstOf(month: number, year: number, today: IsoDate, tense: 'past' | 'future'): IsoDate | null {
  const thisYear = isoDate(year || Number(today.slice(0, 4)), month, 1);
  if (!thisYear || year) return thisYear;
  if (tense === 'past') return thisYear > today ? addMonths(thisYear, -12) : thisYear;
  return addMonths(thisYear, 1) <= today ? addMonths(thisYear, 12) : thisYear;
}
