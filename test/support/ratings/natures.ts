import { randomFrom, type WorldRating } from './world.js';

/**
 * Further made-up worlds, each of another nature: what people pick follows genres they lean to, the circle they belong
 * to, makers and series they stay with, how heavy they like things, or nothing but fame. Their records have the shapes
 * that public sets have: bars between genres, nested makers, lists of mechanics, shelves with counts, no genre at all.
 */
export interface NaturedWorld {
  readonly items: readonly Readonly<Record<string, unknown> & { id: string }>[];
  readonly people: readonly string[];
  readonly ratings: readonly WorldRating[];
  readonly named: ReadonlyMap<string, readonly string[]>;
  readonly likeFrom: number;
  readonly dislikeTo: number;
}

export const natures = ['genres', 'circles', 'makers', 'weight', 'fame', 'thumbs'] as const;
export type Nature = (typeof natures)[number];

interface Pull {
  readonly genre: number;
  readonly circle: number;
  readonly maker: number;
  readonly weight: number;
  readonly quality: number;
  readonly skew: number;
}

interface Shape {
  readonly pull: Pull;
  readonly items: number;
  readonly people: number;
  readonly history: number;
  readonly scale: 'half stars' | 'stars' | 'points' | 'thumbs' | 'hundred';
  readonly likeFrom: number;
  readonly dislikeTo: number;
}

const still: Pull = { genre: 0, circle: 0, maker: 0, weight: 0, quality: 0.4, skew: 0.9 };

const shapes: Readonly<Record<Nature, Shape>> = {
  genres: {
    pull: { ...still, genre: 1.3 },
    items: 3000,
    people: 600,
    history: 110,
    scale: 'half stars',
    likeFrom: 4,
    dislikeTo: 2,
  },
  circles: {
    pull: { ...still, circle: 2.6, skew: 0.6 },
    items: 2500,
    people: 1200,
    history: 25,
    scale: 'hundred',
    likeFrom: 70,
    dislikeTo: 30,
  },
  makers: {
    pull: { ...still, maker: 3, genre: 0.5, skew: 0.8 },
    items: 2500,
    people: 900,
    history: 35,
    scale: 'stars',
    likeFrom: 4,
    dislikeTo: 2,
  },
  weight: {
    pull: { ...still, weight: 2.2, genre: 0.4, quality: 0.9, skew: 0.7 },
    items: 700,
    people: 700,
    history: 60,
    scale: 'points',
    likeFrom: 8,
    dislikeTo: 5,
  },
  fame: {
    pull: { ...still, skew: 1 },
    items: 1500,
    people: 800,
    history: 25,
    scale: 'stars',
    likeFrom: 4,
    dislikeTo: 2,
  },
  thumbs: {
    pull: { ...still, genre: 0.7, circle: 1.2, skew: 0.9 },
    items: 1500,
    people: 900,
    history: 30,
    scale: 'thumbs',
    likeFrom: 1,
    dislikeTo: -1,
  },
};

/** As unequal as MovieLens has them: much drama and comedy, little noir. */
const genreShares: Readonly<Record<string, number>> = {
  Drama: 45,
  Comedy: 38,
  Thriller: 19,
  Action: 19,
  Romance: 16,
  Adventure: 13,
  Crime: 12,
  'Sci-Fi': 10,
  Horror: 10,
  Fantasy: 8,
  Children: 7,
  Animation: 6,
  Mystery: 6,
  Documentary: 5,
  War: 4,
  Musical: 3,
  Western: 2,
  'Film-Noir': 1,
};
const genreNames = Object.keys(genreShares);
const syllables = 'ba co de fi gu ha ji ke lo mu na or pe qui ra so tu vi wa xe yo zu'.split(' ');

type Random = () => number;
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(random() || 1e-12)) * Math.cos(2 * Math.PI * random());
const below = (random: Random, count: number): number => Math.floor(random() * count);

