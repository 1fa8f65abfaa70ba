import type { IsoDate } from './calendar.js';
import type { Currency, Money } from './money.js';

/** Where a figure comes from, so that "why?" always has an answer. */
export type FigureSource =
  /** Statement lines, receipts or logged spending; each leads to its document line. */
  | { readonly kind: 'transactions'; readonly transactionIds: readonly string[] }
  /** The user's own word. `statedAt` is an ISO instant. */
  | { readonly kind: 'stated'; readonly statedAt: string; readonly messageId: string | null }
  | { readonly kind: 'pay-stub'; readonly documentId: string }
  | {
      readonly kind: 'rate';
      readonly from: Currency;
      readonly to: Currency;
      readonly on: IsoDate;
      readonly rate: number;
    }
  /** A rule of docs/money.md applied to other figures, named in the arithmetic. */
  | { readonly kind: 'formula'; readonly rule: string };

export type FigureSources = readonly [FigureSource, ...FigureSource[]];

/** An amount that can be explained: it never exists without the sources it came from. */
export interface Figure {
  readonly amount: Money;
  /** True when a conversion or an estimate is part of it; shown as "about". */
  readonly approximate: boolean;
  /** The sum as a line of text, ready to be shown. */
  readonly arithmetic: string;
  readonly sources: FigureSources;
}

/** Something only the user can settle; nothing is guessed meanwhile. `code` is stable, `message` a sentence. */
export interface Question {
  readonly code:
    | 'YEAR'
    | 'DATE'
    | 'AMOUNT'
    | 'CURRENCY'
    | 'PAY_FREQUENCY'
    | 'PAID'
    | 'CONTRADICTION'
    | 'WHICH_ONE'
    | 'CATEGORY'
    | 'INCOME';
  readonly message: string;
}

/** How current and how complete the picture is. */
export interface DataState {
  readonly firstDate: IsoDate | null;
  readonly lastDate: IsoDate | null;
  /** "based on statements to 30 June 2026"; null where no statement is known. */
  readonly basedOn: string | null;
  /** True when the last statement ended more than 35 days ago. */
  readonly stale: boolean;
  /** Months between the first and the last statement that none covers, `YYYY-MM`. */
  readonly missingMonths: readonly string[];
  readonly statements: number;
}
