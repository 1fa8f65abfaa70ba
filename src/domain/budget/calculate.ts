import type { Analysis } from '../analysis/analyse.js';
import { longDate } from '../analysis/coverage.js';
import { derived, sumOf } from '../analysis/figures-of.js';
import { monthlySums, monthsForMedian } from '../analysis/typical.js';
import { dayNumber, type IsoDate } from '../calendar.js';
import { groupOf } from '../categories/categories.js';
import type { Figure, Question } from '../figures.js';
import { money, multiply, roundMinor, sum } from '../money.js';
import { type Cadence, timesPerYear } from '../recurrence/cadence.js';
import { median } from '../recurrence/statistics.js';
import { type MoneyBasis, moneyBasis } from './basis.js';
import { carryInto } from './carry.js';
import { type Due, duesIn } from './dues.js';
import { formulaText, type Suggestion, suggestBudget } from './formula.js';
import { paceOf, projectSpending } from './pace.js';
import { monthPeriod, payCycle, previousPeriod } from './period.js';
import type { BudgetAnchor, BudgetPeriod, BudgetStatus } from './status.js';

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
  const total =
    periodBudget &&
    (carry
      ? derived(
          money(periodBudget.amount.minor + carry.amount.minor, analysis.currency),
          `${analysis.say(periodBudget.amount)} + ${analysis.say(carry.amount)} carried over`,
          'budget with roll-over',
          [periodBudget, carry],
        )
      : periodBudget);
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
    state:
      monthly === null
        ? 'no-income'
        : (suggestion ? suggestion.discretionary.amount.minor : monthly.amount.minor) === 0 &&
            !basis.statedBudget
          ? 'free-only'
          : 'ready',
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

interface Usage {
  readonly figures: Pick<BudgetStatus, 'spent' | 'committed' | 'subscriptionsDue'>;
  readonly dues: readonly Due[];
  /** Variable spending, subscriptions left out; minor units. */
  readonly variable: number;
  readonly variableLastWeek: number;
  readonly variableCount: number;
  readonly subscriptionsCharged: number;
}

