import type { Choice } from './choice.js';
import { rankingWeights } from './weights.js';

/** A choice whose taker took more than can be found again among its alternatives. */
export interface Trial extends Choice {
  readonly held: number;
}

/** Deeper than the ten that people see: the same order of merit with far less chance in it. */
const depth = 50;

function ndcg({ features, taken, held }: Trial, weights: Float64Array): number {
  const width = weights.length;
  const scores = new Float64Array(features.length / width);
  for (let at = 0; at < scores.length; at += 1) {
    let score = 0;
    for (let k = 0; k < width; k += 1) score += (weights[k] as number) * (features[at * width + k] as number);
    scores[at] = score;
  }
  let gained = 0;
  let ideal = 0;
  for (const at of taken) {
    const rank = rankOf(scores, at);
    if (rank < depth) gained += 1 / Math.log2(rank + 2);
  }
  for (let place = 0; place < Math.min(depth, held); place += 1) ideal += 1 / Math.log2(place + 2);
  return ideal === 0 ? 0 : gained / ideal;
}

/** How many stand above this one, ties by place: its rank without sorting the rest. */
function rankOf(scores: Float64Array, at: number): number {
  const own = scores[at] as number;
  let above = 0;
  for (let other = 0; other < scores.length; other += 1) {
    const score = scores[other] as number;
    if (score > own || (score === own && other < at)) above += 1;
  }
  return above;
}

/** Every trial's NDCG under these weights. */
export const measure = (trials: readonly Trial[], weights: Float64Array): number[] =>
  trials.map((trial) => ndcg(trial, weights));

export const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);

/** Whether a gain is more than chance: the mean difference against its standard error. */
export function isBetter(candidate: readonly number[], current: readonly number[]): boolean {
  const { leastGain, leastErrors } = rankingWeights.tuning;
  const gains = candidate.map((value, at) => value - (current[at] ?? 0));
  const gain = mean(gains);
  const spread = Math.sqrt(mean(gains.map((value) => (value - gain) ** 2)) / Math.max(1, gains.length));
  return gain > Math.max(leastGain, leastErrors * spread);
}

/** Tries each group of weights larger and smaller in turn, twice round, keeping what is clearly better. */
export function climb(
  trials: readonly Trial[],
  start: Float64Array,
  from: number[],
  groups: readonly ((at: number) => boolean)[],
): { readonly weights: Float64Array; readonly reached: number[] } {
  let weights = start;
  let reached = from;
  for (let round = 0; round < 2; round += 1) {
    for (const group of groups) {
      for (const factor of [0.5, 2]) {
        const candidate = weights.map((weight, at) => (group(at) ? weight * factor : weight));
        const scores = measure(trials, candidate);
        if (!isBetter(scores, reached)) continue;
        weights = candidate;
        reached = scores;
      }
    }
  }
  return { weights, reached };
}
