import { z } from 'zod';
import type { BudgetStatus } from '../../domain/budget/status.js';
import { fromMajor, type Money, multiply } from '../../domain/money.js';
import { amountFact, numberFact } from '../conversation/claims/facts.js';
import { monthlyOf } from '../conversation/understanding/rhythms.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { getFinancialProfile } from '../finance/get-financial-profile.js';
import { type StatedChanges, updateFinancialProfile } from '../finance/update-financial-profile.js';
import type { CoreContext } from '../ports/context.js';
import { askFigure } from './ask-figure.js';
import { budgetFacts } from './budget-words.js';
import { inForce, isPartFigure, resolvePart, resolveWhole, toldSum } from './resolve-parts.js';
import { NAMES, savingsText, seenBesides, statedText } from './stated-words.js';
import type { ToldSum } from './told-parts.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

const schema = z.object({
  figure: z.enum(['monthly_income', 'fixed_expenses', 'savings', 'debt_minimums', 'entertainment_budget']),
  amount: z.number().nonnegative().optional(),
  currency: z.string().length(3).optional(),
  percent: z.number().min(0).max(100).optional(),
  per: z.enum(['weekly', 'fortnightly', 'four-weekly', 'monthly', 'quarterly', 'annual', 'daily']).optional(),
  /** The amount, or the percentage, is what the figure grows or shrinks by. */
  change: z.enum(['more', 'less']).optional(),
  /** What of the figure it is, by its name ("rent", "car payment"); the rest stays as it is. */
  part: z.string().max(60).optional(),
  /** That part changes by the amount. */
  by: z.boolean().optional(),
  /** The part was asked about: it is among what was told, or on top of it. */
  settled: z.enum(['among', 'on-top', 'whole']).optional(),
  /** What the amount is made of. */
  parts: z.array(z.object({ name: z.string().max(60), amount: z.number().nonnegative() })).optional(),
  /** Of a figure that varies: the other end of what it comes to. */
  other: z.number().nonnegative().optional(),
  /** How often the one payment that is known comes in the rhythm. */
  times: z.number().int().min(1).max(10).optional(),
  /** Before tax. */
  gross: z.boolean().optional(),
  confirmed: z.boolean().optional(),
});
export type StatedArgs = z.output<typeof schema>;

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
    if (named && args.gross && args.figure === 'monthly_income' && !args.confirmed)
      return askFigure(turn, {
        what: 'net',
        figure: args.figure,
        amount: monthlyOf(named, args.per ?? null),
        change: args.change ?? null,
        part: args.part ?? null,
      });
    const earlier = await getBudgetStatus(context, { userId: turn.userId });
    const resolved = await resolve(context, turn, { args, named, earlier });
    if ('result' in resolved) return resolved.result;
    return keep(context, turn, { args, named, earlier, resolved });
  },
});

/** A figure as it is from now on: of what rhythm it is, and of what parts. */
interface Resolved {
  readonly amount: Money | null;
  readonly per: StatedArgs['per'];
  readonly sum?: ToldSum;
}

interface Told {
  readonly args: StatedArgs;
  readonly named: Money | null;
  readonly earlier: BudgetStatus;
}

async function keep(
  context: CoreContext,
  turn: ToolTurn,
  { args, named, earlier, resolved }: Told & { readonly resolved: Resolved },
): Promise<ToolResult> {
  const { amount, per, sum } = resolved;
  const before = inForce(earlier, args.figure, true);
  const partsBefore = (await toldSum(context, turn, args.figure))?.parts ?? [];
  const stated = changes(args, resolved);
  if (!stated) return { text: 'How much is it, a month?', facts: [] };
  const { questions } = await updateFinancialProfile(context, {
    userId: turn.userId,
    stated,
    ...(amount && amount.currency !== turn.currency && { currency: amount.currency }),
    ...(turn.chatMessageId && { messageId: turn.chatMessageId }),
    ...(args.confirmed && { confirmed: true }),
  });
  const [question] = questions;
  const facts = factsOf(args, { named, amount, sum });
  if (question) {
    const pending = {
      kind: 'figure' as const,
      figure: args.figure,
      amount,
      percent: args.percent ?? null,
      per: per ?? null,
      ...(sum && { parts: [...sum.parts] }),
    };
    return { text: question.message, facts, memory: { pending } };
  }
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const kept = {
    figure: args.figure,
    amount: args.part || args.other !== undefined ? named : amount,
    percent: named ? null : (args.percent ?? null),
    per: (args.part || args.other !== undefined ? args.per : per) ?? null,
    own:
      named && sum && args.figure === 'monthly_income' && !args.part
        ? { amount: named, per: args.per ?? null }
        : null,
    part: args.part ?? null,
    by: args.by ?? false,
    change: args.change ?? null,
    other: args.other === undefined || !named ? null : fromMajor(args.other.toFixed(2), named.currency),
    sum: sum ?? null,
    annual: args.figure === 'monthly_income' && args.per === 'annual' && !args.part,
    gross: args.gross ?? false,
  };
  const text =
    args.figure === 'savings' && status.income && status.total
      ? savingsText(kept, earlier, status, turn)
      : statedText(kept, status, turn);
  const first = !earlier.fixedNeeds.sources.some(({ kind }) => kind === 'stated');
  const rest =
    args.figure === 'fixed_expenses' && first && !args.part ? await seenBesides(context, turn) : null;
  return {
    text: rest ? `${text} ${rest.text}` : text,
    facts: [...facts, ...budgetFacts(status), ...(rest?.facts ?? [])],
    memory: {
      figure: args.figure,
      done: {
        what: 'figure',
        figure: args.figure,
        before,
        change: args.change ?? null,
        part: args.part ?? null,
        parts: [...partsBefore],
      },
    },
  };
}

