import type { Currency } from '../domain/money.js';

/** What a document turned out to be, told from its content. */
export type DocumentKind = 'bank_statement' | 'credit_card_statement' | 'pay_stub' | 'receipt' | 'invoice';

/**
 * - `verified`: arithmetic proves the whole reading (what that takes is in docs/documents.md).
 * - `discrepancy`: the document contradicts itself, or a proof failed; imported as printed and reported.
 * - `unverifiable`: nothing contradicts the reading, and something is unproved; the problems name it.
 * - `failed`: nothing could be read.
 */
export type Verdict = 'verified' | 'discrepancy' | 'unverifiable' | 'failed';

/** Where in the document a figure stands: page and line from 1, and the line's text as printed. */
export interface SourceLine {
  readonly page: number;
  readonly line: number;
  readonly text: string;
}

/** Something a person should know about a reading. `code` is stable; `message` is a sentence for the user. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly source?: SourceLine;
  /** Minor units by which a sum misses what is printed. */
  readonly difference?: number;
}

export type ProblemCode =
  | 'NOT_A_PDF'
  | 'EMPTY_FILE'
  | 'TOO_LARGE'
  | 'TOO_MANY_PAGES'
  | 'DAMAGED'
  | 'PASSWORD_REQUIRED'
  | 'PASSWORD_WRONG'
  | 'TIME_LIMIT'
  | 'MEMORY_LIMIT'
  | 'NO_TEXT'
  | 'BLANK_FORM'
  | 'UNKNOWN_KIND'
  | 'NO_TRANSACTIONS'
  | 'NO_OPENING_BALANCE'
  | 'NO_CLOSING_BALANCE'
  | 'NO_YEAR'
  | 'NO_DATES'
  | 'AMBIGUOUS_DATES'
  | 'AMBIGUOUS_SIGNS'
  | 'DATE_IMPOSSIBLE'
  | 'DATE_OUT_OF_ORDER'
  | 'DATE_OUTSIDE_PERIOD'
  | 'AMOUNT_UNREADABLE'
  | 'BALANCE_MISMATCH'
  | 'CLOSING_MISMATCH'
  | 'TOTAL_MISMATCH'
  | 'NET_NOT_PRINTED'
  | 'NET_MISMATCH'
  | 'NO_CURRENCY'
  | 'NO_TOTAL'
  | 'LOW_OCR_CONFIDENCE'
  | 'UNPROVED';

/** One movement of a statement. `amount` in minor units: negative is money out of the customer's pocket. */
export interface StatementRow {
  /** ISO date; `--MM-DD` where the document prints no year anywhere; null where it is missing or impossible. */
  readonly date: string | null;
  readonly description: string;
  readonly amount: number;
  /** The running balance printed with the row, minor units. */
  readonly balance: number | null;
  readonly source: SourceLine;
  /** ISO code and minor units of an original amount in another currency, where printed. */
  readonly original?: { readonly currency: Currency; readonly amount: number };
}

/** One account's part of a statement. All amounts in minor units of `currency` (`XXX` when none is known). */
export interface AccountReading {
  readonly label: string | null;
  /** The last digits of the account number, where printed. */
  readonly numberEnding: string | null;
  readonly currency: Currency;
  /** Cards and loans: the balance is what is owed, closing = opening − in + out. */
  readonly balanceMeaning: 'held' | 'owed';
  readonly openingBalance: number | null;
  readonly closingBalance: number | null;
  readonly totalIn: number;
  readonly totalOut: number;
  readonly printedTotalIn: number | null;
  readonly printedTotalOut: number | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly rows: readonly StatementRow[];
  readonly verdict: Exclude<Verdict, 'failed'>;
  /** Sentences that say what arithmetic proved. */
  readonly proofs: readonly string[];
  readonly problems: readonly Problem[];
  /** Where each header figure was found, by field name. */
  readonly sources: Readonly<Record<string, SourceLine>>;
}

interface ReadingBase {
  readonly verdict: Verdict;
  readonly proofs: readonly string[];
  readonly problems: readonly Problem[];
}

export interface StatementReading extends ReadingBase {
  readonly kind: 'bank_statement' | 'credit_card_statement';
  readonly issuer: string | null;
  readonly accounts: readonly AccountReading[];
}

/** Minor units throughout; this period's figures unless the name says otherwise. */
export interface PayStubReading extends ReadingBase {
  readonly kind: 'pay_stub';
  readonly currency: Currency;
  readonly employer: string | null;
  readonly grossPay: number | null;
  /** As printed; null where the document prints none. */
  readonly netPay: number | null;
  /** Gross less the listed deductions, where net is not printed. */
  readonly derivedNetPay: number | null;
  readonly deductions: readonly {
    readonly name: string;
    readonly amount: number;
    readonly source: SourceLine;
  }[];
  readonly totalDeductions: number | null;
  readonly totalTaxes: number | null;
  readonly ytdGross: number | null;
  readonly ytdNet: number | null;
  readonly payDate: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly frequency: PayFrequency | null;
  readonly sources: Readonly<Record<string, SourceLine>>;
}

export type PayFrequency = 'weekly' | 'fortnightly' | 'semi-monthly' | 'four-weekly' | 'monthly';

/** A receipt or an invoice, minor units. */
export interface ReceiptReading extends ReadingBase {
  readonly kind: 'receipt' | 'invoice';
  readonly currency: Currency;
  readonly merchant: string | null;
  readonly date: string | null;
  readonly total: number | null;
  readonly subtotal: number | null;
  readonly tax: number | null;
  readonly discount: number | null;
  readonly tip: number | null;
  readonly tendered: number | null;
  readonly balanceDue: number | null;
  /** Only what is paid is spending. `null`: the document does not say. */
  readonly paid: boolean | null;
  readonly items: readonly {
    readonly description: string;
    readonly amount: number;
    readonly source: SourceLine;
  }[];
  readonly sources: Readonly<Record<string, SourceLine>>;
}

/** Nothing could be read; `problems` says why. `kind` is what it looked like, where that was seen. */
export interface FailedReading {
  readonly verdict: 'failed';
  readonly kind: DocumentKind | null;
  readonly proofs: readonly [];
  readonly problems: readonly Problem[];
}

export type Reading = StatementReading | PayStubReading | ReceiptReading | FailedReading;
