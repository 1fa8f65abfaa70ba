import { z } from 'zod';
import { compare, fromMajor, type Money } from '../../domain/money.js';
import { itemTypes } from '../../domain/ranking/item.js';
import { amountFact, dateFact, type Fact, numberFact, titleFact } from '../conversation/claims/facts.js';
import { emptyWish, type Wish } from '../conversation/understanding/wish-shape.js';
import type { CoreContext } from '../ports/context.js';
import { getPreferences } from '../recommendations/get-preferences.js';
import { planEvening } from '../recommendations/plan-evening.js';
import type { EveningPlan } from '../recommendations/types.js';
import { budgetFacts, budgetForFun, periodWords } from './budget-words.js';
import { inCatalogue, inCurrency, inCurrencyOf, NEAR } from './find-for.js';
import { itemDescription, priceFootnote } from './item-words.js';
import { dietOf, isOfTheDay, ruledOut } from './ruled-out.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';
import { whenWords } from './when-words.js';

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
  call: (context, turn, args) =>
    planForWish(context, turn, {
      ...emptyWish,
      maxPrice: args.max_price === undefined ? null : fromMajor(args.max_price.toFixed(2), turn.currency),
      partySize: args.party_size ?? null,
      mood: args.mood ?? null,
      place: args.place ?? null,
      age: args.age ?? null,
      types: args.types ?? [],
    }),
});

/** How a plan differs from the one before it. */
export interface PlanChange {
  readonly lead?: string;
  readonly excludeIds?: readonly string[];
  /** What stays; there is no plan (null) where it no longer fits. */
  readonly keepIds?: readonly string[];
}

/** Plans an evening for a wish, with all that the wish rules out. */
export async function planForWish(
  context: CoreContext,
  turn: ToolTurn,
  wish: Wish,
  change: PlanChange = {},
): Promise<ToolResult> {
  return (await tryPlan(context, turn, wish, change)) ?? noPlan(await limitFor(context, turn, wish), turn);
}

/** As `planForWish`; null where nothing fits. */
export async function tryPlan(
  context: CoreContext,
  turn: ToolTurn,
  wish: Wish,
  change: PlanChange,
): Promise<ToolResult | null> {
  const { status, budget } = await budgetForFun(context, turn);
  const named = wish.freeOnly
    ? { minor: 0, currency: turn.currency }
    : wish.maxPrice && inCurrency(wish.maxPrice, turn);
  const most = smaller(named, budget.remaining);
  const limit = most && inCatalogue(most, turn);
  if (!limit) {
    return {
      text: 'Gladly! What’s the most the whole evening may cost? (Or drop a bank statement, and I’ll work out what fits.)',
      facts: [],
      memory: { wish, planned: true, offered: [] },
    };
  }
  const { preferredGenres } = await getPreferences(context, { userId: turn.userId });
  const diet = dietOf(wish, preferredGenres);
  const unwanted = ruledOut({ ...wish, minPrice: null }, diet);
  const late = !DAYTIME.test(wish.when?.words ?? '') && wish.age === null;
  const plan = await planEvening(context, {
    userId: turn.userId,
    limit,
    ...(wish.partySize && { partySize: wish.partySize }),
    mood: wish.mood,
    place: wish.place ?? turn.memory.home,
    age: wish.age,
    genres: [...wish.genres, ...(diet ? [diet, ...(NEAR[diet] ?? [])] : [])],
    excludeGenres: wish.excludeGenres,
    ...(wish.types.length > 0 && { types: wish.types }),
    ...(change.excludeIds && { excludeIds: change.excludeIds }),
    ...(change.keepIds && { keepIds: change.keepIds }),
    ruledOut: (one) => (late && isOfTheDay(one.item)) || (unwanted?.(one) ?? false),
  });
  if (!plan) return null;
  const cut =
    named && budget.remaining && compareSame(budget.remaining, named) < 0
      ? `You said ${turn.voice.money(named)}, but ${turn.voice.money(budget.remaining)} is left for fun ${periodWords(status)}, so I planned within that.`
      : null;
  const converted =
    wish.maxPrice && wish.maxPrice.minor > 0 && wish.maxPrice.currency !== plan.total.currency && !cut
      ? inCurrencyOf(wish.maxPrice, plan.total.currency, turn)
      : null;
  return planResult(
    plan,
    { wish, cut, lead: change.lead ?? null, diet, converted },
    turn,
    budgetFacts(status),
  );
}

/** Words for a time at which zoos and museums are open. */
const DAYTIME = /\b(?:day|morning|afternoon|lunch\w*|brunch|noon)\b/;

async function limitFor(context: CoreContext, turn: ToolTurn, wish: Wish): Promise<Money | null> {
  const { budget } = await budgetForFun(context, turn);
  return smaller(wish.maxPrice && inCurrency(wish.maxPrice, turn), budget.remaining);
}

