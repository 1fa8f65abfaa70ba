import type { Money } from '../../domain/money.js';
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
    entries.push({
      item: wish.item,
      targetPrice: wish.targetPrice,
      currentPrice,
      priceAsOf: quote === undefined ? wish.item.priceAsOf : quote.fetchedAt.toISOString().slice(0, 10),
      reached: isReached(currentPrice, wish.targetPrice, wish.item.price),
      addedAt: wish.createdAt,
    });
  }
  return entries;
}

/** Without an awaited price, a drop of this share below the usual one is news. */
const dropPercent = 5;

function isReached(current: Money | null, target: Money | null, usual: Money | null): boolean {
  const most =
    target ?? (usual && { ...usual, minor: Math.floor((usual.minor * (100 - dropPercent)) / 100) });
  if (current === null || most === null || current.currency !== most.currency) return false;
  return current.minor <= most.minor;
}
