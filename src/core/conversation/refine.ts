import type { Money } from '../../domain/money.js';
import type { ItemType } from '../../domain/ranking/item.js';
import type { CoreContext } from '../ports/context.js';
import { averagePrice, cheaperOfEach, cheaperThan, recommendForWish } from '../tools/recommend.js';
import { resolveItem } from '../tools/resolve-item.js';
import { react } from '../tools/respond.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { whenWords } from '../tools/when-words.js';
import { amountFact, titleFact } from './claims/facts.js';
import type { TurnMemory } from './memory.js';
import { refinePlan, swapPart } from './refine-plan.js';
import type { Intent, Reaction } from './understanding/intents.js';
import { mergeWish } from './understanding/merge-wish.js';
import { emptyWish, type Wish } from './understanding/wish-shape.js';

type Refine = Extract<Intent, { kind: 'refine' }>;

/** Recommends again, as a follow-up asks: the last wish with what it changes, without what was shown. */
export async function refine(context: CoreContext, turn: ToolTurn, intent: Refine): Promise<ToolResult> {
  if (turn.memory.planned) return refinePlan(context, turn, intent);
  const earlier = turn.memory.wish ?? emptyWish;
  const { voice } = turn;
  const shown = turn.memory.shownIds;
  const merged = mergeWish(earlier, {
    ...intent.wish,
    when: intent.wish.when,
  });
  const again = (wish: Wish, lead: string, excludeIds: readonly string[] = shown) =>
    recommendForWish(context, turn, wish, { lead, excludeIds });
  switch (intent.refinement) {
    case 'cheaper':
      return cheaper(context, turn, intent.wish.maxPrice, merged);
    case 'pricier':
      return pricier(context, turn, intent.wish.maxPrice, merged);
    case 'free':
      return again(
        { ...merged, freeOnly: true },
        voice.pick('These cost you nothing more:', 'Free of charge:'),
      );
    case 'more':
      return again(merged, voice.pick('Some more:', 'A few more:', 'And these:'));
    case 'other':
      return again(
        merged,
        intent.unsure
          ? 'I don’t know that about the things in my catalogue, but maybe one of these:'
          : voice.pick('Something different, then:', 'How about these instead:', 'Another round:'),
      );
    case 'not-then':
      return again(
        { ...merged, when: intent.wish.when },
        voice.pick('Not then. Ideas for another day:', 'For some other time, then:'),
      );
    case 'swap':
      return swapped(context, turn, intent, merged);
    case 'less-like':
      return lessLike(context, turn, intent, merged);
    case 'more-like':
      return moreLike(context, turn, intent, merged);
    case 'compared':
      return compared(context, turn, intent, merged);
    case 'change':
      return again(merged, changeLead(intent.wish, turn), []);
  }
}

/** What differs from what was shown as it was asked; what is newer or short enough among that stands again. */
function compared(context: CoreContext, turn: ToolTurn, intent: Refine, merged: Wish): Promise<ToolResult> {
  const wish = intent.shorter ? shorterThan(merged, turn) : merged;
  const { yearFrom, yearTo } = intent.wish;
  const told = yearFrom !== null || yearTo !== null || wish.maxMinutes !== null;
  return recommendForWish(context, turn, wish, {
    lead: changeLead(intent.wish, turn),
    excludeIds: told ? [] : turn.memory.shownIds,
  });
}

/** What "shorter" means for the kinds on the table, minutes. */
const SHORT_TABLE = 30;
const SHORT_SCREEN = 90;

/** A wish for something shorter than what was shown; of books nobody knows how long they are, and that is said. */
function shorterThan(wish: Wish, { memory }: ToolTurn): Wish {
  const kinds = wish.types.length > 0 ? wish.types : memory.offered.map(({ type }) => type);
  const types = wish.types.length > 0 ? wish.types : [...new Set(kinds)];
  if (kinds.every((type) => type === 'book'))
    return { ...wish, types, maxMinutes: null, unseen: [...wish.unseen, 'how long a book is'] };
  const table = kinds.every((type) => type === 'board_game' || type === 'card_game');
  const usual = table ? SHORT_TABLE : SHORT_SCREEN;
  const before = wish.maxMinutes;
  return {
    ...wish,
    types,
    maxMinutes: before !== null && before <= usual ? Math.floor((before * 3) / 4) : usual,
  };
}

