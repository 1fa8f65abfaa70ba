import { describe, expect, test } from '@jest/globals';
import { fromMajor } from '../../../../../src/domain/money.js';
import { asked, pricedFrame, world } from '../../../../support/conversation/reading.js';

const usd = (amount: number) => fromMajor(amount.toFixed(2), 'USD');
const seen = { ...world, offered: ['Olive Garden', 'Inception'] };
const priced = { ...seen, frame: pricedFrame({ name: 'game', each: usd(60) }) };
const trip = {
  ...seen,
  frame: pricedFrame(
    { name: 'hotel', each: usd(150) },
    { name: 'train', each: usd(60) },
    { name: 'dinners', each: usd(25), count: 3 },
  ),
};
const june = { start: '2026-06-01', end: '2026-06-30' };
const given = (name: string, amount: number, what: { category?: string; shop?: string }) => ({
  name,
  category: what.category ?? null,
  shop: what.shop ?? null,
  amount: usd(amount),
  span: june,
});
const spending = {
  ...seen,
  frame: {
    topic: 'figures' as const,
    span: june,
    results: [
      given('at Amazon', 127.83, { shop: 'Amazon' }),
      given('at Best Buy', 249.99, { shop: 'Best Buy' }),
    ],
  },
};

describe('right after a price was asked about', () => {
  test.each([
    ['and with a 60 dollar dinner too?', 120],
    ['and a 35 game on top', 95],
    ['plus $20 for parking?', 80],
    ['and with a 75 hotel too', 135],
    ['and then 12.50 for popcorn?', 72.5],
    ['can i afford a 30 dinner too?', 90],
  ])('“%s” is one more price', (text, amount) => {
    expect(asked(text, priced)).toMatchObject([{ kind: 'afford', price: usd(amount), title: null }]);
  });

  test('also where a spend was told before', () => {
    expect(asked('and with a 35 dinner too?', { ...priced, spent: true })).toMatchObject([
      { kind: 'afford', price: usd(95) },
    ]);
    expect(asked('and 15 on coffee', { ...priced, spent: true }).map(({ kind }) => kind)).not.toContain(
      'afford',
    );
  });

  test.each([
    ['what if it is on sale for 299', 299],
    ['and if it costs 40?', 40],
    ['what about $45', 45],
    ['ok what if i get it for 30?', 30],
  ])('“%s” is another price', (text, amount) => {
    expect(asked(text, priced)).toMatchObject([{ kind: 'afford', price: usd(amount), title: null }]);
  });

  test.each(['and next month?', 'next month then?', 'what about next month', 'can i do it next month?'])(
    '“%s” is the same price later',
    (text) => {
      expect(asked(text, priced)).toMatchObject([{ kind: 'afford', price: usd(60), when: 'next-period' }]);
    },
  );

  test.each(['so can i?', 'can i then?', 'can we afford it?', 'so can we do both?'])(
    '“%s” asks again',
    (text) => {
      expect(asked(text, priced)).toMatchObject([{ kind: 'afford', price: usd(60) }]);
    },
  );

  test.each([
    ['and if i skip the hotel and take a 20 bus', 155, ['train', 'dinners', 'bus']],
    ['what if i drop the train', 225, ['hotel', 'dinners']],
    ['and without the hotel?', 135, ['train', 'dinners']],
    ['if i skip two 25 dollar dinners', 235, ['hotel', 'train', 'dinners']],
    ['and if i leave out one of the dinners', 260, ['hotel', 'train', 'dinners']],
    ['what if the hotel is 90', 225, ['hotel', 'train', 'dinners']],
    ['and 40 for the train?', 265, ['hotel', 'train', 'dinners']],
    ['all together?', 285, ['hotel', 'train', 'dinners']],
    ['what does that come to altogether', 285, ['hotel', 'train', 'dinners']],
  ])('“%s” varies the parts of it', (text, amount, names) => {
    const [intent] = asked(text, trip);
    expect(intent).toMatchObject({ kind: 'afford', price: usd(amount) });
    expect(intent?.kind === 'afford' ? intent.parts?.map(({ name }) => name) : null).toEqual(names);
  });

  test.each([
    ['and the hotel now?', 150],
    ['just the train?', 60],
    ['only the dinners', 75],
  ])('“%s” asks for one part, and keeps the whole', (text, amount) => {
    expect(asked(text, trip)).toMatchObject([{ price: usd(amount), whole: trip.frame.parts }]);
  });

  test('a part that nobody named is asked about, and never left out in silence', () => {
    expect(asked('and if i skip the museum?', trip)).toMatchObject([{ kind: 'afford', unknown: 'museum' }]);
  });

  test.each([
    'and something for under 20',
    'and i spent 12 on lunch',
    'and my rent is 900',
    'what about a board game for 4',
  ])('“%s” is something else', (text) => {
    expect(asked(text, priced).map(({ kind }) => kind)).not.toContain('afford');
  });

  test('without a price before them, the same words are no question of affordability', () => {
    expect(asked('and next month?').map(({ kind }) => kind)).not.toContain('afford');
    expect(asked('so can i?').map(({ kind }) => kind)).not.toContain('afford');
  });
});

