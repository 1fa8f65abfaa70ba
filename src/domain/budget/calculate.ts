import type { Analysis } from '../analysis/analyse.js';
import { derived } from '../analysis/figures-of.js';
import { monthlySums, monthsForMedian } from '../analysis/typical.js';
import type { Figure } from '../figures.js';
import { money, multiply, roundMinor, sum } from '../money.js';
import { type Cadence, timesPerYear } from '../recurrence/cadence.js';
import { median } from '../recurrence/statistics.js';
import { type MoneyBasis, moneyBasis } from './basis.js';
import { formulaText, type Suggestion, suggestBudget } from './formula.js';
import { notesFor, questionsFor } from './notes.js';
import { monthPeriod, payCycle } from './period.js';
import type { BudgetAnchor, BudgetPeriod, BudgetStatus } from './status.js';
import { carryFigure, outlookOf, type Usage, usageIn } from './usage.js';

/** This period's entertainment budget, with every anchor and the whole sum. Pure. */
export function budgetStatus(analysis: Analysis): BudgetStatus {
  const basis = moneyBasis(analysis);
  const { period, cadence } = periodFor(analysis);
  const suggestion = suggestionFor(analysis, basis);
  const monthly = basis.statedBudget ?? suggestion?.budget ?? null;
  const usage = usageIn(analysis, period);
  const periodBudget = monthly && forPeriod(monthly, cadence, analysis);
  const carry =
    periodBudget && analysis.records.rollOver ? carryFigure(analysis, period, periodBudget) : null;
  const total = periodBudget && withCarry(periodBudget, carry, analysis);
  const left = total && leftOf(total, usage, analysis);
  const outlook = total && left ? outlookOf(analysis, period, usage, total, left) : null;
  const arithmetic = lines({
    analysis,
    basis,
    suggestion,
    monthly,
    periodBudget,
    carry,
    total,
    usage,
    left,
    cadence,
    period,
  });
  return {
    state: stateOf(monthly, suggestion, basis),
    currency: analysis.currency,
    period,
    income: basis.income.inForce,
    fixedNeeds: basis.needs,
    savings: basis.savings,
    debtMinimums: basis.debts,
    discretionary: suggestion?.discretionary ?? null,
    anchors: anchorsOf(suggestion, basis.statedBudget),
    derivedBudget: suggestion?.budget ?? null,
    statedBudget: basis.statedBudget,
    monthlyBudget: monthly,
    periodBudget,
    carry,
    total,
    ...usage.figures,
    left,
    leftPerDay: left && perDay(left, period, analysis),
    projection: outlook?.projection ?? null,
    pace: outlook?.pace ?? { ratio: null, lastWeek: null, level: 'silent' },
    formula: formulaText,
    arithmetic,
    data: analysis.data,
    notes: notesFor(analysis, basis, suggestion, period),
    questions: questionsFor(analysis, monthly),
  };
}

function stateOf(
  monthly: Figure | null,
  suggestion: Suggestion | null,
  basis: MoneyBasis,
): BudgetStatus['state'] {
  if (monthly === null) return 'no-income';
  if (basis.statedBudget) return 'ready';
  return suggestion?.discretionary.amount.minor === 0 ? 'free-only' : 'ready';
}

function withCarry(periodBudget: Figure, carry: Figure | null, { say, currency }: Analysis): Figure {
  if (!carry) return periodBudget;
  const amount = money(periodBudget.amount.minor + carry.amount.minor, currency);
  const sign = carry.amount.minor < 0 ? '−' : '+';
  const carried = say(money(Math.abs(carry.amount.minor), currency));
  const text = `${say(periodBudget.amount)} ${sign} ${carried} carried over = ${say(amount)}`;
  return derived(amount, text, 'budget with roll-over', [periodBudget, carry]);
}

function periodFor(analysis: Analysis): { period: BudgetPeriod; cadence: Cadence } {
  const cycle =
    analysis.records.periodKind === 'pay_cycle' ? payCycle(analysis.today, analysis.income.streams) : null;
  return cycle ?? { period: monthPeriod(analysis.today), cadence: 'monthly' };
}

function suggestionFor(analysis: Analysis, basis: MoneyBasis): Suggestion | null {
  const income = basis.income.inForce;
  if (!income) return null;
  return suggestBudget(
    {
      income,
      fixedNeeds: basis.needs,
      savings: basis.savings,
      debtMinimums: basis.debts,
      habit: habitOf(analysis),
      spending: typicalSpending(analysis),
    },
    analysis.say,
  );
}

