import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { alertView } from './alert-view.js';
import type { AlertView } from './results.js';

/**
 * Dismisses an alert for good, or puts it off.
 * @throws MatineeError not-found; invalid for a snooze that ends in the past
 */
export async function answerAlert(
  context: Pick<CoreContext, 'database' | 'clock'>,
  input: {
    readonly userId: string;
    readonly alertId: string;
    readonly answer: 'dismiss' | { readonly snoozeUntil: Date };
  },
): Promise<AlertView> {
  const now = context.clock.now();
  const { answer } = input;
  if (answer !== 'dismiss' && answer.snoozeUntil <= now) {
    throw new MatineeError('invalid', 'SNOOZE_PAST', 'Until when shall I wait? That moment has passed.');
  }
  const row = await context.database.store.finance.updateAlert(
    input.userId,
    input.alertId,
    answer === 'dismiss'
      ? { status: 'dismissed', snoozedUntil: null }
      : // What was put off is sent once more when its time comes.
        { status: 'snoozed', snoozedUntil: answer.snoozeUntil, deliveredAt: null },
  );
  if (!row) throw new MatineeError('not-found', 'ALERT_NOT_FOUND', 'There is no such alert.');
  return alertView(row, now);
}
