import { describe, expect, test } from '@jest/globals';
import { findParty } from '../../../../../src/core/conversation/understanding/circumstances.js';
import { mergeWish } from '../../../../../src/core/conversation/understanding/merge-wish.js';
import { readSettings } from '../../../../../src/core/conversation/understanding/settings-told.js';
import { readWish } from '../../../../../src/core/conversation/understanding/wish.js';
import { asked, table, wishOf, world } from '../../../../support/conversation/reading.js';

describe('who comes', () => {
  test.each([
    ['with my wife and our 10 year old', 3],
    ['a game with my husband and two kids', 4],
    ['something with my 7 year old', 2],
    ['me, my girlfriend and her son', 3],
    ['with my wife', 2],
  ])('%s: %i', (said, people) => {
    expect(findParty(said)).toBe(people);
  });
});

describe('what a follow-up adds to the wish before it', () => {
  const earlier = readWish('a board game for 4 people under 30', world);

  test.each([
    ['my 7 year old has to play too', { age: 7, partySize: 4, types: ['board_game'] }],
    ['nothing over two hours', { maxMinutes: 120, partySize: 4 }],
    ['it must work for 5', { partySize: 5 }],
    ['quicker than 20 minutes', { maxMinutes: 20 }],
    ['at least an hour', { minMinutes: 60, maxMinutes: null }],
  ])('%s', (said, expected) => {
    const [intent] = asked(said);
    expect(intent?.kind).toBe('refine');
    if (intent?.kind !== 'refine') return;
    expect(mergeWish(earlier, intent.wish)).toMatchObject({
      ...expected,
      maxPrice: { minor: 3_000, currency: 'USD' },
    });
  });

  test('one of the things on the table is recommended, and no others', () => {
    expect(asked('recommend one')).toMatchObject([{ kind: 'pick' }]);
    expect(asked('suggest one for us', table)).toMatchObject([{ kind: 'pick' }]);
  });
});

describe('what a wish may cost', () => {
  test.each([
    ['a board game between 15 and 25', 1_500, 2_500],
    ['a book from $8 to $12', 800, 1_200],
  ])('%s', (said, from, to) => {
    expect(wishOf(said)).toMatchObject({ minPrice: { minor: from }, maxPrice: { minor: to } });
  });

  test.each([
    'a game for between 2 and 4 players',
    'a film from between 1950 and 1970',
    'kids between 5 and 14',
  ])('%s names no price', (said) => {
    expect(readWish(said, world)).toMatchObject({ minPrice: null, maxPrice: null });
  });

  test('no money at all is free', () => {
    expect(readWish('rainy sunday, just me and 0 money', world).freeOnly).toBe(true);
  });
});

describe('where somebody is for once, and where they live', () => {
  test('a day, company and money make it a wish', () => {
    expect(asked('im in melbourne this sunday with 40 bucks', world)).toMatchObject([
      {
        kind: 'recommend',
        wish: { place: 'Melbourne', maxPrice: { minor: 4_000 }, when: { words: 'this sunday' } },
      },
    ]);
    expect(asked("i'm in leeds with my mum", world)).toMatchObject([
      { kind: 'recommend', wish: { place: 'Leeds', partySize: 2 } },
    ]);
  });

  test.each([
    ['i live in leeds with my mum', 'leeds'],
    ['we moved to new york', 'new york'],
    ['i am in melbourne', 'melbourne'],
  ])('%s', (said, value) => {
    expect(readSettings(said)).toEqual([{ kind: 'setting', setting: 'place', value }]);
  });

  test('in bed, or in London until Friday, nobody lives', () => {
    expect(readSettings('i am in bed')).toEqual([]);
    expect(readSettings('we are in london until friday')).toEqual([]);
  });
});

test('a question about one of the list asks for what it says', () => {
  expect(asked('the second one, is it scary?')).toMatchObject([
    { kind: 'why', item: { by: 'position', position: 2 }, aspect: { about: 'trait', words: 'scary' } },
  ]);
  expect(asked('how many can play azul')).toMatchObject([
    { kind: 'why', item: { by: 'title', title: 'Azul' }, aspect: { about: 'players', count: null } },
  ]);
});

test('one wish beside a plan is part of it, and gets no answer of its own', () => {
  expect(
    asked('plan an evening for us two on saturday. something romantic please. under 90', world),
  ).toMatchObject([{ kind: 'plan', wish: { mood: 'romantic', maxPrice: { minor: 9_000 } } }]);
});
