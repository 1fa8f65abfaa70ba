import { type LanguageModel, LanguageModelError } from '../../core/ports/language-model.js';
import type { Logger } from '../../core/ports/runtime.js';
import type { TextEmbedder } from '../../core/ports/text-embedder.js';

/** What the column of vectors holds. */
const dimensions = 768;

/**
 * The model server's embeddings once every item has one, the offline ones until then and whenever the server does not answer.
 * Both are kept for every item, so that either can serve at any time.
 */
export function createPreferredEmbedder(
  server: Pick<LanguageModel, 'embed' | 'embeddingName' | 'available'>,
  offline: TextEmbedder,
  log: Logger,
): TextEmbedder {
  let serving = false;
  const served = {
    model: server.embeddingName,
    async embed(texts: readonly string[], signal?: AbortSignal): Promise<number[][]> {
      const vectors = await server.embed(texts, signal === undefined ? {} : { signal });
      if (vectors.some((vector) => vector.length !== dimensions)) {
        throw new LanguageModelError(
          'MODEL_INVALID_OUTPUT',
          `${server.embeddingName} does not give vectors of ${dimensions} dimensions.`,
        );
      }
      return vectors;
    },
  };
  return {
    get model() {
      return serving ? served.model : offline.model;
    },
    get kept() {
      return server.available() ? [offline, served] : [offline];
    },
    ready(model) {
      if (model === served.model) serving = true;
    },
    async embed(texts, signal) {
      if (serving) {
        try {
          return await served.embed(texts, signal);
        } catch (error) {
          if (!(error instanceof LanguageModelError) || signal?.aborted) throw error;
          serving = false;
          log.warn({ code: error.code }, 'The model server gives no embeddings; the offline ones take over');
        }
      }
      return offline.embed(texts, signal);
    },
  };
}
