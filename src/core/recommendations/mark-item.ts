import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { ItemState } from '../ports/stores/recommendations.js';

/** Marks an item as owned, seen, rejected or purchased (or takes that back); it is not offered again. @throws MatineeError not-found */
export async function markItem(
  context: Pick<CoreContext, 'database'>,
  input: {
    readonly userId: string;
    readonly itemId: string;
    readonly state: ItemState;
    readonly on?: boolean;
  },
): Promise<{ readonly itemId: string; readonly state: ItemState; readonly on: boolean }> {
  const on = input.on ?? true;
  return context.database.transaction(async (store) => {
    const item = await store.catalogue.getItem(input.itemId);
    if (item === null)
      throw new MatineeError('not-found', 'ITEM_NOT_FOUND', 'There is no such item in the catalogue.');
    await store.recommendations.setState(input.userId, item.id, input.state, on);
    return { itemId: item.id, state: input.state, on };
  });
}
