import type { Money } from '../../domain/money.js';

/** Why a look-up gave nothing. Unknown stays unknown, never 0. */
export type LookupFailure =
  | 'BLOCKED'
  | 'LAYOUT_CHANGED'
  | 'NO_RESULTS'
  | 'UNAVAILABLE'
  | 'NOT_CONFIGURED'
  | 'OVER_QUOTA';

export interface LookupSubject {
  readonly title: string;
  readonly type: string;
  readonly creator: string | null;
  readonly year: number | null;
}

export interface PriceQuote {
  readonly provider: string;
  readonly title: string;
  readonly price: Money;
  readonly url: string | null;
  readonly fetchedAt: Date;
}

export interface Review {
  readonly provider: string;
  readonly title: string;
  readonly url: string;
  readonly author: string | null;
  readonly snippet: string;
  readonly publishedAt: Date | null;
  readonly fetchedAt: Date;
}

export type LookupResult<T> = { readonly found: readonly T[] } | { readonly failure: LookupFailure };

export interface PriceProvider {
  readonly name: string;
  lookUpPrices(subject: LookupSubject, signal: AbortSignal): Promise<LookupResult<PriceQuote>>;
}

export interface ReviewProvider {
  readonly name: string;
  lookUpReviews(subject: LookupSubject, signal: AbortSignal): Promise<LookupResult<Review>>;
}
