import { blend, contentScores, scaledToOne } from '../../domain/ranking/blend.js';
import { type ContentIndex, indexContent } from '../../domain/ranking/content.js';
import { type EffectiveCost, effectiveCost } from '../../domain/ranking/effective-cost.js';
import type { CatalogueItem } from '../../domain/ranking/item.js';
import { itemPriors } from '../../domain/ranking/prior.js';
import { type BlendWeights, rankingWeights } from '../../domain/ranking/weights.js';
import type { CoreContext } from '../ports/context.js';
import type { Neighbour } from '../ports/stores/recommendations.js';
import type { Taste } from './taste.js';

/** A candidate with its score, cost and where the score came from. */
export interface Scored {
  readonly item: CatalogueItem;
  readonly score: number;
  readonly cost: EffectiveCost;
  /** The liked item that speaks most for it, as likeness from 0 to 1. */
  readonly closest: { readonly item: CatalogueItem; readonly likeness: number } | null;
  /** The liked item whose other likers like it too. */
  readonly neighbour: { readonly item: CatalogueItem; readonly people: number } | null;
}

/** Candidates scored, and how alike any two of them are. */
export interface ScoredPool {
  readonly scored: readonly Scored[];
  likeness(a: CatalogueItem, b: CatalogueItem): number;
}

/** What this very wish adds to a taste. */
export interface Occasion {
  /** Its own pull, by item id, 0 to 1: what its words and mood find. */
  readonly moment: ReadonlyMap<string, number>;
  /** Whether it asks for more of one thing, whose likeness then leads. */
  readonly likeOneThing: boolean;
}

const seedLimit = 40;
/** Score taken off for each time that something was shown and not answered, and the most that is taken off. */
const staleness = { each: 0.05, most: 0.25 };
/** The day's own little mix, so that equals take turns. */
const freshness = 0.05;
/** People who must agree before neighbours count for half. */
const halfSupport = 12;

/** Scores candidates for a user: what they like, what people like them like, quality, this very wish, and the day. */
export function scoreCandidates(
  context: Pick<CoreContext, 'clock'>,
  userId: string,
  taste: Taste,
  candidates: readonly CatalogueItem[],
  occasion: Occasion,
): ScoredPool {
  const liked = taste.likings.filter(({ weight }) => weight > 0.3).slice(0, seedLimit);
  const outside = taste.likings
    .map(({ item }) => item)
    .filter((item) => !candidates.some(({ id }) => id === item.id));
  const items = [...candidates, ...outside];
  const places = new Map(items.map((item, index) => [item.id, index]));
  const content = indexContent(items);
  const scores = totalScores(taste, items, places, content, occasion);
  const day = context.clock.now().toISOString().slice(0, 10);
  const likedPlaces = liked.map(({ item }) => ({ item, place: places.get(item.id) ?? -1 }));
  const scored = candidates.map((item, index): Scored => {
    const stale = Math.min(staleness.most, staleness.each * (taste.shown.get(item.id) ?? 0));
    const mix = freshness * fraction(`${userId} ${day} ${item.id}`);
    return {
      item,
      score: (scores[index] as number) - stale + mix,
      cost: effectiveCost(item, taste.payer),
      closest: closestLike(content, index, likedPlaces),
      neighbour: strongestNeighbour(taste.neighbours, item.id, liked),
    };
  });
  return {
    scored,
    likeness: (a, b) => content.likeness(places.get(a.id) ?? 0, places.get(b.id) ?? 0),
  };
}

/** A number from 0 to 1 that looks like chance and is the same for the same text (FNV-1a, its bits mixed once more). */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

function totalScores(
  taste: Taste,
  items: readonly CatalogueItem[],
  places: ReadonlyMap<string, number>,
  content: ContentIndex,
  { moment, likeOneThing }: Occasion,
): Float64Array {
  const together = new Float64Array(items.length);
  let support = 0;
  for (const { itemId, similarity, support: people } of taste.neighbours) {
    const place = places.get(itemId);
    if (place === undefined) continue;
    together[place] = (together[place] as number) + similarity;
    support = Math.max(support, people);
  }
  const row = {
    items: taste.likings.map(({ item }) => places.get(item.id) ?? 0),
    weights: taste.likings.map(({ weight }) => likingWeight(weight)),
  };
  const nothing = new Float64Array(items.length);
  const scores = blend(
    {
      neighbours: scaledToOne(together),
      popularity: nothing,
      prior: itemPriors(items, nothing),
      content: contentScores(content, row, items.length),
      wishes: Float64Array.from(items, (item) => wishScore(taste, item)),
      moment: Float64Array.from(items, ({ id }) => moment.get(id) ?? 0),
    },
    productWeights(support, taste, likeOneThing),
  );
  return scores;
}

/** The ranker's rows know likes from 0.7 up and dislikes to 0.3; in between nothing is said. */
function likingWeight(weight: number): number {
  return weight >= 0.3 ? 0.7 + 0.3 * Math.min(1, weight) : weight < 0 ? 0.2 : 0.5;
}

/** With few people, neighbours are heard a little; the prior takes the place of counts that nobody has. */
function productWeights(support: number, taste: Taste, likeOneThing: boolean): BlendWeights {
  const { withoutNeighbours } = rankingWeights;
  const heard = support / (support + halfSupport);
  const known = taste.likings.length / (taste.likings.length + 3);
  return {
    ...withoutNeighbours,
    neighbours: 0.9 * heard,
    // More of one thing is not more of what everybody knows.
    prior: (withoutNeighbours.prior + withoutNeighbours.popularity * 0.5) * (likeOneThing ? 0.4 : 1),
    // The more somebody told, the more it counts.
    content: withoutNeighbours.content * (likeOneThing ? 3 : 1 + known),
  };
}

function wishScore(taste: Taste, item: CatalogueItem): number {
  const genres = item.genres.filter((genre) => taste.preferredGenres.includes(genre)).length;
  const words = [...item.genres, ...item.tags, ...item.moods, item.type.replace('_', ' ')];
  const activities = taste.preferences.preferredActivities.filter((activity) =>
    words.some((word) => word.includes(activity) || activity.includes(word)),
  ).length;
  return Math.min(1, 0.6 * genres + 0.5 * activities);
}

function closestLike(
  content: ContentIndex,
  index: number,
  liked: readonly { readonly item: CatalogueItem; readonly place: number }[],
): Scored['closest'] {
  let best: { item: CatalogueItem; likeness: number } | null = null;
  for (const { item, place } of liked) {
    if (place < 0 || place === index) continue;
    const likeness = content.likeness(index, place);
    if (likeness > (best?.likeness ?? 0)) best = { item, likeness };
  }
  return best;
}

function strongestNeighbour(
  neighbours: readonly Neighbour[],
  itemId: string,
  liked: readonly { readonly item: CatalogueItem }[],
): Scored['neighbour'] {
  const first = neighbours.find((neighbour) => neighbour.itemId === itemId);
  const item = liked.find((liking) => liking.item.id === first?.seedId)?.item;
  return first === undefined || item === undefined ? null : { item, people: first.support };
}
