import { describe, expect, test } from '@jest/globals';
import { judgeReply } from '../../support/conversation/judge.js';

const amount = (subject: string, measure: string, minor: number) => ({
  kind: 'amount',
  subject,
  measure,
  amount: { minor, currency: 'USD' },
});
const facts = {
  memory: { offered: [] },
  facts: [
    { kind: 'title', subject: 'Catan' },
    amount('Catan', 'price', 2_900),
    { kind: 'title', subject: 'Ratatouille' },
    amount('Ratatouille', 'price', 399),
    amount('budget', 'left', 10_000),
    amount('budget', 'spent', 6_000),
    amount('budget', 'total', 16_000),
  ],
};
const faults = (text: string) => judgeReply(text, facts, 'a game under $40').faults;

describe('the judge of replies', () => {
  test.each([
    '**Catan** is about $29.',
    'Catan is about $29, Ratatouille about $3.99.',
    '**$100** of your $160 fun budget is left this month.',
    'You have $100 left, out of $160. $60 is spent.',
    'Both are under $40.',
    'Catan takes $29 of the $100 you have left.',
  ])('lets stand: %s', (text) => {
    expect(faults(text)).toEqual([]);
  });

  test.each([
    ['a figure that nobody found', 'Catan is about $30.'],
    ['a rounded price', 'Ratatouille is about $4.'],
    ['two prices that changed places', 'Catan is about $3.99, Ratatouille about $29.'],
    ['a price as what is left', 'You have $29 left this month.'],
    ['what is spent as what is left', 'You have $60 left.'],
    ['what is left as what is spent', 'You have spent $100 so far.'],
    ['what is spent as the budget', 'Your budget is $60 a month.'],
    ['what is left as a price', 'Catan costs $100.'],
    ['a name of its own', '**Gloomhaven** is fun.'],
  ])('finds %s', (_name, text) => {
    expect(faults(text)).toHaveLength(1 + (text.includes('$29.') && text.includes('$3.99') ? 1 : 0));
  });
});
