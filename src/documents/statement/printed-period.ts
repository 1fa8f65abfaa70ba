import { addDays, daysBetween, type IsoDate } from '../../domain/calendar.js';
import { isoDay } from '../layout/dates.js';
import { anyPhrase, foldText } from '../layout/fold.js';
import { findMonth } from '../layout/periods.js';
import type { End, Ends } from './ends.js';
import type { MarkedLine } from './model.js';
import { type DateContext, dayIn } from './resolve-dates.js';
import { balanceKindOf } from './vocabulary.js';

export interface PrintedPeriod {
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
}

const closingDay = anyPhrase(
  '(statement )?(closing|close|end|ending) date|statement date|stand(ing)? (as )?at|as at|balances? as (at|of)|' +
    'date d.arrete|arrete au|situation au|fecha de (corte|cierre)|data (de )?fechamento|stichtag|per datum|data chiusura',
);
const LONGEST_TITLE = 80;
/** Days between the last row and a closing date that nothing but its label tells. */
const FARTHEST = 35;

const dueWords = anyPhrase('dues?|minimum|pay(ment)?( by)?|vencimiento|vencimento|fallig~');

/** The day that a closing balance's own words name: "Nouveau solde au 28/02/2026", "28.02.2026 Saldo finale". */
function dayOfBalance({ figure }: End, context: DateContext): IsoDate | null {
  const { line, amount } = figure;
  const [date, other] = line.dates;
  const at = line.amounts.find((each) => each.amount === amount)?.from;
  if (!date || other || at === undefined || date.to >= at) return null;
  const words = line.line.words.filter((_, index) => index < at && (index < date.from || index > date.to));
  const label = words.map((word) => word.text).join(' ');
  return balanceKindOf(label) !== null && !dueWords.test(foldText(label)) ? dayIn(line, context) : null;
}

/** The last day that a closing balance's own line, or a label of the closing date, names. */
function closingDayOf(
  head: readonly MarkedLine[],
  ends: Ends,
  context: DateContext,
  last: IsoDate,
): IsoDate | null {
  const fits = (date: IsoDate | null): date is IsoDate =>
    date !== null && date >= last && daysBetween(last, date) <= FARTHEST;
  const own = ends.closing && dayOfBalance(ends.closing, context);
  if (fits(own)) return own;
  for (const each of head) {
    const { text } = each.line;
    if (each.dates.length !== 1 || text.length > LONGEST_TITLE) continue;
    const label = foldText(text);
    if (!closingDay.test(label) || dueWords.test(label)) continue;
    const date = dayIn(each, context);
    if (fits(date)) return date;
  }
  return null;
}

/** The month that a title names, where every row falls into it. */
function monthOf(head: readonly MarkedLine[], first: IsoDate, last: IsoDate): PrintedPeriod | null {
  for (const { line, dates, amounts } of head) {
    if (line.text.length > LONGEST_TITLE || dates.length > 0 || amounts.some((amount) => amount.strong))
      continue;
    const named = findMonth(line.text);
    const start = named && isoDay(named.year, named.month, 1);
    const next = named && isoDay(named.year + (named.month === 12 ? 1 : 0), (named.month % 12) + 1, 1);
    const end = next && addDays(next, -1);
    if (start && end && first >= start && last <= end) return { start, end };
  }
  return null;
}

/**
 * The period as far as the document prints it where it names no span of days: the month of its title, or the day of its
 * closing balance alone.
 * @param head the lines that are neither rows nor their texts
 * @param dates of the rows
 */
export function printedPeriod(
  head: readonly MarkedLine[],
  ends: Ends,
  context: DateContext,
  dates: readonly (string | null)[],
): PrintedPeriod {
  const { periodStart: start, periodEnd: end } = context;
  if (start !== null || end !== null) return { start, end };
  const days = dates.flatMap((date) => (date === null || date.startsWith('--') ? [] : date)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.length < dates.length) return { start, end };
  return monthOf(head, first, last) ?? { start: null, end: closingDayOf(head, ends, context, last) };
}
