import type { DateSpan } from '../../domain/calendar.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { SpendingSummary } from './results.js';

/** Where the money went: the given span, else the last `months` (default: the newest month with data). */
export async function getSpendingSummary(
  _context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  _input: { readonly userId: string; readonly span?: DateSpan; readonly months?: number },
): Promise<SpendingSummary> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
