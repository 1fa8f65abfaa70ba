import { readFacets } from '../../src/domain/ranking/facets.js';
import { genreKeys } from '../../src/domain/ranking/genre-key.js';
import type { RankableItem } from '../../src/domain/ranking/item.js';
import { noRatings, type Profile, type RatingTable } from '../../src/domain/ranking/profile.js';
import { createRanker } from '../../src/domain/ranking/rank.js';
import { readRankable } from '../../src/domain/ranking/read-item.js';
import { baselines, ndcgAtTen } from '../support/ratings/baselines.js';
import { makeNatured, type Nature, natures } from '../support/ratings/natures.js';
import { type Split, splitRatings } from '../support/ratings/split.js';
import { makeWorld, randomFrom, type World, type WorldOptions } from '../support/ratings/world.js';
import { type BenchLine, none } from './summary.js';

interface Case {
  readonly name: string;
  readonly world: WorldOptions;
  readonly likeFrom: number;
  readonly dislikeTo: number;
  /** What the ranker is told: everybody's ratings, the profiles' own likes alone, or named genres and nothing else. */
  readonly told?: 'ratings' | 'likes' | 'three likes and genres' | 'genres';
}

const cases: readonly Case[] = [
  {
    name: 'films, stars (2,000 items, 1,500 people)',
    world: { seed: 11, items: 2000, people: 1500, history: 70, skew: 0.8, taste: 3.5, scale: 'stars' },
    likeFrom: 4,
    dislikeTo: 2,
  },
  {
    name: 'board games, points, dense (300 items, 800 people)',
    world: { seed: 12, items: 300, people: 800, history: 90, skew: 0.5, taste: 2.5, scale: 'points' },
    likeFrom: 7.5,
    dislikeTo: 4,
  },
  {
    name: 'video games, hours, sparse (3,000 items, 4,000 people)',
    world: { seed: 13, items: 3000, people: 4000, history: 16, skew: 1, taste: 3.5, scale: 'hours' },
    likeFrom: 0,
    dislikeTo: -1,
  },
  ...(['likes', 'three likes and genres', 'genres'] as const).map(
    (told): Case => ({
      name: `films, stars, told ${told} alone`,
      world: { seed: 11, items: 2000, people: 1500, history: 70, skew: 0.8, taste: 3.5, scale: 'stars' },
      likeFrom: 4,
      dislikeTo: 2,
      told,
    }),
  ),
];

const testedPeople = 500;

/** The world's training ratings as the ranker's columns. */
function ratingTable(
  world: Pick<World, 'people'>,
  split: Split,
  places: ReadonlyMap<string, number>,
): RatingTable {
  const people = new Map(world.people.map((id, index) => [id, index]));
  return {
    people: world.people,
    personAt: Int32Array.from(split.train, ({ user }) => people.get(user) ?? 0),
    itemAt: Int32Array.from(split.train, ({ item }) => places.get(item) ?? 0),
    valueAt: Float64Array.from(split.train, ({ value }) => value),
  };
}

/** A profile that knows nothing but what was liked and disliked. */
function tasteProfile(
  id: string,
  liked: readonly string[],
  disliked: readonly string[],
  places: ReadonlyMap<string, number>,
): Profile {
  const at = (ids: readonly string[]): number[] => ids.flatMap((item) => places.get(item) ?? []);
  return {
    id,
    liked: at(liked),
    disliked: at(disliked),
    preferredGenres: [],
    dislikedGenres: [],
    subscriptions: [],
    budget: null,
    priceSensitivity: null,
    types: null,
  };
}

interface Row {
  readonly ranker: string;
  readonly ndcg: number;
  readonly hit: number;
  readonly coverage: number;
}

function measure(
  name: string,
  people: readonly string[],
  split: Split,
  items: number,
  list: (person: string, index: number) => readonly string[],
): Row {
  let ndcg = 0;
  let hits = 0;
  const shown = new Set<string>();
  people.forEach((person, index) => {
    const held = split.held.get(person) ?? new Set<string>();
    // Somebody who was not told what a person knows cannot leave it out; nobody is marked down for that.
    const known = split.known.get(person);
    const ids = list(person, index)
      .filter((id) => !known?.has(id))
      .slice(0, 10);
    ndcg += ndcgAtTen(ids, held);
    hits += ids.some((id) => held.has(id)) ? 1 : 0;
    for (const id of ids) shown.add(id);
  });
  return {
    ranker: name,
    ndcg: ndcg / people.length,
    hit: hits / people.length,
    coverage: shown.size / items,
  };
}

