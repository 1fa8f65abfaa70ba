import type { Payer } from '../../domain/ranking/effective-cost.js';
import { genreKeys } from '../../domain/ranking/genre-key.js';
import type { CatalogueItem } from '../../domain/ranking/item.js';
import type { CoreContext } from '../ports/context.js';
import type { Neighbour, Preferences, TasteRecord } from '../ports/stores/recommendations.js';

/** Something somebody took to (weight above 0) or did not (below). */
export interface Liking {
  readonly item: CatalogueItem;
  readonly weight: number;
}

/** Why an item is not offered to this user again. */
export type KnownBecause =
  | 'owned'
  | 'seen'
  | 'rejected'
  | 'purchased'
  | 'disliked'
  | 'liked'
  | 'saved'
  | 'rated';

/** A user's taste, ready to rank by. */
export interface Taste {
  readonly preferences: Preferences;
  /** Genre keys. */
  readonly preferredGenres: readonly string[];
  readonly dislikedGenres: readonly string[];
  /** The latest first. */
  readonly likings: readonly Liking[];
  readonly known: ReadonlyMap<string, KnownBecause>;
  readonly payer: Payer;
  /** How often an item was shown lately without an answer. */
  readonly shown: ReadonlyMap<string, number>;
  /** What others like who like the same, the strongest first. */
  readonly neighbours: readonly Neighbour[];
}

/** Likings that a taste is made of; older ones say less about today. */
const likingLimit = 80;
/** Likes whose neighbours are looked at, and how many of those are kept. */
const seedLimit = 40;
const neighbourLimit = 300;

/** Ratings above the middle are likes, below it dislikes; the middle itself says neither. */
function ratingWeight(value: number): number {
  return Math.max(-1, Math.min(1, (value - 2.75) / 1.75));
}

const responseWeights = { liked: 1, purchased: 0.9, saved: 0.7, disliked: -1 } as const;
const stateWeights = { owned: 0.5, purchased: 0.8, seen: 0.1, rejected: -0.8 } as const;

function weightsOf(record: TasteRecord): Map<string, number> {
  const weights = new Map<string, number>();
  const put = (itemId: string, weight: number): void => {
    if (!weights.has(itemId)) weights.set(itemId, weight);
  };
  // The clearest word about an item counts: its rating, then an answer, then a state.
  for (const { itemId, value } of record.ratings) put(itemId, ratingWeight(value));
  for (const { itemId, response } of record.responses) put(itemId, responseWeights[response]);
  for (const { itemId, state } of record.states) put(itemId, stateWeights[state]);
  for (const itemId of record.wishlist) put(itemId, responseWeights.saved);
  return weights;
}

function knownOf(record: TasteRecord): Map<string, KnownBecause> {
  const known = new Map<string, KnownBecause>();
  for (const itemId of record.wishlist) known.set(itemId, 'saved');
  for (const { itemId } of record.ratings) known.set(itemId, 'rated');
  for (const { itemId, response } of record.responses) known.set(itemId, response);
  for (const { itemId, state } of record.states) known.set(itemId, state);
  return known;
}

/** Reads a user's taste: preferences, likings with their items, what is known already, and who pays. */
export async function loadTaste(
  context: Pick<CoreContext, 'database'>,
  userId: string,
  partySize: number,
): Promise<Taste> {
  const { catalogue, recommendations } = context.database.store;
  const record = await recommendations.getTaste(userId);
  const weights = [...weightsOf(record)].filter(([, weight]) => weight !== 0).slice(0, likingLimit);
  const items = new Map((await catalogue.getItems(weights.map(([id]) => id))).map((item) => [item.id, item]));
  const seeds = weights.filter(([, weight]) => weight > 0.3).slice(0, seedLimit);
  const neighbours = await recommendations.neighbours(
    seeds.map(([id]) => id),
    neighbourLimit,
  );
  const subscriptions = new Set([...record.subscriptions, ...record.preferences.streamingSubscriptions]);
  return {
    preferences: record.preferences,
    preferredGenres: genreKeys([...record.preferences.preferredGenres]),
    dislikedGenres: genreKeys([...record.preferences.dislikedGenres]),
    likings: weights.flatMap(([id, weight]) => {
      const item = items.get(id);
      return item === undefined ? [] : [{ item, weight }];
    }),
    known: knownOf(record),
    payer: { subscriptions: [...subscriptions], region: record.region, partySize },
    neighbours,
    shown: new Map(record.shown.map(({ itemId, times }) => [itemId, times])),
  };
}
