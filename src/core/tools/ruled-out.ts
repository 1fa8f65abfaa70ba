import type { CatalogueItem } from '../../domain/ranking/item.js';
import type { Without } from '../conversation/understanding/refusals.js';
import type { Wish } from '../conversation/understanding/wish-shape.js';
import type { RecommendedItem } from '../recommendations/types.js';
import { knownTotal } from './item-words.js';

const DIETS = ['vegan', 'vegetarian'];
const MEATY =
  /\b(?:steak\w*|barbecue|bbq|burgers?|chicken|ribs|brisket|roadhouse|wings|kebabs?|grill|carnitas|smokehouse)\b/i;
const DRINKS = /\b(?:pubs?|bars?|brewery|beer\w*|wine|cocktails?|tavern|winery|taproom)\b/i;
const FAST =
  /\b(?:burgers?|chicken|fast food|tex-mex|street food|by the slice|pizza by|bakery|hash browns|diner|food truck|food-truck|home cooking|ice cream|deli|dessert)\b/i;
const ONLINE_ONLY = /\b(?:online|multiplayer|mmo|moba|battle royale)\b/i;

/** What somebody does not eat holds for every place to eat. */
export function dietOf(wish: Wish, preferredGenres: readonly string[]): string | null {
  const said =
    DIETS.find((diet) => wish.genres.includes(diet)) ?? (wish.without.includes('meat') ? 'vegetarian' : null);
  if (said) return said;
  return DIETS.find((diet) => preferredGenres.includes(diet)) ?? null;
}

/** Everything that a record says of its item, to look for what is not wanted. */
function allWords({
  title,
  genres,
  tags,
  description,
  creators,
  platform,
  includedIn,
}: CatalogueItem): string {
  return [
    title,
    ...genres,
    ...tags,
    description ?? '',
    ...creators,
    platform ?? '',
    ...includedIn.map(({ service }) => service),
  ]
    .join(' ')
    .toLowerCase();
}

const OUTDOORS =
  /\b(?:outdoors?|open-air|parks?|gardens?|beach|hik\w+|picnic|walk|parade|festival|drive-in|market|stargazing|baseball|zoo|golf)\b/i;

function isOutdoors({ type, title, genres, place }: CatalogueItem): boolean {
  return type === 'event' && OUTDOORS.test([title, ...genres, place?.kind ?? ''].join(' '));
}

const OF_THE_DAY =
  /\b(?:hik\w+|picnic|morning|brunch|breakfast|lunch|day (?:visit|pass)|national park|zoo|gardens?|museum|market|animals|swimming|walk|parade)\b/i;

/** Whether a thing is for the day, and no evening: a museum, a hike, a breakfast. */
export function isOfTheDay({ type, title, genres, place }: CatalogueItem): boolean {
  if (type !== 'event' && type !== 'restaurant') return false;
  return OF_THE_DAY.test([title, ...genres, place?.kind ?? ''].join(' '));
}

/** A test for what a wish rules out beyond the filters; null where it rules out nothing. */
export function ruledOut(
  wish: Wish,
  diet: string | null,
  /** For an evening, when zoos are shut and nobody hikes. */
  late = false,
): ((one: Pick<RecommendedItem, 'item' | 'cost'>) => boolean) | null {
  const without: ReadonlySet<Without> = new Set(wish.without);
  const least = wish.minPrice;
  const alone = wish.partySize === 1;
  const avoid = wish.avoid.map((word) => word.replace(/s$/, ''));
  const long = wish.minMinutes;
  if (without.size === 0 && !least && long === null && !diet && !alone && avoid.length === 0 && !late)
    return null;
  return (one) => {
    const { item, cost } = one;
    const words = [item.title, ...item.genres, ...item.tags].join(' ');
    const total = knownTotal(cost);
    if (least && (!total || total.currency !== least.currency || total.minor < least.minor)) return true;
    if (long !== null && (item.minutes ?? 0) < long) return true;
    if (late && item.type === 'event' && isOfTheDay(item)) return true;
    if (without.has('outdoors') && isOutdoors(item)) return true;
    if (without.has('fast-food') && item.type === 'restaurant' && FAST.test(words)) return true;
    if (avoid.length > 0 && avoid.some((word) => allWords(item).includes(word))) return true;
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
