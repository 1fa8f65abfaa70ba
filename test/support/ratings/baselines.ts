import { randomFrom, type WorldRating } from './world.js';

/** The things that are ranked. */
interface Things {
  readonly items: readonly { readonly id: string; readonly genre: string }[];
}

/** A ranker to compare with: the ids for somebody, best first, without what they already know. */
export type Baseline = (person: string, limit: number) => string[];

interface Seen {
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  readonly liked: ReadonlyMap<string, readonly string[]>;
}

function seenIn(train: readonly WorldRating[], likeFrom: number): Seen {
  const known = new Map<string, Set<string>>();
  const liked = new Map<string, string[]>();
  for (const { user, item, value } of train) {
    const items = known.get(user) ?? new Set();
    known.set(user, items.add(item));
    if (value >= likeFrom) liked.set(user, [...(liked.get(user) ?? []), item]);
  }
  return { known, liked };
}

function top(
  world: Things,
  seen: Seen,
  person: string,
  limit: number,
  score: (item: Things['items'][number]) => number,
): string[] {
  const known = seen.known.get(person) ?? new Set();
  return world.items
    .filter((item) => !known.has(item.id))
    .map((item) => ({ id: item.id, score: score(item) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** The four rankers that everybody tries first. */
export function baselines(
  world: Things,
  train: readonly WorldRating[],
  likeFrom: number,
): Readonly<Record<'random' | 'popularity' | 'genre profile' | 'item-kNN', Baseline>> {
  const seen = seenIn(train, likeFrom);
  const likers = new Map<string, string[]>();
  for (const [person, items] of seen.liked) {
    for (const item of items) likers.set(item, [...(likers.get(item) ?? []), person]);
  }
  const fame = (id: string): number => likers.get(id)?.length ?? 0;
  const genresOf = new Map(world.items.map((item) => [item.id, item.genre.split('|')]));
  return {
    random: (person, limit) => {
      const random = randomFrom(person.length * 7919 + Number(person.replace(/\D/g, '')));
      return top(world, seen, person, limit, () => random());
    },
    popularity: (person, limit) => top(world, seen, person, limit, (item) => fame(item.id)),
    'genre profile': (person, limit) => {
      const taste = new Map<string, number>();
      for (const item of seen.liked.get(person) ?? []) {
        for (const genre of genresOf.get(item) ?? []) taste.set(genre, (taste.get(genre) ?? 0) + 1);
      }
      return top(world, seen, person, limit, (item) =>
        (genresOf.get(item.id) ?? []).reduce((total, genre) => total + (taste.get(genre) ?? 0), 0),
      );
    },
    'item-kNN': (person, limit) => {
      const scores = new Map<string, number>();
      for (const like of seen.liked.get(person) ?? []) {
        const together = new Map<string, number>();
        for (const other of likers.get(like) ?? []) {
          for (const item of seen.liked.get(other) ?? []) together.set(item, (together.get(item) ?? 0) + 1);
        }
        for (const [item, count] of together) {
          if (item === like) continue;
          scores.set(item, (scores.get(item) ?? 0) + count / Math.sqrt(fame(like) * fame(item)));
        }
      }
      return top(world, seen, person, limit, (item) => scores.get(item.id) ?? 0);
    },
  };
}

/** NDCG@10 of one list against what was held out. */
export function ndcgAtTen(list: readonly string[], held: ReadonlySet<string>): number {
  let gained = 0;
  let ideal = 0;
  for (let place = 0; place < 10; place += 1) {
    const discount = 1 / Math.log2(place + 2);
    if (held.has(list[place] ?? '')) gained += discount;
    if (place < held.size) ideal += discount;
  }
  return ideal === 0 ? 0 : gained / ideal;
}
