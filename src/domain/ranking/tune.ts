import { best, scaledToOne } from './blend.js';
import { type Choice, fitChoices } from './choice.js';
import {
  type Evidence,
  evidenceFor,
  type Ground,
  groundOf,
  neighboursLead,
  usualWeights,
  weightGroups,
} from './evidence.js';
import { fameOf } from './fame.js';
import type { Field } from './fields.js';
import { type TestedPerson, testedPeople } from './hold-out.js';
import type { RankableItem } from './item.js';
import { packRows, type Row } from './neighbours/interactions.js';
import { fitItemRegressions } from './neighbours/item-regression.js';
import { likedOf, likesByItem } from './neighbours/tables.js';
import { climb, isBetter, mean, measure, type Trial } from './trials.js';
import { rankingWeights } from './weights.js';

/** What was chosen for a set of people and ratings. */
export interface Tuned {
  readonly ridge: number;
  /** One for each number of the evidence. */
  readonly weights: Float64Array;
  /** The same for somebody of whom no like is known. */
  readonly cold: Float64Array;
  /** Likes of those whom the first were chosen on: with fewer, they lean towards the cold ones. */
  readonly usualLikes: number;
  /** NDCG@50 on what was held out; null where there was too little to test on. */
  readonly ndcg: number | null;
}

/** What there is to tune on: everybody's rows, the profiles' first. */
export interface TuningGround {
  readonly items: readonly RankableItem[];
  readonly rows: readonly Row[];
  readonly profiles: number;
  readonly fields: readonly Field[];
  /** How far each item meets the named wishes of the person of a row; null where that person named none. */
  wishesOf(row: number): Float64Array | null;
}

/** Items looked at per person: the best of each part. */
const perPart = 120;

/** The items that may come into somebody's list, as a choice among them. */
function choiceOf(
  evidence: Evidence,
  ground: Ground,
  person: TestedPerson,
  lists: readonly (Float64Array | null)[],
): Choice {
  const known = new Set(Array.from(person.kept.items));
  const passes = (item: number): boolean => !known.has(item);
  const items = new Set<number>();
  for (const list of [ground.fame.log, ...lists]) {
    if (list !== null) for (const item of best(list, perPart, passes)) items.add(item);
  }
  const taken = [...items].sort((a, b) => a - b);
  const features = new Float64Array(taken.length * evidence.width);
  taken.forEach((item, at) => {
    evidence.write(item, features, at * evidence.width);
  });
  return { features, taken: taken.flatMap((item, at) => (person.held.has(item) ? [at] : [])) };
}

/**
 * Chooses the ridge and how much each kind of evidence counts, by hiding a fifth of some people's likes and asking under
 * which weights these would have been picked. Where there are few people the weights stay near the usual ones.
 */
export function tune(source: TuningGround): Tuned {
  const { items, rows, fields } = source;
  const tested = testedPeople(rows, source.profiles);
  const kept = [...rows];
  for (const person of tested) kept[person.row] = person.kept;
  const ground = groundOf(fameOf(items, likesByItem(kept, items.length)), fields, rows.length);
  const usual = usualWeights(ground);
  const { regression, tuning } = rankingWeights;
  const untested: Tuned = {
    ridge: regression.ridge,
    weights: usual.start,
    cold: usual.start,
    usualLikes: 0,
    ndcg: null,
  };
  if (tested.length === 0) return untested;
  const models = fitItemRegressions(packRows(kept, items.length), tuning.ridges, {
    ...regression,
    maxSize: tuning.maxSize,
    maxPairs: tuning.maxPairs,
    tail: false,
  });
  let chosen: { ridge: number; weights: Float64Array; trials: Trial[]; reached: number[] } | null = null;
  for (const { ridge, model } of models) {
    const scores = model.scoreAll(tested.map((person) => person.told));
    const trials = tested.map((person, index) => {
      const neighbours = scaledToOne(scores[index] as Float64Array);
      const wishes = source.wishesOf(person.row);
      const evidence = evidenceFor(ground, { row: person.told, neighbours, wishes });
      return { ...choiceOf(evidence, ground, person, [neighbours, wishes]), held: person.held.size };
    });
    const { weights } = fitChoices(trials, usual);
    const reached = measure(trials, weights);
    if (chosen === null || mean(reached) > mean(chosen.reached)) chosen = { ridge, weights, trials, reached };
    const led = ledByNeighbours(usual.start);
    const ledTo = measure(trials, led);
    if (isBetter(ledTo, chosen.reached)) chosen = { ridge, weights: led, trials, reached: ledTo };
  }
  if (chosen === null) return untested;
  const climbed = climb(chosen.trials, chosen.weights, chosen.reached, weightGroups);
  return {
    ridge: chosen.ridge,
    weights: climbed.weights,
    cold: tuneCold(source, ground, tested, usual),
    usualLikes: mean(tested.map(({ told }) => likedOf(told).length)),
    ndcg: mean(climbed.reached),
  };
}

/** The weights for somebody of whom nothing is known but wishes: the same people, their likes unheard. */
function tuneCold(
  source: TuningGround,
  ground: Ground,
  tested: readonly TestedPerson[],
  usual: ReturnType<typeof usualWeights>,
): Float64Array {
  const trials = tested.map((person) => {
    const wishes = source.wishesOf(person.row);
    const evidence = evidenceFor(ground, { row: { items: [], weights: [] }, neighbours: null, wishes });
    return choiceOf(evidence, ground, person, [wishes]);
  });
  return fitChoices(trials, usual).weights;
}

/** Where company says more than anything else does. */
function ledByNeighbours(start: Float64Array): Float64Array {
  return start.map((weight, at) => neighboursLead[at] ?? weight);
}

/** The weights for somebody with this many known likes: with none the cold ones, with as many as usual the others. */
export function weightsFor({ weights, cold, usualLikes }: Tuned, likes: number): Float64Array {
  if (likes === 0) return cold;
  const known = Math.min(1, (likes / (likes + 1)) * (1 + 1 / Math.max(1, usualLikes)));
  return weights.map((weight, k) => known * weight + (1 - known) * (cold[k] as number));
}

/** The ground to rank on, with everything that is known. */
export function fullGround(source: TuningGround): Ground {
  return groundOf(
    fameOf(source.items, likesByItem(source.rows, source.items.length)),
    source.fields,
    source.rows.length,
  );
}