function smaller(left: Money | null, right: Money | null): Money | null {
  if (!left || !right) return left ?? right;
  return compareSame(right, left) < 0 ? right : left;
}

function compareSame(left: Money, right: Money): number {
  return left.currency === right.currency ? compare(left, right) : 0;
}

function noPlan(limit: Money | null, turn: ToolTurn): ToolResult {
  const within = limit ? ` within ${turn.voice.money(limit)}` : '';
  return {
    text: `I couldn’t put an evening together${within}. A little more, fewer people, or another kind of evening would help.`,
    facts: limit ? [amountFact('limit', 'limit', limit)] : [],
  };
}

interface PlanWords {
  readonly wish: Wish;
  /** That less is left than was named. */
  readonly cut: string | null;
  readonly lead: string | null;
  readonly diet: string | null;
  /** The named limit in the currency of the prices, where that is another one. */
  readonly converted: Money | null;
}

function planResult(
  plan: EveningPlan,
  words: PlanWords,
  turn: ToolTurn,
  budget: readonly Fact[],
): ToolResult {
  const { voice } = turn;
  const { wish } = words;
  const people = plan.partySize === 1 ? '' : plan.partySize === 2 ? ' for two' : ` for ${plan.partySize}`;
  const day =
    wish.when && !/evening|tonight/.test(wish.when.words) ? ` for ${whenWords(wish.when.words)}` : '';
  const parts = [...plan.parts].sort(
    (left, right) => Number(right.role === 'eat') - Number(left.role === 'eat'),
  );
  const lines = parts.map(
    ({ item, cost, role }) =>
      `- ${role === 'eat' ? 'Eat' : 'Do'}: **${item.title}** (${itemDescription(item)}), ${cost.minor === 0 ? 'nothing more to pay' : `about ${voice.money(cost)}`}`,
  );
  const opening = voice.pick(`Here’s an evening${people}${day}:`, `How about this${people}${day}:`);
  const total = `Together about **${voice.money(plan.total)}**${plan.left.minor > 0 ? `, which leaves ${voice.money(plan.left)} of your limit` : ''}.`;
  const { converted } = words;
  const counted =
    wish.maxPrice && converted
      ? `${voice.money(wish.maxPrice)} is about ${voice.money(converted)}, which is what I planned with.`
      : null;
  const closing = [total, counted, footnoteOf(plan, turn), ...honest(plan, words, turn)];
  return {
    text: [words.lead ?? opening, words.cut, lines.join('\n'), closing.filter(Boolean).join(' ')]
      .filter(Boolean)
      .join('\n\n'),
    facts: [
      ...planFacts(plan, wish, budget),
      ...(converted ? [amountFact('limit', 'converted', converted, true)] : []),
    ],
    buttons: [
      { id: 'ask:cheaper', label: 'Cheaper' },
      { id: 'ask:other', label: 'Another one' },
    ],
    memory: {
      wish,
      wishes: [],
      planned: true,
      offered: parts.map(({ item, cost }) => ({
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

/** What a plan cannot promise. */
function honest(plan: EveningPlan, { wish, diet }: PlanWords, { voice }: ToolTurn): string[] {
  const lines: string[] = [];
  const [only] = plan.parts;
  if (plan.parts.length === 1 && only)
    lines.push(
      only.role === 'eat'
        ? 'I found nothing to do that fits beside it.'
        : 'I found nowhere to eat that fits beside it.',
    );
  if (wish.when && plan.parts.some(({ item }) => item.type === 'event'))
    lines.push('I don’t have listings by date, so check what’s on that day before you go.');
  if (diet && plan.parts.some(({ role }) => role === 'eat'))
    lines.push(`I kept to a place that suits ${diet} eating, but I can’t see menus.`);
  if (wish.unseen.length > 0)
    lines.push(`I can’t tell ${voice.list(wish.unseen, 'or')}, so check that before you decide.`);
  return lines;
}

function planFacts(plan: EveningPlan, wish: Wish, budget: readonly Fact[]): Fact[] {
  const facts: Fact[] = [
    amountFact('evening', 'total', plan.total, true),
    amountFact('evening', 'left', plan.left),
    numberFact('evening', 'party', plan.partySize, 'people'),
    ...(wish.maxPrice ? [amountFact('limit', 'wished', wish.maxPrice)] : []),
    ...budget,
  ];
  for (const { item, cost } of plan.parts) {
    facts.push(titleFact(item.title, item.id), amountFact(item.title, 'price', cost, true));
    if (item.priceAsOf) facts.push(dateFact(item.title, 'price date', item.priceAsOf));
  }
  return facts;
}

function footnoteOf(plan: EveningPlan, { voice }: ToolTurn): string | null {
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
  return priceFootnote(dated, voice);
}