/** All rankers on one made-up set, over the whole catalogue, a fifth of everybody's likes held out. */
export function compareRankers(options: Case, tested = testedPeople): { rows: Row[]; seconds: number } {
  const world = makeWorld(options.world);
  const split = splitRatings(world.ratings, {
    seed: 5,
    likeFrom: options.likeFrom,
    dislikeTo: options.dislikeTo,
  });
  const people = [...split.held.keys()].slice(0, tested);
  const items: RankableItem[] = world.items.map((item) => readRankable({ ...item }));
  const places = new Map(items.map((item, index) => [item.id, index]));
  const others = baselines(world, split.train, options.likeFrom);
  const rows = Object.entries(others).map(([name, baseline]) =>
    measure(name, people, split, items.length, (person) => baseline(person, 10)),
  );
  const told = options.told ?? 'ratings';
  const started = performance.now();
  const profiles = people.map((id) => {
    const liked = told === 'genres' ? [] : (split.liked.get(id) ?? []);
    const disliked = told === 'genres' ? [] : (split.disliked.get(id) ?? []);
    const few = told === 'three likes and genres';
    const profile = tasteProfile(id, few ? liked.slice(0, 3) : liked, few ? [] : disliked, places);
    const named = told === 'ratings' || told === 'likes' ? [] : (world.named.get(id) ?? []);
    return { ...profile, preferredGenres: named };
  });
  const ratings = told === 'ratings' ? ratingTable(world, split, places) : noRatings;
  const ranker = createRanker(items, profiles, ratings);
  const ours = measure('Matinee', people, split, items.length, (_, index) =>
    ranker.rank(index, told === 'ratings' ? 10 : 150).map(({ item }) => items[item]?.id ?? ''),
  );
  return { rows: [...rows, ours], seconds: (performance.now() - started) / 1000 };
}

/** What an item costs somebody, worked out the plain way from the raw record, apart from the ranker. */
function plainCost(item: World['items'][number], subscriptions: readonly string[]): number | null {
  if (item.price_type === 'free') return 0;
  if (item.price_type === 'subscription' && subscriptions.includes(item.platform ?? '')) return 0;
  return item.price;
}

/** Random budgets and subscriptions: how many offered items cost more than the budget, or an unknown amount. */
export function countBudgetViolations(profileCount: number): { offered: number; violations: number } {
  const world = makeWorld({
    seed: 3,
    items: 300,
    people: 40,
    history: 12,
    skew: 0.6,
    taste: 2,
    scale: 'stars',
  });
  const items = world.items.map((item) => readRankable({ ...item }));
  const random = randomFrom(99);
  const services = ['Netflix', 'Disney+', 'Xbox Game Pass', 'Audible', 'Steam', 'Kindle'];
  const profiles = Array.from(
    { length: profileCount },
    (_, index): Profile => ({
      ...tasteProfile(`random-${index}`, [], [], new Map()),
      subscriptions: services.filter(() => random() < 0.25),
      budget: { minor: Math.floor(random() ** 3 * 12_000), currency: 'USD' },
      priceSensitivity: random() < 0.5 ? 'budget' : 'flexible',
    }),
  );
  const ranker = createRanker(items, profiles, noRatings);
  let offered = 0;
  let violations = 0;
  profiles.forEach((profile, index) => {
    for (const ranked of ranker.rank(index, 10)) {
      const item = world.items[ranked.item];
      const cost = item === undefined ? null : plainCost(item, profile.subscriptions);
      offered += 1;
      if (cost === null || cost * 100 > (profile.budget?.minor ?? 0) + 1e-6) violations += 1;
    }
  });
  return { offered, violations };
}

/** What the ranker is told of a world of some nature. */
export type Told = 'ratings' | 'likes' | 'three likes' | 'genres' | 'nothing';

/**
 * The same on a world of another nature, whose records have other shapes. Told no ratings, popularity is the count that the
 * records state, for everybody in the same way.
 */
