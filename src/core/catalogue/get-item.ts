import { effectiveCost } from '../../domain/ranking/effective-cost.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { payerOf } from './payer-of.js';
import { summariseReviews } from './summarise-reviews.js';
import type { ItemDetails } from './types.js';

/** One item with its cost to this user, prices and reviews. @throws MatineeError not-found */
export async function getItem(
  context: Pick<CoreContext, 'database'>,
  input: { readonly itemId: string; readonly userId?: string; readonly partySize?: number },
): Promise<ItemDetails> {
  const { catalogue, recommendations } = context.database.store;
  const item = await catalogue.getItem(input.itemId);
  if (item === null)
    throw new MatineeError('not-found', 'ITEM_NOT_FOUND', 'There is no such item in the catalogue.');
  const reviews = await catalogue.listReviews(item.id);
  const details = {
    item,
    cost: effectiveCost(item, await payerOf(context, input.userId, input.partySize)),
    quotes: await catalogue.listPriceQuotes(item.id),
    reviews,
    reviewSummary: summariseReviews(reviews),
  };
  if (input.userId === undefined) return { ...details, mine: null };
  const taste = await recommendations.getTaste(input.userId);
  return {
    ...details,
    mine: {
      states: taste.states.filter((state) => state.itemId === item.id).map((state) => state.state),
      rating: taste.ratings.find((rating) => rating.itemId === item.id)?.value ?? null,
      wished: taste.wishlist.includes(item.id),
    },
  };
}
