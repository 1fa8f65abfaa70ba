import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { AlertView } from './results.js';

/** The user's alerts, newest first, without dismissed ones. */
export async function listAlerts(
  _context: Pick<CoreContext, 'database' | 'clock'>,
  _input: { readonly userId: string },
): Promise<readonly AlertView[]> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
