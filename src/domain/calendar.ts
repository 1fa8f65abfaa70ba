import { Temporal } from 'temporal-polyfill';

/** A calendar date, `YYYY-MM-DD`: no time, no zone, as statements and receipts print it. Compares as text. */
export type IsoDate = string;

/** A calendar month, `YYYY-MM`. Compares as text. */
export type IsoMonth = string;

/** A span of days, both ends included. */
export interface DateSpan {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** The date, or null where the calendar has no such day (30 February, month 13). */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** True for a text that is a real day written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** Days since 1970-01-01: dates as numbers, for arithmetic over many rows. */
export function dayNumber(date: IsoDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/** The date of a day number. */
export function dateOfDay(day: number): IsoDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDay(dayNumber(date) + days);
}

/** The same day some months on, the month's last day where it is shorter (31 January + 1 → 28 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function monthOf(date: IsoDate): IsoMonth {
  return date.slice(0, 7);
}

/** The month's first and last day. */
export function monthSpan(month: IsoMonth): DateSpan {
  const parsed = Temporal.PlainYearMonth.from(month);
  return { start: `${month}-01`, end: parsed.toPlainDate({ day: parsed.daysInMonth }).toString() };
}

/** Days in the span, both ends counted. */
export function spanDays(span: DateSpan): number {
  return daysBetween(span.start, span.end) + 1;
}

export function isWithin(date: IsoDate, span: DateSpan): boolean {
  return date >= span.start && date <= span.end;
}

/** The calendar date at an instant in an IANA time zone. */
export function dateIn(zone: string, instant: Date): IsoDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}
