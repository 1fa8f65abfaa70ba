import type { CoreContext } from '../ports/context.js';
import type { RecommendedItem } from '../recommendations/types.js';
import { knownTotal } from './item-words.js';
import type { ToolTurn } from './tool.js';

/** Writes what is shown into the history, and nothing that was only weighed. */
export async function recorded(
  context: CoreContext,
  turn: ToolTurn,
  items: readonly RecommendedItem[],
): Promise<RecommendedItem[]> {
  const kept = items.map((one) => ({ ...one, recommendationId: context.ids.uuid() }));
  const rows = kept.map(({ recommendationId, item, reason, cost }) => ({
    id: recommendationId,
    itemId: item.id,
    reason,
    estimatedCost: knownTotal(cost),
  }));
  if (rows.length > 0)
    await context.database.store.recommendations.addRecommendations(turn.userId, turn.sessionId, rows);
  return kept;
}