/** The median of the last three to six full months of entertainment; null where fewer are known. */
function habitOf(analysis: Analysis): Figure | null {
  const { basis, currency, say } = analysis;
  if (basis.months.length < monthsForMedian.least) return null;
  const entries = analysis.entries.filter(
    ({ kind, group, month }) =>
      kind === 'spending' && group === 'entertainment' && basis.months.includes(month),
  );
  const sums = monthlySums(entries, basis);
  const amount = money(Math.max(0, roundMinor(median(sums), 'half-up')), currency);
  return {
    amount,
    approximate: entries.some(({ approximate }) => approximate),
    arithmetic: `entertainment in ${sums.length} full months: median of ${sums.map((minor) => say(money(minor, currency))).join(', ')} = ${say(amount)}`,
    sources: [{ kind: 'transactions', transactionIds: entries.map(({ id }) => id) }],
  };
}

function typicalSpending(analysis: Analysis): Figure | null {
  const parts = analysis.outgoings.categories.map(({ figure }) => figure);
  if (parts.length === 0) return null;
  const total = sum(
    parts.map(({ amount }) => amount),
    analysis.currency,
  );
  return derived(total, `a typical month's spending = ${analysis.say(total)}`, 'typical spending', parts);
}

/** A month's budget brought to the period: by payments a year (a fortnight is 12/26 of it); half up. */
function forPeriod(monthly: Figure, cadence: Cadence, { say }: Analysis): Figure {
  const times = timesPerYear(cadence);
  if (times === 12) return monthly;
  const amount = multiply(monthly.amount, 12 / times, 'half-up');
  return derived(
    amount,
    `${say(monthly.amount)} a month · 12/${times} = ${say(amount)} for this pay cycle`,
    'budget of a pay cycle',
    [monthly],
  );
}

function leftOf(total: Figure, { figures }: Usage, { say, currency }: Analysis): Figure {
  const { spent, committed, subscriptionsDue } = figures;
  const amount = money(
    total.amount.minor - spent.amount.minor - committed.amount.minor - subscriptionsDue.amount.minor,
    currency,
  );
  const text = `${say(total.amount)} − ${say(spent.amount)} spent − ${say(committed.amount)} planned − ${say(subscriptionsDue.amount)} subscriptions still due = ${say(amount)}`;
  return derived(amount, text, 'left to spend', [total, spent, committed, subscriptionsDue]);
}

function perDay(left: Figure, period: BudgetPeriod, { say, currency }: Analysis): Figure {
  const amount = money(Math.floor(Math.max(0, left.amount.minor) / period.daysLeft), currency);
  const days = `${period.daysLeft} ${period.daysLeft === 1 ? 'day' : 'days'}`;
  return derived(amount, `${say(left.amount)} over ${days} = ${say(amount)} a day`, 'left per day', [left]);
}

function anchorsOf(suggestion: Suggestion | null, stated: Figure | null): BudgetAnchor[] {
  const anchors = (suggestion?.anchors ?? []).map((anchor) =>
    stated ? { ...anchor, decides: false } : anchor,
  );
  if (!stated) return anchors;
  return [
    ...anchors,
    { id: 'stated', label: 'Your own budget', role: 'stated', figure: stated, decides: true },
  ];
}

interface Sum {
  readonly analysis: Analysis;
  readonly basis: MoneyBasis;
  readonly suggestion: Suggestion | null;
  readonly monthly: Figure | null;
  readonly periodBudget: Figure | null;
  readonly carry: Figure | null;
  readonly total: Figure | null;
  readonly usage: Usage;
  readonly left: Figure | null;
  readonly cadence: Cadence;
  readonly period: BudgetPeriod;
}

function lines(parts: Sum): string[] {
  const { basis, suggestion, analysis } = parts;
  const text: string[] = [];
  if (basis.income.inForce) text.push(`Income: ${basis.income.inForce.arithmetic}`);
  if (suggestion) {
    text.push(basis.needs.arithmetic, `Left after needs: ${suggestion.discretionary.arithmetic}`);
    text.push(
      ...suggestion.anchors.filter(({ role }) => role !== 'reference').map(({ figure }) => figure.arithmetic),
    );
    text.push(`Suggested: ${suggestion.budget.arithmetic}`);
  }
  if (basis.statedBudget)
    text.push(`Your own budget: ${analysis.say(basis.statedBudget.amount)} a month (it wins)`);
  if (parts.periodBudget && parts.periodBudget !== parts.monthly) text.push(parts.periodBudget.arithmetic);
  if (parts.carry) text.push(`Carried over: ${parts.carry.arithmetic}`);
  text.push(parts.usage.figures.spent.arithmetic);
  if (parts.usage.dues.length > 0) text.push(parts.usage.figures.subscriptionsDue.arithmetic);
  if (parts.left) text.push(`Left: ${parts.left.arithmetic}`);
  return text;
}
