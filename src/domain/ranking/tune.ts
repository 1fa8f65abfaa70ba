import { best, blend, contentScores, type ScoreParts, scaledToOne, weightsFor } from './blend.js';
import type { ContentIndex } from './content.js';
import { packRows, type Row } from './neighbours/interactions.js';
import { fitItemRegressions } from './neighbours/item-regression.js';
import { likedOf, likesByItem } from './neighbours/tables.js';
import { popularity } from './prior.js';
import { type BlendWeights, rankingWeights } from './weights.js';

export interface Tuned {
  readonly ridge: number;
  readonly weights: BlendWeights;
  /** NDCG@50 on what was held out; null where there was too little to test on. */
  readonly ndcg: number | null;
}

interface TestedPerson {
  readonly row: number;
  readonly kept: Row;
  readonly held: ReadonlySet<number>;
}

/** Fewer people than this say nothing reliable. */
const leastPeople = 20;
const leastLikes = 5;

/** Deeper than the ten that people see: the same order of merit with far less chance in it. */
const depth = 50;

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
function testedPeople(rows: readonly Row[], profiles: number): TestedPerson[] {
  const { people } = rankingWeights.tuning;
  const of = (from: number, to: number): TestedPerson[] => {
    const able = rows.slice(from, to).flatMap((row, index) => holdOut(row, from + index) ?? []);
    return able.sort((a, b) => scatter(a.row) - scatter(b.row) || a.row - b.row).slice(0, people);
  };
  const own = of(0, profiles);
  return own.length >= people / 3 ? own : [...own, ...of(profiles, rows.length)].slice(0, people);
}

function ndcg(list: readonly number[], held: ReadonlySet<number>): number {
  let gained = 0;
  let ideal = 0;
  for (let place = 0; place < depth; place += 1) {
    const discount = 1 / Math.log2(place + 2);
    const item = list[place];
    if (item !== undefined && held.has(item)) gained += discount;
    if (place < held.size) ideal += discount;
  }
  return ideal === 0 ? 0 : gained / ideal;
}

function meanNdcg(
  tested: readonly TestedPerson[],
  parts: readonly ScoreParts[],
  weights: BlendWeights,
): number {
  let total = 0;
  tested.forEach((person, index) => {
    const known = new Set(Array.from(person.kept.items));
    const scores = blend(parts[index] as ScoreParts, weightsFor(person.kept.items.length, weights));
    total += ndcg(
      best(scores, 10, (item) => !known.has(item)),
      person.held,
    );
  });
  return total / tested.length;
}

/**
 * Chooses the ridge and how much popularity, quality and content count beside the neighbours, by hiding a fifth of some
 * people's likes and looking who finds them again. Sparse data wants more popularity, dense data less: no fixed number
 * serves both. Deterministic; a default stands unless another choice is clearly better.
 */
export function tune(
  rows: readonly Row[],
  profiles: number,
  content: ContentIndex,
  priors: Float64Array,
): Tuned {
  const { tuning, regression, withNeighbours } = rankingWeights;
  const items = priors.length;
  const tested = testedPeople(rows, profiles);
  if (tested.length < leastPeople) return { ridge: regression.ridge, weights: withNeighbours, ndcg: null };
  const kept = [...rows];
  for (const person of tested) kept[person.row] = person.kept;
  const table = packRows(kept, items);
  const known = popularity(likesByItem(kept, items));
  const likeness = tested.map((person) => contentScores(content, person.kept, items));
  const models = fitItemRegressions(table, tuning.ridges, {
    ...regression,
    maxSize: tuning.maxSize,
    maxPairs: tuning.maxPairs,
    tail: false,
  });
  let chosen: { ridge: number; parts: ScoreParts[]; ndcg: number } | null = null;
  for (const { ridge, model } of models) {
    const scores = model.scoreAll(tested.map((person) => person.kept));
    const parts = tested.map(
      (_, index): ScoreParts => ({
        neighbours: scaledToOne(scores[index] as Float64Array),
        popularity: known,
        prior: priors,
        content: likeness[index] as Float64Array,
        wishes: null,
        moment: null,
      }),
    );
    const ndcg = meanNdcg(tested, parts, withNeighbours);
    if (chosen === null || ndcg > chosen.ndcg) chosen = { ridge, parts, ndcg };
  }
  if (chosen === null) return { ridge: regression.ridge, weights: withNeighbours, ndcg: null };
  return { ridge: chosen.ridge, ...climb(tested, chosen.parts, chosen.ndcg) };
}

/** Tries each weight's alternatives in turn, twice round. */
function climb(
  tested: readonly TestedPerson[],
  parts: readonly ScoreParts[],
  start: number,
): { weights: BlendWeights; ndcg: number } {
  const { tuning, withNeighbours } = rankingWeights;
  let weights: BlendWeights = withNeighbours;
  let ndcg = start;
  for (let round = 0; round < 2; round += 1) {
    for (const part of ['popularity', 'content', 'prior'] as const) {
      for (const value of tuning[part]) {
        const candidate = { ...weights, [part]: value };
        const reached = meanNdcg(tested, parts, candidate);
        if (reached <= ndcg + tuning.leastGain) continue;
        ndcg = reached;
        weights = candidate;
      }
    }
  }
  return { weights, ndcg };
}
