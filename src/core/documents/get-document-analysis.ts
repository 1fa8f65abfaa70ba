import type { Reading } from '../../documents/reading.js';
import type { CoreContext } from '../ports/context.js';
import type { ImportCounts } from '../ports/stores/documents.js';
import { type DocumentView, viewDocument } from './document-view.js';
import { documentNotFound } from './problems.js';

/** A document with what was read from it, every figure with its page and line. */
export interface DocumentAnalysis {
  readonly document: DocumentView;
  /** Null until it has been read. */
  readonly reading: Reading | null;
  readonly imported: ImportCounts | null;
}

/** @throws MatineeError not-found DOCUMENT_NOT_FOUND */
export async function getDocumentAnalysis(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly documentId: string },
): Promise<DocumentAnalysis> {
  const { documents } = context.database.store;
  const record = await documents.find(input.userId, input.documentId);
  if (!record) throw documentNotFound();
  const stored = await documents.reading(input.userId, input.documentId);
  return {
    document: viewDocument(record),
    reading: stored?.reading ?? null,
    imported: stored?.imported ?? null,
  };
}
