import type { z } from 'zod';
import type { ItemFilters } from '../../../core/ports/stores/catalogue.js';
import type { Currency } from '../../../domain/money.js';
import { takeAmount } from '../../present.js';
import type { listQuery } from './schemas.js';

type Query = Omit<z.output<typeof listQuery>, 'sort' | 'limit' | 'cursor'>;

/** The filters that a query names. `owned` are the services that make an item cost nothing more. */
export function filtersOf(query: Query, currency: Currency, owned: readonly string[]): ItemFilters {
  const { maxPrice } = query;
  return {
    ...(query.type && { types: query.type }),
    ...(query.genre && { genres: query.genre }),
    ...(query.excludeGenre && { excludeGenres: query.excludeGenre }),
    ...(query.mood && { moods: query.mood }),
    ...(query.platform && { platforms: query.platform }),
    ...(maxPrice !== undefined && { maxPrice: takeAmount('maxPrice', maxPrice, query.currency ?? currency) }),
    ...(query.freeOnly && { freeOr: owned }),
    ...(query.players !== undefined && { players: query.players }),
    ...(query.maxMinutes !== undefined && { maxMinutes: query.maxMinutes }),
    ...(query.age !== undefined && { age: query.age }),
    ...(query.yearFrom !== undefined && { yearFrom: query.yearFrom }),
    ...(query.yearTo !== undefined && { yearTo: query.yearTo }),
    ...(query.minRating !== undefined && { minRating: query.minRating }),
    ...(query.place !== undefined && { place: query.place }),
  };
}
