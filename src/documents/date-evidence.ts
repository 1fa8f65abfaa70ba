import type { Currency } from '../domain/money.js';
import { type DateOrder, type DateToken, findDatesIn, isoDay } from './layout/dates.js';
import type { DocumentLine } from './layout/lines.js';

/** How a document's numeric dates are to be read: the order, or null where nothing tells. */
export interface DateEvidence {
  readonly order: DateOrder | null;
  readonly basis: 'dates' | 'country' | 'none';
}

/** Countries that write the month first, by their currency; Canada writes both ways. */
const monthFirst = new Set(['USD', 'PHP']);
const undecided = new Set(['CAD', 'XXX']);

/**
 * Which of day and month comes first in a document: told by dates that only one order allows (25/12), else by the
 * currency's country. Dates that contradict one another tell nothing.
 */
export function findDateEvidence(lines: readonly DocumentLine[], currency: Currency): DateEvidence {
  const orders = new Set<DateOrder>();
  for (const line of lines) {
    for (const token of findDatesIn(line.text)) {
      const possible = new Set(token.readings.map((reading) => reading.order));
      const [only] = possible;
      if (possible.size === 1 && only) orders.add(only);
    }
  }
  const [seen] = orders;
  if (orders.size === 1 && seen) return { order: seen, basis: 'dates' };
  if (orders.size > 1 || undecided.has(currency)) return { order: null, basis: 'none' };
  return { order: monthFirst.has(currency) ? 'mdy' : 'dmy', basis: 'country' };
}

/** A printed date as ISO: `null` for one without a year, impossible, or open to two readings. */
function settleDate(token: DateToken, evidence: DateEvidence): string | null {
  const fitting = token.readings.filter(
    (reading) => reading.order === null || evidence.order === null || reading.order === evidence.order,
  );
  const [reading] = fitting;
  if (!reading || reading.year === null || fitting.length > 1) return null;
  return isoDay(reading.year, reading.month, reading.day);
}

/** True for a date with a year that could be read two ways and that nothing in the document settles. */
function isAmbiguous(token: DateToken, evidence: DateEvidence): boolean {
  return (
    evidence.order === null && token.readings.length > 1 && token.readings.some(({ year }) => year !== null)
  );
}

/** A date as settled, and the line it stands on. */
export interface Dated {
  readonly date: string | null;
  readonly ambiguous: boolean;
  readonly line: DocumentLine;
}

/** A printed date with what the evidence makes of it. */
export function dated(token: DateToken, evidence: DateEvidence, line: DocumentLine): Dated {
  return { date: settleDate(token, evidence), ambiguous: isAmbiguous(token, evidence), line };
}

/** The date that a label names: after it on the line, else below it in the same column. */
export function labelledDate(
  lines: readonly DocumentLine[],
  label: RegExp,
  evidence: DateEvidence,
): Dated | null {
  for (const [index, line] of lines.entries()) {
    const match = label.exec(line.text);
    if (!match) continue;
    const [after] = findDatesIn(line.text.slice(match.index + match[0].length));
    if (after) return dated(after, evidence, line);
    const heading = line.cells.find((cell) => label.test(cell.text));
    for (const below of lines.slice(index + 1, index + 3)) {
      if (!heading || below.page !== line.page) break;
      const cell = below.cells.find((item) => item.x < heading.right + 30 && item.right > heading.x - 30);
      const [token] = findDatesIn(cell?.text ?? '');
      if (token) return dated(token, evidence, below);
    }
  }
  return null;
}
