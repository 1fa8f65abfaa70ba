import type { Order } from '../conversation/understanding/order.js';
import type { RecommendedItem } from '../recommendations/types.js';
import { knownTotal } from './item-words.js';

type Priced = Pick<RecommendedItem, 'item' | 'cost'>;

/** Things in the order that was asked for; what has no figure for it comes last. */
export function inOrder<One extends Priced>(items: readonly One[], order: Order): One[] {
  return [...items].sort(
    (left, right) =>
      (figureFor(right, order) ?? Number.NEGATIVE_INFINITY) -
      (figureFor(left, order) ?? Number.NEGATIVE_INFINITY),
  );
}

/** The figure that decides, the larger the better; null where the thing has none. */
export function figureFor({ item, cost }: Priced, order: Order): number | null {
  switch (order) {
    case 'rating':
      return item.rating;
    case 'fame':
      return (item.fame ?? 0) + Math.log10(1 + (item.ratingCount ?? 0)) / 100;
    case 'price':
      return knownTotal(cost) === null ? null : -(knownTotal(cost)?.minor ?? 0);
    case 'shortest':
      return item.minutes === null ? null : -item.minutes;
    case 'longest':
      return item.minutes;
    case 'newest':
      return item.year;
  }
}
