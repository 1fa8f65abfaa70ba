import type { ItemFilters } from '../../../core/ports/stores/catalogue.js';
import { toDecimal } from '../../../domain/money.js';
import { serviceKey } from '../../../domain/ranking/effective-cost.js';
import { genreKeys } from '../../../domain/ranking/genre-key.js';
import { Prisma } from '../generated/client.js';
import { offered, texts, uuids } from './rows.js';

type NumberField = 'minutes' | 'age' | 'year' | 'players_min' | 'players_max' | 'price_max' | 'fee';

/** A number of the metadata; null where it is none, so that a stray text fails nobody's query. */
function numberOf(field: NumberField): Prisma.Sql {
  const name = Prisma.raw(`'${field}'`);
  return Prisma.sql`CASE WHEN jsonb_typeof(i.metadata -> ${name}) = 'number'
    THEN (i.metadata ->> ${name})::numeric END`;
}

const currency = Prisma.sql`coalesce(i.metadata ->> 'currency', 'USD')`;
const costless = Prisma.sql`(i.price_type = 'free' OR (i.price = 0 AND coalesce(${numberOf('price_max')}, 0) = 0))`;
const gamesAndScreens = texts(['movie', 'book', 'game', 'board_game', 'card_game']);

/** Countries as people write them; codes stand for themselves. */
const countries: Readonly<Record<string, string>> = {
  usa: 'US',
  america: 'US',
  'united states': 'US',
  uk: 'GB',
  'united kingdom': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  australia: 'AU',
  'new zealand': 'NZ',
  canada: 'CA',
  germany: 'DE',
  france: 'FR',
  spain: 'ES',
  netherlands: 'NL',
};

/** Short names of cities that are always written short. */
const cities: Readonly<Record<string, string>> = {
  nyc: 'new york',
  'new york city': 'new york',
  la: 'los angeles',
  sf: 'san francisco',
  dc: 'washington',
  'washington dc': 'washington',
};

/** In the city, state or country; chains of that country and things without a place pass too. */
function inPlace(named: string): Prisma.Sql {
  const plain = named.toLowerCase().replace(/[.,]/g, '').trim();
  const city = cities[plain] ?? plain;
  const country = countries[plain] ?? plain.toUpperCase();
  const at = (field: 'city' | 'region' | 'country'): Prisma.Sql =>
    Prisma.sql`(i.metadata -> 'place' ->> ${Prisma.raw(`'${field}'`)})`;
  return Prisma.sql`(
    (${at('city')} IS NULL AND ${at('country')} IS NULL)
    OR lower(${at('city')}) = ${city}
    OR lower(${at('region')}) = ${plain}
    OR ${at('country')} = ${country}
    OR (${at('city')} IS NULL AND ${at('country')} IN (
      SELECT c.metadata -> 'place' ->> 'country' FROM entertainment_items c
      WHERE c.type IN ('event', 'restaurant') AND lower(c.metadata -> 'place' ->> 'city') = ${city})))`;
}

function priceFilters(filters: ItemFilters): Prisma.Sql[] {
  const { maxPrice, freeOr } = filters;
  const parts: Prisma.Sql[] = [];
  const included = (services: readonly string[]): Prisma.Sql =>
    Prisma.sql`coalesce(i.metadata -> 'included_keys' ?| ${texts(services.map(serviceKey))}, false)`;
  if (maxPrice !== undefined) {
    const top = Prisma.sql`coalesce(${numberOf('price_max')}, i.price) + coalesce(${numberOf('fee')}, 0)`;
    const within = Prisma.sql`(${currency} = ${maxPrice.currency} AND ${top} <= ${toDecimal(maxPrice)}::numeric)`;
    parts.push(Prisma.sql`(${costless} OR ${within} OR ${included(freeOr ?? [])})`);
  } else if (freeOr !== undefined) {
    parts.push(Prisma.sql`(${costless} OR ${included(freeOr)})`);
  }
  return parts;
}

function fitFilters(filters: ItemFilters): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (filters.players !== undefined) {
    parts.push(Prisma.sql`coalesce(${numberOf('players_min')}, 1) <= ${filters.players}
      AND ${numberOf('players_max')} >= ${filters.players}`);
  }
  if (filters.maxMinutes !== undefined)
    parts.push(Prisma.sql`${numberOf('minutes')} <= ${filters.maxMinutes}`);
  if (filters.age !== undefined) {
    // Where nobody states an age, a restaurant or an outing is for everybody; a film or a game is not assumed to be.
    parts.push(Prisma.sql`(${numberOf('age')} <= ${filters.age}
      OR (${numberOf('age')} IS NULL AND NOT i.type = ANY(${gamesAndScreens})))`);
  }
  if (filters.yearFrom !== undefined) parts.push(Prisma.sql`${numberOf('year')} >= ${filters.yearFrom}`);
  if (filters.yearTo !== undefined) parts.push(Prisma.sql`${numberOf('year')} <= ${filters.yearTo}`);
  if (filters.minRating !== undefined) parts.push(Prisma.sql`i.rating >= ${filters.minRating}`);
  return parts;
}

/** The filters as one condition on a table named `i`. Retired items never pass. */
export function whereOf(filters: ItemFilters): Prisma.Sql {
  const parts: Prisma.Sql[] = [offered];
  const { types, genres, excludeGenres, moods, platforms, place, excludeIds } = filters;
  if (types !== undefined && types.length > 0) parts.push(Prisma.sql`i.type = ANY(${texts(types)})`);
  if (genres !== undefined && genres.length > 0) {
    parts.push(Prisma.sql`i.metadata -> 'genres' ?| ${texts(genreKeys([...genres]))}`);
  }
  if (excludeGenres !== undefined && excludeGenres.length > 0) {
    parts.push(
      Prisma.sql`NOT coalesce(i.metadata -> 'genres' ?| ${texts(genreKeys([...excludeGenres]))}, false)`,
    );
  }
  if (moods !== undefined && moods.length > 0) {
    const wanted = texts(moods.map((mood) => mood.toLowerCase()));
    parts.push(Prisma.sql`i.metadata -> 'mood' ?| ${wanted}`);
  }
  if (platforms !== undefined && platforms.length > 0) {
    const keys = platforms.map(serviceKey);
    parts.push(Prisma.sql`(lower(i.platform) = ANY(${texts(platforms.map((name) => name.toLowerCase()))})
      OR coalesce(i.metadata -> 'included_keys' ?| ${texts(keys)}, false))`);
  }
  if (place !== undefined && place.trim() !== '') parts.push(inPlace(place));
  if (excludeIds !== undefined && excludeIds.length > 0)
    parts.push(Prisma.sql`i.id <> ALL(${uuids(excludeIds)})`);
  parts.push(...priceFilters(filters), ...fitFilters(filters));
  return Prisma.join(parts, ' AND ');
}
