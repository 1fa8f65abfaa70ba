import type { CatalogueItem } from '../../domain/ranking/item.js';
import type { LookupResult, LookupSubject } from '../ports/prices-reviews.js';
import type { ProviderOutcome } from './types.js';

/** What providers are asked about. */
export function subjectOf(item: CatalogueItem): LookupSubject {
  return { title: item.title, type: item.type, creator: item.creators[0] ?? null, year: item.year };
}

/** Looked up less long ago than this, an answer is fresh: providers are not asked again. */
export const freshMilliseconds = 6 * 3_600_000;

const providerMilliseconds = 20_000;

/** Asks one provider within its own time. What goes wrong is an outcome, never an exception. */
export async function askProvider<T>(
  name: string,
  look: (signal: AbortSignal) => Promise<LookupResult<T>>,
  signal: AbortSignal | undefined,
  log: (error: unknown) => void,
): Promise<{ readonly found: readonly T[]; readonly outcome: ProviderOutcome }> {
  const deadline = AbortSignal.timeout(providerMilliseconds);
  const either = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
  try {
    const result = await look(either);
    if ('found' in result) {
      return { found: result.found, outcome: { provider: name, found: result.found.length, failure: null } };
    }
    return { found: [], outcome: { provider: name, found: 0, failure: result.failure } };
  } catch (error) {
    log(error);
    return { found: [], outcome: { provider: name, found: 0, failure: 'UNAVAILABLE' } };
  }
}
