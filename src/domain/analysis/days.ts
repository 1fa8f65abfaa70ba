import { dayNumber, type IsoDate } from '../calendar.js';

const days = new Map<IsoDate, number>();
const limit = 20_000;

/** `dayNumber`, remembered: thousands of lines share a few hundred days. */
export function dayOf(date: IsoDate): number {
  const known = days.get(date);
  if (known !== undefined) return known;
  if (days.size >= limit) days.clear();
  const day = dayNumber(date);
  days.set(date, day);
  return day;
}
