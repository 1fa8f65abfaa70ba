import { dateOfDay, dayNumber, type IsoDate, type IsoMonth, monthOf } from '../calendar.js';
import type { DataState } from '../figures.js';
import type { Coverage } from './records.js';

/** Days that a month may lack and still count as full: statements seldom begin on the first. */
const lackAllowed = 4;
const staleAfterDays = 35;

/** Which days the statements show, all accounts together. */
export interface CoveredDays {
  /** Joined spans of day numbers, both ends included, in order. */
  readonly spans: readonly (readonly [start: number, end: number])[];
  /** Months shown in full, oldest first. */
  readonly fullMonths: readonly IsoMonth[];
  /** Months that any day of is shown. */
  readonly months: readonly IsoMonth[];
  readonly missingMonths: readonly IsoMonth[];
}

/** @param coverages what the statements cover, in any order */
export function coveredDays(coverages: readonly Coverage[]): CoveredDays {
  const spans: [number, number][] = [];
  const sorted = coverages
    .map(({ span }): [number, number] => [dayNumber(span.start), dayNumber(span.end)])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const [start, end] of sorted) {
    const last = spans.at(-1);
    if (last && start <= last[1] + 1) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  const shown = new Map<IsoMonth, number>();
  for (const [start, end] of spans) {
    for (let day = start; day <= end; ) {
      const next = Math.min(end + 1, firstOfNextMonth(day));
      const month = monthOf(dateOfDay(day));
      shown.set(month, (shown.get(month) ?? 0) + next - day);
      day = next;
    }
  }
  const months = [...shown.keys()].sort();
  return {
    spans,
    months,
    fullMonths: months.filter((month) => (shown.get(month) ?? 0) >= daysIn(month) - lackAllowed),
    missingMonths: between(months[0], months.at(-1)).filter((month) => !shown.has(month)),
  };
}

function firstOfNextMonth(day: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000;
}

function daysIn(month: IsoMonth): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

function between(first: IsoMonth | undefined, last: IsoMonth | undefined): IsoMonth[] {
  if (!first || !last) return [];
  const months: IsoMonth[] = [];
  let [year = 0, number = 0] = first.split('-').map(Number);
  for (let month = first; month <= last; ) {
    months.push(month);
    [year, number] = number === 12 ? [year + 1, 1] : [year, number + 1];
    month = `${year}-${String(number).padStart(2, '0')}`;
  }
  return months;
}

/** How current and complete the picture is, in words. */
export function dataState(coverages: readonly Coverage[], covered: CoveredDays, today: IsoDate): DataState {
  const [first] = covered.spans;
  const last = covered.spans.at(-1);
  if (!first || !last) {
    return { firstDate: null, lastDate: null, basedOn: null, stale: false, missingMonths: [], statements: 0 };
  }
  const lastDate = dateOfDay(last[1]);
  return {
    firstDate: dateOfDay(first[0]),
    lastDate,
    basedOn: `based on statements to ${longDate(lastDate)}`,
    stale: dayNumber(today) - last[1] > staleAfterDays,
    missingMonths: covered.missingMonths,
    statements: new Set(coverages.map(({ documentId }) => documentId)).size,
  };
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** "30 June 2026". */
export function longDate(date: IsoDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${monthNames[Number(month) - 1] ?? month} ${year}`;
}

/** "June 2026". */
export function longMonth(month: IsoMonth): string {
  const [year = '', number = ''] = month.split('-');
  return `${monthNames[Number(number) - 1] ?? number} ${year}`;
}
