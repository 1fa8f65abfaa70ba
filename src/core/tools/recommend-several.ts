import { add, compare, type Money, subtract, zero } from '../../domain/money.js';
import { amountFact, type Fact } from '../conversation/claims/facts.js';
import type { Intent } from '../conversation/understanding/intents.js';
import type { Wish } from '../conversation/understanding/wish-shape.js';
import type { CoreContext } from '../ports/context.js';
import type { RecommendedItem } from '../recommendations/types.js';
import { budgetFacts, budgetForFun, periodWords } from './budget-words.js';
import { findFor, inCurrency } from './find-for.js';
import { costWords, itemDescription, itemFacts, knownTotal, priceFootnote, typeName } from './item-words.js';
import { reasonWords } from './reason-words.js';
import { offeredItem } from './recommend.js';
import { about } from './recommendation-words.js';
import { recorded } from './recorded.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** Of each kind so many are shown, unless a number was said. */
const EACH = 2;
/** So many are weighed against each other for what fits together. */
const POOL = 10;

interface Part {
  readonly wish: Wish;
  readonly items: readonly RecommendedItem[];
  readonly unmet: readonly string[];
}

/** Answers a message that asks for things of different kinds: a short list of each, and a choice with its sum. */
export async function recommendSeveral(
  context: CoreContext,
  turn: ToolTurn,
  { wishes, total, extra }: Pick<Extract<Intent, { kind: 'several' }>, 'wishes' | 'total' | 'extra'>,
  options: { readonly lead?: string; readonly excludeIds?: readonly string[] } = {},
): Promise<ToolResult> {
  const { status, budget } = await budgetForFun(context, turn);
  const left = budget.remaining;
  const named = total ? inCurrency(total, turn) : null;
  const whole =
    named && left && named.currency === left.currency && compare(left, named) < 0 ? left : (named ?? left);
  const aside = extra && whole && extra.cost.currency === whole.currency ? extra : null;
  const limit = aside && whole ? subtract(whole, aside.cost) : whole;
  const all: Part[] = [];
  for (const wish of wishes) {
    const { list } = await findFor(context, turn, wish, {
      budget,
      limit: POOL,
      excludeIds: options.excludeIds ?? [],
      record: false,
    });
    all.push({ wish, items: list.items, unmet: list.unmet });
  }
  const { voice } = turn;
  const picked = chosen(all, limit);
  const parts: Part[] = [];
  for (const part of all)
    parts.push({ ...part, items: await recorded(context, turn, shown(part, picked ?? [])) });
  const kinds = parts.filter(({ items }) => items.length > 0).length;
  const choice =
    picked &&
    parts.flatMap(({ items }) => items.filter((one) => picked.some(({ item }) => item.id === one.item.id)));
  const sum = choice ? choice.reduce((so, one) => add(so, priceOf(one, turn)), zero(turn.currency)) : null;
  const kept =
    aside && limit
      ? `With ${voice.money(aside.cost)} set aside for the ${aside.name}, ${voice.money(limit)} is left for the rest.`
      : null;
  const blocks = [
    ...(kept ? [kept] : []),
    options.lead ?? voice.pick('A bit of both:', 'Let’s see, one thing at a time:', 'Both, then:'),
    ...parts.map((part) => section(part, turn)),
  ];
  if (choice && sum && choice.length > 1) {
    const titles = voice.list(choice.map(({ item }) => item.title));
    const against = limit
      ? named
        ? `, within your ${voice.money(named)}`
        : `, within the ${voice.money(limit)} you have left for fun ${periodWords(status)}`
      : '';
    const rest = limit && compare(limit, sum) > 0 ? ` (${voice.money(subtract(limit, sum))} to spare)` : '';
    blocks.push(`My pick: ${titles}, together about **${voice.money(sum)}**${against}${rest}.`);
  } else if (kinds > 1 && limit) {
    blocks.push(`All of it together doesn’t fit in ${voice.money(limit)}; one of them does.`);
  }
  const items = parts.flatMap((part) => [...part.items]);
  const footnote = priceFootnote(items, voice);
  if (footnote) blocks.push(footnote);
  return {
    text: blocks.join('\n\n'),
    facts: [
      ...items.flatMap((one) => itemFacts(one.item, one.cost)),
      ...(sum ? [amountFact('together', 'total', sum, true)] : []),
      ...limitFacts(limit, sum, named),
      ...(aside ? [amountFact(aside.name, 'cost', aside.cost)] : []),
      ...budgetFacts(status),
    ],
    memory: {
      wish: wishes[0] ?? null,
      wishes,
      planned: false,
      offered: items.map((one) => offeredItem(one)),
      spoken: choice?.map(({ item }) => item.id) ?? [],
      subject: items[0] ? { itemId: items[0].item.id, title: items[0].item.title } : null,
      figure: null,
    },
  };
}

