import { type DateToken, dateAt, findDates } from './dates.js';
import { remembering } from './memo.js';
import { monthOfName } from './months.js';

/** A span of days as printed, each end with its readings. */
export interface PeriodToken {
  readonly start: DateToken;
  readonly end: DateToken;
}

/** Words that may stand between a period's two dates beside the one that joins them. */
const noise = /^(?:,|GMT|UTC|CES?T|[ECMP][SD]T|\d{1,2}:\d{2}(?::\d{2})?)$/u;
const connector =
  /^(?:--|tot en met|up to|up to and including|bis zum|bis einschließlich|jusqu'au|a el|hasta el|to end|to|through|thru|until|till|and|-|–|—|−|bis|au|al|a|à|tot|t\/m|do|till|til|ate|até|fino|hasta|e|y|~|～|〜|から|по|do dana|kuni|līdz|iki|til dags|hingga|sampai|s\/d|đến(?: ngày)?|עד|ועד|إلى|الى|حتى|(?:إلى|الى) تاريخ|to:|\.\.\.?)$/iu;
/** "From Date 01/01/2026  To Date 31/01/2026", beside words of another language: each end has a label of its own. */
const toLabel = /^(?:.{1,20}[ /])?to(?: date)?$/iu;
const fromLabel = /^from$/iu;
const gluedConnector = /([\d日])(?:–|—|−|~|～|〜|-)(?=\d{1,4}[-/.年]\d|\p{L}{3}|\d{1,2} \p{L})/gu;

/** The years of the end lent to a start that prints none ("9 Dec – 8 Jan 2014" begins in 2013). */
function lendYear(start: DateToken, final: DateToken): DateToken {
  if (start.readings.some((reading) => reading.year !== null)) return start;
  const readings = start.readings.flatMap((reading) => {
    const other = final.readings.find((end) => end.order === reading.order) ?? final.readings[0];
    if (!other || other.year === null) return [reading];
    const wraps = reading.month > other.month || (reading.month === other.month && reading.day > other.day);
    return [{ ...reading, year: wraps ? other.year - 1 : other.year }];
  });
  return { ...start, readings };
}

function periodIn(text: string): PeriodToken | null {
  const words = text
    .replace(/[()[\]:]/g, ' ')
    .split(/\s+/)
    .filter((part) => part !== '');
  const dates = findDates(words);
  for (let index = 0; index + 1 < dates.length; index += 1) {
    const [start, final] = [dates[index], dates[index + 1]];
    if (!start || !final) continue;
    const between = words.slice(start.start + start.length, final.start);
    const gap = between.filter((part) => !noise.test(part)).join(' ');
    const labels = toLabel.test(gap) && words.slice(0, start.start).some((part) => fromLabel.test(part));
    // "au/to": in two languages.
    if (gap.split('/').every((part) => connector.test(part)) || connector.test(gap) || labels)
      return { start: lendYear(start, final), end: final };
  }
  return null;
}

/** The period that a text prints ("01 Feb 2026 to 28 Feb 2026", "December 9, 2013 - January 9, 2014"), or null. */
export const findPeriod = remembering((text): PeriodToken | null => {
  // A hyphen may join two dates without spaces, or the parts of one: the printed spacing is tried first.
  if (!/\d/.test(text)) return null;
  const apart = text.replace(gluedConnector, '$1 - ');
  return periodIn(text) ?? (apart === text ? null : periodIn(apart)) ?? dayRange(text) ?? compactRange(text);
});

/** "20260102 20260130" and "16122025 To 15012026": days in eight digits. */
function compactRange(text: string): PeriodToken | null {
  const match = /(?<!\d)(\d{8})(?: ?(?:-|–|to|till|bis|a|al|au|hasta) ?| )(\d{8})(?!\d)/iu.exec(text);
  const [start, final] = [dateAt([match?.[1] ?? ''], 0), dateAt([match?.[2] ?? ''], 0)];
  return start && final && start.shape === final.shape ? { start, end: final } : null;
}

/** "February 1-28, 2026" and "1-28 February 2026": one month named once. */
function dayRange(text: string): PeriodToken | null {
  const before = /(\p{L}{3,12})\.? (\d{1,2}) ?[-–] ?(\d{1,2}),? ((?:19|20)\d\d)/u.exec(text);
  const after =
    /(?<![\d/.-])(\d{1,2})(?:\.|er|º)? ?(?:[-–]|au|al|bis|to|a) ?(\d{1,2})\.?(?: de)? (\p{L}{3,12})(?: de)? ((?:19|20)\d\d)/u.exec(
      text,
    );
  const [name, from, to, year] = before?.slice(1) ?? (after ? [after[3], after[1], after[2], after[4]] : []);
  const start = dateAt([`${from}`, `${name}`, `${year}`], 0);
  const final = dateAt([`${to}`, `${name}`, `${year}`], 0);
  return start && final && start.readings.length > 0 && final.readings.length > 0
    ? { start, end: final }
    : null;
}

/** A month that a title names without a day ("Statement for March 2024", "março/2024"), or null. */
export const findMonth = remembering((text): { readonly year: number; readonly month: number } | null => {
  if (!/\p{L}{3}.*(?:19|20)\d\d/u.test(text)) return null;
  for (const match of text.matchAll(
    /(?<!\d\.?[ /-])(\p{L}{3,12})(?:\.?,? (?:de )?|[/-])((?:19|20)\d\d)(?![/-]?\d)/gu,
  )) {
    const found = monthOfName(match[1] ?? '');
    if (found !== null) return { year: Number(match[2]), month: found };
  }
  return null;
});
