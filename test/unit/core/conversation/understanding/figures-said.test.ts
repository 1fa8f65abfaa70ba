import { describe, expect, test } from '@jest/globals';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { world } from '../../../../support/conversation/reading.js';

const NAMES = {
  monthly_income: 'income',
  fixed_expenses: 'needs',
  savings: 'savings',
  debt_minimums: 'debts',
  entertainment_budget: 'budget',
} as const;

/** What was told of figures, in short: "income 3000 monthly". */
function figures(said: string): string[] {
  return readMessage(said, world).told.map((intent) => {
    if (intent.kind !== 'figure' || !intent.amount) return intent.kind;
    const { figure, amount, per, change } = intent;
    const currency = amount.currency === 'USD' ? '' : ` ${amount.currency}`;
    return `${NAMES[figure]} ${change ? `${change} ` : ''}${amount.minor / 100}${currency}${per ? ` ${per}` : ''}`;
  });
}

describe('several figures in one message, each with the amount of its own clause', () => {
  test.each([
    [
      'take home 3100, spend about 1700 on bills, 400 into savings',
      ['income 3100', 'needs 1700', 'savings 400'],
    ],
    [
      'i owe 4,200 on my credit card and pay 150 a month towards it, take home 2,600',
      ['debts 150 monthly', 'income 2600'],
    ],
    [
      "we're on $95k a year before tax, mortgage is $2,400 a month",
      ['income 95000 annual', 'needs 2400 monthly'],
    ],
    ['wages 480 a week, rent 130 a week', ['income 480 weekly', 'needs 130 weekly']],
    ['my partner makes 3k, I make 2k, we split rent of 1400 half and half', ['income 2000', 'needs 700']],
    ['i make $600 weekly but my wife makes double that', ['income 600 weekly']],
    ['put 500 a month into savings, dont count that as fun money', ['savings 500 monthly']],
    ['i also pay 900 rent by cash', ['needs more 900 monthly']],
    ['i pay 40 a month for my phone', ['needs more 40 monthly']],
  ])('%s', (said, told) => {
    expect(figures(said)).toEqual(told);
  });

  test.each([
    ['in hand salary is 65000 rs, rent 18000', ['income 65000 INR', 'needs 18000 INR']],
    ['in-hand around 1.15 lakh, EMI 32k', ['income 115000 INR', 'debts 32000 INR']],
    ['i get 1.850,50 euros a month and pay 640 rent', ['income 1850.5 EUR monthly', 'needs 640 EUR']],
    [
      "student loan comes in 3 times a year, £2,900 each, rent's £540/mo",
      ['income 8700 GBP annual', 'needs 540 GBP monthly'],
    ],
  ])('in the currency that the message names: %s', (said, told) => {
    expect(figures(said)).toEqual(told);
  });
});

describe('a budget changes by an amount, or to it', () => {
  test.each([
    ['take 20 off my budget', ['budget less 20']],
    ['cut my fun money by 15', ['budget less 15']],
    ['add 20 to my fun budget', ['budget more 20']],
    ['20 more a month for fun', ['budget more 20']],
    ['raise my budget to 200 a month', ['budget 200 monthly']],
  ])('%s', (said, told) => {
    expect(figures(said)).toEqual(told);
  });

  test('which of them is asked where it is not said', () => {
    expect(readMessage('raise my budget 30', world)).toMatchObject({
      told: [],
      asked: [{ kind: 'ask-figure', what: 'by-or-to', change: 'more', amount: { minor: 3_000 } }],
    });
  });
});

test('more of an income, and a share more of it, is no new income', () => {
  expect(figures('i get 200 a month child support too')).toEqual(['income more 200 monthly']);
  expect(readMessage('my salary went up by 10% this month', world).told).toMatchObject([
    { figure: 'monthly_income', amount: null, percent: 10, change: 'more' },
  ]);
  expect(readMessage("we're on $95k a year before tax", world).told).toMatchObject([{ gross: true }]);
});

test('parts of the needs stay parts; beside a sum of bills they are one sum', () => {
  expect(readMessage('rent 1,500, car 320, phone 45', world).told).toMatchObject([
    { part: 'rent', amount: { minor: 150_000 } },
    { part: 'car payment', amount: { minor: 32_000 } },
    { part: 'phone', amount: { minor: 4_500 } },
  ]);
  expect(figures('rent is 1100 and bills are 200')).toEqual(['needs 1300']);
  expect(figures('no wait, rent is 1,150 not 1,500')).toEqual(['needs 1150']);
});

