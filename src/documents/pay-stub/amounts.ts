import { sourceOf } from '../entries.js';
import type { PayStubReading, SourceLine } from '../reading.js';
import { payoutBelow } from './payout.js';
import type { StubRow } from './rows.js';
import type { Role } from './terms.js';

type Deduction = PayStubReading['deductions'][number];

/** The stub's figures, minor units, and what arithmetic says of them. */
export interface StubAmounts {
  readonly grossPay: number | null;
  readonly netPay: number | null;
  readonly deductions: readonly Deduction[];
  readonly totalDeductions: number | null;
  readonly totalTaxes: number | null;
  readonly ytdGross: number | null;
  readonly ytdNet: number | null;
  /** All that is taken off gross, by the items or by the totals; null where the stub lists none. */
  readonly takenOff: number | null;
  /** Added after deductions, such as repaid expenses. */
  readonly addedAfter: number;
  readonly proved: boolean;
  /** What is printed beside the proof and does not follow from it: a list without its total, or another net pay. */
  readonly unbalanced: 'earnings' | 'gross' | 'deductions' | 'net' | null;
  readonly sources: Readonly<Record<string, SourceLine>>;
}

interface Candidate {
  readonly value: number;
  readonly row: StubRow;
}

const isWithheld = (row: StubRow): boolean =>
  row.section === 'deductions' || row.section === 'taxes' || row.section === 'withholdings';

/** @param apart whether deductions have a section of their own, so that rows among the earnings are none */
const isItem = (row: StubRow, apart: boolean): boolean => {
  if (row.current === null || row.role === 'employer-cost' || row.section === 'other') return false;
  if (row.section === 'net') return false;
  const held = isWithheld(row);
  if (row.role === 'tax' || row.role === 'deduction' || row.role === 'deductions-part') {
    return row.section !== 'ytd' && !(apart && row.section === 'earnings');
  }
  return held && (row.role === null || row.role === 'earning');
};

const isTax = (row: StubRow): boolean => row.role === 'tax' || row.section === 'taxes';

/** A summary may tell what is taken off before tax and after it, each by itself. */
function summedParts(rows: readonly StubRow[]): Candidate[] {
  const parts = rows.filter(
    (row) => row.role === 'deductions-part' && row.section === 'other' && row.current !== null,
  );
  const [first] = parts;
  return first ? [{ value: sum(parts.map((row) => Math.abs(row.current ?? 0))), row: first }] : [];
}

/** What rows of a role print for this period, the surest first: under a heading, then in the order of the page. */
function candidates(rows: readonly StubRow[], role: Role): Candidate[] {
  const found = rows.filter((row) => row.role === role && row.section !== 'ytd');
  const headed = found.flatMap((row) =>
    row.current !== null && row.headed ? [{ value: row.current, row }] : [],
  );
  const bare = found.flatMap((row) =>
    row.current !== null && !row.headed ? [{ value: row.current, row }] : [],
  );
  // A lone figure under the year's heading belongs to another table's column: net often stands apart.
  const lone = found.flatMap((row) => {
    const [only] = row.figures;
    return row.current === null && row.figures.length === 1 && only !== undefined
      ? [{ value: only, row }]
      : [];
  });
  return [...headed, ...bare, ...lone];
}

