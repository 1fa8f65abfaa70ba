import type { IsoDate } from '../../domain/calendar.js';
import type { ExchangeRate } from '../../domain/exchange-rates/convert.js';
import type { Currency } from '../../domain/money.js';

/** A source of dated rates beside the shipped table. `null`: it has none for the day; the table serves then. */
export interface ExchangeRateProvider {
  rate(from: Currency, to: Currency, on: IsoDate, signal: AbortSignal): Promise<ExchangeRate | null>;
}
