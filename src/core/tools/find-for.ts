import { convert } from '../../domain/exchange-rates/convert.js';
import type { Money } from '../../domain/money.js';
import { type ItemType, itemTypes } from '../../domain/ranking/item.js';
import type { Without } from '../conversation/understanding/refusals.js';
import { findGenres, findTypes } from '../conversation/understanding/vocabulary.js';
import type { Wish } from '../conversation/understanding/wish.js';
import type { CoreContext } from '../ports/context.js';
import { getPreferences } from '../recommendations/get-preferences.js';
import { recommend } from '../recommendations/recommend.js';
import type { BudgetForFun, RecommendationList, RecommendedItem } from '../recommendations/types.js';
import { knownTotal } from './item-words.js';
import type { ToolTurn } from './tool.js';

/** How many are looked through where a wish says what no filter of the catalogue knows. */
const SEEN_THROUGH = 50;
/** What "cheap" is taken to be, for all of a party. */
const CHEAP: Money = { minor: 2_000, currency: 'USD' };
const DIETS = ['vegan', 'vegetarian'];
/** Genres that stand near one that a catalogue may not have. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
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
const MEATY =
  /\b(?:steak\w*|barbecue|bbq|burgers?|chicken|ribs|brisket|roadhouse|wings|kebabs?|grill|carnitas|smokehouse)\b/i;
const DRINKS = /\b(?:pubs?|bars?|brewery|beer\w*|wine|cocktails?|tavern|winery|taproom)\b/i;
const ONLINE_ONLY = /\b(?:online|multiplayer|mmo|moba|battle royale)\b/i;

/** An amount in the user's currency, as the catalogue's prices are compared with; as it is where no rate is known. */
export function inCurrency(amount: Money, turn: ToolTurn): Money {
  return convert(amount, turn.currency, turn.today)?.amount ?? amount;
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
  },
): Promise<{
  readonly list: RecommendationList;
  readonly maxPrice: Money | null;
  readonly diet: string | null;
}> {
  const { budget } = options;
  const { preferredGenres, dislikedGenres, priceSensitivity } = await getPreferences(context, {
    userId: turn.userId,
  });
  // "No card games" was said once and for all, and holds until such a thing is asked for.
  const refused = dislikedGenres.flatMap((word) => (findGenres(word).length > 0 ? [] : findTypes(word)));
  const types = typesOf(wish, refused);
  const eats = types.length === 0 || types.includes('restaurant');
  // Who likes it cheap is offered cheap things until another price is named.
  const thrifty = wish.cheap || priceSensitivity === 'budget';
  const maxPrice = limitOf({ ...wish, cheap: thrifty }, budget.remaining, turn);
  const diet = eats ? dietOf(wish, preferredGenres) : null;
  const named = shelvesOf(wish.genres, types);
  const genres = diet && types.length === 1 && !named.includes(diet) ? [...named, diet] : named;
  const input = {
    userId: turn.userId,
    sessionId: turn.sessionId,
    maxPrice,
    budget,
    mood: wish.mood,
    ...(types.length > 0 && { types }),
    ...(genres.length > 0 && { genres }),
    ...(wish.excludeGenres.length > 0 && { excludeGenres: wish.excludeGenres }),
    ...(wish.platforms.length > 0 && { platforms: wish.platforms }),
    ...(wish.partySize !== null && { partySize: wish.partySize }),
    maxMinutes: wish.maxMinutes,
    age: wish.age,
    place: wish.place ?? turn.memory.home,
    yearFrom: wish.yearFrom,
    freeOnly: wish.freeOnly,
    query: wish.like ?? wish.about,
  };
  const unwanted = unwantedBy(wish, diet, turn);
  const excludeIds = [...options.excludeIds];
  if (unwanted) {
    const all = await recommend(context, { ...input, limit: SEEN_THROUGH, excludeIds, record: false });
    const free = all.freeAlternative ? [all.freeAlternative] : [];
    for (const one of [...all.items, ...free]) if (unwanted(one)) excludeIds.push(one.item.id);
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
  return { list: kept, maxPrice, diet };
}

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

function typesOf(wish: Wish, refused: readonly ItemType[]): ItemType[] {
  const offline = wish.without.includes('online');
  const named = wish.types.length > 0 ? wish.types : itemTypes;
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
    const heads = wish.types.every((type) => type === 'restaurant' || type === 'event')
      ? (wish.partySize ?? 1)
      : 1;
    return { ...limit, minor: limit.minor * Math.max(1, heads) };
  }
  return wish.share !== null && left ? { ...left, minor: Math.floor(left.minor * wish.share) } : null;
}

/** What somebody does not eat holds for every place to eat. */
function dietOf(wish: Wish, preferredGenres: readonly string[]): string | null {
  const said =
    DIETS.find((diet) => wish.genres.includes(diet)) ?? (wish.without.includes('meat') ? 'vegetarian' : null);
  if (said) return said;
  return DIETS.find((diet) => preferredGenres.includes(diet)) ?? null;
}

/** A test for what a wish rules out beyond the filters; null where it rules out nothing. */
function unwantedBy(
  wish: Wish,
  diet: string | null,
  turn: ToolTurn,
): ((one: RecommendedItem) => boolean) | null {
  const without: ReadonlySet<Without> = new Set(wish.without);
  const least = wish.minPrice ? inCurrency(wish.minPrice, turn) : null;
  const alone = wish.partySize === 1;
  const avoid = wish.avoid.map((word) => word.replace(/s$/, ''));
  if (without.size === 0 && !least && !diet && !alone && avoid.length === 0) return null;
  return (one) => {
    const { item, cost } = one;
    const words = [item.title, ...item.genres, ...item.tags].join(' ');
    const total = knownTotal(cost);
    if (least && (!total || total.currency !== least.currency || total.minor < least.minor)) return true;
    if (avoid.some((word) => `${words} ${item.description ?? ''}`.toLowerCase().includes(word))) return true;
    if (alone && (item.playersMin ?? 1) > 1) return true;
    if (without.has('subscription') && cost.known && (cost.basis === 'tier' || cost.recurring)) return true;
    if (without.has('alcohol') && DRINKS.test(words)) return true;
    if (
      without.has('online') &&
      item.type === 'game' &&
      ((item.playersMax ?? 1) > 1 || ONLINE_ONLY.test(words))
    )
      return true;
    if (!diet || item.type !== 'restaurant') return false;
    return MEATY.test(words) && !item.genres.some((genre) => DIETS.includes(genre));
  };
}
