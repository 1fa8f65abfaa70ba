import { activeNames } from '../../domain/recurrence/subscriptions.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { loadAnalysis } from './load-analysis.js';
import type { SubscriptionView } from './results.js';
import { subscriptionViews } from './subscription-views.js';

/**
 * Ends a subscription, or declines a proposed one, which is not proposed again.
 * @throws MatineeError not-found
 */
export async function endSubscription(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  input: {
    readonly userId: string;
    readonly subscriptionId: string;
    readonly outcome?: 'ended' | 'declined';
  },
): Promise<SubscriptionView> {
  const { userId, subscriptionId } = input;
  return context.database.transaction(async (store) => {
    await store.accounts.lockUsers([userId]);
    const { analysis, stored } = await loadAnalysis(context, userId, store);
    const record = stored.subscriptions.find(({ id }) => id === subscriptionId);
    if (!record)
      throw new MatineeError('not-found', 'SUBSCRIPTION_NOT_FOUND', 'There is no such subscription.');
    const status = input.outcome ?? (record.status === 'proposed' ? 'declined' : 'ended');
    const ended = { ...record, status, nextDueOn: null };
    await store.finance.saveSubscription(userId, ended);
    const all = stored.subscriptions.map((each) => (each.id === subscriptionId ? ended : each));
    await store.finance.mirrorSubscriptions(userId, activeNames(all));
    const view = subscriptionViews(analysis, all).find(({ id }) => id === subscriptionId);
    if (!view)
      throw new MatineeError('not-found', 'SUBSCRIPTION_NOT_FOUND', 'There is no such subscription.');
    return view;
  });
}
