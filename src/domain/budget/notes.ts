import type { Analysis } from '../analysis/analyse.js';
import { longDate } from '../analysis/coverage.js';
import type { Figure, Question } from '../figures.js';
import type { MoneyBasis } from './basis.js';
import type { Suggestion } from './formula.js';
import type { BudgetPeriod } from './status.js';

/** Honest remarks on what the figures rest on. */
export function notesFor(
  analysis: Analysis,
  basis: MoneyBasis,
  suggestion: Suggestion | null,
  period: BudgetPeriod,
): string[] {
  const notes: string[] = [];
  const { data } = analysis;
  if (data.stale && data.basedOn) notes.push(`This is ${data.basedOn}; a newer one would make it current.`);
  else if (data.lastDate && data.lastDate < period.start)
    notes.push(`This is ${data.basedOn}; spending since then is not in it.`);
  if (data.missingMonths.length > 0) notes.push(`No statement covers ${data.missingMonths.join(', ')}.`);
  if (analysis.ratesUsed.length > 0)
    notes.push(
      `Other currencies are converted at rates of ${latestRate(analysis)}, so sums with them are about right.`,
    );
  if (analysis.withoutRate.length > 0)
    notes.push(
      `${analysis.withoutRate.length} transactions in currencies without a known rate are left out.`,
    );
  if (suggestion && suggestion.discretionary.amount.minor === 0 && !basis.statedBudget) {
    notes.push(
      'After needs, savings and debt nothing is left this month. Free things and what you already subscribe to cost nothing more.',
    );
  }
  if (basis.statedBudget && suggestion && basis.statedBudget.amount.minor > suggestion.budget.amount.minor) {
    notes.push(
      `Your own budget is above what your figures suggest (${analysis.say(suggestion.budget.amount)}). It is your money: your figure counts.`,
    );
  }
  if (analysis.records.periodKind === 'pay_cycle' && period.kind === 'month')
    notes.push('No pay day is known yet, so this is by calendar month.');
  const unseenCard =
    analysis.transactions.some(({ role, amount }) => role === 'card_payment' && amount.minor < 0) &&
    !analysis.records.accounts.some(({ kind }) => kind === 'card');
  if (unseenCard)
    notes.push('You pay a card whose statements I have not seen; what was bought with it is missing here.');
  return notes;
}

function latestRate({ ratesUsed }: Analysis): string {
  const newest =
    ratesUsed
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? '';
  return longDate(newest);
}

/** What only the user can settle. */
export function questionsFor(analysis: Analysis, monthly: Figure | null): Question[] {
  const questions = [...analysis.income.questions];
  if (!monthly)
    questions.push({
      code: 'INCOME',
      message: 'What do you take home in a month? Without it I cannot work out a budget.',
    });
  return questions;
}
