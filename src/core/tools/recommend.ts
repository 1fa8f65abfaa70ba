import { z } from 'zod';
import { fromMajor, type Money } from '../../domain/money.js';
import { type ItemType, itemTypes } from '../../domain/ranking/item.js';
import { amountFact, type Fact, nameFact, numberFact, titleFact } from '../conversation/claims/facts.js';
import type { TurnMemory } from '../conversation/memory.js';
import { emptyWish, type Wish } from '../conversation/understanding/wish-shape.js';
import type { ActionButton } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import type { RecommendationList, RecommendedItem } from '../recommendations/types.js';
import { budgetFacts, budgetForFun } from './budget-words.js';
import { findFor } from './find-for.js';
import { costWords, itemDescription, itemFacts, knownTotal } from './item-words.js';
import { recommendationText } from './recommendation-words.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

const LIMIT = 4;
/** For those who asked for short answers. */
const BRIEF_LIMIT = 2;

const schema = z.object({
  types: z.array(z.enum(itemTypes)).optional(),
  max_price: z.number().nonnegative().optional(),
  mood: z.string().max(60).optional(),
  genres: z.array(z.string().max(40)).max(8).optional(),
  exclude_genres: z.array(z.string().max(40)).max(20).optional(),
  platforms: z.array(z.string().max(40)).max(5).optional(),
  party_size: z.number().int().min(1).max(30).optional(),
  max_minutes: z.number().int().positive().optional(),
  age: z.number().int().min(0).max(18).optional(),
  place: z.string().max(60).optional(),
  free_only: z.boolean().optional(),
  like: z.string().max(120).optional(),
});

/** Things to do, watch, read, play or eat that fit the user's taste and what is really left of the budget. */
export const recommendTool = defineTool({
  name: 'recommend',
  description:
    'Recommends movies, books, games, events and restaurants within the user’s budget and taste. Call it whenever the user wants ideas.',
  schema,
  examples: [
    {},
    { types: ['movie'], mood: 'funny', max_price: 15, party_size: 2 },
    { types: ['event'], free_only: true },
  ],
  private: false,
  effect: 'reads',
  call: (context, turn, args) => recommendForWish(context, turn, wishOf(args, turn)),
});

function wishOf(args: z.output<typeof schema>, turn: ToolTurn): Wish {
  return {
    ...emptyWish,
    types: args.types ?? [],
    genres: args.genres ?? [],
    excludeGenres: args.exclude_genres ?? [],
    platforms: args.platforms ?? [],
    maxPrice: args.max_price === undefined ? null : fromMajor(args.max_price.toFixed(2), turn.currency),
    freeOnly: args.free_only ?? false,
    partySize: args.party_size ?? null,
    maxMinutes: args.max_minutes ?? null,
    age: args.age ?? null,
    place: args.place ?? null,
    mood: args.mood ?? null,
    like: args.like ?? null,
  };
}

/** Recommends for a wish, and says what the list rests on. Items shown earlier in the conversation are left out. */
export async function recommendForWish(
  context: CoreContext,
  turn: ToolTurn,
  wish: Wish,
  options: {
    readonly lead?: string;
    readonly excludeIds?: readonly string[];
    readonly under?: ReadonlyMap<ItemType, Money>;
    /** Nothing rather than what only comes near. */
    readonly strict?: true;
  } = {},
): Promise<ToolResult> {
  const { status, budget } = await budgetForFun(context, turn);
  if (options.strict) {
    const { list } = await findFor(context, turn, wish, {
      budget,
      limit: 1,
      excludeIds: options.excludeIds ?? [],
      ...(options.under && { under: options.under }),
      record: false,
    });
    if (list.items.length === 0 || list.unmet.length > 0) return { text: '', facts: [] };
  }
  const { list, maxPrice, diet } = await findFor(context, turn, wish, {
    budget,
    limit: wish.count ?? (turn.memory.brief ? BRIEF_LIMIT : LIMIT),
    excludeIds: options.excludeIds ?? [],
    ...(options.under && { under: options.under }),
  });
  const shown = shownItems(list);
  const nearest = shown.length === 0 && maxPrice && !wish.freeOnly ? await dearer(context, turn, wish) : null;
  return {
    text: nearest
      ? nearestText(nearest, wish, turn)
      : recommendationText({
          list: turn.direct ? list : discreet(list),
          wish: {
            ...wish,
            maxPrice: wish.maxPrice ?? (wish.share === null ? null : maxPrice),
            place: wish.place ?? turn.memory.home,
          },
          status,
          voice: turn.voice,
          lead: options.lead ?? null,
          diet,
          counted: maxPrice,
          discreet: !turn.direct,
          place: wish.place,
          brief: turn.memory.brief,
        }),
    facts: [
      ...shown.flatMap((one) => itemFacts(one.item, one.cost)),
      ...(nearest ? itemFacts(nearest.item, nearest.cost) : []),
      ...shown.flatMap((one) => ownFacts(one, turn)),
      ...alternativeFacts(shown),
      ...limitFacts(list, wish, maxPrice),
      ...budgetFacts(status),
    ],
    reword: list.items.length > 0,
    buttons: buttonsFor(list.items),
    memory: {
      wish,
      wishes: [],
      ...(shown.length > 0 && {
        planned: false,
        offered: shown.map((one) => offeredItem(one, one === list.freeAlternative)),
        spoken: [],
        subject: shown[0] ? { itemId: shown[0].item.id, title: shown[0].item.title } : null,
      }),
      // Where nothing was found, the list before it still lies on the table.
      ...(nearest && { subject: { itemId: nearest.item.id, title: nearest.item.title } }),
      figure: null,
    },
  };
}

