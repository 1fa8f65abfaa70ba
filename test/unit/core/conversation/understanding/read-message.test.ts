import { describe, expect, test } from '@jest/globals';
import type { ReadingWorld } from '../../../../../src/core/conversation/understanding/intents.js';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { isStopWish } from '../../../../../src/core/conversation/understanding/stop-wish.js';

const fresh: ReadingWorld = { currency: 'USD', today: '2026-03-14', offered: [] };
const offered: ReadingWorld = { ...fresh, offered: ['Catan', 'Inception', 'Pandemic'] };
const usd = (major: number) => ({ minor: Math.round(major * 100), currency: 'USD' });
const asked = (text: string, world = fresh) => readMessage(text, world).asked;
const told = (text: string, world = fresh) => readMessage(text, world).told;

describe('questions and wishes', () => {
  test.each([
    [
      'what can I do this weekend for under $30?',
      { kind: 'recommend', wish: { maxPrice: usd(30), when: { words: 'this weekend' } } },
    ],
    [
      'recommend a co-op board game for four people',
      { kind: 'recommend', wish: { types: ['board_game'], genres: ['cooperative'], partySize: 4 } },
    ],
    ['something funny to watch tonight', { kind: 'recommend', wish: { types: ['movie'], mood: 'funny' } }],
    [
      'any good sci-fi books under a tenner?',
      { kind: 'recommend', wish: { types: ['book'], genres: ['science fiction'], maxPrice: usd(10) } },
    ],
    [
      'free things to do with my 6 year old in Sydney',
      { kind: 'recommend', wish: { freeOnly: true, age: 6, place: 'Sydney' } },
    ],
    [
      'got twenty bucks and two hours, what do you suggest',
      { kind: 'recommend', wish: { maxPrice: usd(20) } },
    ],
    [
      'movies under 2 hours',
      { kind: 'recommend', wish: { types: ['movie'], maxMinutes: 120, maxPrice: null } },
    ],
    [
      'what are the kids reading these days? my grandson is 12',
      { kind: 'recommend', wish: { types: ['book'], age: 12, genres: [] } },
    ],
    [
      'a card game for my niece. she is 7',
      { kind: 'recommend', wish: { types: ['card_game'], age: 7, maxPrice: null } },
    ],
    ['something fun to see with my kids', { kind: 'recommend', wish: { types: ['movie', 'event'] } }],
    ['a book like Dune', { kind: 'recommend', wish: { types: ['book'], like: 'dune' } }],
    ['bored', { kind: 'recommend' }],
    ['plan a date night under $80', { kind: 'plan', wish: { maxPrice: usd(80), partySize: 2 } }],
    ['can I afford a $60 game?', { kind: 'afford', price: usd(60), title: null }],
    ["can I get Baldur's Gate 3?", { kind: 'afford', price: null, title: "baldur's gate 3" }],
    ['how much is left?', { kind: 'budget' }],
    ['what is my budget', { kind: 'budget' }],
    ['am I over budget?', { kind: 'budget' }],
    [
      'how much did I spend on eating out last month',
      { kind: 'spending', category: 'dining', span: { start: '2026-02-01', end: '2026-02-28' } },
    ],
    ['where does my money go?', { kind: 'spending' }],
    ['what subscriptions do I have?', { kind: 'subscriptions' }],
    ['why is my budget so low?', { kind: 'why', figure: 'entertainment_budget' }],
    ['how did you get that number?', { kind: 'why', figure: 'entertainment_budget' }],
    ['how much is Catan?', { kind: 'search', query: 'catan' }],
    ['do you have Wingspan?', { kind: 'search', query: 'wingspan' }],
    ['wishlist', { kind: 'wishlist' }],
    ['help', { kind: 'help' }],
    ['new', { kind: 'new' }],
    ['forget me', { kind: 'forget' }],
    ['export', { kind: 'export' }],
    ['hi there!', { kind: 'greeting' }],
    ['thanks, that is great', { kind: 'thanks' }],
  ])('%s', (text, intent) => {
    expect(asked(text)).toMatchObject([intent]);
  });
});

