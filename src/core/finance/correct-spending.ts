import type { Category } from '../../domain/categories/categories.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { Correction } from './results.js';

/** "That was groceries", "Netflix is not entertainment", "ignore this one": remembered, and applied backwards. */
export async function correctSpending(
  _context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>,
  _input: {
    readonly userId: string;
    readonly target:
      | { readonly transactionId: string }
      | { readonly merchant: string }
      | { readonly latest: true };
    readonly change:
      | { readonly category: Category }
      | { readonly entertainment: false }
      | { readonly ignored: boolean };
    /** `transaction`: this one only. Default: the merchant, past and future (for `ignored`: this one only). */
    readonly scope?: 'merchant' | 'transaction';
  },
): Promise<Correction> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
