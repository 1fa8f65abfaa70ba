import { add, type Money, zero } from '../../domain/money.js';
import type { CoreContext } from '../ports/context.js';
import { type PlanChange, planForWish, tryPlan } from '../tools/plan-evening.js';
import { recommendForWish } from '../tools/recommend.js';
import { resolveItem } from '../tools/resolve-item.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { whenWords } from '../tools/when-words.js';
import { titleFact } from './claims/facts.js';
import type { Intent } from './understanding/intents.js';
import { cuisines } from './understanding/lexicon/genres.js';
import { mergeWish } from './understanding/merge-wish.js';
import { emptyWish, type Wish } from './understanding/wish-shape.js';

type Refine = Extract<Intent, { kind: 'refine' }>;

/** Plans the evening again, as a follow-up asks: what it does not speak of stays where it still fits. */
export async function refinePlan(context: CoreContext, turn: ToolTurn, intent: Refine): Promise<ToolResult> {
  const { voice, memory } = turn;
  const earlier = memory.wish ?? emptyWish;
  // A kind that is named in passing is for the part it names, not for the whole evening.
  const merged = { ...mergeWish(earlier, { ...intent.wish, types: [] }), types: earlier.types };
  const shown = memory.shownIds;
  // "What about books?" leaves the evening, and keeps who comes and what it may cost.
  if (intent.refinement === 'change' && intent.wish.types.length > 0 && intent.wish.types.every(isForHome))
    return recommendForWish(context, turn, {
      ...merged,
      types: intent.wish.types,
      genres: intent.wish.genres,
    });
  const anew = (wish: Wish, change: PlanChange) => planForWish(context, turn, wish, change);
  switch (intent.refinement) {
    case 'swap':
      return swapPart(context, turn, intent, merged);
    case 'cheaper': {
      const limit = intent.wish.maxPrice ?? belowTotal(memory.offered.map(({ cost }) => cost));
      if (!limit) return anew({ ...merged, freeOnly: true }, { lead: 'Free, then:' });
      const lead = `An evening for ${voice.money(limit)} or less:`;
      return anew({ ...merged, maxPrice: limit }, { lead });
    }
    case 'free':
      return anew({ ...merged, freeOnly: true }, { lead: 'An evening that costs nothing more:' });
    case 'not-then':
      return changed(context, turn, intent.wish, { ...merged, when: intent.wish.when }, 'For another day,');
    case 'change':
      return changed(context, turn, intent.wish, merged);
    default: {
      const lead = voice.pick('Another evening, then:', 'How about this instead:');
      return anew(merged, { excludeIds: shown, lead });
    }
  }
}

/** The part that was named makes room for another of its kind; the other part stays. */
export async function swapPart(
  context: CoreContext,
  turn: ToolTurn,
  { item, wish: change }: Pick<Refine, 'item' | 'wish'>,
  wish: Wish,
): Promise<ToolResult> {
  const { offered, shownIds } = turn.memory;
  const named = item ? await resolveItem(context, turn, item) : null;
  const eats = (type: string): boolean => type === 'restaurant';
  // "Something vegetarian" is eaten, whichever part it was that was pointed at.
  const kitchen = change.genres.some((genre) => cuisines.has(genre)) && change.types.length === 0;
  const exact =
    (kitchen ? offered.find(({ type }) => eats(type)) : undefined) ??
    offered.find(({ itemId }) => itemId === named?.itemId) ??
    offered.find(({ type }) => change.types.includes(type));
  // "The film" of an evening is what is done, whatever its kind.
  const gone = exact ?? offered.find(({ type }) => eats(type) === change.types.some(eats));
  const staying = offered.filter((one) => one !== gone).map(({ itemId }) => itemId);
  const kind = exact && !eats(exact.type) ? [exact.type] : exact ? wish.types : change.types;
  const others = { excludeIds: shownIds.filter((id) => !staying.includes(id)), keepIds: staying };
  const lead = gone ? `Without **${gone.title}**:` : 'With something else:';
  const plan =
    (await tryPlan(context, turn, { ...wish, types: kind }, { ...others, lead })) ??
    (await tryPlan(context, turn, { ...wish, types: [] }, { ...others, lead })) ??
    (await planForWish(context, turn, wish, {
      excludeIds: shownIds,
      lead: 'Nothing else fits beside the rest, so all anew:',
    }));
  return gone ? { ...plan, facts: [...plan.facts, titleFact(gone.title, gone.itemId)] } : plan;
}

/** What nobody plans an evening out around. */
function isForHome(type: string): boolean {
  return type === 'book' || type === 'game';
}

/** Other people, another day, another limit: the same evening where it still fits. */
async function changed(
  context: CoreContext,
  turn: ToolTurn,
  change: Wish,
  wish: Wish,
  said: string | null = null,
): Promise<ToolResult> {
  const { offered, shownIds } = turn.memory;
  const keepIds = offered.map(({ itemId }) => itemId);
  const otherSpirit =
    change.genres.length + change.excludeGenres.length + change.excludeTypes.length > 0 ||
    change.without.length + change.avoid.length > 0 ||
    change.mood !== null ||
    change.types.length > 0 ||
    change.age !== null;
  // "She is vegan" is about what is eaten, and changes nothing of what is done.
  const doing = change.types.filter((type) => type !== 'restaurant');
  if (otherSpirit || keepIds.length === 0)
    return planForWish(
      context,
      turn,
      doing.length > 0 ? { ...wish, types: doing } : wish,
      keepIds.length > 0 ? { lead: 'With that in mind:' } : {},
    );
  const lead = said ?? changeWords(change, wish.partySize, turn);
  const same = await tryPlan(context, turn, wish, { keepIds, lead: `${lead} the same plan still fits.` });
  const excludeIds = shownIds.filter((id) => !keepIds.includes(id));
  return (
    same ??
    planForWish(context, turn, wish, { excludeIds, lead: `${lead} that no longer fits, but this does:` })
  );
}

function changeWords(change: Wish, people: number | null, { voice }: ToolTurn): string {
  if (change.joining !== null && people) return `For ${people},`;
  if (change.partySize !== null) return change.partySize === 1 ? 'Just for you,' : `For ${change.partySize},`;
  if (change.maxPrice) return `For ${voice.money(change.maxPrice)} or less,`;
  if (change.when) return `For ${whenWords(change.when.words)},`;
  return 'With that,';
}

/** Three quarters of what the evening cost; null where it cost nothing. */
function belowTotal(costs: readonly (Money | null)[]): Money | null {
  const priced = costs.flatMap((cost) => (cost && cost.minor > 0 ? [cost] : []));
  const [first] = priced;
  if (!first) return null;
  const total = priced
    .filter(({ currency }) => currency === first.currency)
    .reduce((sum, cost) => add(sum, cost), zero(first.currency));
  const limit = Math.floor(total.minor * 0.75);
  return { ...total, minor: limit > 500 ? limit - (limit % 100) : limit };
}
