import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { SubscriptionList, SubscriptionStatus } from './results.js';

/** Subscriptions with monthly and annual cost, overlaps, and what cancelling would free. */
export async function listSubscriptions(
  _context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  _input: { readonly userId: string; readonly status?: SubscriptionStatus },
): Promise<SubscriptionList> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
