import type { IsoMonth } from '../../domain/calendar.js';
import type { Category } from '../../domain/categories/categories.js';

/** The figures that stand alone, without a category. */
export const singleFigures = [
  'monthly_income',
  'fixed_expenses',
  'savings',
  'debt_minimums',
  'discretionary',
  'entertainment_budget',
  'spent',
  'left',
  'subscriptions',
] as const;

/** The figures that can be asked about; a category optionally with its month. */
export type FigureName =
  | (typeof singleFigures)[number]
  | `category:${Category}`
  | `category:${Category}:${IsoMonth}`;
