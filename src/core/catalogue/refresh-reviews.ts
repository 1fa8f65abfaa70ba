import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { askProvider, freshMilliseconds, subjectOf } from './look-up.js';
import { summariseReviews } from './summarise-reviews.js';
import type { ProviderOutcome, ReviewReport } from './types.js';

/**
 * Asks every review provider for an item and stores what they say, with source and age. Reviews stored within six hours
 * answer instead. Nothing is made up: without a provider there are no reviews. @throws MatineeError not-found
 */
export async function refreshReviews(
  context: Pick<CoreContext, 'database' | 'reviewProviders' | 'clock' | 'log'>,
  input: { readonly itemId: string; readonly signal?: AbortSignal },
): Promise<ReviewReport> {
  const { catalogue } = context.database.store;
  const item = await catalogue.getItem(input.itemId);
  if (item === null)
    throw new MatineeError('not-found', 'ITEM_NOT_FOUND', 'There is no such item in the catalogue.');
  const stored = await catalogue.listReviews(item.id);
  const now = context.clock.now().getTime();
  const asked = context.reviewProviders.filter(
    ({ name }) =>
      !stored.some(
        (review) => review.provider === name && now - review.fetchedAt.getTime() < freshMilliseconds,
      ),
  );
  const answers = await Promise.all(
    asked.map((provider) =>
      askProvider(
        provider.name,
        (signal) => provider.lookUpReviews(subjectOf(item), signal),
        input.signal,
        (error) => context.log.warn({ error, provider: provider.name }, 'A review look-up failed'),
      ),
    ),
  );
  const found = answers.flatMap((answer) => answer.found);
  if (found.length > 0)
    await context.database.transaction((store) => store.catalogue.saveReviews(item.id, found));
  const reviews = found.length > 0 ? await catalogue.listReviews(item.id) : stored;
  const outcomes: ProviderOutcome[] = answers.map(({ outcome }) => outcome);
  return { reviews, summary: summariseReviews(reviews), outcomes };
}
