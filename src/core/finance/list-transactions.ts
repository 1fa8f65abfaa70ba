import { type DateSpan, isWithin } from '../../domain/calendar.js';
import type { Category } from '../../domain/categories/categories.js';
import type { Transaction } from '../../domain/transactions/transaction.js';
import type { CoreContext } from '../ports/context.js';
import type { LineSource } from '../ports/stores/finance.js';

/** A transaction and the document lines that show it. */
export interface TransactionView {
  readonly transaction: Transaction;
  readonly sources: readonly Omit<LineSource, 'transactionId'>[];
}

/** A page of the user's transactions, the latest first, and how many pass the filters. */
export async function listTransactions(
  context: Pick<CoreContext, 'database'>,
  input: {
    readonly userId: string;
    readonly span?: DateSpan;
    readonly category?: Category;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly transactions: readonly TransactionView[]; readonly total: number }> {
  const { finance } = context.database.store;
  const { transactions } = await finance.load(input.userId);
  const passing = transactions
    .filter(({ postedOn }) => input.span === undefined || isWithin(postedOn, input.span))
    .filter(({ category }) => input.category === undefined || category === input.category)
    .sort(latestFirst);
  const page = passing.slice(input.offset, input.offset + input.limit);
  const sources = await finance.sourcesOf(
    input.userId,
    page.map(({ id }) => id),
  );
  return {
    total: passing.length,
    transactions: page.map((transaction) => ({
      transaction,
      sources: sources.filter((source) => source.transactionId === transaction.id),
    })),
  };
}

function latestFirst(left: Transaction, right: Transaction): number {
  if (left.postedOn !== right.postedOn) return left.postedOn < right.postedOn ? 1 : -1;
  return left.id < right.id ? -1 : 1;
}
