import { type Money, writeMoney } from '../../domain/money.js';
import type { CoreContext } from '../ports/context.js';
import { affordable, alternativesTo, chooseList, freeAlternative, type ListRules } from './choose.js';
import { factsFor, reasonSentence, type WishFacts } from './facts.js';
import { type Candidates, findCandidates } from './find-candidates.js';
import { type Scored, type ScoredPool, scoreCandidates } from './score-candidates.js';
import { loadTaste, type Taste } from './taste.js';
import type { BudgetForFun, RecommendationList, RecommendedItem, RecommendInput } from './types.js';
import { withinReach } from './within-reach.js';

const defaultLimit = 10;
const mostItems = 50;
/** Money is tight when less than this share of the budget is left, or less than this many minor units of two decimals. */
const tightShare = 0.2;
const tightMinor = 1_500;

/** The most that one thing may cost: the smaller of the named price and what is left; null when neither is known. */
export function priceLimit(
  maxPrice: Money | null | undefined,
  budget: BudgetForFun | null | undefined,
): Money | null {
  const left = budget?.remaining ?? null;
  const remaining = left === null ? null : { ...left, minor: Math.max(0, left.minor) };
  if (maxPrice == null) return remaining;
  // Amounts of two currencies cannot be compared; the price that was named now is the one that is meant.
  if (remaining === null || remaining.currency !== maxPrice.currency) return maxPrice;
  return maxPrice.minor <= remaining.minor ? maxPrice : remaining;
}

function isTight(budget: BudgetForFun | null | undefined): boolean {
  const { remaining, total } = budget ?? { remaining: null, total: null };
  if (remaining === null) return false;
  return remaining.minor <= tightMinor || (total !== null && remaining.minor <= total.minor * tightShare);
}

/**
 * Personal recommendations. What is affordable is decided by code before anything is ranked; taste, quality, mood and
 * variety order the rest. Owned, seen, rejected, bought and answered items never come back. A wish that cannot be met is
 * named, and the nearest is given; the price is the one wish that is never stretched.
 */
export async function recommend(
  context: Pick<CoreContext, 'database' | 'embedder' | 'clock' | 'ids' | 'log'>,
  input: RecommendInput,
): Promise<RecommendationList> {
  const partySize = Math.max(1, Math.floor(input.partySize ?? 1));
  const loaded = await loadTaste(context, input.userId, partySize);
  const limit = priceLimit(input.maxPrice, input.budget);
  const most = input.freeOnly ? { minor: 0, currency: limit?.currency ?? 'USD' } : limit;
  const candidates = await findCandidates(context, input, loaded, most);
  const taste = withNamed(loaded, candidates);
  const pool = scoreCandidates(context, input.userId, taste, fitting(candidates, input, taste, partySize), {
    moment: candidates.moment,
    likeOneThing: candidates.named !== null,
  });
  const offered = affordable(pool.scored, most);
  const rules: ListRules = {
    limit: Math.min(mostItems, Math.max(1, input.limit ?? defaultLimit)),
    most,
    tight: isTight(input.budget),
    sensitivity: taste.preferences.priceSensitivity,
    mixed: input.types === undefined || input.types.length !== 1,
  };
  const chosen = chooseList(pool, offered, rules);
  const free = most !== null && most.minor > 0 ? freeAlternative(offered, chosen) : null;
  const wish: WishFacts = {
    moods: candidates.moods,
    genres: input.genres ?? [],
    remaining: input.budget?.remaining ?? null,
    named: candidates.named,
  };
  const present = presenter(context, pool, offered, chosen, taste, wish, input.record !== false);
  const list: RecommendationList = {
    items: chosen.map(present),
    freeAlternative: free === null ? null : present(free),
    limit: most,
    unmet: unmetWishes(candidates, chosen, most),
  };
  if (input.record !== false) await remember(context, input, list);
  return list;
}

/** Something that the wish itself names counts as liked for this list, and is not offered. */
function withNamed(taste: Taste, { named }: Candidates): Taste {
  if (named === null) return taste;
  const likings = taste.likings.filter(({ item }) => item.id !== named.id);
  return { ...taste, likings: [{ item: named, weight: 1 }, ...likings] };
}

const playedTogether: ReadonlySet<string> = new Set(['board_game', 'card_game', 'game']);

/**
 * Leaves out what is known, games that the party cannot play together, and what lies elsewhere. A thing in one city is
 * no answer to somebody who named none, and neither is a thing in another country.
 */
function fitting({ items, named }: Candidates, input: RecommendInput, taste: Taste, partySize: number) {
  return items.filter((item) => {
    if (item.id === named?.id || taste.known.has(item.id)) return false;
    // More of a game is another game, unless the wish says otherwise.
    if (named !== null && input.types === undefined && item.type !== named.type) return false;
    if (!withinReach(item, taste, input.place)) return false;
    if (!playedTogether.has(item.type) || input.partySize === undefined) return true;
    return (item.playersMin ?? 1) <= partySize && (item.playersMax ?? partySize) >= partySize;
  });
}

function presenter(
  context: Pick<CoreContext, 'ids'>,
  pool: ScoredPool,
  offered: readonly Scored[],
  chosen: readonly Scored[],
  taste: Taste,
  wish: WishFacts,
  record: boolean,
): (one: Scored) => RecommendedItem {
  const top = Math.max(...chosen.map(({ score }) => score), Number.EPSILON);
  return (one) => {
    const facts = factsFor(one, taste, wish);
    return {
      recommendationId: record ? context.ids.uuid() : null,
      item: one.item,
      cost: one.cost,
      score: Math.max(0, Math.min(1, one.score / top)),
      reason: reasonSentence(facts),
      facts,
      alternatives: alternativesTo(pool, one, offered, chosen).flatMap(({ item, cost }) =>
        cost.known
          ? [
              {
                itemId: item.id,
                title: item.title,
                cost: cost.total,
                includedIn: cost.basis === 'included' ? cost.service : null,
              },
            ]
          : [],
      ),
    };
  };
}

function unmetWishes(candidates: Candidates, chosen: readonly Scored[], most: Money | null): string[] {
  const unmet = [...candidates.unmet];
  if (chosen.length > 0) return unmet;
  if (most === null) unmet.push('I found nothing that fits.');
  else if (most.minor === 0) unmet.push('I found nothing that costs nothing and fits.');
  else unmet.push(`I found nothing for ${writeMoney(most)} or less that fits.`);
  return unmet;
}

async function remember(
  context: Pick<CoreContext, 'database'>,
  input: RecommendInput,
  list: RecommendationList,
): Promise<void> {
  const shown = list.freeAlternative === null ? list.items : [...list.items, list.freeAlternative];
  const rows = shown.flatMap(({ recommendationId, item, reason, cost }) =>
    recommendationId === null
      ? []
      : [{ id: recommendationId, itemId: item.id, reason, estimatedCost: cost.known ? cost.total : null }],
  );
  if (rows.length === 0) return;
  await context.database.store.recommendations.addRecommendations(
    input.userId,
    input.sessionId ?? null,
    rows,
  );
}
