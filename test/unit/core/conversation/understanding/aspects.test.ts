import { describe, expect, test } from '@jest/globals';
import { readAspect } from '../../../../../src/core/conversation/understanding/aspects.js';
import { asked, world } from '../../../../support/conversation/reading.js';

describe('what of a thing is asked', () => {
  test.each([
    ['how long does it take?', { about: 'length' }],
    ['how long is that one', { about: 'length' }],
    ['is it very long?', { about: 'length' }],
    ['how many players?', { about: 'players', count: null }],
    ['can two people play it', { about: 'players', count: 2 }],
    ['does it work with 5?', { about: 'players', count: 5 }],
    ['is it good for three players?', { about: 'players', count: 3 }],
    ['can my 7 year old play it?', { about: 'age', years: 7 }],
    ['is it ok for my 7 year old?', { about: 'age', years: 7 }],
    ['is that one ok for kids', { about: 'age', years: null }],
    ['what age is it for', { about: 'age', years: null }],
    ['is it on netflix', { about: 'service', name: 'Netflix' }],
    ['do i get it with hulu?', { about: 'service', name: 'Hulu' }],
  ])('“%s”', (text, aspect) => {
    expect(readAspect(text)).toEqual(aspect);
    expect(asked(text)).toEqual([expect.objectContaining({ kind: 'why', aspect })]);
  });

  test('of the one that is pointed at', () => {
    expect(asked('how long does the second one take')).toEqual([
      { kind: 'why', item: { by: 'position', position: 2 }, figure: null, aspect: { about: 'length' } },
    ]);
    expect(asked('can 5 play Azul?')).toEqual([
      expect.objectContaining({ kind: 'why', item: { by: 'title', title: 'Azul' } }),
    ]);
  });

  test.each([
    'a game for two',
    'what is on netflix',
    'how long until i can afford it',
    'something for my 7 year old',
  ])('“%s” asks for none of them', (text) => {
    expect(readAspect(text)).toBeNull();
  });
});

test('slips in the small words of a follow-up are mended', () => {
  expect(asked('somthing les expencive')).toEqual([
    expect.objectContaining({ kind: 'refine', refinement: 'cheaper' }),
  ]);
  expect(asked('i alredy seen the frist one')).toEqual([
    expect.objectContaining({ kind: 'react', reaction: 'seen', item: { by: 'position', position: 1 } }),
  ]);
  expect(asked('anythng els?')).toEqual([expect.objectContaining({ kind: 'refine', refinement: 'other' })]);
  expect(asked('recomend me a good sifi movi')).toEqual([
    expect.objectContaining({
      wish: expect.objectContaining({ genres: ['science fiction'], types: ['movie'] }),
    }),
  ]);
});

describe('short words about what was said last', () => {
  test.each(['left', 'left?'])('“%s” asks for the budget', (text) => {
    expect(asked(text, world)).toEqual([{ kind: 'budget' }]);
  });

  test.each(['total now?', 'what is the total', 'and in total?'])('“%s” adds up subscriptions', (text) => {
    expect(asked(text, { ...world, figure: 'subscriptions' })).toEqual([{ kind: 'subscriptions' }]);
    expect(asked(text, { ...world, done: 'subscription' })).toEqual([{ kind: 'subscriptions' }]);
  });

  test.each(['does that fit', 'does it fit my budget?', 'will they both fit'])(
    '“%s” asks for the budget beside it',
    (text) => {
      expect(asked(text)).toEqual([expect.objectContaining({ kind: 'afford', price: null })]);
    },
  );

  test.each(["that's too long", 'a bit long'])('“%s” asks for something shorter', (text) => {
    expect(asked(text)).toEqual([
      expect.objectContaining({ kind: 'refine', refinement: 'compared', shorter: true }),
    ]);
  });
});
