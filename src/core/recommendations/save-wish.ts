import type { Money } from '../../domain/money.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';

/** Puts an item on the wishlist with the price to wait for (null: tell of any drop). @throws MatineeError not-found */
export async function saveWish(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly itemId: string; readonly targetPrice?: Money | null },
): Promise<{ readonly itemId: string; readonly title: string }> {
  return context.database.transaction(async (store) => {
    const item = await store.catalogue.getItem(input.itemId);
    if (item === null)
      throw new MatineeError('not-found', 'ITEM_NOT_FOUND', 'There is no such item in the catalogue.');
    await store.recommendations.saveWish(input.userId, item.id, input.targetPrice ?? null);
    return { itemId: item.id, title: item.title };
  });
}
