import type { Cadence } from './cadence.js';
import {
  dayOfMonth,
  fixedGrid,
  type Grid,
  monthGrid,
  monthIndex,
  periodDays,
  semiMonthlyGrid,
} from './grid.js';

/** How well payments keep to a rhythm. */
export interface Fit {
  readonly grid: Grid;
  /** Positions (into the days given) of the payments on the grid, one for each slot at most, in order. */
  readonly members: readonly number[];
  /** Slots from the first member's to the last's, and how many of them were missed. */
  readonly slots: number;
  readonly missed: number;
  /** Payments that the grid does not explain. */
  readonly strays: number;
  /** Mean distance from the due day, in slacks. */
  readonly spread: number;
  readonly score: number;
}

const cadences: readonly Cadence[] = [
  'monthly',
  'weekly',
  'fortnightly',
  'four-weekly',
  'semi-monthly',
  'quarterly',
  'half-yearly',
  'annual',
];

/**
 * The rhythms that the days (sorted, without repeats) may keep, best first. Rhythms whose number of payments cannot
 * be right are not tried, so that the cost stays linear in the number of days.
 */
export function fits(days: readonly number[], direction: 'charge' | 'income'): Fit[] {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined || days.length < 2) return [];
  const found: Fit[] = [];
  for (const cadence of cadences) {
    // Two bills of one merchant a fortnight apart are two contracts; pay does come twice a month.
    if (cadence === 'semi-monthly' && direction === 'charge') continue;
    const slots = (last - first) / periodDays[cadence] + 1;
    if (days.length > slots * 1.35 + 1.5 || days.length < slots * 0.55 - 0.5) continue;
    let best: Fit | null = null;
    for (const grid of grids(cadence, days)) {
      const fit = fitTo(grid, days);
      if (fit && (best === null || fit.score > best.score)) best = fit;
    }
    if (best) found.push(best);
  }
  return found.sort((a, b) => b.score - a.score);
}

function* grids(cadence: Cadence, days: readonly number[]): Iterable<Grid> {
  const first = days[0] ?? 0;
  const anchorMonth = monthIndex(first);
  switch (cadence) {
    case 'weekly':
    case 'fortnightly':
    case 'four-weekly': {
      const period = periodDays[cadence];
      for (const phase of new Set(days.map((day) => day % period))) {
        yield fixedGrid(cadence, first - (first % period) + phase);
      }
      return;
    }
    case 'semi-monthly':
      for (const [early, late] of halves(days)) yield semiMonthlyGrid(anchorMonth, early, late);
      return;
    case 'monthly':
      for (const day of new Set(days.map(dayOfMonth))) yield monthGrid(cadence, anchorMonth, day);
      return;
    default:
      // The rarer the payment, the more any one of its days may be off: each is tried as the anchor.
      for (const day of days.slice(0, 12)) yield monthGrid(cadence, monthIndex(day), dayOfMonth(day));
  }
}

function halves(days: readonly number[]): [number, number][] {
  const inMonth = [...new Set(days.map(dayOfMonth))].sort((a, b) => a - b);
  const pairs: [number, number][] = [];
  for (const early of inMonth) {
    for (const late of inMonth) if (late - early >= 12 && late - early <= 18) pairs.push([early, late]);
  }
  return pairs.slice(0, 40);
}

/** Which payments fall on the grid; null where fewer than two do. */
export function fitTo(grid: Grid, days: readonly number[]): Fit | null {
  const bySlot = new Map<number, number>();
  const off = (position: number, slot: number) => Math.abs((days[position] ?? 0) - grid.due(slot));
  days.forEach((day, position) => {
    const slot = grid.nearest(day);
    const distance = day - grid.due(slot);
    if (distance < -grid.early || distance > grid.late) return;
    const rival = bySlot.get(slot);
    if (rival === undefined || off(position, slot) < off(rival, slot)) bySlot.set(slot, position);
  });
  if (bySlot.size < 2) return null;
  const taken = [...bySlot].sort((a, b) => a[0] - b[0]);
  const firstSlot = taken[0]?.[0] ?? 0;
  const slots = (taken.at(-1)?.[0] ?? 0) - firstSlot + 1;
  const missed = slots - taken.length;
  const strays = days.length - taken.length;
  const spread =
    taken.reduce((total, [slot, position]) => total + off(position, slot), 0) /
    taken.length /
    (grid.early + grid.late);
  const score = taken.length / slots - 0.6 * (missed / slots) - strays / days.length - 0.25 * spread;
  return { grid, members: taken.map(([, position]) => position), slots, missed, strays, spread, score };
}
