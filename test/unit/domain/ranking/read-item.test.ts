import { describe, expect, it } from '@jest/globals';
import { genreKeys } from '../../../../src/domain/ranking/genre-key.js';
import { readCatalogueItem, readRankable, typeKey } from '../../../../src/domain/ranking/read-item.js';
import { fc } from '../../../support/properties.js';

describe('reading an item', () => {
  it.each([
    ['Action|Sci-Fi', ['action', 'science fiction']],
    ['Drama, Romance; drama', ['drama', 'romance']],
    [['Sci Fi', 'SCI-FI'], ['science fiction']],
    ['(no genres listed)', []],
    [42, []],
    [null, []],
  ])('takes genres from %j', (value, keys) => {
    expect(genreKeys(value)).toEqual(keys);
  });

  it.each([
    ['Board Games', 'board_game'],
    ['video game', 'game'],
    ['MOVIES', 'movie'],
    ['boardgame', 'board_game'],
  ])('knows the type %s', (name, key) => {
    expect(typeKey(name)).toBe(key);
  });

  it('takes what is there and leaves the rest empty', () => {
    const item = readRankable({ id: 7, price: '12.345', metadata: { currency: 'jpy', rating_count: '30' } });
    expect(item).toMatchObject({
      id: '7',
      title: '7',
      type: null,
      genres: [],
      currency: 'JPY',
      ratingCount: 30,
    });
    expect(item.price).toEqual({ minor: 13, currency: 'JPY' });
    expect(readCatalogueItem({ id: '1', type: 'opera' })).toBeNull();
  });

  it('survives any record', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (record, metadata) => {
        const item = readRankable({ ...record, metadata });
        expect(item.price === null || item.price.minor >= 0).toBe(true);
      }),
    );
  });
});
