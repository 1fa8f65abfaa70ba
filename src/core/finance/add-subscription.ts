import type { Money } from '../../domain/money.js';
import type { Cadence } from '../../domain/recurrence/cadence.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { SubscriptionView } from './results.js';

/** Adds a subscription in the user's own words, or says yes to a proposed one of that name. */
export async function addSubscription(
  _context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>,
  _input: {
    readonly userId: string;
    readonly name: string;
    readonly price?: Money;
    readonly cadence?: Cadence;
  },
): Promise<SubscriptionView> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
