import type { CoreContext } from '../ports/context.js';

/** A text as a vector, with the model it is of. */
export interface QueryVector {
  readonly model: string;
  readonly values: readonly number[];
}

/**
 * Embeds what is searched for. Null for an empty text and where no embedder answers: names and words still find. A vector
 * whose model changed while it was made is made again, so that it is never compared with another model's.
 */
export async function embedQuery(
  context: Pick<CoreContext, 'embedder' | 'log'>,
  text: string,
  signal?: AbortSignal,
): Promise<QueryVector | null> {
  if (text === '') return null;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const { model } = context.embedder;
    try {
      const [values] = await context.embedder.embed([text], signal);
      if (model === context.embedder.model) return values === undefined ? null : { model, values };
    } catch (error) {
      if (signal?.aborted) throw error;
      context.log.warn({ error }, 'A search could not be embedded; it goes by names and words');
      return null;
    }
  }
  return null;
}
