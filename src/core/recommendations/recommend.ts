import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { RecommendationList, RecommendInput } from './types.js';

/** Personal recommendations within what is affordable. */
export async function recommend(
  _context: Pick<CoreContext, 'database' | 'embedder' | 'clock' | 'ids' | 'log'>,
  _input: RecommendInput,
): Promise<RecommendationList> {
  throw new MatineeError('unavailable', 'NOT_READY', 'Recommendations are not ready yet.');
}
