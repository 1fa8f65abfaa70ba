import type { IsoMonth } from '../calendar.js';
import type { Figure } from '../figures.js';
import { type Currency, type Money, money, multiply, roundMinor } from '../money.js';
import { timesPerYear } from '../recurrence/cadence.js';
import type { RecurringSeries } from '../recurrence/series.js';
import { median } from '../recurrence/statistics.js';
import type { CoveredDays } from './coverage.js';
import type { Entry } from './entries.js';
import type { Say } from './figures-of.js';

/** Full months that a typical month is told from, at most and at least for a median. */
export const monthsForMedian = { most: 6, least: 3 } as const;

/** The months, or where no month is full the shown days, that a typical month is told from. */
export interface Basis {
  /** Newest full months, oldest first, six at most. */
  readonly months: readonly IsoMonth[];
  /** Set where no month is full: the shown days are brought to the length of a month. */
  readonly scaled: { readonly firstDay: number; readonly days: number } | null;
}

const daysPerMonth = 365.25 / 12;
const leastDays = 14;

export function basisOf(covered: CoveredDays): Basis {
  const months = covered.fullMonths.slice(-monthsForMedian.most);
  const shown = covered.spans.reduce((days, [start, end]) => days + end - start + 1, 0);
  const first = covered.spans[0];
  const scaled =
    months.length === 0 && first && shown >= leastDays ? { firstDay: first[0], days: shown } : null;
  return { months, scaled };
}

/** Sums by month of the basis, in its order; one scaled sum where no month is full. Empty where nothing is shown. */
export function monthlySums(entries: readonly Entry[], basis: Basis): number[] {
  if (basis.months.length > 0) {
    const sums = new Map(basis.months.map((month) => [month, 0]));
    for (const { month, minor } of entries) {
      const sum = sums.get(month);
      if (sum !== undefined) sums.set(month, sum + minor);
    }
    return [...sums.values()];
  }
  if (!basis.scaled) return [];
  const total = entries.reduce((sum, { minor }) => sum + minor, 0);
  return [roundMinor((total * daysPerMonth) / basis.scaled.days, 'half-up')];
}

/**
 * The typical month: the median of the last three to six full months, the mean where there are fewer. Never negative
 * (a month of refunds is not an income).
 */
export function typicalMonth(
  entries: readonly Entry[],
  basis: Basis,
  currency: Currency,
  what: string,
  say: Say,
): Figure {
  const sums = monthlySums(entries, basis);
  const used = entries.filter(({ month }) => basis.scaled !== null || basis.months.includes(month));
  const mean = sums.reduce((total, sum) => total + sum, 0) / (sums.length || 1);
  const enough = sums.length >= monthsForMedian.least;
  const amount = money(Math.max(0, roundMinor(enough ? median(sums) : mean, 'half-up')), currency);
  const list = sums.map((sum) => say(money(sum, currency))).join(', ');
  const how = enough
    ? `median of ${sums.length} full months (${list})`
    : basis.scaled
      ? `${basis.scaled.days} days brought to a month`
      : sums.length > 1
        ? `mean of ${sums.length} full months (${list})`
        : sums.length === 1
          ? 'the one full month seen'
          : 'no full month seen';
  return {
    amount,
    approximate: !enough || used.some(({ approximate }) => approximate),
    arithmetic: `${what}: ${how} = ${say(amount)}`,
    sources: [{ kind: 'transactions', transactionIds: used.map(({ id }) => id) }],
  };
}

/** What a payment of the cadence comes to a month: weekly · 52/12, fortnightly · 26/12, annual / 12; half up. */
export function monthlyEquivalent(amount: Money, cadence: RecurringSeries['cadence']): Money {
  return multiply(amount, timesPerYear(cadence) / 12, 'half-up');
}
