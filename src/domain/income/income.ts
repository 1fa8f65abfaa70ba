import type { CoveredDays } from '../analysis/coverage.js';
import type { Entry } from '../analysis/entries.js';
import { derived, type Say } from '../analysis/figures-of.js';
import type { PayStubRecord } from '../analysis/records.js';
import type { Basis } from '../analysis/typical.js';
import { monthlyEquivalent, monthlySums } from '../analysis/typical.js';
import type { IsoDate } from '../calendar.js';
import type { Category } from '../categories/categories.js';
import type { Figure, FigureSource, Question } from '../figures.js';
import { type Currency, type Money, money, roundMinor, sum } from '../money.js';
import type { Cadence } from '../recurrence/cadence.js';
import { timesPerYear } from '../recurrence/cadence.js';
import type { RecurringSeries } from '../recurrence/series.js';
import { median, quantile, variation } from '../recurrence/statistics.js';
import { readStubs } from './pay-stubs.js';

/** One source of income: an employer's pay, a benefit, or pay stubs without a deposit in sight. */
export interface IncomeStream {
  readonly name: string;
  readonly cadence: Cadence;
  readonly perPayment: Money;
  readonly monthly: Figure;
  readonly nextDueOn: IsoDate | null;
  readonly lastOn: IsoDate | null;
}

export interface Income {
  readonly pattern: 'regular' | 'irregular' | 'unknown';
  readonly streams: readonly IncomeStream[];
  /** A month's net income; null where nothing shows any. */
  readonly monthly: Figure | null;
  readonly questions: readonly Question[];
  /** Evidence that does not count beside newer evidence, and why. */
  readonly notes: readonly string[];
}

export interface IncomeInput {
  readonly entries: readonly Entry[];
  /** Recurring income, ended ones included. */
  readonly series: readonly RecurringSeries[];
  readonly stubs: readonly PayStubRecord[];
  readonly basis: Basis;
  readonly covered: CoveredDays;
  readonly currency: Currency;
  readonly say: Say;
}

/** Money that is no income to live on: from friends, tax paid back. */
const notForLiving: ReadonlySet<Category> = new Set<Category>(['from_people', 'tax_refund']);
/** Whether income of the category is something to live on, month by month. */
export function isLivedOn(category: Category): boolean {
  return !notForLiving.has(category);
}

const irregularAbove = 0.25;
/** Months of irregular income that a cautious figure is told from. */
const monthsWanted = 6;

/**
 * A month's net income. Steady pay counts by its cadence; what comes irregularly (variation above 0.25, or a month
 * without) counts as min(25th percentile, 0.8 · median) of the last six full months. A pay stub and its deposit are one.
 */
export function incomeOf(input: IncomeInput): Income {
  const { currency, say, basis } = input;
  const incoming = input.entries.filter(({ kind, category }) => kind === 'income' && isLivedOn(category));
  const steady = input.series.filter((each) => isSteady(each, incoming, currency));
  const inSeries = new Set(
    input.series.filter((each) => each.ended || steady.includes(each)).flatMap((each) => each.transactionIds),
  );
  const stubs = readStubs({
    stubs: input.stubs,
    series: input.series,
    incoming,
    covered: input.covered,
    monthlyOf: (deposits) =>
      basis.scaled ? null : (restOf(deposits, basis, false, currency, say).figure?.amount.minor ?? null),
    currency,
    say,
  });
  const { questions, notes } = stubs;
  const ofBank = stubs.bankIsOld ? [] : steady.map((each) => streamOf(each, stubs.sourcesOf(each), say));
  const streams = [...ofBank, ...stubs.streams];
  const rest = stubs.bankIsOld
    ? []
    : incoming.filter(({ id }) => !inSeries.has(id) && !stubs.depositIds.has(id));
  const fromRest = restOf(rest, basis, streams.length > 0, currency, say);
  const parts = [...streams.map(({ monthly }) => monthly), ...(fromRest.figure ? [fromRest.figure] : [])];
  if (parts.length === 0) return { pattern: 'unknown', streams, monthly: null, questions, notes };
  const total = sum(
    parts.map(({ amount }) => amount),
    currency,
  );
  const listed = parts.map(({ arithmetic }) => arithmetic).join('; ');
  const text = parts.length === 1 ? listed : `${listed}; together ${say(total)} a month`;
  return {
    pattern: streams.length > 0 ? 'regular' : fromRest.pattern,
    streams,
    monthly: derived(total, text, 'monthly income', parts),
    questions,
    notes,
  };
}

