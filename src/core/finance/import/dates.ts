import type { AccountReading, StatementRow } from '../../../documents/reading.js';
import { type DateSpan, type IsoDate, isIsoDate } from '../../../domain/calendar.js';

/** A row whose day is known. */
export interface DatedRow {
  readonly row: StatementRow;
  readonly date: IsoDate;
}

/** Rows with a day, those that wait for a year, and those without any day. */
export interface DatedRows {
  readonly dated: readonly DatedRow[];
  readonly yearless: number;
  readonly undated: number;
  readonly span: DateSpan | null;
}

/**
 * Gives each row its day. Where a document prints no year, the user's answer is the year of its last row; months above
 * the last row's belong to the year before. Nothing is guessed without that answer.
 */
export function dateRows(account: AccountReading, year: number | undefined): DatedRows {
  const last = account.rows.findLast(({ date }) => date?.startsWith('--'))?.date?.slice(2, 4) ?? '12';
  const settle = (date: string | null): IsoDate | null => {
    if (date === null) return null;
    if (!date.startsWith('--')) return isIsoDate(date) ? date : null;
    if (year === undefined) return null;
    const full = `${date.slice(2, 4) > last ? year - 1 : year}-${date.slice(2)}`;
    return isIsoDate(full) ? full : null;
  };
  const dated: DatedRow[] = [];
  let yearless = 0;
  let undated = 0;
  for (const row of account.rows) {
    const date = settle(row.date);
    if (date) dated.push({ row, date });
    else if (row.date?.startsWith('--') && year === undefined) yearless += 1;
    else undated += 1;
  }
  return {
    dated,
    yearless,
    undated,
    span: spanOf(dated, settle(account.periodStart), settle(account.periodEnd)),
  };
}

/** The printed period, widened to every row; without one, from the first row to the last. */
function spanOf(rows: readonly DatedRow[], start: IsoDate | null, end: IsoDate | null): DateSpan | null {
  const dates = [...rows.map(({ date }) => date), ...(start ? [start] : []), ...(end ? [end] : [])].sort();
  const [first] = dates;
  const last = dates.at(-1);
  return first && last ? { start: first, end: last } : null;
}
