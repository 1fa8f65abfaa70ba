import type { Config } from '../config/config.js';
import type { CoreContext } from '../core/ports/context.js';
import { LanguageModelError } from '../core/ports/language-model.js';
import type { Logger } from '../core/ports/runtime.js';
import type { LayoutAdvisor } from '../documents/ports.js';

type Parts = Pick<CoreContext, 'model' | 'embedder' | 'charts' | 'priceProviders' | 'reviewProviders'>;

/** What draws, phrases, compares and looks up. */
export async function createIntelligence(
  _config: Config,
  _log: Logger,
): Promise<{ readonly parts: Parts; readonly layoutAdvisor: LayoutAdvisor | null }> {
  const unreachable = (): never => {
    throw new LanguageModelError('MODEL_UNREACHABLE', 'No language model is configured.');
  };
  const parts: Parts = {
    model: {
      name: 'none',
      embeddingName: 'none',
      contextWindow: 4096,
      generate: async () => unreachable(),
      stream: () => unreachable(),
      embed: async () => unreachable(),
      generateObject: async () => unreachable(),
      available: () => false,
      check: async () => unreachable(),
    },
    embedder: { model: 'none', embed: async () => unreachable() },
    charts: { png: async () => unreachable() },
    priceProviders: [],
    reviewProviders: [],
  };
  return { parts, layoutAdvisor: null };
}
