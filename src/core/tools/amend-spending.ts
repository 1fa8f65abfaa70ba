import { type Money, toMajor } from '../../domain/money.js';
import { amountFact, nameFact } from '../conversation/claims/facts.js';
import { correctSpending } from '../finance/correct-spending.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import type { CoreContext } from '../ports/context.js';
import { budgetFacts, leftWords } from './budget-words.js';
import { logSpendingTool } from './log-spending.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** What a spend really was; all null: it was none. */
export interface Amendment {
  readonly amount: Money | null;
  readonly description?: string | null;
  readonly on?: string | null;
  /** The description of an earlier spend, where not the last is meant. */
  readonly which?: string;
}

/** Puts the last spend right: what is said takes the place of what was told; nothing said takes the spend back. */
export async function amendSpending(
  context: CoreContext,
  turn: ToolTurn,
  right: Amendment,
): Promise<ToolResult> {
  const named = turn.memory.spends.find(({ description }) => description === right.which);
  const last: ToolTurn['memory']['lastSpend'] = named ?? turn.memory.lastSpend;
  if (!last) return { text: 'There is no spend that I could put right.', facts: [] };
  const target = { transactionId: last.transactionId };
  await correctSpending(context, { userId: turn.userId, target, change: { ignored: true } });
  const other = right.description ?? right.on ?? null;
  const amount = right.amount ?? (other === null ? null : (last.amount ?? null));
  if (amount) {
    const logged = await logSpendingTool.call(context, turn, {
      amount: toMajor(amount),
      currency: amount.currency,
      description: right.description ?? last.description,
      ...((right.on ?? last.on) && { on: right.on ?? last.on }),
    });
    return { ...logged, text: `Corrected. ${logged.text}` };
  }
  const status = await getBudgetStatus(context, { userId: turn.userId });
  return {
    text: `Taken back: ${last.description} no longer counts.${leftWords(status, turn.voice)}`,
    facts: [
      amountFact(last.description, 'spent', { minor: 0, currency: turn.currency }),
      nameFact(last.description),
      ...budgetFacts(status),
    ],
    memory: { lastSpend: null, figure: 'left', subject: null, done: null },
  };
}
