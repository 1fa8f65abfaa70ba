import type { Pace } from './status.js';

/** Variable spending only: subscriptions come at their own time, whatever the pace. Amounts in minor units. */
export interface PaceInput {
  readonly spent: number;
  readonly spentLastWeek: number;
  readonly budget: number;
  readonly transactions: number;
  readonly elapsedDays: number;
  readonly periodDays: number;
  /** F, everything considered. */
  readonly left: number;
}

/**
 * b = (spent / budget) / (elapsed / period). Warn at b ≥ 1.25 when the last seven days keep at least the even pace and a
 * quarter is spent; critical at b ≥ 1.5 with the same and half spent, or when nothing is left. Silent before a fifth of
 * the period or three transactions.
 */
export function paceOf(input: PaceInput): Pace {
  const { spent, budget, elapsedDays, periodDays } = input;
  const gone = elapsedDays / periodDays;
  const share = budget > 0 ? spent / budget : null;
  const ratio = share === null ? null : round(share / gone);
  const week = Math.min(7, elapsedDays);
  const lastWeek = budget > 0 ? round(input.spentLastWeek / budget / (week / periodDays)) : null;
  if (gone < 0.2 || input.transactions < 3) return { ratio, lastWeek, level: 'silent' };
  if (input.left <= 0) return { ratio, lastWeek, level: 'critical' };
  if (ratio === null || lastWeek === null || share === null || lastWeek < 1)
    return { ratio, lastWeek, level: 'ok' };
  if (ratio >= 1.5 && share >= 0.5) return { ratio, lastWeek, level: 'critical' };
  return { ratio, lastWeek, level: ratio >= 1.25 && share >= 0.25 ? 'warn' : 'ok' };
}

/**
 * The period's variable spending if it goes on: spent + days left · (w · pace + (1 − w) · usual daily), w = elapsed /
 * period. Without a usual, the pace alone.
 */
export function projectSpending(input: {
  readonly spent: number;
  readonly elapsedDays: number;
  readonly periodDays: number;
  readonly usualDaily: number | null;
}): number {
  const { spent, elapsedDays, periodDays } = input;
  const weight = elapsedDays / periodDays;
  const pace = spent / elapsedDays;
  const usual = input.usualDaily ?? pace;
  return Math.max(0, spent + (periodDays - elapsedDays) * (weight * pace + (1 - weight) * usual));
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
