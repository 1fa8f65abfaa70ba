import type { Money } from '../../domain/money.js';
import { amountFact } from '../conversation/claims/facts.js';
import { supposeSavings } from '../finance/suppose-savings.js';
import type { CoreContext } from '../ports/context.js';
import { budgetFacts, NO_INCOME_WORDS, periodWords } from './budget-words.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** "What if I put 200 aside?": the fun budget with that much saved a month, beside the one in force. Changes nothing. */
export async function supposeSavingsWords(
  context: CoreContext,
  turn: ToolTurn,
  amount: Money,
): Promise<ToolResult> {
  const { now, supposed, savings } = await supposeSavings(context, { userId: turn.userId, savings: amount });
  const { voice } = turn;
  const facts = [amountFact('savings', 'supposed', savings), ...budgetFacts(now)];
  if (!now.income || !now.derivedBudget || !supposed.derivedBudget || !supposed.discretionary) {
    const known = now.total
      ? ` Your fun budget of ${voice.money(now.total.amount)} would stay what you set.`
      : '';
    return { text: `${now.income ? 'I can’t work that out yet.' : NO_INCOME_WORDS}${known}`, facts };
  }
  const own = now.statedBudget;
  const before = now.derivedBudget.amount;
  const after = supposed.derivedBudget.amount;
  const same = before.minor === after.minor;
  const budget = own
    ? `Your own fun budget of **${voice.money(own.amount)}** would stay; worked out from your figures it would be ${voice.money(after)}${same ? ' as well' : ''}.`
    : same
      ? `Your fun budget would stay **${voice.money(after)}** a month.`
      : `Your fun budget would go from ${voice.money(before)} to **${voice.money(after)}** a month.`;
  const spent = now.spent.amount;
  const left = own ? null : { ...after, minor: after.minor - spent.minor };
  const rest =
    left && left.minor >= 0
      ? ` With ${voice.money(spent)} spent, ${voice.money(left)} would be left ${periodWords(now)}.`
      : left
        ? ` With ${voice.money(spent)} spent already, that’s ${voice.money({ ...left, minor: -left.minor })} too much ${periodWords(now)}.`
        : '';
  const sum = `- ${voice.money(now.income.amount)} income − ${voice.money(now.fixedNeeds.amount)} needs − ${voice.money(savings)} saved${now.debtMinimums.amount.minor > 0 ? ` − ${voice.money(now.debtMinimums.amount)} debts` : ''} = ${voice.money(supposed.discretionary.amount)} to decide over`;
  return {
    text: `With ${voice.money(savings)} put aside each month: ${budget}${rest}\n\n${sum}\n\nNothing is changed; say “I save ${voice.money(savings)} a month” if you want it so.`,
    facts: [
      ...facts,
      amountFact('budget', 'supposed', after),
      amountFact('discretionary', 'supposed', supposed.discretionary.amount),
      ...(left ? [amountFact('budget', 'supposed left', { ...left, minor: Math.abs(left.minor) })] : []),
    ],
    memory: { figure: 'entertainment_budget', subject: null },
  };
}