/** What is kept of a thing that was shown; `aside`: below the list, without a number. */
export function offeredItem(one: RecommendedItem, aside = false): TurnMemory['offered'][number] {
  return {
    itemId: one.item.id,
    recommendationId: one.recommendationId,
    title: one.item.title,
    type: one.item.type,
    cost: knownTotal(one.cost),
    ...(aside && { aside }),
  };
}

/** The cheapest of what was wished, where all of it costs more than was named; null where there is none at any price. */
async function dearer(context: CoreContext, turn: ToolTurn, wish: Wish): Promise<RecommendedItem | null> {
  if (wish.types.length === 0) return null;
  const { list } = await findFor(
    context,
    turn,
    { ...wish, maxPrice: null, cheap: false, share: null, order: 'price' },
    { budget: { remaining: null, total: null }, limit: 1, excludeIds: [], record: false },
  );
  const [first] = list.items;
  return first && list.unmet.length === 0 && wish.types.includes(first.item.type) ? first : null;
}

function nearestText({ item, cost }: RecommendedItem, wish: Wish, { voice }: ToolTurn): string {
  const most = wish.maxPrice ? ` for ${voice.money(wish.maxPrice)} or less` : ' within that';
  return `I know nothing like that${most}; the nearest is **${item.title}** (${itemDescription(item)}), ${costWords(item, cost, voice)}. A little more money, or another kind of thing, would open it up.`;
}

function shownItems(list: RecommendationList): RecommendedItem[] {
  return list.freeAlternative ? [...list.items, list.freeAlternative] : [...list.items];
}

/** The price in the user's own currency, as it stands beside the other. */
function ownFacts({ item, cost }: RecommendedItem, { voice }: ToolTurn): Fact[] {
  const own = cost.known ? voice.own(cost.total) : null;
  return own ? [amountFact(item.title, 'price', own, true)] : [];
}

function alternativeFacts(items: readonly RecommendedItem[]): Fact[] {
  return items.flatMap(({ alternatives }) =>
    alternatives.flatMap((other) => [
      titleFact(other.title, other.itemId),
      amountFact(other.title, 'price', other.cost, true),
      ...(other.includedIn === null ? [] : [nameFact(other.includedIn)]),
    ]),
  );
}

function limitFacts(list: RecommendationList, wish: Wish, counted: Money | null): Fact[] {
  const limits: Fact[] = [];
  if (wish.partySize !== null) limits.push(numberFact('party', 'size', wish.partySize, 'people'));
  if (list.limit) limits.push(amountFact('limit', 'limit', list.limit));
  if (wish.maxPrice) limits.push(amountFact('limit', 'wished', wish.maxPrice));
  else if ((wish.share !== null || wish.cheap) && list.limit)
    limits.push(amountFact('limit', 'wished', list.limit));
  if (counted) limits.push(amountFact('limit', 'converted', counted, true));
  if (wish.minPrice) limits.push(amountFact('limit', 'least', wish.minPrice));
  if (wish.place) limits.push(nameFact(wish.place));
  return limits;
}

function buttonsFor(items: readonly RecommendedItem[]): ActionButton[] {
  const save = items.slice(0, 2).map(
    (one, index): ActionButton => ({
      id: `save:${one.item.id}`,
      label: items.length === 1 ? 'Save it' : `Save no. ${index + 1}`,
    }),
  );
  if (items.length === 0) return [];
  return [...save, { id: 'ask:cheaper', label: 'Cheaper' }, { id: 'ask:other', label: 'Something else' }];
}

/** What was offered, as far as another price is measured by it. */
type Priced = { readonly cost: Money | null; readonly type: ItemType };

/** The price that "cheaper" must stay under: well below what was offered on average; null where nothing had a price. */
export function cheaperThan(offered: readonly Priced[]): Money | null {
  const average = averagePrice(offered);
  if (!average) return null;
  const limit = Math.max(0, Math.floor(average.minor * 0.75) - 1);
  // A round figure reads better, and is a ceiling as good as any.
  return { ...average, minor: limit - (limit % (limit > 500 ? 100 : 50)) };
}

/** Of each kind that was offered at a price, what it cost at least: cheaper stays with the kind. */
export function cheaperOfEach(offered: readonly Priced[]): Map<ItemType, Money> {
  const least = new Map<ItemType, Money>();
  for (const { cost, type } of offered) {
    if (!cost || cost.minor === 0) continue;
    const known = least.get(type);
    if (!known || (known.currency === cost.currency && cost.minor < known.minor)) least.set(type, cost);
  }
  return least;
}

/** The mean of the prices that were offered; null where nothing had one. */
export function averagePrice(offered: readonly Priced[]): Money | null {
  const prices = offered.flatMap(({ cost }) => (cost && cost.minor > 0 ? [cost] : []));
  const [first] = prices;
  if (!first) return null;
  const same = prices.filter(({ currency }) => currency === first.currency);
  return { ...first, minor: Math.floor(same.reduce((sum, { minor }) => sum + minor, 0) / same.length) };
}

/** The list as a channel may read it: without sentences that give the user's budget away. */
function discreet(list: RecommendationList): RecommendationList {
  const quiet = (one: RecommendedItem): RecommendedItem => ({
    ...one,
    reason: MONEY_TALK.test(one.reason) ? '' : one.reason,
  });
  return {
    ...list,
    items: list.items.map(quiet),
    freeAlternative: list.freeAlternative ? quiet(list.freeAlternative) : null,
    unmet: list.unmet.filter((text) => !MONEY_TALK.test(text)),
  };
}

const MONEY_TALK = /[$£€¥₹]|\b(?:budget|left|afford|remaining)\b/i;
