import type { RankableItem } from './item.js';

/** How far each item meets some named genres: half for the first, all for two; null where none are named. */
export type WishIndex = (genres: readonly string[]) => Float64Array | null;

/** What a wish may name of an item: its genres, its tags, and whatever else its record tells in words. */
function wordsOf({ genres, tags, facets }: RankableItem): Set<string> {
  const told = (facets ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return new Set([...genres, ...tags, ...told]);
}

/** Reads by which words each item may be wished for. */
export function indexWishes(items: readonly RankableItem[]): WishIndex {
  const having = new Map<string, number[]>();
  items.forEach((item, index) => {
    for (const word of wordsOf(item)) {
      const list = having.get(word);
      if (list === undefined) having.set(word, [index]);
      else list.push(index);
    }
  });
  return (genres) => {
    if (genres.length === 0) return null;
    const met = new Float64Array(items.length);
    for (const genre of new Set(genres))
      for (const item of having.get(genre) ?? []) met[item] = Math.min(1, (met[item] as number) + 0.5);
    return met;
  };
}
