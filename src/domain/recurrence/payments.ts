import { dayOf } from '../analysis/days.js';
import type { Category } from '../categories/categories.js';
import type { Currency } from '../money.js';
import type { Transaction } from '../transactions/transaction.js';

/** A payment as the detector sees it. `minor` is positive whatever the direction. */
export interface Payment {
  readonly id: string;
  readonly day: number;
  readonly minor: number;
  readonly currency: Currency;
  readonly merchantKey: string;
  readonly name: string;
  readonly category: Category;
  /** Words of the line that speak of a contract ("membership", "annual renewal"). */
  readonly contract: boolean;
}

const contractWords =
  /\b(?:MEMBERSHIP|SUBSCRIPTION|SUBSCR|RENEWAL|ANNUAL|PREMIUM|DUES|STANDING ORDER|DIRECT DEBIT|DD|PRLV|PRELEVEMENT|LASTSCHRIFT|DAUERAUFTRAG|INCASSO|ABO|ABONNEMENT|CLUB FEES|MITGLIEDSBEITRAG|LICENCE|ROADSIDE|REGO|REGISTRATION)\b/i;

/** The payments among which recurring charges, or recurring income, are looked for. */
export function paymentsOf(transactions: readonly Transaction[], direction: 'charge' | 'income'): Payment[] {
  const role = direction === 'charge' ? 'spending' : 'income';
  const payments: Payment[] = [];
  for (const transaction of transactions) {
    if (transaction.role !== role || transaction.matchedTransactionId !== null) continue;
    payments.push({
      id: transaction.id,
      day: dayOf(transaction.postedOn),
      minor: Math.abs(transaction.amount.minor),
      currency: transaction.amount.currency,
      merchantKey: transaction.merchantKey,
      name: transaction.merchantName,
      category: transaction.category,
      contract: direction === 'charge' && contractWords.test(transaction.description),
    });
  }
  return payments;
}
