import { type Currency, exponentOf, InvalidAmountError, type Money, money, roundMinor } from '../money.js';
import { genreKeys } from './genre-key.js';
import {
  type CatalogueItem,
  type Inclusion,
  type ItemType,
  itemTypes,
  type Place,
  type PriceType,
  priceTypes,
  type RankableItem,
  type Tier,
} from './item.js';

/** A record of unknown shape: a row's columns with its `metadata`, or a line of somebody's file. */
export type RawItem = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is RawItem =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

function number(value: unknown): number | null {
  if (value === null || value === undefined || value === '') return null;
  const read = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isFinite(read) ? read : null;
}

function texts(...values: readonly unknown[]): string[] {
  const found = new Set<string>();
  for (const value of values) {
    const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[|;,]/) : [];
    for (const entry of list) {
      const word = text(entry);
      if (word !== null) found.add(word);
    }
  }
  return [...found];
}

/** A price as a number, or as people write it: "$9.99", "Free". */
function major(value: unknown): number | null {
  if (typeof value !== 'string') return number(value);
  return /^\s*free\s*$/i.test(value) ? 0 : number(value.trim().replace(/^[$€£¥]\s*|\s*[$€£¥]$/g, ''));
}

/** An amount in major units; null where there is none. What is finer than the minor unit is settled upwards. */
function amount(value: unknown, currency: Currency): Money | null {
  const stated = major(value);
  if (stated === null || stated < 0) return null;
  try {
    return money(roundMinor(Number((stated * 10 ** exponentOf(currency)).toFixed(6)), 'up'), currency);
  } catch (error) {
    if (error instanceof InvalidAmountError) return null;
    throw error;
  }
}

function currencyOf(value: unknown): Currency {
  const code = text(value)?.toUpperCase() ?? 'USD';
  return /^[A-Z]{3}$/.test(code) ? code : 'XXX';
}

/** "Netflix US" is Netflix in the United States; "Netflix" is Netflix anywhere. */
function inclusion(value: unknown): Inclusion | null {
  if (isRecord(value)) {
    const service = text(value.service);
    return service === null ? null : { service, region: text(value.region) };
  }
  const named = text(value);
  if (named === null) return null;
  const match = /^(.+?)\s+([A-Z]{2})$/.exec(named);
  return match?.[1] && match[2] ? { service: match[1], region: match[2] } : { service: named, region: null };
}

function inclusions(value: unknown): Inclusion[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[|;,]/) : [];
  return list.map(inclusion).filter((entry) => entry !== null);
}

function tiers(value: unknown, currency: Currency): Tier[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => {
    const price = isRecord(entry) ? amount(entry.price, currency) : null;
    if (!isRecord(entry) || price === null) return [];
    const cadence =
      entry.cadence === 'annual' || entry.cadence === 'one_time' ? entry.cadence : ('monthly' as const);
    return [{ name: text(entry.name) ?? 'standard', price, cadence }];
  });
}

function place(value: unknown): Place | null {
  if (typeof value === 'string') return { city: text(value), region: null, country: null, kind: null };
  if (!isRecord(value)) return null;
  return {
    city: text(value.city),
    region: text(value.region),
    country: text(value.country),
    kind: text(value.kind),
  };
}

/** Fame is estimated in steps from 0 to 5. */
function fameOf(value: unknown): number | null {
  const steps = number(value);
  return steps === null ? null : Math.min(1, Math.max(0, steps / 5));
}

const typeNames: Readonly<Record<string, ItemType>> = {
  film: 'movie',
  video_game: 'game',
  videogame: 'game',
  pc_game: 'game',
  boardgame: 'board_game',
  cardgame: 'card_game',
};

/** An item type as people write it ("Board games", "video game"); what is not one of ours stays as its own word. */
export function typeKey(name: string): string {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/(?<!s)s$/, '');
  return typeNames[plain] ?? plain;
}

function priceType(value: unknown): PriceType | null {
  const name = text(value)
    ?.toLowerCase()
    .replace(/[\s-]+/g, '_');
  return priceTypes.find((known) => known === name) ?? null;
}

/** Genres under the names that sets give them; categories where there are none. */
function genresOf(raw: RawItem, metadata: RawItem): string[] {
  const named = [raw.genre, raw.genres, metadata.genre, metadata.genres].flatMap(genreKeys);
  const found =
    named.length > 0
      ? named
      : [raw.category, raw.categories, metadata.category, metadata.categories].flatMap(genreKeys);
  return [...new Set(found)];
}

const countNames = [
  'rating_count',
  'ratings_count',
  'num_ratings',
  'users_rated',
  'vote_count',
  'num_votes',
  'votes',
];

/** How many rated it, under any of the names that sets give that number. */
function ratingCountOf(raw: RawItem, metadata: RawItem): number | null {
  for (const record of [raw, metadata]) {
    for (const name of countNames) {
      const count = number(record[name]);
      if (count !== null && count >= 0) return count;
    }
  }
  return null;
}

/** What an item can be ranked by, from a record of any shape. Missing and unreadable fields are null or empty, never guessed. */
export function readRankable(raw: RawItem): RankableItem {
  const metadata = isRecord(raw.metadata) ? raw.metadata : {};
  const currency = currencyOf(metadata.currency ?? raw.currency);
  return {
    id: String(raw.id ?? ''),
    title: text(raw.title) ?? String(raw.id ?? ''),
    type: typeof raw.type === 'string' && raw.type.trim() !== '' ? typeKey(raw.type) : null,
    description: text(raw.description),
    genres: genresOf(raw, metadata),
    price: amount(raw.price, currency),
    priceMax: amount(metadata.price_max, currency),
    priceType: priceType(raw.price_type),
    pricePer: metadata.price_per === 'person' ? 'person' : 'group',
    fee: amount(metadata.fee, currency),
    priceAsOf: text(metadata.price_as_of),
    currency,
    platform: text(raw.platform),
    includedIn: inclusions(metadata.included_in),
    tiers: tiers(metadata.tiers, currency),
    rating: number(raw.rating ?? metadata.rating ?? metadata.average_rating),
    ratingCount: ratingCountOf(raw, metadata),
    fame: fameOf(metadata.fame),
    year: number(raw.year ?? metadata.year),
    creators: texts(
      metadata.author,
      metadata.director,
      metadata.designer,
      metadata.developer,
      metadata.artist,
      metadata.creators,
    ),
    moods: texts(metadata.mood, metadata.moods).map((word) => word.toLowerCase()),
    tags: texts(metadata.tags, metadata.mechanics, metadata.series, metadata.cuisine).map((word) =>
      word.toLowerCase(),
    ),
  };
}

/** A catalogue row, typed. @returns null where its type is none of ours */
export function readCatalogueItem(raw: RawItem): CatalogueItem | null {
  const rankable = readRankable(raw);
  const type = itemTypes.find((known) => known === rankable.type);
  if (type === undefined) return null;
  const metadata = isRecord(raw.metadata) ? raw.metadata : {};
  const byTheHead = type === 'event' || type === 'restaurant';
  return {
    ...rankable,
    type,
    pricePer: metadata.price_per === undefined && byTheHead ? 'person' : rankable.pricePer,
    externalUrl: text(raw.external_url),
    imageUrl: text(raw.image_url),
    playersMin: number(metadata.players_min),
    playersMax: number(metadata.players_max),
    minutes: number(metadata.minutes),
    age: number(metadata.age),
    place: place(metadata.place),
  };
}
