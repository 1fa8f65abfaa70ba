import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';

/** Takes an item out of what is offered, or back in; where people saved it, it stays. @throws MatineeError not-found */
export async function retireItem(
  context: Pick<CoreContext, 'database' | 'clock'>,
  input: { readonly itemId: string; readonly retired: boolean },
): Promise<{ readonly itemId: string; readonly retired: boolean }> {
  const at = input.retired ? context.clock.now() : null;
  if (!(await context.database.store.catalogue.setRetired(input.itemId, at))) {
    throw new MatineeError('not-found', 'ITEM_NOT_FOUND', 'There is no such item in the catalogue.');
  }
  return { itemId: input.itemId, retired: input.retired };
}
