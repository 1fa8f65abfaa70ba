import type { Profile, RatingTable } from '../profile.js';
import type { Row } from './interactions.js';
import { learnScale, likeWeight } from './liking.js';

/** Everybody's rows, the profiles' first: a profile's own ratings and its likes and dislikes are one row. */
export interface LikingRows {
  readonly rows: readonly Row[];
  /** Rows [0, profiles) belong to the profiles, in their order. */
  readonly profiles: number;
}

/** A dislike says what a low rating says: it was chosen, and not for liking. */
const dislikeWeight = 0.2;

/** Joins ratings and profiles. Ratings by a profile's own id belong to that profile; the last of two ratings counts. */
export function likingRows(ratings: RatingTable, profiles: readonly Profile[]): LikingRows {
  const rowOfProfile = new Map(profiles.map((profile, index) => [profile.id, index]));
  let count = profiles.length;
  const rowOf = Int32Array.from(ratings.people, (id) => {
    const own = rowOfProfile.get(id);
    if (own !== undefined) return own;
    count += 1;
    return count - 1;
  });
  const rated = ratedRows(ratings, rowOf, count);
  return {
    rows: rated.map((row, index) => {
      const profile = profiles[index];
      return profile === undefined ? row : withProfile(row, profile);
    }),
    profiles: profiles.length,
  };
}

/** Sorts the ratings into rows by counting, without an object for each of what may be millions. */
function ratedRows(ratings: RatingTable, rowOf: Int32Array, count: number): Row[] {
  const scale = learnScale(ratings.valueAt);
  const { personAt, itemAt, valueAt } = ratings;
  const starts = new Int32Array(count + 1);
  for (const person of personAt) {
    const row = (rowOf[person] as number) + 1;
    starts[row] = (starts[row] as number) + 1;
  }
  for (let row = 0; row < count; row += 1)
    starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const next = starts.slice();
  const items = new Int32Array(itemAt.length);
  const weights = new Float32Array(itemAt.length);
  for (let at = 0; at < itemAt.length; at += 1) {
    const row = rowOf[personAt[at] as number] as number;
    const slot = next[row] as number;
    next[row] = slot + 1;
    items[slot] = itemAt[at] as number;
    weights[slot] = scale.weightOf(valueAt[at] as number);
  }
  const seen = new Map<number, number>();
  return Array.from({ length: count }, (_, row) =>
    distinct(
      items.subarray(starts[row], starts[row + 1]),
      weights.subarray(starts[row], starts[row + 1]),
      seen,
    ),
  );
}

/** Moves repeated items together, the last weight winning. `seen` is empty before and after. */
function distinct(items: Int32Array, weights: Float32Array, seen: Map<number, number>): Row {
  let length = 0;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] as number;
    const known = seen.get(item);
    if (known === undefined) {
      seen.set(item, length);
      items[length] = item;
      weights[length] = weights[at] as number;
      length += 1;
    } else {
      weights[known] = weights[at] as number;
    }
  }
  seen.clear();
  return { items: items.subarray(0, length), weights: weights.subarray(0, length) };
}

function withProfile(row: Row, profile: Profile): Row {
  const merged = new Map<number, number>();
  for (let at = 0; at < row.items.length; at += 1)
    merged.set(row.items[at] as number, row.weights[at] as number);
  for (const item of profile.disliked) merged.set(item, dislikeWeight);
  for (const item of profile.liked) merged.set(item, Math.max(merged.get(item) ?? 0, 1));
  return { items: [...merged.keys()], weights: [...merged.values()] };
}

/** How many people like each item. */
export function likesByItem(rows: readonly Row[], items: number): Float64Array {
  const likes = new Float64Array(items);
  for (const { items: own, weights } of rows) {
    for (let at = 0; at < own.length; at += 1) {
      const item = own[at] as number;
      if ((weights[at] as number) >= likeWeight) likes[item] = (likes[item] as number) + 1;
    }
  }
  return likes;
}

/** The items of a row that are liked, in its order. */
export function likedOf(row: Row): number[] {
  return Array.from(row.items).filter((_, at) => (row.weights[at] as number) >= likeWeight);
}
