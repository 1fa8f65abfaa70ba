import type {
  AccountRecord,
  Coverage,
  PayStubRecord,
  StatedName,
  StatedRecord,
  SubscriptionRecord,
} from '../../../domain/analysis/records.js';
import type { DateSpan } from '../../../domain/calendar.js';
import type { Currency, Money } from '../../../domain/money.js';
import type { CategoryRule } from '../../../domain/transactions/classify-all.js';
import type { SourceRow } from '../../../domain/transactions/merge-lines.js';
import type { Transaction } from '../../../domain/transactions/transaction.js';
import type { UserSettingsRecord } from './accounts.js';

/** The contract's profile row. Amounts are null where nothing is known. */
export interface ProfileRow {
  readonly monthlyIncome: Money | null;
  readonly fixedExpenses: Money | null;
  readonly savingsGoalPercent: number | null;
  readonly entertainmentBudget: Money | null;
  readonly currency: Currency;
  readonly lastAnalysedAt: Date | null;
}

/** All that is stored of one user's money. */
export interface StoredFinances {
  /** Null until something was stated or analysed. */
  readonly profile: ProfileRow | null;
  /** Time zone, period and roll-over decide what the rest adds up to. */
  readonly settings: UserSettingsRecord;
  readonly accounts: readonly AccountRecord[];
  readonly coverages: readonly Coverage[];
  readonly transactions: readonly Transaction[];
  readonly payStubs: readonly PayStubRecord[];
  readonly rules: readonly CategoryRule[];
  readonly stated: readonly StatedRecord[];
  readonly subscriptions: readonly SubscriptionRecord[];
}

export interface AccountInput {
  readonly userId: string;
  readonly accountKey: string;
  readonly issuer: string | null;
  readonly label: string | null;
  readonly numberEnding: string | null;
  readonly kind: string;
  readonly currency: Currency;
}

/** A line of a document as it is stored beside the transaction that it shows. */
export interface StoredLine extends SourceRow {
  readonly transactionId: string;
  readonly page: number;
  readonly line: number;
  readonly text: string;
}

/** What is stored of one account, for joining another statement to it. */
export interface AccountLines {
  readonly lines: readonly StoredLine[];
  readonly coverages: readonly { readonly documentId: string; readonly span: DateSpan }[];
  /** Statement transactions of the account; those that no line shows any more are to go. */
  readonly transactions: readonly Transaction[];
}

/** Where a transaction can be read in a document. */
export interface LineSource {
  readonly transactionId: string;
  readonly documentId: string;
  readonly fileName: string;
  readonly page: number;
  readonly line: number;
  readonly text: string;
}

export interface AlertRow {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly severity: string;
  readonly status: string;
  readonly message: string;
  readonly facts: unknown;
  readonly snoozedUntil: Date | null;
  readonly deliveredAt: Date | null;
  readonly createdAt: Date;
}

/** Somebody who asked for alerts or the digest, and where unasked messages go: a direct conversation, or nowhere. */
export interface AlertRecipient {
  readonly userId: string;
  readonly home: {
    readonly platform: string;
    readonly tenant: string;
    readonly address: string;
    readonly reference: Readonly<Record<string, unknown>>;
  } | null;
}

/** Money of users. Every method sees one user's rows only, except where the whole product's work is looked for. */
export interface FinanceStore {
  load(userId: string): Promise<StoredFinances>;

  /** The user's accounts as their statements name them, oldest first. */
  listAccounts(userId: string): Promise<readonly (AccountInput & { readonly id: string })[]>;
  /** @returns the account's id, which is the same whenever the key is. An account without a number ending takes the one given. */
  ensureAccount(input: AccountInput & { readonly id: string }): Promise<string>;
  accountLines(userId: string, accountKey: string): Promise<AccountLines>;
  /** The user has named a currency: accounts whose documents name none are in it. */
  settleCurrency(userId: string, currency: Currency): Promise<void>;
  saveCoverage(input: {
    userId: string;
    documentId: string;
    accountKey: string;
    span: DateSpan;
  }): Promise<void>;
  savePayStub(userId: string, stub: PayStubRecord): Promise<void>;
  insertTransactions(userId: string, transactions: readonly Transaction[]): Promise<void>;
  /** Stores the decisions about transactions: merchant, category, role, ignored, match, date, text and amount. */
  updateTransactions(userId: string, transactions: readonly Transaction[]): Promise<void>;
  deleteTransactions(userId: string, ids: readonly string[]): Promise<void>;
  /** Says which transaction each line shows; lines that are stored already are moved. */
  saveLines(lines: readonly StoredLine[]): Promise<void>;
  /** The transaction that a receipt became, or null. */
  transactionOfDocument(userId: string, documentId: string): Promise<string | null>;
  sourcesOf(userId: string, transactionIds: readonly string[]): Promise<readonly LineSource[]>;

  saveRule(userId: string, rule: CategoryRule): Promise<void>;
  saveStated(userId: string, stated: StatedRecord): Promise<void>;
  deleteStated(userId: string, figure: StatedName): Promise<void>;

  /** Changes only what is given; creates the row where there is none. */
  saveProfile(userId: string, profile: Partial<ProfileRow> & { readonly currency: Currency }): Promise<void>;
  replaceExpenseCategories(
    userId: string,
    categories: readonly { readonly category: string; readonly monthly: Money; readonly isFixed: boolean }[],
  ): Promise<void>;

  saveSubscription(userId: string, subscription: SubscriptionRecord): Promise<void>;
  deleteSubscriptions(userId: string, ids: readonly string[]): Promise<void>;
  /** Mirrors the names of active entertainment subscriptions into the user's preferences. */
  mirrorSubscriptions(userId: string, names: readonly string[]): Promise<void>;

  /** @returns false when an alert of the key exists already, whatever became of it. */
  insertAlert(userId: string, alert: AlertRow): Promise<boolean>;
  listAlerts(userId: string): Promise<readonly AlertRow[]>;
  updateAlert(
    userId: string,
    alertId: string,
    change: {
      readonly status?: string;
      readonly snoozedUntil?: Date | null;
      readonly deliveredAt?: Date | null;
    },
  ): Promise<AlertRow | null>;
  /** Everybody with alerts or the digest switched on, in pages by user id. */
  alertRecipients(after: string | null, limit: number): Promise<readonly AlertRecipient[]>;
}
