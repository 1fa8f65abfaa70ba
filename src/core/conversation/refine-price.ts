import type { Money } from '../../domain/money.js';
import type { ItemType } from '../../domain/ranking/item.js';
import type { CoreContext } from '../ports/context.js';
import { averagePrice, cheaperOfEach, cheaperThan, recommendForWish } from '../tools/recommend.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { amountFact, titleFact } from './claims/facts.js';
import type { TurnMemory } from './memory.js';
import type { Wish } from './understanding/wish-shape.js';

/** Cheaper things of the kinds that were offered, in the same mood; free ones where nothing had a price. */
export async function cheaper(
  context: CoreContext,
  turn: ToolTurn,
  named: Money | null,
  wish: Wish,
): Promise<ToolResult> {
  const { voice, memory } = turn;
  const excludeIds = memory.shownIds;
  const under = cheaperOfEach(memory.offered);
  const kinds = wish.types.length > 0 ? wish.types : [...under.keys()];
  const free = memory.offered.filter(({ cost }) => cost?.minor === 0);
  // What costs nothing is the cheapest there is.
  if (!named && free.length > 0 && kinds.length === 1)
    return nothingCheaper(context, turn, free, wish, kinds);
  const limit = named ?? cheaperThan(memory.offered);
  if (!limit) return nothingCheaper(context, turn, free, wish, kinds);
  const mixed = !named && kinds.length > 1;
  const lead = voice.pick(
    'Cheaper, then:',
    'Easier on the wallet:',
    mixed ? 'The same kinds of things, for less:' : `For ${voice.money(limit)} or less:`,
  );
  const list = await recommendForWish(
    context,
    turn,
    { ...wish, types: kinds, ...(!mixed && { maxPrice: limit }) },
    { lead, excludeIds, strict: true, ...(mixed && { under }) },
  );
  if (stays(list, kinds)) return list;
  // Nothing new below three quarters of it: anything below the cheapest that was shown will do.
  const least = await recommendForWish(
    context,
    turn,
    { ...wish, types: kinds },
    { lead, excludeIds, under, strict: true },
  );
  if (stays(least, kinds)) return least;
  return nothingCheaper(context, turn, free, wish, kinds, named);
}

/** Says that what lies on the table is the cheapest, and shows what else costs nothing, where anything like it does. */
async function nothingCheaper(
  context: CoreContext,
  turn: ToolTurn,
  free: TurnMemory['offered'],
  wish: Wish,
  kinds: readonly ItemType[],
  named: Money | null = null,
): Promise<ToolResult> {
  const { voice, memory } = turn;
  const titles = voice.list(free.map(({ title }) => `**${title}**`));
  const already =
    free.length > 0
      ? `${titles} ${free.length === 1 ? 'costs' : 'cost'} you nothing more already, and nothing is cheaper than that.`
      : 'I know nothing cheaper of that kind that costs money.';
  const others = await recommendForWish(
    context,
    turn,
    { ...wish, types: kinds, maxPrice: null, freeOnly: true, cheap: false },
    {
      lead: `${already} ${free.length > 0 ? 'What else costs nothing:' : 'Free of charge:'}`,
      excludeIds: memory.shownIds,
      strict: true,
    },
  );
  const facts = [
    ...free.map(({ title, itemId }) => titleFact(title, itemId)),
    ...(named ? [amountFact('limit', 'wished', named)] : []),
  ];
  // What was wished stays as it was said: "cheaper" names no sum.
  const kept = { ...others.memory, wish: memory.wish };
  if (stays(others, kinds))
    return { ...others, memory: kept, reword: false, facts: [...facts, ...others.facts] };
  return {
    text:
      free.length > 0
        ? `${already} I have nothing else of that kind that is free; name another kind of thing, and I’ll look there.`
        : `I know nothing cheaper of that kind that fits${named ? ` ${voice.money(named)}` : ''}, so what I showed you is the cheapest. Name another kind of thing, and I’ll look there.`,
    facts,
  };
}

/** Whether a list is of the kinds that were asked for, and of no others. */
function stays({ memory }: ToolResult, kinds: readonly ItemType[]): boolean {
  const offered = memory?.offered ?? [];
  return offered.length > 0 && offered.every(({ type }) => kinds.length === 0 || kinds.includes(type));
}

/** Dearer things of the kinds that were offered, from what those cost on average. */
export async function pricier(
  context: CoreContext,
  turn: ToolTurn,
  named: Money | null,
  wish: Wish,
): Promise<ToolResult> {
  const { memory, voice } = turn;
  const kinds = wish.types.length > 0 ? wish.types : [...cheaperOfEach(memory.offered).keys()];
  const wished = { ...wish, types: kinds, maxPrice: named, freeOnly: false, cheap: false };
  const options = {
    lead: voice.pick('A bit fancier:', 'With a little more to spend:'),
    excludeIds: memory.shownIds,
  };
  const list = await recommendForWish(
    context,
    turn,
    { ...wished, minPrice: averagePrice(memory.offered) },
    options,
  );
  if (stays(list, kinds)) return list;
  return recommendForWish(context, turn, wished, {
    ...options,
    lead: 'I know nothing dearer of that kind that fits your money; these are about as good:',
  });
}
