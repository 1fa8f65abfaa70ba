import type { CoreContext } from '../ports/context.js';
import { importCatalogue } from './import-catalogue.js';
import type { CatalogueImportReport } from './types.js';

/** The source under which the items that come with the product are listed. */
const seedSource = 'seed';

/**
 * Fills the catalogue with the items that come with the product; a second time changes nothing.
 * @param input.records the lines of prisma/seed/*.jsonl
 */
export async function seedCatalogue(
  context: Pick<CoreContext, 'database'>,
  input: { readonly records: AsyncIterable<{ readonly line: number; readonly value: unknown }> },
): Promise<CatalogueImportReport> {
  return importCatalogue(context, { source: seedSource, records: input.records });
}
