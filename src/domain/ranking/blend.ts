import type { ContentIndex } from './content.js';
import type { Row } from './neighbours/interactions.js';
import { likeWeight } from './neighbours/liking.js';
import type { BlendWeights } from './weights.js';
import { rankingWeights } from './weights.js';

/** The parts of a score for all items, each from 0 to 1 (content and neighbours may dip below 0). */
export interface ScoreParts {
  readonly neighbours: Float64Array | null;
  readonly popularity: Float64Array;
  readonly prior: Float64Array;
  readonly content: Float64Array;
  readonly wishes: Float64Array | null;
  readonly moment: Float64Array | null;
}

/** Scales the values so that the largest is 1; all zero stays zero. */
export function scaledToOne(values: Float64Array): Float64Array {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most === 0 ? values : values.map((value) => value / most);
}

/** Likeness of all items to what somebody took to, dislikes counting against. */
export function contentScores(index: ContentIndex, row: Row, items: number): Float64Array {
  const scores = new Float64Array(items);
  const parts = Array.from(row.items, (item, at) => {
    const weight = row.weights[at] as number;
    return { item, weight: weight >= likeWeight ? weight : weight <= 0.3 ? -rankingWeights.dislike : 0 };
  });
  if (parts.length > 0) index.addLikeness(index.profile(parts, []), scores);
  return scaledToOne(scores);
}

/** The weighted sum of the parts. */
export function blend(parts: ScoreParts, weights: BlendWeights): Float64Array {
  const scores = new Float64Array(parts.prior.length);
  const addPart = (values: Float64Array | null, weight: number): void => {
    if (values === null || weight === 0) return;
    for (let item = 0; item < scores.length; item += 1) {
      scores[item] = (scores[item] as number) + weight * (values[item] as number);
    }
  };
  addPart(parts.neighbours, weights.neighbours);
  addPart(parts.popularity, weights.popularity);
  addPart(parts.prior, weights.prior);
  addPart(parts.content, weights.content);
  addPart(parts.wishes, weights.wishes);
  addPart(parts.moment, weights.moment);
  return scores;
}

/** The best items that pass, best first, ties by index: deterministic. */
export function best(scores: Float64Array, limit: number, passes: (item: number) => boolean): number[] {
  const top: number[] = [];
  for (let item = 0; item < scores.length; item += 1) {
    const score = scores[item] as number;
    const last = top[top.length - 1];
    if (top.length === limit && last !== undefined && score <= (scores[last] as number)) continue;
    if (!passes(item)) continue;
    let place = top.length;
    while (place > 0 && (scores[top[place - 1] as number] as number) < score) place -= 1;
    top.splice(place, 0, item);
    if (top.length > limit) top.pop();
  }
  return top;
}
