/** A generated history: what statements would show, and the truth behind it. Amounts in minor units. */
export interface History {
  readonly seed: number;
  readonly currency: string;
  /** First and last day covered, `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
  /** In order of date. */
  readonly rows: readonly HistoryRow[];
  readonly series: readonly HistorySeries[];
}

export interface HistoryRow {
  readonly date: string;
  readonly description: string;
  /** Negative is money out. */
  readonly minor: number;
  readonly account: 'current' | 'card' | 'savings';
  /** What it is, in the product's own category names; null where even a person could not tell. */
  readonly category: string | null;
  readonly role: 'spending' | 'income' | 'transfer' | 'card_payment' | 'refund';
  /** The series it belongs to; null for everything that does not recur. */
  readonly series: string | null;
}

export type HistoryCadence =
  | 'weekly'
  | 'fortnightly'
  | 'four-weekly'
  | 'semi-monthly'
  | 'monthly'
  | 'quarterly'
  | 'half-yearly'
  | 'annual';

export interface HistorySeries {
  readonly id: string;
  readonly direction: 'charge' | 'income';
  readonly cadence: HistoryCadence;
  /** Rows that carry it, refunds and repeated postings not counted. */
  readonly occurrences: number;
  /** True where it was cancelled well before the end. */
  readonly ended: boolean;
  readonly priceRise: boolean;
  /** Enough occurrences to be found for certain: three, or two of an annual one. */
  readonly mature: boolean;
}
