import type { CoreContext } from '../ports/context.js';
import type { PresignedLink } from '../ports/object-store.js';
import { documentNotFound } from './problems.js';

/** A link to the file that works for a while and for anybody who has it. @throws MatineeError not-found */
export async function presignDocument(
  context: Pick<CoreContext, 'database' | 'objects'>,
  input: { readonly userId: string; readonly documentId: string },
): Promise<PresignedLink> {
  const record = await context.database.store.documents.find(input.userId, input.documentId);
  if (!record) throw documentNotFound();
  return context.objects.presign(record.objectKey, {
    fileName: record.fileName,
    contentType: 'application/pdf',
  });
}
