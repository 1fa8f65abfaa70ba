import type { CoreContext } from '../ports/context.js';

/** Takes an item off the wishlist. @returns whether it was on it */
export async function deleteWish(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly itemId: string },
): Promise<{ readonly removed: boolean }> {
  return { removed: await context.database.store.recommendations.deleteWish(input.userId, input.itemId) };
}
