import { z } from 'zod';
import { fromMajor } from '../../domain/money.js';
import { itemTypes } from '../../domain/ranking/item.js';
import { searchCatalogue } from '../catalogue/search-catalogue.js';
import type { FoundItem } from '../catalogue/types.js';
import { titleKey } from '../conversation/understanding/references.js';
import { emptyWish } from '../conversation/understanding/wish-shape.js';
import type { CoreContext } from '../ports/context.js';
import { costWords, itemDescription, itemFacts, knownTotal, priceFootnote } from './item-words.js';
import { recommendForWish } from './recommend.js';
import { shorten } from './shorten.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

const LIMIT = 4;

/** Looks things up in the catalogue by title, words or meaning. */
export const searchTool = defineTool({
  name: 'search',
  description:
    'Searches the catalogue for a title or theme and tells price, rating and what includes it. Call it when the user names a thing.',
  schema: z.object({
    query: z.string().min(1).max(200),
    type: z.enum(itemTypes).optional(),
    max_price: z.number().nonnegative().optional(),
  }),
  examples: [{ query: 'Catan' }, { query: 'cooperative space game', type: 'board_game', max_price: 40 }],
  private: false,
  effect: 'reads',
  async call(context, turn, args) {
    const { items, unmet } = await searchCatalogue(context, {
      query: args.query,
      userId: turn.userId,
      limit: LIMIT,
      filters: {
        ...(args.type && { types: [args.type] }),
        ...(args.max_price !== undefined && {
          maxPrice: fromMajor(args.max_price.toFixed(2), turn.currency),
        }),
      },
      signal: turn.signal,
    });
    const exact = items.find((one) => isNamed(one, args.query));
    if (!exact && TICKETS.test(args.query)) return noTickets(context, turn, args.query);
    const shown = exact ? [exact] : items.slice(0, 3);
    return {
      text: exact ? oneText(exact, turn) : listText(shown, args.query, unmet, turn),
      facts: shown.flatMap((one) => itemFacts(one.item, one.cost)),
      reword: shown.length > 0,
      ...(exact && {
        buttons: [
          { id: `save:${exact.item.id}`, label: 'Save it' },
          { id: `owned:${exact.item.id}`, label: 'I have it' },
          { id: `rejected:${exact.item.id}`, label: 'Not for me' },
        ],
      }),
      ...(shown.length > 0 && {
        memory: {
          offered: shown.map((one) => ({
            itemId: one.item.id,
            recommendationId: null,
            title: one.item.title,
            type: one.item.type,
            cost: knownTotal(one.cost),
          })),
          subject: shown[0] ? { itemId: shown[0].item.id, title: shown[0].item.title } : null,
        },
      }),
    };
  },
});

/** Seats for somebody's show: the catalogue has no such prices, and none is guessed. */
const TICKETS = /\b(?:tickets?|front row|seats?|tour|backstage|festival pass)\b/;

async function noTickets(context: CoreContext, turn: ToolTurn, query: string): Promise<ToolResult> {
  const lead = `I have no listing or price for “${shorten(query)}”, and I won’t guess one. Tell me a price you’ve seen, and I’ll check it against your budget. What I do know of:`;
  return recommendForWish(context, turn, { ...emptyWish, types: ['event'] }, { lead });
}

function isNamed({ item }: FoundItem, query: string): boolean {
  const wanted = titleKey(query);
  const title = titleKey(item.title);
  return title === wanted || titleKey(item.title.split(/[:(–]/)[0] ?? '') === wanted;
}

function oneText({ item, cost }: FoundItem, turn: ToolTurn): string {
  const about = item.description ? ` ${firstSentence(item.description)}` : '';
  const rating = item.rating === null ? '' : ` Rated ${(Math.round(item.rating * 10) / 10).toFixed(1)} of 5.`;
  const footnote = priceFootnote([{ item, cost }], turn.voice);
  return [
    `**${item.title}** (${itemDescription(item)}): ${costWords(item, cost, turn.voice)}.${rating}${about}`,
    footnote,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function listText(
  items: readonly FoundItem[],
  query: string,
  unmet: readonly string[],
  turn: ToolTurn,
): string {
  if (items.length === 0)
    return `I couldn’t find “${shorten(query)}” in my catalogue. Tell me a little about it, and I’ll look for something like it.`;
  const lines = items.map(
    ({ item, cost }, index) =>
      `${index + 1}. **${item.title}** (${itemDescription(item)}): ${costWords(item, cost, turn.voice)}.`,
  );
  const opening =
    unmet[0] ??
    turn.voice.pick(
      `I don’t have “${shorten(query)}” by that name. The closest I have:`,
      `No exact match for “${shorten(query)}”, but these come close:`,
    );
  return [opening, lines.join('\n'), priceFootnote(items, turn.voice)].filter(Boolean).join('\n\n');
}

function firstSentence(text: string): string {
  return /^.{20,240}?[.!?](?=\s|$)/s.exec(text.trim())?.[0] ?? `${text.trim().slice(0, 200)}`;
}
