import { describe, expect, test } from '@jest/globals';
import type { Intent } from '../../../../../src/core/conversation/understanding/intents.js';
import { findLacking } from '../../../../../src/core/conversation/understanding/lexicon/lacking.js';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { findYears } from '../../../../../src/core/conversation/understanding/years.js';

const world = { currency: 'USD', today: '2026-11-23', offered: [] as string[] };

function asked(text: string, changes: Partial<Parameters<typeof readMessage>[1]> = {}): readonly Intent[] {
  return readMessage(text, { ...world, ...changes }).asked;
}

function wishOf(text: string) {
  const wish = asked(text).flatMap((intent) => (intent.kind === 'recommend' ? [intent.wish] : []))[0];
  if (!wish) throw new Error(`“${text}” is no wish.`);
  return wish;
}

describe('questions about single rows', () => {
  test.each([
    ['what are those courtesy pay fees', { words: ['courtesy'], amount: null }],
    ['wheres the 250 zelle from', { words: ['zelle'], amount: { minor: 25_000 } }],
    ['how much did i make in june', { direction: 'in', span: { start: '2026-06-01', end: '2026-06-30' } }],
  ])('%s', (said, rows) => {
    expect(asked(said)).toMatchObject([{ kind: 'rows', ...rows }]);
  });

  test('what papers print', () => {
    expect(asked("what's my balance")).toEqual([{ kind: 'printed', what: 'balance' }]);
    expect(asked('how much tax did i pay on my last payslip')).toEqual([
      { kind: 'printed', what: 'pay-stub' },
    ]);
  });

  test('an amount asks for its own figure', () => {
    expect(asked('where did you get 3200 from')).toMatchObject([{ kind: 'why', amount: { minor: 320_000 } }]);
  });

  test('other questions about money stay what they are', () => {
    expect(asked('what are my recurring payments')).toMatchObject([{ kind: 'subscriptions' }]);
    expect(asked('what was my biggest purchase')).toMatchObject([{ kind: 'spends' }]);
    expect(asked('how much is left?')).toMatchObject([{ kind: 'budget' }]);
  });
});

describe('things by their names', () => {
  test('several at once, and more like them', () => {
    expect(asked('we already own catan and ticket to ride, what next? theres 3 of us')).toMatchObject([
      { kind: 'react', reaction: 'owned', item: { title: 'catan and ticket to ride' } },
      { kind: 'recommend', wish: { like: 'catan', partySize: 3 } },
    ]);
  });

  test('a liking of a thing is no taste, and one of a genre is', () => {
    expect(asked('i like azul')).toMatchObject([
      { kind: 'react', reaction: 'liked', item: { title: 'azul' } },
    ]);
    expect(readMessage('i like horror', world).told).toMatchObject([{ kind: 'taste' }]);
  });

  test('money that somebody has is no thing of the catalogue', () => {
    expect(asked('ive got 3000 yen, what card game can i get')).toMatchObject([
      { kind: 'recommend', wish: { types: ['card_game'], maxPrice: { minor: 3_000, currency: 'JPY' } } },
    ]);
  });

  test('two of the list are compared', () => {
    const offered = ['Wingspan', 'Azul', 'Catan'];
    expect(asked('ok whats the difference between the first two', { offered })).toMatchObject([
      { kind: 'compare', titles: ['Wingspan', 'Azul'] },
    ]);
  });

  test('what was loved says what to look for', () => {
    expect(wishOf('need a new book, loved gone girl')).toMatchObject({ types: ['book'], like: 'gone girl' });
  });
});

describe('who comes, and from when it is', () => {
  test('adults and the ages of children', () => {
    expect(wishOf('2 adults, kids 7 and 10, rainy sunday, max 40 all in, no screens. go')).toMatchObject({
      partySize: 4,
      age: 7,
      without: ['outdoors'],
      excludeTypes: ['movie', 'game'],
    });
    expect(wishOf('kids birthday saturday, 6 of them, something fun and cheap')).toMatchObject({
      partySize: 6,
      age: 10,
      types: ['event', 'restaurant', 'board_game', 'card_game'],
    });
  });

  test.each([
    ['films from before 2000', null, 1999],
    ['an 80s movie', 1980, 1989],
    ['movies since 2015', 2015, null],
    ['books from 1990 to 1995', 1990, 1995],
    ['a film from 1999', 1999, 1999],
    ['a good film', null, null],
  ])('%s', (said, yearFrom, yearTo) => {
    expect(findYears(said, '2026-11-23')).toEqual({ yearFrom, yearTo });
  });

  test('what the catalogue does not hold is named, with what comes nearest', () => {
    expect(findLacking('a podcast for the drive')).toEqual({ name: 'podcasts', nearest: 'book' });
    expect(wishOf('a good tv series to binge')).toMatchObject({ lacking: 'series', types: ['movie'] });
    expect(findLacking('a film about a podcaster')).toBeNull();
  });
});

describe('second thoughts', () => {
  test('a spend is taken back with its reason', () => {
    const spent = { spent: true, done: 'spend' as const };
    expect(readMessage('actually scrap that, i returned it', { ...world, ...spent }).told).toEqual([
      { kind: 'amend', amount: null },
    ]);
  });

  test('another one, and not those again', () => {
    expect(asked('not that, something funnier', { offered: ['Forrest Gump'] })).toMatchObject([
      { kind: 'refine', refinement: 'other', wish: { mood: 'funny' } },
    ]);
  });

  test('a sum to save up to is no saving a month', () => {
    const { told } = readMessage('i want to save up for a switch, $300. how long', world);
    expect(told).toEqual([]);
  });

  test('a service that is told of in passing is the one asked about', () => {
    const read = readMessage("i'm paying 15.99 for netflix, is there anything good on it?", world);
    expect(read.told).toMatchObject([{ kind: 'subscription-change', name: 'Netflix', change: 'add' }]);
    expect(read.asked).toMatchObject([{ kind: 'recommend', wish: { platforms: ['Netflix'] } }]);
  });
});
