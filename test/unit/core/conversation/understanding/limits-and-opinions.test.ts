import { describe, expect, test } from '@jest/globals';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { asked, wishOf, world } from '../../../../support/conversation/reading.js';

describe('what a wish may cost', () => {
  test.each([
    ['i never want to pay more than 15 for a book', 15, ['book']],
    ["i won't spend more than 10 on a card game", 10, ['card_game']],
    ['i dont want to pay over 15 for a book', 15, ['book']],
    ['no more than 15 for a book please', 15, ['book']],
    ['somewhere nice for dinner for 6, about 30 a head', 180, ['restaurant']],
  ])('%s', (said, major, types) => {
    expect(wishOf(said)).toMatchObject({
      maxPrice: { minor: major * 100 },
      minPrice: null,
      types,
      excludeTypes: [],
    });
  });

  test('those who come are no price', () => {
    expect(wishOf('dinner for 8 friday')).toMatchObject({ partySize: 8, maxPrice: null });
    expect(wishOf('vegan restaurant with outdoor seating for 10 on sunday')).toMatchObject({
      types: ['restaurant'],
      partySize: 10,
      maxPrice: null,
      unseen: ['whether one can sit outside'],
    });
    expect(wishOf('gift over 20')).toMatchObject({ minPrice: { minor: 2_000 } });
  });

  test('at least so long is a limit downwards, and none upwards', () => {
    expect(wishOf('a board game that takes at least 2 hours')).toMatchObject({
      maxMinutes: null,
      minMinutes: 120,
    });
    expect(wishOf('a film of 3 hours or more')).toMatchObject({ maxMinutes: null, minMinutes: 180 });
    expect(wishOf('a card game, 15 minutes or so').maxMinutes).toBe(15);
  });
});

describe('a dollar', () => {
  test.each(['i spent 30 dollars on a book', 'i spent $30 on a book'])('is none of a euro: %s', (said) => {
    expect(readMessage(said, { ...world, currency: 'EUR' }).told).toMatchObject([
      { kind: 'log', amount: { minor: 3_000, currency: 'USD' } },
    ]);
  });
  test('is of the user’s own kind', () => {
    expect(readMessage('i spent $30 on a book', { ...world, currency: 'NZD' }).told).toMatchObject([
      { amount: { currency: 'NZD' } },
    ]);
  });
});

describe('what somebody thinks of a thing by its name', () => {
  test.each([
    ['rate catan 5', { kind: 'rate', item: { title: 'catan' }, stars: 5 }],
    ['i loved Dune, 5 stars', { kind: 'rate', item: { title: 'dune' }, stars: 5 }],
    ['hated Monopoly', { kind: 'react', reaction: 'disliked', item: { title: 'monopoly' } }],
    ['i didnt like Monopoly', { kind: 'react', reaction: 'disliked', item: { title: 'monopoly' } }],
    ['seen Inception', { kind: 'react', reaction: 'seen', item: { title: 'inception' } }],
  ])('%s', (said, intent) => {
    expect(readMessage(said, world).told).toEqual([]);
    expect(readMessage(said, world).asked).toMatchObject([intent]);
  });

  test('what is had already, and what is paid for, is owned', () => {
    expect(asked('already have catan and ticket to ride, what next')).toMatchObject([
      { kind: 'react', reaction: 'owned' },
      { kind: 'recommend', wish: { like: 'catan' } },
    ]);
    expect(asked('i already pay for it')).toMatchObject([{ kind: 'react', reaction: 'owned' }]);
  });
});

test('a spend that went back is none, and a table to book is none', () => {
  expect(readMessage('i bought a game for 20 and returned it', world)).toMatchObject({
    told: [],
    asked: [{ kind: 'nothing-spent' }],
  });
});

describe('a thing on the table against a sum', () => {
  test.each([
    ['is it under 20?', { item: { by: 'last' }, against: { amount: { minor: 2_000 }, bound: 'under' } }],
    ['is that more than 15?', { against: { amount: { minor: 1_500 }, bound: 'over' } }],
    ['is azul less than 25 bucks', { item: { title: 'Azul' }, against: { bound: 'under' } }],
    ['does the first one cost more than $10', { item: { position: 1 }, against: { bound: 'over' } }],
  ])('%s', (said, why) => {
    expect(asked(said)).toMatchObject([{ kind: 'why', ...why }]);
  });

  test('of all of them those that fit are shown, and a time is no sum', () => {
    expect(asked('are they all under 20?')).toMatchObject([
      { kind: 'refine', wish: { maxPrice: { minor: 2_000 } } },
    ]);
    expect(JSON.stringify(asked('is it over 2 hours?'))).not.toContain('against');
  });
});

test('what is paid for already is the service that was spoken of, where nothing lies on the table', () => {
  expect(readMessage('i already pay for it', { ...world, service: 'Netflix' }).told).toMatchObject([
    { kind: 'subscription-change', change: 'add', name: 'Netflix' },
  ]);
});

describe('what a service costs stands beside it', () => {
  test.each([
    ['add netflix 15.49', { minor: 1_549 }],
    ['i also have spotify for 11.99', { minor: 1_199 }],
    ['i pay 12 for spotify', { minor: 1_200 }],
    ['i have spotify and 50 bucks for tonight', null],
  ])('%s', (said, price) => {
    expect(readMessage(said, world).told).toMatchObject([
      { kind: 'subscription-change', change: 'add', price },
    ]);
  });
});

test('where a price is asked about, “at 80” is one, and no hour', () => {
  expect(asked('can I afford a concert at 80 and dinner at 40?')).toMatchObject([
    { kind: 'afford', price: { minor: 12_000 } },
  ]);
});

test.each([
  ['what fees did i pay', ['fee']],
  ["what's my rates bill", ['rates']],
])('rows by what they are called: %s', (said, words) => {
  expect(readMessage(said, world).asked).toMatchObject([{ kind: 'rows', words }]);
});

test('an earlier spend that was another amount is put right, and a printed row is no new spend', () => {
  const said = 'the olive garden one was 50 not 61.80';
  expect(readMessage(said, { ...world, spends: ['Olive Garden'] }).told).toMatchObject([
    { kind: 'amend', which: 'Olive Garden', amount: { minor: 5_000 } },
  ]);
  expect(readMessage(said, world).told).toEqual([]);
  expect(readMessage('delete the dinner one', { ...world, spends: ['dinner'] }).told).toMatchObject([
    { kind: 'amend', which: 'dinner', amount: null },
  ]);
});