function weighted(random: Random, shares: readonly number[]): number {
  let left = random() * shares.reduce((total, share) => total + share, 0);
  return Math.max(
    0,
    shares.findIndex((share) => {
      left -= share;
      return left <= 0;
    }),
  );
}

interface Thing {
  readonly genres: readonly number[];
  readonly circle: number;
  readonly maker: number;
  readonly series: number | null;
  readonly weight: number;
  readonly quality: number;
  readonly logFame: number;
  readonly year: number;
}

const circles = 30;

function makeThing(random: Random, shape: Shape, rank: number, makers: number): Thing {
  const shares = Object.values(genreShares);
  const genres = new Set([weighted(random, shares)]);
  while (random() < 0.5 && genres.size < 4) genres.add(weighted(random, shares));
  const maker = Math.floor(makers * random() ** 1.7);
  return {
    genres: [...genres],
    circle: below(random, circles),
    maker,
    series: random() < 0.45 ? maker * 2 + below(random, 2) : null,
    weight: 1 + 4 * random(),
    quality: normal(random) + 0.3,
    logFame: -shape.pull.skew * Math.log(rank + 10) + 0.5 * normal(random),
    year: 2024 - Math.floor(60 * random() ** 2),
  };
}

interface Person {
  readonly genre: Float64Array;
  readonly circles: ReadonlySet<number>;
  readonly makers: ReadonlySet<number>;
  readonly weight: number;
  readonly mildness: number;
}

function makePerson(random: Random, makers: number): Person {
  return {
    genre: Float64Array.from(genreNames, () => normal(random)),
    circles: new Set([below(random, circles), below(random, circles)]),
    makers: new Set(Array.from({ length: 8 }, () => Math.floor(makers * random() ** 1.7))),
    weight: 1 + 4 * random(),
    mildness: 0.5 * normal(random),
  };
}

/** How much of somebody's own taste a thing meets. */
function fitOf(person: Person, thing: Thing, pull: Pull): number {
  const genre = thing.genres.reduce((total, at) => total + (person.genre[at] ?? 0), 0) / thing.genres.length;
  const distance = (person.weight - thing.weight) / 2;
  return (
    pull.genre * genre +
    pull.circle * Number(person.circles.has(thing.circle)) +
    pull.maker * Number(person.makers.has(thing.maker)) -
    pull.weight * distance * distance
  );
}

function ratingOf(scale: Shape['scale'], liking: number, random: Random): number {
  const noisy = liking + 0.6 * normal(random);
  const share = 1 / (1 + Math.exp(-(0.6 + noisy)));
  switch (scale) {
    case 'half stars':
      return Math.max(0.5, Math.round(share * 10) / 2);
    case 'stars':
      return 1 + Math.round(share * 4);
    case 'points':
      return Math.max(1, Math.round(share * 100) / 10);
    case 'hundred':
      return Math.round(share * 100);
    case 'thumbs':
      return share > 0.5 ? 1 : -1;
  }
}

const nameOf = (seed: number, length: number): string =>
  Array.from({ length }, (_, at) => syllables[Math.floor(seed / 22 ** at) % 22] ?? 'ba').join('');

/** The record as a set of this nature would have it. */
function recordOf(
  nature: Nature,
  thing: Thing,
  index: number,
  random: Random,
): NaturedWorld['items'][number] {
  const genre = thing.genres.map((at) => genreNames[at]).join('|');
  const title = `${nameOf(index * 7919 + 13, 3)} ${nameOf(index * 104729, 2)}`;
  const base = { id: `n${index}`, title, price: Math.round(random() * 6000) / 100, price_type: 'one_time' };
  const maker = `${nameOf(thing.maker + 500, 3)} ${nameOf(thing.maker * 31, 3)}`;
  switch (nature) {
    case 'genres':
      return { ...base, title: `${title} (${thing.year})`, type: 'movie', genre };
    case 'circles':
      return { ...base, type: 'game', metadata: { community: { name: `circle ${thing.circle}` } } };
    case 'makers':
      return {
        ...base,
        type: 'book',
        genre,
        year: thing.year,
        metadata: {
          authors: [{ name: maker, role: 'author' }],
          series: thing.series === null ? null : { title: `saga ${thing.series}`, part: 1 + (index % 5) },
          shelves: { 'to-read': below(random, 9000), [genreNames[thing.genres[0] ?? 0] ?? '']: 40 },
        },
      };
    case 'weight':
      return {
        ...base,
        type: 'board_game',
        year: thing.year,
        metadata: {
          complexity: Math.round(thing.weight * 100) / 100,
          mechanics: thing.genres.map((at) => `mechanic ${at}`),
          designers: maker,
        },
      };
    case 'fame':
      return { ...base, type: 'movie', genre, description: `A tale of ${nameOf(below(random, 400), 2)}` };
    case 'thumbs':
      return {
        ...base,
        type: 'event',
        description: `An evening of ${genre.replaceAll('|', ' and ')} for circle${thing.circle}`,
      };
  }
}

