import type { RankableItem } from './item.js';
import { rankingWeights } from './weights.js';

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Values brought to 0…1 between the 5th and 95th percentile; all alike gives ½. */
function spread(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const low = quantile(sorted, 0.05);
  const high = quantile(sorted, 0.95);
  if (high <= low) return values.map(() => 0.5);
  return values.map((value) => Math.min(1, Math.max(0, (value - low) / (high - low))));
}

/**
 * How good and how well known each item is, 0 to 1, before anybody's taste: the mean rating drawn towards the
 * catalogue's mean by a number of imagined ratings (Bayesian shrinkage), times the logarithm of how many rated it.
 * @param seen per item, how many people of the ratings have it, for catalogues that state no counts of their own
 */
export function itemPriors(items: readonly RankableItem[], seen: Float64Array): Float64Array {
  const stated = items.some((item) => item.ratingCount !== null && item.ratingCount > 0);
  const counts = items.map((item, index) => (stated ? (item.ratingCount ?? 0) : (seen[index] ?? 0)));
  const rated = items.filter((item) => item.rating !== null);
  const mean = rated.reduce((total, item) => total + (item.rating ?? 0), 0) / Math.max(1, rated.length);
  const { shrinkage } = rankingWeights;
  const quality = spread(
    items.map((item, index) => {
      // An unrated item sits at the mean; a rating without a count is believed as if a few had given it.
      if (item.rating === null) return mean;
      const count = Math.max(counts[index] ?? 0, shrinkage / 4);
      return (item.rating * count + mean * shrinkage) / (count + shrinkage);
    }),
  );
  const most = Math.log1p(counts.reduce((top, count) => Math.max(top, count), 0));
  return Float64Array.from(items, (_, index) => {
    const counted = most === 0 ? 1 : Math.log1p(counts[index] ?? 0) / most;
    const item = items[index];
    const fame = item?.fame == null || item.ratingCount !== null ? counted : item.fame;
    return fame * (0.5 + 0.5 * (quality[index] ?? 0.5));
  });
}