/** What was chosen first, then the best of the others. */
function shown({ wish, items }: Part, choice: readonly RecommendedItem[]): RecommendedItem[] {
  const picked = items.filter((one) => choice.includes(one));
  const others = items.filter((one) => !choice.includes(one));
  return [...picked, ...others].slice(0, Math.max(wish.count ?? 0, EACH));
}

function limitFacts(limit: Money | null, sum: Money | null, named: Money | null): Fact[] {
  const facts: Fact[] = [];
  if (limit) facts.push(amountFact('limit', 'limit', limit));
  if (named) facts.push(amountFact('limit', 'wished', named));
  if (limit && sum && compare(limit, sum) > 0)
    facts.push(amountFact('together', 'to spare', subtract(limit, sum), true));
  return facts;
}

function section({ wish, items, unmet }: Part, { voice }: ToolTurn): string {
  const [type] = wish.types;
  const games = wish.types.length > 1;
  const name = games ? 'games' : type ? typeName(type, 2) : 'ideas';
  const heading = `_${name.charAt(0).toUpperCase()}${name.slice(1)}_`;
  if (items.length === 0) return `${heading}\n${unmet.join(' ') || 'I found nothing that fits.'}`;
  const lines = items.map(
    (one) =>
      `- **${one.item.title}** (${itemDescription(one.item)}): ${costWords(one.item, one.cost, voice)}. ${about(one.item)}${reasonWords(one, voice)}`,
  );
  return [heading, ...unmet.slice(0, 1), ...lines].join('\n');
}

function priceOf(one: RecommendedItem, turn: ToolTurn): Money {
  const cost = knownTotal(one.cost);
  return cost && cost.minor > 0 ? cost : zero(turn.currency);
}

/** The best of each that stay under the limit together; null where even the cheapest do not, or prices cannot be added. */
function chosen(parts: readonly Part[], limit: Money | null): RecommendedItem[] | null {
  const wanted = parts.map(({ wish, items }) => items.slice(0, wish.count ?? 1));
  const cheapest = parts.map(({ wish, items }) =>
    [...items].sort((left, right) => minor(left) - minor(right)).slice(0, wish.count ?? 1),
  );
  if (wanted.some((items) => items.length === 0)) return null;
  // From the best of each towards the cheapest, one kind after the other.
  for (let swapped = 0; swapped <= parts.length; swapped += 1) {
    const choice = wanted.flatMap((items, at) =>
      at >= parts.length - swapped ? (cheapest[at] ?? items) : items,
    );
    const sum = choice.reduce((all, one) => all + minor(one), 0);
    const currencies = new Set(
      choice.flatMap((one) => (minor(one) > 0 ? [knownTotal(one.cost)?.currency] : [])),
    );
    if (currencies.size > 1 || (limit && [...currencies].some((currency) => currency !== limit.currency)))
      return null;
    if (!limit || sum <= limit.minor) return choice;
  }
  return null;
}

function minor(one: RecommendedItem): number {
  return knownTotal(one.cost)?.minor ?? Number.POSITIVE_INFINITY;
}
