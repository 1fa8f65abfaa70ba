import type { CoreContext } from '../ports/context.js';
import type { DocumentCursor } from '../ports/stores/documents.js';
import { type DocumentView, viewDocument } from './document-view.js';

/** The user's documents, newest first, a page at a time; `next` is where the following page starts. */
export async function listDocuments(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly limit: number; readonly after?: DocumentCursor },
): Promise<{
  readonly documents: readonly DocumentView[];
  readonly total: number;
  readonly next: DocumentCursor | null;
}> {
  const { documents: store } = context.database.store;
  const records = await store.list(input.userId, {
    limit: input.limit + 1,
    ...(input.after && { after: input.after }),
  });
  const page = records.slice(0, input.limit);
  const last = records.length > input.limit ? page.at(-1) : undefined;
  return {
    documents: page.map(viewDocument),
    total: await store.count(input.userId),
    next: last ? { uploadedAt: last.uploadedAt, id: last.id } : null,
  };
}
