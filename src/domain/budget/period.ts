import { addDays, addMonths, daysBetween, type IsoDate, monthOf, monthSpan, spanDays } from '../calendar.js';
import type { IncomeStream } from '../income/income.js';
import type { Cadence } from '../recurrence/cadence.js';
import type { BudgetPeriod } from './status.js';

/** The calendar month of the day. */
export function monthPeriod(today: IsoDate): BudgetPeriod {
  const { start, end } = monthSpan(monthOf(today));
  return periodOf('month', start, end, today);
}

/**
 * The pay cycle that the day falls into, by the largest stream with a known pay day: from its pay day to the day
 * before the next. Null where no pay day is known.
 */
export function payCycle(
  today: IsoDate,
  streams: readonly IncomeStream[],
): { period: BudgetPeriod; cadence: Cadence } | null {
  const dated = streams.filter(({ lastOn, cadence }) => lastOn !== null && cadence !== 'semi-monthly');
  const main = dated.reduce<IncomeStream | null>(
    (largest, stream) =>
      largest && largest.monthly.amount.minor >= stream.monthly.amount.minor ? largest : stream,
    null,
  );
  if (!main?.lastOn) return null;
  let count = 0;
  // A pay day of weeks ago still tells the rhythm; bounded, as nothing older than ten years is asked about.
  while (count < 520 && payDay(main.lastOn, main.cadence, count + 1) <= today) count += 1;
  while (count > -520 && payDay(main.lastOn, main.cadence, count) > today) count -= 1;
  const start = payDay(main.lastOn, main.cadence, count);
  const end = addDays(payDay(main.lastOn, main.cadence, count + 1), -1);
  return { period: periodOf('pay_cycle', start, end, today), cadence: main.cadence };
}

/** The due day that many payments after the given one. */
export function payDay(from: IsoDate, cadence: Cadence, count: number): IsoDate {
  switch (cadence) {
    case 'weekly':
      return addDays(from, 7 * count);
    case 'fortnightly':
      return addDays(from, 14 * count);
    case 'semi-monthly':
      return addDays(addMonths(from, Math.floor(count / 2)), count % 2 === 0 ? 0 : 15);
    case 'four-weekly':
      return addDays(from, 28 * count);
    case 'monthly':
      return addMonths(from, count);
    case 'quarterly':
      return addMonths(from, 3 * count);
    case 'half-yearly':
      return addMonths(from, 6 * count);
    case 'annual':
      return addMonths(from, 12 * count);
  }
}

/** The period before, of the same kind. */
export function previousPeriod(period: BudgetPeriod): BudgetPeriod {
  const end = addDays(period.start, -1);
  if (period.kind === 'month') return periodOf('month', monthSpan(monthOf(end)).start, end, end);
  const start = addDays(period.start, -period.days);
  return periodOf('pay_cycle', start, end, end);
}

function periodOf(kind: BudgetPeriod['kind'], start: IsoDate, end: IsoDate, today: IsoDate): BudgetPeriod {
  const days = spanDays({ start, end });
  const elapsedDays = Math.min(days, Math.max(1, daysBetween(start, today) + 1));
  return { kind, start, end, days, elapsedDays, daysLeft: days - elapsedDays + 1 };
}
