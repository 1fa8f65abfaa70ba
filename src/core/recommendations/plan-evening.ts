import { add, formatMoney, type Money, subtract } from '../../domain/money.js';
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
  const affordable = pool.scored.filter(({ cost }) => fits(cost, input.limit));
  const doing = shortlist(affordable.filter(({ item }) => item.type !== 'restaurant'));
  const eating = shortlist(affordable.filter(({ item }) => item.type === 'restaurant'));
  const best = bestPair(doing, eating, input.limit);
  return best === null ? null : planOf(best, input.limit, partySize);
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

function bestPair(doing: readonly Scored[], eating: readonly Scored[], limit: Money): Scored[] | null {
  let best: Scored[] | null = null;
  let bestValue = Number.NEGATIVE_INFINITY;
  const consider = (parts: Scored[], value: number): void => {
    if (value <= bestValue) return;
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
    ({ item, cost }) => `${item.title} (${cost.minor === 0 ? 'free' : `about ${formatMoney(cost)}`})`,
  );
  const heads = partySize === 1 ? 'you' : String(partySize);
  const summary = `${named.join(', then ')}: about ${formatMoney(total)} for ${heads}, ${formatMoney(left)} under your limit.`;
  return { parts: planned, total, left, partySize, summary };
}
