import type { Cadence } from './cadence.js';

/** A rhythm: the days on which something falls due. Day numbers count from 1970-01-01. */
export interface Grid {
  readonly cadence: Cadence;
  /** The due day of slot k; k may be negative. */
  readonly due: (slot: number) => number;
  /** The slot whose due day lies nearest to the day. */
  readonly nearest: (day: number) => number;
  /** How far before and after its due day a payment may be posted (weekends, holidays, late postings). */
  readonly early: number;
  readonly late: number;
}

/** Mean days between two payments. */
export const periodDays: Readonly<Record<Cadence, number>> = {
  weekly: 7,
  fortnightly: 14,
  'semi-monthly': 15.22,
  'four-weekly': 28,
  monthly: 30.44,
  quarterly: 91.31,
  'half-yearly': 182.62,
  annual: 365.25,
};

const slack: Readonly<Record<Cadence, readonly [early: number, late: number]>> = {
  weekly: [1, 2],
  fortnightly: [2, 3],
  'semi-monthly': [3, 3],
  'four-weekly': [2, 3],
  monthly: [3, 4],
  quarterly: [6, 8],
  'half-yearly': [9, 12],
  annual: [16, 16],
};

const monthSteps = { monthly: 1, quarterly: 3, 'half-yearly': 6, annual: 12 } as const;

/** Every so many days, through the anchor. */
export function fixedGrid(cadence: 'weekly' | 'fortnightly' | 'four-weekly', anchor: number): Grid {
  const period = periodDays[cadence];
  const [early, late] = slack[cadence];
  return {
    cadence,
    due: (slot) => anchor + slot * period,
    nearest: (day) => Math.round((day - anchor) / period),
    early,
    late,
  };
}

/** On a day of the month, every so many months, through the anchor's month; clipped to the month's last day. */
export function monthGrid(cadence: keyof typeof monthSteps, anchorMonth: number, dayOfMonth: number): Grid {
  const step = monthSteps[cadence];
  const [early, late] = slack[cadence];
  const due = (slot: number) => dayInMonth(anchorMonth + slot * step, dayOfMonth);
  return {
    cadence,
    due,
    nearest: (day) => nearestSlot(day, (monthIndex(day) - anchorMonth) / step, due, 1),
    early,
    late,
  };
}

/** On two days of each month, the anchor's month holding slots 0 and 1. */
export function semiMonthlyGrid(anchorMonth: number, first: number, second: number): Grid {
  const [early, late] = slack['semi-monthly'];
  const due = (slot: number) =>
    dayInMonth(anchorMonth + Math.floor(slot / 2), slot % 2 === 0 ? first : second);
  return {
    cadence: 'semi-monthly',
    due,
    nearest: (day) => nearestSlot(day, (monthIndex(day) - anchorMonth) * 2 + 0.5, due, 2),
    early,
    late,
  };
}

function nearestSlot(day: number, guess: number, due: (slot: number) => number, reach: number): number {
  const middle = Math.round(guess);
  let best = middle;
  let distance = Math.abs(due(middle) - day);
  for (let slot = middle - reach; slot <= middle + reach; slot += 1) {
    const other = Math.abs(due(slot) - day);
    if (other < distance) {
      best = slot;
      distance = other;
    }
  }
  return best;
}

// Month numbers and month starts are asked for a million times in ten years of lines: both are kept.
const monthOfDay: number[] = [];
const startOfMonth: number[] = [];

/** Months since January 1970. */
export function monthIndex(day: number): number {
  const known = monthOfDay[day];
  if (known !== undefined) return known;
  const date = new Date(day * 86_400_000);
  const index = (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
  if (day >= 0 && day < keptDays) monthOfDay[day] = index;
  return index;
}

/** Days to the year 2133; what lies outside is computed each time. */
const keptDays = 60_000;

/** 1 to 31. */
export function dayOfMonth(day: number): number {
  return new Date(day * 86_400_000).getUTCDate();
}

function monthStart(index: number): number {
  const known = startOfMonth[index];
  if (known !== undefined) return known;
  const start = Date.UTC(1970, index, 1) / 86_400_000;
  if (index >= 0 && index < keptDays / 30) startOfMonth[index] = start;
  return start;
}

function dayInMonth(index: number, wanted: number): number {
  const start = monthStart(index);
  return start + Math.min(wanted, monthStart(index + 1) - start) - 1;
}
