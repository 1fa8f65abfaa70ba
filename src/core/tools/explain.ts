import { z } from 'zod';
import type { EffectiveCost } from '../../domain/ranking/effective-cost.js';
import type { CatalogueItem } from '../../domain/ranking/item.js';
import { amountFact, dateFact, type Fact, nameFact, numberFact } from '../conversation/claims/facts.js';
import { explainFigure } from '../finance/explain-figure.js';
import { type FigureName, singleFigures } from '../finance/figure-names.js';
import type { Explanation as FigureExplanation } from '../finance/results.js';
import type { CoreContext } from '../ports/context.js';
import { explainRecommendation } from '../recommendations/explain-recommendation.js';
import type { ReasonFact } from '../recommendations/types.js';
import { budgetFacts, budgetForFun } from './budget-words.js';
import { costWords, itemDescription, itemFacts, lengthWords, priceFootnote } from './item-words.js';
import { sentence } from './recommendation-words.js';
import { resolveItem } from './resolve-item.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

/** Lines shown under a sum; the rest is counted. */
const LINES = 6;

/** Why a thing was recommended (or wasn't), and how a figure of the user's money came about. */
export const explainTool = defineTool({
  name: 'explain',
  description:
    'Explains why an item fits the user (item: its title), or how a money figure was worked out (figure).',
  schema: z.object({ item: z.string().max(200).optional(), figure: z.enum(singleFigures).optional() }),
  examples: [{ item: 'Catan' }, { figure: 'entertainment_budget' }],
  private: true,
  effect: 'reads',
  async call(context, turn, args) {
    if (args.figure) return explainMoney(context, turn, args.figure);
    const item = await resolveItem(
      context,
      turn,
      args.item ? { by: 'title', title: args.item } : { by: 'last' },
    );
    if (!item) {
      const text = args.item
        ? `I don’t have “${args.item}” in my catalogue, so I can’t say.`
        : turn.memory.shownIds.length > 0
          ? 'Which one do you mean? Tell me its name, and I’ll look it up.'
          : 'Which one do you mean? I haven’t suggested anything yet in this conversation.';
      return { text, facts: [] };
    }
    return explainItem(context, turn, item.itemId);
  },
});

/** Why this item: the reason and the facts behind it, or what keeps it out. */
export async function explainItem(
  context: CoreContext,
  turn: ToolTurn,
  itemId: string,
  /** On which service it is was asked. */
  where = false,
): Promise<ToolResult> {
  const { status, budget } = await budgetForFun(context, turn);
  const partySize = turn.memory.wish?.partySize;
  const found = await explainRecommendation(context, {
    userId: turn.userId,
    itemId,
    budget,
    ...(partySize && { partySize }),
  });
  const { item, cost } = found;
  const lines = [`**${item.title}** (${itemDescription(item)}): ${costWords(item, cost, turn.voice)}.`];
  const services = [...new Set(item.includedIn.map(({ service }) => service))];
  if (where)
    lines.push(
      services.length > 0
        ? `It is included in ${turn.voice.list(services)}.`
        : 'I know of no subscription that includes it, so it is paid for by itself; where it streams changes often, and a look at your services tells.',
    );
  else if (found.recommendable) lines.push(sentence(found.reason));
  else lines.push([sentence(found.reason), ...found.whyNot.map(sentence)].filter(Boolean).join(' '));
  const fits = where ? null : wishWords(item, cost, turn);
  if (fits) lines.push(fits);
  const about = item.description ? firstSentences(item.description) : null;
  if (about) lines.push(about);
  const footnote = priceFootnote([{ item, cost }], turn.voice);
  if (footnote) lines.push(footnote);
  return {
    text: lines.join('\n\n'),
    reword: true,
    facts: [
      ...itemFacts(item, cost),
      ...(turn.memory.wish?.maxPrice ? [amountFact('limit', 'wished', turn.memory.wish.maxPrice)] : []),
      ...(partySize ? [numberFact('party', 'size', partySize, 'people')] : []),
      ...services.map(nameFact),
      ...found.facts.flatMap((fact) => reasonFacts(item.title, fact)),
      ...budgetFacts(status),
    ],
    buttons: [
      { id: `save:${item.id}`, label: 'Save it' },
      { id: `seen:${item.id}`, label: 'Know it already' },
      { id: `rejected:${item.id}`, label: 'Not for me' },
    ],
    memory: { subject: { itemId: item.id, title: item.title } },
  };
}

