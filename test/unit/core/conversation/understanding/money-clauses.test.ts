import { describe, expect, test } from '@jest/globals';
import type { Intent } from '../../../../../src/core/conversation/understanding/intents.js';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { world } from '../../../../support/conversation/reading.js';

const major = (amount: { readonly minor: number } | null) => (amount ? amount.minor / 100 : null);

/** An intent in a few words: "needs rent 820", "ask whose 2100". */
function brief(intent: Intent): string {
  switch (intent.kind) {
    case 'figure':
      return [
        intent.figure,
        intent.part,
        intent.by ? 'by' : null,
        intent.by ? intent.change : null,
        major(intent.amount) ?? (intent.percent === null ? null : `${intent.percent}%`),
        intent.other ? `or ${major(intent.other)}` : null,
        intent.gross ? 'gross' : null,
        intent.per === 'monthly' ? null : intent.per,
      ]
        .filter((word) => word !== null && word !== undefined)
        .join(' ');
    case 'ask-figure':
      return `ask ${intent.what} ${major(intent.amount)}`;
    case 'untaken':
      return `untaken ${intent.amounts.map(major).join(' ')}`;
    case 'subscription-change':
      return `${intent.change} ${intent.name} ${major(intent.price) ?? ''}`.trim();
    case 'log':
      return `spent ${major(intent.amount)} ${intent.description} ${intent.on ?? 'today'}`;
    case 'told-part':
      return `told ${intent.name}`;
    default:
      return intent.kind;
  }
}

const read = (said: string) => {
  const { told, asked } = readMessage(said, world);
  return [...told, ...asked].map(brief);
};

