import { describe, expect, it } from '@jest/globals';
import { toItemRecord } from '../../../../src/core/catalogue/item-record.js';
import { fc } from '../../../support/properties.js';

describe('a record of any origin', () => {
  it('becomes an item with its services and genres as they are compared', () => {
    const record = toItemRecord({
      title: ' Catan ',
      type: 'Board Game',
      genre: 'Strategy, Sci-Fi',
      price: '44.5',
      platform: 'Tabletop',
      publisher: 'Kosmos',
      metadata: { included_in: ['Disney+ US'] },
    });
    expect(record).toMatchObject({
      externalKey: 'board_game:catan:',
      title: 'Catan',
      type: 'board_game',
      genre: 'strategy',
      price: '44.50',
      priceType: 'one_time',
      metadata: {
        publisher: 'Kosmos',
        genres: ['strategy', 'science fiction'],
        included_keys: ['disney plus'],
      },
    });
  });

  it('has one hash for one content, whatever the order of its fields', () => {
    const a = toItemRecord({ title: 'X', type: 'book', metadata: { year: 1, age: 2 } });
    const b = toItemRecord({ metadata: { age: 2, year: 1 }, type: 'book', title: 'X' });
    expect('contentHash' in a && a.contentHash).toBe('contentHash' in b && b.contentHash);
  });

  it.each([
    [{ type: 'book' }, 'title'],
    [{ title: 'X', type: 'opera' }, 'type'],
    [{ title: 'X', type: 'book', price: 'cheap' }, 'price'],
    [{ title: 'X', type: 'book', rating: 9 }, 'rating'],
    [{ title: 'X', type: 'book', external_url: 'javascript:alert(1)' }, 'external_url'],
    [{ title: 'X', type: 'book', metadata: { players_min: 0 } }, 'metadata.players_min'],
    ['text', 'the item'],
  ])('that is wrong says where: %j', (value, field) => {
    const record = toItemRecord(value);
    expect('problem' in record && record.problem).toMatch(new RegExp(`^${field}: `));
  });

  it('is an item or a problem, and never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(toItemRecord(value)).toBeDefined();
      }),
    );
  });
});
