import type { Money } from '../money.js';
import { best, scaledToOne } from './blend.js';
import { type ContentIndex, indexContent } from './content.js';
import { type EffectiveCost, effectiveCost, fits, type Payer } from './effective-cost.js';
import { evidenceFor, type Ground } from './evidence.js';
import { readFields } from './fields.js';
import type { RankableItem } from './item.js';
import { type ByItem, byItem, countByItem, packRows, type Row } from './neighbours/interactions.js';
import { fitItemRegression, type ItemRegression } from './neighbours/item-regression.js';
import { likedOf, likingRows } from './neighbours/tables.js';
import type { Profile, RatingTable } from './profile.js';
import { type ReasonSource, reasonFor } from './reason.js';
import { fullGround, type Tuned, tune, weightsFor } from './tune.js';
import { varied } from './variety.js';
import { rankingWeights } from './weights.js';
import { indexWishes, type WishIndex } from './wishes.js';

/** One line of a ranking. */
export interface RankedItem {
  readonly item: number;
  readonly score: number;
  readonly cost: EffectiveCost;
  readonly reason: string;
}

/** A catalogue, its ratings and everybody to be served, made ready once. */
export interface Ranker {
  readonly tuned: Tuned;
  /** The list of one of the profiles, by its place among them. */
  rank(profile: number, limit: number): RankedItem[];
}

interface Prepared {
  readonly items: readonly RankableItem[];
  readonly profiles: readonly Profile[];
  readonly rows: readonly Row[];
  readonly content: ContentIndex;
  readonly ground: Ground;
  readonly wishes: WishIndex;
  readonly counts: Float64Array;
  /** Neighbours' scores for a profile by its place; null without any ratings or likes. */
  readonly neighbours: ((profile: number) => Float64Array) | null;
  readonly people: ByItem;
  readonly marks: Uint8Array;
  readonly tuned: Tuned;
}

/**
 * Prepares the ranking of a catalogue for these profiles. Likes of the profiles themselves are ratings too. Everything
 * random is fixed, so that the same input gives the same output.
 */
export function createRanker(
  items: readonly RankableItem[],
  profiles: readonly Profile[],
  ratings: RatingTable,
): Ranker {
  const { rows, profiles: own } = likingRows(ratings, profiles);
  const table = packRows(rows, items.length);
  const counts = countByItem(table);
  const content = indexContent(items);
  const wishes = indexWishes(items);
  const source = {
    items,
    rows,
    profiles: own,
    fields: readFields(items),
    wishesOf: (row: number) => wishes(profiles[row]?.preferredGenres ?? []),
  };
  const tuned = tune(source);
  const ground = fullGround(source);
  const { regression } = rankingWeights;
  const model =
    table.itemAt.length === 0 ? null : fitItemRegression(table, { ...regression, ridge: tuned.ridge });
  const neighbours = model === null ? null : inBatches(model, rows.slice(0, own));
  const people = byItem(table);
  const marks = new Uint8Array(rows.length);
  const prepared = {
    items,
    profiles,
    rows,
    content,
    ground,
    wishes,
    counts,
    neighbours,
    people,
    marks,
    tuned,
  };
  return { tuned, rank: (profile, limit) => rankOne(prepared, profile, limit) };
}

/** Scores a few profiles at a time, in the order in which they are asked for: together they cost little more than one. */
function inBatches(model: ItemRegression, rows: readonly Row[]): (profile: number) => Float64Array {
  const size = 16;
  let start = -1;
  let batch: Float64Array[] = [];
  return (profile) => {
    const wanted = profile - (profile % size);
    if (wanted !== start) {
      start = wanted;
      batch = model.scoreAll(rows.slice(start, start + size));
    }
    return batch[profile - start] as Float64Array;
  };
}

function rankOne(prepared: Prepared, index: number, limit: number): RankedItem[] {
  const profile = prepared.profiles[index];
  const row = prepared.rows[index];
  if (profile === undefined || row === undefined) return [];
  const costs = new Map<number, EffectiveCost>();
  const passes = filterFor(prepared, profile, row, costs);
  const scores = scoresFor(prepared, index, profile, row);
  sparePurse(prepared, profile, scores);
  const pool = best(scores, limit * rankingWeights.varietyPool, passes);
  const top = scores[pool[0] ?? 0] as number;
  const list = varied(
    pool,
    (item) => 1 + ((scores[item] as number) - top) / rankingWeights.varietySpan,
    prepared.content.likeness,
    limit,
    rankingWeights.variety,
  );
  const source: ReasonSource = { ...prepared, row, profile };
  let least = 1;
  return list.map((item) => {
    const cost = costs.get(item) ?? { known: false };
    // 1 for the best, a half for what is picked e times less often, and so on; never more than what stands above.
    least = Math.min(least, Math.round(1e6 / (1 + Math.max(0, top - (scores[item] as number)))) / 1e6);
    return { item, score: least, cost, reason: reasonFor(source, item, cost) };
  });
}

/** What may be offered at all. Decided by code, never by score. */
function filterFor(
  prepared: Prepared,
  profile: Profile,
  row: Row,
  costs: Map<number, EffectiveCost>,
): (item: number) => boolean {
  const known = new Set([...Array.from(row.items), ...profile.liked, ...profile.disliked]);
  const unwanted = new Set(profile.dislikedGenres);
  const types = profile.types === null ? null : new Set(profile.types);
  const payer: Payer = { subscriptions: profile.subscriptions, region: null, partySize: 1 };
  return (index) => {
    const item = prepared.items[index];
    if (item === undefined || known.has(index)) return false;
    if (types !== null && (item.type === null || !types.has(item.type))) return false;
    if (unwanted.size > 0 && item.genres.some((genre) => unwanted.has(genre))) return false;
    const cost = effectiveCost(item, payer);
    if (!fits(cost, profile.budget)) return false;
    costs.set(index, cost);
    return true;
  };
}

function scoresFor(prepared: Prepared, index: number, profile: Profile, row: Row): Float64Array {
  const { items, tuned, ground, wishes } = prepared;
  const model = prepared.neighbours;
  const heard = Array.from(row.items).some((item) => (prepared.counts[item] ?? 0) > 1);
  const evidence = evidenceFor(ground, {
    row,
    neighbours: model === null || !heard ? null : scaledToOne(model(index)),
    wishes: wishes(profile.preferredGenres),
  });
  const weights = weightsFor(tuned, likedOf(row).length);
  const numbers = new Float64Array(evidence.width);
  return Float64Array.from(items, (_, item) => {
    evidence.write(item, numbers, 0);
    let score = 0;
    for (let k = 0; k < numbers.length; k += 1) score += (weights[k] as number) * (numbers[k] as number);
    return score;
  });
}

/** Somebody who watches the purse gets the cheaper of two equals. */
function sparePurse(prepared: Prepared, profile: Profile, scores: Float64Array): void {
  const weight = rankingWeights.purse[profile.priceSensitivity ?? 'flexible'];
  if (weight === 0) return;
  const payer: Payer = { subscriptions: profile.subscriptions, region: null, partySize: 1 };
  const scale = priceScale(prepared.items, profile.budget);
  prepared.items.forEach((item, index) => {
    const cost = effectiveCost(item, payer);
    if (!cost.known || scale === 0) return;
    scores[index] = (scores[index] as number) - weight * Math.min(1, cost.total.minor / scale);
  });
}

function priceScale(items: readonly RankableItem[], budget: Money | null): number {
  if (budget !== null) return Math.max(0, budget.minor);
  return items.reduce((most, item) => Math.max(most, item.price?.minor ?? 0), 0);
}
