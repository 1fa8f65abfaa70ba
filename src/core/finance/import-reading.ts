import type { Reading } from '../../documents/reading.js';
import type { CoreContext } from '../ports/context.js';
import type { Store } from '../ports/database.js';
import { MatineeError } from '../ports/errors.js';
import type { ImportReport } from './results.js';

/**
 * Takes a document's reading into the user's money: accounts, transactions with their source lines, pay stubs,
 * receipts. Works within the caller's transaction (`store`). Importing again changes nothing. `year` is the user's
 * answer where a document prints none. Run `analyseFinances` afterwards.
 */
export async function importReading(
  _context: Pick<CoreContext, 'ids' | 'clock' | 'settings'>,
  _input: {
    readonly userId: string;
    readonly documentId: string;
    readonly reading: Reading;
    readonly store: Store;
    readonly year?: number;
  },
): Promise<ImportReport> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
