import { z } from 'zod';
import { compare, fromMajor, type Money } from '../../domain/money.js';
import { itemTypes } from '../../domain/ranking/item.js';
import { amountFact, dateFact, type Fact, numberFact, titleFact } from '../conversation/claims/facts.js';
import { planEvening } from '../recommendations/plan-evening.js';
import type { EveningPlan } from '../recommendations/types.js';
import { budgetFacts, budgetForFun, periodWords } from './budget-words.js';
import { itemDescription, priceFootnote } from './item-words.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

/** An evening under a limit: something to eat, something to do, one sum. */
export const planEveningTool = defineTool({
  name: 'plan_evening',
  description:
    'Plans an evening or outing for a number of people under a limit, as one bundle with its total.',
  schema: z.object({
    max_price: z.number().nonnegative().optional(),
    party_size: z.number().int().min(1).max(30).optional(),
    mood: z.string().max(60).optional(),
    place: z.string().max(60).optional(),
    age: z.number().int().min(0).max(18).optional(),
    types: z.array(z.enum(itemTypes)).optional(),
  }),
  examples: [{ max_price: 80, party_size: 2, mood: 'romantic' }],
  private: false,
  effect: 'reads',
  async call(context, turn, args) {
    const { status, budget } = await budgetForFun(context, turn);
    const named = args.max_price === undefined ? null : fromMajor(args.max_price.toFixed(2), turn.currency);
    const limit = smaller(named, budget.remaining);
    if (!limit) {
      return {
        text: 'Gladly! What’s the most the whole evening may cost? (Or drop a bank statement, and I’ll work out what fits.)',
        facts: [],
      };
    }
    const plan = await planEvening(context, {
      userId: turn.userId,
      limit,
      ...(args.party_size && { partySize: args.party_size }),
      mood: args.mood ?? null,
      place: args.place ?? turn.memory.home,
      age: args.age ?? null,
      ...(args.types?.length && { types: args.types }),
    });
    if (!plan) return noPlan(limit, turn);
    const cut =
      named && budget.remaining && compareSame(budget.remaining, named) < 0
        ? `You said ${turn.voice.money(named)}, but ${turn.voice.money(budget.remaining)} is left for fun ${periodWords(status)}, so I planned within that.`
        : null;
    return planResult(plan, cut, turn, budgetFacts(status));
  },
});

function smaller(left: Money | null, right: Money | null): Money | null {
  if (!left || !right) return left ?? right;
  return compareSame(right, left) < 0 ? right : left;
}

function compareSame(left: Money, right: Money): number {
  return left.currency === right.currency ? compare(left, right) : 0;
}

function noPlan(limit: Money, turn: ToolTurn): ToolResult {
  return {
    text: `I couldn’t put an evening together within ${turn.voice.money(limit)}. A little more, fewer people, or another kind of evening would help.`,
    facts: [amountFact('limit', 'limit', limit)],
  };
}

function planResult(
  plan: EveningPlan,
  cut: string | null,
  turn: ToolTurn,
  budget: readonly Fact[],
): ToolResult {
  const { voice } = turn;
  const people = plan.partySize === 1 ? '' : plan.partySize === 2 ? ' for two' : ` for ${plan.partySize}`;
  const parts = [...plan.parts].sort(
    (left, right) => Number(right.role === 'eat') - Number(left.role === 'eat'),
  );
  const lines = parts.map(
    ({ item, cost, role }) =>
      `- ${role === 'eat' ? 'Eat' : 'Do'}: **${item.title}** (${itemDescription(item)}), ${cost.minor === 0 ? 'nothing more to pay' : `about ${voice.money(cost)}`}`,
  );
  const dated = plan.parts.map(({ item, cost }) => ({
    item,
    cost: {
      known: true as const,
      total: cost,
      basis: 'price' as const,
      recurring: false,
      service: null,
      tier: null,
      partySize: plan.partySize,
      fees: null,
    },
  }));
  const footnote = priceFootnote(dated, voice);
  const facts: Fact[] = [
    amountFact('evening', 'total', plan.total, true),
    amountFact('evening', 'left', plan.left),
    numberFact('evening', 'party', plan.partySize, 'people'),
    ...budget,
  ];
  for (const { item, cost } of plan.parts) {
    facts.push(titleFact(item.title, item.id), amountFact(item.title, 'price', cost, true));
    if (item.priceAsOf) facts.push(dateFact(item.title, 'price date', item.priceAsOf));
  }
  const total = `Together about **${voice.money(plan.total)}**${plan.left.minor > 0 ? `, which leaves ${voice.money(plan.left)} of your limit` : ''}.`;
  const opening = voice.pick(`Here’s an evening${people}:`, `How about this${people}:`);
  return {
    text: [opening, cut, lines.join('\n'), [total, footnote].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join('\n\n'),
    facts,
    buttons: [
      { id: 'ask:cheaper', label: 'Cheaper' },
      { id: 'ask:other', label: 'Another one' },
    ],
    memory: {
      offered: plan.parts.map(({ item, cost }) => ({
        itemId: item.id,
        recommendationId: null,
        title: item.title,
        type: item.type,
        cost,
      })),
      subject: null,
    },
  };
}
