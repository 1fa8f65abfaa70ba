import { type ReadingContext, readAndImport } from './read-and-import.js';

/**
 * The worker's part: reads a queued document. Does nothing for one that is settled or gone, so a job that runs twice
 * does its work once.
 * @throws what storage or the reading process throws; the queue tries again
 */
export async function processDocument(
  context: ReadingContext,
  input: { readonly documentId: string; readonly signal: AbortSignal },
): Promise<void> {
  const { documents } = context.database.store;
  if (!(await documents.begin(input.documentId))) return;
  const document = await documents.findById(input.documentId);
  if (!document) return;
  await readAndImport(context, document, { signal: input.signal });
}
