import type { IsoDate } from '../calendar.js';
import type { Category, CategorySource } from '../categories/categories.js';
import type { Money } from '../money.js';

/** What a movement means for the user's money. Only spending less refunds is spending, only income is income. */
export type TransactionRole = 'spending' | 'income' | 'transfer' | 'card_payment' | 'refund';

export type TransactionOrigin = 'statement' | 'receipt' | 'chat' | 'api';

/** One movement of money: a statement line, a receipt, or a spend told in chat. Negative is money out. */
export interface Transaction {
  readonly id: string;
  readonly accountId: string | null;
  readonly origin: TransactionOrigin;
  readonly postedOn: IsoDate;
  readonly description: string;
  readonly amount: Money;
  readonly merchantKey: string;
  readonly merchantName: string;
  readonly category: Category;
  readonly categorySource: CategorySource;
  readonly role: TransactionRole;
  /** The user said that it does not count. */
  readonly ignored: boolean;
  /** The statement line (or receipt) that shows the same spend; then only that one counts. */
  readonly matchedTransactionId: string | null;
  readonly itemId: string | null;
}
