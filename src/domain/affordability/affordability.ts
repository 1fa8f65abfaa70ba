import type { Analysis } from '../analysis/analyse.js';
import { derived, sumOf } from '../analysis/figures-of.js';
import { type MoneyBasis, moneyBasis } from '../budget/basis.js';
import { type Due, duesIn } from '../budget/dues.js';
import type { BudgetStatus } from '../budget/status.js';
import { dayNumber } from '../calendar.js';
import { groupOf } from '../categories/categories.js';
import type { Figure } from '../figures.js';
import { type Money, money, multiply, roundMinor, sum } from '../money.js';
import { type Cadence, timesPerYear } from '../recurrence/cadence.js';

/** The answer to "can I afford it?", with the sum. */
export interface Verdict {
  readonly verdict: 'yes' | 'yes-but' | 'no' | 'unknown';
  /** In the budget's currency. */
  readonly price: Money;
  readonly after: Figure | null;
  readonly room: Figure | null;
  readonly bills: readonly Due[];
  readonly billsTotal: Figure | null;
  readonly reason: string;
  readonly arithmetic: readonly string[];
  readonly savingPlan: { readonly periods: number; readonly perPeriod: Money } | null;
}

/** An overspend of up to half a budget can be made good later, as roll-over has it. */
const overspendShare = 0.5;
/** A purchase that takes more than this share of what is left deserves a "but". */
const largeShare = 0.6;

/**
 * Yes where both the entertainment budget and everything else of the period (income less spending, bills still due,
 * everyday needs to come, savings) hold the price; "yes, but" where it takes most of what is left or overspends by half
 * a budget at most; else no, with how long putting it aside would take. @param price in the budget's currency
 */
export function judgePrice(
  analysis: Analysis,
  budget: BudgetStatus,
  price: Money,
  recurring: Cadence | null,
): Verdict {
  const { say } = analysis;
  const bills = duesIn(analysis, { start: budget.period.start, end: budget.period.end });
  const room = roomOf(analysis, budget, bills);
  const billsTotal = totalOf(bills, analysis);
  const left = budget.left;
  const base = { price, room: room?.figure ?? null, bills, billsTotal };
  if (!left || !budget.periodBudget) {
    return {
      ...base,
      verdict: 'unknown',
      after: null,
      reason: 'I need to know your monthly income, or a budget of your own, to answer that.',
      arithmetic: room?.lines ?? [],
      savingPlan: null,
    };
  }
  const after = derived(
    money(left.amount.minor - price.minor, analysis.currency),
    `${say(left.amount)} − ${say(price)} = ${say(money(left.amount.minor - price.minor, analysis.currency))}`,
    'left after the purchase',
    [left],
  );
  const { verdict, reason } = decide(analysis, budget, {
    price,
    after,
    room: room?.figure ?? null,
    left,
    recurring,
  });
  return {
    ...base,
    verdict,
    after,
    reason,
    arithmetic: [`Left for fun: ${left.arithmetic}`, `After it: ${after.arithmetic}`, ...(room?.lines ?? [])],
    savingPlan: verdict === 'no' ? planFor(price, left.amount, budget.periodBudget.amount) : null,
  };
}

interface Case {
  readonly price: Money;
  readonly after: Figure;
  readonly room: Figure | null;
  readonly left: Figure;
  readonly recurring: Cadence | null;
}

function decide(
  { say }: Analysis,
  budget: BudgetStatus,
  { price, after, room, left, recurring }: Case,
): Pick<Verdict, 'verdict' | 'reason'> {
  const days = `${budget.period.daysLeft} ${budget.period.daysLeft === 1 ? 'day' : 'days'}`;
  const yearly = recurring
    ? ` It would cost ${say(multiply(price, timesPerYear(recurring), 'half-up'))} a year.`
    : '';
  if (price.minor === 0) return { verdict: 'yes', reason: 'It costs nothing.' };
  if (room && room.amount.minor < price.minor) {
    const rest = room.amount.minor > 0 ? `only ${say(room.amount)} is` : 'nothing is';
    return {
      verdict: 'no',
      reason: `After what you spent and the bills still due, ${rest} free until ${budget.period.end}.${yearly}`,
    };
  }
  if (after.amount.minor >= 0) {
    if (recurring)
      return {
        verdict: 'yes-but',
        reason: `It fits, but it comes again: ${say(price)} ${recurring}.${yearly}`,
      };
    const large = price.minor > left.amount.minor * largeShare && budget.period.daysLeft > 3;
    return large
      ? { verdict: 'yes-but', reason: `It fits, but leaves ${say(after.amount)} for the next ${days}.` }
      : { verdict: 'yes', reason: `It leaves ${say(after.amount)} for fun over ${days}.` };
  }
  const over = say(money(-after.amount.minor, price.currency));
  const bearable = (budget.periodBudget?.amount.minor ?? 0) * overspendShare;
  if (-after.amount.minor <= bearable && room) {
    return {
      verdict: 'yes-but',
      reason: `Your bills are covered, but it is ${over} more than is left for fun and would come off the next period.${yearly}`,
    };
  }
  return { verdict: 'no', reason: `It is ${over} more than is left for fun.${yearly}` };
}

