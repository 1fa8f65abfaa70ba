import { isCategory } from '../../../domain/categories/categories.js';
import { type Currency, fromMajor, type Money, money } from '../../../domain/money.js';
import { type Cadence, isCadence } from '../../../domain/recurrence/cadence.js';
import type { Transaction } from '../../../domain/transactions/transaction.js';

/** A column of days, as a calendar date. */
export function dateOf(value: Date): string {
  return value.toISOString().slice(0, 10);
}

/** A calendar date as a column of days takes it. */
export function toDay(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function optionalDay(date: string | null): Date | null {
  return date === null ? null : toDay(date);
}

/** A DECIMAL(12,2) column; null where it is null or not exact in the currency. */
export function decimalMoney(value: { toString(): string } | null, currency: Currency): Money | null {
  if (value === null) return null;
  return fromMajor(value.toString(), currency);
}

export function cadenceOf(text: string | null): Cadence | null {
  return text !== null && isCadence(text) ? text : null;
}

/** A row of `transactions` as plain SQL gives it. */
export interface TransactionRow {
  readonly id: string;
  readonly account_id: string | null;
  readonly origin: string;
  readonly posted_on: string;
  readonly description: string;
  readonly merchant_key: string;
  readonly merchant_name: string;
  readonly amount_minor: number;
  readonly currency: string;
  readonly category: string;
  readonly category_source: string;
  readonly role: string;
  readonly ignored: boolean;
  readonly matched_transaction_id: string | null;
  readonly item_id: string | null;
}

const origins = ['statement', 'receipt', 'chat', 'api'] as const;
const roles = ['spending', 'income', 'transfer', 'card_payment', 'refund'] as const;
const sources = ['rule', 'correction', 'mcc', 'merchant', 'token', 'history', 'none'] as const;

export function transactionOf(row: TransactionRow): Transaction {
  return {
    id: row.id,
    accountId: row.account_id,
    origin: oneOf(origins, row.origin),
    postedOn: row.posted_on,
    description: row.description,
    amount: money(Number(row.amount_minor), row.currency),
    merchantKey: row.merchant_key,
    merchantName: row.merchant_name,
    category: isCategory(row.category) ? row.category : 'uncategorised',
    categorySource: oneOf(sources, row.category_source),
    role: oneOf(roles, row.role),
    ignored: row.ignored,
    matchedTransactionId: row.matched_transaction_id,
    itemId: row.item_id,
  };
}

/** @throws TypeError for a word that this version never wrote */
export function oneOf<T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((each) => each === text);
  if (found === undefined) throw new TypeError(`${text} is none of ${allowed.join(', ')}.`);
  return found;
}
