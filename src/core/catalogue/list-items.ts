import { effectiveCost } from '../../domain/ranking/effective-cost.js';
import type { CoreContext } from '../ports/context.js';
import type { ItemFilters, ItemSort } from '../ports/stores/catalogue.js';
import { payerOf } from './payer-of.js';
import type { FoundItem } from './types.js';

/** A page of the catalogue, filtered, each item with its cost to this user. @throws MatineeError invalid for a foreign cursor */
export async function listItems(
  context: Pick<CoreContext, 'database'>,
  input: {
    readonly userId?: string;
    readonly filters?: ItemFilters;
    readonly sort?: ItemSort;
    readonly limit?: number;
    readonly cursor?: string | null;
  },
): Promise<{ readonly items: readonly FoundItem[]; readonly nextCursor: string | null }> {
  const page = await context.database.store.catalogue.listItems(input.filters ?? {}, {
    sort: input.sort ?? 'popular',
    limit: Math.min(Math.max(input.limit ?? 20, 1), 100),
    cursor: input.cursor ?? null,
  });
  const payer = await payerOf(context, input.userId);
  const items = page.items.map((item) => ({ item, cost: effectiveCost(item, payer), score: 0 }));
  return { items, nextCursor: page.nextCursor };
}
