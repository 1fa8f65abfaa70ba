import type { Money } from '../../domain/money.js';
import type { Cadence } from '../../domain/recurrence/cadence.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { Affordability } from './results.js';

/** "Can I afford X?": yes, no or "yes, but", with the sum, including bills still due. */
export async function checkAffordability(
  _context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  _input: {
    readonly userId: string;
    readonly price: Money;
    readonly recurring?: Cadence;
  },
): Promise<Affordability> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
