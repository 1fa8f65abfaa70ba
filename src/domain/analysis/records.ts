import type { DateSpan, IsoDate } from '../calendar.js';
import type { ExchangeRate } from '../exchange-rates/convert.js';
import type { Currency, Money } from '../money.js';
import type { Cadence } from '../recurrence/cadence.js';
import type { CategoryRule } from '../transactions/classify-all.js';
import type { AccountKind } from '../transactions/roles.js';
import type { Transaction } from '../transactions/transaction.js';

export interface AccountRecord {
  readonly id: string;
  readonly kind: AccountKind;
  readonly currency: Currency;
}

/** The days of one account that one statement shows. */
export interface Coverage {
  readonly accountId: string;
  readonly documentId: string;
  readonly span: DateSpan;
}

/** A pay stub as read: this period's net pay. */
export interface PayStubRecord {
  readonly documentId: string;
  readonly employer: string | null;
  readonly net: Money;
  readonly payDate: IsoDate | null;
  readonly period: DateSpan | null;
  readonly cadence: Cadence | null;
}

export type StatedName =
  | 'monthly_income'
  | 'fixed_expenses'
  | 'savings'
  | 'debt_minimums'
  | 'entertainment_budget'
  /** The user's currency; its record has a currency and no amount. */
  | 'currency';

/** One thing that a stated figure is made of: "rent", "car payment"; minor units a month, in the figure's currency. */
export interface StatedPart {
  readonly name: string;
  readonly minor: number;
}

/** A figure in the user's own words: an amount a month, or (savings only) a percentage of income. */
export interface StatedRecord {
  readonly figure: StatedName;
  readonly amount: Money | null;
  readonly currency: Currency | null;
  readonly percent: number | null;
  /** What the amount is made of, as far as it was told by name; their sum is never more than the amount. */
  readonly parts?: readonly StatedPart[];
  /** ISO instant. */
  readonly statedAt: string;
  readonly messageId: string | null;
}

export interface SubscriptionRecord {
  readonly id: string;
  readonly name: string;
  readonly merchantKey: string | null;
  readonly price: Money | null;
  readonly cadence: Cadence | null;
  readonly status: 'proposed' | 'active' | 'ended' | 'declined';
  readonly origin: 'detected' | 'stated';
  readonly isEntertainment: boolean;
  readonly firstSeenOn: IsoDate | null;
  readonly lastChargedOn: IsoDate | null;
  readonly nextDueOn: IsoDate | null;
}

/** All that is recorded of one user's money. */
export interface FinancialRecords {
  /** What to count in while nothing tells the user's currency. */
  readonly defaultCurrency: Currency;
  readonly accounts: readonly AccountRecord[];
  readonly coverages: readonly Coverage[];
  readonly transactions: readonly Transaction[];
  readonly payStubs: readonly PayStubRecord[];
  readonly rules: readonly CategoryRule[];
  readonly stated: readonly StatedRecord[];
  readonly subscriptions: readonly SubscriptionRecord[];
  readonly periodKind: 'month' | 'pay_cycle';
  readonly rollOver: boolean;
  readonly locale: string;
  /** Rates of a provider, beyond the shipped table. */
  readonly rates: readonly ExchangeRate[];
}
