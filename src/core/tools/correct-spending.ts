import { z } from 'zod';
import type { BudgetStatus } from '../../domain/budget/status.js';
import { isIsoDate } from '../../domain/calendar.js';
import { type Category, categoryLabel, groupOf, isCategory } from '../../domain/categories/categories.js';
import { fromMajor, type Money } from '../../domain/money.js';
import { amountFact, dateFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import { correctSpending } from '../finance/correct-spending.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { listTransactions } from '../finance/list-transactions.js';
import type { Correction } from '../finance/results.js';
import type { CoreContext } from '../ports/context.js';
import { budgetFacts, leftWords } from './budget-words.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

/** "That was groceries" with nothing before it: the latest spends are named, nothing is changed. */
async function askWhich(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const { transactions } = await listTransactions(context, { userId: turn.userId, limit: 3, offset: 0 });
  const names = [...new Set(transactions.map(({ transaction }) => transaction.merchantName))];
  if (names.length === 0) return { text: 'Which spend do you mean? I have none on record yet.', facts: [] };
  return {
    text: `Which one do you mean? The latest are ${turn.voice.list(names)}. Say it like “${names[0]} was groceries”.`,
    facts: names.map(nameFact),
  };
}

/** Corrects how a spend is counted. */
export const correctSpendingTool = defineTool({
  name: 'correct_spending',
  description: 'Corrects the category of a spend or merchant, or leaves it out of the figures.',
  schema: z.object({
    merchant: z.string().max(120).optional(),
    /** Only lines of that amount. */
    amount: z.number().positive().optional(),
    /** Only the line of that day, or of that day of a month. */
    on: z.string().refine(isIsoDate, 'must be a date like 2026-03-31').optional(),
    /** Only the latest line. */
    once: z.boolean().optional(),
    category: z.string().max(40).optional(),
    not_entertainment: z.boolean().optional(),
    ignored: z.boolean().optional(),
  }),
  examples: [{ category: 'groceries' }, { merchant: 'Netflix', not_entertainment: true }, { ignored: true }],
  private: true,
  effect: 'writes',
  async call(context, turn, args) {
    const spend = turn.memory.lastSpend;
    const amount = amountOf(args, turn);
    if (!args.merchant && !amount && !spend) return askWhich(context, turn);
    const target = amount
      ? { merchant: CALLED.test(args.merchant ?? '') ? null : (args.merchant ?? null), amount }
      : args.merchant
        ? { merchant: args.merchant, ...(args.on && { on: args.on }) }
        : { transactionId: spend?.transactionId ?? '' };
    const change =
      args.category && isCategory(args.category)
        ? { category: args.category }
        : args.not_entertainment
          ? { entertainment: false as const }
          : { ignored: args.ignored ?? true };
    const corrected = await correctSpending(context, {
      userId: turn.userId,
      target,
      change,
      ...((args.once || args.on) && { scope: 'transaction' as const }),
    });
    const [question] = corrected.questions;
    if (question && corrected.transactionIds.length === 0) return { text: question.message, facts: [] };
    const name = corrected.merchantName ?? spend?.description ?? 'That';
    const facts = [nameFact(name)];
    const back = wayBack(args, corrected);
    const memory = back ? { done: { what: 'correction' as const, back } } : {};
    if ('ignored' in change && change.ignored && corrected.ignored === null)
      return neverCounted(context, turn, name, corrected);
    if (corrected.ignored === true) {
      const { line } = corrected;
      const which = line ? `${name}, ${turn.voice.money(line.amount)} on ${turn.voice.date(line.on)},` : name;
      const text = `Done: I leave ${which} out of your figures.`;
      return {
        text,
        facts: [...facts, ...lineFacts(name, corrected)],
        memory,
      };
    }
    if (corrected.ignored === false) return { text: `Done: ${name} counts again.`, facts, memory };
    const status = await getBudgetStatus(context, { userId: turn.userId });
    return {
      text: filedText(name, amount, corrected, status, turn),
      facts: [...facts, ...lineFacts(name, corrected), ...budgetFacts(status)],
      memory,
    };
  },
});

type Done = Extract<NonNullable<ToolTurn['memory']['done']>, { what: 'correction' }>;

/** What undoes a correction of a merchant or an amount; null where nothing tells what was before. */
function wayBack(
  {
    merchant,
    amount,
    on,
    once,
  }: {
    readonly merchant?: string | undefined;
    readonly amount?: number | undefined;
    readonly on?: string | undefined;
    readonly once?: boolean | undefined;
  },
  { ignored, from }: Correction,
): Done['back'] | null {
  if (merchant === undefined && amount === undefined) return null;
  const target = {
    ...(merchant !== undefined && { merchant }),
    ...(amount !== undefined && { amount }),
    ...(on !== undefined && { on }),
    ...(once !== undefined && { once }),
  };
  if (ignored !== null) return { ...target, ignored: !ignored };
  return from === null ? null : { ...target, category: from };
}

function lineFacts(name: string, { line }: Correction): Fact[] {
  return line ? [amountFact(name, 'spent', line.amount), dateFact(name, 'date', line.on)] : [];
}

/** "The 850 is no salary": the line is called by its amount. */
const CALLED = /^[$€£]?\s?(\d[\d,]*(?:\.\d{1,2})?)$/;

function amountOf(
  args: { readonly merchant?: string | undefined; readonly amount?: number | undefined },
  turn: ToolTurn,
): Money | null {
  if (args.amount !== undefined) return fromMajor(args.amount.toFixed(2), turn.currency);
  const called = CALLED.exec(args.merchant ?? '')?.[1];
  return called === undefined ? null : fromMajor(called.replaceAll(',', ''), turn.currency);
}

function filedText(
  name: string,
  amount: Money | null,
  corrected: Correction,
  status: BudgetStatus,
  turn: ToolTurn,
): string {
  const { voice } = turn;
  const left = corrected.transactionIds.length > 0 ? leftWords(status, voice) : '';
  const label = corrected.to ? categoryLabel(corrected.to).toLowerCase() : 'not fun money';
  const seen = corrected.transactionIds.length > 0;
  const rule = corrected.rule
    ? seen
      ? ' I’ll do the same from now on, and I’ve put earlier ones right too.'
      : ' I see none from there so far, so no figure changes yet; I’ll file it so when one comes.'
    : '';
  // Of a payee with many purposes only the lines of that amount are filed; the next one has to be told.
  const count = corrected.transactionIds.length;
  const lines = amount
    ? ` That’s ${count === 1 ? 'the one' : `the ${count}`} of ${voice.money(amount)}; others from there stay as they are, and when the next one comes, tell me again.`
    : '';
  const { line } = corrected;
  if (!corrected.rule && !amount && line) {
    const which = `${name}, ${voice.money(line.amount)} on ${voice.date(line.on)},`;
    return `Thanks, ${which} is ${label} now; others from there stay as they are.${needsWords(corrected, status, turn)}${left}`;
  }
  const filed = voice.pick(`Thanks, ${name} is ${label} now.`, `Changed: ${name} counts as ${label}.`);
  return `${filed}${rule}${lines}${needsWords(corrected, status, turn)}${left}`;
}

/** What the needs come to, where a correction changed them. */
function needsWords({ from, to }: Correction, status: BudgetStatus, { voice }: ToolTurn): string {
  const isNeed = (category: Category | null): boolean => category !== null && groupOf(category) === 'need';
  if (isNeed(from) === isNeed(to)) return '';
  const about = status.fixedNeeds.approximate ? 'about ' : '';
  return ` Your fixed needs come to ${about}**${voice.money(status.fixedNeeds.amount)}** a month with that.`;
}

/** A line that was in no figure before it should be left out. */
async function neverCounted(
  context: CoreContext,
  turn: ToolTurn,
  name: string,
  { from }: Correction,
): Promise<ToolResult> {
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const kind = from ? ` (${categoryLabel(from).toLowerCase()})` : '';
  const income = status.income
    ? ` Your income of ${turn.voice.money(status.income.amount)} a month is worked out without it.`
    : '';
  return {
    text: `${name}${kind} was never in your figures, so there’s nothing to take out.${income}`,
    facts: [nameFact(name), ...budgetFacts(status)],
    memory: { figure: 'monthly_income', subject: null },
  };
}
