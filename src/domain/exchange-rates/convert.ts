import type { IsoDate } from '../calendar.js';
import { type Currency, exponentOf, type Money, money, roundMinor } from '../money.js';
import { shippedRates } from './table.js';

/** Units of `to` for one of `from`, as of a day. */
export interface ExchangeRate {
  readonly from: Currency;
  readonly to: Currency;
  readonly on: IsoDate;
  readonly rate: number;
}

/** An amount brought to another currency: approximate whenever a rate was used. */
export interface Converted {
  readonly amount: Money;
  readonly rate: ExchangeRate | null;
}

/** The shipped rate of the last half-year's end before the day (the oldest, for days before it); null if unknown. */
export function shippedRate(from: Currency, to: Currency, on: IsoDate): ExchangeRate | null {
  const day = shippedRates.findLast((rates) => rates.on <= on) ?? shippedRates[0];
  const fromRate = day?.perEuro[from];
  const toRate = day?.perEuro[to];
  if (!day || fromRate === undefined || toRate === undefined) return null;
  return { from, to, on: day.on, rate: toRate / fromRate };
}

/**
 * The amount in the other currency, rounded half up. `rates` (a provider's, say) go before the shipped table. Null
 * where no rate is known: an amount is never counted as if it were another currency's.
 */
export function convert(
  amount: Money,
  to: Currency,
  on: IsoDate,
  rates: readonly ExchangeRate[] = [],
): Converted | null {
  if (amount.currency === to) return { amount, rate: null };
  const given = rates
    .filter((each) => each.from === amount.currency && each.to === to && each.on <= on)
    .reduce<ExchangeRate | null>((best, each) => (best && best.on >= each.on ? best : each), null);
  const rate = given ?? shippedRate(amount.currency, to, on);
  if (!rate) return null;
  const factor = rate.rate * 10 ** (exponentOf(to) - exponentOf(amount.currency));
  return { amount: money(roundMinor(amount.minor * factor, 'half-up'), to), rate };
}
