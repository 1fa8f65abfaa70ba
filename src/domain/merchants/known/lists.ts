import type { Category } from '../../categories/categories.js';

/**
 * Merchants of one category as data, everyday knowledge about brands in the US, UK, AU, NZ, CA, IN, DE, FR and NL, gathered
 * in 2026. Phrases are as statements print them: one a line, "Name" or "Name: phrase | phrase", phrases in lower case; "!" counts at the start only.
 */
export interface KnownList {
  readonly category: Category;
  /** True for sellers whose charges are mostly subscriptions. */
  readonly subscription?: true;
  readonly merchants: string;
}
