import type { Analysis } from '../analysis/analyse.js';
import { longDate } from '../analysis/coverage.js';
import { derived, sumOf } from '../analysis/figures-of.js';
import { monthlySums, monthsForMedian } from '../analysis/typical.js';
import { dayNumber } from '../calendar.js';
import type { Figure } from '../figures.js';
import { money, roundMinor, sum } from '../money.js';
import { median } from '../recurrence/statistics.js';
import { isSubscription } from '../recurrence/subscriptions.js';
import { carryInto } from './carry.js';
import { type Due, duesIn } from './dues.js';
import { paceOf, projectSpending } from './pace.js';
import { previousPeriod } from './period.js';
import type { BudgetPeriod, BudgetStatus } from './status.js';

export interface Usage {
  readonly figures: Pick<BudgetStatus, 'spent' | 'committed' | 'subscriptionsDue'>;
  readonly dues: readonly Due[];
  /** Variable spending, subscriptions left out; minor units. */
  readonly variable: number;
  readonly variableLastWeek: number;
  readonly variableCount: number;
  readonly subscriptionsCharged: number;
}

/** What was spent, is planned and will be charged in the period, subscriptions told from variable spending. */
export function usageIn(analysis: Analysis, period: BudgetPeriod): Usage {
  const { currency, say, today } = analysis;
  const start = dayNumber(period.start);
  const end = dayNumber(period.end);
  const now = dayNumber(today);
  const fun = analysis.entries.filter(
    ({ kind, group, day }) => kind === 'spending' && group === 'entertainment' && day >= start && day <= end,
  );
  const past = fun.filter(({ day }) => day <= now);
  const underContract = new Set(
    analysis.charges.filter(isSubscription).flatMap(({ transactionIds }) => transactionIds),
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

/** Earlier periods that statements show whole, a year's at most. */
export function carryFigure(analysis: Analysis, period: BudgetPeriod, budget: Figure): Figure {
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

/** Where the period is heading, and how fast. */
export function outlookOf(
  analysis: Analysis,
  period: BudgetPeriod,
  usage: Usage,
  total: Figure,
  left: Figure,
): { projection: Figure | null; pace: BudgetStatus['pace'] } {
  const due = usage.figures.subscriptionsDue.amount.minor;
  const variableBudget = total.amount.minor - usage.subscriptionsCharged - due;
  const usual = usualDaily(analysis);
  // Without any spending in sight, and without a usual, there is nothing to project from.
  const known = usual !== null || usage.figures.spent.amount.minor !== 0;
  const projected = projectSpending({
    spent: usage.variable,
    elapsedDays: period.elapsedDays,
    periodDays: period.days,
    usualDaily: usual,
  });
  const amount = money(
    roundMinor(projected, 'half-up') +
      usage.subscriptionsCharged +
      due +
      usage.figures.committed.amount.minor,
    analysis.currency,
  );
  return {
    projection: known
      ? {
          ...derived(
            amount,
            `at this pace and with what is still due: about ${analysis.say(amount)} by ${longDate(period.end)}`,
            'projection',
            [usage.figures.spent, usage.figures.subscriptionsDue],
          ),
          approximate: true,
        }
      : null,
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
