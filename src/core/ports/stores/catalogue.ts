import type { Money } from '../../../domain/money.js';
import type { CatalogueItem, ItemType } from '../../../domain/ranking/item.js';
import type { PriceQuote, Review } from '../prices-reviews.js';

/** What people filter by. Filters are decided in SQL, before anything is ranked; absent means "any". */
export interface ItemFilters {
  readonly types?: readonly ItemType[];
  /** Any of them, lower case. */
  readonly genres?: readonly string[];
  /** None of them. */
  readonly excludeGenres?: readonly string[];
  readonly moods?: readonly string[];
  readonly platforms?: readonly string[];
  /** Price for one, in the item's own currency; an item of unknown price does not pass. */
  readonly maxPrice?: Money;
  /** Costs nothing, or nothing more on one of these services. */
  readonly freeOr?: readonly string[];
  readonly players?: number;
  readonly maxMinutes?: number;
  /** Fit for somebody of this age. */
  readonly age?: number;
  readonly yearFrom?: number;
  readonly yearTo?: number;
  readonly minRating?: number;
  /** A city, state or country, as people write it; items without a place pass. */
  readonly place?: string;
  readonly excludeIds?: readonly string[];
}

export type ItemSort = 'popular' | 'rating' | 'price' | 'newest' | 'title';

export interface ItemPage {
  readonly items: readonly CatalogueItem[];
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
}

/** A search hit with its fused score and the lists it came from. */
export interface SearchHit {
  readonly item: CatalogueItem;
  readonly score: number;
  readonly matched: readonly ('name' | 'words' | 'meaning')[];
}

/** An item as it is written: the contract's columns, raw, with where it came from. */
export interface ItemRecord {
  readonly externalKey: string;
  readonly contentHash: string;
  readonly title: string;
  readonly type: ItemType;
  readonly description: string | null;
  readonly genre: string | null;
  /** Decimal text in major units. */
  readonly price: string | null;
  readonly priceType: string | null;
  readonly platform: string | null;
  readonly externalUrl: string | null;
  readonly imageUrl: string | null;
  readonly rating: number | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface UpsertCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface StaleEmbedding {
  readonly itemId: string;
  readonly contentHash: string;
  readonly text: string;
}

/** The catalogue: items, their search, prices and reviews. */
export interface CatalogueStore {
  /** Null for an unknown item. Retired items are found by id, and only so. */
  getItem(itemId: string): Promise<CatalogueItem | null>;
  getItems(itemIds: readonly string[]): Promise<CatalogueItem[]>;
  listItems(
    filters: ItemFilters,
    page: { readonly sort: ItemSort; readonly limit: number; readonly cursor: string | null },
  ): Promise<ItemPage>;
  countItems(filters: ItemFilters): Promise<number>;
  /**
   * Full text, trigram (typos) and, given a vector, meaning; fused by reciprocal rank. Filters come first.
   * The vector is compared with vectors of the same model only.
   */
  search(
    query: {
      readonly text: string;
      readonly vector: { readonly model: string; readonly values: readonly number[] } | null;
    },
    filters: ItemFilters,
    limit: number,
  ): Promise<SearchHit[]>;
  /** Items worth ranking for somebody: a bounded pool of the well rated, the popular and the near to `seeds`. */
  candidates(
    filters: ItemFilters,
    options: {
      readonly limit: number;
      /** Items that join where the filters let them. */
      readonly alsoIds: readonly string[];
      readonly seedIds: readonly string[];
      readonly model: string;
      readonly genres: readonly string[];
    },
  ): Promise<CatalogueItem[]>;
  /** Adds and changes items by (source, external key); items whose hash is the stored one are left alone. */
  upsertItems(source: string, records: readonly ItemRecord[]): Promise<UpsertCounts>;
  /** Content hashes by external key of a source. */
  contentHashes(source: string): Promise<ReadonlyMap<string, string>>;
  /** A retired item is no longer offered; it stays where people saved it. @returns false for an unknown item */
  setRetired(itemId: string, retiredAt: Date | null): Promise<boolean>;
  /** Items without an up-to-date vector of the model, by id, after the one that is named. */
  staleEmbeddings(model: string, limit: number, after: string | null): Promise<StaleEmbedding[]>;
  saveEmbeddings(
    model: string,
    vectors: readonly {
      readonly itemId: string;
      readonly contentHash: string;
      readonly values: readonly number[];
    }[],
  ): Promise<void>;
  savePriceQuotes(itemId: string, quotes: readonly PriceQuote[]): Promise<void>;
  /** Newest first, the latest of each provider and title. */
  listPriceQuotes(itemId: string): Promise<PriceQuote[]>;
  /** Offered items of these types on somebody's wishlist without a quote since then; another mix in each turn. */
  wishedWithOldPrices(wanted: {
    readonly types: readonly string[];
    readonly seenBefore: Date;
    readonly turn: string;
    readonly limit: number;
  }): Promise<string[]>;
  /** Replaces the item's reviews of the providers that are among the new ones. */
  saveReviews(itemId: string, reviews: readonly Review[]): Promise<void>;
  listReviews(itemId: string): Promise<Review[]>;
}
