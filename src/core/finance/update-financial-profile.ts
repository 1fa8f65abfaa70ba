import type { Question } from '../../domain/figures.js';
import type { Currency, Money } from '../../domain/money.js';
import type { Cadence } from '../../domain/recurrence/cadence.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { FinancialProfile } from './results.js';

/** The user's own figures; null takes one back. An amount is a month's unless `per` says otherwise. */
export interface StatedChanges {
  readonly monthlyIncome?: StatedAmount | null;
  readonly fixedExpenses?: StatedAmount | null;
  readonly savings?: StatedAmount | { readonly percent: number } | null;
  readonly debtMinimums?: StatedAmount | null;
  readonly entertainmentBudget?: StatedAmount | null;
}

export interface StatedAmount {
  readonly amount: Money;
  readonly per?: Cadence;
}

/**
 * Keeps figures that the user stated; they win over derived ones. A figure that contradicts another is not taken but
 * asked about, unless confirmed. @throws MatineeError invalid for negative or absurd amounts
 */
export async function updateFinancialProfile(
  _context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>,
  _input: {
    readonly userId: string;
    readonly stated?: StatedChanges;
    readonly currency?: Currency;
    readonly periodKind?: 'month' | 'pay_cycle';
    readonly rollOver?: boolean;
    readonly messageId?: string;
    /** The user confirmed a figure that looked odd. */
    readonly confirmed?: boolean;
  },
): Promise<{ readonly profile: FinancialProfile; readonly questions: readonly Question[] }> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