export function compareOnNature(nature: Nature, told: Told, tested = 200): { rows: Row[]; seconds: number } {
  const world = makeNatured(nature, 7);
  const { likeFrom, dislikeTo } = world;
  const split = splitRatings(world.ratings, { seed: 5, likeFrom, dislikeTo });
  const people = [...split.held.keys()].slice(0, tested);
  const items = world.items.map((raw) => ({ ...readRankable(raw), facets: readFacets(raw) }));
  const places = new Map(items.map((item, index) => [item.id, index]));
  const things = world.items.map(({ id, genre }) => ({ id, genre: typeof genre === 'string' ? genre : '' }));
  const others = baselines({ items: things }, split.train, likeFrom);
  const stated = [...items].sort((a, b) => (b.ratingCount ?? 0) - (a.ratingCount ?? 0)).map(({ id }) => id);
  const heard = told === 'ratings';
  const popular = measure('popularity', people, split, items.length, (person) =>
    heard ? others.popularity(person, 10) : stated,
  );
  const likesTold = told === 'three likes' ? 3 : heard || told === 'likes' ? Number.POSITIVE_INFINITY : 0;
  const started = performance.now();
  const profiles = people.map((id) => {
    const liked = (split.liked.get(id) ?? []).slice(0, likesTold);
    const disliked = likesTold > 3 ? (split.disliked.get(id) ?? []) : [];
    const named = told === 'genres' ? (world.named.get(id) ?? []) : [];
    return { ...tasteProfile(id, liked, disliked, places), preferredGenres: genreKeys([...named]) };
  });
  const ranker = createRanker(items, profiles, heard ? ratingTable(world, split, places) : noRatings);
  const ours = measure('Matinee', people, split, items.length, (_, index) =>
    ranker.rank(index, heard ? 10 : 100).map(({ item }) => items[item]?.id ?? ''),
  );
  const seconds = (performance.now() - started) / 1000;
  if (!heard) return { rows: [popular, ours], seconds };
  const neighbours = measure('item-kNN', people, split, items.length, (person) =>
    others['item-kNN'](person, 10),
  );
  return { rows: [popular, neighbours, ours], seconds };
}

function printNatures(): void {
  for (const told of ['ratings', 'likes', 'three likes', 'genres', 'nothing'] as const) {
    console.log(`\ntold ${told}: NDCG@10 (coverage), up to ${testedPeople} people`);
    for (const nature of natures) {
      const { rows } = compareOnNature(nature, told, testedPeople);
      console.log(
        `${nature}: ${rows.map(({ ranker, ndcg, coverage }) => `${ranker} ${three(ndcg)} (${three(coverage)})`).join(', ')}`,
      );
    }
  }
}

const three = (value: number): string => value.toFixed(3);

/** Prints the evaluation tables of docs/ranking.md. */
export async function run(): Promise<readonly BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const options of cases) {
    const { rows, seconds } = compareRankers(options);
    console.log(`\n${options.name}: ${testedPeople} people, full catalogue, ${seconds.toFixed(1)} s`);
    console.log('| ranker | NDCG@10 | HR@10 | coverage |\n|---|---|---|---|');
    for (const row of rows) {
      console.log(`| ${row.ranker} | ${three(row.ndcg)} | ${three(row.hit)} | ${three(row.coverage)} |`);
    }
    lines.push(...compare(options.name, rows));
  }
  printNatures();
  const { offered, violations } = countBudgetViolations(100_000);
  console.log(
    `\nbudgets: ${violations} violations among ${offered} items offered to 100,000 random profiles`,
  );
  const budgets = {
    what: `items beyond the budget, of ${offered} offered`,
    ours: String(violations),
    goal: none(violations),
  };
  return [...lines, budgets];
}

/** Ours beside the best of the others. */
function compare(name: string, rows: readonly Row[]): BenchLine[] {
  const ours = rows.find(({ ranker }) => ranker === 'Matinee');
  const [best] = rows.filter((row) => row !== ours).sort((left, right) => right.ndcg - left.ndcg);
  if (ours === undefined || best === undefined) return [];
  const ratio = ours.ndcg / best.ndcg;
  return [
    {
      what: `NDCG@10, ${name}`,
      ours: three(ours.ndcg),
      beside: { name: best.ranker, figure: three(best.ndcg) },
      ratio,
      goal: { text: 'at least the best of the others', met: ratio >= 1 },
    },
  ];
}
