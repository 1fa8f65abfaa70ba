import { z } from 'zod';
import { monthlyEquivalent } from '../../domain/analysis/typical.js';
import type { BudgetStatus } from '../../domain/budget/status.js';
import { fromMajor, type Money, multiply } from '../../domain/money.js';
import { amountFact, numberFact } from '../conversation/claims/facts.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { getFinancialProfile } from '../finance/get-financial-profile.js';
import { type StatedChanges, updateFinancialProfile } from '../finance/update-financial-profile.js';
import type { CoreContext } from '../ports/context.js';
import { askFigure } from './ask-figure.js';
import { budgetFacts } from './budget-words.js';
import { NAMES, savingsText, seenBesides, statedText } from './stated-words.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

const schema = z.object({
  figure: z.enum(['monthly_income', 'fixed_expenses', 'savings', 'debt_minimums', 'entertainment_budget']),
  amount: z.number().nonnegative().optional(),
  currency: z.string().length(3).optional(),
  percent: z.number().min(0).max(100).optional(),
  per: z.enum(['weekly', 'fortnightly', 'four-weekly', 'monthly', 'quarterly', 'annual', 'daily']).optional(),
  /** The amount, or the percentage, is what the figure grows or shrinks by. */
  change: z.enum(['more', 'less']).optional(),
  /** The category of needs that it is; the others stay as they are. */
  part: z.string().max(40).optional(),
  /** Before tax. */
  gross: z.boolean().optional(),
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
    const earlier = await getBudgetStatus(context, { userId: turn.userId });
    const resolved = await resolve(context, turn, { args, named, earlier });
    if ('ask' in resolved) return resolved.ask;
    const { amount } = resolved;
    const before = inForce(earlier, args.figure, true);
    const stated = changes(resolved.args, amount);
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
      ? [
          amountFact(NAMES[args.figure], 'stated', amount),
          ...(named ? [amountFact(NAMES[args.figure], 'told', named)] : []),
        ]
      : [numberFact(NAMES[args.figure], 'share', args.percent ?? 0, 'percent')];
    if (question) {
      const pending = {
        kind: 'figure' as const,
        figure: args.figure,
        amount,
        percent: args.percent ?? null,
        per: resolved.args.per ?? null,
      };
      return { text: question.message, facts, memory: { pending } };
    }
    const status = await getBudgetStatus(context, { userId: turn.userId });
    const kept = {
      figure: args.figure,
      amount: args.part ? named : amount,
      percent: amount ? null : (args.percent ?? null),
      per: (args.part ? args.per : resolved.args.per) ?? null,
      part: args.part ?? null,
      gross: args.gross ?? false,
    };
    const text =
      args.figure === 'savings' && status.income && status.total
        ? savingsText(kept, earlier, status, turn)
        : statedText(kept, status, turn);
    const first = !earlier.fixedNeeds.sources.some(({ kind }) => kind === 'stated');
    const part =
      args.figure === 'fixed_expenses' && first && !args.part ? await seenBesides(context, turn) : null;
    return {
      text: part ? `${text} ${part.text}` : text,
      facts: [...facts, ...budgetFacts(status), ...(part?.facts ?? [])],
      memory: {
        figure: args.figure,
        done: {
          what: 'figure',
          figure: args.figure,
          before,
          change: args.change ?? null,
          part: args.part ?? null,
        },
      },
    };
  },
});

type Args = z.output<typeof schema>;
type Resolved = { readonly amount: Money | null; readonly args: Args } | { readonly ask: ToolResult };

