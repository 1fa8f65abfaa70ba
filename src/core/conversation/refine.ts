import type { CoreContext } from '../ports/context.js';
import { recommendForWish } from '../tools/recommend.js';
import { resolveItem } from '../tools/resolve-item.js';
import { react } from '../tools/respond.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { whenWords } from '../tools/when-words.js';
import { titleFact } from './claims/facts.js';
import { refinePlan, swapPart } from './refine-plan.js';
import { cheaper, pricier } from './refine-price.js';
import { refineSeveral } from './refine-several.js';
import type { Intent, Reaction } from './understanding/intents.js';
import { mergeWish } from './understanding/merge-wish.js';
import { emptyWish, type Wish } from './understanding/wish-shape.js';

type Refine = Extract<Intent, { kind: 'refine' }>;

/** Recommends again, as a follow-up asks: the last wish with what it changes, without what was shown. */
export async function refine(context: CoreContext, turn: ToolTurn, intent: Refine): Promise<ToolResult> {
  if (turn.memory.planned) return refinePlan(context, turn, intent);
  const several = await refineSeveral(context, turn, intent);
  if (several) return several;
  const { wishes } = turn.memory;
  // "A cheaper restaurant" is about that part of the wish.
  const part = wishes.find(({ types }) => types.some((type) => intent.wish.types.includes(type)));
  const earlier = part ?? turn.memory.wish ?? emptyWish;
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
  // "Seen 1 and 2, 3 looks good": what was praised is what the talk is of.
  const praised = reactions.findLast(({ reaction }) => reaction === 'liked' || reaction === 'saved')?.item;
  const known = offered.find(({ itemId }) => itemId === praised?.itemId);
  const subject = known ? { subject: { itemId: known.itemId, title: known.title } } : {};
  return {
    ...list,
    reword: false,
    facts: [...noted.facts, ...list.facts],
    memory: { ...list.memory, ...subject },
  };
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
