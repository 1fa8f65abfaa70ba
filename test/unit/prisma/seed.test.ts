import { beforeAll, describe, expect, it } from '@jest/globals';
import { toItemRecord } from '../../../src/core/catalogue/item-record.js';
import type { ItemRecord } from '../../../src/core/ports/stores/catalogue.js';
import type { CatalogueItem } from '../../../src/domain/ranking/item.js';
import { readCatalogueItem } from '../../../src/domain/ranking/read-item.js';
import { seedRecords } from '../../support/seed-records.js';

const records: ItemRecord[] = [];
const items: CatalogueItem[] = [];

beforeAll(async () => {
  for await (const { file, line, value } of seedRecords()) {
    const record = toItemRecord(value);
    if ('problem' in record) throw new Error(`${file}, line ${line}: ${record.problem}`);
    const item = readCatalogueItem({
      ...record,
      id: record.externalKey,
      price_type: record.priceType,
    });
    if (item === null) throw new Error(`${file}, line ${line}: no item.`);
    records.push(record);
    items.push(item);
  }
});

const ofType = (type: string): CatalogueItem[] => items.filter((item) => item.type === type);

describe('the catalogue that comes with the product', () => {
  it('has at least 500 items of every kind, each once', () => {
    expect(items.length).toBeGreaterThanOrEqual(500);
    for (const type of ['movie', 'book', 'game', 'event', 'board_game', 'card_game', 'restaurant']) {
      expect(ofType(type).length).toBeGreaterThanOrEqual(50);
    }
    expect(new Set(records.map(({ externalKey }) => externalKey)).size).toBe(records.length);
    expect(new Set(items.map(({ type, title, year }) => `${type} ${title} ${year}`)).size).toBe(items.length);
  });

  it('says of each what it is, in one line of its own', () => {
    for (const { title, description, genres, rating } of items) {
      expect([title, (description ?? '').length > 20]).toEqual([title, true]);
      expect([title, (description ?? '').length < 160]).toEqual([title, true]);
      expect([title, genres.length > 0]).toEqual([title, true]);
      expect([title, rating !== null && rating >= 2 && rating <= 5]).toEqual([title, true]);
    }
    expect(new Set(items.map(({ description }) => description)).size).toBe(items.length);
  });

  it('dates every price, and prices everything', () => {
    for (const item of items) {
      if (item.priceType === 'free') continue;
      expect([item.title, item.price !== null, item.priceAsOf]).toEqual([
        item.title,
        true,
        expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      ]);
      if (item.priceMax !== null) expect(item.priceMax.minor).toBeGreaterThanOrEqual(item.price?.minor ?? 0);
    }
  });

  it('can be filtered by what people ask', () => {
    const share = (list: readonly CatalogueItem[], has: (item: CatalogueItem) => boolean): number =>
      list.filter(has).length / list.length;
    for (const type of ['board_game', 'card_game', 'game']) {
      expect(share(ofType(type), (item) => item.playersMin !== null && item.playersMax !== null)).toBe(1);
    }
    for (const type of ['movie', 'board_game', 'card_game', 'event']) {
      expect(share(ofType(type), (item) => item.minutes !== null)).toBe(1);
    }
    for (const type of ['movie', 'book', 'board_game', 'card_game', 'game', 'event']) {
      expect(share(ofType(type), (item) => item.age !== null)).toBe(1);
    }
    for (const type of ['movie', 'book', 'game']) {
      expect(share(ofType(type), (item) => item.year !== null && item.creators.length > 0)).toBe(1);
    }
    expect(share(items, (item) => item.moods.length > 0)).toBe(1);
    expect(share(ofType('event'), (item) => item.place !== null)).toBe(1);
    expect(share(items, (item) => item.priceType === 'free' || item.includedIn.length > 0)).toBeGreaterThan(
      0.15,
    );
  });

  it('seats players and spends minutes that make sense', () => {
    for (const { title, playersMin, playersMax, minutes, year } of items) {
      if (playersMin !== null && playersMax !== null)
        expect([title, playersMin <= playersMax]).toEqual([title, true]);
      if (minutes !== null) expect([title, minutes >= 5 && minutes <= 2_880]).toEqual([title, true]);
      if (year !== null) expect([title, year <= 2026]).toEqual([title, true]);
    }
  });
});
