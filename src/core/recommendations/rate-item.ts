import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';

/** Stores the user's own rating, 0 to 5; a rating says that they know it, so it is not offered again. @throws MatineeError invalid, not-found */
export async function rateItem(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly itemId: string; readonly value: number },
): Promise<{ readonly itemId: string; readonly value: number }> {
  if (!(input.value >= 0 && input.value <= 5)) {
    throw new MatineeError('invalid', 'RATING_OUT_OF_RANGE', 'Ratings run from 0 to 5.', {
      fields: [{ path: 'rating', message: 'must be between 0 and 5' }],
    });
  }
  const value = Math.round(input.value * 100) / 100;
  return context.database.transaction(async (store) => {
    const item = await store.catalogue.getItem(input.itemId);
    if (item === null)
      throw new MatineeError('not-found', 'ITEM_NOT_FOUND', 'There is no such item in the catalogue.');
    await store.recommendations.saveRating(input.userId, item.id, value);
    return { itemId: item.id, value };
  });
}
