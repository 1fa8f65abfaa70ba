import { describe, expect, test } from '@jest/globals';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { fromMajor } from '../../../../../src/domain/money.js';
import { world } from '../../../../support/conversation/reading.js';

const told = (text: string) => readMessage(text, world).told;
const change = (kind: 'add' | 'end', name: string, price: number | null = null) => ({
  kind: 'subscription-change',
  change: kind,
  name,
  price: price === null ? null : fromMajor(price.toFixed(2), 'USD'),
  per: null,
});

describe('services that are told of', () => {
  test.each([
    ['yes keep netflix', [change('add', 'Netflix')]],
    ['netflix isnt mine', [change('end', 'Netflix')]],
    ['ditch audible', [change('end', 'Audible')]],
    ['spotify for 11.99', [change('add', 'Spotify', 11.99)]],
    ['10.99 for spotify and 14 for audible', [change('add', 'Spotify', 10.99), change('add', 'Audible', 14)]],
  ])('“%s”', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

test('two spends in one breath are two, each on its own day', () => {
  expect(told('1,200 on a holiday last month and 15.50 on comics today')).toMatchObject([
    { kind: 'log', amount: { minor: 120_000 } },
    { kind: 'log', amount: { minor: 1_550 }, on: world.today },
  ]);
});

test('a budget without its apostrophe is no spend', () => {
  expect(told('fun budgets 60 a month')).toMatchObject([
    { kind: 'figure', figure: 'entertainment_budget', amount: { minor: 6_000 } },
  ]);
  expect(told('budgets 60').map(({ kind }) => kind)).not.toContain('log');
});