/** What of the last wish it meets, as far as its record tells. */
function wishWords(item: CatalogueItem, cost: EffectiveCost, { memory, voice }: ToolTurn): string | null {
  const { wish } = memory;
  if (!wish || !memory.offered.some(({ itemId }) => itemId === item.id)) return null;
  const { partySize, age, maxMinutes, maxPrice } = wish;
  const { playersMin, playersMax, minutes } = item;
  const met: string[] = [];
  if (
    maxPrice &&
    cost.known &&
    cost.total.currency === maxPrice.currency &&
    cost.total.minor <= maxPrice.minor
  )
    met.push(`it stays within ${voice.money(maxPrice)}`);
  if (partySize !== null && playersMin !== null && playersMax !== null)
    if (playersMin <= partySize && partySize <= playersMax) met.push(`it plays with ${partySize}`);
  if (age !== null && item.age !== null && item.age <= age) met.push(`it’s for age ${item.age} and up`);
  if (maxMinutes !== null && minutes !== null && minutes <= maxMinutes)
    met.push(`it takes ${lengthWords(minutes)}`);
  const genres = wish.genres.filter((genre) => item.genres.includes(genre));
  if (genres.length > 0) met.push(`it’s ${voice.list(genres)}`);
  return met.length > 0 ? sentence(`Of what you asked for: ${voice.list(met)}`) : null;
}

function reasonFacts(title: string, fact: ReasonFact): Fact[] {
  if (fact.kind === 'liked-item' || fact.kind === 'neighbours')
    return [{ kind: 'title', subject: fact.title, measure: 'title', itemId: null }];
  if (fact.kind === 'creator')
    return [nameFact(fact.creator), { kind: 'title', subject: fact.title, measure: 'title', itemId: null }];
  if (fact.kind === 'new-subscription')
    return [nameFact(fact.service), amountFact(title, 'monthly price', fact.price, true)];
  if (fact.kind === 'budget' || fact.kind === 'over-budget')
    return [amountFact(title, 'price', fact.cost, true), amountFact('budget', 'left', fact.remaining)];
  return [];
}

function firstSentences(text: string): string {
  return /^.{20,320}?[.!?](?=\s|$)/s.exec(text.trim())?.[0] ?? text.trim().slice(0, 240);
}

async function explainMoney(context: CoreContext, turn: ToolTurn, figure: FigureName): Promise<ToolResult> {
  const found = await explainFigure(context, { userId: turn.userId, figure, limit: LINES });
  const facts: Fact[] = [amountFact(found.label, 'amount', found.figure.amount, found.figure.approximate)];
  for (const line of found.lines)
    facts.push(
      amountFact(line.description, 'amount', line.amount),
      dateFact(line.description, 'date', line.date),
    );
  return { text: moneyText(found, turn), facts, memory: { figure } };
}

function moneyText(found: FigureExplanation, turn: ToolTurn): string {
  const { voice } = turn;
  if (found.figure.amount.minor === 0 && found.figure.arithmetic.endsWith('none seen'))
    return `I see no ${found.label.toLowerCase()} in what I have read. If there are some, tell me, like “I pay 200 a month on a loan”.`;
  const about = found.figure.approximate ? 'about ' : '';
  const blocks = [`**${found.label}: ${about}${voice.money(found.figure.amount)}.** Here’s the sum:`];
  if (found.arithmetic.length > 0) blocks.push(found.arithmetic.map((line) => `- ${line}`).join('\n'));
  if (found.lines.length > 0) {
    const rows = found.lines.map((line) => {
      const source = line.fileName ? ` _(${line.fileName}${line.page ? `, page ${line.page}` : ''})_` : '';
      return `- ${voice.date(line.date)}: ${line.description}, ${voice.money(line.amount)}${source}`;
    });
    const more = found.totalLines - found.lines.length;
    blocks.push(`It rests on:\n${rows.join('\n')}${more > 0 ? `\n- and ${more} more` : ''}`);
  }
  return blocks.join('\n\n');
}
