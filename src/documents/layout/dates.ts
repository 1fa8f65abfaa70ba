import type { IsoDate } from '../../domain/calendar.js';
import { remembering } from './memo.js';
import { isWeekday, monthOfName } from './months.js';

/** `ymd` is the short Swedish form, 24-08-05 for 5 August 2024. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** One way to read a printed date. `order` is null where its form leaves no choice (ISO, month by name). */
export interface DateReading {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly order: DateOrder | null;
}

/** A printed date with every reading the calendar allows; none for an impossible one such as 31/02/2026. */
export interface DateToken {
  readonly text: string;
  /** Where its words begin in the words given, and how many they are. */
  readonly start: number;
  readonly length: number;
  readonly readings: readonly DateReading[];
  /** How it is written: the dates of one column share it. */
  readonly shape: string;
  /** It may be something else: a dotted pair may be an amount, eight digits a reference. */
  readonly weak: boolean;
  /** A two-digit year stands apart by a space ("03 Feb 26") and may belong to what follows. */
  readonly yearApart: boolean;
}

interface Form {
  readonly name: string;
  readonly pattern: RegExp;
  readonly weak?: true;
  readonly yearApart?: true;
}

const end = '(?=$|[\\s;:)\\]*†‡]|,(?!\\d)|[.](?:$|\\s))';
const month = '(?<mon>\\p{L}{3,12})[.]?';
const ordinal = '(?:st|nd|rd|th|er|º|ª|[.]|:e)?';
const year4 = '(?<y>(?:19|20)\\d\\d)';
const form = (name: string, source: string, flags: Omit<Form, 'name' | 'pattern'> = {}): Form => ({
  name,
  pattern: new RegExp(`^${source}${end}`, 'iu'),
  ...flags,
});

