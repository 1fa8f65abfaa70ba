/** Dates as days since 1970, kept apart from the product's own calendar on purpose. */
const dayLength = 24 * 60 * 60 * 1000;

export function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / dayLength;
}

export function textOf(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekday(day: number): number {
  return new Date(day * dayLength).getUTCDay();
}

/** The day of the month that many months after the anchor's month, clipped to the month's end. */
export function monthlyDay(anchor: number, months: number, dayOfMonth: number): number {
  const from = new Date(anchor * dayLength);
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, Math.min(dayOfMonth, last)) / dayLength;
}

/** A charge due on a weekend is posted on Monday; pay comes on Friday. */
export function workday(day: number, direction: 'after' | 'before'): number {
  const at = weekday(day);
  if (at === 6) return direction === 'after' ? day + 2 : day - 1;
  if (at === 0) return direction === 'after' ? day + 1 : day - 2;
  return day;
}
