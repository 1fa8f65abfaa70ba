import { describe, expect, test } from '@jest/globals';
import { findCategory } from '../../../../../src/core/conversation/understanding/category-words.js';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { findTimes } from '../../../../../src/core/conversation/understanding/times.js';
import { asked, wishOf, world } from '../../../../support/conversation/reading.js';

describe('which of the things on the table', () => {
  test.each([
    ['which one is the cheapest?', 'price'],
    ['so which of these is the best rated', 'rating'],
    ['the shortest one?', 'shortest'],
    ['what is the most popular one', 'fame'],
    ['which would you pick?', null],
    ['just pick one for me', null],
    ['which one should we watch?', null],
  ])('%s', (said, order) => {
    expect(asked(said)).toMatchObject([{ kind: 'pick', order }]);
  });

  test('others are asked for where it says so, and a fresh list where nothing lies there', () => {
    expect(asked('what is the most popular one i do not have')).toMatchObject([
      { kind: 'refine', refinement: 'other', wish: { order: 'fame' } },
    ]);
    expect(wishOf('what are the best rated board games')).toMatchObject({
      order: 'rating',
      types: ['board_game'],
    });
  });
});

describe('one part makes room for another', () => {
  test.each([
    ['swap the movie', { types: ['movie'] }],
    ['can we change the restaurant please', { types: ['restaurant'] }],
    ['a different film instead', { types: ['movie'] }],
    ['swap inception for something funnier', { mood: 'funny' }],
  ])('%s', (said, wish) => {
    expect(asked(said)).toMatchObject([{ kind: 'refine', refinement: 'swap', wish }]);
  });

  test('other changes are none of it', () => {
    for (const said of ['change my budget to 200', 'make it 3 people', 'friday instead'])
      expect(JSON.stringify(asked(said))).not.toContain('swap');
  });
});

describe('what a spend is filed under', () => {
  test.each([
    ['movie tickets and popcorn', 'cinema'],
    ['popcorn', 'dining'],
    ['dinner and a movie', 'dining'],
    ['uber to the concert', 'transport'],
    ['tickets for the footy', 'events'],
    ['food shopping', 'groceries'],
  ])('%s: %s', (said, category) => {
    expect(findCategory(said)).toBe(category);
  });

  test('a spend told again in full keeps its amount', () => {
    const { told } = readMessage('to clarify thats what i spent, on tickets for the footy, last sat', {
      ...world,
      spent: true,
      done: 'spend',
    });
    expect(told).toEqual([
      { kind: 'amend', amount: null, description: 'tickets for the footy', on: '2026-07-04' },
    ]);
  });
});

describe('days by their number or name', () => {
  test.each([
    ['the 3rd to the 6th', 'future', '2026-08-03', '2026-08-06'],
    ['on the 14th', 'future', '2026-07-14', '2026-07-14'],
    ['the 8th', 'past', '2026-07-08', '2026-07-08'],
    ["valentine's day", 'future', '2027-02-14', '2027-02-14'],
    ["new year's eve", 'past', '2025-12-31', '2025-12-31'],
  ] as const)('%s (%s)', (said, tense, start, end) => {
    expect(findTimes(said, '2026-07-10', tense)[0]?.span).toEqual({ start, end });
  });

  test('the second of a list is no day', () => {
    expect(findTimes('save the 2nd', '2026-07-10', 'future')).toEqual([]);
  });
});

describe('what holds for every idea', () => {
  test('rain and a sofa keep people inside', () => {
    expect(wishOf('something fun for a rainy sunday').without).toEqual(['outdoors']);
    expect(wishOf('we are staying in tonight, any ideas?')).toMatchObject({
      without: ['outdoors'],
      excludeTypes: ['event', 'restaurant'],
    });
    expect(wishOf('something outdoors unless it rains').without).toEqual([]);
  });

  test('what no record tells is named', () => {
    expect(wishOf('a restaurant with parking, and one of us is in a wheelchair').unseen).toEqual([
      'how easy a place is to get into',
      'whether there is parking',
    ]);
    expect(wishOf('a funny film').unseen).toEqual([]);
  });

  test('what one part of a message says of the price holds for the other', () => {
    expect(wishOf('mums visiting 3rd to the 6th, what can we do on the cheap')).toMatchObject({
      cheap: true,
      partySize: 2,
      when: { span: { start: '2026-08-03', end: '2026-08-06' } },
    });
  });

  test('nothing cheesy is nothing of love', () => {
    expect(wishOf('something for valentines day, nothing cheesy').excludeGenres).toEqual([
      'romance',
      'romantic comedy',
    ]);
  });
});

describe('how somebody wants to be answered', () => {
  test('shorter, and in another currency', () => {
    expect(readMessage('can you talk shorter pls and in pounds not dollars', world).told).toEqual([
      { kind: 'setting', setting: 'currency', value: 'pounds' },
      { kind: 'setting', setting: 'length', value: 'short' },
    ]);
  });

  test('a short film is a wish', () => {
    expect(readMessage('something short to watch', world).told).toEqual([]);
  });

  test('a child’s age beside a taste', () => {
    expect(readMessage("we're veggie btw and my son is 6", world).told).toMatchObject([
      { kind: 'setting', setting: 'child', value: '6' },
      { kind: 'taste' },
    ]);
  });

  test('money put aside is not spent', () => {
    expect(asked('what if i put 200 aside this month', world)).toMatchObject([
      { kind: 'afford', saved: true, price: { minor: 20_000 } },
    ]);
  });

  test('nonsense is no title', () => {
    expect(asked('is 12 a lot or is it more like tuesday', world)).not.toMatchObject([{ kind: 'search' }]);
    expect(asked('is inception any good?', world)).toMatchObject([
      { kind: 'why', item: { by: 'title', title: 'inception' } },
    ]);
  });
});

test('who joins comes on top of those who were spoken of', () => {
  expect(asked('her sister is coming too')).toMatchObject([
    { kind: 'refine', refinement: 'change', wish: { joining: 1 } },
  ]);
  expect(asked('2 friends are joining')).toMatchObject([{ kind: 'refine', wish: { joining: 2 } }]);
});