describe('what is told', () => {
  test('tastes and subscriptions in one breath', () => {
    expect(told('I have Netflix and hate horror')).toMatchObject([
      { kind: 'taste', changes: { dislikes: ['horror'], likes: [] } },
      { kind: 'subscription-change', change: 'add', name: 'Netflix' },
    ]);
    expect(told('my daughter is 4')).toEqual([{ kind: 'setting', setting: 'child', value: '4' }]);
    expect(told('i hate horror movies')).toMatchObject([
      { kind: 'taste', changes: { dislikes: ['horror'], activities: [] } },
    ]);
    expect(told('i love jazz and movies, but do not like board games')).toMatchObject([
      { kind: 'taste', changes: { likes: ['jazz'], dislikes: ['board games'], activities: ['movies'] } },
    ]);
    expect(asked('I have Netflix and hate horror')).toEqual([]);
  });

  test.each([
    [
      'I make 3,200 a month',
      { kind: 'figure', figure: 'monthly_income', amount: usd(3_200), per: 'monthly' },
    ],
    ['my bills are 1400', { kind: 'figure', figure: 'fixed_expenses', amount: usd(1_400) }],
    ['set my fun budget to 150', { kind: 'figure', figure: 'entertainment_budget', amount: usd(150) }],
    ['I save 10% of my income', { kind: 'figure', figure: 'savings', percent: 10 }],
    ['spent 18 on cinema', { kind: 'log', amount: usd(18), description: 'cinema', on: null }],
    [
      'I paid 12.50 for lunch on Friday',
      { kind: 'log', amount: usd(12.5), description: 'lunch', on: '2026-03-13' },
    ],
    ['spent 20 yesterday at the arcade', { kind: 'log', amount: usd(20), on: '2026-03-13' }],
    ['that was groceries', { kind: 'correct', merchant: null, change: { category: 'groceries' } }],
    [
      'Netflix is not entertainment',
      { kind: 'correct', merchant: 'netflix', change: { entertainment: false } },
    ],
    ['I cancelled Hulu', { kind: 'subscription-change', change: 'end', name: 'Hulu' }],
    ['I pay 15.49 a month for Netflix', { kind: 'subscription-change', change: 'add', price: usd(15.49) }],
    ["I don't like westerns", { kind: 'taste', changes: { dislikes: ['western'] } }],
  ])('%s', (text, intent) => {
    expect(told(text)).toMatchObject([intent]);
  });

  test('a spend and a question are both heard', () => {
    const { told: heard, asked: questions } = readMessage(
      'spent 18 on cinema yesterday, how much do I have left?',
      fresh,
    );
    expect(heard).toMatchObject([{ kind: 'log', amount: usd(18), on: '2026-03-13' }]);
    expect(questions).toMatchObject([{ kind: 'budget' }]);
  });

  test('an income and the bills in one sentence', () => {
    expect(told('I make 3,200 a month and my bills are 1,400')).toMatchObject([
      { figure: 'monthly_income', amount: usd(3_200) },
      { figure: 'fixed_expenses', amount: usd(1_400) },
    ]);
  });
});

describe('follow-ups to a list', () => {
  test.each([
    ['cheaper', { kind: 'refine', refinement: 'cheaper' }],
    ['too expensive', { kind: 'refine', refinement: 'cheaper' }],
    ['something else', { kind: 'refine', refinement: 'other' }],
    ['more', { kind: 'refine', refinement: 'more' }],
    ['for four people', { kind: 'refine', refinement: 'change', wish: { partySize: 4 } }],
    ['not tonight', { kind: 'refine', refinement: 'not-then' }],
    ['only free ones', { kind: 'refine', refinement: 'free' }],
    ['in Melbourne', { kind: 'refine', refinement: 'change', wish: { place: 'Melbourne' } }],
    ['under 20', { kind: 'refine', refinement: 'change', wish: { maxPrice: usd(20) } }],
    ['what about books?', { kind: 'refine', refinement: 'change', wish: { types: ['book'] } }],
    ['less like this', { kind: 'refine', refinement: 'less-like' }],
    ['more like Catan', { kind: 'refine', refinement: 'more-like', item: { by: 'title', title: 'Catan' } }],
    ['why that one?', { kind: 'why', item: { by: 'last' } }],
    ['why the second one?', { kind: 'why', item: { by: 'position', position: 2 } }],
    ['the second one', { kind: 'why', item: { by: 'position', position: 2 } }],
    ['tell me more about Pandemic', { kind: 'why', item: { by: 'title', title: 'Pandemic' } }],
    ['save the first one', { kind: 'react', reaction: 'saved', item: { by: 'position', position: 1 } }],
    ['seen it', { kind: 'react', reaction: 'seen', item: { by: 'last' } }],
    ['I already have it', { kind: 'react', reaction: 'owned', item: { by: 'last' } }],
    ['we already own Catan', { kind: 'react', reaction: 'owned', item: { by: 'title', title: 'Catan' } }],
    ['I would give Inception 4 stars', { kind: 'rate', stars: 4, item: { by: 'title', title: 'Inception' } }],
  ])('%s', (text, intent) => {
    expect(asked(text, offered)).toMatchObject([intent]);
  });
});

describe('nothing is understood where nothing is meant', () => {
  test.each(['asdf qwerty', 'lorem ipsum dolor', 'the sky is up'])('%s', (text) => {
    expect(readMessage(text, fresh)).toMatchObject({ told: [], asked: [] });
  });

  test('a very long message is read within bounds', () => {
    const started = Date.now();
    readMessage('what can I do for under $30? '.repeat(2_000), fresh);
    expect(Date.now() - started).toBeLessThan(1_000);
  });
});

describe('stop', () => {
  test.each(['stop', 'Stop!', 'please stop', 'never mind', 'cancel that', 'ok stop it'])('%s', (text) => {
    expect(isStopWish(text)).toBe(true);
  });
  test.each(['stop showing me horror', 'I cancelled Netflix', 'do not stop'])('not: %s', (text) => {
    expect(isStopWish(text)).toBe(false);
  });
});
