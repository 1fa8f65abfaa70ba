import type { FinancialRecords } from '../../../src/domain/analysis/records.js';
import { type Money, money } from '../../../src/domain/money.js';
import type { Transaction } from '../../../src/domain/transactions/transaction.js';
import type { History } from '../histories/history.js';

/** A transaction as an import leaves it: nothing decided yet. Amounts in minor units, negative is out. */
export function buildTransaction(
  id: string,
  postedOn: string,
  description: string,
  minor: number,
  more: Partial<Transaction> & { readonly currency?: string } = {},
): Transaction {
  const { currency = 'USD', ...rest } = more;
  return {
    id,
    accountId: 'current',
    origin: 'statement',
    postedOn,
    description,
    amount: money(minor, currency),
    merchantKey: '',
    merchantName: '',
    category: 'uncategorised',
    categorySource: 'none',
    role: 'spending',
    ignored: false,
    matchedTransactionId: null,
    itemId: null,
    ...rest,
  };
}

/** One current account whose statements cover the span. */
export function buildRecords(
  transactions: readonly Transaction[],
  span: { readonly start: string; readonly end: string } | null,
  more: Partial<FinancialRecords> = {},
): FinancialRecords {
  return {
    defaultCurrency: 'USD',
    accounts: [{ id: 'current', kind: 'current', currency: 'USD' }],
    coverages: span ? [{ accountId: 'current', documentId: 'document', span }] : [],
    transactions,
    payStubs: [],
    rules: [],
    stated: [],
    subscriptions: [],
    periodKind: 'month',
    rollOver: false,
    locale: 'en-US',
    rates: [],
    ...more,
  };
}

export function buildStated(
  figure: FinancialRecords['stated'][number]['figure'],
  amount: Money | null,
  percent: number | null = null,
): FinancialRecords['stated'][number] {
  return {
    figure,
    amount,
    currency: amount?.currency ?? null,
    percent,
    statedAt: '2026-03-01T10:00:00.000Z',
    messageId: null,
  };
}

/** The transactions of a generated history; ids are positions in its rows. */
export function historyTransactions(history: History): Transaction[] {
  return history.rows.map((row, at) =>
    buildTransaction(String(at), row.date, row.description, row.minor, {
      accountId: row.account,
      currency: history.currency,
    }),
  );
}

/** A generated history as if its three accounts' statements had all been handed in. */
export function historyRecords(history: History, more: Partial<FinancialRecords> = {}): FinancialRecords {
  const { currency, start, end } = history;
  const accounts = (['current', 'card', 'savings'] as const).map((id) => ({
    id,
    kind: id === 'card' ? ('card' as const) : ('current' as const),
    currency,
  }));
  return buildRecords(historyTransactions(history), null, {
    defaultCurrency: currency,
    accounts,
    coverages: accounts.map(({ id }) => ({
      accountId: id,
      documentId: `document ${id}`,
      span: { start, end },
    })),
    ...more,
  });
}
