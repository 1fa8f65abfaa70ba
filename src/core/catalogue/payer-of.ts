import type { Payer } from '../../domain/ranking/effective-cost.js';
import type { CoreContext } from '../ports/context.js';

const nobody: Payer = { subscriptions: [], region: null, partySize: 1 };

/** Who would pay: the user's active subscriptions and region, or nobody in particular. */
export async function payerOf(
  context: Pick<CoreContext, 'database'>,
  userId: string | undefined,
  partySize = 1,
): Promise<Payer> {
  if (userId === undefined) return { ...nobody, partySize };
  const taste = await context.database.store.recommendations.getTaste(userId);
  const subscriptions = [...taste.subscriptions, ...taste.preferences.streamingSubscriptions];
  return { subscriptions: [...new Set(subscriptions)], region: taste.region, partySize };
}
