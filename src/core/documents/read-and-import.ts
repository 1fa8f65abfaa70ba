import type { FailedReading, Reading } from '../../documents/reading.js';
import { importReading } from '../finance/import-reading.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { DocumentRecord } from '../ports/stores/documents.js';
import { documentTypeOf } from './document-type.js';

/** What reading a document takes. */
export type ReadingContext = Pick<
  CoreContext,
  | 'database'
  | 'objects'
  | 'documentReader'
  | 'documentEvents'
  | 'clock'
  | 'ids'
  | 'settings'
  | 'log'
  | 'metrics'
>;

/** Progress is stored at most this often; listeners of this process hear every step. */
const progressMilliseconds = 750;

/**
 * Reads the stored file and takes the reading into the user's money, in one transaction with the document's final
 * state: after a crash at any point the whole can be done again with the same outcome.
 */
export async function readAndImport(
  context: ReadingContext,
  document: DocumentRecord,
  options: { readonly password?: string; readonly signal: AbortSignal },
): Promise<void> {
  const started = context.clock.now().getTime();
  const bytes = await fetchFile(context, document, options.signal);
  const reading = bytes === null ? vanished() : await read(context, document, bytes, options);
  await settle(context, document, reading);
  const seconds = (context.clock.now().getTime() - started) / 1000;
  context.metrics.observe('document_seconds', seconds, { kind: reading.kind ?? 'unknown' });
  context.metrics.count('documents_total', { verdict: reading.verdict });
  context.documentEvents.publish({ kind: 'settled', documentId: document.id });
}

async function fetchFile(
  context: ReadingContext,
  document: DocumentRecord,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of await context.objects.get(document.objectKey, signal)) {
      chunks.push(Buffer.from(chunk));
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof MatineeError && error.kind === 'not-found') return null;
    throw error;
  }
}

async function read(
  context: ReadingContext,
  document: DocumentRecord,
  bytes: Uint8Array,
  options: { readonly password?: string; readonly signal: AbortSignal },
): Promise<Reading> {
  let storedAt = 0;
  let storing: Promise<void> = Promise.resolve();
  const reading = await context.documentReader.read(bytes, {
    ...(options.password !== undefined && { password: options.password }),
    signal: options.signal,
    onProgress: (progress) => {
      context.documentEvents.publish({ kind: 'progress', documentId: document.id, ...progress });
      const now = context.clock.now().getTime();
      if (now - storedAt < progressMilliseconds) return;
      storedAt = now;
      storing = storing
        .then(() => context.database.store.documents.recordProgress(document.id, progress))
        .catch((error: unknown) => context.log.debug({ error }, 'Progress could not be stored'));
    },
  });
  await storing;
  return reading;
}

async function settle(context: ReadingContext, document: DocumentRecord, reading: Reading): Promise<void> {
  await context.database.transaction(async (store) => {
    // The owner may have deleted the document, or gone altogether, while it was read.
    if (!(await store.documents.findById(document.id))) return;
    const report =
      reading.verdict === 'failed'
        ? null
        : await importReading(context, {
            userId: document.userId,
            documentId: document.id,
            reading,
            store,
          });
    await store.documents.settle({
      documentId: document.id,
      reading,
      imported: report && {
        rowsAdded: report.rowsAdded,
        rowsRecognised: report.rowsRecognised,
        rowsMerged: report.rowsMerged,
        rowsSkipped: report.rowsSkipped,
      },
      documentType: reading.kind === null ? null : documentTypeOf(reading.kind),
      failureCode: reading.verdict === 'failed' ? (reading.problems[0]?.code ?? 'DAMAGED') : null,
      at: context.clock.now(),
    });
    if (report) await store.jobs.send('analyse-finances', { userId: document.userId });
  });
}

function vanished(): FailedReading {
  return {
    verdict: 'failed',
    kind: null,
    proofs: [],
    problems: [{ code: 'DAMAGED', message: 'The stored file is gone. Please send it again.' }],
  };
}
