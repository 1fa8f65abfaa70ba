import type { SubscriptionRecord } from '../../domain/analysis/records.js';
import { merchantKeyOf } from '../../domain/budget/dues.js';
import { groupOf } from '../../domain/categories/categories.js';
import { readText } from '../../domain/categories/classify.js';
import type { Money } from '../../domain/money.js';
import type { Cadence } from '../../domain/recurrence/cadence.js';
import { activeNames } from '../../domain/recurrence/subscriptions.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { loadAnalysis } from './load-analysis.js';
import type { SubscriptionView } from './results.js';
import { subscriptionViews } from './subscription-views.js';

/**
 * Adds a subscription in the user's own words, or says yes to a proposed one of that name.
 * @throws MatineeError invalid without a name, or for a price that is not above zero
 */
export async function addSubscription(
  context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>,
  input: {
    readonly userId: string;
    readonly name: string;
    readonly price?: Money;
    readonly cadence?: Cadence;
  },
): Promise<SubscriptionView> {
  const { userId } = input;
  const name = input.name.trim().replace(/\s+/g, ' ').slice(0, 100);
  if (name === '') throw new MatineeError('invalid', 'NAME_MISSING', 'Which subscription is it?');
  if (input.price && input.price.minor <= 0) {
    throw new MatineeError('invalid', 'PRICE_INVALID', 'A subscription costs more than nothing.');
  }
  return context.database.transaction(async (store) => {
    await store.accounts.lockUsers([userId]);
    const { analysis, stored } = await loadAnalysis(context, userId, store);
    const record = recordFor(context, stored.subscriptions, { ...input, name });
    await store.finance.saveSubscription(userId, record);
    const all = [...stored.subscriptions.filter(({ id }) => id !== record.id), record];
    await store.finance.mirrorSubscriptions(userId, activeNames(all));
    const view = subscriptionViews(analysis, all).find(({ id }) => id === record.id);
    if (!view) throw new MatineeError('not-found', 'SUBSCRIPTION_NOT_FOUND', 'That subscription is gone.');
    return view;
  });
}

function recordFor(
  context: Pick<CoreContext, 'ids'>,
  stored: readonly SubscriptionRecord[],
  input: { readonly name: string; readonly price?: Money; readonly cadence?: Cadence },
): SubscriptionRecord {
  const key = merchantKeyOf(input.name);
  const same = stored.filter(
    (record) => record.name.toLowerCase() === input.name.toLowerCase() || record.merchantKey === key,
  );
  const before = same.find(({ status }) => status === 'proposed' || status === 'active') ?? same[0];
  const text = readText(input.name, false, 'current');
  const cadence = input.cadence ?? before?.cadence ?? (input.price ? 'monthly' : null);
  return {
    id: before?.id ?? context.ids.uuid(),
    name: before?.name ?? text.known?.name ?? input.name,
    merchantKey: key,
    price: input.price ?? before?.price ?? null,
    cadence,
    status: 'active',
    origin: before?.origin ?? 'stated',
    // What somebody adds in a chat about entertainment is entertainment, unless its name says otherwise.
    isEntertainment:
      before?.isEntertainment ??
      (text.category === 'uncategorised' || groupOf(text.category) === 'entertainment'),
    firstSeenOn: before?.firstSeenOn ?? null,
    lastChargedOn: before?.lastChargedOn ?? null,
    nextDueOn: before?.nextDueOn ?? null,
  };
}
