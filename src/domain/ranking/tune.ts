import { best, contentScores, type ScoreParts, scaledToOne, weightsFor } from './blend.js';
import type { ContentIndex } from './content.js';
import { packRows, type Row } from './neighbours/interactions.js';
import { fitItemRegressions } from './neighbours/item-regression.js';
import { likedOf, likesByItem } from './neighbours/tables.js';
import { popularity } from './prior.js';
import { type BlendWeights, rankingWeights } from './weights.js';

/** What was chosen for a set of people and ratings. */
export interface Tuned {
  readonly ridge: number;
  /** For somebody whose likes are known well. */
  readonly weights: BlendWeights;
  /** For somebody of whom nothing is known but named wishes. */
  readonly cold: BlendWeights;
  /** Known likes at which the first count for half. */
  readonly halfTrust: number;
  /** NDCG@50 on what was held out; null where there was too little to test on. */
  readonly ndcg: number | null;
}

/** What there is to tune on: everybody's rows, the profiles' first. */
export interface TuningGround {
  readonly rows: readonly Row[];
  readonly profiles: number;
  readonly content: ContentIndex;
  readonly priors: Float64Array;
  /** How far each item meets the named wishes of the person of a row; null where that person named none. */
  wishesOf(row: number): Float64Array | null;
}

interface TestedPerson {
  readonly row: number;
  readonly kept: Row;
  readonly held: ReadonlySet<number>;
}

/** The parts of one person's scores for the few items that may come into the list, and which of those were held out. */
interface Shortlist {
  readonly parts: ScoreParts;
  /** Places of what was held out and can be found again. */
  readonly held: readonly number[];
  readonly heldCount: number;
  readonly likes: number;
}

/** Fewer people than this say nothing reliable. */
const leastPeople = 20;
const leastLikes = 3;

/** Deeper than the ten that people see: the same order of merit with far less chance in it. */
const depth = 50;
/** Items looked at per person: the best of each part, of which any list of this depth is made up. */
const perPart = 120;

