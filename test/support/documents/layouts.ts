import type { Sheet } from './blocks.js';
import type { LedgerWish } from './ledger.js';
import type { Book, Pen } from './pen.js';
import type { Place } from './places/place.js';
import type { Random } from './random.js';

/** What layouts show of what real statements do. */
export const TRAITS = [
  'ruled',
  'unruled',
  'shaded',
  'sections',
  'signed-column',
  'debit-credit-columns',
  'cr-dr',
  'trailing-minus',
  'parentheses',
  'type-column',
  'balance-per-row',
  'balance-per-day',
  'no-running-balance',
  'daily-balance-block',
  'date-once-a-day',
  'no-year-in-rows',
  'no-year-anywhere',
  'over-new-year',
  'wrapped',
  'amount-on-last-line',
  'amount-centred',
  'amount-before-description',
  'torn-rows',
  'header-once',
  'no-header',
  'several-accounts',
  'several-statements',
  'decimal-comma',
  'space-thousands',
  'nbsp-thousands',
  'apostrophe-thousands',
  'dot-thousands',
  'lakh',
  'no-thousands',
  'no-decimals',
  'three-decimals',
  'non-latin',
  'two-dates',
  'reference-column',
  'column-after-amount',
  'newest-first',
  'balances-in-rows',
  'balances-in-box',
  'balances-in-sentence',
  'carried-forward',
  'page-totals',
  'legal-with-amounts',
  'rate-table',
  'rewards',
  'card-summary',
  'cardholders',
  'instalments',
  'letter-spaced',
  'tiny',
  'by-word',
  'by-letter',
  'whole-line',
  'columns-in-turn',
  'shuffled',
  'watermark',
  'rotated',
  'landscape',
  'side-by-side',
  'symbol-per-amount',
  'foreign-second-line',
  'checks',
  'no-opening',
  'no-closing',
  'no-balances',
  'ambiguous-dates',
  'unembedded-font',
  'doubled-bold',
  'wobble',
  'currency-not-shown',
  'iso-dates',
  'weekday-dates',
  'unsigned-debits',
  'overdrawn',
  'groups-by-day',
  'plus-sign',
  'summary-after',
  'large',
  'dots',
  'two-up',
  'placeholder-words',
  'wrapped-dates',
  'date-in-description',
  'date-after-amount',
  'year-row',
  'long',
  'summary-only',
  'currency-column',
] as const;

export type Trait = (typeof TRAITS)[number];

/** A bank's way to lay a statement out. `era`: written before or after the reader was first run on generated documents. */
export interface StatementLayout {
  readonly name: string;
  readonly family: string;
  readonly era: 'before' | 'after';
  readonly place: Place;
  readonly card?: boolean;
  readonly traits: readonly Trait[];
  /** One wish for each account in the file. */
  readonly accounts: readonly LedgerWish[];
  /** The accounts are one account, each following on the one before. */
  readonly consecutive?: boolean;
  readonly currencyShown?: boolean;
  /** What is printed of a movement's lines, where it isn't all of them. */
  readonly described?: (lines: readonly string[]) => string;
  readonly sheet: (paper: Paper) => Sheet;
}

export interface Paper {
  readonly books: readonly Book[];
  /** The first account's. */
  readonly book: Book;
  readonly pen: Pen;
  readonly random: Random;
}
