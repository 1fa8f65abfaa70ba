import { add, type Money } from '../../domain/money.js';
import type { CoreContext } from '../ports/context.js';
import { recommendSeveral } from '../tools/recommend-several.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { whenWords } from '../tools/when-words.js';
import type { Intent, Refinement } from './understanding/intents.js';
import { mergeWish } from './understanding/merge-wish.js';
import type { Wish } from './understanding/wish-shape.js';

type Refine = Extract<Intent, { kind: 'refine' }>;

/** What may be asked of all parts at once, and whether what was shown makes room for others then. */
const OF_ALL: Readonly<Partial<Record<Refinement, 'others' | 'same'>>> = {
  change: 'same',
  'not-then': 'same',
  cheaper: 'others',
  free: 'others',
  other: 'others',
  more: 'others',
};

/** All parts of a wish again, with what a follow-up changes in them; null where it is about one, or there is but one. */
export async function refineSeveral(
  context: CoreContext,
  turn: ToolTurn,
  { refinement, wish: change }: Refine,
): Promise<ToolResult | null> {
  const { wishes, shownIds } = turn.memory;
  const shown = OF_ALL[refinement];
  if (wishes.length < 2 || change.types.length > 0 || !shown) return null;
  const limit = change.maxPrice ?? (refinement === 'cheaper' ? belowPick(turn) : null);
  const merged = wishes.map((wish): Wish => {
    const next = mergeWish(wish, change);
    return {
      ...next,
      maxPrice: limit ?? next.maxPrice,
      ...(refinement === 'free' && { freeOnly: true }),
      ...(refinement === 'not-then' && { when: change.when }),
    };
  });
  const list = await recommendSeveral(
    context,
    turn,
    { wishes: merged, total: limit ?? merged[0]?.maxPrice ?? null, extra: null },
    { lead: leadOf(refinement, change, limit, turn), ...(shown === 'others' && { excludeIds: shownIds }) },
  );
  // "Cheaper" names no sum, and the one that was named before still stands.
  return change.maxPrice === null && limit ? { ...list, memory: { ...list.memory, wishes } } : list;
}

/** Three quarters of what the choice came to; null where it cost nothing. */
function belowPick({ memory: { offered, spoken } }: ToolTurn): Money | null {
  const costs = offered.flatMap(({ itemId, cost }) =>
    cost && cost.minor > 0 && (spoken.length === 0 || spoken.includes(itemId)) ? [cost] : [],
  );
  const [first] = costs;
  if (!first) return null;
  const sum = costs
    .filter(({ currency }) => currency === first.currency)
    .reduce((all, cost) => add(all, cost), { ...first, minor: 0 });
  const limit = Math.floor(sum.minor * 0.75);
  return { ...sum, minor: limit - (limit % (limit > 500 ? 100 : 50)) };
}

function leadOf(refinement: Refinement, change: Wish, limit: Money | null, { voice }: ToolTurn): string {
  if (limit && limit.minor > 0) return `All of it for ${voice.money(limit)} or less:`;
  if (refinement === 'free') return 'All of it for nothing:';
  if (refinement === 'not-then') return 'For another day:';
  if (change.when) return `For ${whenWords(change.when.words)}:`;
  if (change.partySize !== null) return change.partySize === 1 ? 'Just for you:' : `For ${change.partySize}:`;
  return refinement === 'change'
    ? 'With that in mind:'
    : voice.pick('Others of each, then:', 'How about these instead:');
}
