import type { CatalogueItem, ItemType } from '../../domain/ranking/item.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { PriceQuote } from '../ports/prices-reviews.js';
import { askProvider, freshMilliseconds, subjectOf } from './look-up.js';
import type { PriceReport, ProviderOutcome } from './types.js';

/** What shops are asked about. */
export const lookedUpTypes: readonly ItemType[] = ['book', 'board_game', 'card_game'];

/**
 * Asks the price providers for an item (books, board games, card games), the next one where one finds nothing, and stores
 * what they say. What was stored within six hours is fresh and answers instead. Where nobody knows better, the catalogue's own
 * dated price stands; a price that nobody knows stays unknown. @throws MatineeError not-found, invalid
 */
export async function refreshPrices(
  context: Pick<CoreContext, 'database' | 'priceProviders' | 'clock' | 'log'>,
  input: { readonly itemId: string; readonly signal?: AbortSignal },
): Promise<PriceReport> {
  const { catalogue } = context.database.store;
  const item = await catalogue.getItem(input.itemId);
  if (item === null)
    throw new MatineeError('not-found', 'ITEM_NOT_FOUND', 'There is no such item in the catalogue.');
  if (!lookedUpTypes.includes(item.type)) {
    throw new MatineeError(
      'invalid',
      'PRICES_NOT_LOOKED_UP',
      'Prices are looked up for books, board games and card games.',
    );
  }
  const stored = await catalogue.listPriceQuotes(item.id);
  const fresh = stored.filter(({ fetchedAt }) => isFresh(context, fetchedAt));
  if (fresh.length > 0) return { quotes: fresh, outcomes: [] };
  const outcomes: ProviderOutcome[] = [];
  for (const provider of context.priceProviders) {
    const { found, outcome } = await askProvider(
      provider.name,
      (signal) => provider.lookUpPrices(subjectOf(item), signal),
      input.signal,
      (error) => context.log.warn({ error, provider: provider.name }, 'A price look-up failed'),
    );
    outcomes.push(outcome);
    if (found.length === 0) continue;
    await catalogue.savePriceQuotes(item.id, found);
    return { quotes: found, outcomes };
  }
  return { quotes: stored.length > 0 ? stored : staticQuotes(item), outcomes };
}

function isFresh(context: Pick<CoreContext, 'clock'>, fetchedAt: Date): boolean {
  return context.clock.now().getTime() - fetchedAt.getTime() < freshMilliseconds;
}

/** The catalogue's own price as a quote, with the date it was written down. */
function staticQuotes(item: CatalogueItem): PriceQuote[] {
  if (item.price === null || item.priceAsOf === null) return [];
  const fetchedAt = new Date(`${item.priceAsOf}T00:00:00Z`);
  return [{ provider: 'catalogue', title: item.title, price: item.price, url: item.externalUrl, fetchedAt }];
}