describe('right after spending was asked about', () => {
  test.each([
    ['gas?', 'transport'],
    ['and coffee', 'dining'],
    ['what about groceries', 'groceries'],
    ['eating out?', 'dining'],
    ['and on books?', 'books'],
  ])('“%s” asks for one more category over the same days', (text, category) => {
    expect(asked(text, spending)).toEqual([
      expect.objectContaining({ kind: 'spending', category, span: june }),
    ]);
  });

  test.each([
    ['total for january', '2026-01-01', '2026-01-31'],
    ['and february?', '2026-02-01', '2026-02-28'],
    ['what about may', '2026-05-01', '2026-05-31'],
    ['so all together in june', '2026-06-01', '2026-06-30'],
  ])('“%s” asks for other days', (text, start, end) => {
    expect(asked(text, spending)).toEqual([
      expect.objectContaining({ kind: 'spending', category: null, span: { start, end } }),
    ]);
  });

  test.each(['a good book', 'something cheaper', 'and a movie for tonight', 'thanks'])(
    '“%s” asks for no spending',
    (text) => {
      expect(asked(text, spending).map(({ kind }) => kind)).not.toContain('spending');
    },
  );

  test.each([
    ['both together', { measure: 'together', count: 2 }],
    ['what does that come to altogether', { measure: 'together', count: null }],
    ['all three together?', { measure: 'together', count: 3 }],
    ['add them up', { measure: 'together', count: null }],
    ['is that more than whole foods?', { measure: 'compare', than: { category: null, shop: 'whole foods' } }],
    ['is it less than i spent on gas', { measure: 'compare', than: { category: 'transport' } }],
    ['is that more than my budget', { measure: 'compare', than: { own: 'budget' } }],
    ['what percent is that', { measure: 'percent', of: null }],
    ['what percentage of my income is that?', { measure: 'percent', of: 'income' }],
    ['how much is that a week', { measure: 'per', unit: 'week' }],
  ])('“%s” asks of the figures that were given', (text, measured) => {
    expect(asked(text, spending)).toEqual([{ kind: 'figures', asked: measured }]);
    expect(asked(text, seen).map(({ kind }) => kind)).not.toContain('figures');
  });

  test('another time holds for the same shop', () => {
    expect(asked('is that more than in may', spending)).toMatchObject([
      { kind: 'spending', shop: 'Amazon', span: june, against: { start: '2026-05-01' } },
    ]);
    expect(asked('since may', spending)).toMatchObject([
      { kind: 'spending', span: { start: '2026-05-01', end: world.today } },
    ]);
  });
});

describe('one shop or thing, by its name alone', () => {
  test.each([
    ['what did geico cost me', 'geico'],
    ['how much was geico', 'geico'],
    ['what did whole foods cost me in june', 'whole foods'],
    ['and what did best buy cost', 'best buy'],
  ])('“%s”', (text, shop) => {
    expect(asked(text, world)).toMatchObject([{ kind: 'spending', shop }]);
  });

  test.each(['how much was inception', 'how much was that', 'what was left', 'how much is catan'])(
    '“%s” is something else',
    (text) => {
      expect(asked(text, seen).map(({ kind }) => kind)).not.toContain('spending');
    },
  );
});

