import type { Money } from '../../../domain/money.js';
import type { CatalogueItem } from '../../../domain/ranking/item.js';

export type PriceSensitivity = 'budget' | 'moderate' | 'flexible';

/** What somebody told us they like, one row per user. */
export interface Preferences {
  readonly preferredGenres: readonly string[];
  readonly dislikedGenres: readonly string[];
  /** Mirror of the active subscriptions' names. */
  readonly streamingSubscriptions: readonly string[];
  readonly preferredActivities: readonly string[];
  readonly priceSensitivity: PriceSensitivity | null;
}

/** What a user answered to a recommendation, as `recommendations.user_response` has it. */
export const userResponses = ['liked', 'disliked', 'saved', 'purchased'] as const;
export type UserResponse = (typeof userResponses)[number];

/** What keeps an item out of a user's lists for ever. */
export const itemStates = ['owned', 'seen', 'rejected', 'purchased'] as const;
export type ItemState = (typeof itemStates)[number];

/** Everything known about a user's taste, in one read. */
export interface TasteRecord {
  readonly preferences: Preferences;
  /** Names of the active subscriptions, and of services of entertainment that statements show and nobody denied. */
  readonly subscriptions: readonly string[];
  /** ISO 3166 alpha-2 of the user's region, where known. */
  readonly region: string | null;
  /** Latest first; ratings run from 0 to 5. */
  readonly ratings: readonly { readonly itemId: string; readonly value: number }[];
  readonly responses: readonly { readonly itemId: string; readonly response: UserResponse }[];
  readonly states: readonly { readonly itemId: string; readonly state: ItemState }[];
  readonly wishlist: readonly string[];
  /** How often an item was shown lately without an answer. */
  readonly shown: readonly { readonly itemId: string; readonly times: number }[];
}

export interface NewRecommendation {
  readonly id: string;
  readonly itemId: string;
  readonly reason: string;
  readonly estimatedCost: Money | null;
}

export interface RecommendationRow {
  readonly id: string;
  readonly itemId: string | null;
  readonly sessionId: string | null;
  readonly title: string | null;
  readonly reason: string | null;
  /** Decimal text in major units, as stored. */
  readonly estimatedCost: string | null;
  readonly response: UserResponse | null;
  readonly createdAt: Date;
}

export interface WishlistRow {
  readonly item: CatalogueItem;
  /** The price to wait for; null means any drop. */
  readonly targetPrice: Money | null;
  readonly createdAt: Date;
}

/** How much people who liked `seedId` liked `itemId` too: cosine over likes, shrunk by support. */
export interface Neighbour {
  readonly seedId: string;
  readonly itemId: string;
  readonly similarity: number;
  readonly support: number;
}

/** Taste, feedback and the history of what was recommended; every method is scoped to one user. */
export interface RecommendationStore {
  getPreferences(userId: string): Promise<Preferences>;
  savePreferences(userId: string, preferences: Preferences): Promise<void>;
  getTaste(userId: string): Promise<TasteRecord>;
  /** Items liked together with the seeds by other users. */
  neighbours(seedIds: readonly string[], limit: number): Promise<Neighbour[]>;
  saveRating(userId: string, itemId: string, value: number): Promise<void>;
  /** Keeps one row per state; taking a state back deletes it. */
  setState(userId: string, itemId: string, state: ItemState, on: boolean): Promise<void>;
  addRecommendations(
    userId: string,
    sessionId: string | null,
    recommendations: readonly NewRecommendation[],
  ): Promise<void>;
  /** Answers the latest row of this item, or the row itself; adds a row where there is none. */
  setResponse(
    userId: string,
    target: { readonly itemId: string; readonly recommendationId: string | null; readonly newId: string },
    response: UserResponse,
  ): Promise<void>;
  getRecommendation(userId: string, recommendationId: string): Promise<RecommendationRow | null>;
  listRecommendations(userId: string, limit: number): Promise<RecommendationRow[]>;
  saveWish(userId: string, itemId: string, targetPrice: Money | null): Promise<void>;
  deleteWish(userId: string, itemId: string): Promise<boolean>;
  listWishes(userId: string): Promise<WishlistRow[]>;
}
