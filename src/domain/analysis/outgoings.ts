import { type Category, categories, categoryLabel, groupOf } from '../categories/categories.js';
import type { Figure } from '../figures.js';
import { type Currency, type Money, money, sum } from '../money.js';
import type { RecurringSeries } from '../recurrence/series.js';
import type { Entry } from './entries.js';
import { derived, type Say } from './figures-of.js';
import { type Basis, monthlyEquivalent, typicalMonth } from './typical.js';

/** A category's typical month. */
export interface TypicalCategory {
  readonly category: Category;
  readonly figure: Figure;
  /** True for needs, and for what recurs under contract. */
  readonly isFixed: boolean;
}

/** What a typical month costs: needs and debts by category, everything else for comparison. */
export interface Outgoings {
  readonly categories: readonly TypicalCategory[];
  readonly needs: Figure;
  readonly debts: Figure;
  readonly savings: Figure;
}

/**
 * The typical month by category: recurring charges by their monthly equivalent, the rest as the median of the last
 * three to six full months. Annual insurance thus weighs a twelfth each month, and cancelled contracts weigh nothing.
 */
export function outgoingsOf(
  entries: readonly Entry[],
  charges: readonly RecurringSeries[],
  basis: Basis,
  currency: Currency,
  say: Say,
): Outgoings {
  const running = charges.filter(
    (series) => !series.ended && series.amount.currency === currency && series.maturity === 'mature',
  );
  const settled = new Set(
    [...running, ...charges.filter(({ ended }) => ended)].flatMap(({ transactionIds }) => transactionIds),
  );
  const rest = new Map<Category, Entry[]>();
  for (const entry of entries) {
    if (entry.kind !== 'spending' || settled.has(entry.id)) continue;
    const others = rest.get(entry.category);
    if (others) others.push(entry);
    else rest.set(entry.category, [entry]);
  }
  const typical = categories.flatMap((category): TypicalCategory[] => {
    const parts = running
      .filter((series) => series.category === category)
      .map((series) => chargeFigure(series, say));
    const others = rest.get(category);
    if (others) parts.push(typicalMonth(others, basis, currency, categoryLabel(category), say));
    const counted = parts.filter(({ amount }) => amount.minor > 0);
    if (counted.length === 0) return [];
    const figure = together(counted, categoryLabel(category), currency, say);
    return [{ category, figure, isFixed: groupOf(category) === 'need' }];
  });
  const needs = typical.filter(({ category }) => groupOf(category) === 'need' && category !== 'debt');
  const debts = typical.filter(({ category }) => category === 'debt');
  const saved = entries.filter(({ kind }) => kind === 'savings');
  return {
    categories: typical,
    needs: together(
      needs.map(({ figure }) => figure),
      'Fixed needs',
      currency,
      say,
      needs.map(({ category }) => categoryLabel(category)),
    ),
    debts: together(
      debts.map(({ figure }) => figure),
      'Debt payments',
      currency,
      say,
    ),
    savings: typicalMonth(saved, basis, currency, 'Put into savings', say),
  };
}

function chargeFigure(series: RecurringSeries, say: Say): Figure {
  const monthly = monthlyEquivalent(series.amount, series.cadence);
  return {
    amount: monthly,
    approximate: series.variable,
    arithmetic:
      series.cadence === 'monthly'
        ? `${series.name} ${say(monthly)}`
        : `${series.name} ${say(series.amount)} ${series.cadence} = ${say(monthly)} a month`,
    sources: [{ kind: 'transactions', transactionIds: series.transactionIds }],
  };
}

function together(
  parts: readonly Figure[],
  label: string,
  currency: Currency,
  say: Say,
  names?: readonly string[],
): Figure {
  const total: Money =
    parts.length === 0
      ? money(0, currency)
      : sum(
          parts.map(({ amount }) => amount),
          currency,
        );
  const listed = parts.map((part, at) =>
    names
      ? `${names[at]?.toLowerCase() ?? ''} ${say(part.amount)}`
      : part.arithmetic.replace(`${label}: `, ''),
  );
  const sumText = parts.length > 1 || names ? ` = ${say(total)} a month` : '';
  const text = parts.length === 0 ? `${label}: none seen` : `${label}: ${listed.join(' + ')}${sumText}`;
  return derived(total, text, 'typical month', parts);
}
