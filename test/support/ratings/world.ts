/**
 * People, things and ratings made up for measuring rankers. Written apart from the ranker: tastes are latent factors, fame
 * follows a power law, people rate what they came across (fame) and chose (taste), and genres only hint at the factors.
 */
export interface World {
  readonly items: readonly WorldItem[];
  readonly people: readonly string[];
  readonly ratings: readonly WorldRating[];
  /** The genres that each person would name: of their strongest tastes, whatever they have rated. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

export interface WorldItem {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly genre: string;
  readonly price: number | null;
  readonly price_type: string | null;
  readonly platform: string | null;
  readonly rating: number;
  readonly rating_count: number;
  readonly year: number;
}

export interface WorldRating {
  readonly user: string;
  readonly item: string;
  readonly value: number;
}

export interface WorldOptions {
  readonly seed: number;
  readonly items: number;
  readonly people: number;
  /** Mean number of ratings per person. */
  readonly history: number;
  /** Exponent of the power law of fame: 0 for none, 1 for a steep one. */
  readonly skew: number;
  /** How much taste decides over fame in what people pick up. */
  readonly taste: number;
  /** 'stars' gives 1–5 in halves, 'hours' a long-tailed time of use, 'points' 1–10. */
  readonly scale: 'stars' | 'hours' | 'points';
}

const factors = 12;
const genres = [
  'drama',
  'comedy',
  'action',
  'thriller',
  'romance',
  'horror',
  'science fiction',
  'fantasy',
  'crime',
  'family',
  'documentary',
  'strategy',
];
const types = ['movie', 'book', 'game', 'board_game', 'card_game', 'event', 'restaurant'];
const services = ['Netflix', 'Disney+', 'Xbox Game Pass', 'Audible', 'Steam', 'Kindle'];

/** A small generator of uniform numbers (mulberry32), so that the same seed makes the same world. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() || 1e-12)) * Math.cos(2 * Math.PI * random());
}

function direction(random: () => number, peaks: number): Float64Array {
  const vector = Float64Array.from({ length: factors }, () => normal(random) * 0.35);
  for (let peak = 0; peak < peaks; peak += 1) {
    const at = Math.floor(random() * factors);
    vector[at] = (vector[at] ?? 0) + 1.2;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function twoStrongest(vector: Float64Array): number[] {
  return [...vector.keys()].sort((a, b) => (vector[b] ?? 0) - (vector[a] ?? 0)).slice(0, 2);
}

const strongest = (vector: Float64Array): string[] =>
  twoStrongest(vector).map((factor) => genres[factor] ?? 'drama');

/** The two strongest factors name the genres, one time in six wrongly. */
function genreOf(vector: Float64Array, random: () => number): string {
  const named = twoStrongest(vector).map((factor) =>
    random() < 0.17 ? Math.floor(random() * factors) : factor,
  );
  return [...new Set(named)].map((factor) => genres[factor] ?? 'drama').join('|');
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

function priced(random: () => number): Pick<WorldItem, 'price' | 'price_type' | 'platform'> {
  const kind = random();
  if (kind < 0.12) return { price: null, price_type: 'free', platform: null };
  if (kind < 0.32)
    return {
      price: 5 + Math.floor(random() * 15),
      price_type: 'subscription',
      platform: pick(services, random),
    };
  if (kind < 0.42) return { price: 10 + Math.floor(random() * 90), price_type: 'variable', platform: null };
  if (kind < 0.5) return { price: null, price_type: 'one_time', platform: pick(services, random) };
  return {
    price: Math.round(100 * (1 + random() ** 3 * 80)) / 100,
    price_type: 'one_time',
    platform: pick(services, random),
  };
}

interface Thing {
  readonly vector: Float64Array;
  readonly fame: number;
  readonly quality: number;
}

function makeThings(options: WorldOptions, random: () => number): Thing[] {
  const ranks = Array.from({ length: options.items }, (_, rank) => rank);
  for (let at = ranks.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [ranks[at], ranks[other]] = [ranks[other] as number, ranks[at] as number];
  }
  return ranks.map((rank) => ({
    vector: direction(random, 2),
    fame: (rank + 8) ** -options.skew,
    quality: normal(random) * 0.45 + 0.5 * (1 - rank / options.items),
  }));
}

function ratingValue(scale: WorldOptions['scale'], liking: number, random: () => number): number {
  const noisy = liking + normal(random) * 0.45;
  if (scale === 'hours') return Math.round(10 * Math.exp(1.2 + noisy * 1.5 + normal(random) * 0.6)) / 10;
  const steps = scale === 'stars' ? 5 : 10;
  const score = (0.68 + 0.17 * noisy) * steps;
  return Math.min(steps, Math.max(1, Math.round(score * 2) / 2));
}

/** Draws distinct things for one person by fame and taste together (Gumbel's way to sample without replacement). */
function picks(
  person: Float64Array,
  things: readonly Thing[],
  count: number,
  taste: number,
  random: () => number,
): number[] {
  const keys = new Float64Array(things.length);
  things.forEach((thing, index) => {
    let fit = 0;
    for (let factor = 0; factor < factors; factor += 1)
      fit += (person[factor] ?? 0) * (thing.vector[factor] ?? 0);
    keys[index] =
      Math.log(thing.fame) + taste * fit + 0.5 * thing.quality - Math.log(-Math.log(random() || 1e-12));
  });
  return [...keys.keys()].sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0)).slice(0, count);
}

/** Makes a world. The same options make the same world. */
export function makeWorld(options: WorldOptions): World {
  const random = randomFrom(options.seed);
  const things = makeThings(options, random);
  const people = Array.from({ length: options.people }, (_, index) => `person-${index}`);
  const ratings: WorldRating[] = [];
  const sums = new Float64Array(options.items);
  const counts = new Float64Array(options.items);
  const named = new Map<string, readonly string[]>();
  for (const user of people) {
    const vector = direction(random, 2);
    named.set(user, strongest(vector));
    const length = Math.max(4, Math.round(options.history * Math.exp(normal(random) * 0.7 - 0.245)));
    for (const index of picks(vector, things, Math.min(length, options.items), options.taste, random)) {
      const thing = things[index] as Thing;
      const fit = vector.reduce((total, value, factor) => total + value * (thing.vector[factor] ?? 0), 0);
      const value = ratingValue(options.scale, 1.6 * fit + thing.quality, random);
      ratings.push({ user, item: `item-${index}`, value });
      sums[index] = (sums[index] ?? 0) + Math.min(5, Math.max(0, 3.4 + 0.8 * (1.6 * fit + thing.quality)));
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  const items = things.map((thing, index) => {
    const count = counts[index] ?? 0;
    return {
      id: `item-${index}`,
      title: `Thing ${index}`,
      type: pick(types, random),
      genre: genreOf(thing.vector, random),
      ...priced(random),
      rating: count === 0 ? 3 : Math.round(((sums[index] ?? 0) / count) * 100) / 100,
      rating_count: Math.round(count * (0.8 + 0.4 * random())),
      year: 1960 + Math.floor(random() * 66),
    };
  });
  return { items, people, ratings, named };
}
