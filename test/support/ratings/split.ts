import { randomFrom, type WorldRating } from './world.js';

/** What a ranker may see of each person, and what it must find again. */
export interface Split {
  readonly train: readonly WorldRating[];
  /** Held-out likes by person. */
  readonly held: ReadonlyMap<string, ReadonlySet<string>>;
  readonly liked: ReadonlyMap<string, readonly string[]>;
  readonly disliked: ReadonlyMap<string, readonly string[]>;
  /** All that stays in the training part, by person. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Holds out a fifth of the likes of everybody who has at least five. */
export function splitRatings(
  ratings: readonly WorldRating[],
  options: { readonly seed: number; readonly likeFrom: number; readonly dislikeTo: number },
): Split {
  const random = randomFrom(options.seed);
  const byPerson = new Map<string, WorldRating[]>();
  for (const rating of ratings) {
    const list = byPerson.get(rating.user);
    if (list === undefined) byPerson.set(rating.user, [rating]);
    else list.push(rating);
  }
  const train: WorldRating[] = [];
  const held = new Map<string, Set<string>>();
  const liked = new Map<string, string[]>();
  const disliked = new Map<string, string[]>();
  const known = new Map<string, Set<string>>();
  for (const [person, list] of byPerson) {
    const likes = list.filter((rating) => rating.value >= options.likeFrom);
    const keyed = likes.map((rating) => ({ rating, key: random() })).sort((a, b) => a.key - b.key);
    const count = likes.length < 5 ? 0 : Math.max(1, Math.round(likes.length / 5));
    const hidden = new Set(keyed.slice(0, count).map(({ rating }) => rating.item));
    if (count > 0) held.set(person, hidden);
    const kept = list.filter((rating) => !hidden.has(rating.item));
    train.push(...kept);
    known.set(person, new Set(kept.map(({ item }) => item)));
    liked.set(
      person,
      kept.filter((rating) => rating.value >= options.likeFrom).map((rating) => rating.item),
    );
    disliked.set(
      person,
      kept.filter((rating) => rating.value <= options.dislikeTo).map((rating) => rating.item),
    );
  }
  return { train, held, liked, disliked, known };
}
