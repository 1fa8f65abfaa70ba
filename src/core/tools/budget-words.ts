import type { BudgetStatus } from '../../domain/budget/status.js';
import { monthOf } from '../../domain/calendar.js';
import { type Money, zero } from '../../domain/money.js';
import { amountFact, dateFact, type Fact, numberFact } from '../conversation/claims/facts.js';
import type { Voice } from '../conversation/voice.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import type { CoreContext } from '../ports/context.js';
import type { BudgetForFun } from '../recommendations/types.js';
import type { ToolTurn } from './tool.js';

/** The budget as it bounds recommendations. */
export async function budgetForFun(
  context: CoreContext,
  turn: ToolTurn,
): Promise<{ readonly status: BudgetStatus; readonly budget: BudgetForFun }> {
  const status = await getBudgetStatus(context, { userId: turn.userId });
  return { status, budget: { remaining: remainingOf(status), total: status.total?.amount ?? null } };
}

/** What may still be spent: never negative, nothing where nothing is discretionary, null where nobody knows. */
export function remainingOf(status: BudgetStatus): Money | null {
  if (status.state === 'free-only') return zero(status.currency);
  if (!status.left) return null;
  return status.left.amount.minor < 0 ? zero(status.currency) : status.left.amount;
}

/** Every figure of the budget that a reply may use. */
export function budgetFacts(status: BudgetStatus): Fact[] {
  const facts: Fact[] = [];
  const period = monthOf(status.period.end);
  const put = (subject: string, measure: string, figure: { amount: Money; approximate: boolean } | null) => {
    if (figure) facts.push(amountFact(subject, measure, figure.amount, figure.approximate, period));
  };
  put('budget', 'total', status.total);
  put('budget', 'monthly', status.monthlyBudget);
  put('budget', 'left', status.left);
  put('budget', 'spent', status.spent);
  put('budget', 'per day', status.leftPerDay);
  put('budget', 'committed', status.committed);
  put('budget', 'subscriptions due', status.subscriptionsDue);
  put('budget', 'projection', status.projection);
  put('budget', 'suggested', status.derivedBudget);
  put('budget', 'carried over', status.carry);
  put('income', 'monthly', status.income);
  put('needs', 'monthly', status.fixedNeeds);
  put('savings', 'monthly', status.savings);
  put('discretionary', 'monthly', status.discretionary);
  for (const anchor of status.anchors) put(anchor.label, 'monthly', anchor.figure);
  if (status.left && status.left.amount.minor < 0) {
    const over = { minor: -status.left.amount.minor, currency: status.left.amount.currency };
    facts.push(amountFact('budget', 'over', over, false, period));
  }
  facts.push(numberFact('budget', 'days left', status.period.daysLeft, 'days'));
  facts.push(dateFact('budget', 'period end', status.period.end));
  if (status.data.lastDate) facts.push(dateFact('statements', 'last date', status.data.lastDate));
  return facts;
}

/** How the suggestion was chosen: each bound with its own sum, a line each. */
export function howWords({ anchors, derivedBudget }: BudgetStatus): string {
  const floor = anchors.find(({ role }) => role === 'floor');
  const habit = anchors.find(({ role }) => role === 'habit');
  const third = habit && floor && habit.figure.amount.minor > floor.figure.amount.minor ? habit : floor;
  const bounds = [...anchors.filter(({ role }) => role === 'cap'), ...(third ? [third] : [])];
  if (bounds.length < 3 || !derivedBudget) return '';
  return `How I got there: it’s the smallest of three.\n${bounds.map(({ figure }) => `- ${capital(figure.arithmetic)}`).join('\n')}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "this month" or "this pay cycle". */
export function periodWords(status: BudgetStatus): string {
  return status.period.kind === 'month' ? 'this month' : 'this pay cycle';
}

/** A sentence on what is left for fun, or by how much it is overspent; empty where nobody knows. */
export function leftWords(status: BudgetStatus, voice: Voice): string {
  const left = status.left?.amount;
  if (!left) return '';
  return left.minor < 0
    ? ` You’re **${voice.money({ ...left, minor: -left.minor })}** over your fun budget ${periodWords(status)}.`
    : ` **${voice.money(left)}** is left for fun ${periodWords(status)}.`;
}

/** "$20 left", or "$5 over". */
export function leftOf(left: Money, voice: Voice): string {
  return left.minor < 0
    ? `${voice.money({ ...left, minor: -left.minor })} over`
    : `${voice.money(left)} left`;
}

/** What to say where the income is not known yet. */
export const NO_INCOME_WORDS =
  'I don’t know your income yet, so I can’t say what you can spend. Drop a bank statement or pay stub (PDF) here, or just tell me, like “I make 3,200 a month”.';