/** One thing of a list makes room for another of its kind; the others stay on the table. */
async function swapped(
  context: CoreContext,
  turn: ToolTurn,
  { wish: change, item }: Refine,
  wish: Wish,
): Promise<ToolResult> {
  const { voice, memory } = turn;
  const gone = item ? await resolveItem(context, turn, item) : null;
  const kind = memory.offered.find(({ itemId }) => itemId === gone?.itemId)?.type;
  const types = kind ? [kind] : change.types.length > 0 ? change.types : wish.types;
  const kept = gone ? memory.offered.filter(({ itemId, aside }) => itemId !== gone.itemId && !aside) : [];
  const lead = gone
    ? `Instead of **${gone.title}**:`
    : voice.pick('Instead of that:', 'How about one of these instead:');
  const list = await recommendForWish(
    context,
    turn,
    { ...wish, types, ...(kept.length > 0 && { count: 1 }) },
    { excludeIds: memory.shownIds, lead },
  );
  const [first] = list.memory?.offered ?? [];
  if (!gone || !first || kept.length === 0) return list;
  const still = voice.list(kept.map(({ title }, at) => `${at + 2}. **${title}**`));
  return {
    ...list,
    text: `${list.text}\n\nStill on the table: ${still}.`,
    reword: false,
    facts: [
      ...list.facts,
      titleFact(gone.title, gone.itemId),
      ...kept.map(({ title, itemId }) => titleFact(title, itemId)),
    ],
    memory: {
      ...list.memory,
      offered: [first, ...kept],
      ...(memory.wish && { wish: { ...wish, types: memory.wish.types } }),
    },
  };
}

/** Cheaper things of the kinds that were offered, in the same mood; free ones where nothing had a price. */
async function cheaper(
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
async function pricier(
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

async function lessLike(
  context: CoreContext,
  turn: ToolTurn,
  intent: Refine,
  wish: Wish,
): Promise<ToolResult> {
  const item = await resolveItem(context, turn, intent.item ?? { by: 'last' });
  if (!item) return recommendForWish(context, turn, wish, { excludeIds: turn.memory.shownIds });
  const noted = await react(context, turn, item, 'rejected');
  const list = await recommendForWish(context, turn, wish, {
    excludeIds: turn.memory.shownIds,
    lead: `Less like **${item.title}**, then:`,
  });
  return { ...list, facts: [...noted.facts, ...list.facts] };
}

async function moreLike(
  context: CoreContext,
  turn: ToolTurn,
  intent: Refine,
  wish: Wish,
): Promise<ToolResult> {
  const item = await resolveItem(context, turn, intent.item ?? { by: 'last' });
  if (!item) return recommendForWish(context, turn, wish, { excludeIds: turn.memory.shownIds });
  const list = await recommendForWish(
    context,
    turn,
    { ...wish, like: item.title },
    { excludeIds: turn.memory.shownIds, lead: `More like **${item.title}**:` },
  );
  return { ...list, facts: [titleFact(item.title, item.itemId), ...list.facts] };
}

const GONE: ReadonlySet<Reaction> = new Set(['seen', 'owned', 'rejected', 'disliked']);

/** Whether such a reaction takes a thing off the list. */
export function isGone(reaction: Reaction): boolean {
  return GONE.has(reaction);
}

/** Something known or not wanted leaves the list: the next best takes its place. */
export async function withReplacement(
  context: CoreContext,
  turn: ToolTurn,
  reactions: readonly { readonly item: { readonly itemId: string }; readonly reaction: Reaction }[],
  noted: ToolResult,
): Promise<ToolResult> {
  const { wish, offered } = turn.memory;
  const gone = offered.filter(({ itemId }) =>
    reactions.some(({ item, reaction }) => item.itemId === itemId && isGone(reaction)),
  );
  const [first] = gone;
  if (!first || !wish) return noted;
  if (turn.memory.planned) {
    const item = { by: 'title', title: first.title } as const;
    const plan = await swapPart(context, turn, { item, wish: emptyWish }, wish);
    return { ...plan, facts: [...noted.facts, ...plan.facts] };
  }
  const lead = `${noted.text
    .split(/(?<=[.!])\s/)
    .slice(0, 2)
    .join(' ')} Instead:`;
  // What else was offered still stands; what left is never offered again.
  const list = await recommendForWish(context, turn, wish, { lead });
  return { ...list, reword: false, facts: [...noted.facts, ...list.facts] };
}

/** All that was offered is known: marked as such, and others offered. */
export async function knownAll(context: CoreContext, turn: ToolTurn, change: Wish): Promise<ToolResult> {
  const { offered, shownIds, wish } = turn.memory;
  for (const item of offered) await react(context, turn, item, 'seen');
  return recommendForWish(context, turn, mergeWish(wish ?? emptyWish, change), {
    lead: turn.voice.pick('You know your stuff! Then these:', 'All of them known? Then these:'),
    excludeIds: shownIds,
  });
}

function changeLead(change: Wish, turn: ToolTurn): string {
  const { voice } = turn;
  if (change.partySize !== null)
    return change.partySize === 1 ? 'Just for you, then:' : `For ${change.partySize} of you:`;
  if (change.maxPrice && change.maxPrice.minor > 0) return `For ${voice.money(change.maxPrice)} or less:`;
  if (change.place) return `In ${change.place}:`;
  if (change.when) return `For ${whenWords(change.when.words)}:`;
  return voice.pick('With that in mind:', 'Then I’d look at these:', 'Like this:');
}
