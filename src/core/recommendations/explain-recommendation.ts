import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { BudgetForFun, Explanation } from './types.js';

/** Why an item suits this user, or why it was not recommended. @throws MatineeError not-found */
export async function explainRecommendation(
  _context: Pick<CoreContext, 'database'>,
  _input: {
    readonly userId: string;
    /** One of the two names the item. */
    readonly itemId?: string;
    readonly recommendationId?: string;
    readonly budget?: BudgetForFun | null;
    readonly partySize?: number;
  },
): Promise<Explanation> {
  throw new MatineeError('unavailable', 'NOT_READY', 'Recommendations are not ready yet.');
}
