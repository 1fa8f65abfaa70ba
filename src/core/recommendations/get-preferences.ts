import type { CoreContext } from '../ports/context.js';
import type { Preferences } from '../ports/stores/recommendations.js';

/** The user's stated taste; empty lists where nothing was said yet. */
export async function getPreferences(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string },
): Promise<Preferences> {
  return context.database.store.recommendations.getPreferences(input.userId);
}
