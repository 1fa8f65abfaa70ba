import { monthlyDay, textOf, workday } from './days.js';
import type { HistoryCadence, HistoryRow, HistorySeries } from './history.js';
import { printPayee } from './print.js';
import type { Random } from './random.js';

/** What a series is before it is played out. */
export interface SeriesPlan {
  readonly id: string;
  readonly direction: 'charge' | 'income';
  readonly cadence: HistoryCadence;
  readonly payee: string;
  readonly city: string;
  readonly category: string | null;
  readonly account: HistoryRow['account'];
  /** Positive minor units. */
  readonly minor: number;
  /** Deviation of the amount from one time to the next, as a share. */
  readonly spread: number;
  readonly startDay: number;
  readonly endDay: number;
  readonly ended: boolean;
  readonly skip: number;
  readonly raise: { readonly atDay: number; readonly factor: number } | null;
}

const fixedGaps: Partial<Record<HistoryCadence, number>> = { weekly: 7, fortnightly: 14, 'four-weekly': 28 };
const monthGaps: Partial<Record<HistoryCadence, number>> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  annual: 12,
};

function dueDays(plan: SeriesPlan): number[] {
  const days: number[] = [];
  const gap = fixedGaps[plan.cadence];
  const dayOfMonth = Number(textOf(plan.startDay).slice(8));
  for (let index = 0; ; index += 1) {
    const day =
      plan.cadence === 'semi-monthly'
        ? monthlyDay(plan.startDay, Math.floor(index / 2), index % 2 === 0 ? 15 : 31)
        : gap === undefined
          ? monthlyDay(plan.startDay, index * (monthGaps[plan.cadence] ?? 1), dayOfMonth)
          : plan.startDay + index * gap;
    if (day > plan.endDay) return days;
    if (day >= plan.startDay) days.push(day);
  }
}

/** Late postings, weekend shifts, skipped and changed payments, price rises, refunds and repeated postings. */
export function playSeries(
  plan: SeriesPlan,
  lastDay: number,
  random: Random,
): { rows: HistoryRow[]; truth: HistorySeries } {
  const rows: HistoryRow[] = [];
  let occurrences = 0;
  let raised = false;
  for (const due of dueDays(plan)) {
    if (random.chance(plan.skip)) continue;
    const shifted = workday(due, plan.direction === 'income' ? 'before' : 'after');
    const late = plan.direction === 'charge' && random.chance(0.12) ? random.whole(1, 2) : 0;
    const day = shifted + late;
    if (day > lastDay) continue;
    let amount = plan.minor;
    if (plan.raise && due >= plan.raise.atDay) {
      amount *= plan.raise.factor;
      raised = true;
    }
    amount *= 1 + plan.spread * random.normal();
    if (plan.direction === 'charge' && random.chance(0.015)) amount *= random.between(0.5, 0.9);
    const minor = Math.max(1, Math.round(amount));
    rows.push(row(plan, day, plan.direction === 'income' ? minor : -minor, random));
    occurrences += 1;
    if (plan.direction === 'charge' && random.chance(0.01)) {
      rows.push(row(plan, day, -minor, random));
      rows.push({ ...row(plan, Math.min(lastDay, day + 3), minor, random), role: 'refund', series: null });
    }
  }
  const least = plan.cadence === 'annual' ? 2 : 3;
  const truth: HistorySeries = {
    id: plan.id,
    direction: plan.direction,
    cadence: plan.cadence,
    occurrences,
    ended: plan.ended,
    priceRise: raised,
    mature: occurrences >= least,
  };
  return { rows, truth };
}

function row(plan: SeriesPlan, day: number, minor: number, random: Random): HistoryRow {
  return {
    date: textOf(day),
    description: printPayee(plan.payee, plan.city, day, random),
    minor,
    account: plan.account,
    category: plan.category,
    role: plan.direction === 'income' ? 'income' : 'spending',
    series: plan.id,
  };
}