function isSteady(series: RecurringSeries, incoming: readonly Entry[], currency: Currency): boolean {
  if (series.ended || series.maturity !== 'mature' || series.amount.currency !== currency) return false;
  if (timesPerYear(series.cadence) < 12 || !isLivedOn(series.category)) return false;
  const ids = new Set(series.transactionIds);
  const amounts = incoming.filter(({ id }) => ids.has(id)).map(({ minor }) => minor);
  return variation(amounts.slice(-12)) <= irregularAbove;
}

function streamOf(series: RecurringSeries, stubSources: readonly FigureSource[], say: Say): IncomeStream {
  const monthly = monthlyEquivalent(series.amount, series.cadence);
  const times = timesPerYear(series.cadence);
  const text =
    times === 12
      ? `${series.name}: ${say(series.amount)} a month`
      : `${series.name}: ${say(series.amount)} ${series.cadence}, ${times} times a year = ${say(monthly)} a month`;
  return {
    name: series.name,
    cadence: series.cadence,
    perPayment: series.amount,
    nextDueOn: series.nextDueOn,
    lastOn: series.lastOn,
    monthly: {
      amount: monthly,
      approximate: series.variable,
      arithmetic: text,
      sources: [{ kind: 'transactions', transactionIds: series.transactionIds }, ...stubSources],
    },
  };
}

function restOf(
  rest: readonly Entry[],
  basis: Basis,
  beside: boolean,
  currency: Currency,
  say: Say,
): { figure: Figure | null; pattern: Income['pattern'] } {
  // Interest beside pay is too little and too uncertain to budget on; alone it is what somebody lives on.
  const paid = beside || rest.some(({ category }) => category === 'salary' || category === 'benefits');
  const counted = paid ? rest.filter(({ category }) => category !== 'interest') : rest;
  const sums = monthlySums(counted, basis);
  const inBasis = counted.filter(({ month }) => basis.scaled !== null || basis.months.includes(month));
  if (sums.length === 0 || inBasis.length === 0) return { figure: null, pattern: 'unknown' };
  const irregular = variation(sums) > irregularAbove || sums.some((month) => month <= 0);
  const cautious = sums.length >= 3 || beside;
  const amount =
    cautious && (irregular || beside)
      ? Math.min(quantile(sums, 0.25), 0.8 * median(sums))
      : sums.length >= 3
        ? median(sums)
        : sums.reduce((total, month) => total + month, 0) / sums.length;
  const rounded = money(Math.max(0, roundMinor(amount, 'down')), currency);
  if (rounded.minor === 0) return { figure: null, pattern: 'unknown' };
  const text = `${beside ? 'other income: ' : ''}${howOf(sums, basis, cautious && (irregular || beside), currency, say)} = ${say(rounded)} a month`;
  return {
    pattern: sums.length < 3 ? 'unknown' : irregular ? 'irregular' : 'regular',
    figure: {
      amount: rounded,
      approximate: sums.length < monthsWanted || inBasis.some(({ approximate }) => approximate),
      arithmetic: text,
      sources: [{ kind: 'transactions', transactionIds: inBasis.map(({ id }) => id) }],
    },
  };
}

/** Which months the figure is told from, and how. */
function howOf(
  sums: readonly number[],
  basis: Basis,
  cautiously: boolean,
  currency: Currency,
  say: Say,
): string {
  const list = sums.map((month) => say(money(month, currency))).join(', ');
  if (cautiously) {
    const [low, most] = [quantile(sums, 0.25), 0.8 * median(sums)];
    const shown = (minor: number) => say(money(Math.max(0, roundMinor(minor, 'down')), currency));
    if (sums.length === 1) return `80% of ${list}, the one month seen,`;
    return `it varies (${list} a month), so I take the smaller of two: what three months in four reach (${shown(low)}), or 80% of a middling month (${shown(most)})`;
  }
  if (sums.length >= 3) return `median of ${list}`;
  if (sums.length > 1) return `mean of ${list}`;
  return basis.scaled ? `${basis.scaled.days} days brought to a month` : 'the one month seen';
}
