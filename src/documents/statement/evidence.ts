import type { IsoDate } from '../../domain/calendar.js';
import type { Currency } from '../../domain/money.js';
import type { Problem, SourceLine, StatementRow } from '../reading.js';
import type { Interpretation } from './interpret.js';
import type { MarkedLine, UnreadableCell } from './model.js';
import type { DateContext } from './resolve-dates.js';
import type { Mismatch } from './summary-check.js';

/** Everything about one account that the verdict rests on. */
export interface Evidence {
  readonly interpretation: Interpretation;
  readonly rows: readonly StatementRow[];
  /** For each row, its item. */
  readonly rowItems: readonly number[];
  readonly sectionOf: readonly number[];
  readonly secondDates: readonly (IsoDate | null)[];
  /** Every row's date is printed on its own line, in a text layer, beside no other: none can be another row's. */
  readonly datesPlain: boolean;
  readonly impossibleDates: readonly SourceLine[];
  readonly dates: DateContext;
  readonly currency: Currency;
  readonly unreadable: readonly UnreadableCell[];
  readonly unexplained: readonly MarkedLine[];
  /** Dated texts that may belong to the row above or below. */
  readonly uncertainDates: readonly MarkedLine[];
  /** Texts close to the rows were left out of them. */
  readonly textsLeftOut: boolean;
  /** Every figure is the account's own currency's, and nothing leaves open which that is. */
  readonly currencyPlain: boolean;
  /** Words tell which way is in. */
  readonly directionTold: boolean;
  /** A column full of figures takes no part in the reading. */
  readonly columnLeftOut: boolean;
  /** Lines that name a total which the rows do not give. */
  readonly strayTotals: readonly MarkedLine[];
  readonly lowConfidence: readonly SourceLine[];
  /** Printed sums that the document's own figures do not give. */
  readonly mismatches: readonly Mismatch[];
}

/** A problem of a reading in one call. */
export const problem = (code: Problem['code'], message: string, more: Partial<Problem> = {}): Problem => ({
  code,
  message,
  ...more,
});
