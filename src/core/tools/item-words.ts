import type { Money } from '../../domain/money.js';
import type { EffectiveCost } from '../../domain/ranking/effective-cost.js';
import type { CatalogueItem, ItemType } from '../../domain/ranking/item.js';
import {
  amountFact,
  dateFact,
  type Fact,
  freeFact,
  includedFact,
  nameFact,
  numberFact,
  titleFact,
} from '../conversation/claims/facts.js';
import type { Voice } from '../conversation/voice.js';

const TYPE_NAMES: Readonly<Record<ItemType, readonly [one: string, many: string]>> = {
  movie: ['movie', 'movies'],
  book: ['book', 'books'],
  game: ['video game', 'video games'],
  event: ['outing', 'outings'],
  restaurant: ['place to eat', 'places to eat'],
  board_game: ['board game', 'board games'],
  card_game: ['card game', 'card games'],
};

export function typeName(type: ItemType, count = 1): string {
  return TYPE_NAMES[type][count === 1 ? 0 : 1];
}

/** Every figure about an item that a reply may use. */
export function itemFacts(item: CatalogueItem, cost: EffectiveCost): Fact[] {
  const { title } = item;
  const facts: Fact[] = [titleFact(title, item.id), ...costFacts(title, item, cost)];
  if (item.rating !== null)
    facts.push(numberFact(title, 'rating', Math.round(item.rating * 10) / 10, 'stars'));
  if (item.year !== null) facts.push(numberFact(title, 'year', item.year, 'year'));
  if (item.minutes !== null) facts.push(numberFact(title, 'length', item.minutes, 'minutes'));
  if (item.playersMin !== null) facts.push(numberFact(title, 'players', item.playersMin, 'people'));
  if (item.playersMax !== null) facts.push(numberFact(title, 'players', item.playersMax, 'people'));
  if (item.age !== null) facts.push(numberFact(title, 'age', item.age, 'years'));
  for (const creator of item.creators) facts.push(nameFact(creator));
  return facts;
}

function costFacts(title: string, item: CatalogueItem, cost: EffectiveCost): Fact[] {
  if (!cost.known) return [];
  if (cost.basis === 'included' && cost.service)
    return [includedFact(title, cost.service), nameFact(cost.service)];
  if (cost.total.minor === 0) return [freeFact(title)];
  const facts = [amountFact(title, cost.recurring ? 'monthly price' : 'price', cost.total, true)];
  if (item.price && item.price.minor !== cost.total.minor)
    facts.push(amountFact(title, 'price each', item.price, true));
  if (item.priceAsOf) facts.push(dateFact(title, 'price date', item.priceAsOf));
  if (cost.partySize > 1) facts.push(numberFact(title, 'party', cost.partySize, 'people'));
  if (cost.service) facts.push(nameFact(cost.service));
  return facts;
}

/** What it costs this user, in words: "about $24", "free", "included in your Netflix". */
export function costWords(item: CatalogueItem, cost: EffectiveCost, voice: Voice): string {
  if (!cost.known) return 'I don’t know its current price';
  if (cost.basis === 'included') return `included in your ${cost.service}, so nothing more to pay`;
  if (cost.total.minor === 0) return 'free';
  if (cost.basis === 'tier') {
    const service = cost.service ?? item.platform ?? 'a subscription';
    const every = cost.recurring ? ' a month' : '';
    return `needs ${service}, about ${voice.price(cost.total)}${every}`;
  }
  const bound = cost.basis === 'upper-bound' ? 'up to about' : 'about';
  const party = cost.partySize > 1 && item.pricePer === 'person' ? ` for the ${cost.partySize} of you` : '';
  const fees = cost.fees && cost.fees.minor > 0 ? ', fees included' : '';
  return `${bound} ${voice.price(cost.total)}${party}${fees}`;
}

/** "movie, 2010, 2 h 28" */
export function itemDescription(item: CatalogueItem): string {
  const words: string[] = [typeName(item.type)];
  const place = item.place?.city;
  if (item.year !== null && (item.type === 'movie' || item.type === 'book')) words.push(String(item.year));
  if (item.type === 'book' && item.creators[0]) words.push(`by ${item.creators[0]}`);
  if (item.type === 'game' && item.platform) words.push(item.platform === 'Steam' ? 'PC' : item.platform);
  if (item.minutes !== null && item.type !== 'restaurant') words.push(lengthWords(item.minutes));
  if (item.playersMin !== null && item.playersMax !== null)
    words.push(playerWords(item.playersMin, item.playersMax));
  if (place) words.push(place);
  return words.join(', ');
}

/** "45 min", "2 h 28" */
export function lengthWords(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest}`}`;
}

/** "2–4 players" */
export function playerWords(min: number, max: number): string {
  return min === max ? `${min} ${min === 1 ? 'player' : 'players'}` : `${min}–${max} players`;
}

/** "Prices are approximate, as of 1 March 2026." for the items that have one; null where none has. */
export function priceFootnote(
  items: readonly { readonly item: CatalogueItem; readonly cost: EffectiveCost }[],
  voice: Voice,
): string | null {
  const dates = items.flatMap(({ item, cost }) =>
    cost.known && cost.total.minor > 0 && item.priceAsOf ? [item.priceAsOf] : [],
  );
  const oldest = dates.sort()[0];
  return oldest ? `Prices are approximate, as of ${voice.date(oldest)}.` : null;
}

/** The whole cost, null where it is not known. */
export function knownTotal(cost: EffectiveCost): Money | null {
  return cost.known ? cost.total : null;
}
