import type { IsoMonth } from '../calendar.js';
import { type Category, type CategoryGroup, groupOf } from '../categories/categories.js';
import { convert, type ExchangeRate } from '../exchange-rates/convert.js';
import type { Currency } from '../money.js';
import type { Transaction } from '../transactions/transaction.js';
import { dayOf } from './days.js';

/** A transaction as it counts: in the user's currency, spending positive, refunds negative, income positive. */
export interface Entry {
  readonly id: string;
  readonly day: number;
  readonly month: IsoMonth;
  readonly kind: 'spending' | 'income' | 'savings';
  readonly category: Category;
  readonly group: CategoryGroup;
  readonly minor: number;
  readonly approximate: boolean;
  readonly merchantKey: string;
  readonly merchantName: string;
  readonly origin: Transaction['origin'];
}

/** What counts, what does not for want of a rate, and the rates that were used. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly withoutRate: readonly Transaction[];
  readonly ratesUsed: readonly ExchangeRate[];
}

/**
 * The transactions that count, in order of day: without ignored ones, spends matched to another line, transfers and
 * card payments. Money put into savings is kept apart, as saving.
 */
export function entriesOf(
  transactions: readonly Transaction[],
  currency: Currency,
  rates: readonly ExchangeRate[],
): Entries {
  const entries: Entry[] = [];
  const withoutRate: Transaction[] = [];
  const ratesUsed = new Map<string, ExchangeRate>();
  for (const transaction of transactions) {
    if (transaction.ignored || transaction.matchedTransactionId !== null) continue;
    const kind = kindOf(transaction);
    if (!kind) continue;
    const converted = convert(transaction.amount, currency, transaction.postedOn, rates);
    if (!converted) {
      withoutRate.push(transaction);
      continue;
    }
    const { rate } = converted;
    if (rate) ratesUsed.set(`${rate.from} ${rate.on}`, rate);
    entries.push({
      id: transaction.id,
      day: dayOf(transaction.postedOn),
      month: transaction.postedOn.slice(0, 7),
      kind,
      category: transaction.category,
      group: groupOf(transaction.category),
      minor: kind === 'income' ? converted.amount.minor : -converted.amount.minor,
      approximate: rate !== null,
      merchantKey: transaction.merchantKey,
      merchantName: transaction.merchantName,
      origin: transaction.origin,
    });
  }
  entries.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
  return { entries, withoutRate, ratesUsed: [...ratesUsed.values()] };
}

function kindOf(transaction: Transaction): Entry['kind'] | null {
  if (transaction.role === 'spending' || transaction.role === 'refund') return 'spending';
  if (transaction.role === 'income') return 'income';
  return transaction.role === 'transfer' && transaction.category === 'savings' ? 'savings' : null;
}
