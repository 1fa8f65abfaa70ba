import { signedMinor } from '../layout/amounts.js';
import type { MarkedLine } from './model.js';
import { type DateContext, resolveDate } from './resolve-dates.js';
import type { Mismatch } from './summary-check.js';

/** What a list of balances by day is held against. */
export interface DailyLedger {
  /** The balance before the first row, minor units; null where none is printed. */
  readonly opening: number | null;
  readonly owed: boolean;
  readonly rows: readonly { readonly date: string | null; readonly amount: number }[];
  readonly dates: DateContext;
}

/** As large a share of the days must agree before the others are taken for misprints: some banks list another balance. */
const MOST_AGREE = 0.6;

/**
 * Days whose listed balance is not what the rows up to that day come to. A list that hardly agrees anywhere tells of
 * something else, and contradicts nothing.
 */
export function dailyMismatches(lines: readonly MarkedLine[], ledger: DailyLedger): Mismatch[] {
  const { opening, owed, rows, dates } = ledger;
  if (opening === null || rows.some(({ date }) => date === null)) return [];
  const days = lines.flatMap((line) => {
    const [figure, more] = line.amounts.filter((amount) => amount.strong);
    const date = resolveDate(line.dates[0]?.token ?? null, dates, null).date;
    if (!figure || more || date === null) return [];
    const moved = rows.reduce(
      (sum, row) => sum + (row.date !== null && row.date <= date ? row.amount : 0),
      0,
    );
    const printed = signedMinor(figure.amount);
    return [{ line, printed, difference: printed - (opening + (owed ? -moved : moved)) }];
  });
  const wrong = days.filter(({ difference }) => difference !== 0);
  return wrong.length <= days.length * (1 - MOST_AGREE) ? wrong : [];
}
