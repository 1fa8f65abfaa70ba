import type { CoreContext } from '../ports/context.js';
import { lookedUpTypes, refreshPrices } from './refresh-prices.js';
import type { ProviderOutcome } from './types.js';

/** Items asked about in one run: a small part of what a provider allows in a day, so that people's own questions find room. */
const mostItems = 25;
/** A price seen within this time is young enough for an alert. */
const staleMilliseconds = 20 * 3_600_000;

const isSpent = ({ failure }: ProviderOutcome): boolean => failure === 'OVER_QUOTA' || failure === 'BLOCKED';

/**
 * Looks up the prices of what people wish for, so that an alert can tell of a drop: those not seen for most of a day, some
 * in each run, in turns, so that what no shop knows holds nobody up. Ends early where every provider has had enough.
 * @returns how many items were asked about
 */
export async function refreshWishedPrices(
  context: Pick<CoreContext, 'database' | 'priceProviders' | 'clock' | 'log'>,
  input: { readonly signal?: AbortSignal },
): Promise<number> {
  if (context.priceProviders.length === 0) return 0;
  const now = context.clock.now();
  const itemIds = await context.database.store.catalogue.wishedWithOldPrices({
    types: lookedUpTypes,
    seenBefore: new Date(now.getTime() - staleMilliseconds),
    turn: now.toISOString().slice(0, 13),
    limit: mostItems,
  });
  let asked = 0;
  for (const itemId of itemIds) {
    if (input.signal?.aborted) break;
    const { outcomes } = await refreshPrices(context, {
      itemId,
      ...(input.signal !== undefined && { signal: input.signal }),
    });
    asked += 1;
    if (outcomes.length > 0 && outcomes.every(isSpent)) break;
  }
  return asked;
}
