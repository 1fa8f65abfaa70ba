import { z } from 'zod';
import { fromMajor, type Money } from '../../domain/money.js';
import type { EffectiveCost } from '../../domain/ranking/effective-cost.js';
import { getItem } from '../catalogue/get-item.js';
import { amountFact, type Fact } from '../conversation/claims/facts.js';
import type { CostPart } from '../conversation/money-frame.js';
import { costOf, totalOfParts } from '../conversation/understanding/priced-parts.js';
import { findTypes } from '../conversation/understanding/vocabulary.js';
import { readWish } from '../conversation/understanding/wish.js';
import { checkAffordability } from '../finance/check-affordability.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import type { CoreContext } from '../ports/context.js';
import { affordFacts, affordText } from './affordability-words.js';
import { NO_INCOME_WORDS } from './budget-words.js';
import { itemFacts } from './item-words.js';
import { partsWords } from './price-parts.js';
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
    /** What `price` is the sum of. */
    parts: z
      .array(
        z.object({
          name: z.string().max(80).optional(),
          each: z.number().positive(),
          count: z.number().int().positive().optional(),
        }),
      )
      .max(8)
      .optional(),
    /** One of the parts, and not all: `price` is that of the dearest. */
    either: z.boolean().optional(),
    /** Judged by the period after this one. */
    next_period: z.boolean().optional(),
    /** How long putting it aside takes was asked. */
    how_long: z.boolean().optional(),
  }),
  examples: [{ price: 60 }, { title: 'Catan' }, { price: 15.49, per: 'monthly' }],
  private: true,
  effect: 'reads',
  async call(context, turn, args) {
    const { title } = args;
    const asked: Asked = {
      recurring: args.per,
      nextPeriod: args.next_period ?? false,
      howLong: args.how_long ?? false,
    };
    const again = args.price === undefined && !title ? supposedAgain(turn) : null;
    const price =
      again ?? (args.price === undefined ? null : priceOf(args.price, args.currency ?? turn.currency));
    if (price) {
      const parts = partsOf(args.parts, price, title ?? null);
      const [only] = parts;
      const name = title
        ? nameOf(title, asked)
        : parts.length === 1 && only?.name
          ? nameOf(only.name, asked)
          : null;
      const found = await answer(context, turn, price, { ...asked, parts, name });
      const several = parts.length > 1 || parts.some(({ count }) => count > 1);
      if (!several) return found;
      return args.either
        ? either(turn, found, price, parts)
        : withParts(context, turn, found, price, { parts, nextPeriod: asked.nextPeriod });
    }
    const item = await resolveItem(context, turn, title ? { by: 'title', title } : { by: 'last' });
    const kinds = title && !item ? findTypes(title) : [];
    if (title && kinds.length > 0) {
      const wish = readWish(title, { currency: turn.currency, today: turn.today });
      return recommendForWish(context, turn, wish);
    }
    if (item) return affordItem(context, turn, item, asked);
    const status = await getBudgetStatus(context, { userId: turn.userId });
    const unknown = status.total ? '' : ` ${NO_INCOME_WORDS}`;
    const text = title
      ? `I don’t know what ${title} costs. Tell me the price, and I’ll check it against your budget.${unknown}`
      : `What does it cost? Give me a price, and I’ll check it against your budget.${unknown}`;
    return { text, facts: [] };
  },
});

/** How it was asked: for a charge that comes again, for the next period, or for how long putting it aside takes. */
interface Asked {
  readonly recurring: 'weekly' | 'monthly' | 'annual' | undefined;
  readonly nextPeriod: boolean;
  readonly howLong: boolean;
}

/** What a price is for, as a reply says it, and the facts that come with it. */
interface Named {
  readonly name: string | null;
  readonly parts: readonly CostPart[];
  readonly facts?: readonly Fact[];
}

function priceOf(major: number, currency: string): Money {
  return fromMajor(major.toFixed(2), currency);
}

/** "Can I afford it next month?", right after a price that was asked about. */
function supposedAgain({ memory }: ToolTurn): Money | null {
  return memory.frame?.topic === 'price' && memory.subject === null ? totalOfParts(memory.frame.parts) : null;
}

