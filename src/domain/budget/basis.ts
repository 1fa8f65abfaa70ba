import type { Analysis } from '../analysis/analyse.js';
import { derived } from '../analysis/figures-of.js';
import type { StatedName } from '../analysis/records.js';
import { convert } from '../exchange-rates/convert.js';
import type { Figure } from '../figures.js';
import { type Money, multiply } from '../money.js';

/** A figure twice: as the documents have it and as the user said; the user's wins. */
export interface TwoFigures {
  readonly inForce: Figure | null;
  readonly derived: Figure | null;
  readonly stated: Figure | null;
}

/** The figures a budget is made of, the user's own before derived ones. */
export interface MoneyBasis {
  readonly income: TwoFigures;
  readonly fixed: TwoFigures;
  readonly saving: TwoFigures;
  readonly debt: TwoFigures;
  readonly statedBudget: Figure | null;
  readonly needs: Figure;
  readonly savings: Figure;
  readonly debts: Figure;
}

export function moneyBasis(analysis: Analysis): MoneyBasis {
  const { outgoings } = analysis;
  const income = two(analysis.income.monthly, statedFigure(analysis, 'monthly_income', 'income'));
  const seen = analysis.entries.length > 0;
  const fixed = two(seen ? outgoings.needs : null, statedFigure(analysis, 'fixed_expenses', 'needs'));
  const debt = two(seen ? outgoings.debts : null, statedFigure(analysis, 'debt_minimums', 'debt payments'));
  const saving = two(seen ? outgoings.savings : null, statedSavings(analysis, income.inForce));
  return {
    income,
    fixed,
    saving,
    debt,
    statedBudget: statedFigure(analysis, 'entertainment_budget', 'entertainment'),
    needs: fixed.inForce ?? outgoings.needs,
    savings: saving.inForce ?? outgoings.savings,
    debts: debt.inForce ?? outgoings.debts,
  };
}

function two(fromDocuments: Figure | null, stated: Figure | null): TwoFigures {
  return { inForce: stated ?? fromDocuments, derived: fromDocuments, stated };
}

/** The user's figure in the budget's currency, a month. */
function statedFigure(analysis: Analysis, figure: StatedName, what: string): Figure | null {
  const stated = analysis.records.stated.find((each) => each.figure === figure);
  if (!stated?.amount) return null;
  return asStated(analysis, stated.amount, stated, what);
}

function asStated(
  analysis: Analysis,
  amount: Money,
  stated: { readonly statedAt: string; readonly messageId: string | null },
  what: string,
): Figure | null {
  const converted = convert(amount, analysis.currency, analysis.today, analysis.records.rates);
  if (!converted) return null;
  const { rate } = converted;
  return {
    amount: converted.amount,
    approximate: rate !== null,
    arithmetic: `${analysis.say(converted.amount)} ${what} a month, as you told me`,
    sources: [
      { kind: 'stated', statedAt: stated.statedAt, messageId: stated.messageId },
      ...(rate ? [{ kind: 'rate' as const, ...rate }] : []),
    ],
  };
}

/** Savings are stated as an amount or as a percentage of income. */
function statedSavings(analysis: Analysis, income: Figure | null): Figure | null {
  const stated = analysis.records.stated.find(({ figure }) => figure === 'savings');
  if (!stated) return null;
  if (stated.amount) return asStated(analysis, stated.amount, stated, 'savings');
  if (stated.percent === null || !income) return null;
  const amount = multiply(income.amount, stated.percent / 100, 'half-up');
  const figure = derived(
    amount,
    `savings goal: ${stated.percent}% of ${analysis.say(income.amount)} = ${analysis.say(amount)}`,
    'savings goal',
    [income],
  );
  return {
    ...figure,
    sources: [{ kind: 'stated', statedAt: stated.statedAt, messageId: stated.messageId }, ...figure.sources],
  };
}