/** A fixed scatter of integers, so that what is held out is the same at every run. */
function scatter(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function holdOut(row: Row, index: number): TestedPerson | null {
  const likes = likedOf(row);
  if (likes.length < leastLikes) return null;
  const order = [...likes].sort((a, b) => scatter(a * 31 + index) - scatter(b * 31 + index) || a - b);
  const held = new Set(order.slice(0, Math.max(1, Math.round(order.length * rankingWeights.tuning.share))));
  const keep = Array.from(row.items, (item, at) => [item, row.weights[at] as number] as const).filter(
    ([item]) => !held.has(item),
  );
  return {
    row: index,
    kept: { items: keep.map(([item]) => item), weights: keep.map(([, weight]) => weight) },
    held,
  };
}

/** The profiles where they suffice, since it is them that are served; everybody else. */
function testedPeople({ rows, profiles }: TuningGround): TestedPerson[] {
  const { people } = rankingWeights.tuning;
  const of = (from: number, to: number): TestedPerson[] => {
    const able = rows.slice(from, to).flatMap((row, index) => holdOut(row, from + index) ?? []);
    return able.sort((a, b) => scatter(a.row) - scatter(b.row) || a.row - b.row).slice(0, people);
  };
  const own = of(0, profiles);
  return own.length >= people / 3 ? own : [...own, ...of(profiles, rows.length)].slice(0, people);
}

function shortlist(parts: ScoreParts, person: TestedPerson): Shortlist {
  const known = new Set(Array.from(person.kept.items));
  const passes = (item: number): boolean => !known.has(item);
  const lists = [parts.neighbours, parts.popularity, parts.prior, parts.content, parts.wishes];
  // Wishes are met by many items alike: the well known of them are the ones that any list would show.
  const wished = parts.wishes?.map((value, item) => value + 0.2 * (parts.prior[item] as number)) ?? null;
  const items = new Set<number>();
  for (const list of [...lists, wished]) {
    if (list !== null) for (const item of best(list, perPart, passes)) items.add(item);
  }
  const taken = [...items].sort((a, b) => a - b);
  const of = (values: Float64Array): Float64Array =>
    Float64Array.from(taken, (item) => values[item] as number);
  return {
    parts: {
      neighbours: parts.neighbours && of(parts.neighbours),
      popularity: of(parts.popularity),
      prior: of(parts.prior),
      content: of(parts.content),
      wishes: parts.wishes && of(parts.wishes),
      moment: null,
    },
    held: taken.flatMap((item, place) => (person.held.has(item) ? [place] : [])),
    heldCount: person.held.size,
    likes: person.kept.items.length,
  };
}

const partNames = ['neighbours', 'popularity', 'prior', 'content', 'wishes'] as const;

/** The weighted sum of a shortlist's parts. */
function scoresOf({ parts }: Shortlist, weights: BlendWeights): Float64Array {
  const scores = new Float64Array(parts.prior.length);
  for (const name of partNames) {
    const values = parts[name];
    const weight = weights[name];
    if (values === null || weight === 0) continue;
    for (let at = 0; at < scores.length; at += 1)
      scores[at] = (scores[at] as number) + weight * (values[at] as number);
  }
  return scores;
}

/** How many stand above this one, ties by place: its rank without sorting the rest. */
function rankOf(scores: Float64Array, at: number): number {
  const own = scores[at] as number;
  let above = 0;
  for (let other = 0; other < scores.length; other += 1) {
    const score = scores[other] as number;
    if (score > own || (score === own && other < at)) above += 1;
  }
  return above;
}

function ndcg(list: Shortlist, weights: BlendWeights): number {
  const scores = scoresOf(list, weights);
  let gained = 0;
  let ideal = 0;
  for (const at of list.held) {
    const rank = rankOf(scores, at);
    if (rank < depth) gained += 1 / Math.log2(rank + 2);
  }
  for (let place = 0; place < Math.min(depth, list.heldCount); place += 1) ideal += 1 / Math.log2(place + 2);
  return ideal === 0 ? 0 : gained / ideal;
}

/** Every tested person's NDCG. */
function measure(lists: readonly Shortlist[], weightsOf: (list: Shortlist) => BlendWeights): number[] {
  return lists.map((list) => ndcg(list, weightsOf(list)));
}

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);

/** Whether a gain is more than chance: the mean difference against its standard error. */
function isBetter(candidate: readonly number[], current: readonly number[]): boolean {
  const { leastGain, leastErrors } = rankingWeights.tuning;
  const gains = candidate.map((value, at) => value - (current[at] ?? 0));
  const gain = mean(gains);
  const spread = Math.sqrt(mean(gains.map((value) => (value - gain) ** 2)) / Math.max(1, gains.length));
  return gain > Math.max(leastGain, leastErrors * spread);
}

type Chosen = Pick<Tuned, 'weights' | 'cold' | 'halfTrust'>;

/** Tries each number's alternatives in turn, twice round, keeping what is clearly better. */
function climb<T>(
  start: T,
  moves: readonly ((from: T) => readonly T[])[],
  score: (candidate: T) => number[],
): { readonly chosen: T; readonly reached: number[] } {
  let chosen = start;
  let reached = score(start);
  for (let round = 0; round < 2; round += 1) {
    for (const move of moves) {
      for (const candidate of move(chosen)) {
        const scores = score(candidate);
        if (!isBetter(scores, reached)) continue;
        reached = scores;
        chosen = candidate;
      }
    }
  }
  return { chosen, reached };
}

/** Chooses the weights for somebody of whom nothing is known but wishes: the same people, their likes unheard. */
function tuneCold(lists: readonly Shortlist[], start: BlendWeights): BlendWeights {
  const { cold } = rankingWeights.tuning;
  const unheard = lists.map((list): Shortlist => {
    const nothing = new Float64Array(list.parts.content.length);
    return { ...list, parts: { ...list.parts, neighbours: null, content: nothing } };
  });
  const wishing = unheard.some(({ parts }) => parts.wishes !== null);
  const names = wishing ? (['wishes', 'prior', 'popularity'] as const) : (['prior', 'popularity'] as const);
  const moves = names.map(
    (name) => (from: BlendWeights) => cold.map((value) => ({ ...from, [name]: value })),
  );
  return climb(start, moves, (weights) => measure(unheard, () => weights)).chosen;
}