/** The figure as it is from now on: with a step up or down, or with a part of the needs put in its place. */
async function resolve(
  context: CoreContext,
  turn: ToolTurn,
  {
    args,
    named,
    earlier,
  }: { readonly args: Args; readonly named: Money | null; readonly earlier: BudgetStatus },
): Promise<Resolved> {
  if (args.confirmed) return { amount: named, args };
  if (args.figure === 'monthly_income' && !named && args.per && args.percent === undefined)
    return { amount: await perPayment(context, turn), args };
  if (args.figure === 'fixed_expenses' && args.part && named)
    return withPart(context, turn, { args, part: args.part, told: monthlyOf(named, args.per), earlier });
  if (!args.change || (args.figure === 'savings' && !named)) return { amount: named, args };
  const now = inForce(earlier, args.figure, false);
  const step = named
    ? monthlyOf(named, args.per)
    : now && args.percent !== undefined
      ? multiply(now, args.percent / 100, 'half-up')
      : null;
  if (!step) return { amount: null, args };
  if (!now || now.currency !== step.currency) {
    const known = args.change === 'more' && args.figure !== 'entertainment_budget';
    if (known) return { amount: step, args: { ...args, per: 'monthly' } };
    const text = `I don’t know your ${NAMES[args.figure]} yet, so I can’t change it by that. What is it a month?`;
    return { ask: { text, facts: [amountFact('asked', 'amount', step)] } };
  }
  const minor = now.minor + (args.change === 'more' ? step.minor : -step.minor);
  return { amount: { ...now, minor: Math.max(0, minor) }, args: { ...args, per: 'monthly' } };
}

/** One category of the needs takes the place of what statements show of it; told needs may hold it already. */
async function withPart(
  context: CoreContext,
  turn: ToolTurn,
  {
    args,
    part,
    told,
    earlier,
  }: { readonly args: Args; readonly part: string; readonly told: Money; readonly earlier: BudgetStatus },
): Promise<Resolved> {
  const needs = earlier.fixedNeeds.amount;
  const monthly = { ...args, per: 'monthly' as const };
  if (needs.minor === 0 || needs.currency !== told.currency) return { amount: told, args: monthly };
  const own = earlier.fixedNeeds.sources.some(({ kind }) => kind === 'stated');
  if (own && args.change !== 'more' && told.minor <= needs.minor) {
    const asked = { what: 'on-top' as const, figure: args.figure, amount: told, change: null, part };
    return { ask: askFigure(turn, asked) };
  }
  const { categories } = await getFinancialProfile(context, { userId: turn.userId });
  const seen = own
    ? null
    : categories.find(({ category }) => category === part && category !== null)?.figure.amount;
  const others = needs.minor - (seen && seen.currency === needs.currency ? seen.minor : 0);
  return { amount: { ...needs, minor: Math.max(0, others) + told.minor }, args: monthly };
}

/** "It’s every two weeks": of the one pay that is known, what comes each time. */
async function perPayment(context: CoreContext, turn: ToolTurn): Promise<Money | null> {
  const { incomeStreams, payments } = await getFinancialProfile(context, { userId: turn.userId });
  const [only, another] = incomeStreams;
  return only && !another
    ? only.perPayment
    : incomeStreams.length === 0
      ? (payments.at(-1)?.amount ?? null)
      : null;
}

/** A figure a month; a day's has no cadence of its own among recurring payments: a month is 365.25 / 12 days. */
function monthlyOf(amount: Money, per: Args['per']): Money {
  if (!per || per === 'monthly') return amount;
  return per === 'daily' ? multiply(amount, 365.25 / 12, 'half-up') : monthlyEquivalent(amount, per);
}

/** The figure that counts now; `own`: only as it was told. */
function inForce(status: BudgetStatus, figure: Args['figure'], own: boolean): Money | null {
  const found = {
    monthly_income: status.income,
    fixed_expenses: status.fixedNeeds,
    savings: status.savings,
    debt_minimums: status.debtMinimums,
    entertainment_budget: own ? status.statedBudget : (status.monthlyBudget ?? status.total),
  }[figure];
  if (!found) return null;
  const stated = found.sources.some(({ kind }) => kind === 'stated');
  return own && !stated ? null : found.amount;
}

function changes(args: Args, amount: Money | null): StatedChanges | null {
  if (args.figure === 'savings' && args.percent !== undefined) return { savings: { percent: args.percent } };
  if (!amount) return null;
  const value =
    args.per === 'daily'
      ? { amount: monthlyOf(amount, args.per) }
      : { amount, ...(args.per && { per: args.per }) };
  if (args.figure === 'monthly_income') return { monthlyIncome: value };
  if (args.figure === 'fixed_expenses') return { fixedExpenses: value };
  if (args.figure === 'savings') return { savings: value };
  if (args.figure === 'debt_minimums') return { debtMinimums: value };
  return { entertainmentBudget: value };
}
