import { z } from 'zod';
import { fromMajor, type Money } from '../../domain/money.js';
import type { EffectiveCost } from '../../domain/ranking/effective-cost.js';
import { getItem } from '../catalogue/get-item.js';
import { amountFact, type Fact, numberFact } from '../conversation/claims/facts.js';
import { findTypes } from '../conversation/understanding/vocabulary.js';
import { readWish } from '../conversation/understanding/wish.js';
import { checkAffordability } from '../finance/check-affordability.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import type { Affordability } from '../finance/results.js';
import type { CoreContext } from '../ports/context.js';
import { NO_INCOME_WORDS } from './budget-words.js';
import { itemFacts } from './item-words.js';
import { recommendForWish } from './recommend.js';
import { sentence } from './recommendation-words.js';
import { type ResolvedItem, resolveItem } from './resolve-item.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

/** Whether something is within reach, with the sum behind the answer. */
export const affordabilityTool = defineTool({
  name: 'check_affordability',
  description:
    'Whether the user can afford a price, or a thing by its title, this period. Call it for "can I afford …".',
  schema: z.object({
    price: z.number().positive().optional(),
    currency: z.string().length(3).optional(),
    title: z.string().max(200).optional(),
    per: z.enum(['weekly', 'monthly', 'annual']).optional(),
    /** How many things the price is for. */
    terms: z.number().int().positive().optional(),
    /** The single prices that `price` is the sum of. */
    parts: z.array(z.number().positive()).max(8).optional(),
  }),
  examples: [{ price: 60 }, { title: 'Catan' }, { price: 15.49, per: 'monthly' }],
  private: true,
  effect: 'reads',
  async call(context, turn, args) {
    const item =
      args.price === undefined && args.title
        ? await resolveItem(context, turn, { by: 'title', title: args.title })
        : null;
    const pointed =
      args.price === undefined && !args.title ? await resolveItem(context, turn, { by: 'last' }) : item;
    if (args.price !== undefined) {
      const price = fromMajor(args.price.toFixed(2), args.currency ?? turn.currency);
      const found = await answer(context, turn, price, args.title ?? null, args.per, []);
      return args.parts && args.parts.length > 1 ? withParts(context, turn, found, price, args.parts) : found;
    }
    const kinds = args.title && !item ? findTypes(args.title) : [];
    if (args.title && kinds.length > 0) {
      const wish = readWish(args.title, { currency: turn.currency, today: turn.today });
      return recommendForWish(context, turn, wish);
    }
    if (pointed) return affordItem(context, turn, pointed);
    const status = await getBudgetStatus(context, { userId: turn.userId });
    const unknown = status.total ? '' : ` ${NO_INCOME_WORDS}`;
    const text = args.title
      ? `I don’t know what ${args.title} costs. Tell me the price, and I’ll check it against your budget.${unknown}`
      : `What does it cost? Give me a price, and I’ll check it against your budget.${unknown}`;
    return { text, facts: [] };
  },
});

/** The sum that was asked about, and which of its parts would fit alone where the whole does not. */
async function withParts(
  context: CoreContext,
  turn: ToolTurn,
  found: ToolResult,
  price: Money,
  parts: readonly number[],
): Promise<ToolResult> {
  const { voice } = turn;
  const amounts = parts.map((part) => fromMajor(part.toFixed(2), price.currency));
  const sum = `${amounts.map((amount) => voice.money(amount)).join(' + ')} = **${voice.money(price)}**.`;
  const { left } = await getBudgetStatus(context, { userId: turn.userId });
  const room = left && left.amount.currency === price.currency ? left.amount.minor : null;
  const over = room !== null && price.minor > room;
  const alone = over ? amounts.filter((amount) => amount.minor <= room) : [];
  const words =
    over && room >= 0
      ? ` That’s ${voice.money({ ...price, minor: price.minor - room })} more than the ${voice.money({ ...price, minor: room })} left for fun.${
          alone.length > 0
            ? ` ${voice.list(
                alone.map((amount) => voice.money(amount)),
                'or',
              )} alone would fit.`
            : ''
        }`
      : '';
  return {
    ...found,
    text: `${sum}${words}\n\n${found.text}`,
    facts: [
      ...found.facts,
      amountFact('together', 'price', price),
      ...amounts.map((amount, index) => amountFact(`part ${index + 1}`, 'price', amount)),
      ...(over ? [amountFact('budget', 'short', { ...price, minor: price.minor - room })] : []),
    ],
  };
}