function picks(
  person: Person,
  things: readonly Thing[],
  count: number,
  pull: Pull,
  random: Random,
): number[] {
  const keys = things.map(
    (thing) =>
      thing.logFame +
      fitOf(person, thing, pull) +
      pull.quality * 0.5 * thing.quality -
      Math.log(-Math.log(random() || 1e-12)),
  );
  return [...keys.keys()].sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0)).slice(0, count);
}

/** Makes the world of a nature. The same seed makes the same world; `counted` states each thing's rating and its count. */
export function makeNatured(nature: Nature, seed: number, counted = true): NaturedWorld {
  const shape = shapes[nature];
  const random = randomFrom(seed);
  const makers = Math.ceil(shape.items / 5);
  const order = Array.from({ length: shape.items }, (_, rank) => ({ rank, key: random() })).sort(
    (a, b) => a.key - b.key,
  );
  const things = order.map(({ rank }) => makeThing(random, shape, rank, makers));
  const people = Array.from({ length: shape.people }, (_, index) => `reader-${index}`);
  const named = new Map<string, readonly string[]>();
  const ratings: WorldRating[] = [];
  for (const user of people) {
    const person = makePerson(random, makers);
    const strongest = [...person.genre.keys()].sort(
      (a, b) => (person.genre[b] ?? 0) - (person.genre[a] ?? 0),
    );
    named.set(
      user,
      strongest.slice(0, 2).map((at) => genreNames[at] ?? ''),
    );
    const count = Math.max(5, Math.round(shape.history * Math.exp(normal(random) * 0.8 - 0.32)));
    for (const index of picks(person, things, Math.min(count, shape.items), shape.pull, random)) {
      const thing = things[index] as Thing;
      const liking = 0.8 * thing.quality + 0.5 * fitOf(person, thing, shape.pull) + person.mildness;
      ratings.push({ user, item: `n${index}`, value: ratingOf(shape.scale, liking, random) });
    }
  }
  const records = things.map((thing, index) => recordOf(nature, thing, index, random));
  const { likeFrom, dislikeTo } = shape;
  return {
    items: counted ? withCounts(records, ratings) : records,
    people,
    ratings,
    named,
    likeFrom,
    dislikeTo,
  };
}

/** A site's own figures stand for ten times as many people as the ratings at hand, so they agree only roughly. */
function withCounts(records: NaturedWorld['items'], ratings: readonly WorldRating[]): NaturedWorld['items'] {
  const sums = new Map<string, { total: number; count: number }>();
  for (const { item, value } of ratings) {
    const sum = sums.get(item) ?? { total: 0, count: 0 };
    sums.set(item, { total: sum.total + value, count: sum.count + 1 });
  }
  return records.map((record, index) => {
    const { total, count } = sums.get(record.id) ?? { total: 0, count: 0 };
    const wobble = 0.6 + 0.8 * (((index * 2654435761) >>> 0) / 2 ** 32);
    const rating = count === 0 ? null : Math.round((total / count) * 100) / 100;
    return { ...record, rating, rating_count: Math.round((count + 0.3) * 10 * wobble) };
  });
}
