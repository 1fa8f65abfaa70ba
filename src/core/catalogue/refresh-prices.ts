import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { PriceReport } from './types.js';

/** Asks the price providers for an item (books, board games, card games) and stores what they say. @throws MatineeError not-found, invalid */
export async function refreshPrices(
  _context: Pick<CoreContext, 'database' | 'priceProviders' | 'clock' | 'log'>,
  _input: { readonly itemId: string; readonly signal?: AbortSignal },
): Promise<PriceReport> {
  throw new MatineeError('unavailable', 'NOT_READY', 'Prices are not ready yet.');
}
