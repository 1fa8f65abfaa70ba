import { describe, expect, test } from '@jest/globals';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';

const world = { currency: 'USD', today: '2026-11-23', offered: [] as string[] };
const read = (text: string, changes: Partial<Parameters<typeof readMessage>[1]> = {}) =>
  readMessage(text, { ...world, ...changes });
const june = { start: '2026-06-01', end: '2026-06-30' };

describe('what is kept for good', () => {
  test.each(['get me taylor swift tickets for 10 bucks tonight', 'find me a show for 40 dollars'])(
    '“%s” is a wish and no income',
    (said) => {
      expect(read(said).told).toEqual([]);
    },
  );

  test.each([
    'rent a movie for 5 bucks',
    'tickets to the bills game for 120',
    'i make pizza for 12 dollars',
    'i need 50 bucks for essentials of dnd',
    'my salary game is 10 bucks',
    'save me 20 bucks',
  ])('“%s” tells of no income, no need and no spend', (said) => {
    expect(read(said).told).toEqual([]);
  });

  test('what is realistic for a sum asks for ideas', () => {
    expect(read('fine whats realistic for 10').asked).toMatchObject([
      { kind: 'recommend', wish: { maxPrice: { minor: 1_000 }, partySize: null } },
    ]);
  });

  test('an income that is said to be one', () => {
    expect(read('my job gets me 2400 a month').told).toMatchObject([
      { kind: 'figure', figure: 'monthly_income', amount: { minor: 240_000 } },
    ]);
  });

  test('two figures without a comma between them', () => {
    expect(read('i make 2800 a month rent is 1100').told).toMatchObject([
      { figure: 'monthly_income', amount: { minor: 280_000 }, per: 'monthly' },
      { figure: 'fixed_expenses', amount: { minor: 110_000 } },
    ]);
  });

  test('groceries a month are a need, on top of the others; one shop is a spend', () => {
    expect(read('groceries are 350 a month').told).toMatchObject([
      { kind: 'figure', figure: 'fixed_expenses', amount: { minor: 35_000 }, change: 'more' },
    ]);
    expect(read('n groceries like 350, phone 40', { done: 'figure' }).told).toMatchObject([
      { kind: 'figure', figure: 'fixed_expenses', amount: { minor: 35_000 }, part: 'groceries' },
      { kind: 'figure', figure: 'fixed_expenses', amount: { minor: 4_000 }, part: 'phone' },
    ]);
    expect(read('insurance is 1200 a year').told).toMatchObject([{ amount: { minor: 10_000 } }]);
    expect(read('spent 35 on groceries').told).toMatchObject([{ kind: 'log' }]);
  });

  test('a share of the pay goes into savings', () => {
    expect(read('save 20% of my pay pls').told).toMatchObject([{ figure: 'savings', percent: 20 }]);
  });
});

describe('people and amounts', () => {
  test.each([
    ['concert or smth in berlin next weekend for 2 max 80 total', 2, 8_000],
    ['board game for 6 max 30', 6, 3_000],
    ['dinner for 15 under 200', 15, 20_000],
  ])('%s', (said, partySize, minor) => {
    expect(read(said).asked).toMatchObject([{ wish: { partySize, maxPrice: { minor } } }]);
  });

  test('an amount alone stays one', () => {
    expect(read('something for 15').asked).toMatchObject([{ wish: { maxPrice: { minor: 1_500 } } }]);
  });
});

describe('services', () => {
  test.each(['netflix went up its 17.99 now', 'netflix raised its price from 15.99 to 17.99'])(
    '%s',
    (said) => {
      expect(read(said).told).toMatchObject([
        { kind: 'subscription-change', change: 'add', name: 'Netflix', price: { minor: 1_799 } },
      ]);
    },
  );

  test('what is cancelled after that is the service', () => {
    expect(
      read('cancelled it actually lol', { service: 'Netflix', done: 'subscription' }).told,
    ).toMatchObject([{ kind: 'subscription-change', change: 'end', name: 'Netflix' }]);
    expect(read('cancelled it', { service: 'Netflix', done: 'spend', spent: true }).told).toMatchObject([
      { kind: 'amend' },
    ]);
  });

  test('what they come to a year', () => {
    expect(read('how much does that save me a yr', { service: 'Netflix' }).asked).toEqual([
      { kind: 'subscriptions', name: 'Netflix', yearly: true },
    ]);
    expect(read('is that all? what does it come to a year', { figure: 'subscriptions' }).asked).toEqual([
      { kind: 'subscriptions', yearly: true },
    ]);
    expect(read('what does it come to a year').asked.map(({ kind }) => kind)).not.toContain('search');
  });
});

describe('where the money went', () => {
  test.each([
    ['how much did i blow on amazon in june', { shop: 'amazon', span: june }],
    ['how much at whole foods', { shop: 'whole foods', span: null }],
    ['how much did i spend on groceries in june', { category: 'groceries', span: june }],
  ])('%s', (said, asked) => {
    expect(read(said).asked).toMatchObject([{ kind: 'spending', ...asked }]);
  });

  test('one more shop, or category, right after it', () => {
    const after = { frame: { topic: 'figures' as const, span: june, results: [] }, figure: 'spent' };
    expect(read('n best buy?', after).asked).toMatchObject([
      { kind: 'spending', shop: 'best buy', span: june },
    ]);
    expect(read('and groceries?', after).asked).toMatchObject([{ category: 'groceries', span: june }]);
    expect(read('and in may?', after).asked).toMatchObject([{ span: { start: '2026-05-01' } }]);
  });

  test('two things are two sums', () => {
    expect(read('how much did i spend on gas and coffee').asked).toMatchObject([
      { category: 'transport' },
      { category: 'dining' },
    ]);
  });

  test('the last week of a month is its last seven days, row by row', () => {
    expect(read('list everything i spent in the last week of june').asked).toMatchObject([
      { kind: 'rows', direction: 'out', span: { start: '2026-06-24', end: '2026-06-30' } },
    ]);
  });

  test('rows that came in, and what pay leaves', () => {
    expect(read('did my tax refund come thru').asked).toMatchObject([
      { kind: 'rows', words: ['tax', 'refund'] },
    ]);
    expect(read('whats taken out of my paycheck').asked).toEqual([{ kind: 'printed', what: 'pay-stub' }]);
    expect(read('is my pay on the stub the same as what hits my bank?').asked).toEqual([
      { kind: 'printed', what: 'pay-compared' },
    ]);
  });
});

describe('rows put right', () => {
  test.each(['thats wrong, best buy was for work they paid me back', 'they refunded me for best buy'])(
    '%s',
    (said) => {
      expect(read(said).told).toMatchObject([
        { kind: 'correct', merchant: 'best buy', once: true, change: { ignored: true } },
      ]);
    },
  );

  test('no shop, no change', () => {
    expect(read('my friend paid me back').asked).toEqual([{ kind: 'money-back' }]);
  });

  test('one payment by its day', () => {
    expect(read('that zelle thing on the 15th was my half of the rent').told).toMatchObject([
      { kind: 'correct', merchant: 'zelle', once: true, on: '2026-11-15', change: { category: 'rent' } },
    ]);
  });
});