function factsOf(
  args: StatedArgs,
  {
    named,
    amount,
    sum,
  }: { readonly named: Money | null; readonly amount: Money | null; readonly sum: ToldSum | undefined },
) {
  if (!amount) return [numberFact(NAMES[args.figure], 'share', args.percent ?? 0, 'percent')];
  return [
    amountFact(NAMES[args.figure], 'stated', amount),
    ...(named ? [amountFact(args.part ?? NAMES[args.figure], 'told', named)] : []),
    ...(named && args.other !== undefined
      ? [amountFact(NAMES[args.figure], 'other', fromMajor(args.other.toFixed(2), named.currency))]
      : []),
    ...(args.percent === undefined ? [] : [numberFact(NAMES[args.figure], 'share', args.percent, 'percent')]),
    ...(sum?.parts ?? []).map(({ name, minor }) => amountFact(name, 'told', { ...amount, minor })),
  ];
}

/** The figure as it is from now on: with a step up or down, or with a part of it put in its place. */
async function resolve(
  context: CoreContext,
  turn: ToolTurn,
  { args, named, earlier }: Told,
): Promise<Resolved | { readonly result: ToolResult }> {
  const { figure, per } = args;
  if (args.confirmed && named && args.parts && isPartFigure(figure)) {
    const parts = args.parts.map(({ name, amount }) => ({
      name,
      minor: fromMajor(amount.toFixed(2), named.currency).minor,
    }));
    return { amount: named, per, ...(parts.length > 0 && { sum: { amount: named, parts } }) };
  }
  if (args.confirmed) return { amount: named, per };
  if (figure === 'monthly_income' && !named && per && args.percent === undefined) {
    const payment = await perPayment(context, turn);
    return { amount: payment && multiply(payment, args.times ?? 1, 'half-up'), per };
  }
  if (isPartFigure(figure) && named) {
    const told = { args, told: monthlyOf(named, per ?? null), earlier, figure };
    const part = args.part
      ? await resolvePart(context, turn, { ...told, part: args.part })
      : args.change
        ? null
        : await resolveWhole(context, turn, told);
    if (part && 'sum' in part) return { amount: part.sum.amount, per: 'monthly', sum: part.sum };
    if (part) return part;
  }
  if (figure === 'entertainment_budget' && args.percent !== undefined && !args.change)
    return ofIncome(earlier, args.percent);
  if (!args.change || (figure === 'savings' && !named)) return { amount: named, per };
  return stepped(context, turn, { args, named, earlier });
}

function ofIncome({ income }: BudgetStatus, percent: number): Resolved | { readonly result: ToolResult } {
  if (income) return { amount: multiply(income.amount, percent / 100, 'half-up'), per: 'monthly' };
  return {
    result: {
      text: `${percent}% of your income for fun: I’d gladly set that, once I know your income. What arrives in a month?`,
      facts: [numberFact('fun budget', 'share', percent, 'percent')],
    },
  };
}

async function stepped(
  context: CoreContext,
  turn: ToolTurn,
  { args, named, earlier }: Told,
): Promise<Resolved | { readonly result: ToolResult }> {
  const now = inForce(earlier, args.figure, false);
  const step = named
    ? monthlyOf(named, args.per ?? null)
    : now && args.percent !== undefined
      ? multiply(now, args.percent / 100, 'half-up')
      : null;
  if (!step) return { amount: null, per: args.per };
  if (!now || now.currency !== step.currency) {
    const known = args.change === 'more' && args.figure !== 'entertainment_budget';
    if (known) return { amount: step, per: 'monthly' };
    const text = `I don’t know your ${NAMES[args.figure]} yet, so I can’t change it by that. What is it a month?`;
    return { result: { text, facts: [amountFact('asked', 'amount', step)] } };
  }
  const minor = Math.max(0, now.minor + (args.change === 'more' ? step.minor : -step.minor));
  const sum = await toldSum(context, turn, args.figure);
  const parts = sum && sum.amount.minor === now.minor && args.change === 'more' ? sum.parts : [];
  const amount = { ...now, minor };
  return { amount, per: 'monthly', ...(parts.length > 0 && { sum: { amount, parts } }) };
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

function changes(args: StatedArgs, { amount, per, sum }: Resolved): StatedChanges | null {
  if (args.figure === 'savings' && args.percent !== undefined) return { savings: { percent: args.percent } };
  if (!amount) return null;
  const parts = sum && sum.parts.length > 0 ? { parts: sum.parts } : {};
  const value =
    per === 'daily' ? { amount: monthlyOf(amount, per) } : { amount, ...(per && { per }), ...parts };
  if (args.figure === 'monthly_income') return { monthlyIncome: value };
  if (args.figure === 'fixed_expenses') return { fixedExpenses: value };
  if (args.figure === 'savings') return { savings: value };
  if (args.figure === 'debt_minimums') return { debtMinimums: value };
  return { entertainmentBudget: value };
}