function tuneWarm(
  lists: readonly Shortlist[],
  cold: BlendWeights,
): { readonly chosen: Chosen; readonly ndcg: number } {
  const { tuning, withNeighbours, balanced, halfTrust } = rankingWeights;
  const wishing = lists.some(({ parts }) => parts.wishes !== null);
  const names = ['popularity', 'content', 'prior', ...(wishing ? (['wishes'] as const) : [])] as const;
  const moves = [
    ...names.map(
      (name) => (from: Chosen) =>
        tuning[name].map((value) => ({ ...from, weights: { ...from.weights, [name]: value } })),
    ),
    (from: Chosen) => tuning.halfTrust.map((value) => ({ ...from, halfTrust: value })),
  ];
  const score = (candidate: Chosen): number[] => measure(lists, ({ likes }) => weightsFor(likes, candidate));
  const usual = climb({ weights: withNeighbours, cold, halfTrust }, moves, score);
  // Where genres and fame decide more than company does, the way there from the usual weights leads uphill first.
  const other = climb({ weights: balanced, cold, halfTrust }, moves, score);
  const { chosen, reached } = isBetter(other.reached, usual.reached) ? other : usual;
  return { chosen, ndcg: mean(reached) };
}

/**
 * Chooses the ridge and how much popularity, quality, content and named wishes count beside the neighbours, by hiding a
 * fifth of some people's likes and looking who finds them again. Sparse data wants more popularity, dense data less,
 * tastes that keep to genres want more content: no fixed number serves all. Deterministic; a default stands unless
 * another choice is better by more than chance.
 */
export function tune(ground: TuningGround): Tuned {
  const { regression, withNeighbours, withoutNeighbours, halfTrust } = rankingWeights;
  const usual: Tuned = {
    ridge: regression.ridge,
    weights: withNeighbours,
    cold: withoutNeighbours,
    halfTrust,
    ndcg: null,
  };
  const tested = testedPeople(ground);
  if (tested.length < leastPeople) return usual;
  const chosen = chooseRidge(ground, tested);
  if (chosen === null) return usual;
  const cold = tuneCold(chosen.lists, withoutNeighbours);
  const warm = tuneWarm(chosen.lists, cold);
  return { ridge: chosen.ridge, ...warm.chosen, ndcg: warm.ndcg };
}

/** The ridge whose neighbours find the most again, and everybody's shortlist under it. */
function chooseRidge(
  ground: TuningGround,
  tested: readonly TestedPerson[],
): { readonly ridge: number; readonly lists: readonly Shortlist[] } | null {
  const { tuning, regression, withNeighbours, withoutNeighbours, halfTrust } = rankingWeights;
  const items = ground.priors.length;
  const kept = [...ground.rows];
  for (const person of tested) kept[person.row] = person.kept;
  const known = popularity(likesByItem(kept, items));
  const likeness = tested.map((person) => contentScores(ground.content, person.kept, items));
  const models = fitItemRegressions(packRows(kept, items), tuning.ridges, {
    ...regression,
    maxSize: tuning.maxSize,
    maxPairs: tuning.maxPairs,
    tail: false,
  });
  let chosen: { ridge: number; lists: Shortlist[]; ndcg: number } | null = null;
  for (const { ridge, model } of models) {
    const scores = model.scoreAll(tested.map((person) => person.kept));
    const lists = tested.map((person, index) =>
      shortlist(
        {
          neighbours: scaledToOne(scores[index] as Float64Array),
          popularity: known,
          prior: ground.priors,
          content: likeness[index] as Float64Array,
          wishes: ground.wishesOf(person.row),
          moment: null,
        },
        person,
      ),
    );
    const start = { weights: withNeighbours, cold: withoutNeighbours, halfTrust };
    const ndcg = mean(measure(lists, ({ likes }) => weightsFor(likes, start)));
    if (chosen === null || ndcg > chosen.ndcg) chosen = { ridge, lists, ndcg };
  }
  return chosen;
}
