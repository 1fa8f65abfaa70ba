import { z } from 'zod';
import type { Money } from '../../domain/money.js';
import { getItem } from '../catalogue/get-item.js';
import { amountFact, titleFact } from '../conversation/claims/facts.js';
import { reactions } from '../conversation/reactions.js';
import type { Reaction } from '../conversation/understanding/intents.js';
import type { CoreContext } from '../ports/context.js';
import { deleteWish } from '../recommendations/delete-wish.js';
import { markItem } from '../recommendations/mark-item.js';
import { rateItem } from '../recommendations/rate-item.js';
import { respondToRecommendation } from '../recommendations/respond-to-recommendation.js';
import { saveWish } from '../recommendations/save-wish.js';
import { itemFacts, knownTotal, typeName } from './item-words.js';
import { type ResolvedItem, resolveItem } from './resolve-item.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

/** Keeps what the user thinks of, or did with, a thing. Seen, owned and rejected things never come back. */
export const respondTool = defineTool({
  name: 'respond',
  description:
    'Saves an item to the wishlist, rates it, or marks it as bought, seen, owned, liked or not wanted.',
  schema: z.object({
    item: z.string().max(200).optional(),
    response: z.enum(reactions).optional(),
    stars: z.number().min(0).max(5).optional(),
  }),
  examples: [
    { item: 'Catan', response: 'saved' },
    { item: 'Inception', stars: 4.5 },
  ],
  private: false,
  effect: 'writes',
  async call(context, turn, args) {
    const item = await resolveItem(
      context,
      turn,
      args.item ? { by: 'title', title: args.item } : { by: 'last' },
    );
    if (!item) return { text: notFoundText(args.item), facts: [] };
    if (args.stars !== undefined) return rate(context, turn, item, args.stars);
    return react(context, turn, item, args.response ?? 'liked');
  },
});

/** What to say where nothing of that name is known. */
export function notFoundText(title: string | undefined): string {
  return title
    ? `I don’t have “${title.slice(0, 60)}” in my catalogue, so I can’t keep that.`
    : 'Which one do you mean? Name it, and I’ll note it.';
}

/** Keeps a rating from 0 to 5. */
export async function rate(
  context: CoreContext,
  turn: ToolTurn,
  item: ResolvedItem,
  stars: number,
): Promise<ToolResult> {
  await rateItem(context, { userId: turn.userId, itemId: item.itemId, value: stars });
  const said = `${stars} of 5 for **${item.title}**`;
  const text =
    stars >= 4
      ? `${turn.voice.pick('Noted', 'Lovely', 'Good to know')}: ${said}. I’ll look for more like it.`
      : stars <= 2
        ? `Noted: ${said}. I’ll steer away from that.`
        : `Noted: ${said}.`;
  return {
    text,
    facts: [
      titleFact(item.title, item.itemId),
      { kind: 'number', subject: item.title, measure: 'your rating', number: stars, unit: 'stars' },
    ],
    memory: { subject: item },
  };
}

/** Keeps a reaction and says so. */
export async function react(
  context: CoreContext,
  turn: ToolTurn,
  item: ResolvedItem,
  reaction: Reaction,
): Promise<ToolResult> {
  await keep(context, turn, item, reaction);
  const full = reaction === 'saved' ? await context.database.store.catalogue.getItem(item.itemId) : null;
  const kind = full ? ` (${typeName(full.type)})` : '';
  return {
    text: reactionText(reaction, item.title, turn, kind),
    facts: [titleFact(item.title, item.itemId)],
    memory: {
      subject: { itemId: item.itemId, title: item.title },
      done: { what: 'reaction', reaction, itemId: item.itemId, title: item.title },
    },
  };
}

/** Puts an item on the wishlist with the price to wait for, and says what it costs now. */
export async function waitFor(
  context: CoreContext,
  turn: ToolTurn,
  found: ResolvedItem,
  target: Money | null,
): Promise<ToolResult> {
  const { voice } = turn;
  const { item, cost } = await getItem(context, { itemId: found.itemId, userId: turn.userId });
  await saveWish(context, { userId: turn.userId, itemId: found.itemId, targetPrice: target });
  const now = knownTotal(cost);
  const already = target && now && now.currency === target.currency && now.minor <= target.minor;
  const known = now
    ? ` The price I know is about ${voice.money(now)}${item.priceAsOf ? ` (${voice.date(item.priceAsOf)})` : ''}${already ? ', so it’s already there' : ''}.`
    : '';
  const until = target ? `drops to ${voice.money(target)} or less` : 'gets cheaper';
  return {
    text: already
      ? `**${item.title}** is on your wishlist.${known}`
      : `**${item.title}** is on your wishlist, and I’ll tell you when it ${until}.${known}`,
    facts: [...itemFacts(item, cost), ...(target ? [amountFact(item.title, 'target price', target)] : [])],
    memory: {
      subject: { itemId: item.id, title: item.title },
      done: { what: 'reaction', reaction: 'saved', itemId: item.id, title: item.title },
    },
  };
}

async function keep(
  context: CoreContext,
  turn: ToolTurn,
  item: ResolvedItem,
  reaction: Reaction,
): Promise<void> {
  const { userId } = turn;
  const { itemId } = item;
  const target = item.recommendationId ? { itemId, recommendationId: item.recommendationId } : { itemId };
  switch (reaction) {
    case 'saved':
    case 'purchased':
    case 'liked':
    case 'chosen':
    case 'disliked':
      await respondToRecommendation(context, {
        userId,
        ...target,
        response: reaction === 'chosen' ? 'liked' : reaction,
      });
      return;
    case 'rejected':
      await respondToRecommendation(context, { userId, ...target, response: 'disliked' });
      await markItem(context, { userId, itemId, state: 'rejected' });
      return;
    case 'seen':
    case 'owned':
      await markItem(context, { userId, itemId, state: reaction });
      return;
    case 'unsaved':
      await deleteWish(context, { userId, itemId });
  }
}

function reactionText(reaction: Reaction, title: string, turn: ToolTurn, kind: string): string {
  const { voice } = turn;
  switch (reaction) {
    case 'saved':
      return voice.pick(
        `Saved **${title}**${kind} to your wishlist.`,
        `**${title}**${kind} is on your wishlist.`,
        `Done, I’ve put **${title}**${kind} on your wishlist.`,
      );
    case 'unsaved':
      return `**${title}** is off your wishlist.`;
    case 'purchased':
      return `Enjoy **${title}**! I’ve marked it as bought. If you tell me what you paid (“paid 24 for it”), I’ll count it.`;
    case 'chosen':
      return voice.pick(
        `Good choice! Enjoy **${title}**. Tell me what you paid (“bought it for 12.50”), and I’ll count it.`,
        `**${title}** it is. Say what it cost once you have it, and I’ll keep your budget right.`,
      );
    case 'liked':
      return voice.pick(
        `Glad **${title}** hits the spot. I’ll look for more like it.`,
        `Good to know you like **${title}**.`,
      );
    case 'disliked':
      return voice.pick(
        `Fair enough, **${title}** isn’t for you. I’ll steer away from its like.`,
        `Noted: less like **${title}**.`,
      );
    case 'seen':
      return voice.pick(
        `Got it, you know **${title}** already. I won’t suggest it again. How many stars out of 5 would you give it?`,
        `Noted, **${title}** is done. I’ll leave it out from now on.`,
      );
    case 'owned':
      return voice.pick(
        `Noted, you have **${title}**. I won’t suggest it again.`,
        `You own **${title}**: I’ll leave it out from now on.`,
      );
    case 'rejected':
      return `All right, you won’t see **${title}** again.`;
  }
}
