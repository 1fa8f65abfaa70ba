import type { Money } from '../../domain/money.js';
import type { ItemType } from '../../domain/ranking/item.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { EveningPlan } from './types.js';

/** An evening for a party under a limit: something to do, something to eat where it fits. Null when nothing fits. */
export async function planEvening(
  _context: Pick<CoreContext, 'database' | 'embedder' | 'clock' | 'ids' | 'log'>,
  _input: {
    readonly userId: string;
    readonly limit: Money;
    readonly partySize?: number;
    readonly mood?: string | null;
    readonly place?: string | null;
    readonly age?: number | null;
    /** What the evening should hold; any when absent. */
    readonly types?: readonly ItemType[];
  },
): Promise<EveningPlan | null> {
  throw new MatineeError('unavailable', 'NOT_READY', 'Plans are not ready yet.');
}