/** Tried in order; the first that matches wins, so longer forms stand before their own beginnings. */
const forms: readonly Form[] = [
  form('ymd', `${year4}(?<sep>[-/.])(?<m>\\d{1,2})\\k<sep>(?<d>\\d{1,2})(?:T[\\d:.]+Z?)?`),
  form('era', '令和 ?(?<era>\\d{1,2}|元)年 ?(?<m>\\d{1,2})月 ?(?<d>\\d{1,2})日?'),
  form(
    'roc',
    '(?:(?:中華)?民國)? ?(?<roc>1\\d\\d)(?:年|(?<sep>[/.])) ?(?<m>\\d{1,2})(?:月|\\k<sep>) ?(?<d>\\d{1,2})日?',
  ),
  form('cjk', '(?:(?<y>\\d{4})年 ?)?(?<m>\\d{1,2})月 ?(?<d>\\d{1,2})日?'),
  form('numeric4', `(?<a>\\d{1,2})(?<sep>[-/.])(?<b>\\d{1,2})\\k<sep>${year4}`),
  form('numeric2', '(?<a>\\d{1,2})(?<sep>[-/.])(?<b>\\d{1,2})\\k<sep>(?<y>\\d\\d)'),
  form('spaced4', `(?<a>\\d{1,2})[.]? ?(?<sep>[/.]) ?(?<b>\\d{1,2}) ?\\k<sep> ?${year4}`),
  form('day-month-year', `(?<d>\\d{1,2})${ordinal} ?(?:of |de |d')?${month},?(?: de)? ?[-/]?${year4}`),
  form('day-month-year', `(?<d>\\d{1,2})[-/. ]${month}[-/. ]${year4}`),
  form('day-month-yy', `(?<d>\\d{1,2})(?<sep>[-/.])${month}\\k<sep>'?(?<y>\\d\\d)`),
  form('day-month-yy', "(?<d>\\d{1,2}) ?(?<mon>\\p{L}{3,12})[.]?,? ?'(?<y>\\d\\d)"),
  form('day-month-yy', '(?<d>\\d{1,2})(?<mon>\\p{L}{3,9})(?<y>\\d\\d)'),
  form('month-day-year', `${month}[ -]?(?<d>\\d{1,2})${ordinal},?[ -]?${year4}`),
  form('month-day-yy', `${month}[ -]?(?<d>\\d{1,2})/(?<y>\\d\\d)`),
  form('month-day-yy', `${month}[ -](?<d>\\d{1,2})(?:, ?'?|-|, )(?<y>\\d\\d)`),
  form('year-month-day', `${year4}[- ]${month}[- ](?<d>\\d{1,2})(?!,? (?:19|20)\\d\\d)`),
  form('day-month', `(?<d>\\d{1,2})${ordinal}[ -]?(?:of |de )?${month}(?: (?<y>\\d\\d))`, {
    yearApart: true,
  }),
  form('day-month', `(?<d>\\d{1,2})${ordinal}[ -/]?(?:of |de )?${month}`),
  form('month-day', `${month}[ -]?(?<d>\\d{1,2})(?:st|nd|rd|th)?`),
  form('pair', '(?<a>\\d{1,2})/(?<b>\\d{1,2})'),
  form('dotted-pair', '(?<a>\\d{1,2})[.](?<b>\\d{1,2})[.]'),
  form('dashed-pair', '(?<a>\\d{1,2})-(?<b>\\d{1,2})', { weak: true }),
  form('dotted-pair', '(?<a>\\d{2})[.](?<b>\\d{2})', { weak: true }),
  form('compact-day', '(?<a>\\d\\d)(?<b>\\d\\d)(?<y>20[0-7]\\d)', { weak: true }),
  form('compact', '(?<y>(?:19|20)\\d\\d)(?<m>\\d\\d)(?<d>\\d\\d)', { weak: true }),
];

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 80 ? 2000 + year : 1900 + year;
}

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True where the calendar has the day; without a year 29 February is one. Dates are tried by the thousand. */
function isPossible(year: number | null, month: number, day: number): boolean {
  if (day < 1 || day > (monthLengths[month - 1] ?? 0)) return false;
  if (month !== 2 || day < 29 || year === null) return true;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day as ISO, or null where the calendar has none such. Rows' dates are asked for by the thousand as well. */
export function isoDay(year: number, month: number, day: number): IsoDate | null {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return isPossible(year, month, day) ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null;
}

/** The year of an era: the first of Reiwa is 2019, the first of the Republic of China 1912. */
function eraYear({ era, roc }: Readonly<Record<string, string | undefined>>): number | null {
  if (roc !== undefined) return 1911 + Number(roc);
  if (era === undefined) return null;
  return 2018 + (era === '元' ? 1 : Number(era));
}

/** Readings the calendar allows; null where the form does not apply after all (the word is no month). */
function readingsOf(groups: Readonly<Record<string, string | undefined>>): DateReading[] | null {
  const printed = groups.y === undefined ? null : fullYear(groups.y);
  const year = eraYear(groups) ?? printed;
  const check = (m: number, d: number, order: DateOrder | null): DateReading[] =>
    isPossible(year, m, d) ? [{ year, month: m, day: d, order }] : [];
  if (groups.mon !== undefined) {
    const named = monthOfName(groups.mon);
    return named === null ? null : check(named, Number(groups.d), null);
  }
  if (groups.m !== undefined) return check(Number(groups.m), Number(groups.d), null);
  const [first, second] = [Number(groups.a), Number(groups.b)];
  const short = groups.y?.length === 2 ? yearFirst(first, second, Number(groups.y)) : [];
  // 05/05 reads the same both ways: one reading keeps it out of the ambiguity.
  if (first === second && short.length === 0) return check(first, first, null);
  return [...check(second, first, 'dmy'), ...check(first, second, 'mdy'), ...short];
}

function yearFirst(first: number, month: number, day: number): DateReading[] {
  const year = 2000 + first;
  return first < 80 && isPossible(year, month, day) ? [{ year, month, day, order: 'ymd' }] : [];
}

const LONGEST_DATE_WORDS = 6;
/** Cheap gates before the patterns: hardly any word can begin a date. */
const digitsFirst =
  /^(?:\d{1,2}(?:$|[-/.]\d|[-/.]?\p{L}|[.:,º°]|月)|1\d\d(?:[/.]\d|年)|\d{4}(?:$|[-/.年])|\d{8}$)/u;
const lettersFirst = /^(\p{L}{3,12})[.,]?(?:$|[-/ ]?\d)/u;

const canBegin = remembering((word): boolean => {
  if (word.charCodeAt(0) < 58) return digitsFirst.test(word);
  if (/^(?:令和|(?:中華)?民國)/u.test(word)) return true;
  const letters = lettersFirst.exec(word)?.[1];
  return letters !== undefined && (monthOfName(letters) !== null || isWeekday(letters));
});

/**
 * The date that begins at a word, or null. Two-digit years are 1980 to 2079.
 * @param words the words of a line or cell
 * @param start index of the first word
 */
export function dateAt(words: readonly string[], start: number): DateToken | null {
  const first = words[start];
  if (first === undefined || !canBegin(first)) return null;
  if (isWeekday(first)) {
    const rest = dateAt(words, start + 1);
    return rest && { ...rest, start, length: rest.length + 1, text: `${first} ${rest.text}` };
  }
  const joined = words.slice(start, start + LONGEST_DATE_WORDS).join(' ');
  if (!/\d/.test(joined)) return null;
  for (const { name, pattern, weak, yearApart } of forms) {
    const match = pattern.exec(joined);
    if (!match?.groups) continue;
    const readings = readingsOf(match.groups);
    // Eight digits that are no day are a reference.
    if (readings === null || (readings.length === 0 && name.startsWith('compact'))) continue;
    const text = match[0];
    return {
      text,
      start,
      length: text.split(' ').length,
      readings,
      shape: `${name}${match.groups.sep ?? ''}`,
      weak: weak ?? false,
      yearApart: yearApart ?? false,
    };
  }
  return null;
}

/** The token without a two-digit year that stands apart from it. */
export function withoutYearApart(token: DateToken): DateToken {
  if (!token.yearApart) return token;
  // 29 February may be no day of the year that was read into it.
  if (token.readings.length === 0) {
    const alone = dateAt(token.text.replace(/ \d\d$/, '').split(' '), 0);
    if (alone) return { ...alone, start: token.start };
  }
  return {
    ...token,
    text: token.text.replace(/ \d\d$/, ''),
    length: token.length - 1,
    readings: token.readings.map((reading) => ({ ...reading, year: null })),
    yearApart: false,
  };
}

/** Every date among the words, left to right, without overlaps. Weak forms are left out. */
export function findDates(words: readonly string[]): DateToken[] {
  const found: DateToken[] = [];
  for (let index = 0; index < words.length; ) {
    const token = dateAt(words, index);
    if (token && !token.weak) {
      found.push(token);
      index += token.length;
    } else index += 1;
  }
  return found;
}

/** Every date of a text, left to right. */
export const findDatesIn = remembering((text): readonly DateToken[] =>
  findDates(
    text
      .replace(/[()[\]]/g, ' ')
      .split(/\s+/)
      .filter((part) => part !== ''),
  ),
);
