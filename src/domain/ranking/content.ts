import type { RankableItem } from './item.js';
import { rankingWeights } from './weights.js';

/** What an item is about: features by id, with weights of unit length. */
export interface FeatureVector {
  readonly at: Int32Array;
  readonly values: Float32Array;
}

/** Content of a whole catalogue: likeness by shared features, rare ones counting more (tf-idf cosine). */
export interface ContentIndex {
  readonly vectors: readonly FeatureVector[];
  /** Adds `weight` times the likeness to item `item` onto `scores` of all items. */
  addLikeness(profile: Float64Array, scores: Float64Array): void;
  /** A taste as a dense vector over features: the sum of items and named genres. */
  profile(
    items: readonly { readonly item: number; readonly weight: number }[],
    genres: readonly { readonly genre: string; readonly weight: number }[],
  ): Float64Array;
  likeness(a: number, b: number): number;
}

const stopWords = new Set(
  'a an and are as at by for from has he her his in into is it its of on or she that the their they this to two was when where who whose with you your'.split(
    ' ',
  ),
);

function words(text: string): string[] {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return found.filter((word) => !stopWords.has(word));
}

const featuresRead = new WeakMap<RankableItem, ReadonlyMap<string, number>>();

/** The features of an item, read once: the same well known items are candidates in turn after turn. */
function featuresOf(item: RankableItem): ReadonlyMap<string, number> {
  const known = featuresRead.get(item);
  if (known !== undefined) return known;
  const read = readFeatures(item);
  featuresRead.set(item, read);
  return read;
}

/** A feature's name says its kind, so that a genre "western" and a word "western" stay apart. */
function readFeatures(item: RankableItem): Map<string, number> {
  const { features } = rankingWeights;
  const found = new Map<string, number>();
  const put = (kind: keyof typeof features, name: string, share = 1): void => {
    const key = `${kind}:${name}`;
    found.set(key, Math.max(found.get(key) ?? 0, features[kind] * share));
  };
  item.genres.forEach((genre, index) => {
    put('genre', genre, index === 0 ? 1 : 0.9);
  });
  for (const creator of item.creators) put('creator', creator.toLowerCase());
  for (const tag of item.tags) put('tag', tag);
  for (const mood of item.moods) put('mood', mood);
  if (item.platform !== null) put('platform', item.platform.toLowerCase());
  if (item.type !== null) put('type', item.type);
  for (const word of words(item.title)) put('title', word);
  for (const word of words(item.description ?? '').slice(0, 60)) put('word', word);
  return found;
}

/** Rare features count more; one that a single item has connects nothing and is left out. */
function rarity(frequency: number, items: number): number {
  return frequency < 2 ? 0 : Math.log(1 + items / frequency);
}

function unit(entries: readonly (readonly [number, number])[]): FeatureVector {
  const length = Math.sqrt(entries.reduce((total, [, value]) => total + value * value, 0)) || 1;
  return {
    at: Int32Array.from(entries, ([at]) => at),
    values: Float32Array.from(entries, ([, value]) => value / length),
  };
}

interface Postings {
  readonly items: Int32Array;
  readonly values: Float32Array;
}

function postingsOf(vectors: readonly FeatureVector[], features: number): Postings[] {
  const counts = new Int32Array(features);
  for (const vector of vectors) for (const at of vector.at) counts[at] = (counts[at] as number) + 1;
  const postings = Array.from(counts, (count) => ({
    items: new Int32Array(count),
    values: new Float32Array(count),
  }));
  const next = new Int32Array(features);
  vectors.forEach((vector, item) => {
    vector.at.forEach((at, index) => {
      const slot = next[at] as number;
      next[at] = slot + 1;
      const posting = postings[at] as Postings;
      posting.items[slot] = item;
      posting.values[slot] = vector.values[index] as number;
    });
  });
  return postings;
}

/** Reads the features of a catalogue. */
export function indexContent(items: readonly RankableItem[]): ContentIndex {
  const raw = items.map(featuresOf);
  const frequencies = new Map<string, number>();
  for (const features of raw)
    for (const name of features.keys()) frequencies.set(name, (frequencies.get(name) ?? 0) + 1);
  const ids = new Map(
    [...frequencies].filter(([, count]) => count > 1).map(([name], index) => [name, index]),
  );
  const vectors = raw.map((features) => {
    const entries: [number, number][] = [];
    for (const [name, weight] of features) {
      const id = ids.get(name);
      if (id !== undefined) entries.push([id, weight * rarity(frequencies.get(name) ?? 0, items.length)]);
    }
    return unit(entries.sort(([a], [b]) => a - b));
  });
  return contentIndex(vectors, ids);
}

function contentIndex(vectors: readonly FeatureVector[], ids: ReadonlyMap<string, number>): ContentIndex {
  const postings = postingsOf(vectors, ids.size);
  return {
    vectors,
    profile(items, genres) {
      const profile = new Float64Array(ids.size);
      for (const { item, weight } of items) {
        const vector = vectors[item] as FeatureVector;
        vector.at.forEach((at, index) => {
          profile[at] = (profile[at] as number) + weight * (vector.values[index] as number);
        });
      }
      for (const { genre, weight } of genres) {
        const at = ids.get(`genre:${genre}`);
        if (at !== undefined) profile[at] = (profile[at] as number) + weight;
      }
      return profile;
    },
    addLikeness(profile, scores) {
      profile.forEach((weight, at) => {
        if (weight === 0) return;
        const { items, values } = postings[at] as Postings;
        for (let index = 0; index < items.length; index += 1) {
          const item = items[index] as number;
          scores[item] = (scores[item] as number) + weight * (values[index] as number);
        }
      });
    },
    likeness: (a, b) => dot(vectors[a] as FeatureVector, vectors[b] as FeatureVector),
  };
}

/** Both lists are in the order of their features. */
function dot(a: FeatureVector, b: FeatureVector): number {
  let total = 0;
  for (let i = 0, j = 0; i < a.at.length && j < b.at.length; ) {
    const left = a.at[i] as number;
    const right = b.at[j] as number;
    if (left === right) total += (a.values[i] as number) * (b.values[j] as number);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return total;
}