describe('what is told of money, clause by clause', () => {
  test.each([
    ['rent 900\nphone 30\ngym 25', ['fixed_expenses rent 900', 'fixed_expenses phone 30', 'add gym 25']],
    ['rent 900 phone 30', ['fixed_expenses rent 900', 'fixed_expenses phone 30']],
    [
      'rent: 900; car: 240; insurance: 95',
      ['fixed_expenses rent 900', 'fixed_expenses car payment 240', 'fixed_expenses insurance 95'],
    ],
    [
      'i get 1200 a month, rent is 600 and i also want to save 100',
      ['monthly_income 1200', 'fixed_expenses rent 600', 'savings 100'],
    ],
    ['i get 900 a month and 120 a week tips', ['monthly_income 900', 'monthly_income tips 120 weekly']],
    [
      'my car loan is 240 a month and student loans 180',
      ['debt_minimums car loan 240', 'debt_minimums student loan 180'],
    ],
    ['spotify 11.99 and the gym 35 a month', ['add Spotify 11.99', 'add gym 35']],
  ])('%j', (said, told) => {
    expect(read(said)).toEqual(told);
  });

  test.each([
    ['my half of the rent is 600', 'fixed_expenses rent 600'],
    ["rent's 1,200 but we split it", 'fixed_expenses rent 600'],
    ["we split the rent 3 ways, it's 1800", 'fixed_expenses rent 600'],
    ['rent 1700 split with my roomie so 850', 'fixed_expenses rent 850'],
    ['rent is 1200 but my flatmate pays half', 'fixed_expenses rent 600'],
  ])('of a shared bill one’s own part: %s', (said, told) => {
    expect(read(said)).toEqual([told]);
  });

  test.each([
    ['rent went up to 820', 'fixed_expenses rent 820'],
    ['oh wait rent went up its 820 now', 'fixed_expenses rent 820'],
    ['rent went up by 50', 'fixed_expenses rent by more 50'],
    ['rent went down 50', 'ask by-or-to 50'],
    ['rent is 1,150 instead of 1,500', 'fixed_expenses rent 1150'],
    ['i dont have a car payment', 'fixed_expenses car payment 0'],
    ['forget the phone bill', 'fixed_expenses phone 0'],
    ['no debts', 'debt_minimums 0'],
    ['what did i tell you for rent', 'told rent'],
  ])('a change of a part: %s', (said, told) => {
    expect(read(said)).toEqual([told]);
  });

  test.each([
    ['some months 1,500 some 4,000', 'monthly_income 1500 or 4000'],
    ['my income varies between 1800 and 2600 a month', 'monthly_income 1800 or 2600'],
    ['groceries 300 to 400 a month', 'fixed_expenses groceries 400 or 300'],
    ['i get paid 1200 on the 1st and 900 on the 15th', 'monthly_income 2100'],
    ['me and my wife bring in 2900 and 2200 a month', 'monthly_income 5100'],
    ['55k a year before tax', 'monthly_income 55000 gross annual'],
    ["i'm on 52k a year before tax, about 3250 net a month", 'monthly_income 3250'],
    ['i make 6 grand a month', 'monthly_income 6000'],
    ['i make a grand and a half a month', 'monthly_income 1500'],
    ['netto 2300', 'monthly_income 2300'],
    ['mi sueldo es 1500 al mes', 'monthly_income 1500'],
    ['10 % of my pay for fun', 'entertainment_budget 10%'],
    ['my mom gives me 200 a month', 'monthly_income money from your mom 200'],
    ['i pay 400 child support', 'fixed_expenses child support you pay 400'],
    ['i get 400 child support', 'monthly_income child support 400'],
  ])('%s', (said, told) => {
    expect(read(said)).toEqual([told]);
  });

  test.each([
    ['my husband brings 2,100', 'ask whose 2100'],
    ['child support 400', 'ask in-or-out 400'],
    ['set aside 50', 'ask how-often 50'],
    ['i got a 1000 bonus', 'ask how-often 1000'],
  ])('whose it is and how often is asked, where it is not said: %s', (said, question) => {
    expect(read(said)).toEqual([question]);
  });

  test.each([
    [
      'i get 1200 every two weeks plus 300 overtime sometimes',
      ['monthly_income 1200 fortnightly', 'untaken 300'],
    ],
    ['i earn 32000 kr a month', ['untaken 32000']],
    ['my roommate pays 600 for rent', ['untaken 600']],
    ['i make 2000 after rent', ['untaken 2000']],
    ['i save 200 a month and have 4000 saved', ['savings 200', 'untaken 4000']],
  ])('a figure that no clause took is said to be left out: %s', (said, told) => {
    expect(read(said)).toEqual(told);
  });

  test('words that no figure is among stay what they were', () => {
    expect(read('no that was groceries')).toEqual(['correct']);
    expect(read('i owe 4,200 on my credit card and pay 150 a month towards it')).toEqual([
      'debt_minimums 150',
    ]);
  });
});

describe('spends and services beside them', () => {
  test.each([
    ['spent 40 bowling 25 pizza', ['spent 40 bowling today', 'spent 25 pizza today']],
    ['20 on lego yest, 7 popcorn', ['spent 20 lego 2026-07-09', 'spent 7 popcorn today']],
    ['cancelled disney+ and got crunchyroll for 7.99', ['end Disney+', 'add Crunchyroll 7.99']],
    ['spotify family is 17 but we split it, i pay 5', ['add Spotify 5']],
    ["netflix isn't mine, it's my roommate's", ['end Netflix']],
  ])('%s', (said, told) => {
    expect(read(said)).toEqual(told);
  });

  test('one’s own share of the service that was spoken of, and a spend put right by its name', () => {
    expect(
      readMessage('we share the family plan, i pay 5 of it', { ...world, service: 'Spotify' }).told,
    ).toMatchObject([{ kind: 'subscription-change', name: 'Spotify', price: { minor: 500 } }]);
    expect(
      readMessage('actually drinks was 32', { ...world, spent: true, done: 'spend', spends: ['drinks'] })
        .told,
    ).toMatchObject([{ kind: 'amend', which: 'drinks', amount: { minor: 3_200 } }]);
  });

  test('the rhythm of a pay that is known counts each time it comes', () => {
    expect(
      readMessage('i get that twice a month', { ...world, figure: 'monthly_income' }).told,
    ).toMatchObject([{ amount: null, per: 'monthly', times: 2 }]);
  });
});
