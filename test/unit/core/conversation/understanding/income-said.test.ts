import { describe, expect, test } from '@jest/globals';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { world } from '../../../../support/conversation/reading.js';

const told = (said: string) => readMessage(said, world).told;
const asked = (said: string) => readMessage(said, world).asked;

describe('what comes in', () => {
  test.each([
    ['income 3000', 3_000, null],
    ['salary: 3000/month', 3_000, 'monthly'],
    ['pay: 900 weekly', 900, 'weekly'],
    ['my take home is 2.4k', 2_400, null],
    ['we bring home 5k between us', 5_000, null],
    ['after tax i get 2100', 2_100, null],
    ['get paid 1500 every two weeks', 1_500, 'fortnightly'],
    ['my paycheck is $1,450 every other friday', 1_450, 'fortnightly'],
    ['paid fortnightly 1100', 1_100, 'fortnightly'],
    ['i get 2400 twice a month', 4_800, 'monthly'],
    ['i get paid on the 1st and 15th, 1600', 3_200, 'monthly'],
    ['i make 18 an hour, 40 hours a week', 720, 'weekly'],
    ['i get 25/hr and work 20 hrs a week', 500, 'weekly'],
    ['i make 150 a day 5 days a week', 750, 'weekly'],
    ['i got a raise to 4200', 4_200, null],
    ['salary is three thousand', 3_000, null],
  ])('%s', (said, major, per) => {
    expect(told(said)).toEqual([
      {
        kind: 'figure',
        figure: 'monthly_income',
        amount: { minor: major * 100, currency: 'USD' },
        percent: null,
        per,
      },
    ]);
  });

  test.each([
    ['wage is 18 an hour', 'hours', 18],
    ['i make 150 a day', 'days', 150],
    ['i got paid 1500 today', 'how-often', 1_500],
    ['my paycheck is 1450', 'how-often', 1_450],
  ])('%s: what is missing is asked, and nothing is kept', (said, what, major) => {
    expect(told(said)).toEqual([]);
    expect(asked(said)).toMatchObject([{ kind: 'ask-figure', what, amount: { minor: major * 100 } }]);
  });

  test.each([
    'i make 40 cookies a week',
    'my rent is due friday 2 of us need fun for 15',
    'i make dinner for 4',
    'what if my salary was 4000 a month',
    'if i made 4000 a month could i go out more',
    'raise the stakes for 20',
  ])('none is told in “%s”', (said) => {
    expect(told(said)).toEqual([]);
  });

  test('each figure is the amount beside its name', () => {
    expect(told('rent is 900 and my income is 2600')).toMatchObject([
      { figure: 'fixed_expenses', amount: { minor: 90_000 } },
      { figure: 'monthly_income', amount: { minor: 260_000 } },
    ]);
    expect(told('raise my budget to 200 a month')).toMatchObject([
      { figure: 'entertainment_budget', amount: { minor: 20_000 } },
    ]);
  });
});
