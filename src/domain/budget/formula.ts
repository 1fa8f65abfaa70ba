import { derived, type Say } from '../analysis/figures-of.js';
import type { Figure } from '../figures.js';
import { type Money, max, min, money, multiply } from '../money.js';
import type { BudgetAnchor } from './status.js';

/** What the suggestion rests on; all figures a month. */
export interface BudgetInput {
  readonly income: Figure;
  readonly fixedNeeds: Figure;
  readonly savings: Figure;
  readonly debtMinimums: Figure;
  /** Median of the last three to six full months of entertainment; null where fewer are known. */
  readonly habit: Figure | null;
  /** Mean monthly spending of all kinds, for comparison; null where unknown. */
  readonly spending: Figure | null;
}

export interface Suggestion {
  readonly discretionary: Figure;
  readonly budget: Figure;
  readonly anchors: readonly BudgetAnchor[];
}

/** Shares of the formula. 30 % is the wants of 50/30/20; the household average is BLS 2023 (4.7 % of spending). */
const shares = { ofIncome: 0.3, ofDiscretionary: 0.2, floor: 0.05, household: 0.047 } as const;

/** The formula as people read it. */
export const formulaText =
  'The smallest of three: 30% of income; 20% of what is left after needs, savings and debt; 5% of income, or what you usually spend on entertainment where that is more';

/**
 * D = max(0, N − Fx − savings − debt minimums);
 * B = min(.30 N, .20 D, max(.05 N, habit)). Parts are rounded down to whole minor units, so that B is never above what
 * it is bounded by, and never negative.
 */
export function suggestBudget(input: BudgetInput, say: Say): Suggestion {
  const { income, fixedNeeds, savings, debtMinimums } = input;
  const left = money(
    income.amount.minor - fixedNeeds.amount.minor - savings.amount.minor - debtMinimums.amount.minor,
    income.amount.currency,
  );
  const discretionaryAmount = money(Math.max(0, left.minor), left.currency);
  const sum = `${say(income.amount)} income − ${say(fixedNeeds.amount)} needs − ${say(savings.amount)} savings − ${say(debtMinimums.amount)} debt = ${say(left)}`;
  const discretionary = derived(
    discretionaryAmount,
    left.minor < 0 ? `${sum}, so nothing is left` : sum,
    'discretionary money',
    [income, fixedNeeds, savings, debtMinimums],
  );
  const byIncome = share(income, shares.ofIncome, '30% of income', say);
  const byDiscretionary = share(discretionary, shares.ofDiscretionary, '20% of what is left', say);
  const floor = share(income, shares.floor, '5% of income', say);
  const third = input.habit && input.habit.amount.minor > floor.amount.minor ? input.habit : floor;
  const amount = min(byIncome.amount, byDiscretionary.amount, third.amount);
  const decisive = [byDiscretionary, byIncome, third].find((figure) => figure.amount.minor === amount.minor);
  const thirdText = input.habit
    ? `the larger of ${say(floor.amount)} (5% of income) and ${say(input.habit.amount)} (what you usually spend)`
    : `${say(floor.amount)} (5% of income)`;
  const budget = derived(
    max(amount, money(0, amount.currency)),
    `the smallest of three: ${say(byIncome.amount)} (30% of income), ${say(byDiscretionary.amount)} (20% of what is left), ${thirdText} = ${say(amount)} a month`,
    'suggested entertainment budget',
    [income, discretionary, ...(input.habit ? [input.habit] : [])],
  );
  const anchor = (
    id: BudgetAnchor['id'],
    label: string,
    role: BudgetAnchor['role'],
    figure: Figure,
  ): BudgetAnchor => ({ id, label, role, figure, decides: figure === decisive });
  const anchors = [
    anchor('share-of-income', '30% of income', 'cap', byIncome),
    anchor(
      'share-of-discretionary',
      '20% of what is left after needs, savings and debt',
      'cap',
      byDiscretionary,
    ),
    anchor('floor', '5% of income', 'floor', floor),
  ];
  if (input.habit)
    anchors.push(anchor('habit', 'What you usually spend on entertainment', 'habit', input.habit));
  if (input.spending) {
    const household = share(
      input.spending,
      shares.household,
      '4.7% of spending (US households, BLS 2023)',
      say,
    );
    anchors.push(
      anchor('household-average', 'What households spend on average, for comparison', 'reference', household),
    );
  }
  return { discretionary, budget, anchors };
}

function share(of: Figure, factor: number, label: string, say: Say): Figure {
  const amount: Money = multiply(of.amount, factor, 'down');
  return derived(amount, `${label}: ${factor} × ${say(of.amount)} = ${say(amount)}`, label, [of]);
}
