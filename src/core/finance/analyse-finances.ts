import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { AnalysisReport } from './results.js';

/**
 * Reads all of the user's money anew and stores what follows: roles and categories, typical month by category,
 * profile figures, subscriptions found (as proposals). Idempotent, independent of the order of imports.
 */
export async function analyseFinances(
  _context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>,
  _input: { readonly userId: string },
): Promise<AnalysisReport> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
