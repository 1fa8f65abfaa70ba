import type { BudgetStatus } from '../../domain/budget/status.js';
import { categoryLabel, isCategory } from '../../domain/categories/categories.js';
import type { Money } from '../../domain/money.js';
import { amountFact, type Fact } from '../conversation/claims/facts.js';
import { getFinancialProfile } from '../finance/get-financial-profile.js';
import type { CoreContext } from '../ports/context.js';
import { leftWords, periodWords } from './budget-words.js';
import type { ToolTurn } from './tool.js';

/** The figures as replies call them. */
export const NAMES = {
  monthly_income: 'income',
  fixed_expenses: 'fixed needs',
  savings: 'savings',
  debt_minimums: 'debt payments',
  entertainment_budget: 'fun budget',
} as const;

const PLURAL: ReadonlySet<string> = new Set(['fixed needs', 'savings', 'debt payments']);

/** A figure as it was kept. */
export interface Kept {
  readonly figure: keyof typeof NAMES;
  /** As it is said: of a part of the needs that part alone. */
  readonly amount: Money | null;
  readonly percent: number | null;
  readonly per: keyof typeof EACH | null;
  /** The category of needs that it is a part of. */
  readonly part: string | null;
  /** Before tax. */
  readonly gross: boolean;
}

const EACH = {
  weekly: 'a week',
  fortnightly: 'every two weeks',
  'four-weekly': 'every four weeks',
  monthly: 'a month',
  quarterly: 'a quarter',
  annual: 'a year',
  daily: 'a day',
} as const;

/** That a figure is kept, and what it makes of the fun budget. */
export function statedText(kept: Kept, status: BudgetStatus, turn: ToolTurn): string {
  const { voice } = turn;
  const noted = notedWords(kept, status, turn);
  if (turn.more) return noted;
  if (kept.figure === 'entertainment_budget') {
    return `${noted}${leftWords(status, voice)}`;
  }
  if (status.state === 'no-income' || !status.total)
    return `${noted} Once I know your income, I can work out a fun budget.`;
  if (status.state === 'free-only')
    return `${noted} With that, nothing is left for fun ${periodWords(status)}, so I’ll look for free things.`;
  const suggestion = status.statedBudget
    ? `Your own budget of ${voice.money(status.total.amount)} stays as it is.`
    : `That makes a fun budget of **${voice.money(status.total.amount)}** ${periodWords(status)}.${leftWords(status, voice)}`;
  const missing =
    kept.figure === 'monthly_income' && status.fixedNeeds.amount.minor === 0
      ? ' Tell me your rent and bills too (“my bills are 1,400”), and it gets more accurate.'
      : '';
  return `${noted} ${suggestion}${missing}`;
}

function notedWords(
  { figure, amount, percent, per, part, gross }: Kept,
  status: BudgetStatus,
  { voice, more }: ToolTurn,
): string {
  const name = NAMES[figure];
  const value = amount ? `${voice.money(amount)} ${EACH[per ?? 'monthly']}` : `${percent}% of your income`;
  if (figure === 'fixed_expenses' && part) {
    const label = isCategory(part) ? categoryLabel(part).toLowerCase() : 'that';
    const needs = more ? '' : ` Your needs come to **${voice.money(status.fixedNeeds.amount)}** a month.`;
    return `Noted: ${value} for ${label}.${needs}`;
  }
  // What is told for another stretch of time than a month counts as this much a month.
  const monthly =
    figure === 'monthly_income' && per && per !== 'monthly' && status.income
      ? ` (${voice.money(status.income.amount)} a month)`
      : '';
  const taxed = gross
    ? ' What arrives after tax is a better measure; tell me your take-home pay when you know it.'
    : '';
  const words = voice.pick(
    `Noted: your ${name} ${PLURAL.has(name) ? 'are' : 'is'} ${value}${monthly}.`,
    `Thanks, I’ll go with ${value}${monthly} for your ${name}.`,
  );
  return `${words}${taxed}`;
}

/** What saving changes, or why it changes nothing: the budget is the smallest of three, and saving moves one of them. */
export function savingsText(
  kept: Kept,
  earlier: BudgetStatus,
  status: BudgetStatus,
  { voice }: ToolTurn,
): string {
  const saved = voice.money(status.savings.amount);
  const noted =
    kept.percent === null
      ? `Noted: ${saved} a month goes into savings.`
      : `Noted: ${kept.percent}% of your income goes into savings, **${saved}** a month.`;
  const [before, after] = [earlier.derivedBudget?.amount, status.derivedBudget?.amount];
  if (!after) return noted;
  if (status.statedBudget)
    return `${noted} Your own fun budget of ${voice.money(status.statedBudget.amount)} stays; worked out from your figures it would be ${voice.money(after)}.`;
  if (status.state === 'free-only')
    return `${noted} With that, nothing is left for fun ${periodWords(status)}, so I’ll look for free things.`;
  if (before && before.minor !== after.minor)
    return `${noted} That takes your fun budget from ${voice.money(before)} to **${voice.money(after)}** a month.`;
  const share = status.anchors.find(({ id }) => id === 'share-of-discretionary');
  const decides = status.anchors.find((anchor) => anchor.decides);
  const why =
    share && decides && share !== decides
      ? ` ${decides.label.charAt(0).toUpperCase()}${decides.label.slice(1)} sets it, and 20% of what is left after saving (${voice.money(share.figure.amount)}) is still more than that.`
      : '';
  return `${noted} Your fun budget stays **${voice.money(after)}** a month.${why}`;
}

/** A stated sum stands for all the needs; where statements show needs without a home's, rent alone may have been meant. */
export async function seenBesides(
  context: CoreContext,
  turn: ToolTurn,
): Promise<{ readonly text: string; readonly facts: readonly Fact[] } | null> {
  const { fixedExpenses, categories } = await getFinancialProfile(context, { userId: turn.userId });
  if (categories.some(({ category }) => category === 'rent' || category === 'mortgage')) return null;
  const { derived: seen, stated } = fixedExpenses;
  if (!seen || !stated || seen.amount.minor === 0 || seen.amount.currency !== stated.amount.currency)
    return null;
  const both = { ...seen.amount, minor: seen.amount.minor + stated.amount.minor };
  const { voice } = turn;
  return {
    text: `I take that for all of your needs. Your statements show ${voice.money(seen.amount)} of them, and no rent; if you meant the rent alone, say “my needs are ${voice.money(both)}”.`,
    facts: [amountFact('needs', 'seen', seen.amount, true), amountFact('needs', 'together', both, true)],
  };
}
