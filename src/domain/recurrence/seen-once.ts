import { dateOfDay, type IsoDate } from '../calendar.js';
import { type Category, groupOf } from '../categories/categories.js';
import { findKnownMerchant } from '../merchants/known-merchants.js';
import { type Money, money } from '../money.js';
import type { Payment } from './payments.js';
import type { RecurringSeries } from './series.js';

/** One charge of a service that sells subscriptions: evidence of one, and no proof of its rhythm. */
export interface SeenOnce {
  readonly merchantKey: string;
  readonly name: string;
  readonly category: Category;
  readonly amount: Money;
  readonly on: IsoDate;
  readonly transactionId: string;
}

/** A monthly charge would have come again within so many days; what lies further back is no sign of today's. */
const freshDays = 40;
/** These sell single films and rentals under the same name. */
const alsoSellSingly: ReadonlySet<string> = new Set([
  'prime video',
  'apple tv+',
  'youtube premium',
  'medium',
]);

/**
 * Services of entertainment that are known for subscriptions and charged exactly once, lately, without a rhythm to go by.
 * @param today day number of the last day that is known of
 */
export function seenOnce(
  payments: readonly Payment[],
  charges: readonly RecurringSeries[],
  today: number,
): SeenOnce[] {
  const inSeries = new Set(charges.map(({ merchantKey }) => merchantKey));
  const groups = new Map<string, Payment[]>();
  for (const payment of payments) {
    if (inSeries.has(payment.merchantKey)) continue;
    const group = groups.get(payment.merchantKey);
    if (group) group.push(payment);
    else groups.set(payment.merchantKey, [payment]);
  }
  return [...groups].sort(byKey).flatMap(([merchantKey, [only, ...others]]): SeenOnce[] => {
    if (!only || others.length > 0 || today - only.day > freshDays) return [];
    const known = findKnownMerchant(merchantKey.split(' '));
    if (known?.key !== merchantKey || !known.subscription || alsoSellSingly.has(merchantKey)) return [];
    if (groupOf(only.category) !== 'entertainment') return [];
    return [
      {
        merchantKey,
        name: only.name,
        category: only.category,
        amount: money(only.minor, only.currency),
        on: dateOfDay(only.day),
        transactionId: only.id,
      },
    ];
  });
}

const byKey = ([left]: [string, unknown], [right]: [string, unknown]): number => (left < right ? -1 : 1);
