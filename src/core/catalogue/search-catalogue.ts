import { effectiveCost } from '../../domain/ranking/effective-cost.js';
import type { CoreContext } from '../ports/context.js';
import type { ItemFilters } from '../ports/stores/catalogue.js';
import { embedQuery } from './embed-query.js';
import { findNearest } from './give-up.js';
import { payerOf } from './payer-of.js';
import type { SearchResult } from './types.js';

/**
 * Finds items by name (typos forgiven), by words and by meaning, within the filters. When nothing passes the filters,
 * says which wish cannot be met and gives the nearest instead.
 */
export async function searchCatalogue(
  context: Pick<CoreContext, 'database' | 'embedder' | 'log'>,
  input: {
    readonly query: string;
    readonly userId?: string;
    readonly filters?: ItemFilters;
    readonly partySize?: number;
    readonly limit?: number;
    readonly signal?: AbortSignal;
  },
): Promise<SearchResult> {
  const text = input.query.replaceAll('\u0000', ' ').trim().slice(0, 300);
  const vector = await embedQuery(context, text, input.signal);
  const limit = Math.min(Math.max(input.limit ?? 10, 1), 50);
  const { found: hits, unmet } = await findNearest(input.filters ?? {}, (filters) =>
    context.database.store.catalogue.search({ text, vector }, filters, limit),
  );
  const payer = await payerOf(context, input.userId, input.partySize);
  const items = hits.map((hit) => ({
    item: hit.item,
    cost: effectiveCost(hit.item, payer),
    score: hit.score,
  }));
  return { items, unmet };
}
