import { convert } from '../../domain/exchange-rates/convert.js';
import type { Money } from '../../domain/money.js';
import { type ItemType, itemTypes } from '../../domain/ranking/item.js';
import { SOME_CHILD } from '../conversation/understanding/circumstances.js';
import { kindOfFamous } from '../conversation/understanding/lexicon/famous.js';
import { titleKey } from '../conversation/understanding/references.js';
import { findGenres, findTypes } from '../conversation/understanding/vocabulary.js';
import type { Wish } from '../conversation/understanding/wish-shape.js';
import type { CoreContext } from '../ports/context.js';
import { getPreferences } from '../recommendations/get-preferences.js';
import { recommend } from '../recommendations/recommend.js';
import type { BudgetForFun, RecommendationList, RecommendedItem } from '../recommendations/types.js';
import { inOrder } from './in-order.js';
import { recorded } from './recorded.js';
import { dietOf, ruledOut } from './ruled-out.js';
import type { ToolTurn } from './tool.js';

/** How many are looked through where a wish says what no filter of the catalogue knows. */
const SEEN_THROUGH = 50;
/** What "cheap" is taken to be, for all of a party. */
const CHEAP: Money = { minor: 2_000, currency: 'USD' };
/** Of the genres that somebody likes, so many are looked for by their words. */
const TASTE_WORDS = 5;
/** Genres that stand near one that a catalogue may not have. */
export const NEAR: Readonly<Record<string, readonly string[]>> = {
  heist: ['crime'],
  spy: ['thriller', 'action'],
  detective: ['mystery', 'crime'],
  'murder mystery': ['mystery', 'crime'],
  'true crime': ['crime'],
  'psychological thriller': ['thriller'],
  war: ['history', 'historical', 'wargame'],
  history: ['historical', 'biography', 'war'],
  historical: ['history', 'war', 'drama'],
  memoir: ['biography'],
  nonfiction: ['biography', 'science', 'history'],
  epic: ['fantasy', 'adventure'],
  anime: ['animation'],
  satire: ['comedy'],
  romance: ['romantic comedy', 'drama'],
  'romantic comedy': ['romance', 'comedy'],
  'martial arts': ['action'],
  dystopian: ['science fiction'],
  cyberpunk: ['science fiction'],
  'post-apocalyptic': ['science fiction', 'survival'],
  'young adult': ['fantasy', 'adventure', 'children'],
  'stand-up': ['comedy'],
  concert: ['music', 'festival'],
  opera: ['theatre', 'concert'],
  jazz: ['concert', 'music'],
  rock: ['concert', 'music'],
  sushi: ['japanese'],
  ramen: ['japanese'],
  tapas: ['spanish'],
  steak: ['steakhouse', 'american'],
  vegan: ['vegetarian', 'salad', 'mediterranean'],
  vegetarian: ['salad', 'mediterranean', 'indian'],
  greek: ['mediterranean'],
  turkish: ['mediterranean', 'lebanese'],
  farming: ['simulation'],
  racing: ['sports'],
  economic: ['strategy'],
  'worker placement': ['strategy'],
  puzzle: ['abstract', 'deduction', 'word'],
};

/** An amount in the user's currency, as the catalogue's prices are compared with; as it is where no rate is known. */
export function inCurrency(amount: Money, turn: ToolTurn): Money {
  return convert(amount, turn.currency, turn.today)?.amount ?? amount;
}

/** An amount in another currency, by the last rate that is known; null where none is. */
export function inCurrencyOf(amount: Money, currency: string, turn: ToolTurn): Money | null {
  return convert(amount, currency, turn.today)?.amount ?? null;
}

/** Most things are priced in one currency, whatever the user counts in; where no rate is known, the amount as it is. */
const CATALOGUE_CURRENCY = 'USD';

export function inCatalogue(amount: Money, turn: ToolTurn): Money {
  return convert(amount, CATALOGUE_CURRENCY, turn.today)?.amount ?? amount;
}

