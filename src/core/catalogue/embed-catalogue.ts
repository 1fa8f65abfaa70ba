import type { CoreContext } from '../ports/context.js';
import { LanguageModelError } from '../ports/language-model.js';
import type { StaleEmbedding } from '../ports/stores/catalogue.js';
import type { TextEmbedder } from '../ports/text-embedder.js';

/** Few enough that, on the embedded database, a turn's statements never wait long for a batch of them. */
const batchSize = 25;

type Embedder = Pick<TextEmbedder, 'model' | 'embed'>;

/**
 * Job 'embed-catalogue': gives every new or changed item a vector of each model that is kept now. A model server that stops
 * answering midway is left for the next run. Stops early when the signal fires. @returns how many vectors were made
 */
export async function embedCatalogue(
  context: Pick<CoreContext, 'database' | 'embedder' | 'log'>,
  input: { readonly signal?: AbortSignal },
): Promise<{ readonly embedded: number }> {
  const { embedder } = context;
  let embedded = 0;
  for (const [place, kept] of (embedder.kept ?? [embedder]).entries()) {
    try {
      embedded += await embedWith(context, kept, input.signal);
      if (!input.signal?.aborted) embedder.ready?.(kept.model);
    } catch (error) {
      // The first is always there: its failure is the job's.
      if (place === 0) throw error;
      if (error instanceof LanguageModelError) {
        context.log.info({ model: kept.model, reason: error.code }, 'The offline vectors serve');
      } else {
        context.log.warn({ error, model: kept.model }, 'Not every item got a vector of the model server');
      }
    }
  }
  return { embedded };
}

async function embedWith(
  context: Pick<CoreContext, 'database' | 'log'>,
  embedder: Embedder,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { catalogue } = context.database.store;
  const { model } = embedder;
  let embedded = 0;
  let after: string | null = null;
  while (!signal?.aborted) {
    const stale: readonly StaleEmbedding[] = await catalogue.staleEmbeddings(model, batchSize, after);
    if (stale.length === 0) break;
    const vectors = await embedder.embed(
      stale.map(({ text }) => text),
      signal,
    );
    await catalogue.saveEmbeddings(
      model,
      stale.map(({ itemId, contentHash }, index) => {
        const values = vectors[index];
        if (values === undefined) throw new Error(`${model} gave fewer vectors than texts.`);
        return { itemId, contentHash, values };
      }),
    );
    embedded += stale.length;
    after = stale.at(-1)?.itemId ?? null;
  }
  if (embedded > 0) context.log.info({ embedded, model }, 'Items of the catalogue got their vectors');
  return embedded;
}
