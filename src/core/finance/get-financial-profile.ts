import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { FinancialProfile } from './results.js';

/** What is known of the user's money, derived and stated figures apart. */
export async function getFinancialProfile(
  _context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  _input: { readonly userId: string },
): Promise<FinancialProfile> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
