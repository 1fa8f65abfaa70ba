import type { Analysis } from '../../domain/analysis/analyse.js';
import type { StatedRecord } from '../../domain/analysis/records.js';
import type { BudgetStatus } from '../../domain/budget/status.js';
import { convert } from '../../domain/exchange-rates/convert.js';
import type { Question } from '../../domain/figures.js';
import { exponentOf, type Money, usualDecimals } from '../../domain/money.js';

/** An income beyond this many major units a month is asked about. */
const largeIncome = 100_000;
/** Two figures for the same thing contradict each other beyond this ratio. */
const contradiction = 2.5;

/** What is odd about a figure that the user states: it then waits for a yes. */
export function doubtsAbout(
  stated: StatedRecord,
  analysis: Analysis,
  budget: BudgetStatus,
  known: readonly StatedRecord[],
): Question[] {
  if (!stated.amount) return [];
  const amount = inHome(stated.amount, analysis);
  if (!amount) return [];
  const { say } = analysis;
  if (stated.figure === 'monthly_income') return incomeDoubts(stated.amount, amount, analysis);
  const income = incomeFrom(known, analysis) ?? budget.income?.amount ?? null;
  if (income && income.minor > 0 && amount.minor > income.minor) {
    const what = {
      entertainment_budget: 'for entertainment',
      savings: 'for savings',
      fixed_expenses: 'for needs',
      debt_minimums: 'for debts',
      monthly_income: '',
      currency: '',
    }[stated.figure];
    return [
      {
        code: 'CONTRADICTION',
        message: `${say(amount)} a month ${what} is more than your income of ${say(income)}. Did you mean that?`,
      },
    ];
  }
  return [];
}

function incomeDoubts(stated: Money, amount: Money, analysis: Analysis): Question[] {
  const { say } = analysis;
  const scale = usualDecimals(stated.currency) === 0 || stated.currency === 'INR' ? 100 : 1;
  if (stated.minor / 10 ** exponentOf(stated.currency) > largeIncome * scale) {
    return [{ code: 'AMOUNT', message: `${say(stated)} a month? Is that a month’s or a year’s income?` }];
  }
  const seen = analysis.income.monthly?.amount;
  const lasting = analysis.income.pattern === 'regular' && analysis.basis.months.length >= 3;
  if (!seen || !lasting || seen.minor <= 0 || amount.minor <= 0) return [];
  const ratio = amount.minor / seen.minor;
  if (ratio < contradiction && ratio > 1 / contradiction) return [];
  return [
    {
      code: 'CONTRADICTION',
      message: `Your statements show about ${say(seen)} a month, you say ${say(amount)}. Which one should I use?`,
    },
  ];
}

function incomeFrom(known: readonly StatedRecord[], analysis: Analysis): Money | null {
  const stated = known.findLast(({ figure }) => figure === 'monthly_income');
  return stated?.amount ? inHome(stated.amount, analysis) : null;
}

function inHome(amount: Money, analysis: Analysis): Money | null {
  return convert(amount, analysis.currency, analysis.today, analysis.records.rates)?.amount ?? null;
}