/** "ps5 its" is "the ps5"; what comes again, and what has a word before it, stands as it was said. */
function nameOf(title: string, { recurring }: Asked): string {
  const plain = title.replace(/\s+(?:it['’]?s|that['’]?s|is|at|for)$/, '').trim();
  return recurring || /^(?:an?|the|my|our|some|two|three|\d)\b/.test(plain) ? plain : `the ${plain}`;
}

/** What a price is made of: as it was named, else the price itself. */
function partsOf(
  said:
    | readonly {
        readonly name?: string | undefined;
        readonly each: number;
        readonly count?: number | undefined;
      }[]
    | undefined,
  price: Money,
  title: string | null,
): readonly CostPart[] {
  if (!said || said.length === 0) return [{ name: title, each: price, count: 1 }];
  return said.map(({ name, each, count }) => ({
    name: name ?? null,
    each: priceOf(each, price.currency),
    count: count ?? 1,
  }));
}

/** One thing or the other: the dearer was checked, and that is said. */
function either(turn: ToolTurn, found: ToolResult, price: Money, parts: readonly CostPart[]): ToolResult {
  const { text, facts } = partsWords([...parts], price, turn);
  const each = text.split(' = ')[0]?.replaceAll(' + ', ' or ') ?? '';
  return {
    ...found,
    text: `One or the other, ${each}: I checked the dearest, **${turn.voice.money(price)}**.\n\n${found.text}`,
    facts: [...found.facts, ...facts],
  };
}

/** The sum that was asked about, and which of its parts would fit alone where the whole does not. */
async function withParts(
  context: CoreContext,
  turn: ToolTurn,
  found: ToolResult,
  price: Money,
  { parts, nextPeriod }: { readonly parts: readonly CostPart[]; readonly nextPeriod: boolean },
): Promise<ToolResult> {
  const { voice } = turn;
  const sum = partsWords(parts, price, turn);
  const { left } = await getBudgetStatus(context, { userId: turn.userId, nextPeriod });
  const room = left && left.amount.currency === price.currency ? left.amount.minor : null;
  const over = room !== null && price.minor > room;
  const alone = over ? parts.filter((part) => costOf(part).minor <= room) : [];
  const words =
    over && room >= 0
      ? ` That’s ${voice.money({ ...price, minor: price.minor - room })} more than the ${voice.money({ ...price, minor: room })} left for fun.${
          alone.length > 0
            ? ` ${voice.list(
                alone.map((part) => `${voice.money(costOf(part))}${part.name ? ` (${part.name})` : ''}`),
                'or',
              )} alone would fit.`
            : ''
        }`
      : '';
  return {
    ...found,
    text: `${sum.text}.${words}\n\n${found.text}`,
    facts: [
      ...found.facts,
      ...sum.facts,
      ...(over ? [amountFact('budget', 'short', { ...price, minor: price.minor - room })] : []),
    ],
  };
}

async function affordItem(
  context: CoreContext,
  turn: ToolTurn,
  item: ResolvedItem,
  asked: Asked,
): Promise<ToolResult> {
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
  const result = await answer(context, turn, details.cost.total, {
    ...asked,
    recurring,
    name: details.item.title,
    parts: [{ name: details.item.title, each: details.cost.total, count: 1 }],
    facts,
  });
  return { ...result, memory: { ...result.memory, ...memory } };
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
  { recurring, nextPeriod, howLong, name, parts, facts = [] }: Asked & Named,
): Promise<ToolResult> {
  const result = await checkAffordability(context, {
    userId: turn.userId,
    price,
    nextPeriod,
    ...(recurring && { recurring }),
  });
  const { voice } = turn;
  // A price that we looked up is about right; one that was told is what it is.
  const what = name
    ? `${name} at ${facts.length > 0 ? 'about ' : ''}${voice.money(price)}`
    : voice.money(price);
  return {
    text: affordText(result, { what, nextPeriod, howLong }, turn),
    facts: [...facts, ...affordFacts(result, name)],
    memory: {
      figure: 'left',
      subject: null,
      frame: {
        topic: 'price',
        parts,
        recurring: recurring ?? null,
        saving: howLong,
        pace: null,
        start: null,
      },
    },
  };
}
