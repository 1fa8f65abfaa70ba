import { describe, expect, test } from '@jest/globals';
import { mended } from '../../../../../src/core/conversation/understanding/chat-spelling.js';
import { readFeeling } from '../../../../../src/core/conversation/understanding/feelings.js';
import { readForeign } from '../../../../../src/core/conversation/understanding/foreign.js';
import { lookalikes } from '../../../../../src/core/conversation/understanding/lexicon/lookalikes.js';
import { normalise } from '../../../../../src/core/conversation/understanding/normalise.js';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { readRefusals } from '../../../../../src/core/conversation/understanding/refusals.js';
import { splitWish } from '../../../../../src/core/conversation/understanding/split-wish.js';
import { readWish } from '../../../../../src/core/conversation/understanding/wish.js';

const fresh = { currency: 'USD', today: '2026-07-10', offered: [] };
const offered = { ...fresh, offered: ['Catan', 'Azul', 'Codenames'] };
const dollars = (major: number) => ({ minor: Math.round(major * 100), currency: 'USD' });

describe('slips of the keyboard', () => {
  test.each([
    ['moive', 'movie'],
    ['resturant', 'restaurant'],
    ['subscriptons', 'subscriptions'],
    ['expencive', 'expensive'],
    ['sooo', 'so'],
  ])('%s is %s', (word, meant) => {
    expect(normalise(word)).toBe(meant);
  });

  test('words of their own stay as they are', () => {
    for (const word of lookalikes.split(/\s+/).filter(Boolean)) expect(mended(word)).toBe(word);
    for (const word of ['hades', 'azul', 'wingspan', 'gloomhaven', 'inception', 'bored', 'honey'])
      expect(mended(word)).toBe(word);
  });
});

describe('other languages are read word for word', () => {
  test.each([
    [
      'quiero una peli de comedia pa hoy, algo barato',
      'Spanish',
      { types: ['movie'], genres: ['comedy'], cheap: true },
    ],
    [
      'was können wir heute abend zu zweit machen, max 30 euro, nix gruseliges',
      'German',
      { excludeGenres: ['horror'], maxPrice: { minor: 3000, currency: 'EUR' } },
    ],
    ['je cherche un livre policier, moins de 10 euros', 'French', { types: ['book'], genres: ['crime'] }],
    ['cerco un gioco da tavolo per quattro persone', 'Italian', { types: ['board_game'], partySize: 4 }],
    ['quero um filme engraçado para hoje', 'Portuguese', { types: ['movie'], mood: 'funny' }],
  ])('%s', (said, language, wish) => {
    expect(readMessage(said, fresh)).toMatchObject({ language, asked: [{ kind: 'recommend', wish }] });
  });

  test.each([
    'la la land',
    'a film noir with my dad',
    'show me los angeles concerts under 20',
    'tapas or ramen?',
  ])('%s is English', (said) => {
    expect(readForeign(said)).toBeNull();
  });
});

describe('what is refused is not what is wanted', () => {
  test.each([
    ['anything but board games, and no screens either', { types: ['board_game', 'movie', 'game'] }],
    ['nothing scary, no superheroes', { genres: ['horror', 'superhero'] }],
    ['not another marvel thing', { genres: ['superhero'] }],
    ['i do not drink and i do not eat meat', { without: ['alcohol', 'meat'] }],
    ['the wifi is down, something that does not need internet', { without: ['online'] }],
    ['no loud place, no spicy food', { words: ['loud', 'spicy'] }],
  ])('%s', (text, refused) => {
    expect(readRefusals(text)).toMatchObject(refused);
  });

  test.each(['no more than 30', 'nothing over 25', 'not too long', 'not fussed'])(
    '%s refuses nothing',
    (text) => {
      expect(readRefusals(text)).toMatchObject({ genres: [], types: [], without: [] });
    },
  );
});

