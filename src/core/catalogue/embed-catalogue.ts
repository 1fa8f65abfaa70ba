import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';

/** Job 'embed-catalogue': gives every new or changed item a vector of the embedder's model. @returns how many */
export async function embedCatalogue(
  _context: Pick<CoreContext, 'database' | 'embedder' | 'log'>,
  _input: { readonly signal?: AbortSignal },
): Promise<{ readonly embedded: number }> {
  throw new MatineeError('unavailable', 'NOT_READY', 'The catalogue is not ready yet.');
}
