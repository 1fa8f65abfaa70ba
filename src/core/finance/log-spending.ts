import type { IsoDate } from '../../domain/calendar.js';
import type { Category } from '../../domain/categories/categories.js';
import type { Money } from '../../domain/money.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { LoggedSpending } from './results.js';

/**
 * Takes a spend that the user told ("spent 18 on cinema"). It counts at once; the statement line that later shows it
 * is matched to it. `amount` is positive. An impossible date or an absurd amount comes back as a question.
 */
export async function logSpending(
  _context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>,
  _input: {
    readonly userId: string;
    readonly amount: Money;
    readonly description: string;
    readonly on?: IsoDate;
    readonly category?: Category;
    readonly itemId?: string;
    readonly origin?: 'chat' | 'api';
    /** The user confirmed an amount or date that looked odd. */
    readonly confirmed?: boolean;
  },
): Promise<LoggedSpending> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