async function affordItem(context: CoreContext, turn: ToolTurn, item: ResolvedItem): Promise<ToolResult> {
  const details = await getItem(context, { itemId: item.itemId, userId: turn.userId });
  const facts = itemFacts(details.item, details.cost);
  const memory = { subject: { itemId: details.item.id, title: details.item.title } };
  const free = freeWords(details.cost);
  if (free) return { text: `${sentence(`**${details.item.title}** ${free}`)} Go for it.`, facts, memory };
  if (!details.cost.known)
    return {
      text: `I don’t know the current price of **${details.item.title}**. Tell me what it costs, and I’ll check.`,
      facts,
      memory,
    };
  const recurring = details.cost.recurring ? 'monthly' : undefined;
  const result = await answer(context, turn, details.cost.total, details.item.title, recurring, facts);
  return { ...result, memory: { ...memory, supposed: details.cost.total } };
}

function freeWords(cost: EffectiveCost): string | null {
  if (!cost.known || cost.total.minor > 0) return null;
  return cost.basis === 'included'
    ? `is included in your ${cost.service}, so it costs you nothing more`
    : 'is free';
}

async function answer(
  context: CoreContext,
  turn: ToolTurn,
  price: Money,
  title: string | null,
  recurring: 'weekly' | 'monthly' | 'annual' | undefined,
  itemFactList: readonly Fact[],
): Promise<ToolResult> {
  const result = await checkAffordability(context, {
    userId: turn.userId,
    price,
    ...(recurring && { recurring }),
  });
  return {
    text: affordText(result, title, turn),
    facts: [...itemFactList, ...affordFacts(result, title)],
    memory: { figure: 'left', subject: null, supposed: price },
  };
}

function affordText(result: Affordability, title: string | null, turn: ToolTurn): string {
  const { voice } = turn;
  const what = title
    ? `${title} at ${title && result.price ? `about ${voice.money(result.price)}` : ''}`
    : voice.money(result.price);
  const openings: Readonly<Record<Affordability['verdict'], string>> = {
    yes: voice.pick(
      `Yes, ${what} fits.`,
      `Yes, you can afford ${what}.`,
      `You can: ${what} is within your budget.`,
    ),
    'yes-but': voice.pick(`Yes, but with a catch.`, `Just about.`),
    no: voice.pick(
      `Not this time: ${what} is more than you have.`,
      `Honestly, no: ${what} is out of reach right now.`,
    ),
    unknown: `I can’t say yet.`,
  };
  const blocks = [`**${openings[result.verdict]}** ${sentence(result.reason)}`];
  if (result.arithmetic.length > 0) blocks.push(result.arithmetic.map((line) => `- ${line}`).join('\n'));
  const plan = result.savingPlan;
  if (result.verdict === 'no' && plan && plan.periods > 0) {
    blocks.push(
      `Putting ${voice.money(plan.perPeriod)} aside each month, you’d have it in ${plan.periods} ${plan.periods === 1 ? 'month' : 'months'}.`,
    );
  }
  for (const question of result.questions.slice(0, 1)) blocks.push(question.message);
  if (result.data.basedOn) blocks.push(`_${sentence(result.data.basedOn)}_`);
  return blocks.join('\n\n');
}

function affordFacts(result: Affordability, title: string | null): Fact[] {
  const facts: Fact[] = [amountFact(title ?? 'purchase', 'price', result.price)];
  if (result.left) facts.push(amountFact('budget', 'left', result.left.amount));
  if (result.after) facts.push(amountFact('budget', 'after', result.after.amount));
  if (result.room) facts.push(amountFact('room', 'room', result.room.amount));
  if (result.billsTotal) facts.push(amountFact('bills', 'total', result.billsTotal.amount));
  for (const bill of result.billsDue) facts.push(amountFact(bill.name, 'due', bill.figure.amount));
  if (result.savingPlan) {
    facts.push(
      amountFact('saving plan', 'per period', result.savingPlan.perPeriod),
      numberFact('saving plan', 'periods', result.savingPlan.periods, 'months'),
    );
  }
  return facts;
}
