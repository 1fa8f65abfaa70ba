import { describe, expect, test } from '@jest/globals';
import { fromMajor } from '../../../../../src/domain/money.js';
import { asked, world } from '../../../../support/conversation/reading.js';

const priced = { ...world, offered: ['Olive Garden', 'Inception'], supposed: true };
const june = { start: '2026-06-01', end: '2026-06-30' };
const spending = { ...world, offered: ['Olive Garden', 'Inception'], span: june };

describe('right after a price was asked about', () => {
  test.each([
    ['and with a 60 dollar dinner too?', 60],
    ['and a 35 game on top', 35],
    ['plus $20 for parking?', 20],
    ['and with a 75 hotel too', 75],
    ['and then 12.50 for popcorn?', 12.5],
  ])('“%s” is one more price', (text, amount) => {
    expect(asked(text, priced)).toEqual([
      {
        kind: 'afford',
        price: fromMajor(amount.toFixed(2), 'USD'),
        title: null,
        recurring: null,
        also: true,
      },
    ]);
  });

  test('also where a spend was told before', () => {
    expect(asked('and with a 35 dinner too?', { ...priced, spent: true })).toMatchObject([
      { kind: 'afford', also: true },
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
    expect(asked(text, priced)).toEqual([
      { kind: 'afford', price: fromMajor(amount.toFixed(2), 'USD'), title: null, recurring: null },
    ]);
  });

  test.each(['and next month?', 'next month then?', 'what about next month', 'can i do it next month?'])(
    '“%s” is the same price later',
    (text) => {
      expect(asked(text, priced)).toEqual([
        { kind: 'afford', price: null, title: null, recurring: null, when: 'next-period' },
      ]);
    },
  );

  test.each(['so can i?', 'can i then?', 'can we afford it?', 'so can we do both?'])(
    '“%s” asks again',
    (text) => {
      expect(asked(text, priced)).toEqual([{ kind: 'afford', price: null, title: null, recurring: null }]);
    },
  );

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
});
