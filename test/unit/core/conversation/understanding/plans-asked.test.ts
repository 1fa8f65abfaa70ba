import { describe, expect, test } from '@jest/globals';
import { fromMajor } from '../../../../../src/domain/money.js';
import { asked, world } from '../../../../support/conversation/reading.js';

const usd = (amount: number) => fromMajor(amount.toFixed(2), 'USD');
const month = (name: string) =>
  ({ may: { start: '2026-05-01', end: '2026-05-31' }, june: { start: '2026-06-01', end: '2026-06-30' } })[
    name
  ];

describe('a sum by a day', () => {
  test.each([
    ['I want to save 600 for a trip by March, how much per month?', 600, '2027-03-01', 'monthly'],
    ['how much do I have to put aside to have 900 by October', 900, '2026-10-01', null],
    ['saving up for a 450 dollar bike by Christmas', 450, '2026-12-25', null],
  ])('“%s”', (text, amount, by, per) => {
    expect(asked(text, world)).toEqual([{ kind: 'goal', amount: usd(amount), by, per }]);
  });

  test('what is saved each month is no goal', () => {
    expect(asked('i save 200 a month', world).map(({ kind }) => kind)).not.toContain('goal');
  });
});

describe('what was left over', () => {
  test.each([
    ['how much did I save in June?', month('june')],
    ['how much am I putting away each month', null],
    ['did I spend more than I earned in May', month('may')],
    ['how much goes to savings', null],
  ])('“%s”', (text, span) => {
    expect(asked(text, world)).toEqual([{ kind: 'saved', span }]);
  });
});

describe('without a service', () => {
  test.each([
    ['if I cancelled the gym, what would my budget be?', ['gym']],
    ['what would I have if I dropped Netflix and Spotify', ['netflix', 'spotify']],
    ['how much would I free by cancelling Hulu', ['hulu']],
    ['what if i ended all my subscriptions', []],
    ['what if i cancelled netflix, how much more fun money per year', ['netflix']],
  ])('“%s”', (text, names) => {
    expect(asked(text, world)).toEqual([{ kind: 'suppose-cancel', names }]);
  });
});

describe('spending over more than one span', () => {
  test.each([
    ['compare may and june', 'june', 'may', null],
    ['compare may and june spending for me', 'june', 'may', null],
    ['did I spend more on eating out in June than in May?', 'june', 'may', 'dining'],
    ['groceries in june compared with may', 'june', 'may', 'groceries'],
    ['may vs june spending', 'june', 'may', null],
  ])('“%s” compares two', (text, span, against, category) => {
    expect(asked(text, world)).toEqual([
      expect.objectContaining({ kind: 'spending', span: month(span), against: month(against), category }),
    ]);
  });

  test.each([
    ['how much do i spend on average per week', 'week', null],
    ['average spending on groceries per month', 'month', 'groceries'],
    ['what do I usually spend on eating out', 'month', 'dining'],
  ])('“%s” asks for the usual', (text, average, category) => {
    expect(asked(text, world)).toEqual([expect.objectContaining({ kind: 'spending', average, category })]);
  });

  test('a usual month at one shop', () => {
    expect(asked('how much a month do I spend at Aldi', world)).toEqual([
      expect.objectContaining({ average: 'month', shop: 'aldi' }),
    ]);
  });

  test("how much did I spend at Trader Joe's in total", () => {
    expect(asked("how much did I spend at Trader Joe's in total", world)).toEqual([
      expect.objectContaining({ kind: 'spending', all: true, shop: "trader joe's" }),
    ]);
  });

  test.each(['can i spend 30 a week on lunches', 'is it cheaper than catan', 'what can i spend on average'])(
    '“%s” asks for none of these',
    (text) => {
      const [first] = asked(text);
      expect(first?.kind === 'spending' && (first.average ?? first.against)).toBeFalsy();
    },
  );
});
