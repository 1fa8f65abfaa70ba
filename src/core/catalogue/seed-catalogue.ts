import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { CatalogueImportReport } from './types.js';

/**
 * Fills the catalogue with the items that come with the product; a second time changes nothing.
 * @param input.records the lines of prisma/seed/*.jsonl (src/infrastructure/postgres/catalogue-seed.ts reads them)
 */
export async function seedCatalogue(
  _context: Pick<CoreContext, 'database'>,
  _input: { readonly records: AsyncIterable<{ readonly line: number; readonly value: unknown }> },
): Promise<CatalogueImportReport> {
  throw new MatineeError('unavailable', 'NOT_READY', 'The catalogue is not ready yet.');
}
