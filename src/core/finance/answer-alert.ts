import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { AlertView } from './results.js';

/** Dismisses an alert for good, or puts it off. @throws MatineeError not-found */
export async function answerAlert(
  _context: Pick<CoreContext, 'database' | 'clock'>,
  _input: {
    readonly userId: string;
    readonly alertId: string;
    readonly answer: 'dismiss' | { readonly snoozeUntil: Date };
  },
): Promise<AlertView> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