test('each spend has its own day', () => {
  expect(readMessage('spent 18 on cinema on friday and 22 on a book on saturday', world).told).toMatchObject([
    { description: 'cinema', on: '2026-07-10' },
    { description: 'book', on: '2026-07-04' },
  ]);
  expect(readMessage('12 on cinema, 4 for the bus yesterday', world).told).toMatchObject([
    { on: '2026-07-09' },
    { on: '2026-07-09' },
  ]);
});

test('one share of a bill is what it costs', () => {
  expect(readMessage('split a 96 dollar bill 3 ways, can i afford my share', world)).toMatchObject({
    told: [],
    asked: [{ kind: 'afford', price: { minor: 3_200 } }],
  });
});

test.each([
  'if my rent were 1200 what would my fun budget be',
  'if i spend 20 a week on lunches out how much of my fun money is left',
  'say i earned 4000 a month, how much could i spend on fun',
  'what if i put 200 aside this month',
  'split a 96 dollar bill 3 ways',
])('what is only supposed is not kept: %s', (said) => {
  expect(figures(said)).toEqual([]);
});

describe('a budget beside a wish is the limit of that wish', () => {
  test.each([
    ['i make dinner for 4, budget 40', { partySize: 4, maxPrice: { minor: 4_000 } }],
    ['dinner for two tonight. my budget is 60', { partySize: 2, maxPrice: { minor: 6_000 } }],
    ['board games for 6, my budget is around 50', { partySize: 6, maxPrice: { minor: 5_000 } }],
  ])('%s', (said, wish) => {
    expect(readMessage(said, world)).toMatchObject({ told: [], asked: [{ kind: 'recommend', wish }] });
  });

  test.each([
    'my budget is 200',
    'my budget is 150 this month',
    'set my budget to 200, what can i do tonight',
  ])('and without one it is kept: %s', (said) => {
    expect(figures(said)).toHaveLength(1);
  });

  test('a spend told with it is noted as well', () => {
    expect(figures('my budget is 200, spent 60 on concert tickets')).toEqual(['budget 200', 'log']);
  });
});

test.each([
  ['my rent is going from 950 to 1020 in january', ['needs 950']],
  ['rent went up from 950 to 1020', ['needs 1020']],
  ['forget the car payment', ['needs 0']],
  ['im a student with 600 a month to live on', ['income 600 monthly']],
  ['i got a second job paying 400 a month', ['income more 400 monthly']],
  ['i want to put 200 aside every month', ['savings 200 monthly']],
])('what holds now: %s', (said, told) => {
  expect(figures(said)).toEqual(told);
});

test('what is kept for one thing is no savings of every month, and what must not be kept is not', () => {
  expect(readMessage('keep 50 back for my sister’s birthday', world)).toMatchObject({
    told: [],
    asked: [{ kind: 'afford', saved: true, price: { minor: 5_000 } }],
  });
  expect(readMessage('i want to put 50 aside for a concert', world).told).toEqual([]);
  expect(readMessage('my income is 3000 but please dont save that', world)).toMatchObject({
    told: [],
    asked: [{ kind: 'privacy' }],
  });
});

test('what can be done with the rest asks for ideas', () => {
  expect(readMessage('what can i do with what i have left this month?', world).asked).toMatchObject([
    { kind: 'recommend', wish: { share: 1 } },
  ]);
});

describe('money by its own name is nothing that was bought', () => {
  test.each(['my savings are 4000', 'my hourly rate is 22', 'my loan is 20000', 'salary 45k'])(
    '%s',
    (said) => {
      expect(readMessage(said, world).told).toEqual([]);
    },
  );

  test('what would be a year’s pay is asked about', () => {
    expect(readMessage('salary 45k', world).asked).toMatchObject([{ kind: 'ask-figure', what: 'how-often' }]);
    expect(figures('my loan is 250 a month')).toEqual(['debts 250 monthly']);
  });

  test('a budget for tonight is the limit of tonight', () => {
    expect(readMessage('my budget for tonight is 40', world)).toMatchObject({
      told: [],
      asked: [{ kind: 'recommend', wish: { maxPrice: { minor: 4_000 } } }],
    });
  });

  test('a budget grows and shrinks by a share', () => {
    expect(readMessage('lower my budget by 10%', world).told).toMatchObject([
      { percent: 10, change: 'less' },
    ]);
    expect(readMessage('double my fun budget', world).told).toMatchObject([{ percent: 100, change: 'more' }]);
  });

  test('a rhythm alone belongs to the income that was spoken of', () => {
    expect(
      readMessage('its actually every two weeks', { ...world, figure: 'monthly_income' }).told,
    ).toMatchObject([{ figure: 'monthly_income', amount: null, per: 'fortnightly' }]);
    expect(readMessage('every two weeks', world).told).toEqual([]);
  });
});
