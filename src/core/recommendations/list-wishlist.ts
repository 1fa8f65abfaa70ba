import type { CoreContext } from '../ports/context.js';
import type { WishlistEntry } from './types.js';

/** What the user saved, newest first, each with its current price and whether the awaited price is reached. */
export async function listWishlist(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string },
): Promise<readonly WishlistEntry[]> {
  const { catalogue, recommendations } = context.database.store;
  const entries: WishlistEntry[] = [];
  for (const wish of await recommendations.listWishes(input.userId)) {
    const [quote] = await catalogue.listPriceQuotes(wish.item.id);
    const currentPrice = quote?.price ?? wish.item.price;
    const comparable = wish.targetPrice !== null && currentPrice?.currency === wish.targetPrice.currency;
    entries.push({
      item: wish.item,
      targetPrice: wish.targetPrice,
      currentPrice,
      priceAsOf: quote === undefined ? wish.item.priceAsOf : quote.fetchedAt.toISOString().slice(0, 10),
      reached: comparable && wish.targetPrice !== null && currentPrice.minor <= wish.targetPrice.minor,
      addedAt: wish.createdAt,
    });
  }
  return entries;
}
