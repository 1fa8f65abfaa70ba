import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { SubscriptionView } from './results.js';

/**
 * Ends a subscription, or declines a proposed one, which is not proposed again.
 * @throws MatineeError not-found
 */
export async function endSubscription(
  _context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  _input: {
    readonly userId: string;
    readonly subscriptionId: string;
    readonly outcome?: 'ended' | 'declined';
  },
): Promise<SubscriptionView> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
