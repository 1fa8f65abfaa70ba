import type { Config } from '../config/config.js';
import type { ChartRenderer } from '../core/ports/charts.js';
import type { CoreContext } from '../core/ports/context.js';
import type { Logger, Metrics } from '../core/ports/runtime.js';
import type { LayoutAdvisor } from '../documents/ports.js';
import { createOfflineEmbedder } from '../infrastructure/embeddings/offline-embedder.js';
import { createPreferredEmbedder } from '../infrastructure/embeddings/preferred-embedder.js';
import { createOllamaModel } from '../infrastructure/ollama/language-model.js';
import { createOllamaLayoutAdvisor } from '../infrastructure/ollama/layout-advisor.js';
import { createLookups } from './lookups.js';

type Parts = Pick<
  CoreContext,
  'model' | 'embedder' | 'charts' | 'priceProviders' | 'reviewProviders' | 'exchangeRates'
>;

/** Room for a system prompt, a summary and the latest messages; the server's own default of 4,096 is too small. */
const contextWindow = 8_192;
/** A model server on one machine answers two at a time at best; the others wait in line. */
const modelCalls = 2;

/** What draws, phrases, compares and looks up. */
export async function createIntelligence(
  config: Config,
  log: Logger,
  metrics: Metrics,
): Promise<{ readonly parts: Parts; readonly layoutAdvisor: LayoutAdvisor }> {
  const model = createOllamaModel({
    baseUrl: config.OLLAMA_BASE_URL,
    model: config.OLLAMA_MODEL,
    embeddingModel: config.OLLAMA_EMBEDDING_MODEL,
    timeoutMilliseconds: config.OLLAMA_TIMEOUT_SECONDS * 1_000,
    contextWindow,
    concurrency: modelCalls,
    log,
    metrics,
  });
  const parts: Parts = {
    model,
    embedder: createPreferredEmbedder(model, await createOfflineEmbedder(), log),
    charts: createLazyCharts(),
    ...createLookups(config),
  };
  return { parts, layoutAdvisor: createOllamaLayoutAdvisor(model, log) };
}

/** The canvas library is loaded with the first chart: most processes never draw one. */
function createLazyCharts(): ChartRenderer {
  let loading: Promise<ChartRenderer> | null = null;
  const load = () => {
    loading ??= import('../infrastructure/charts/canvas-renderer.js').then((module) =>
      module.createChartRenderer(),
    );
    return loading;
  };
  return { png: async (scene) => (await load()).png(scene) };
}
