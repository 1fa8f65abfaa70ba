import type { BudgetStatus } from '../../domain/budget/status.js';
import { categoryLabel, isCategory } from '../../domain/categories/categories.js';
import type { Money } from '../../domain/money.js';
import { amountFact, type Fact } from '../conversation/claims/facts.js';
import type { Voice } from '../conversation/voice.js';
import { getFinancialProfile } from '../finance/get-financial-profile.js';
import type { CoreContext } from '../ports/context.js';
import { leftWords, periodWords } from './budget-words.js';
import type { ToldSum } from './told-parts.js';
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
  /** What of the figure it is, by its name. */
  readonly part: string | null;
  /** The amount is what that part changed by. */
  readonly by: boolean;
  readonly change: 'more' | 'less' | null;
  /** The other end of what a figure varies between; `amount` is the careful one. */
  readonly other: Money | null;
  /** The figure with its parts, where any was told by name. */
  readonly sum: ToldSum | null;
  /** One's own pay as it was told, where the income is more than that. */
  readonly own: { readonly amount: Money; readonly per: keyof typeof EACH | null } | null;
  /** It was told as a year's pay. */
  readonly annual: boolean;
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

function notedWords(kept: Kept, status: BudgetStatus, { voice, more }: ToolTurn): string {
  const { figure, amount, percent, per, part, gross, sum } = kept;
  const name = NAMES[figure];
  if (part && amount) return partWords(kept, part, amount, { voice, more });
  const value = amount ? `${voice.money(amount)} ${EACH[per ?? 'monthly']}` : `${percent}% of your income`;
  if (figure === 'entertainment_budget' && amount && percent !== null)
    return `Noted: ${percent}% of your income for fun, ${voice.money(amount)} a month.`;
  if (amount?.minor === 0 && figure === 'debt_minimums') return 'Noted: no debts to pay off.';
  // What is told for another stretch of time than a month counts as this much a month.
  const monthly =
    figure === 'monthly_income' && per && per !== 'monthly' && status.income
      ? ` (${voice.money(status.income.amount)} a month)`
      : '';
  if (kept.other && amount && figure === 'monthly_income')
    return `Noted: your income varies between ${value} and ${voice.money(kept.other)}${monthly}. I count with the lower of the two, so that a thin month is covered; a better one is extra.`;
  const taxed =
    gross || kept.annual
      ? ' If that’s before tax, tell me what arrives after it: that’s what I should count with.'
      : '';
  if (kept.own && sum && amount && kept.own.amount.minor !== amount.minor && sum.parts.length > 0)
    return `Noted: ${voice.money(kept.own.amount)} ${EACH[kept.own.per ?? 'monthly']} of your own. With ${listed(sum, voice)} that you told me, your income is **${voice.money(amount)}** a month.${taxed}`;
  const made =
    sum && sum.parts.length > 0 && figure === 'monthly_income'
      ? ` That’s with ${listed(sum, voice)} that you told me.`
      : sum && sum.parts.length > 0
        ? ` That’s ${listed(sum, voice)}.`
        : '';
  const words = voice.pick(
    `Noted: your ${name} ${PLURAL.has(name) ? 'are' : 'is'} ${value}${monthly}.`,
    `Thanks, I’ll go with ${value}${monthly} for your ${name}.`,
  );
  return `${words}${made}${taxed}`;
}

function listed({ amount, parts }: ToldSum, voice: Voice): string {
  return voice.list(parts.map(({ name, minor }) => `${voice.money({ ...amount, minor })} for ${name}`));
}

/** A part of a figure, and what the figure comes to with it. */
function partWords(
  { figure, per, by, change, sum, other }: Kept,
  part: string,
  amount: Money,
  { voice, more }: { readonly voice: Voice; readonly more: boolean },
): string {
  const label = isCategory(part) ? categoryLabel(part).toLowerCase() : part;
  const now = sum?.parts.find(({ name }) => name === part);
  const all =
    more || !sum
      ? ''
      : ` Your ${NAMES[figure] === 'fixed needs' ? 'needs' : NAMES[figure]} ${figure === 'monthly_income' ? 'is' : 'come to'} **${voice.money(sum.amount)}** a month${figure === 'monthly_income' ? ' with it' : ''}.`;
  if (amount.minor === 0) return `Noted: no ${label} any more.${all}`;
  if (by && sum)
    return `Noted: your ${label} is ${voice.money({ ...sum.amount, minor: now?.minor ?? 0 })} a month now, ${voice.money(amount)} ${change === 'less' ? 'less' : 'more'} than before.${all}`;
  const monthly =
    per && per !== 'monthly' && now && sum
      ? ` (${voice.money({ ...sum.amount, minor: now.minor })} a month)`
      : '';
  const careful = other ? `, the higher of the two (${voice.money(other)} at least),` : '';
  return `Noted: ${voice.money(amount)} ${EACH[per ?? 'monthly']}${monthly}${careful} for ${label}.${all}`;
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
