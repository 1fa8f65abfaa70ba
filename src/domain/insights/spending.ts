import type { Analysis } from '../analysis/analyse.js';
import type { Entry } from '../analysis/entries.js';
import { sumOf } from '../analysis/figures-of.js';
import {
  addMonths,
  type DateSpan,
  dateOfDay,
  dayNumber,
  type IsoMonth,
  monthOf,
  monthSpan,
} from '../calendar.js';
import { type Category, type CategoryGroup, categoryLabel, groupOf } from '../categories/categories.js';
import type { DataState, Figure } from '../figures.js';
import { type Currency, type Money, money } from '../money.js';

interface SpendingCategory {
  readonly category: Category;
  readonly label: string;
  readonly group: CategoryGroup;
  readonly figure: Figure;
  /** Share of all spending, 0 to 1. */
  readonly share: number;
  readonly transactions: number;
  readonly merchants: readonly {
    readonly name: string;
    readonly amount: Money;
    readonly transactions: number;
  }[];
}

interface SpendingMonth {
  readonly month: IsoMonth;
  readonly total: Money;
  readonly entertainment: Money;
  readonly needs: Money;
  readonly income: Money;
  /** False while a statement of the month is missing or the month is not over. */
  readonly complete: boolean;
}

/** Where the money went in a span. Refunds are taken off; transfers and card payments are not spending. */
export interface SpendingSummary {
  readonly span: DateSpan;
  readonly currency: Currency;
  readonly total: Figure;
  readonly entertainment: Figure;
  readonly needs: Figure;
  readonly other: Figure;
  readonly betting: Figure;
  readonly income: Figure;
  readonly categories: readonly SpendingCategory[];
  readonly months: readonly SpendingMonth[];
  readonly data: DataState;
  readonly notes: readonly string[];
}

const merchantsShown = 5;

/** The last months up to the newest with data (this month, where nothing is known). */
export function defaultSpan(analysis: Analysis, months: number): DateSpan {
  const last = analysis.entries.findLast(({ day }) => day <= dayNumber(analysis.today));
  const newest = last ? monthOf(dateOfDay(last.day)) : monthOf(analysis.today);
  const count = Math.min(120, Math.max(1, Math.trunc(months)));
  return { start: addMonths(`${newest}-01`, 1 - count), end: monthSpan(newest).end };
}

/** Sums spending by category and month. Refunds are taken off; transfers and card payments are no spending. */
export function spendingIn(analysis: Analysis, span: DateSpan): SpendingSummary {
  const { currency, say, data } = analysis;
  const [start, end] = [dayNumber(span.start), dayNumber(span.end)];
  const inside = analysis.entries.filter(({ day }) => day >= start && day <= end);
  const spent = inside.filter(({ kind }) => kind === 'spending');
  const total = sumOf(spent, currency, 'Spent', say);
  const group = (name: CategoryGroup, what: string) =>
    sumOf(
      spent.filter((entry) => entry.group === name),
      currency,
      what,
      say,
    );
  return {
    span,
    currency,
    total,
    entertainment: group('entertainment', 'Entertainment'),
    needs: group('need', 'Needs'),
    other: group('other', 'Everything else'),
    betting: group('betting', 'Betting'),
    income: sumOf(
      inside.filter(({ kind }) => kind === 'income'),
      currency,
      'Income',
      say,
    ),
    categories: byCategory(spent, total, analysis),
    months: byMonth(inside, analysis),
    data,
    notes: notesOf(analysis, span),
  };
}

function byCategory(spent: readonly Entry[], total: Figure, { currency, say }: Analysis): SpendingCategory[] {
  const groups = grouped(spent, ({ category }) => category);
  return [...groups]
    .map(([category, entries]) => {
      const figure = sumOf(entries, currency, categoryLabel(category), say);
      return {
        category,
        label: categoryLabel(category),
        group: groupOf(category),
        figure,
        share: total.amount.minor > 0 ? Math.max(0, figure.amount.minor / total.amount.minor) : 0,
        transactions: entries.length,
        merchants: merchantsOf(entries, currency),
      };
    })
    .sort((a, b) => b.figure.amount.minor - a.figure.amount.minor || (a.category < b.category ? -1 : 1));
}

function merchantsOf(entries: readonly Entry[], currency: Currency): SpendingCategory['merchants'] {
  return [...grouped(entries, ({ merchantName }) => merchantName)]
    .map(([name, own]) => ({
      name,
      amount: money(
        own.reduce((sum, { minor }) => sum + minor, 0),
        currency,
      ),
      transactions: own.length,
    }))
    .sort((a, b) => b.amount.minor - a.amount.minor || (a.name < b.name ? -1 : 1))
    .slice(0, merchantsShown);
}

function byMonth(entries: readonly Entry[], { currency, covered, today }: Analysis): SpendingMonth[] {
  const full = new Set(covered.fullMonths);
  return [...grouped(entries, ({ month }) => month)]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([month, own]) => {
      const sumWhere = (fits: (entry: Entry) => boolean) =>
        money(
          own.filter(fits).reduce((sum, { minor }) => sum + minor, 0),
          currency,
        );
      return {
        month,
        total: sumWhere(({ kind }) => kind === 'spending'),
        entertainment: sumWhere(({ kind, group }) => kind === 'spending' && group === 'entertainment'),
        needs: sumWhere(({ kind, group }) => kind === 'spending' && group === 'need'),
        income: sumWhere(({ kind }) => kind === 'income'),
        complete: full.has(month) && month < monthOf(today),
      };
    });
}

function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function notesOf({ data, withoutRate, ratesUsed }: Analysis, span: DateSpan): string[] {
  const notes: string[] = [];
  if (data.basedOn && data.lastDate && data.lastDate < span.end) notes.push(`This is ${data.basedOn}.`);
  const missing = data.missingMonths.filter(
    (month) => month >= monthOf(span.start) && month <= monthOf(span.end),
  );
  if (missing.length > 0) notes.push(`No statement covers ${missing.join(', ')}.`);
  if (ratesUsed.length > 0)
    notes.push('Other currencies are converted at dated rates, so sums with them are about right.');
  if (withoutRate.length > 0)
    notes.push(`${withoutRate.length} transactions in currencies without a known rate are left out.`);
  return notes;
}
