import { add, type Money, zero } from '../../domain/money.js';
import { getItem } from '../catalogue/get-item.js';
import { amountFact, numberFact } from '../conversation/claims/facts.js';
import type { Intent } from '../conversation/understanding/intents.js';
import type { CoreContext } from '../ports/context.js';
import { costWords, itemDescription, itemFacts, knownTotal, priceFootnote } from './item-words.js';
import { about as aboutItem } from './recommendation-words.js';
import { resolveItems } from './resolve-item.js';
import type { ToolResult, ToolTurn } from './tool.js';
import { whichOne } from './which-one.js';

/** The things of the list that were pointed at: what each is and costs, and what they cost together. */
export async function describeOffered(
  context: CoreContext,
  turn: ToolTurn,
  { about, people }: Extract<Intent, { kind: 'point' }>,
): Promise<ToolResult> {
  const { items } = await resolveItems(context, turn, about);
  const partySize = people ?? turn.memory.wish?.partySize ?? null;
  const found = [];
  for (const { itemId } of items)
    found.push(await getItem(context, { itemId, userId: turn.userId, ...(partySize && { partySize }) }));
  const [first] = found;
  if (!first) return whichOne(turn);
  const { voice } = turn;
  const lines = found.map(
    ({ item, cost }) =>
      `- **${item.title}** (${itemDescription(item)}): ${costWords(item, cost, voice)}. ${aboutItem(item)}`,
  );
  const costs = found.map(({ cost }) => (cost.known && cost.basis !== 'tier' ? knownTotal(cost) : null));
  const sum = sumOf(costs);
  // Of all that is on the table one is chosen; a sum of it would say nothing.
  const chosen = (about.of === 'these' || about.of === 'both') && found.length > 1;
  const total = sum && chosen ? `Together about **${voice.money(sum)}**.` : null;
  const offer = voice.pick(
    'Shall I save them for you?',
    'Say “save both”, or which one it is to be.',
    'Want one of them on your wishlist?',
  );
  return {
    text: [
      people ? (people === 2 ? 'For two:' : `For ${people}:`) : found.length === 2 ? 'These two:' : 'These:',
      lines.map((line) => line.trim()).join('\n'),
      [total, priceFootnote(found, voice), found.length === 2 && !people ? offer : null]
        .filter(Boolean)
        .join(' '),
    ].join('\n\n'),
    facts: [
      ...found.flatMap(({ item, cost }) => itemFacts(item, cost)),
      ...(people ? [numberFact('party', 'size', people, 'people')] : []),
      ...(sum && chosen ? [amountFact('together', 'total', sum, true)] : []),
    ],
    memory: {
      ...(people && turn.memory.wish && { wish: { ...turn.memory.wish, partySize: people } }),
      subject: { itemId: first.item.id, title: first.item.title },
      spoken: found.map(({ item }) => item.id),
      figure: null,
    },
  };
}

/** What they come to; null where a price is unknown, all are free, or they are in different currencies. */
function sumOf(costs: readonly (Money | null)[]): Money | null {
  const known = costs.filter((cost) => cost !== null);
  const paid = known.filter(({ minor }) => minor > 0);
  const [first] = paid;
  if (!first || known.length < costs.length || paid.some(({ currency }) => currency !== first.currency))
    return null;
  return paid.reduce((sum, cost) => add(sum, cost), zero(first.currency));
}
