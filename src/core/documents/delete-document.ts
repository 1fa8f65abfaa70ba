import { createHash } from 'node:crypto';
import type { CoreContext } from '../ports/context.js';
import { documentNotFound } from './problems.js';

/**
 * Deletes a document, its file, and the transactions that no other document shows; the figures are worked out again.
 * @returns how many transactions went with it
 * @throws MatineeError not-found DOCUMENT_NOT_FOUND
 */
export async function deleteDocument(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly documentId: string },
): Promise<{ readonly transactions: number }> {
  return context.database.transaction(async (store) => {
    const deleted = await store.documents.delete(input.userId, input.documentId);
    if (!deleted) throw documentNotFound();
    await store.accounts.audit({
      subjectHash: createHash('sha256').update(input.userId).digest('hex'),
      action: 'document-deleted',
      details: { transactions: deleted.transactions },
    });
    await store.jobs.send('delete-objects', { keys: [deleted.objectKey] });
    await store.jobs.send('analyse-finances', { userId: input.userId });
    return { transactions: deleted.transactions };
  });
}
