import type { Amount } from '../layout/amounts.js';
import type { DateToken } from '../layout/dates.js';
import type { DocumentLine } from '../layout/lines.js';
import type { ColumnRole } from './column-words.js';
import type { BalanceKind, SectionSense } from './vocabulary.js';

/** A figure on a line: where it stands, and whether it can be nothing but an amount. */
export interface PlacedAmount {
  readonly amount: Amount;
  readonly x: number;
  readonly right: number;
  /** With a marker that follows: `CR` may stand inside the column or hang outside it. */
  readonly outerRight: number;
  /** First and last word of the line that it takes. */
  readonly from: number;
  readonly to: number;
  /** It prints decimals or a currency sign; a bare whole number may be a reference. */
  readonly strong: boolean;
  /** Apart from its neighbours by more than a space on both sides. */
  readonly apart: boolean;
}

export interface PlacedDate {
  readonly token: DateToken;
  readonly x: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
}

/** A line with the figures and dates found on it. */
export interface MarkedLine {
  readonly index: number;
  readonly line: DocumentLine;
  readonly dates: readonly PlacedDate[];
  readonly amounts: readonly PlacedAmount[];
}

/** A column heading and the place it claims. */
export interface HeaderLabel {
  readonly role: ColumnRole;
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

export interface Header {
  /** First and last line index it takes. */
  readonly from: number;
  readonly to: number;
  readonly labels: readonly HeaderLabel[];
}

/** A labelled balance or total: `value` as printed, with markers kept. */
export interface SummaryFigure {
  readonly kind: BalanceKind | 'total-in' | 'total-out' | 'total-payments';
  readonly amount: Amount;
  readonly line: MarkedLine;
  readonly label: string;
}

/** What a line of a table is once its place and words are known; roles of columns are still open. */
export interface RawItem {
  readonly line: MarkedLine;
  /** The date printed with it, or carried from the rows above; null for none. */
  readonly date: DateToken | null;
  /** A second date beside the first (posting or value date). */
  readonly secondDate: DateToken | null;
  /** Something stands in the date's place that is no date. */
  readonly dateUnreadable: boolean;
  /** The item's figures by the table's columns. */
  readonly cells: readonly (PlacedAmount | null)[];
  readonly text: string;
  /** Set for a balance row, which moves nothing. */
  readonly balanceKind: BalanceKind | null;
  readonly section: SectionSense | null;
  /** Index of the section heading above, -1 for none. */
  readonly sectionId: number;
  /** Index of the table it stands in: another header on the page, or another section, begins another. */
  readonly group: number;
  /** A word of its own that tells the direction: Debit, CR, Af. */
  readonly type: 'in' | 'out' | null;
  /** A short word under a heading of its own, which may tell the direction. */
  readonly mark: string | null;
  readonly block: number;
  /** True when the line printed its own date. */
  readonly ownDate: boolean;
}

/** A figure in a table that could not be read. */
export interface UnreadableCell {
  readonly line: MarkedLine;
  readonly column: number;
  readonly text: string;
}
