import { Readable } from 'node:stream';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { StoredObject } from '../ports/object-store.js';
import type { DocumentRecord, DocumentType } from '../ports/stores/documents.js';
import { type DocumentView, viewDocument } from './document-view.js';
import { sanitiseFileName } from './file-name.js';
import { documentNotFound, parsingIsOff } from './problems.js';
import { checkUpload } from './upload-checks.js';

const mimeType = 'application/pdf';

/**
 * Takes a PDF in: checked while it streams into the object store, then queued for reading. The same content again is
 * recognised, whatever its name; a failed document that is sent again is read again.
 * @returns the document, and whether it was already there
 * @throws MatineeError unavailable DOCUMENT_PARSING_OFF; invalid EMPTY_FILE, NOT_A_PDF; too-large TOO_LARGE
 */
export async function submitDocument(
  context: Pick<CoreContext, 'database' | 'objects' | 'ids' | 'settings' | 'log' | 'metrics'>,
  input: {
    readonly userId: string;
    readonly fileName: string;
    readonly body: AsyncIterable<Uint8Array>;
    /** What the user says it is; the content decides. */
    readonly hint?: DocumentType;
    readonly conversationId?: string;
    readonly signal?: AbortSignal;
  },
): Promise<{ readonly document: DocumentView; readonly duplicate: boolean }> {
  if (!context.settings.documentParsing) throw parsingIsOff();
  const id = context.ids.uuid();
  const objectKey = `users/${input.userId}/documents/${id}`;
  const { documents } = context.database.store;
  await documents.reserve({
    id,
    userId: input.userId,
    documentType: input.hint ?? 'bank_statement',
    fileName: sanitiseFileName(input.fileName),
    objectKey,
    mimeType,
  });
  const stored = await storeFile(context, { ...input, id, objectKey });
  const known = await context.database.transaction(async (store) => {
    const duplicateOf = await store.documents.completeUpload({
      id,
      userId: input.userId,
      size: stored.size,
      sha256: stored.sha256,
      conversationId: input.conversationId ?? null,
    });
    if (duplicateOf === null) await store.jobs.send('process-document', { documentId: id });
    else await store.jobs.send('delete-objects', { keys: [objectKey] });
    return duplicateOf;
  });
  const document = await documents.find(input.userId, known ?? id);
  if (!document) throw documentNotFound();
  if (known === null) return { document: viewDocument(document), duplicate: false };
  return { document: viewDocument(await readAgain(context, document)), duplicate: true };
}

/** Nothing stays behind of an upload that fails. */
async function storeFile(
  context: Pick<CoreContext, 'database' | 'objects' | 'settings' | 'log'>,
  upload: { id: string; objectKey: string; body: AsyncIterable<Uint8Array>; signal?: AbortSignal },
): Promise<StoredObject> {
  const body = Readable.from(checkUpload(upload.body, context.settings.maxDocumentBytes), {
    objectMode: false,
  });
  try {
    return await context.objects.put(upload.objectKey, body, {
      contentType: mimeType,
      ...(upload.signal && { signal: upload.signal }),
    });
  } catch (error) {
    await context.database.store.documents.cancelUpload(upload.id);
    if (error instanceof MatineeError) throw error;
    throw new MatineeError(
      'unavailable',
      'UPLOAD_FAILED',
      'The file did not arrive whole. Please send it once more.',
      { cause: error },
    );
  }
}

/** A document that failed gets another try when it is sent again, unless it waits for its password. */
async function readAgain(
  context: Pick<CoreContext, 'database'>,
  document: DocumentRecord,
): Promise<DocumentRecord> {
  if (document.status !== 'failed' || viewDocument(document).passwordRequired) return document;
  await context.database.transaction(async (store) => {
    await store.documents.requeue(document.id);
    await store.jobs.send('process-document', { documentId: document.id });
  });
  return { ...document, status: 'pending', failureCode: null, verdict: null, processedAt: null };
}
