import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { CatalogueImportReport } from './types.js';

/** Adds and changes items by (source, key) from records of any origin; bad records are left out and named. */
export async function importCatalogue(
  _context: Pick<CoreContext, 'database'>,
  _input: {
    readonly source: string;
    /** One item each, with its line number. */
    readonly records: AsyncIterable<{ readonly line: number; readonly value: unknown }>;
    readonly onProgress?: (read: number) => void;
  },
): Promise<CatalogueImportReport> {
  throw new MatineeError('unavailable', 'NOT_READY', 'Imports are not ready yet.');
}
