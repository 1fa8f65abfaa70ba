import type { MarkedLine, RawItem, UnreadableCell } from './model.js';

/** A line among the rows that names a total. */
export interface LabelledLine {
  readonly line: MarkedLine;
  readonly sectionId: number;
  /** How many items stand above it. */
  readonly items: number;
}

/** What composing a segment's lines gave: its items in order, and what could not be placed. */
export interface ComposedRows {
  readonly items: readonly RawItem[];
  /** Figures in a column that are no readable amount. */
  readonly unreadable: readonly UnreadableCell[];
  /** Lines inside a table that print a figure and became nothing: a row may have been missed. */
  readonly unexplained: readonly MarkedLine[];
  /** Dated texts that may belong to the row above or below. */
  readonly uncertainDates: readonly MarkedLine[];
  /** Headings and totals among the rows that carry figures. */
  readonly labelled: readonly LabelledLine[];
  /** Lines of text that belong to rows: what they name is no matter of the statement's. */
  readonly wrapped: readonly MarkedLine[];
  /** Lines of text close below rows that no row took. */
  readonly leftOut: readonly MarkedLine[];
}

/** What some banks do and others don't; arithmetic tells which. */
export interface RowHabits {
  /** Undated lines below the last dated row are rows of its day, not sums, whatever they are called. */
  readonly tailsAreRows?: boolean;
  /** Dated lines that only name a balance are rows. */
  readonly balancesAreRows?: boolean;
}
