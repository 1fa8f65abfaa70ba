import { describe, expect, test } from '@jest/globals';
import { fromMajor } from '../../../../../src/domain/money.js';
import { asked, pricedFrame, world } from '../../../../support/conversation/reading.js';

const usd = (amount: number) => fromMajor(amount.toFixed(2), 'USD');
const priced = { ...world, frame: pricedFrame({ name: 'bike', each: usd(480) }) };
const same = { kind: 'afford', title: null, recurring: null };

describe('how long saving up takes', () => {
  test.each([
    ['how long to save for $450 at $120', 450, 120, 'monthly'],
    ['how long to save $450 at $120?', 450, 120, 'monthly'],
    ['how many months to save 1,200 if i put aside 150 a month', 1200, 150, 'monthly'],
    ['how long until i have 600 if i save 25 a week?', 600, 25, 'weekly'],
    ['If I put $40 a week away, how long will a $500 console take?', 500, 40, 'weekly'],
    ['when could i afford a 900 laptop saving 100 every two weeks', 900, 100, 'fortnightly'],
  ])('“%s”', (text, goal, pace, per) => {
    expect(asked(text, world)).toMatchObject([
      { ...same, price: usd(goal), pace: { amount: usd(pace), per } },
    ]);
  });

  test.each([
    ['how long would it take to save 450 with half of my budget', 450, 0.5],
    ['how long to save for a $700 bundle if i put all of my fun money aside', 700, 1],
    ['how long to get to 300 with 20% of my fun budget', 300, 0.2],
  ])('“%s” names a part of the fun budget', (text, goal, share) => {
    expect(asked(text, world)).toMatchObject([{ ...same, price: usd(goal), share }]);
  });

  test.each([
    ['and if i put everything in', { share: 1 }],
    ['and if i only put half of my fun money', { share: 0.5 }],
    ['what if i save 60 a month', { pace: { amount: usd(60), per: 'monthly' } }],
    ['with half of it?', { share: 0.5 }],
  ])('“%s” goes on from the price before', (text, rest) => {
    expect(asked(text, priced)).toMatchObject([{ ...same, price: usd(480), ...rest }]);
  });

  test.each(['and if i put everything in', 'with half of it?'])('“%s” is nothing without one', (text) => {
    expect(asked(text, world).map(({ kind }) => kind)).not.toContain('afford');
  });

  test.each([
    ['i want to buy a 480 bike, how long must i save', 480],
    ['how long do i have to save for a 90 dollar game', 90],
  ])('“%s” is asked without a pace', (text, goal) => {
    expect(asked(text, world)).toMatchObject([{ ...same, price: usd(goal), howLong: true }]);
  });

  const saving = {
    ...world,
    frame: { ...priced.frame, saving: true, pace: { amount: usd(40), per: 'monthly' as const } },
  };

  test.each([
    ['and 100 from my birthday first?', { start: usd(100), pace: { amount: usd(40) } }],
    ['i already have 80', { start: usd(80), pace: { amount: usd(40) } }],
    ['and if i start with 50', { start: usd(50), pace: { amount: usd(40) } }],
    ['and if i skip two 25 dollar dinners', { start: usd(50), pace: { amount: usd(40) } }],
    ['and at 60 a month?', { pace: { amount: usd(60), per: 'monthly' } }],
    ['and 20 more a month', { pace: { amount: usd(60), per: 'monthly' } }],
  ])('“%s” varies what is saved for', (text, rest) => {
    expect(asked(text, saving)).toMatchObject([{ ...same, price: usd(480), ...rest }]);
  });
});