/** A section's own "Total" row. */
function sectionTotals(rows: readonly StubRow[], ...sections: readonly StubRow['section'][]): Candidate[] {
  return rows.flatMap((row) =>
    row.role === 'total' && row.current !== null && sections.includes(row.section)
      ? [{ value: row.current, row }]
      : [],
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Deductions printed as negatives are taken off all the same; a refund among them has the other sign. */
function asTakenOff(rows: readonly StubRow[]): Deduction[] {
  const negatives = rows.filter((row) => (row.current ?? 0) < 0).length;
  const sign = negatives > rows.length / 2 ? -1 : 1;
  return rows.map((row) => ({
    name: row.label,
    amount: sign * (row.current ?? 0) + 0,
    source: sourceOf(row.line),
  }));
}

/** What is sent elsewhere out of the net, however it is signed. */
function asSent(rows: readonly StubRow[]): Deduction[] {
  return rows.map((row) => ({
    name: row.label,
    amount: Math.abs(row.current ?? 0),
    source: sourceOf(row.line),
  }));
}

/** The ways in which the stub may say how much was taken off, the completest first. */
function takenOffWays(items: number | null, taxItems: number, otherItems: number, totals: Totals): number[] {
  const { deductions, taxes, everything } = totals;
  const ways = [
    items,
    everything,
    deductions !== null && taxes !== null ? deductions + taxes : null,
    deductions !== null && taxItems > 0 ? deductions + taxItems : null,
    taxes !== null && otherItems > 0 ? taxes + otherItems : null,
    deductions,
    taxes,
  ];
  return [...new Set(ways.filter((way): way is number => way !== null && way > 0))];
}

interface Totals {
  readonly deductions: number | null;
  readonly taxes: number | null;
  readonly everything: number | null;
}

/** Rows of unknown meaning between gross and net: what a stub lists there is taken off, or it says otherwise. */
function unknownBetween(rows: readonly StubRow[]): StubRow[] {
  const first = rows.findIndex((row) => row.role === 'gross' && row.current !== null);
  const last = rows.findLastIndex((row) => row.role === 'net');
  if (first < 0 || last < first) return [];
  return rows
    .slice(first + 1, last)
    .filter(
      (row) => row.role === null && row.current !== null && row.section !== 'other' && row.section !== 'ytd',
    );
}

interface Proof {
  readonly gross: Candidate;
  readonly net: Candidate;
  readonly takenOff: number;
  readonly added: number;
}

function prove(
  gross: readonly Candidate[],
  net: readonly Candidate[],
  ways: readonly number[],
  reimbursed: number,
): Proof | null {
  for (const takenOff of ways) {
    for (const grossPay of gross) {
      for (const netPay of net) {
        for (const added of new Set([0, reimbursed])) {
          if (grossPay.value > 0 && grossPay.value - takenOff + added === netPay.value) {
            return { gross: grossPay, net: netPay, takenOff, added };
          }
        }
      }
    }
  }
  return null;
}

/** Earnings as listed above gross pay, those under another heading left out. */
function listedEarnings(rows: readonly StubRow[]): StubRow[] {
  return rows.filter(
    (row) =>
      row.current !== null &&
      (row.section === 'earnings' || row.section === null) &&
      (row.role === 'earning' || (row.role === null && row.section === 'earnings')),
  );
}

/** Which printed list the proof leaves without its total. */
function unbalancedPart(
  rows: readonly StubRow[],
  proof: Proof,
  { items, taxes }: DeductionList,
  totals: Totals,
  sent: readonly Deduction[],
): StubAmounts['unbalanced'] {
  const listed = totalOf(items);
  if (listed !== null && listed !== proof.takenOff) return 'deductions';
  const parts = new Set([proof.takenOff, listed]);
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
  const earned = earningsAbove(rows, proof.gross.row) ?? earningsUnderHeading(rows);
  return earned !== null && earned !== proof.gross.value ? 'earnings' : null;
}

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

/** What the rows under a heading such as "Earnings" come to; null where there is none, or its columns are not named. */
function earningsUnderHeading(rows: readonly StubRow[]): number | null {
  const others: readonly (Role | null)[] = ['gross', 'net', 'total', 'employer-cost'];
  const listed = rows.filter(
    (row) => row.section === 'earnings' && row.headed && row.current !== null && !others.includes(row.role),
  );
  return listed.length > 0 ? sum(listed.map((row) => row.current ?? 0)) : null;
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

/** Sum of the earnings where no gross is printed; a single row gives its own source. */
function grossOfEarnings(rows: readonly StubRow[]): Candidate[] {
  const earnings = listedEarnings(rows);
  const [first] = earnings;
  return first ? [{ value: sum(earnings.map((row) => row.current ?? 0)), row: first }] : [];
}

/** What is printed under the heading "Net pay": one deposit, or several that make it up. */
function depositedNet(rows: readonly StubRow[]): Candidate[] {
  const deposits = rows.filter((row) => row.section === 'net' && row.current !== null && row.role !== 'net');
  const [first] = deposits;
  return first ? [{ value: sum(deposits.map((row) => row.current ?? 0)), row: first }] : [];
}

function totalsOf(rows: readonly StubRow[]) {
  const deductions = [
    ...candidates(rows, 'total-deductions'),
    ...sectionTotals(rows, 'deductions'),
    ...summedParts(rows),
  ][0];
  const taxes = [...candidates(rows, 'total-taxes'), ...sectionTotals(rows, 'taxes')][0];
  const everything = sectionTotals(rows, 'withholdings')[0];
  const size = (candidate: Candidate | undefined) => (candidate ? Math.abs(candidate.value) : null);
  const values: Totals = { deductions: size(deductions), taxes: size(taxes), everything: size(everything) };
  return { deductions: deductions ?? everything, taxes, values };
}

interface DeductionList {
  readonly items: readonly Deduction[];
  /** What the taxes among them come to. */
  readonly taxes: number;
}

/** The lists of what is taken off that the rows allow: those that say so, and those with the unknown rows beside them. */
function deductionLists(rows: readonly StubRow[]): DeductionList[] {
  const apart = rows.some(isWithheld);
  const known = rows.filter((row) => isItem(row, apart));
  const unknown = unknownBetween(rows).filter((row) => !known.includes(row));
  const lists =
    unknown.length > 0
      ? [known, rows.filter((row) => known.includes(row) || unknown.includes(row))]
      : [known];
  return lists.map((list) => ({
    items: asTakenOff(list),
    taxes: sum(asTakenOff(list.filter(isTax)).map((item) => item.amount)),
  }));
}

const totalOf = (items: readonly Deduction[]) =>
  items.length > 0 ? sum(items.map((item) => item.amount)) : null;

/**
 * Finds gross, net and what lies between them, letting arithmetic choose where a figure is printed more than once, a
 * total may cover more than its own section, or a row's name tells nothing.
 */
export function stubAmounts(rows: readonly StubRow[]): StubAmounts {
  const lists = deductionLists(rows);
  const grossFound = [...candidates(rows, 'gross'), ...sectionTotals(rows, 'earnings')];
  const gross = grossFound.length > 0 ? grossFound : grossOfEarnings(rows);
  const net = [...candidates(rows, 'net'), ...depositedNet(rows)];
  const totals = totalsOf(rows);
  const reimbursed = sum(rows.filter((row) => row.role === 'reimbursement').map((row) => row.current ?? 0));
  const ways = lists.map(({ items, taxes }) => {
    const total = totalOf(items);
    return takenOffWays(total, taxes, (total ?? 0) - taxes, totals.values);
  });
  const proofs = ways.map((way) => prove(gross, net, way, reimbursed));
  // The list that adds up to what the proof takes off is the one that is complete.
  const complete = lists.findIndex(({ items }, index) => totalOf(items) === proofs[index]?.takenOff);
  const chosen = Math.max(complete, 0);
  const list = lists[chosen] ?? { items: [], taxes: 0 };
  const proof = proofs[chosen] ?? proofs.find((found) => found !== null) ?? null;
  const payout = proof ? payoutBelow(rows, proof.net) : null;
  const sent = payout ? asSent(payout.rows) : [];
  const paidOut = payout ? { value: payout.value, row: payout.net } : null;
  const [grossPay, netPay] = [proof?.gross ?? gross[0], paidOut ?? proof?.net ?? net[0]];
  const ytd = (role: Role) => rows.find((row) => row.role === role && row.ytd !== null) ?? null;
  const [ytdGross, ytdNet] = [ytd('gross') ?? yearlyEarnings(rows), ytd('net')];
  return {
    grossPay: grossPay?.value ?? null,
    netPay: netPay?.value ?? null,
    deductions: [...list.items, ...sent],
    totalDeductions: totals.values.deductions ?? totals.values.everything,
    totalTaxes: totals.values.taxes,
    ytdGross: ytdGross?.ytd ?? null,
    ytdNet: ytdNet?.ytd ?? null,
    takenOff: proof ? proof.takenOff + (totalOf(sent) ?? 0) : (ways[0]?.[0] ?? null),
    addedAfter: proof?.added ?? 0,
    proved: proof !== null,
    unbalanced: proof ? unbalancedPart(rows, proof, list, totals.values, sent) : null,
    sources: sourcesOf({
      grossPay,
      netPay,
      totalDeductions: totals.deductions,
      totalTaxes: totals.taxes,
    }),
  };
}

const yearlyEarnings = (rows: readonly StubRow[]): StubRow | null =>
  rows.find((row) => row.role === 'total' && row.section === 'earnings' && row.ytd !== null) ?? null;

function sourcesOf(found: Readonly<Record<string, Candidate | undefined>>): Record<string, SourceLine> {
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, candidate]) =>
      candidate ? [[name, sourceOf(candidate.row.line)] as const] : [],
    ),
  );
}