/** What is left of everything in the period; null without an income. */
function roomOf(
  analysis: Analysis,
  budget: BudgetStatus,
  bills: readonly Due[],
): { figure: Figure; lines: string[] } | null {
  const basis = moneyBasis(analysis);
  const income = basis.income.inForce;
  if (!income) return null;
  const { say, currency, entries } = analysis;
  const months = budget.period.days / (365.25 / 12);
  const share = budget.period.kind === 'month' ? 1 : months;
  const expected = multiply(income.amount, share, 'down');
  const [start, end] = [dayNumber(budget.period.start), dayNumber(budget.period.end)];
  const inPeriod = entries.filter(({ day }) => day >= start && day <= end);
  const spent = sumOf(
    inPeriod.filter(({ kind }) => kind === 'spending'),
    currency,
    'Spent this period',
    say,
  );
  const contracts = new Set(analysis.charges.flatMap(({ transactionIds }) => transactionIds));
  const everyday = (entry: (typeof entries)[number]) =>
    entry.kind === 'spending' && groupOf(entry.category) === 'need' && !contracts.has(entry.id);
  const everydaySpent = inPeriod.filter(everyday).reduce((total, { minor }) => total + minor, 0);
  const everydayUsual = withoutContract(analysis, basis) * share;
  const everydayToCome = money(Math.max(0, roundMinor(everydayUsual - everydaySpent, 'half-up')), currency);
  const saved = inPeriod
    .filter(({ kind }) => kind === 'savings')
    .reduce((total, { minor }) => total + minor, 0);
  const toSave = money(Math.max(0, multiply(basis.savings.amount, share, 'half-up').minor - saved), currency);
  const due = sum(
    bills.map(({ figure }) => figure.amount),
    currency,
  );
  const amount = money(
    expected.minor - spent.amount.minor - due.minor - everydayToCome.minor - toSave.minor,
    currency,
  );
  const text = `${say(expected)} income − ${say(spent.amount)} spent − ${say(due)} bills still due − ${say(everydayToCome)} everyday needs${basis.debts.amount.minor > 0 ? ' and debts' : ''} to come − ${say(toSave)} to save = ${say(amount)}`;
  const figure = {
    ...derived(amount, text, 'free money of the period', [
      income,
      spent,
      ...bills.map((bill) => bill.figure),
    ]),
    approximate: true,
  };
  const lines = [
    `Everything: ${text}`,
    ...bills.map(({ name, dueOn, figure: bill }) => `Still due: ${name} ${say(bill.amount)} on ${dueOn}`),
  ];
  return { figure, lines };
}

/** A typical month's needs and debt payments that no contract fixes: groceries, fuel, a loan seen once. Minor units. */
function withoutContract(analysis: Analysis, { needs, debts }: MoneyBasis): number {
  const fixed = analysis.charges
    .filter(
      ({ ended, category, amount }) =>
        !ended && groupOf(category) === 'need' && amount.currency === analysis.currency,
    )
    .reduce((total, { amount, cadence }) => total + (amount.minor * timesPerYear(cadence)) / 12, 0);
  return Math.max(0, needs.amount.minor + debts.amount.minor - fixed);
}

function totalOf(bills: readonly Due[], { currency, say }: Analysis): Figure | null {
  if (bills.length === 0) return null;
  const amount = sum(
    bills.map(({ figure }) => figure.amount),
    currency,
  );
  return derived(
    amount,
    `${bills.map(({ name, figure }) => `${name} ${say(figure.amount)}`).join(' + ')} = ${say(amount)}`,
    'bills still due',
    bills.map(({ figure }) => figure),
  );
}

function planFor(price: Money, left: Money, perPeriod: Money): Verdict['savingPlan'] {
  if (perPeriod.minor <= 0) return null;
  const missing = price.minor - Math.max(0, left.minor);
  return { periods: Math.max(1, Math.ceil(missing / perPeriod.minor)), perPeriod };
}