/** What a wish finds: the filters of the catalogue first, then what only its words say ("no pubs", "10 and up"). */
export async function findFor(
  context: CoreContext,
  turn: ToolTurn,
  wish: Wish,
  options: {
    readonly budget: BudgetForFun;
    readonly limit: number;
    readonly excludeIds: readonly string[];
    /** Whether what is found is shown, and goes into the history; true unless said otherwise. */
    readonly record?: boolean;
    /** Prices of single kinds that things of the kind must stay under. */
    readonly under?: ReadonlyMap<ItemType, Money>;
  },
): Promise<{
  readonly list: RecommendationList;
  readonly maxPrice: Money | null;
  readonly diet: string | null;
}> {
  const { preferredGenres, dislikedGenres, priceSensitivity } = await getPreferences(context, {
    userId: turn.userId,
  });
  // "No card games" was said once and for all, and holds until such a thing is asked for.
  const refused = dislikedGenres.flatMap((word) => (findGenres(word).length > 0 ? [] : findTypes(word)));
  const played = turn.memory.consoles;
  const plays = wish.types.length === 3 && wish.types.includes('game');
  // Who told what they play on, and asks what to play, is offered games for it.
  const open = plays && played.length > 0 && (wish.partySize ?? 1) <= 2;
  // Several people in one room, or children, play at a table: a computer holds one of them.
  const table =
    plays && !open && wish.platforms.length === 0 && ((wish.partySize ?? 1) > 2 || wish.age !== null);
  const types: readonly ItemType[] = open
    ? ['game']
    : typesOf(table ? { ...wish, types: wish.types.filter((type) => type !== 'game') } : wish, refused);
  const platforms =
    wish.platforms.length === 0 && types.length === 1 && types[0] === 'game' ? played : wish.platforms;
  const eats = types.length === 0 || types.includes('restaurant');
  // Who likes it cheap is offered cheap things until another price is named.
  const thrifty = wish.cheap || priceSensitivity === 'budget';
  const local = types.length > 0 && types.every((type) => type === 'event' || type === 'restaurant');
  const priced = (amount: Money): Money => (local ? amount : inCatalogue(amount, turn));
  const { remaining, total } = options.budget;
  const budget = { remaining: remaining && priced(remaining), total: total && priced(total) };
  const named = limitOf({ ...wish, cheap: thrifty }, remaining, turn);
  const maxPrice = named && priced(named);
  const diet = eats ? dietOf(wish, preferredGenres) : null;
  // A funny film is a comedy; funny are many things.
  const funny =
    wish.mood === 'funny' && wish.genres.length === 0 && types.length === 1 && types[0] === 'movie';
  const shelves = funny ? ['comedy'] : shelvesOf(wish.genres, types);
  const genres = diet && types.length === 1 && !shelves.includes(diet) ? [...shelves, diet] : shelves;
  const input = {
    userId: turn.userId,
    sessionId: turn.sessionId,
    maxPrice,
    budget,
    mood: wish.mood,
    ...(types.length > 0 && { types }),
    ...(genres.length > 0 && { genres }),
    ...(wish.excludeGenres.length > 0 && { excludeGenres: wish.excludeGenres }),
    ...(platforms.length > 0 && { platforms }),
    ...(wish.partySize !== null && { partySize: wish.partySize }),
    maxMinutes: wish.maxMinutes,
    age: wish.age === SOME_CHILD ? (turn.memory.child ?? wish.age) : wish.age,
    place: wish.place ?? turn.memory.home,
    yearFrom: wish.yearFrom,
    yearTo: wish.yearTo,
    freeOnly: wish.freeOnly,
    query: (await likeWords(context, wish)) ?? wish.about ?? tasteWords(wish, preferredGenres),
  };
  if (options.under) return { list: await underEach(context, turn, wish, input, options), maxPrice, diet };
  const unwanted = ruledOut(
    {
      ...wish,
      minPrice: wish.minPrice && priced(inCurrency(wish.minPrice, turn)),
      avoid: [...wish.avoid, ...wordsAgainst(dislikedGenres)],
    },
    diet,
    EVENING.test(wish.when?.words ?? '') && wish.age === null,
  );
  const excludeIds = [...options.excludeIds];
  if (unwanted || wish.order) {
    const all = await recommend(context, { ...input, limit: SEEN_THROUGH, excludeIds, record: false });
    const free = all.freeAlternative ? [all.freeAlternative] : [];
    const wanted = all.items.filter((one) => !unwanted?.(one));
    const first = wish.order ? inOrder(wanted, wish.order).slice(0, options.limit) : wanted;
    for (const one of [...all.items, ...free]) if (!first.includes(one)) excludeIds.push(one.item.id);
  }
  const near = await nearGenres(context, { ...input, excludeIds }, genres);
  const list = await recommend(context, {
    ...input,
    ...(near && { genres: near }),
    limit: options.limit,
    excludeIds,
    record: options.record ?? true,
  });
  const kept = unwanted
    ? {
        ...list,
        items: list.items.filter((one) => !unwanted(one)),
        freeAlternative:
          list.freeAlternative && !unwanted(list.freeAlternative) ? list.freeAlternative : null,
      }
    : list;
  const ordered = wish.order ? { ...kept, items: inOrder(kept.items, wish.order) } : kept;
  return { list: ordered, maxPrice, diet };
}

/**
 * Of each kind the best that stay under its price: what is in the mood that was asked for, where anything is. Cheaper
 * things are no other things.
 */