test.each(['did my spending go up', 'has my spending increased?', 'am i spending more'])(
  '“%s” asks for a trend',
  (text) => {
    expect(asked(text, world)).toMatchObject([{ kind: 'spending', trend: true }]);
  },
);

describe('more of the same price', () => {
  test.each([
    ['what about 2 tickets', 120],
    ['2 of them?', 120],
    ['what if we are 4', 240],
    ['and if i go with 3 mates and i pay for all of us', 240],
  ])('“%s” counts it', (text, amount) => {
    expect(asked(text, priced)).toMatchObject([{ kind: 'afford', price: usd(amount) }]);
  });

  test('a bare number is another price, and no count', () => {
    expect(asked('what about 40 instead', priced)).toMatchObject([{ kind: 'afford', price: usd(40) }]);
  });

  test('payments of which the number is said come to their sum', () => {
    expect(asked('on finance then, 75 a month for a year?', priced)).toMatchObject([
      { kind: 'afford', price: usd(75), recurring: null, instalments: 12 },
    ]);
    expect(asked("what if it's 30 a week", priced)).toMatchObject([
      { kind: 'afford', price: usd(30), recurring: 'weekly' },
    ]);
  });

  test('by a day it is a goal', () => {
    expect(asked('and if i want it by march?', priced)).toMatchObject([
      { kind: 'goal', amount: usd(60), by: '2027-03-01' },
    ]);
  });
});

describe('what a price is made of', () => {
  test.each([
    ['can i afford a 25 concert with a 40 dinner', 65],
    ['can i afford a 150 hotel, a 60 train and three 25 dollar dinners', 285],
    ['can i afford dinner for 2 at 30 each', 60],
    ['do i have enough for 2 tickets at 35 and 20 parking', 90],
    ['can i afford a 60 dinner plus a 20% tip', 72],
    ['can i get a switch 2? its 450', 450],
    ['can i afford a 40 game or a 60 dinner', 60],
  ])('“%s”', (text, amount) => {
    const intents = asked(text, world);
    expect(intents).toMatchObject([{ kind: 'afford', price: usd(amount) }]);
  });

  test('a rhythm behind the thing is the price’s own', () => {
    expect(asked('can i afford a 50 dinner every week', world)).toMatchObject([
      { kind: 'afford', price: usd(50), recurring: 'weekly' },
    ]);
  });
});

describe('a figure that the answer has no place for', () => {
  test.each([
    ['how much did i spend on things over 50 dollars', 50],
    ['can i buy a 60 game and a 30 a month gym', 30],
    ['can i afford 60 dollars if i have 200 saved', 200],
  ])('“%s” is named before it', (text, amount) => {
    expect(asked(text, world)[0]).toEqual({ kind: 'left-out', amounts: [usd(amount)] });
  });

  test.each([
    'can i afford 60 dollars',
    'can i afford two 14 dollar tickets and 35 for dinner',
    'how much did i spend on june 24',
    'how long to save 1,200 if i put aside 150 a month',
  ])('“%s” leaves nothing out', (text) => {
    expect(asked(text, world).map(({ kind }) => kind)).not.toContain('left-out');
  });
});

describe('a small sum', () => {
  test.each([
    ['whats a 15% tip on 48', { what: 'percent', base: usd(48), percent: 15, name: 'tip', way: 'of' }],
    ['20% off 60', { what: 'percent', base: usd(60), percent: 20, way: 'off' }],
    ['what is 30 percent of 250', { what: 'percent', base: usd(250), percent: 30, name: null }],
    ['split 96 between 4', { what: 'divide', base: usd(96), by: 4 }],
    ['what is 48 plus 15', { what: 'add', base: usd(48), other: usd(15) }],
    ['what is 3 times 14', { what: 'multiply', base: usd(14), by: 3 }],
  ])('“%s”', (text, sum) => {
    expect(asked(text, world)).toMatchObject([{ kind: 'sum', asked: sum }]);
  });
});

test('“by cancelling netflix” supposes, and ends nothing', () => {
  expect(asked('by cancelling netflix', world)).toEqual([{ kind: 'suppose-cancel', names: ['netflix'] }]);
});

test('money back is looked up where it is asked for', () => {
  expect(asked('did i get any money back from the irs', world)).toMatchObject([
    { kind: 'rows', words: ['irs'], direction: 'in' },
  ]);
});
