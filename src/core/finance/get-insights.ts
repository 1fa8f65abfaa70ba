import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { Insights } from './results.js';

/** What stands out: categories, trends, biggest changes, subscriptions, unusual charges. */
export async function getInsights(
  _context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  _input: { readonly userId: string },
): Promise<Insights> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
