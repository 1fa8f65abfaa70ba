import { describe, expect, test } from '@jest/globals';
import { ceilingOf, findAmounts } from '../../../../../src/core/conversation/understanding/amounts.js';
import { normalise } from '../../../../../src/core/conversation/understanding/normalise.js';

const found = (text: string, currency = 'USD') =>
  findAmounts(normalise(text), currency).map(({ amount, upTo, per }) => [
    (upTo ?? amount).minor / 100,
    (upTo ?? amount).currency,
    ...(per ? [per] : []),
  ]);

describe('amounts in a message', () => {
  test.each([
    ['under $30', [30, 'USD']],
    ['less than 25 bucks', [25, 'USD']],
    ['AU$30 or so', [30, 'AUD']],
    ['A$1,250.50', [1_250.5, 'AUD']],
    ['£12.50', [12.5, 'GBP']],
    ['10€', [10, 'EUR']],
    ['USD 45', [45, 'USD']],
    ['45 euros', [45, 'EUR']],
    ['twenty bucks', [20, 'USD']],
    ['thirty-five dollars', [35, 'USD']],
    ['a hundred and twenty dollars', [120, 'USD']],
    ['a fiver', [5, 'USD']],
    ['two tenners', [20, 'USD']],
    ['twenty quid', [20, 'GBP']],
    ['under 30', [30, 'USD']],
    ['up to 15', [15, 'USD']],
    ['spent 18 on cinema', [18, 'USD']],
    ['I make 3,200 a month', [3_200, 'USD', 'monthly']],
    ['I get paid 1,500 every two weeks', [1_500, 'USD', 'fortnightly']],
    ['£2.4k per month', [2_400, 'GBP', 'monthly']],
    ['my rent is 1200', [1_200, 'USD']],
    ['$15.49/month', [15.49, 'USD', 'monthly']],
    ['between 20 and 30 dollars', [30, 'USD']],
    ['$20-$30', [30, 'USD']],
    ['20 to 30 bucks', [30, 'USD']],
    ['52,000 dollars a year', [52_000, 'USD', 'annual']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    'for four people',
    'a 2 hour movie',
    'the second one',
    'my 6 year old',
    'in 2019',
    '3-4 players',
    'at 7pm',
    '10% of my income',
    'season 3',
    'under 2 hours',
  ])('none in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a dollar is the user’s own kind of dollar', () => {
    expect(found('under $30', 'AUD')).toEqual([[30, 'AUD']]);
  });

  test('of two amounts the ceiling is the limit', () => {
    const amounts = findAmounts(normalise('I have $200 but want to stay under $40'), 'USD');
    expect(ceilingOf(amounts.filter((one) => one.amount.minor !== 20_000))).toEqual({
      minor: 4_000,
      currency: 'USD',
    });
  });
});
