import type { AlertIdea } from '../../domain/alerts/alerts.js';
import { writeMoney } from '../../domain/money.js';
import type { CoreContext } from '../ports/context.js';
import { listWishlist } from '../recommendations/list-wishlist.js';

/** Wishes whose awaited price is reached, each an alert that is told once for each price. */
export async function wishIdeas(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly locale: string },
): Promise<AlertIdea[]> {
  const wishes = await listWishlist(context, { userId: input.userId });
  return wishes.flatMap(({ item, targetPrice, currentPrice, priceAsOf, reached }): AlertIdea[] => {
    if (!reached || currentPrice === null) return [];
    const say = (amount: typeof currentPrice): string => writeMoney(amount, input.locale);
    const waited =
      targetPrice === null ? 'which is less than usual' : `and you waited for ${say(targetPrice)}`;
    const seen = priceAsOf === null ? '' : ` (seen on ${priceAsOf})`;
    return [
      {
        key: `wish:${item.id}:${currentPrice.minor}:${currentPrice.currency}`,
        kind: 'wish-price',
        severity: 'info',
        facts: { price: currentPrice.minor, currency: currentPrice.currency },
        message: `${item.title} is about ${say(currentPrice)} now${seen}, ${waited}.`,
      },
    ];
  });
}
