import type { CoreContext } from '../ports/context.js';
import { type DocumentView, viewDocument } from './document-view.js';
import { documentNotFound } from './problems.js';

/** @throws MatineeError not-found DOCUMENT_NOT_FOUND */
export async function getDocument(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly documentId: string },
): Promise<DocumentView> {
  const record = await context.database.store.documents.find(input.userId, input.documentId);
  if (!record) throw documentNotFound();
  return viewDocument(record);
}
