import { moneyBasis } from '../../domain/budget/basis.js';
import type { BudgetStatus } from '../../domain/budget/status.js';
import { dateOfDay } from '../../domain/calendar.js';
import { categoryLabel, groupOf } from '../../domain/categories/categories.js';
import { isLivedOn } from '../../domain/income/income.js';
import { money } from '../../domain/money.js';
import type { LoadedAnalysis } from './load-analysis.js';
import type { FinancialProfile } from './results.js';

/** The profile as it is shown: derived and stated figures apart, the user's in force. */
export function profileOf(loaded: LoadedAnalysis, budget: BudgetStatus): FinancialProfile {
  const { analysis, records, stored } = loaded;
  const basis = moneyBasis(analysis);
  const savings = records.stated.find(({ figure }) => figure === 'savings');
  return {
    currency: analysis.currency,
    income: basis.income,
    incomePattern: analysis.income.pattern,
    incomeStreams: analysis.income.streams.map(({ name, cadence, perPayment, monthly, nextDueOn }) => ({
      name,
      cadence,
      perPayment,
      monthly,
      nextDueOn,
    })),
    payments: paymentsOf(loaded),
    incomeNotes: analysis.income.notes,
    fixedExpenses: basis.fixed,
    categories: analysis.outgoings.categories.map(({ category, figure, isFixed }) => ({
      category,
      label: categoryLabel(category),
      group: groupOf(category),
      figure,
      isFixed,
    })),
    savings: basis.saving,
    savingsGoalPercent: savings?.percent ?? null,
    debtMinimums: basis.debt,
    entertainmentBudget: {
      inForce: budget.monthlyBudget,
      derived: budget.derivedBudget,
      stated: budget.statedBudget,
    },
    periodKind: records.periodKind,
    rollOver: records.rollOver,
    lastAnalysedAt: stored.profile?.lastAnalysedAt?.toISOString() ?? null,
    data: analysis.data,
    questions: budget.questions,
  };
}

function paymentsOf({ analysis }: LoadedAnalysis): FinancialProfile['payments'] {
  const incoming = analysis.entries.filter(
    ({ kind, category }) => kind === 'income' && isLivedOn(category) && category !== 'interest',
  );
  const pay = incoming.filter(({ category }) => category === 'salary' || category === 'benefits');
  return (pay.length > 0 ? pay : incoming).map(({ merchantName, minor, day }) => ({
    name: merchantName,
    amount: money(minor, analysis.currency),
    on: dateOfDay(day),
  }));
}
