import type { SearchHit } from '../../../core/ports/stores/catalogue.js';

export type Way = SearchHit['matched'][number];

/** How deep each list is read before they are fused. */
export const depth = 60;

export interface Ranked {
  readonly id: string;
  /** How near the name is to the query, 0 to 1. */
  readonly closeness: number;
}

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): 1 / (k + rank), k = 60. */
const fusionConstant = 60;

/** A name that is nearly the query speaks louder than a word or a likeness. */
const weights: Readonly<Record<Way, number>> = { name: 1.6, words: 1, meaning: 1.1 };

/** One list of the several, best first; a tie goes by id. */
export function fuse(
  lists: readonly (readonly [Way, readonly Ranked[]])[],
): { id: string; score: number; matched: Way[] }[] {
  const found = new Map<string, { id: string; score: number; matched: Way[] }>();
  for (const [way, ranked] of lists) {
    ranked.forEach(({ id, closeness }, rank) => {
      const entry = found.get(id) ?? { id, score: 0, matched: [] };
      entry.score += weights[way] / (fusionConstant + rank + 1);
      // A title that is the query, or nearly so, is what was meant.
      if (closeness > 0.6) entry.score += closeness * 0.1;
      entry.matched.push(way);
      found.set(id, entry);
    });
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
