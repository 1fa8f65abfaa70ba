import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';

/**
 * Looks at everybody who asked for alerts or the weekly digest, and sends what is due to where they last wrote.
 * The work of the `run-alerts` job.
 */
export async function runAlerts(
  _context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings' | 'platforms' | 'log'>,
  _input: { readonly signal: AbortSignal },
): Promise<{ readonly created: number; readonly delivered: number }> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
