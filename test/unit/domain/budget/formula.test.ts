import { describe, expect, test } from '@jest/globals';
import { derived, sayIn } from '../../../../src/domain/analysis/figures-of.js';
import { carryInto } from '../../../../src/domain/budget/carry.js';
import { type BudgetInput, suggestBudget } from '../../../../src/domain/budget/formula.js';
import { paceOf, projectSpending } from '../../../../src/domain/budget/pace.js';
import type { Figure } from '../../../../src/domain/figures.js';
import { money } from '../../../../src/domain/money.js';
import { fc } from '../../../support/properties.js';

const say = sayIn('en-US');
const figure = (minor: number): Figure => derived(money(minor, 'USD'), say(money(minor, 'USD')), 'test');

function suggest(input: {
  income: number;
  needs?: number;
  savings?: number;
  debt?: number;
  habit?: number | null;
}) {
  const habit = input.habit ?? null;
  const full: BudgetInput = {
    income: figure(input.income),
    fixedNeeds: figure(input.needs ?? 0),
    savings: figure(input.savings ?? 0),
    debtMinimums: figure(input.debt ?? 0),
    habit: habit === null ? null : figure(habit),
    spending: null,
  };
  return suggestBudget(full, say);
}

describe('the suggested budget', () => {
  test('is the usual entertainment where it fits', () => {
    const { budget, discretionary, anchors } = suggest({
      income: 400_000,
      needs: 180_000,
      savings: 40_000,
      debt: 10_000,
      habit: 25_000,
    });
    expect(discretionary.amount.minor).toBe(170_000);
    expect(budget.amount.minor).toBe(25_000);
    expect(anchors.filter(({ decides }) => decides).map(({ id }) => id)).toEqual(['habit']);
    expect(budget.arithmetic).toBe(
      'the smallest of three: $1,200 (30% of income), $340 (20% of what is left), the larger of $200 (5% of income) and $250 (what you usually spend) = $250 a month',
    );
  });

  test('is at least five percent of income, when that fits', () => {
    expect(suggest({ income: 400_000, needs: 100_000, habit: 3000 }).budget.amount.minor).toBe(20_000);
    expect(suggest({ income: 400_000, needs: 100_000 }).budget.amount.minor).toBe(20_000);
  });

  test('is a fifth of what is left at most', () => {
    const { budget, anchors } = suggest({ income: 400_000, needs: 350_000, habit: 90_000 });
    expect(budget.amount.minor).toBe(10_000);
    expect(anchors.find(({ decides }) => decides)?.id).toBe('share-of-discretionary');
  });

  test('is nothing when needs take everything', () => {
    const { budget, discretionary } = suggest({ income: 200_000, needs: 230_000, habit: 40_000 });
    expect([budget.amount.minor, discretionary.amount.minor]).toEqual([0, 0]);
    expect(discretionary.arithmetic).toContain('nothing is left');
  });

  test('is never negative and never above any of its bounds', () => {
    const amount = fc.integer({ min: 0, max: 2_000_000 });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        fc.option(amount),
        (income, needs, savings, debt, habit) => {
          const { budget, discretionary } = suggest({ income, needs, savings, debt, habit });
          const { minor } = budget.amount;
          expect(minor).toBeGreaterThanOrEqual(0);
          expect(minor).toBeLessThanOrEqual(0.3 * income);
          expect(minor).toBeLessThanOrEqual(0.2 * discretionary.amount.minor);
          expect(minor).toBeLessThanOrEqual(Math.max(0.05 * income, habit ?? 0));
          expect(budget.sources.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('roll-over', () => {
  test.each([
    ['nothing known before', [], 0],
    ['a third left over', [20_000], 10_000],
    ['left over again and again, up to one budget', [0, 0, 0], 30_000],
    ['overspent', [40_000], -10_000],
    ['overspent by far, half a budget at most', [300_000], -15_000],
    ['an overspend made good', [40_000, 10_000], 10_000],
  ])('%s', (_what, spent, carry) => {
    expect(carryInto(30_000, spent)).toBe(carry);
  });

  test('lies between −½ and +1 budget', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(fc.integer({ min: -20_000, max: 300_000 }), { maxLength: 12 }),
        (budget, spent) => {
          const carry = carryInto(budget, spent);
          expect(carry).toBeGreaterThanOrEqual(-budget / 2);
          expect(carry).toBeLessThanOrEqual(budget);
        },
      ),
    );
  });
});

describe('pace', () => {
  const base = {
    spent: 20_000,
    spentLastWeek: 10_000,
    budget: 30_000,
    transactions: 6,
    elapsedDays: 10,
    periodDays: 30,
    left: 5000,
  };
  const level = (more: Partial<typeof base>) => paceOf({ ...base, ...more }).level;

  test('b is the share spent over the share gone', () => {
    expect(paceOf(base)).toMatchObject({ ratio: 2, lastWeek: 1.429 });
  });

  test.each([
    ['half spent at twice the pace', {}, 'critical'],
    ['a third spent at 1.3 times the pace', { spent: 13_000 }, 'warn'],
    ['less than a quarter spent', { spent: 7400, elapsedDays: 6, spentLastWeek: 7400 }, 'ok'],
    ['a quiet last week', { spentLastWeek: 1000 }, 'ok'],
    ['the even pace', { spent: 10_000, spentLastWeek: 7000 }, 'ok'],
    ['nothing left', { spent: 3000, left: 0 }, 'critical'],
    ['before a fifth of the period', { elapsedDays: 5 }, 'silent'],
    ['before three purchases', { transactions: 2 }, 'silent'],
  ] as const)('%s', (_what, more, expected) => {
    expect(level(more)).toBe(expected);
  });

  test('the projection leans on the usual early and on the pace late', () => {
    const usual = { spent: 6000, periodDays: 30, usualDaily: 500 };
    expect(projectSpending({ ...usual, elapsedDays: 3 })).toBeCloseTo(6000 + 27 * (0.1 * 2000 + 0.9 * 500));
    expect(projectSpending({ ...usual, elapsedDays: 30 })).toBe(6000);
    expect(projectSpending({ ...usual, elapsedDays: 15, usualDaily: null })).toBe(12_000);
  });
});
