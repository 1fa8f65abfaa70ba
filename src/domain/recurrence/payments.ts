import { dayOf } from '../analysis/days.js';
import type { Transaction } from '../transactions/transaction.js';
import type { Payment } from './detect.js';

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
