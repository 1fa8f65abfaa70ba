import type { Money } from '../../domain/money.js';
import type { EffectiveCost } from '../../domain/ranking/effective-cost.js';
import type { CatalogueItem, ItemType } from '../../domain/ranking/item.js';

/** What is left for fun, as the caller worked it out (core/finance getBudgetStatus). */
export interface BudgetForFun {
  /** What can still be spent this period; null when nothing is known about the user's money. */
  readonly remaining: Money | null;
  /** The period's whole entertainment budget, where known. */
  readonly total: Money | null;
}

/** How somebody stands to a thing that speaks for another, where they did not say that they like it. */
export type Owning = 'you have' | 'you saved';

/** A true fact behind a recommendation. */
export type ReasonFact =
  | {
      readonly kind: 'liked-item';
      readonly title: string;
      readonly shared: readonly string[];
      readonly which?: Owning;
    }
  /** Like the thing that this very wish named. */
  | { readonly kind: 'asked-for-item'; readonly title: string; readonly shared: readonly string[] }
  | { readonly kind: 'neighbours'; readonly title: string; readonly people: number; readonly which?: Owning }
  /** `asked`: this very wish named them. */
  | { readonly kind: 'genre'; readonly genres: readonly string[]; readonly asked?: true }
  | { readonly kind: 'mood'; readonly mood: string }
  | { readonly kind: 'activity'; readonly activity: string }
  | { readonly kind: 'creator'; readonly creator: string; readonly title: string; readonly which?: Owning }
  | { readonly kind: 'rating'; readonly rating: number; readonly count: number | null }
  | { readonly kind: 'free' }
  | { readonly kind: 'included'; readonly service: string }
  | { readonly kind: 'new-subscription'; readonly service: string; readonly price: Money }
  | { readonly kind: 'budget'; readonly cost: Money; readonly remaining: Money }
  | { readonly kind: 'over-budget'; readonly cost: Money; readonly remaining: Money }
  | { readonly kind: 'price-unknown' };

export interface RecommendedItem {
  /** The row in the history; null when the list was not recorded. */
  readonly recommendationId: string | null;
  readonly item: CatalogueItem;
  readonly cost: EffectiveCost;
  /** 0 to 1 within this list. */
  readonly score: number;
  /** One sentence, from the facts. */
  readonly reason: string;
  readonly facts: readonly ReasonFact[];
  /** Titles alike at other price points: what they would cost, cheaper first. */
  readonly alternatives: readonly Alternative[];
}

/** Something alike at another price. */
export interface Alternative {
  readonly itemId: string;
  readonly title: string;
  readonly cost: Money;
  /** The user's own subscription that includes it; it then costs nothing more. */
  readonly includedIn: string | null;
}

export interface RecommendInput {
  readonly userId: string;
  readonly sessionId?: string | null;
  readonly limit?: number;
  /** The most that one thing may cost the whole party. The smaller of this and what is left of the budget holds. */
  readonly maxPrice?: Money | null;
  readonly budget?: BudgetForFun | null;
  readonly mood?: string | null;
  readonly types?: readonly ItemType[];
  readonly genres?: readonly string[];
  readonly excludeGenres?: readonly string[];
  readonly platforms?: readonly string[];
  readonly partySize?: number;
  readonly maxMinutes?: number | null;
  readonly age?: number | null;
  readonly place?: string | null;
  readonly yearFrom?: number | null;
  readonly yearTo?: number | null;
  readonly freeOnly?: boolean;
  /** Free words of the wish ("something cosy and short"); found by meaning. */
  readonly query?: string | null;
  /** Items already shown in this conversation. */
  readonly excludeIds?: readonly string[];
  /** Writes the history; true unless said otherwise. */
  readonly record?: boolean;
}

export interface RecommendationList {
  readonly items: readonly RecommendedItem[];
  /** Something that costs nothing, when money is tight and the list has none of its own. */
  readonly freeAlternative: RecommendedItem | null;
  /** The limit that held for one thing, null when money is no object. */
  readonly limit: Money | null;
  /** Wishes that could not be met, each a sentence; the list is then the nearest there is. */
  readonly unmet: readonly string[];
}

export interface Explanation {
  readonly item: CatalogueItem;
  readonly cost: EffectiveCost;
  /** Whether it could be recommended to this user now. */
  readonly recommendable: boolean;
  /** One or two sentences, from the facts. */
  readonly reason: string;
  readonly facts: readonly ReasonFact[];
  /** What keeps it out of the user's lists, each a sentence. */
  readonly whyNot: readonly string[];
}

export interface EveningPart {
  readonly item: CatalogueItem;
  readonly cost: Money;
  readonly role: 'eat' | 'do';
}

/** An evening under a limit, explained as one plan. */
export interface EveningPlan {
  readonly parts: readonly EveningPart[];
  readonly total: Money;
  readonly left: Money;
  readonly partySize: number;
  readonly summary: string;
}

export interface WishlistEntry {
  readonly item: CatalogueItem;
  /** The price to wait for; null means any drop. */
  readonly targetPrice: Money | null;
  readonly currentPrice: Money | null;
  /** ISO date of the current price, where known. */
  readonly priceAsOf: string | null;
  /** True once the current price is at or under the target, or, without one, clearly below the usual price. */
  readonly reached: boolean;
  readonly addedAt: Date;
}
