import { add, type Money, subtract, writeMoney } from '../../domain/money.js';
import { fits } from '../../domain/ranking/effective-cost.js';
import type { CatalogueItem, ItemType } from '../../domain/ranking/item.js';
import type { CoreContext } from '../ports/context.js';
import { findCandidates } from './find-candidates.js';
import { type Scored, scoreCandidates } from './score-candidates.js';
import { loadTaste } from './taste.js';
import type { EveningPart, EveningPlan } from './types.js';
import { withinReach } from './within-reach.js';

interface EveningInput {
  readonly userId: string;
  readonly limit: Money;
  readonly partySize?: number;
  readonly mood?: string | null;
  readonly place?: string | null;
  readonly age?: number | null;
  /** What the evening should hold; any when absent. */
  readonly types?: readonly ItemType[];
  readonly excludeGenres?: readonly string[];
  /** Things that are not wanted again. */
  readonly excludeIds?: readonly string[];
  /** Things that stay: the rest is planned around them, and where they no longer fit there is no plan. */
  readonly keepIds?: readonly string[];
  /** Genres that what is done, and kitchens that what is eaten, should be of, where there are any. */
  readonly genres?: readonly string[];
  /** Rules out what the filters do not know. */
  readonly ruledOut?: ((one: Scored) => boolean) | null;
}

/** Things of each kind that are combined: the best, and the cheapest, so that a small purse finds its way too. */
const bestOfKind = 30;
const cheapestOfKind = 10;
/** What fits in an evening, in minutes. */
const longest = 240;
const eveningTypes: readonly ItemType[] = ['movie', 'event', 'board_game', 'card_game', 'restaurant'];
/** A bundle of two is worth more than its better half alone. */
const bothBonus = 0.4;

/**
 * An evening for a party under a limit: something to do and, where it fits, something to eat, chosen together so that the
 * whole stays under the limit (a knapsack over two small groups, solved exactly). Null when nothing fits.
 */
export async function planEvening(
  context: Pick<CoreContext, 'database' | 'embedder' | 'clock' | 'ids' | 'log'>,
  input: EveningInput,
): Promise<EveningPlan | null> {
  const partySize = Math.max(1, Math.floor(input.partySize ?? 1));
  const taste = await loadTaste(context, input.userId, partySize);
  const types =
    input.types === undefined || input.types.length === 0
      ? eveningTypes
      : [...input.types, 'restaurant' as const];
  const candidates = await findCandidates(
    context,
    {
      userId: input.userId,
      types,
      mood: input.mood ?? null,
      place: input.place ?? null,
      age: input.age ?? null,
      ...(input.excludeGenres && { excludeGenres: input.excludeGenres }),
      ...(input.excludeIds && { excludeIds: input.excludeIds }),
    },
    taste,
    input.limit,
  );
  const fitting = candidates.items.filter(
    (item) =>
      !taste.known.has(item.id) && withinReach(item, taste, input.place) && fitsAnEvening(item, partySize),
  );
  const pool = scoreCandidates(context, input.userId, taste, fitting, {
    moment: candidates.moment,
    likeOneThing: false,
  });
  const keep = new Set(input.keepIds ?? []);
  const affordable = pool.scored.filter(
    (one) => fits(one.cost, input.limit) && (keep.has(one.item.id) || !input.ruledOut?.(one)),
  );
  const doing = affordable.filter(({ item }) => item.type !== 'restaurant');
  const eating = affordable.filter(({ item }) => item.type === 'restaurant');
  const best = bestPair(
    shortlist(kept(ofGenres(doing, input.genres ?? []), doing, keep)),
    shortlist(kept(ofGenres(eating, input.genres ?? []), eating, keep)),
    input.limit,
    keep,
  );
  return best === null ? null : planOf(best, input.limit, partySize);
}

/** Those of the genres that were named; all where none is. */
function ofGenres(all: readonly Scored[], genres: readonly string[]): readonly Scored[] {
  const named = all.filter(({ item }) => item.genres.some((genre) => genres.includes(genre)));
  return named.length > 0 ? named : all;
}

/** Only the thing that stays, where one of this half does. */
function kept(
  wished: readonly Scored[],
  all: readonly Scored[],
  keep: ReadonlySet<string>,
): readonly Scored[] {
  const staying = all.filter(({ item }) => keep.has(item.id));
  return staying.length > 0 ? staying : wished;
}

function fitsAnEvening(item: CatalogueItem, partySize: number): boolean {
  if (item.minutes !== null && item.minutes > longest) return false;
  if (item.type !== 'board_game' && item.type !== 'card_game') return true;
  return (item.playersMin ?? 1) <= partySize && (item.playersMax ?? partySize) >= partySize;
}

const priceOf = (one: Scored): number => (one.cost.known ? one.cost.total.minor : Number.POSITIVE_INFINITY);

function shortlist(all: readonly Scored[]): Scored[] {
  const byScore = [...all].sort((a, b) => b.score - a.score).slice(0, bestOfKind);
  const byPrice = [...all]
    .sort((a, b) => priceOf(a) - priceOf(b) || b.score - a.score)
    .slice(0, cheapestOfKind);
  return [...new Set([...byScore, ...byPrice])];
}

/** Two things in two cities are no evening. */
function together(a: CatalogueItem, b: CatalogueItem): boolean {
  const [left, right] = [a.place, b.place];
  if (left?.city && right?.city) return left.city === right.city;
  if (left?.country && right?.country) return left.country === right.country;
  return true;
}

function bestPair(
  doing: readonly Scored[],
  eating: readonly Scored[],
  limit: Money,
  keep: ReadonlySet<string>,
): Scored[] | null {
  let best: Scored[] | null = null;
  let bestValue = Number.NEGATIVE_INFINITY;
  const consider = (parts: Scored[], value: number): void => {
    if (value <= bestValue) return;
    if (parts.filter(({ item }) => keep.has(item.id)).length < keep.size) return;
    best = parts;
    bestValue = value;
  };
  for (const one of [...doing, ...eating]) consider([one], one.score);
  for (const show of doing) {
    for (const meal of eating) {
      if (priceOf(show) + priceOf(meal) > limit.minor || !together(show.item, meal.item)) continue;
      consider([show, meal], show.score + meal.score + bothBonus);
    }
  }
  return best;
}

function planOf(parts: readonly Scored[], limit: Money, partySize: number): EveningPlan {
  const nothing: Money = { minor: 0, currency: limit.currency };
  // What costs nothing has no currency to speak of; everything else was compared with the limit in its own.
  const planned = parts.map(({ item, cost }): EveningPart => {
    const spent = cost.known && cost.total.minor > 0 ? cost.total : nothing;
    return { item, cost: spent, role: item.type === 'restaurant' ? 'eat' : 'do' };
  });
  const total = planned.reduce((sum, { cost }) => add(sum, cost), nothing);
  const left = subtract(limit, total);
  const named = planned.map(
    ({ item, cost }) => `${item.title} (${cost.minor === 0 ? 'free' : `about ${writeMoney(cost)}`})`,
  );
  const heads = partySize === 1 ? 'you' : String(partySize);
  const summary = `${named.join(', then ')}: about ${writeMoney(total)} for ${heads}, ${writeMoney(left)} under your limit.`;
  return { parts: planned, total, left, partySize, summary };
}
