import type { IsoMonth } from '../../domain/calendar.js';
import type { Category } from '../../domain/categories/categories.js';

/** The figures that can be asked about; a category optionally with its month. */
export type FigureName =
  | 'monthly_income'
  | 'fixed_expenses'
  | 'savings'
  | 'debt_minimums'
  | 'discretionary'
  | 'entertainment_budget'
  | 'spent'
  | 'left'
  | 'subscriptions'
  | `category:${Category}`
  | `category:${Category}:${IsoMonth}`;