async function underEach(
  context: CoreContext,
  turn: ToolTurn,
  wish: Wish,
  input: Parameters<typeof recommend>[1],
  options: Parameters<typeof findFor>[3],
): Promise<RecommendationList> {
  const under = options.under ?? new Map<ItemType, Money>();
  const each = Math.ceil(options.limit / Math.max(1, under.size));
  const diet = dietOf(wish, []);
  const found: RecommendedItem[] = [];
  const outOfMood: RecommendedItem[] = [];
  for (const [type, price] of under) {
    const { items } = await recommend(context, {
      ...input,
      types: [type],
      maxPrice: { ...price, minor: price.minor - 1 },
      excludeIds: options.excludeIds,
      limit: SEEN_THROUGH,
      record: false,
    });
    const unwanted = ruledOut({ ...wish, minPrice: null }, diet);
    const fitting = items.filter((one) => one.item.type === type && !unwanted?.(one));
    const inMood = fitting.filter(({ facts }) => facts.some(({ kind }) => kind === 'mood'));
    found.push(...(wish.mood === null ? fitting : inMood).slice(0, each));
    outOfMood.push(...fitting.slice(0, each));
  }
  const chosen = found.length > 0 ? found : outOfMood;
  const items = await recorded(context, turn, chosen.slice(0, options.limit));
  const unmet =
    found.length === 0 && chosen.length > 0
      ? [`Nothing cheaper of that kind is known to be ${wish.mood}; these are the nearest.`]
      : [];
  return { items, freeAlternative: null, limit: options.budget.remaining, unmet };
}

/** What something should be like: by its title where the catalogue has it, else by what kind of thing it is known to be. */
async function likeWords(context: CoreContext, { like }: Wish): Promise<string | null> {
  const kind = like === null ? null : kindOfFamous(like);
  if (like === null || kind === null) return like;
  const [first] = await context.database.store.catalogue.search({ text: like, vector: null }, {}, 1);
  return first && titleKey(first.item.title) === titleKey(like) ? like : kind;
}

/** An open wish is looked for in the words of what somebody told they like, so that it is heard beside the famous. */
function tasteWords(wish: Wish, preferredGenres: readonly string[]): string | null {
  if (wish.genres.length > 0 || wish.mood !== null || wish.order !== null) return null;
  const words = preferredGenres.slice(0, TASTE_WORDS).flatMap((genre) => [genre, ...(NEAR[genre] ?? [])]);
  return words.length > 0 ? [...new Set(words)].join(' ') : null;
}

/** What somebody does not want and no genre or kind is called: "Disney". It is looked for in what records say. */
function wordsAgainst(disliked: readonly string[]): string[] {
  return disliked.filter((word) => findGenres(word).length === 0 && findTypes(word).length === 0);
}

const EVENING = /\b(?:tonight|evening|night)\b/;

/** The nearest genres where the catalogue has none of those that were named; null where it has. */
async function nearGenres(
  context: CoreContext,
  input: Parameters<typeof recommend>[1],
  genres: readonly string[],
): Promise<string[] | null> {
  const near = genres.flatMap((genre) => NEAR[genre] ?? []);
  if (near.length === 0) return null;
  const { unmet } = await recommend(context, { ...input, limit: 1, record: false });
  return unmet.some((sentence) => genres.some((genre) => sentence.includes(genre)))
    ? [...new Set([...genres, ...near])]
    : null;
}

/** Books have a shelf for children; among other things it is called "family", and a place to eat has neither. */
function shelvesOf(genres: readonly string[], types: readonly ItemType[]): readonly string[] {
  if (!genres.includes('children')) return genres;
  if (types.length > 0 && types.every((type) => type === 'restaurant'))
    return genres.filter((genre) => genre !== 'children');
  return genres.length === 1 ? [...genres, 'family'] : genres;
}

const AWAY: readonly ItemType[] = ['event', 'restaurant'];

function typesOf(wish: Wish, refused: readonly ItemType[]): ItemType[] {
  const offline = wish.without.includes('online');
  // A book is for one: nobody who names no kind wants one for a party.
  const open: readonly ItemType[] =
    // Who names a place wants to go somewhere in it.
    wish.place !== null && !wish.like && !AWAY.every((type) => wish.excludeTypes.includes(type))
      ? AWAY
      : (wish.partySize ?? 1) > 1 && !wish.like
        ? itemTypes.filter((type) => type !== 'book')
        : itemTypes;
  const named = wish.types.length > 0 ? wish.types : open;
  const kept = named.filter((type) => !wish.excludeTypes.includes(type) && !(offline && type === 'movie'));
  const liked = kept.filter((type) => !refused.includes(type));
  const left = liked.length > 0 ? liked : kept;
  return left.length === itemTypes.length ? [] : left;
}

/** The named limit in the user's currency; or a share of what is left. */
function limitOf(wish: Wish, left: Money | null, turn: ToolTurn): Money | null {
  if (wish.maxPrice !== null) return inCurrency(wish.maxPrice, turn);
  if (wish.cheap && !wish.freeOnly) {
    const limit = inCurrency(CHEAP, turn);
    const byHead =
      wish.types.length > 0 && wish.types.every((type) => type === 'restaurant' || type === 'event');
    const heads = Math.max(1, wish.partySize ?? 1);
    return { ...limit, minor: limit.minor * (byHead ? heads : Math.min(2, heads)) };
  }
  return wish.share !== null && left ? { ...left, minor: Math.floor(left.minor * wish.share) } : null;
}
