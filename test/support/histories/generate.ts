import { dayOf, textOf } from './days.js';
import type { History } from './history.js';
import { regions } from './merchants.js';
import { makeNoise } from './noise.js';
import { planSeries } from './plans.js';
import { Random } from './random.js';
import { playSeries } from './series.js';

export type { History, HistoryRow, HistorySeries } from './history.js';

/**
 * Makes the money history of one household, 12 to 24 months of it, with its truth. It shares nothing with the code it
 * judges: own dates, own payees, own idea of what recurs.
 */
export function generateHistory(seed: number, options: { readonly months?: number } = {}): History {
  const random = new Random(seed * 2_654_435_761 + 17);
  for (let warm = 0; warm < 8; warm += 1) random.next();
  const months = options.months ?? random.whole(12, 24);
  const startDay = dayOf(2024, 1 + random.whole(0, 5), 1);
  const endDay = startDay + Math.round(months * 30.44) - 1;
  const region = random.pick(regions);
  const frame = {
    startDay,
    endDay,
    region,
    city: random.pick(region.cities),
    scale: region.currency === 'INR' ? 40 : 1,
  };
  const played = planSeries(frame, random).map((plan) => playSeries(plan, endDay, random));
  const rows = [...played.flatMap((series) => series.rows), ...makeNoise(frame, random)];
  rows.sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0));
  return {
    seed,
    currency: region.currency,
    start: textOf(startDay),
    end: textOf(endDay),
    rows,
    series: played.map((series) => series.truth),
  };
}
