import type { Currency, Money } from '../money.js';

/** The kinds of things that are recommended, as `entertainment_items.type` has them. */
export const itemTypes = ['movie', 'book', 'game', 'event', 'restaurant', 'board_game', 'card_game'] as const;
export type ItemType = (typeof itemTypes)[number];

/** How an item is paid for, as `entertainment_items.price_type` has it. */
export const priceTypes = ['free', 'one_time', 'subscription', 'variable'] as const;
export type PriceType = (typeof priceTypes)[number];

/** A service that includes an item, and where; no region means everywhere the service is. */
export interface Inclusion {
  readonly service: string;
  readonly region: string | null;
}

/** A way to pay for a service: its name, price and how often it is charged. */
export interface Tier {
  readonly name: string;
  readonly price: Money;
  readonly cadence: 'monthly' | 'annual' | 'one_time';
}

/** Where an event or a restaurant is; `kind` is 'venue', 'chain', 'festival', 'museum', 'park' or the like. */
export interface Place {
  readonly city: string | null;
  readonly region: string | null;
  readonly country: string | null;
  readonly kind: string | null;
}

/** What decides the cost of an item. */
export interface PricedItem {
  /** Null when nobody knows it: unknown is never 0. */
  readonly price: Money | null;
  /** The upper end where a price is a range. */
  readonly priceMax: Money | null;
  readonly priceType: PriceType | null;
  /** Whether a price is charged once a head or once a table. */
  readonly pricePer: 'person' | 'group';
  /** Fees on top of the price, per head, where they are known. */
  readonly fee: Money | null;
  /** ISO date of the price, shown beside it. */
  readonly priceAsOf: string | null;
  readonly currency: Currency;
  readonly platform: string | null;
  readonly includedIn: readonly Inclusion[];
  readonly tiers: readonly Tier[];
}

/** One thing that a record says of its item under some name: a word, or a number. */
export interface Facet {
  readonly field: string;
  readonly value: string | number;
}

/** What an item can be ranked by. Everything but its id may be missing. */
export interface RankableItem extends PricedItem {
  readonly id: string;
  readonly title: string;
  readonly type: string | null;
  readonly description: string | null;
  /** All genres as `genreKey` writes them, the main one first. */
  readonly genres: readonly string[];
  /** On the catalogue's own scale. */
  readonly rating: number | null;
  readonly ratingCount: number | null;
  /** How well known it is, 0 to 1, where somebody estimated that instead of counting ratings. */
  readonly fame: number | null;
  readonly year: number | null;
  /** Authors, directors, designers, developers. */
  readonly creators: readonly string[];
  readonly moods: readonly string[];
  /** Further words that describe it (mechanics, tags, series), lower case. */
  readonly tags: readonly string[];
  /** Everything else that its record tells, for rankings of catalogues whose shape nobody knows. */
  readonly facets?: readonly Facet[];
}

/** One thing of the catalogue, typed: the contract's columns and what its metadata is known to say. */
export interface CatalogueItem extends RankableItem {
  readonly type: ItemType;
  readonly externalUrl: string | null;
  readonly imageUrl: string | null;
  /** 0 to 5. */
  readonly rating: number | null;
  readonly playersMin: number | null;
  readonly playersMax: number | null;
  readonly minutes: number | null;
  /** Youngest advised age in years. */
  readonly age: number | null;
  readonly place: Place | null;
}
