import { type Money, toMajor } from '../../domain/money.js';
import { nameFact, titleFact } from '../conversation/claims/facts.js';
import type { Done } from '../conversation/memory.js';
import { addSubscription } from '../finance/add-subscription.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { updateFinancialProfile } from '../finance/update-financial-profile.js';
import type { CoreContext } from '../ports/context.js';
import { deleteWish } from '../recommendations/delete-wish.js';
import { markItem } from '../recommendations/mark-item.js';
import { saveWish } from '../recommendations/save-wish.js';
import { updatePreferences } from '../recommendations/update-preferences.js';
import { amendSpending } from './amend-spending.js';
import { budgetFacts, periodWords } from './budget-words.js';
import { correctSpendingTool } from './correct-spending.js';
import { statedFigureTool } from './stated-figures.js';
import { changeSubscriptionTool } from './subscriptions.js';
import type { ToolResult, ToolTurn } from './tool.js';

const FIELDS = {
  monthly_income: 'monthlyIncome',
  fixed_expenses: 'fixedExpenses',
  savings: 'savings',
  debt_minimums: 'debtMinimums',
  entertainment_budget: 'entertainmentBudget',
} as const;

/** Takes back what was done last: a spend, a mark, a figure, a service, a taste. */
export async function undoLast(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const { done } = turn.memory;
  const memory = { done: null };
  if (!done) return { text: 'There is nothing that I could take back.', facts: [] };
  const { userId } = turn;
  if (done.what === 'spend') return amendSpending(context, turn, { amount: null });
  if (done.what === 'figure') return restoreFigure(context, turn);
  if (done.what === 'subscription') {
    if (done.change === 'add') {
      const ended = await changeSubscriptionTool.call(context, turn, { change: 'end', name: done.name });
      return { ...ended, memory };
    }
    const added = await addSubscription(context, { userId, name: done.name });
    return { text: `${added.name} is back on your list.`, facts: [nameFact(added.name)], memory };
  }
  if (done.what === 'correction') {
    const put = await correctSpendingTool.call(context, turn, correctSpendingTool.schema.parse(done.back));
    return { ...put, text: `Taken back. ${put.text}`, memory };
  }
  if (done.what === 'taste') {
    await updatePreferences(context, {
      userId,
      changes: {
        preferredGenres: { remove: done.likes },
        dislikedGenres: { remove: done.dislikes },
        preferredActivities: { remove: done.activities },
      },
    });
    const names = [...done.likes, ...done.dislikes, ...done.activities];
    return {
      text: `Forgotten: I no longer hold ${turn.voice.list(names)} for or against anything.`,
      facts: names.map(nameFact),
      memory,
    };
  }
  const { itemId, title, reaction } = done;
  if (reaction === 'saved') await deleteWish(context, { userId, itemId });
  else if (reaction === 'unsaved') await saveWish(context, { userId, itemId });
  else if (reaction === 'seen' || reaction === 'owned' || reaction === 'rejected' || reaction === 'purchased')
    await markItem(context, { userId, itemId, state: reaction, on: false });
  const text =
    reaction === 'saved'
      ? `**${title}** is off your wishlist again.`
      : reaction === 'unsaved'
        ? `**${title}** is back on your wishlist.`
        : `Taken back. **${title}** may come up again.`;
  return { text, facts: [titleFact(title, itemId)], memory: { ...memory, subject: { itemId, title } } };
}

async function restoreFigure(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const { done } = turn.memory;
  if (done?.what !== 'figure') return { text: 'There is nothing that I could take back.', facts: [] };
  await putBack(context, turn, done);
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const total = status.total?.amount;
  const now = total ? ` Your fun budget is **${turn.voice.money(total)}** ${periodWords(status)}.` : '';
  return { text: `Taken back.${now}`, facts: budgetFacts(status), memory: { done: null, figure: 'left' } };
}

type DoneFigure = Extract<Done, { what: 'figure' }>;

/** The figure as it was told before; what documents say where it wasn't. */
async function putBack(
  context: CoreContext,
  turn: ToolTurn,
  { figure, before, parts }: DoneFigure,
): Promise<void> {
  await updateFinancialProfile(context, {
    userId: turn.userId,
    stated: { [FIELDS[figure]]: before ? { amount: before, parts } : null },
    confirmed: true,
  });
}

/** The figure that was changed last is another: it is taken back, and told anew with the right amount. */
export async function amendFigure(context: CoreContext, turn: ToolTurn, amount: Money): Promise<ToolResult> {
  const { done } = turn.memory;
  if (done?.what !== 'figure') return { text: 'Which figure do you mean?', facts: [] };
  const { change, figure, part } = done;
  await putBack(context, turn, done);
  return statedFigureTool.call(context, turn, {
    figure,
    amount: toMajor(amount),
    currency: amount.currency,
    ...(change && { change }),
    ...(part && { part }),
  });
}
