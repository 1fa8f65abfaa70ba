import type { Money } from '../money.js';

/** Somebody to rank for. Items are indices into the catalogue; lists may be empty. */
export interface Profile {
  readonly id: string;
  readonly liked: readonly number[];
  readonly disliked: readonly number[];
  /** Genre keys. */
  readonly preferredGenres: readonly string[];
  readonly dislikedGenres: readonly string[];
  readonly subscriptions: readonly string[];
  /** The most that one thing may cost; null: money is no object. */
  readonly budget: Money | null;
  readonly priceSensitivity: 'budget' | 'moderate' | 'flexible' | null;
  /** Only these types; null: all. */
  readonly types: readonly string[] | null;
}

/** Ratings as columns: who, what (an index into the catalogue), and a value on the data's own scale. */
export interface RatingTable {
  readonly people: readonly string[];
  readonly personAt: Int32Array;
  readonly itemAt: Int32Array;
  readonly valueAt: Float64Array;
}

export const noRatings: RatingTable = {
  people: [],
  personAt: new Int32Array(0),
  itemAt: new Int32Array(0),
  valueAt: new Float64Array(0),
};