function usageIn(analysis: Analysis, period: BudgetPeriod): Usage {
  const { currency, say, today } = analysis;
  const [start, end, now] = [period.start, period.end, today].map(dayNumber) as [number, number, number];
  const fun = analysis.entries.filter(
    ({ kind, group, day }) => kind === 'spending' && group === 'entertainment' && day >= start && day <= end,
  );
  const past = fun.filter(({ day }) => day <= now);
  const underContract = new Set(
    analysis.charges
      .filter(({ category }) => groupOf(category) === 'entertainment')
      .flatMap(({ transactionIds }) => transactionIds),
  );
  const variable = past.filter(({ id }) => !underContract.has(id));
  const dues = duesIn(analysis, { start: period.start, end: period.end }).filter(
    ({ entertainment }) => entertainment,
  );
  const due = sum(
    dues.map(({ figure }) => figure.amount),
    currency,
  );
  const minor = (entries: readonly { minor: number }[]) =>
    entries.reduce((total, each) => total + each.minor, 0);
  return {
    figures: {
      spent: sumOf(past, currency, 'Spent on entertainment', say),
      committed: sumOf(
        fun.filter(({ day }) => day > now),
        currency,
        'Planned',
        say,
      ),
      subscriptionsDue: derived(
        due,
        dues.length === 0
          ? 'no subscription is still due'
          : `subscriptions still due: ${dues.map(({ figure, dueOn }) => `${figure.arithmetic.split(',')[0] ?? ''} on ${longDate(dueOn)}`).join(', ')} = ${say(due)}`,
        'subscriptions still due',
        dues.map(({ figure }) => figure),
      ),
    },
    dues,
    variable: minor(variable),
    variableLastWeek: minor(variable.filter(({ day }) => day > now - 7)),
    variableCount: variable.length,
    subscriptionsCharged: minor(past) - minor(variable),
  };
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

/** Earlier periods that statements show whole, a year's at most. */
function carryFigure(analysis: Analysis, period: BudgetPeriod, budget: Figure): Figure {
  const spent: number[] = [];
  const ids: string[] = [];
  for (let earlier = previousPeriod(period); spent.length < 12; earlier = previousPeriod(earlier)) {
    const [start, end] = [dayNumber(earlier.start), dayNumber(earlier.end)];
    if (!analysis.covered.spans.some(([from, to]) => from <= start && to >= end)) break;
    const fun = analysis.entries.filter(
      ({ kind, group, day }) =>
        kind === 'spending' && group === 'entertainment' && day >= start && day <= end,
    );
    spent.unshift(fun.reduce((total, { minor }) => total + minor, 0));
    ids.push(...fun.map(({ id }) => id));
  }
  const amount = money(carryInto(budget.amount.minor, spent), analysis.currency);
  const text =
    spent.length === 0
      ? 'no earlier period is known in full, so nothing is carried over'
      : `left over from ${spent.length} earlier ${spent.length === 1 ? 'period' : 'periods'}, between −50% and +100% of the budget = ${analysis.say(amount)}`;
  return {
    ...derived(amount, text, 'roll-over', [budget]),
    sources: [
      { kind: 'formula', rule: 'roll-over' },
      { kind: 'transactions', transactionIds: ids },
    ],
  };
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

function outlookOf(
  analysis: Analysis,
  period: BudgetPeriod,
  usage: Usage,
  total: Figure,
  left: Figure,
): { projection: Figure; pace: BudgetStatus['pace'] } {
  const due = usage.figures.subscriptionsDue.amount.minor;
  const variableBudget = total.amount.minor - usage.subscriptionsCharged - due;
  const projected = projectSpending({
    spent: usage.variable,
    elapsedDays: period.elapsedDays,
    periodDays: period.days,
    usualDaily: usualDaily(analysis),
  });
  const amount = money(
    roundMinor(projected, 'half-up') +
      usage.subscriptionsCharged +
      due +
      usage.figures.committed.amount.minor,
    analysis.currency,
  );
  return {
    projection: {
      ...derived(
        amount,
        `at this pace and with what is still due: about ${analysis.say(amount)} by ${longDate(period.end)}`,
        'projection',
        [usage.figures.spent, usage.figures.subscriptionsDue],
      ),
      approximate: true,
    },
    pace: paceOf({
      spent: usage.variable,
      spentLastWeek: usage.variableLastWeek,
      budget: variableBudget,
      transactions: usage.variableCount,
      elapsedDays: period.elapsedDays,
      periodDays: period.days,
      left: left.amount.minor,
    }),
  };
}

/** The median full month's variable entertainment, a day; null where fewer than three months are known. */
function usualDaily(analysis: Analysis): number | null {
  if (analysis.basis.months.length < monthsForMedian.least) return null;
  const contract = new Set(analysis.charges.flatMap(({ transactionIds }) => transactionIds));
  const entries = analysis.entries.filter(
    ({ kind, group, id }) => kind === 'spending' && group === 'entertainment' && !contract.has(id),
  );
  return Math.max(0, median(monthlySums(entries, analysis.basis))) / (365.25 / 12);
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

interface Parts {
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

function lines(parts: Parts): string[] {
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

function notesFor(
  analysis: Analysis,
  basis: MoneyBasis,
  suggestion: Suggestion | null,
  period: BudgetPeriod,
): string[] {
  const notes: string[] = [];
  const { data } = analysis;
  if (data.stale && data.basedOn) notes.push(`This is ${data.basedOn}; a newer one would make it current.`);
  else if (data.lastDate && data.lastDate < period.start)
    notes.push(`This is ${data.basedOn}; spending since then is not in it.`);
  if (data.missingMonths.length > 0) notes.push(`No statement covers ${data.missingMonths.join(', ')}.`);
  if (analysis.ratesUsed.length > 0)
    notes.push(
      `Other currencies are converted at rates of ${latestRate(analysis)}, so sums with them are about right.`,
    );
  if (analysis.withoutRate.length > 0)
    notes.push(
      `${analysis.withoutRate.length} transactions in currencies without a known rate are left out.`,
    );
  if (suggestion && suggestion.discretionary.amount.minor === 0 && !basis.statedBudget) {
    notes.push(
      'After needs, savings and debt nothing is left this month. Free things and what you already subscribe to cost nothing more.',
    );
  }
  if (basis.statedBudget && suggestion && basis.statedBudget.amount.minor > suggestion.budget.amount.minor) {
    notes.push(
      `Your own budget is above what your figures suggest (${analysis.say(suggestion.budget.amount)}). It is your money: your figure counts.`,
    );
  }
  if (analysis.records.periodKind === 'pay_cycle' && period.kind === 'month')
    notes.push('No pay day is known yet, so this is by calendar month.');
  const unseenCard =
    analysis.transactions.some(({ role, amount }) => role === 'card_payment' && amount.minor < 0) &&
    !analysis.records.accounts.some(({ kind }) => kind === 'card');
  if (unseenCard)
    notes.push('You pay a card whose statements I have not seen; what was bought with it is missing here.');
  return notes;
}

function latestRate({ ratesUsed }: Analysis): string {
  const newest = ratesUsed.reduce<IsoDate>((latest, { on }) => (on > latest ? on : latest), '');
  return longDate(newest);
}

function questionsFor(analysis: Analysis, monthly: Figure | null): Question[] {
  const questions = [...analysis.income.questions];
  if (!monthly)
    questions.push({
      code: 'INCOME',
      message: 'What do you take home in a month? Without it I cannot work out a budget.',
    });
  return questions;
}
