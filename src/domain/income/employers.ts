import type { Entry } from '../analysis/entries.js';
import type { PayStubRecord } from '../analysis/records.js';
import { dayNumber, spanDays } from '../calendar.js';
import { normaliseMerchant } from '../merchants/normalise.js';
import type { Cadence } from '../recurrence/cadence.js';
import { periodDays } from '../recurrence/grid.js';
import { median } from '../recurrence/statistics.js';

/** An employer's pay stubs. */
export interface Employer {
  /** Words that tell this employer from others; none where the stubs name nobody. */
  readonly words: readonly string[];
  /** Oldest first, each once. */
  readonly stubs: readonly PayStubRecord[];
  readonly newest: PayStubRecord;
  /** When the newest was paid (or its period ended), as a day number; null where it does not say. */
  readonly day: number | null;
}

/** Words on pay that name nobody. */
const nameless = new Set(
  'salary salaries payroll pay paycheck paycheque wage wages deposit deposits direct dep dir dd ach credit credits transfer income earnings employer employment net monthly weekly biweekly fortnightly from the and for company corp corporation inc incorporated ltd limited llc plc gmbh group holdings payment bank ppd'.split(
    ' ',
  ),
);

function tellingWords(words: readonly string[]): string[] {
  return words.filter((word) => word.length >= 3 && /[a-z]/i.test(word) && !nameless.has(word.toLowerCase()));
}

/** The words of a deposit that name who paid; none for "SALARY DEPOSIT". */
export function payerNames({ merchantKey }: Entry): string[] {
  return tellingWords(merchantKey.split(' '));
}

/** Whether a deposit names the employer. */
export function namesPayer(entry: Entry, words: readonly string[]): boolean {
  const payer = payerNames(entry);
  return words.some((word) => word.length >= 4 && payer.includes(word));
}

/** Pay stubs by employer; names that share a telling word are one. The order of import plays no part. */
export function employersOf(stubs: readonly PayStubRecord[]): Employer[] {
  const groups: { words: readonly string[]; stubs: PayStubRecord[] }[] = [];
  const sorted = [...stubs].sort(
    (a, b) =>
      text(dateOf(a) ?? '', dateOf(b) ?? '') || a.net.minor - b.net.minor || text(a.documentId, b.documentId),
  );
  for (const stub of sorted) {
    const words = stub.employer === null ? [] : tellingWords(normaliseMerchant(stub.employer).key.split(' '));
    const group = groups.find((each) =>
      words.length === 0 ? each.words.length === 0 : words.some((word) => each.words.includes(word)),
    );
    // The same stub handed in twice is one stub.
    if (group?.stubs.some((each) => each.payDate === stub.payDate && each.net.minor === stub.net.minor))
      continue;
    if (group) group.stubs.push(stub);
    else groups.push({ words, stubs: [stub] });
  }
  return groups.flatMap(({ words, stubs: own }) => {
    const newest = own.at(-1);
    if (!newest) return [];
    const date = dateOf(newest);
    return [{ words, stubs: own, newest, day: date === null ? null : dayNumber(date) }];
  });
}

const dateOf = ({ payDate, period }: PayStubRecord) => payDate ?? period?.end ?? null;
const text = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** How often an employer pays: as printed, or told from the pay period or several pay dates; null where neither tells. */
export function cadenceOf(stubs: readonly PayStubRecord[]): Cadence | null {
  const printed = stubs.findLast(({ cadence }) => cadence !== null)?.cadence;
  if (printed) return printed;
  const period = stubs.findLast((stub) => stub.period !== null)?.period;
  const dates = stubs.flatMap(({ payDate }) => (payDate === null ? [] : [dayNumber(payDate)]));
  const gaps = dates
    .slice(1)
    .map((day, at) => day - (dates[at] ?? day))
    .filter((gap) => gap > 0);
  const days = period ? spanDays(period) : gaps.length > 0 ? median(gaps) : null;
  if (days === null) return null;
  const tolerance: readonly [Cadence, number][] = [
    ['weekly', 1],
    ['fortnightly', 0.9],
    ['semi-monthly', 1],
    ['four-weekly', 0.9],
    ['monthly', 2],
  ];
  return tolerance.find(([cadence, off]) => Math.abs(days - periodDays[cadence]) <= off)?.[0] ?? null;
}
