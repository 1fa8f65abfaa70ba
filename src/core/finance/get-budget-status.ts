import type { BudgetStatus } from '../../domain/budget/status.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';

/** This period's entertainment budget: anchors, formula, what is left, per day, and the projection. */
export async function getBudgetStatus(
  _context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  _input: { readonly userId: string },
): Promise<BudgetStatus> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
