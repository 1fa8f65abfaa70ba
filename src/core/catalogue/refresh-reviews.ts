import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { ReviewReport } from './types.js';

/** Asks the review providers for an item and stores what they say. @throws MatineeError not-found */
export async function refreshReviews(
  _context: Pick<CoreContext, 'database' | 'reviewProviders' | 'clock' | 'log'>,
  _input: { readonly itemId: string; readonly signal?: AbortSignal },
): Promise<ReviewReport> {
  throw new MatineeError('unavailable', 'NOT_READY', 'Reviews are not ready yet.');
}
