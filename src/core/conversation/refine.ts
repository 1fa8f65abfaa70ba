import type { CoreContext } from '../ports/context.js';
import { cheaperThan, recommendForWish } from '../tools/recommend.js';
import { resolveItem } from '../tools/resolve-item.js';
import { react } from '../tools/respond.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import type { Intent, Reaction } from './understanding/intents.js';
import { emptyWish, mergeWish, type Wish } from './understanding/wish.js';

type Refine = Extract<Intent, { kind: 'refine' }>;

/** Recommends again, as a follow-up asks: the last wish with what it changes, without what was shown. */
export async function refine(context: CoreContext, turn: ToolTurn, intent: Refine): Promise<ToolResult> {
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
    case 'cheaper': {
      const limit = intent.wish.maxPrice ?? cheaperThan(turn.memory.offered);
      if (!limit) return again({ ...merged, freeOnly: true }, 'Cheaper than that means free:');
      return again(
        { ...merged, maxPrice: limit },
        voice.pick('Cheaper, then:', 'Easier on the wallet:', `For ${voice.money(limit)} or less:`),
      );
    }
    case 'pricier':
      return again(
        { ...merged, maxPrice: intent.wish.maxPrice, freeOnly: false },
        voice.pick('A bit fancier:', 'With a little more to spend:'),
      );
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
          ? 'I can’t tell that of the things I know, but maybe one of these:'
          : voice.pick('Something different, then:', 'How about these instead:', 'Another round:'),
      );
    case 'not-then':
      return again(
        { ...merged, when: intent.wish.when },
        voice.pick('Not then. Ideas for another day:', 'For some other time, then:'),
      );
    case 'less-like':
      return lessLike(context, turn, intent, merged);
    case 'more-like':
      return moreLike(context, turn, intent, merged);
    case 'change':
      return again(merged, changeLead(intent.wish, turn), []);
  }
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
  const noted = await react(context, turn, item, 'liked');
  const list = await recommendForWish(
    context,
    turn,
    { ...wish, like: item.title },
    { excludeIds: turn.memory.shownIds, lead: `More like **${item.title}**:` },
  );
  return { ...list, facts: [...noted.facts, ...list.facts] };
}

/** Something known or not wanted leaves the list: the next best takes its place. */
export async function withReplacement(
  context: CoreContext,
  turn: ToolTurn,
  itemId: string,
  reaction: Reaction,
  noted: ToolResult,
): Promise<ToolResult> {
  const { wish, offered } = turn.memory;
  const gone =
    reaction === 'seen' || reaction === 'owned' || reaction === 'rejected' || reaction === 'disliked';
  if (!gone || !wish || !offered.some((item) => item.itemId === itemId)) return noted;
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
  if (change.when) return `For ${change.when.words.replace(/^(?:for|on|in) /, '')}:`;
  return voice.pick('With that in mind:', 'Then I’d look at these:', 'Like this:');
}
