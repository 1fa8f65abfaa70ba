import { type Candidate, candidates, listedEarnings, sum, type Totals } from './candidates.js';
import { type Deduction, type DeductionList, totalOf } from './deductions.js';
import type { StubRow } from './rows.js';
import type { Role } from './terms.js';

/** Gross less what is taken off, and what is added, is the net as printed. */
interface Proof {
  readonly gross: Candidate;
  readonly net: Candidate;
  readonly takenOff: number;
  readonly added: number;
}

/** The first way in which printed figures prove one another; null where none does. */
export function prove(
  gross: readonly Candidate[],
  net: readonly Candidate[],
  ways: readonly number[],
  reimbursed: readonly number[],
): Proof | null {
  for (const takenOff of ways) {
    for (const grossPay of gross) {
      for (const netPay of net) {
        for (const added of new Set([0, ...reimbursed])) {
          if (grossPay.value > 0 && grossPay.value - takenOff + added === netPay.value) {
            return { gross: grossPay, net: netPay, takenOff, added };
          }
        }
      }
    }
  }
  return null;
}

/** What is printed beside a proof and does not follow from it. */
export type Unbalanced = 'earnings' | 'gross' | 'deductions' | 'net' | 'year' | null;

/** Which printed list the proof leaves without its total. */
export function unbalancedPart(
  rows: readonly StubRow[],
  proof: Proof,
  { items, taxes }: DeductionList,
  totals: Totals,
  sent: readonly Deduction[],
): Unbalanced {
  const listed = totalOf(items);
  if (listed !== null && listed !== proof.takenOff) return 'deductions';
  const parts = new Set([proof.takenOff, listed, ...stretchesOf(items)]);
  for (const part of [taxes, (listed ?? 0) - taxes]) parts.add(part);
  const printed = [totals.deductions, totals.taxes, totals.everything].filter((value) => value !== null);
  if (listed !== null && printed.some((value) => !parts.has(value))) return 'deductions';
  // Net before and after an advance may both be printed: then what lies between them is printed too.
  const between = new Set([
    0,
    ...items.map(({ amount }) => amount),
    Math.abs(proof.added),
    totalOf(sent) ?? 0,
  ]);
  const nets = candidates(rows, 'net').map(({ value }) => Math.abs(value - proof.net.value));
  if (nets.some((apart) => !between.has(apart))) return 'net';
  if (otherGross(rows, proof, between)) return 'gross';
  if (strayedYear(rows)) return 'year';
  const earned = [earningsAbove(rows, proof.gross.row), ...earningsUnderHeading(rows)].filter(
    (value) => value !== null,
  );
  return earned.length > 0 && !earned.includes(proof.gross.value) ? 'earnings' : null;
}

/**
 * Whether a year's total of taxes or deductions is another than the year's figures of those rows whose figures of this
 * period make up the total beside it.
 */
function strayedYear(rows: readonly StubRow[]): boolean {
  const listed = rows.filter(({ role, section, current, ytd }) => {
    const taken = role === 'tax' || role === 'deduction';
    const within =
      role === null && (section === 'taxes' || section === 'deductions' || section === 'withholdings');
    return (taken || within) && current !== null && ytd !== null;
  });
  const totals = rows.filter(({ role, section, ytd }) => {
    const named = role === 'total-taxes' || role === 'total-deductions';
    return (named || (role === 'total' && section !== 'earnings')) && ytd !== null;
  });
  return totals.some((total) => {
    const stretch = stretchOf(listed, Math.abs(total.current ?? 0));
    const year = stretch ? Math.abs(sum(stretch.map(({ ytd }) => ytd ?? 0))) : null;
    return year !== null && year !== Math.abs(total.ytd ?? 0);
  });
}

/** The rows in a row that come to a total of this period; null where none do. */
function stretchOf(listed: readonly StubRow[], total: number): readonly StubRow[] | null {
  for (const from of listed.keys()) {
    for (let to = from + 2; to <= listed.length; to += 1) {
      const stretch = listed.slice(from, to);
      if (Math.abs(sum(stretch.map(({ current }) => current ?? 0))) === total) return stretch;
    }
  }
  return null;
}

/** What each stretch of a list comes to: a printed total may be that of a part, such as the taxes. */
const stretchesOf = (items: readonly Deduction[]): number[] =>
  items.flatMap((_, from) =>
    items
      .slice(from)
      .map((_item, length) => sum(items.slice(from, from + length + 1).map(({ amount }) => amount))),
  );

/** Gross pay printed once more, with another figure that no single earning or deduction explains. */
function otherGross(rows: readonly StubRow[], proof: Proof, between: ReadonlySet<number>): boolean {
  const steps = new Set([...between, ...listedEarnings(rows).map((row) => Math.abs(row.current ?? 0))]);
  const years = new Set(rows.flatMap((row) => row.ytd ?? []));
  return rows.some((row) => {
    const states = row.role === 'gross' || (row.role === 'total' && row.section === 'earnings');
    if (!states || row.current === null || row.section === 'ytd' || years.has(row.current)) return false;
    return row.current > 0 && !steps.has(Math.abs(row.current - proof.gross.value));
  });
}

/**
 * What the rows under a heading such as "Earnings" come to, all of them and those of each list side by side; nothing
 * where there is none, or its columns are not named.
 */
function earningsUnderHeading(rows: readonly StubRow[]): number[] {
  const others: readonly (Role | null)[] = ['gross', 'net', 'total', 'employer-cost'];
  const listed = rows.filter(
    (row) => row.section === 'earnings' && row.headed && row.current !== null && !others.includes(row.role),
  );
  if (listed.length === 0) return [];
  const lists = [...new Set(listed.map(({ x }) => x))].map((x) => listed.filter((row) => row.x === x));
  return [listed, ...lists].map((list) => sum(list.map((row) => row.current ?? 0)));
}

/** What the rows straight above gross pay come to, in its own column; null where none stand there. */
function earningsAbove(rows: readonly StubRow[], gross: StubRow): number | null {
  const side = rows.filter((row) => row.line.page === gross.line.page && Math.abs(row.x - gross.x) < 30);
  const place = side.indexOf(gross);
  let total: number | null = null;
  for (const row of side.slice(0, Math.max(place, 0)).reverse()) {
    const listed = row.role === 'earning' || row.role === 'reimbursement' || row.role === null;
    if ((!listed && row.section !== 'earnings') || row.section !== gross.section) break;
    if (row.current !== null) total = (total ?? 0) + row.current;
  }
  return total;
}
