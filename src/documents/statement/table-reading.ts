import type { ComposedRows } from './composed-rows.js';
import type { Interpretation } from './interpret.js';
import type { SummaryFigure } from './model.js';
import type { Tables } from './tables.js';

/** One reading of a segment's tables: what was found, and the hypothesis that fits it best. */
export interface TableReading {
  readonly tables: Tables;
  readonly composed: ComposedRows;
  readonly figures: readonly SummaryFigure[];
  readonly interpretation: Interpretation;
}
