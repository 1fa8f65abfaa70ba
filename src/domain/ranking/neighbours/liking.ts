/** What a value of somebody's ratings says: how strongly they took to the item, above 0 up to 1. */
export interface LikingScale {
  readonly kind: 'rated' | 'used' | 'flat';
  weightOf(value: number): number;
}

/** A rating at or above this weight counts as a like. */
export const likeWeight = 0.7;

/** Having rated something low still says that somebody chose it. */
const least = 0.2;

function smoothStep(x: number): number {
  const t = Math.min(1, Math.max(0, x));
  return t * t * (3 - 2 * t);
}

/**
 * Learns the scale from its values. Ratings (stars, points) cluster high on a bounded scale: the upper part of it is
 * liking. Use (hours played, times bought) has a long tail: its logarithm counts, and any use is a like. One value
 * alone, or a scale whose low end was cut off before, makes all alike. Nothing and less (0 of 0/1, a thumb down, a game
 * never started) is no like.
 */
export function learnScale(values: Float64Array): LikingScale {
  const flat: LikingScale = { kind: 'flat', weightOf: () => 1 };
  if (values.length === 0) return flat;
  const sorted = sampled(values).sort();
  const low = sorted[0] as number;
  const high = sorted.at(-1) as number;
  const median = sorted[Math.floor(sorted.length / 2)] as number;
  if (high - low <= 0.35 * Math.abs(high)) return flat;
  if (median > 0.3 * high) {
    const span = high - low;
    return {
      kind: 'rated',
      weightOf: (value) => least + (1 - least) * smoothStep(((value - low) / span - 0.3) / 0.5),
    };
  }
  const usual = Math.log1p(Math.max(0, sorted[Math.floor(sorted.length * 0.75)] as number)) || 1;
  return {
    kind: 'used',
    weightOf: (value) =>
      value <= 0 ? least : likeWeight + (1 - likeWeight) * Math.min(1, Math.log1p(value) / usual),
  };
}

/** At most 200,000 values, evenly taken, with the true ends kept. */
function sampled(values: Float64Array): Float64Array {
  const step = Math.ceil(values.length / 200_000);
  if (step === 1) return values.slice();
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const taken = values.filter((_, index) => index % step === 0);
  taken[0] = low;
  taken[taken.length - 1] = high;
  return taken;
}
