import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { UserResponse } from '../ports/stores/recommendations.js';

/**
 * Keeps the user's answer to a recommendation (or to any item): liked and disliked steer the next list, saved puts it on
 * the wishlist, purchased takes it off and never offers it again. @throws MatineeError not-found
 */
export async function respondToRecommendation(
  context: Pick<CoreContext, 'database' | 'ids'>,
  input: {
    readonly userId: string;
    readonly response: UserResponse;
    /** One of the two names the item. */
    readonly itemId?: string;
    readonly recommendationId?: string;
  },
): Promise<{ readonly itemId: string; readonly title: string; readonly response: UserResponse }> {
  return context.database.transaction(async (store) => {
    const { recommendations, catalogue } = store;
    const row =
      input.recommendationId === undefined
        ? null
        : await recommendations.getRecommendation(input.userId, input.recommendationId);
    const itemId = row?.itemId ?? input.itemId;
    const item = itemId === undefined ? null : await catalogue.getItem(itemId);
    if (item === null)
      throw new MatineeError('not-found', 'ITEM_NOT_FOUND', 'There is no such item in the catalogue.');
    const target = { itemId: item.id, recommendationId: row?.id ?? null, newId: context.ids.uuid() };
    await recommendations.setResponse(input.userId, target, input.response);
    if (input.response === 'saved') await recommendations.saveWish(input.userId, item.id, null);
    if (input.response === 'purchased') {
      await recommendations.setState(input.userId, item.id, 'purchased', true);
      await recommendations.deleteWish(input.userId, item.id);
    }
    return { itemId: item.id, title: item.title, response: input.response };
  });
}
