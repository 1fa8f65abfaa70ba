import { importReading } from '../finance/import-reading.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { ImportCounts } from '../ports/stores/documents.js';
import { documentNotFound } from './problems.js';

/**
 * The user's answer where a document prints no year anywhere: imports the rows that waited for it.
 * @throws MatineeError not-found; invalid NO_READING when nothing was read from the document
 */
export async function answerDocumentYear(
  context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>,
  input: { readonly userId: string; readonly documentId: string; readonly year: number },
): Promise<ImportCounts> {
  return context.database.transaction(async (store) => {
    const document = await store.documents.find(input.userId, input.documentId);
    if (!document) throw documentNotFound();
    const stored = await store.documents.reading(input.userId, input.documentId);
    if (!stored || stored.reading.verdict === 'failed') {
      throw new MatineeError('invalid', 'NO_READING', 'Nothing was read from that document.');
    }
    const report = await importReading(context, { ...input, reading: stored.reading, store });
    const { rowsAdded, rowsRecognised, rowsMerged, rowsSkipped } = report;
    const imported = { rowsAdded, rowsRecognised, rowsMerged, rowsSkipped };
    await store.documents.settle({
      documentId: document.id,
      reading: stored.reading,
      imported,
      documentType: null,
      failureCode: null,
      at: context.clock.now(),
    });
    await store.jobs.send('analyse-finances', { userId: input.userId });
    return imported;
  });
}