describe('what a wish may cost', () => {
  test.each([
    ['a night out for 4 for less than a tenner each', 40],
    ['dinner for three, 15-20 dollars each', 60],
    ['board game for 2 around 30', 30],
    ['what can i do with 40 this weekend', 40],
    ['50ish for a present', 50],
    ['i can do fifty to sixty for the two of us', 60],
    ['35 tops incl. fees', 35],
  ])('%s', (text, most) => {
    expect(readWish(normalise(text), fresh).maxPrice).toEqual(dollars(most));
  });

  test('and what it should at least', () => {
    expect(readWish('something proper, 10 and up', fresh)).toMatchObject({
      minPrice: dollars(10),
      maxPrice: null,
    });
  });
});

describe('several wishes in one message', () => {
  test.each([
    ['a cosy crime novel for mum, and a co-op board game for us', ['book', 'board_game']],
    ['dinner + movie + taxi home for 2, the taxi is 18', ['restaurant', 'movie']],
    ['she likes italian food and scary movies', ['restaurant', 'movie']],
  ])('%s', (text, kinds) => {
    expect(splitWish(normalise(text), fresh)?.wishes.map(({ types }) => types[0])).toEqual(kinds);
  });

  test.each(['movies for tonight', 'a card or party game', 'my girlfriend is vegan and we want to go out'])(
    '%s is one',
    (text) => {
      expect(splitWish(text, fresh)).toBeNull();
    },
  );
});

describe('how somebody is', () => {
  test.each([
    ['my girlfriend dumped me', 'heartbroken'],
    ['i do not really see the point in anything', 'crisis'],
    ['lost my job today', 'jobless'],
    ['i am so bad with money', 'worried'],
    ['home alone again', 'lonely'],
    ['such a long day', 'low'],
    ['got the promotion', 'glad'],
    ['something sad to watch', null],
    ['a thriller about a divorce lawyer', null],
  ])('%s', (text, feeling) => {
    expect(readFeeling(text)).toBe(feeling);
  });
});

describe('second thoughts', () => {
  test.each([
    [
      'no I meant 40 not 14',
      { ...fresh, done: 'spend' as const, spent: true },
      { told: [{ kind: 'amend', amount: dollars(40) }] },
    ],
    [
      'no wait 20',
      { ...fresh, done: 'figure' as const },
      { told: [{ kind: 'amend-figure', amount: dollars(20) }] },
    ],
    [
      'sorry i meant 14 not 40',
      offered,
      { asked: [{ refinement: 'change', wish: { maxPrice: dollars(14) } }] },
    ],
    ['undo that', { ...fresh, done: 'reaction' as const }, { told: [{ kind: 'undo' }] }],
    [
      'it wasnt sushi it was bowling, and it was monday',
      { ...fresh, done: 'spend' as const, spent: true },
      { told: [{ kind: 'amend', description: 'bowling', on: '2026-07-06' }] },
    ],
    [
      'delete the dinner one',
      { ...fresh, done: 'spend' as const, spent: true, spends: ['dinner', 'film'] },
      { told: [{ kind: 'amend', which: 'dinner' }] },
    ],
    ['ok save it', offered, { asked: [{ kind: 'react', reaction: 'saved' }] }],
    [
      'ok getting the first one',
      offered,
      { asked: [{ kind: 'react', reaction: 'chosen', item: { position: 1 } }] },
    ],
    [
      'bought it for 12.50',
      offered,
      { told: [{ kind: 'log', amount: dollars(12.5), item: { by: 'last' } }] },
    ],
    ['nah', offered, { asked: [{ kind: 'refine', refinement: 'other' }] }],
    [
      'ok too much, back to just us two',
      offered,
      { asked: [{ kind: 'refine', refinement: 'change', wish: { partySize: 2 } }] },
    ],
    ['is the third one cheaper?', offered, { asked: [{ kind: 'why', item: { position: 3 } }] }],
    ['not now', fresh, { asked: [{ kind: 'not-now' }] }],
    ['👍', fresh, { asked: [{ kind: 'acknowledged' }] }],
  ])('%s', (said, world, expected) => {
    expect(readMessage(said, world)).toMatchObject(expected);
  });
});
