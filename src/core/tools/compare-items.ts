import type { EffectiveCost } from '../../domain/ranking/effective-cost.js';
import type { CatalogueItem } from '../../domain/ranking/item.js';
import { getItem } from '../catalogue/get-item.js';
import type { Intent } from '../conversation/understanding/intents.js';
import type { CoreContext } from '../ports/context.js';
import { budgetFacts, budgetForFun } from './budget-words.js';
import { costWords, itemDescription, itemFacts, priceFootnote } from './item-words.js';
import { recommendForWish } from './recommend.js';
import { about } from './recommendation-words.js';
import { resolveItem } from './resolve-item.js';
import type { ToolResult, ToolTurn } from './tool.js';

interface Candidate {
  readonly item: CatalogueItem;
  readonly cost: EffectiveCost;
}

/** Which of two things: both with what they cost, and the one that fits better. Ideas where one of them is not known. */
export async function compareItems(
  context: CoreContext,
  turn: ToolTurn,
  { titles, wish }: Extract<Intent, { kind: 'compare' }>,
): Promise<ToolResult> {
  const candidates: Candidate[] = [];
  for (const title of titles) {
    const found = await resolveItem(context, turn, { by: 'title', title });
    if (!found) return recommendForWish(context, turn, wish);
    candidates.push(await getItem(context, { itemId: found.itemId, userId: turn.userId }));
  }
  const { status, budget } = await budgetForFun(context, turn);
  const ranked = [...candidates].sort((left, right) => score(right, wish.age) - score(left, wish.age));
  const [best, other] = ranked;
  if (!best || !other) return recommendForWish(context, turn, wish);
  const lines = candidates.map(({ item, cost }) =>
    `- **${item.title}** (${itemDescription(item)}): ${costWords(item, cost, turn.voice)}.${ratedWords(item)} ${about(item)}`.trim(),
  );
  const left = budget.remaining;
  const fits =
    left &&
    best.cost.known &&
    best.cost.total.currency === left.currency &&
    best.cost.total.minor <= left.minor;
  const money = left
    ? ` You have ${turn.voice.money(left)} left for fun${fits ? ', so it fits' : ', so it would have to wait'}.`
    : '';
  return {
    text: [
      `I’d go for **${best.item.title}**${why(best, other)}.${money}`,
      lines.join('\n'),
      priceFootnote(candidates, turn.voice),
    ]
      .filter(Boolean)
      .join('\n\n'),
    facts: [...candidates.flatMap(({ item, cost }) => itemFacts(item, cost)), ...budgetFacts(status)],
    memory: {
      subject: { itemId: best.item.id, title: best.item.title },
      spoken: candidates.map(({ item }) => item.id),
      figure: null,
    },
  };
}

function ratedWords({ rating, genres }: CatalogueItem): string {
  const kinds = genres.length > 0 ? ` ${genres.slice(0, 2).join(' and ')}` : '';
  const rated = rating === null ? '' : `, rated ${rating.toFixed(1)} of 5`;
  return kinds || rated ? `${kinds.charAt(0)}${kinds.charAt(1).toUpperCase()}${kinds.slice(2)}${rated}.` : '';
}

/** Rating first; a game that a child of the age cannot play yet comes last. */
function score({ item }: Candidate, age: number | null): number {
  const tooYoung = age !== null && item.age !== null && item.age > age;
  return (item.rating ?? 0) - (tooYoung ? 10 : 0);
}

function why(best: Candidate, other: Candidate): string {
  const rated =
    best.item.rating !== null && other.item.rating !== null && best.item.rating > other.item.rating;
  const cheaper = best.cost.known && other.cost.known && best.cost.total.minor < other.cost.total.minor;
  if (rated && cheaper) return ': people like it better, and it costs less';
  if (rated) return ': people like it better';
  return cheaper ? ': it costs less' : '';
}
