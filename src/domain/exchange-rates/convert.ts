import type { IsoDate } from '../calendar.js';
import type { Currency } from '../money.js';

/** Units of `to` for one of `from`, as of a day. */
export interface ExchangeRate {
  readonly from: Currency;
  readonly to: Currency;
  readonly on: IsoDate;
  readonly rate: number;
}
