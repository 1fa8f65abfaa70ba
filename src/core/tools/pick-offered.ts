import { getItem } from '../catalogue/get-item.js';
import type { Intent } from '../conversation/understanding/intents.js';
import type { Order } from '../conversation/understanding/order.js';
import type { CoreContext } from '../ports/context.js';
import { figureFor, inOrder } from './in-order.js';
import { costWords, itemDescription, itemFacts, priceFootnote } from './item-words.js';
import { about } from './recommendation-words.js';
import type { ToolResult, ToolTurn } from './tool.js';

const BY: Readonly<Record<Order, string>> = {
  rating: 'the best rated of these',
  fame: 'the best known of these',
  price: 'the cheapest of these',
  shortest: 'the shortest of these',
  longest: 'the longest of these',
  newest: 'the newest of these',
};

/** Which of the things on the table: the first by what was asked; where the choice is ours, the one that stands first. */
export async function pickOffered(
  context: CoreContext,
  turn: ToolTurn,
  { order, types }: Extract<Intent, { kind: 'pick' }>,
): Promise<ToolResult> {
  const { offered } = turn.memory;
  const meant = offered.filter(({ type }) => types.length === 0 || types.includes(type));
  const partySize = turn.memory.wish?.partySize ?? null;
  const among = [];
  for (const { itemId } of meant.length > 0 ? meant : offered)
    among.push(await getItem(context, { itemId, userId: turn.userId, ...(partySize && { partySize }) }));
  const ordered = order ? inOrder(among, order) : among;
  const [first] = ordered;
  if (!first)
    return { text: 'I have nothing on the table to choose from. What are you in the mood for?', facts: [] };
  const { item, cost } = first;
  const { voice } = turn;
  const known = order === null || figureFor(first, order) !== null;
  const which = order ? `, ${BY[order]}` : '';
  const rated =
    order === 'rating' && item.rating !== null ? ` People give it ${item.rating.toFixed(1)} of 5.` : '';
  const text = known
    ? `${order ? '' : voice.pick('I’d go for ', 'My pick: ', 'I’d take ')}**${item.title}** (${itemDescription(item)})${which}: ${costWords(item, cost, voice)}. ${about(item)}${rated}`.trim()
    : `I don’t know that of any of these. I’d go for **${item.title}** (${itemDescription(item)}): ${costWords(item, cost, voice)}.`;
  return {
    text: [text, priceFootnote([first], voice)].filter(Boolean).join('\n\n'),
    facts: itemFacts(item, cost),
    buttons: [{ id: `save:${item.id}`, label: 'Save it' }],
    memory: { subject: { itemId: item.id, title: item.title }, figure: null },
  };
}
