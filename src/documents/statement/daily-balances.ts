import { signedMinor } from '../layout/amounts.js';
import { namesValueDate } from './dating.js';
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

/** A line of the list names a month at most for each of its days. */
const MOST_WORDS = 4;

/**
 * Days whose listed balance is not what the rows up to that day come to. A list that hardly agrees anywhere tells of
 * something else, and contradicts nothing.
 */
export function dailyMismatches(lines: readonly MarkedLine[], ledger: DailyLedger): Mismatch[] {
  const { opening, owed, rows, dates } = ledger;
  if (opening === null || rows.some(({ date }) => date === null)) return [];
  let valueDated = false;
  const days = lines.flatMap((line) => {
    // Balances by value date follow another calendar than the rows.
    if (line.dates.length === 0 && line.line.words.length > 0) valueDated = namesValueDate(line.line.text);
    if (valueDated) return [];
    if (line.line.words.filter((word) => /\p{L}{2}/u.test(word.text)).length > MOST_WORDS) return [];
    // Several days may stand side by side.
    return line.dates.flatMap(({ token, to }, index): Mismatch[] => {
      const next = line.dates[index + 1]?.from ?? Number.POSITIVE_INFINITY;
      const figure = line.amounts.find((each) => each.strong && each.from > to && each.from < next);
      const { date } = resolveDate(token, dates, null);
      if (!figure || date === null) return [];
      const moved = rows.reduce((sum, row) => sum + ((row.date ?? '') <= date ? row.amount : 0), 0);
      const printed = signedMinor(figure.amount);
      return [{ line, printed, difference: printed - (opening + (owed ? -moved : moved)) }];
    });
  });
  const wrong = days.filter(({ difference }) => difference !== 0);
  return wrong.length <= days.length * (1 - MOST_AGREE) ? wrong : [];
}
