import { z } from 'zod';
import type { BudgetStatus } from '../../domain/budget/status.js';
import { fromMajor, type Money, multiply, zero } from '../../domain/money.js';
import { amountFact, type Fact, numberFact } from '../conversation/claims/facts.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { getFinancialProfile } from '../finance/get-financial-profile.js';
import { type StatedChanges, updateFinancialProfile } from '../finance/update-financial-profile.js';
import type { CoreContext } from '../ports/context.js';
import { budgetFacts, leftWords, periodWords } from './budget-words.js';
import { defineTool, type ToolTurn } from './tool.js';

const NAMES = {
  monthly_income: 'income',
  fixed_expenses: 'fixed needs',
  savings: 'savings',
  debt_minimums: 'debt payments',
  entertainment_budget: 'fun budget',
} as const;

const PLURAL: ReadonlySet<string> = new Set(['fixed needs', 'savings', 'debt payments']);

const schema = z.object({
  figure: z.enum(['monthly_income', 'fixed_expenses', 'savings', 'debt_minimums', 'entertainment_budget']),
  amount: z.number().nonnegative().optional(),
  currency: z.string().length(3).optional(),
  percent: z.number().min(0).max(100).optional(),
  per: z.enum(['weekly', 'fortnightly', 'four-weekly', 'monthly', 'quarterly', 'annual', 'daily']).optional(),
  /** The amount is what the budget grows or shrinks by. */
  change: z.enum(['more', 'less']).optional(),
  confirmed: z.boolean().optional(),
});

/** Keeps a figure in the user's own words; it wins over what the documents say. */
export const statedFigureTool = defineTool({
  name: 'set_figure',
  description:
    'Keeps a figure the user states about their money: income, fixed needs, savings, debt payments, fun budget.',
  schema,
  examples: [
    { figure: 'monthly_income', amount: 3200 },
    { figure: 'savings', percent: 10 },
    { figure: 'monthly_income', amount: 1500, per: 'fortnightly' },
  ],
  private: true,
  effect: 'writes',
  async call(context, turn, args) {
    const named =
      args.amount === undefined ? null : fromMajor(args.amount.toFixed(2), args.currency ?? turn.currency);
    const amount = named && args.change ? await changed(context, turn, named, args) : named;
    const earlier = await getBudgetStatus(context, { userId: turn.userId });
    const before =
      (args.figure === 'fixed_expenses' ? statedNeeds(earlier) : earlier.statedBudget?.amount) ?? null;
    const stated = changes(args, amount);
    if (!stated) return { text: 'How much is it, a month?', facts: [] };
    const { questions } = await updateFinancialProfile(context, {
      userId: turn.userId,
      stated,
      ...(amount && amount.currency !== turn.currency && { currency: amount.currency }),
      ...(turn.chatMessageId && { messageId: turn.chatMessageId }),
      ...(args.confirmed && { confirmed: true }),
    });
    const [question] = questions;
    const facts = amount
      ? [amountFact(NAMES[args.figure], 'stated', amount)]
      : [numberFact(NAMES[args.figure], 'share', args.percent ?? 0, 'percent')];
    if (question) {
      const pending = {
        kind: 'figure' as const,
        figure: args.figure,
        amount,
        percent: args.percent ?? null,
        per: args.per ?? null,
      };
      return { text: question.message, facts, memory: { pending } };
    }
    const status = await getBudgetStatus(context, { userId: turn.userId });
    const text =
      args.figure === 'savings' && status.income && status.total
        ? savingsText(args, earlier, status, turn)
        : statedText(args, amount, status, turn);
    const first = !earlier.fixedNeeds.sources.some(({ kind }) => kind === 'stated');
    const part = args.figure === 'fixed_expenses' && first ? await seenBesides(context, turn) : null;
    return {
      text: part ? `${text} ${part.text}` : text,
      facts: [...facts, ...budgetFacts(status), ...(part?.facts ?? [])],
      memory: {
        figure: args.figure,
        done: { what: 'figure', figure: args.figure, before, change: args.change ?? null },
      },
    };
  },
});

/** The fun budget, or the needs that were told, with a step up or down; never below nothing. */
async function changed(
  context: CoreContext,
  turn: ToolTurn,
  step: Money,
  { figure, change }: z.output<typeof schema>,
): Promise<Money> {
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const known =
    figure === 'fixed_expenses' ? statedNeeds(status) : (status.monthlyBudget ?? status.total)?.amount;
  const now = known ?? zero(step.currency);
  if (now.currency !== step.currency) return step;
  return { ...now, minor: Math.max(0, now.minor + (change === 'more' ? step.minor : -step.minor)) };
}

/** The needs as they were told; null where only statements show any. */
function statedNeeds({ fixedNeeds }: BudgetStatus): Money | null {
  return fixedNeeds.sources.some(({ kind }) => kind === 'stated') ? fixedNeeds.amount : null;
}

function changes(args: z.output<typeof schema>, amount: Money | null): StatedChanges | null {
  if (args.figure === 'savings' && args.percent !== undefined) return { savings: { percent: args.percent } };
  if (!amount) return null;
  // A day's figure has no cadence of its own among recurring payments: a month is 365.25 / 12 days.
  const daily = args.per === 'daily';
  const value = {
    amount: daily ? multiply(amount, 365.25 / 12, 'half-up') : amount,
    ...(args.per && args.per !== 'daily' && { per: args.per }),
  };
  if (args.figure === 'monthly_income') return { monthlyIncome: value };
  if (args.figure === 'fixed_expenses') return { fixedExpenses: value };
  if (args.figure === 'savings') return { savings: value };
  if (args.figure === 'debt_minimums') return { debtMinimums: value };
  return { entertainmentBudget: value };
}

function statedText(
  args: z.output<typeof schema>,
  amount: Money | null,
  status: BudgetStatus,
  turn: ToolTurn,
): string {
  const { voice } = turn;
  const name = NAMES[args.figure];
  const value = amount ? voice.money(amount) : `${args.percent}% of your income`;
  const per =
    args.per && args.per !== 'monthly' && amount
      ? {
          weekly: ' a week',
          fortnightly: ' every two weeks',
          'four-weekly': ' every four weeks',
          quarterly: ' a quarter',
          annual: ' a year',
          daily: ' a day',
        }[args.per]
      : amount
        ? ' a month'
        : '';
  const noted = voice.pick(
    `Noted: your ${name} ${PLURAL.has(name) ? 'are' : 'is'} ${value}${per}.`,
    `Thanks, I’ll go with ${value}${per} for your ${name}.`,
  );
  if (turn.more) return noted;
  if (args.figure === 'entertainment_budget') {
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
    args.figure === 'monthly_income' && status.fixedNeeds.amount.minor === 0
      ? ' Tell me your rent and bills too (“my bills are 1,400”), and it gets more accurate.'
      : '';
  return `${noted} ${suggestion}${missing}`;
}

/** What saving changes, or why it changes nothing: the budget is the smallest of three, and saving moves one of them. */
function savingsText(
  args: z.output<typeof schema>,
  earlier: BudgetStatus,
  status: BudgetStatus,
  { voice }: ToolTurn,
): string {
  const saved = voice.money(status.savings.amount);
  const noted =
    args.percent === undefined
      ? `Noted: ${saved} a month goes into savings.`
      : `Noted: ${args.percent}% of your income goes into savings, **${saved}** a month.`;
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
async function seenBesides(
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
