import type { CoreContext } from '../ports/context.js';
import { type DocumentView, viewDocument } from './document-view.js';
import { documentNotFound } from './problems.js';

const lookMilliseconds = 1_000;

/**
 * A document's states as they change, the first at once and the settled one last. Steps of this process arrive at
 * once, those of other processes within a second. Ends with the signal, which is not an error.
 * @throws MatineeError not-found when the document is not the user's, or is deleted meanwhile
 */
export async function* watchDocument(
  context: Pick<CoreContext, 'database' | 'documentEvents' | 'clock'>,
  input: { readonly userId: string; readonly documentId: string; readonly signal: AbortSignal },
): AsyncGenerator<DocumentView> {
  let wake = new AbortController();
  let progress: DocumentView['progress'] = null;
  const unsubscribe = context.documentEvents.subscribe(input.documentId, (event) => {
    if (event.kind === 'progress') progress = { stage: event.stage, page: event.page, pages: event.pages };
    wake.abort();
  });
  let shown = '';
  try {
    while (!input.signal.aborted) {
      const record = await context.database.store.documents.find(input.userId, input.documentId);
      if (!record) throw documentNotFound();
      const stored = viewDocument(record);
      const view = stored.status === 'processing' && progress ? { ...stored, progress } : stored;
      const state = JSON.stringify([view.status, view.progress]);
      if (state !== shown) yield view;
      shown = state;
      if (view.status === 'completed' || view.status === 'failed') return;
      await pause(context, AbortSignal.any([input.signal, wake.signal]));
      wake = new AbortController();
    }
  } finally {
    unsubscribe();
  }
}

/** Until the next look is due, or something happens; being woken is no failure. */
async function pause(context: Pick<CoreContext, 'clock'>, signal: AbortSignal): Promise<void> {
  try {
    await context.clock.sleep(lookMilliseconds, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
