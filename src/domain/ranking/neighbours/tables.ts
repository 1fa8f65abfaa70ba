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

function addProfile(row: Map<number, number>, profile: Profile): void {
  for (const item of profile.disliked) row.set(item, dislikeWeight);
  for (const item of profile.liked) row.set(item, Math.max(row.get(item) ?? 0, 1));
}

/** Joins ratings and profiles. Ratings by a profile's own id belong to that profile; the last of two ratings counts. */
export function likingRows(ratings: RatingTable, profiles: readonly Profile[]): LikingRows {
  const scale = learnScale(ratings.valueAt);
  const rows: Map<number, number>[] = profiles.map(() => new Map());
  const rowOfProfile = new Map(profiles.map((profile, index) => [profile.id, index]));
  const rowOf = Int32Array.from(ratings.people, (id) => {
    const own = rowOfProfile.get(id);
    return own ?? rows.push(new Map()) - 1;
  });
  for (let at = 0; at < ratings.valueAt.length; at += 1) {
    const row = rows[rowOf[ratings.personAt[at] as number] as number];
    row?.set(ratings.itemAt[at] as number, scale.weightOf(ratings.valueAt[at] as number));
  }
  profiles.forEach((profile, index) => {
    const row = rows[index];
    if (row !== undefined) addProfile(row, profile);
  });
  return {
    rows: rows.map((row) => ({ items: [...row.keys()], weights: [...row.values()] })),
    profiles: profiles.length,
  };
}

/** How many people like each item. */
export function likesByItem(rows: readonly Row[], items: number): Float64Array {
  const likes = new Float64Array(items);
  for (const row of rows) {
    row.items.forEach((item, index) => {
      if ((row.weights[index] as number) >= likeWeight) likes[item] = (likes[item] as number) + 1;
    });
  }
  return likes;
}
