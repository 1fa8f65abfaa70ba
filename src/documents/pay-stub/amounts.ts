import { sourceOf } from '../entries.js';
import type { SourceLine } from '../reading.js';
import {
  type Candidate,
  candidates,
  depositedNet,
  grossOfEarnings,
  paidTogether,
  sectionTotals,
  sum,
  totalsOf,
} from './candidates.js';
import { asSent, type Deduction, deductionLists, takenOffWays, totalOf } from './deductions.js';
import { type Payout, payoutBelow } from './payout.js';
import { prove, type Unbalanced, unbalancedPart } from './proof.js';
import type { StubRow } from './rows.js';
import type { Role } from './terms.js';

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
  readonly unbalanced: Unbalanced;
  readonly sources: Readonly<Record<string, SourceLine>>;
}

/**
 * Finds gross, net and what lies between them, letting arithmetic choose where a figure is printed more than once, a
 * total may cover more than its own section, or a row's name tells nothing.
 */
export function stubAmounts(printed: readonly StubRow[]): StubAmounts {
  const rows = withTaxesApart(printed);
  const plainly = settle(rows, null);
  if (plainly.proved && plainly.unbalanced === null) return plainly;
  for (const row of rows) {
    const payout = row.current === null ? null : payoutBelow(rows, { row, value: row.current });
    if (!payout) continue;
    const paidOut = settle(
      rows.filter((other) => other !== payout.net && !payout.rows.includes(other)),
      payout,
    );
    if (paidOut.proved && paidOut.unbalanced === null) return paidOut;
  }
  return plainly;
}

/** Beside a list of deductions, one of withholdings holds the taxes, whatever their names. */
function withTaxesApart(rows: readonly StubRow[]): readonly StubRow[] {
  const apart = rows.some(({ section }) => section === 'deductions');
  return apart
    ? rows.map((row) => (row.section === 'withholdings' ? { ...row, section: 'taxes' } : row))
    : rows;
}

/** @param known what is paid out of the net that the rows prove, found before and no more among them */
function settle(rows: readonly StubRow[], known: Payout | null): StubAmounts {
  const lists = deductionLists(rows);
  const grossFound = [...candidates(rows, 'gross'), ...sectionTotals(rows, 'earnings')];
  const gross = grossFound.length > 0 ? [...grossFound, ...paidTogether(rows)] : grossOfEarnings(rows);
  const net = [...candidates(rows, 'net'), ...depositedNet(rows)];
  const totals = totalsOf(rows);
  const repaid = rows.filter((row) => row.role === 'reimbursement').map((row) => row.current ?? 0);
  // A summary may print once more what a list of what is repaid holds.
  const reimbursed = [sum(repaid), sum([...new Set(repaid)])];
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
  const payout = known ?? (proof ? payoutBelow(rows, proof.net) : null);
  const sent = payout ? asSent(payout.sent) : [];
  const paidOut = payout ? { value: payout.value, row: payout.net } : null;
  const [grossPay, netPay] = [proof?.gross ?? gross[0], paidOut ?? proof?.net ?? net[0]];
  return {
    grossPay: grossPay?.value ?? null,
    netPay: netPay?.value ?? null,
    deductions: [...list.items, ...sent],
    totalDeductions: totals.values.deductions ?? totals.values.everything,
    totalTaxes: totals.values.taxes,
    ...yearsFigures(rows),
    takenOff: proof ? proof.takenOff + (totalOf(sent) ?? 0) : (ways[0]?.[0] ?? null),
    addedAfter: proof?.added ?? 0,
    proved: proof !== null,
    unbalanced: proof ? unbalancedPart(rows, proof, list, totals.values, sent) : null,
    sources: sourcesOf({ grossPay, netPay, totalDeductions: totals.deductions, totalTaxes: totals.taxes }),
  };
}

function yearsFigures(rows: readonly StubRow[]): Pick<StubAmounts, 'ytdGross' | 'ytdNet'> {
  const ytd = (role: Role) => rows.find((row) => row.role === role && row.ytd !== null)?.ytd ?? null;
  return { ytdGross: ytd('gross') ?? yearlyEarnings(rows)?.ytd ?? null, ytdNet: ytd('net') };
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
