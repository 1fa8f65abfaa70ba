import { writeMoney } from '../../domain/money.js';
import { type EffectiveCost, fits } from '../../domain/ranking/effective-cost.js';
import type { CatalogueItem } from '../../domain/ranking/item.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { factsFor, reasonSentence } from './facts.js';
import { priceLimit } from './recommend.js';
import { scoreCandidates } from './score-candidates.js';
import { type KnownBecause, loadTaste, type Taste } from './taste.js';
import type { BudgetForFun, Explanation } from './types.js';

interface ExplainInput {
  readonly userId: string;
  /** One of the two names the item. */
  readonly itemId?: string;
  readonly recommendationId?: string;
  readonly budget?: BudgetForFun | null;
  readonly partySize?: number;
}

const becauses: Readonly<Record<KnownBecause, string>> = {
  owned: 'You told me that you own it.',
  seen: 'You told me that you know it already.',
  rejected: 'You told me that it is not for you.',
  purchased: 'You bought it already.',
  disliked: 'You didn’t like it when I suggested it.',
  liked: 'You liked it already, so I suggest others.',
  saved: 'It is on your wishlist already.',
  rated: 'You rated it, so you know it already.',
};

/** Why an item suits this user, or why it was not recommended. @throws MatineeError not-found */
export async function explainRecommendation(
  context: Pick<CoreContext, 'database' | 'clock'>,
  input: ExplainInput,
): Promise<Explanation> {
  const item = await itemOf(context, input);
  const taste = await loadTaste(context, input.userId, Math.max(1, input.partySize ?? 1));
  const pool = scoreCandidates(context, input.userId, taste, [item], {
    moment: new Map(),
    likeOneThing: false,
  });
  const [scored] = pool.scored;
  if (scored === undefined) throw new MatineeError('not-found', 'ITEM_NOT_FOUND', 'There is no such item.');
  const remaining = input.budget?.remaining ?? null;
  const facts = factsFor(scored, taste, { moods: [], genres: [], remaining });
  const whyNot = reasonsAgainst(item, scored.cost, taste, input.budget);
  return {
    item,
    cost: scored.cost,
    recommendable: whyNot.length === 0,
    reason: reasonSentence(facts),
    facts,
    whyNot,
  };
}

async function itemOf(context: Pick<CoreContext, 'database'>, input: ExplainInput): Promise<CatalogueItem> {
  const { catalogue, recommendations } = context.database.store;
  const row =
    input.recommendationId === undefined
      ? null
      : await recommendations.getRecommendation(input.userId, input.recommendationId);
  const id = row?.itemId ?? input.itemId;
  const item = id === undefined ? null : await catalogue.getItem(id);
  if (item === null) {
    throw new MatineeError('not-found', 'ITEM_NOT_FOUND', 'There is no such item in the catalogue.');
  }
  return item;
}

function reasonsAgainst(
  item: CatalogueItem,
  cost: EffectiveCost,
  taste: Taste,
  budget: BudgetForFun | null | undefined,
): string[] {
  const against: string[] = [];
  const because = taste.known.get(item.id);
  if (because !== undefined) against.push(becauses[because]);
  const disliked = item.genres.filter((genre) => taste.dislikedGenres.includes(genre));
  if (disliked.length > 0) against.push(`You don’t like ${disliked.join(' or ')}.`);
  const most = priceLimit(null, budget);
  if (most === null || fits(cost, most)) return against;
  if (!cost.known) against.push('Its price isn’t known, so I can’t tell whether you can afford it.');
  else if (cost.total.currency !== most.currency) {
    against.push(`It is priced in ${cost.total.currency}, and your budget is in ${most.currency}.`);
  } else {
    against.push(`It costs ${writeMoney(cost.total)}, and ${writeMoney(most)} is left for fun.`);
  }
  return against;
}
