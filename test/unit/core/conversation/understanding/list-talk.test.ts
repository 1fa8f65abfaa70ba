import { describe, expect, test } from '@jest/globals';
import { readReferences } from '../../../../../src/core/conversation/understanding/references.js';
import { asked, world } from '../../../../support/conversation/reading.js';

const offered = ['Klaus', 'Pandemic Legacy: Season 1', 'Pride and Prejudice', 'Barbie'];
const list = { ...world, offered };
const places = (phrase: string) => {
  const found = readReferences(phrase, offered);
  return found?.of === 'these'
    ? found.items.map((item) =>
        item.by === 'position' ? item.position : item.by === 'title' ? item.title : item.by,
      )
    : (found?.of ?? null);
};

describe('which things of a list a phrase means', () => {
  test.each([
    ['the first two', [1, 2]],
    ['last two', [3, 4]],
    ['the top three', [1, 2, 3]],
    ['1 and 3', [1, 3]],
    ['the second and the last', [2, 4]],
    ['all but the second', [1, 3, 4]],
    ['everything except klaus', [2, 3, 4]],
    ['pandemic', ['Pandemic Legacy: Season 1']],
    ['both', 'both'],
    ['all of them', 'all'],
    ['the others', 'others'],
    ['the next one', ['next']],
    ['the cheap one', ['trait']],
    ['the one with the dice', ['trait']],
    ['dinner', null],
    ['the fifth element', null],
  ])('%s', (phrase, expected) => {
    expect(places(phrase)).toEqual(expected);
  });
});

describe('reactions to several things in one breath', () => {
  const said = (text: string) => {
    const [intent] = asked(text, list);
    return intent?.kind === 'reactions' ? intent.said.map(({ what }) => what) : intent?.kind;
  };

  test.each([
    ['loved the first two, hated barbie', ['liked', 'disliked']],
    ['seen it, it was boring, 2 stars', ['seen', 'disliked', { stars: 2 }]],
    ['seen it. it was boring. 2 stars', ['seen', 'disliked', { stars: 2 }]],
    ["i've got klaus already and the second one sounds great", ['owned', 'liked']],
    ['hated pride and prejudice but loved klaus', ['disliked', 'liked']],
    ['not the third, i will take the first', ['rejected', 'chosen']],
    ['seen the first and the third, loved both', ['seen', 'liked']],
    ['read 1 and 2 already, 3 looks good', ['seen', 'liked']],
    ['save both', ['saved']],
    ['perfect, save both', ['saved']],
    ['put all but the second on my wishlist', ['saved']],
    ['barbie 4/5, klaus 3 stars', [{ stars: 4 }, { stars: 3 }]],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each([
    ['got pandemic already', 'owned', { by: 'title', title: 'Pandemic Legacy: Season 1' }],
    ['the second one please', 'chosen', { by: 'position', position: 2 }],
    ['ok put the next one on my wishlist', 'saved', { by: 'next', step: 1 }],
    ['the first place sounds nice', 'liked', { by: 'position', position: 1 }],
    ['skip the last one', 'rejected', { by: 'position', position: 4 }],
  ])('%s', (text, reaction, item) => {
    expect(asked(text, list)).toMatchObject([{ kind: 'react', reaction, item }]);
  });

  test('what else the sentence asks for is answered as well', () => {
    expect(asked('seen the first, something cheaper please', list)).toMatchObject([
      { kind: 'react', reaction: 'seen' },
      { kind: 'refine', refinement: 'cheaper' },
    ]);
  });

  test('what is understood is not bought', () => {
    expect(asked('got it, thanks', list).map(({ kind }) => kind)).not.toContain('react');
  });

  test('a part that goes for another is not kept on a wishlist', () => {
    expect(asked('keep the first but swap the second', list)[0]).toMatchObject({ kind: 'refine' });
  });
});

test('a mere pointing asks about what it points at', () => {
  expect(asked('the next one', list)).toMatchObject([{ kind: 'why', item: { by: 'next' } }]);
  expect(asked('the one with the trains', list)).toMatchObject([
    { kind: 'why', item: { by: 'trait', words: 'trains' } },
  ]);
  expect(asked('the first two', list)).toMatchObject([{ kind: 'point' }]);
  expect(asked('all but the second', list)).toMatchObject([{ kind: 'point' }]);
});

test('a trait, a limit or a number of people is asked of the list', () => {
  expect(asked('which one is on netflix?', list)).toMatchObject([
    { kind: 'why', item: { by: 'trait', words: 'netflix' } },
  ]);
  expect(asked('how much would that be for the both of us', list)).toMatchObject([
    { kind: 'point', about: { of: 'all' }, people: 2 },
  ]);
  expect(asked("i don't want to spend more than 50", list)).toMatchObject([
    { kind: 'refine', refinement: 'change', wish: { maxPrice: { minor: 5_000, currency: 'USD' } } },
  ]);
});
