import type { Analysis } from '../../domain/analysis/analyse.js';
import { longDate, longMonth } from '../../domain/analysis/coverage.js';
import { derived, sumOf } from '../../domain/analysis/figures-of.js';
import { budgetStatus } from '../../domain/budget/calculate.js';
import type { BudgetStatus } from '../../domain/budget/status.js';
import { categoryLabel, isCategory } from '../../domain/categories/categories.js';
import type { Figure } from '../../domain/figures.js';
import { money } from '../../domain/money.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { FigureName } from './figure-names.js';
import { loadAnalysis } from './load-analysis.js';
import { profileOf } from './profile-of.js';
import type { ExplainedLine, Explanation } from './results.js';

const linesShown = 20;

interface Subject {
  readonly label: string;
  readonly figure: Figure | null;
  readonly arithmetic: readonly string[];
}

/**
 * "Why?" for a figure: its sum and the document lines or statements it came from.
 * @throws MatineeError not-found while the figure is not known; invalid for a category that does not exist
 */
export async function explainFigure(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  input: { readonly userId: string; readonly figure: FigureName; readonly limit?: number },
): Promise<Explanation> {
  const loaded = await loadAnalysis(context, input.userId);
  const { analysis } = loaded;
  const budget = budgetStatus(analysis);
  const profile = profileOf(loaded, budget);
  const subject = input.figure.startsWith('category:')
    ? categorySubject(analysis, input.figure)
    : subjectOf(input.figure, budget, profile, analysis);
  if (!subject.figure) {
    throw new MatineeError('not-found', 'FIGURE_UNKNOWN', `${subject.label}: nothing is known yet.`);
  }
  const ids = [
    ...new Set(
      subject.figure.sources.flatMap((source) =>
        source.kind === 'transactions' ? source.transactionIds : [],
      ),
    ),
  ];
  const limit = Math.min(200, Math.max(1, input.limit ?? linesShown));
  return {
    name: input.figure,
    label: subject.label,
    figure: subject.figure,
    arithmetic: subject.arithmetic,
    lines: await linesOf(context, input.userId, analysis, ids, limit),
    totalLines: ids.length,
  };
}

function subjectOf(
  name: string,
  budget: BudgetStatus,
  profile: ReturnType<typeof profileOf>,
  analysis: Analysis,
): Subject {
  const simple = (label: string, figure: Figure | null): Subject => ({
    label,
    figure,
    arithmetic: figure ? [figure.arithmetic] : [],
  });
  switch (name) {
    case 'monthly_income':
      return {
        ...simple('Monthly income', profile.income.inForce),
        arithmetic: [
          ...(profile.income.inForce ? [profile.income.inForce.arithmetic] : []),
          ...(profile.income.stated ? [] : profile.incomeNotes),
        ],
      };
    case 'fixed_expenses':
      return simple('Fixed needs', profile.fixedExpenses.inForce);
    case 'savings':
      return simple('Savings', profile.savings.inForce);
    case 'debt_minimums':
      return simple('Debt payments', profile.debtMinimums.inForce);
    case 'discretionary':
      return simple('Discretionary money', budget.discretionary);
    case 'entertainment_budget':
      return {
        label: 'Entertainment budget',
        figure: budget.monthlyBudget,
        arithmetic: [budget.formula, ...budget.arithmetic],
      };
    case 'spent':
      return simple('Spent on entertainment', budget.spent);
    case 'left':
      return { label: 'Left to spend', figure: budget.left, arithmetic: budget.arithmetic };
    case 'subscriptions':
      return simple('Subscriptions', subscriptionsFigure(analysis));
    default:
      throw new MatineeError('invalid', 'FIGURE_UNKNOWN', `${name} is no figure of mine.`);
  }
}

function subscriptionsFigure(analysis: Analysis): Figure | null {
  const parts = analysis.charges
    .filter(({ ended, subscription }) => !ended && subscription)
    .map(
      ({ name, amount, transactionIds }): Figure => ({
        amount,
        approximate: false,
        arithmetic: `${name} ${analysis.say(amount)}`,
        sources: [{ kind: 'transactions', transactionIds }],
      }),
    );
  const [once] = analysis.seenOnce;
  if (parts.length === 0 && once) return onceFigure(once, analysis);
  if (parts.length === 0) return null;
  const same = parts.filter(({ amount }) => amount.currency === analysis.currency);
  const amount = money(
    same.reduce((total, part) => total + part.amount.minor, 0),
    analysis.currency,
  );
  return derived(
    amount,
    `${same.map(({ arithmetic }) => arithmetic).join(' + ')} = ${analysis.say(amount)} a charge round`,
    'subscriptions together',
    same,
  );
}

/** A single charge, which is all that is known so far. */
function onceFigure(
  { name, amount, on, transactionId }: Analysis['seenOnce'][number],
  { say }: Analysis,
): Figure {
  return {
    amount,
    approximate: true,
    arithmetic: `${name} ${say(amount)} on ${longDate(on)}, seen once so far`,
    sources: [{ kind: 'transactions', transactionIds: [transactionId] }],
  };
}

/** `category:dining` is the newest month with data; `category:dining:2026-05` names it. */
function categorySubject(analysis: Analysis, name: string): Subject {
  const [, category = '', wanted] = name.split(':');
  if (!isCategory(category)) {
    throw new MatineeError('invalid', 'CATEGORY_UNKNOWN', `${category} is no category of mine.`);
  }
  const month = wanted ?? analysis.entries.findLast((entry) => entry.category === category)?.month;
  const entries = analysis.entries.filter((entry) => entry.category === category && entry.month === month);
  const label = month ? `${categoryLabel(category)} in ${longMonth(month)}` : categoryLabel(category);
  const figure = month ? sumOf(entries, analysis.currency, label, analysis.say) : null;
  return { label, figure, arithmetic: figure ? [termsOf(entries, analysis, figure)] : [] };
}

function termsOf(entries: Analysis['entries'], { say, currency }: Analysis, figure: Figure): string {
  if (entries.length === 0 || entries.length > 12) return figure.arithmetic;
  const terms = entries
    .map(({ merchantName, minor }) => `${merchantName} ${say(money(minor, currency))}`)
    .join(' + ');
  return entries.length === 1 ? terms : `${terms} = ${say(figure.amount)}`;
}

async function linesOf(
  context: Pick<CoreContext, 'database'>,
  userId: string,
  analysis: Analysis,
  ids: readonly string[],
  limit: number,
): Promise<ExplainedLine[]> {
  const wanted = new Set(ids);
  const newest = analysis.transactions
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => (a.postedOn > b.postedOn ? -1 : a.postedOn < b.postedOn ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, limit);
  const sources = await context.database.store.finance.sourcesOf(
    userId,
    newest.map(({ id }) => id),
  );
  return newest.map(({ id, postedOn, description, amount, category, origin }) => {
    const source = sources.find(({ transactionId }) => transactionId === id);
    return {
      transactionId: id,
      date: postedOn,
      description,
      amount,
      category,
      origin,
      documentId: source?.documentId ?? null,
      fileName: source?.fileName ?? null,
      page: source?.page ?? null,
      line: source?.line ?? null,
      text: source?.text ?? null,
    };
  });
}
