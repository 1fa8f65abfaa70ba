import type { IsoDate } from '../calendar.js';
import type { Category } from '../categories/categories.js';
import type { Money } from '../money.js';
import type { Cadence } from './cadence.js';

/** A charge or an income that comes again and again, as the transactions show it. */
export interface RecurringSeries {
  /** Stable for the same transactions: merchant, direction, cadence, and a number where there are several. */
  readonly key: string;
  readonly direction: 'charge' | 'income';
  readonly merchantKey: string;
  readonly name: string;
  readonly category: Category;
  /** True where the seller mostly sells subscriptions. */
  readonly subscription: boolean;
  readonly cadence: Cadence;
  /** What the next one will probably cost: the last amount, or the median of the last six where it varies. */
  readonly amount: Money;
  readonly variable: boolean;
  /** `early`: seen twice only, of a merchant known for it. */
  readonly maturity: 'mature' | 'early';
  readonly ended: boolean;
  readonly firstOn: IsoDate;
  readonly lastOn: IsoDate;
  /** Null once ended. */
  readonly nextDueOn: IsoDate | null;
  readonly priceChange: { readonly from: Money; readonly to: Money; readonly on: IsoDate } | null;
  /** In order of date. */
  readonly transactionIds: readonly string[];
}
