import type { CoreContext } from '../ports/context.js';

const batchSize = 200;

/**
 * Job 'embed-catalogue': gives every new or changed item a vector of the embedder's model. Stops early, and may be run
 * again, when the signal fires. @returns how many items got one
 */
export async function embedCatalogue(
  context: Pick<CoreContext, 'database' | 'embedder' | 'log'>,
  input: { readonly signal?: AbortSignal },
): Promise<{ readonly embedded: number }> {
  const { catalogue } = context.database.store;
  const { model } = context.embedder;
  let embedded = 0;
  while (!input.signal?.aborted) {
    const stale = await catalogue.staleEmbeddings(model, batchSize);
    if (stale.length === 0) break;
    const vectors = await context.embedder.embed(
      stale.map(({ text }) => text),
      input.signal,
    );
    await catalogue.saveEmbeddings(
      model,
      stale.flatMap(({ itemId, contentHash }, index) => {
        const values = vectors[index];
        return values === undefined ? [] : [{ itemId, contentHash, values }];
      }),
    );
    embedded += stale.length;
    if (vectors.length < stale.length) break;
  }
  if (embedded > 0) context.log.info({ embedded, model }, 'Items of the catalogue got their vectors');
  return { embedded };
}
