import { currencyOf } from '../../domain/analysis/analyse.js';
import type { FinancialRecords } from '../../domain/analysis/records.js';
import { type IsoDate, monthOf } from '../../domain/calendar.js';
import type { ExchangeRate } from '../../domain/exchange-rates/convert.js';
import type { CoreContext } from '../ports/context.js';

/** All rates together may take so long; what is not there by then comes from the shipped table. */
const deadlineMilliseconds = 1500;
/** Rates asked for at most: the newest months of the foreign currencies. */
const most = 24;

/** Dated rates of the configured provider for the currencies that the records hold; none where none is configured. */
export async function providedRates(
  context: Pick<CoreContext, 'exchangeRates'>,
  records: FinancialRecords,
  today: IsoDate,
): Promise<ExchangeRate[]> {
  const provider = context.exchangeRates;
  if (!provider) return [];
  const home = currencyOf(records);
  const wanted = new Map<string, { from: string; on: IsoDate }>();
  for (const { amount, postedOn } of records.transactions) {
    if (amount.currency === home) continue;
    const on = `${monthOf(postedOn)}-01`;
    wanted.set(`${on} ${amount.currency}`, { from: amount.currency, on });
  }
  for (const { price } of records.subscriptions) {
    if (price && price.currency !== home)
      wanted.set(`${today} ${price.currency}`, { from: price.currency, on: today });
  }
  const newest = [...wanted].sort(([a], [b]) => (a > b ? -1 : 1)).slice(0, most);
  const signal = AbortSignal.timeout(deadlineMilliseconds);
  const asked = await Promise.allSettled(
    newest.map(([, { from, on }]) => provider.rate(from, home, on, signal)),
  );
  return asked.flatMap((answer) => (answer.status === 'fulfilled' && answer.value ? [answer.value] : []));
}
