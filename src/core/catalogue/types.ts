import type { EffectiveCost } from '../../domain/ranking/effective-cost.js';
import type { CatalogueItem } from '../../domain/ranking/item.js';
import type { LookupFailure, PriceQuote, Review } from '../ports/prices-reviews.js';
import type { ItemState } from '../ports/stores/recommendations.js';

/** An item with what it would cost this user and what is known about its price and reviews. */
export interface ItemDetails {
  readonly item: CatalogueItem;
  readonly cost: EffectiveCost;
  readonly quotes: readonly PriceQuote[];
  readonly reviews: readonly Review[];
  /** Two lines drawn from the reviews; null without any. */
  readonly reviewSummary: string | null;
  readonly mine: {
    readonly states: readonly ItemState[];
    readonly rating: number | null;
    readonly wished: boolean;
  } | null;
}

export interface FoundItem {
  readonly item: CatalogueItem;
  readonly cost: EffectiveCost;
  readonly score: number;
}

export interface SearchResult {
  readonly items: readonly FoundItem[];
  /** Wishes that could not be met, each a sentence; the items are then the nearest there are. */
  readonly unmet: readonly string[];
}

/** How one provider answered a look-up. */
export interface ProviderOutcome {
  readonly provider: string;
  readonly found: number;
  readonly failure: LookupFailure | null;
}

export interface PriceReport {
  readonly quotes: readonly PriceQuote[];
  readonly outcomes: readonly ProviderOutcome[];
}

export interface ReviewReport {
  readonly reviews: readonly Review[];
  readonly summary: string | null;
  readonly outcomes: readonly ProviderOutcome[];
}

/** What an import did; `problems` names the lines that were left out. */
export interface CatalogueImportReport {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}
