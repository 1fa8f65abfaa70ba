import { formatMoney } from '../../domain/money.js';
import type { AccountReading, Problem } from '../reading.js';
import { dateProblems } from './date-problems.js';
import { type Evidence, problem } from './evidence.js';
import type { Interpretation } from './interpret.js';
import type { SummaryFigure } from './model.js';
import { sourceOf } from './source.js';

export interface Verdict {
  readonly verdict: AccountReading['verdict'];
  readonly proofs: readonly string[];
  readonly problems: readonly Problem[];
}

/** Contradictions in the document's own figures. */
function contradictions(evidence: Evidence): Problem[] {
  const { interpretation, currency } = evidence;
  const { chain, ends, totalIn, totalOut, printedIn, printedOut } = interpretation;
  const show = (minor: number): string => formatMoney({ minor, currency });
  const found: Problem[] = [];
  for (const link of chain.broken.slice(0, 5)) {
    const item = interpretation.stepItems[link.step] ?? -1;
    const row = evidence.rows[evidence.rowItems.indexOf(item)];
    found.push(
      problem(
        'BALANCE_MISMATCH',
        `The running balance does not follow from the row before: it is off by ${show(link.difference)}.`,
        {
          difference: link.difference,
          ...(row && { source: row.source }),
        },
      ),
    );
  }
  const { opening, closing } = ends;
  if (opening && !ends.openingLinks && chain.firstBalance !== null) {
    const difference = chain.firstBalance - opening.value - chain.headSum;
    const text = `The first running balance does not follow from the opening balance: it is off by ${show(difference)}.`;
    found.push(problem('BALANCE_MISMATCH', text, { difference, source: sourceOf(opening.figure.line) }));
  }
  if (closing && opening && !ends.hold && (ends.openingLinks || chain.firstBalance === null)) {
    const difference = closing.value - opening.value - chain.total;
    if (!ends.closingLinks || chain.lastBalance === null) {
      const text = `The rows lead to ${show(closing.value - difference)}, and the closing balance printed is ${show(closing.value)}: a difference of ${show(difference)}.`;
      found.push(problem('CLOSING_MISMATCH', text, { difference, source: sourceOf(closing.figure.line) }));
    }
  } else if (closing && !ends.closingLinks && chain.lastBalance !== null) {
    const difference = closing.value - chain.lastBalance - chain.tailSum;
    const text = `The running balance ends at ${show(chain.lastBalance + chain.tailSum)}, and the closing balance printed is ${show(closing.value)}.`;
    found.push(problem('CLOSING_MISMATCH', text, { difference, source: sourceOf(closing.figure.line) }));
  }
  for (const [printed, total, name] of [
    [printedIn, totalIn, 'in'],
    [printedOut, totalOut, 'out'],
  ] as const) {
    if (!printed || printed.amount.magnitude === total || evidence.rows.length === 0) continue;
    const difference = printed.amount.magnitude - total;
    const text = `The total of money ${name} printed is ${show(printed.amount.magnitude)}, and the rows sum to ${show(total)}.`;
    found.push(problem('TOTAL_MISMATCH', text, { difference, source: sourceOf(printed.line) }));
  }
  for (const { line, printed, difference } of evidence.mismatches.slice(0, 3)) {
    const text = `A sum printed as ${show(printed)} does not follow from the figures it covers.`;
    found.push(problem('TOTAL_MISMATCH', text, { difference, source: sourceOf(line) }));
  }
  return found;
}

/** A period in which nothing moved: both ends are the same, and both totals print zero. */
function isQuiet({ ends, printedIn, printedOut }: Interpretation): boolean {
  return ends.hold && printedIn?.amount.magnitude === 0 && printedOut?.amount.magnitude === 0;
}

/** Both ends are joined and each way sums to its printed total: no further column can take part. */
function isTotalledBothWays({ ends, totalIn, totalOut, printedIn, printedOut }: Interpretation): boolean {
  const given = (printed: SummaryFigure | null, total: number) =>
    total === 0 || printed?.amount.magnitude === total;
  return ends.hold && given(printedIn, totalIn) && given(printedOut, totalOut) && totalIn + totalOut > 0;
}

/** What keeps a reading that nothing contradicts from being proved. */
function gaps(evidence: Evidence): Problem[] {
  const { interpretation, rows, unreadable, unexplained, lowConfidence } = evidence;
  const { ends, plan } = interpretation;
  const found: Problem[] = [];
  if (rows.length === 0 && !isQuiet(interpretation))
    found.push(problem('NO_TRANSACTIONS', 'The document lists no transactions.'));
  if (!ends.opening)
    found.push(
      problem('NO_OPENING_BALANCE', 'No opening balance is printed, so the rows cannot be proved complete.'),
    );
  if (!ends.closing)
    found.push(
      problem('NO_CLOSING_BALANCE', 'No closing balance is printed, so the rows cannot be proved complete.'),
    );
  for (const cell of unreadable.slice(0, 5)) {
    if (cell.column === plan.balance && plan.balance >= 0) continue;
    found.push(
      problem('AMOUNT_UNREADABLE', `The amount "${cell.text}" cannot be read.`, {
        source: sourceOf(cell.line),
      }),
    );
  }
  const [line] = unexplained;
  if (line) {
    found.push(
      problem('UNPROVED', 'A line of the table carries a figure that fits no row.', {
        source: sourceOf(line),
      }),
    );
  }
  if (evidence.columnLeftOut && !isTotalledBothWays(interpretation)) {
    found.push(
      problem('UNPROVED', 'A column of figures takes no part in the sums, and nothing says what it holds.'),
    );
  }
  if (evidence.textsLeftOut) {
    found.push(problem('UNPROVED', 'Texts stand beside the rows that I could not give to any of them.'));
  }
  if (!evidence.currencyPlain) {
    found.push(
      problem('UNPROVED', 'The document is kept in several currencies, and not every figure says its own.'),
    );
  }
  const [stray] = evidence.strayTotals;
  if (stray && evidence.mismatches.length === 0) {
    const text = 'A total printed here does not follow from the rows that I found.';
    found.push(problem('UNPROVED', text, { source: sourceOf(stray) }));
  }
  const [faint] = lowConfidence;
  if (faint)
    found.push(
      problem('LOW_OCR_CONFIDENCE', 'Some figures were hard to read in the picture.', { source: faint }),
    );
  const { chain } = interpretation;
  const linked =
    chain.held > 0 || (ends.opening !== null && chain.firstBalance !== null && ends.openingLinks);
  const undecided = plan.single >= 0 && !plan.semantic && !ends.hold && !linked;
  const oneSided = interpretation.totalIn === 0 || interpretation.totalOut === 0;
  if (interpretation.ambiguous || (rows.length > 0 && (!evidence.directionTold || (undecided && oneSided)))) {
    found.push(
      problem('AMBIGUOUS_SIGNS', 'Which amounts are money in and which are money out is not proved.'),
    );
  }
  return found;
}

/**
 * The verdict on one account. `verified` takes both ends printed, every row between them, the dates in order within
 * the period under the only reading, and nothing in the tables left over.
 */
export function judge(evidence: Evidence): Verdict {
  const { interpretation, rows, currency } = evidence;
  const { chain, ends } = interpretation;
  const contradicted = contradictions(evidence);
  const open = [...gaps(evidence), ...dateProblems(evidence)];
  const proofs: string[] = [];
  if (ends.hold && rows.length > 0) {
    proofs.push(`Opening balance and ${rows.length} rows give the closing balance as printed.`);
  }
  if (rows.length === 0 && isQuiet(interpretation)) {
    proofs.push('Nothing moved: both balances are the same, and both totals are zero.');
  }
  if (chain.held > 0 && chain.broken.length === 0) {
    proofs.push(`${chain.held} running balances follow one from the other.`);
  }
  if (interpretation.printedIn?.amount.magnitude === interpretation.totalIn && interpretation.totalIn > 0) {
    proofs.push('Money in sums to the total printed.');
  }
  if (
    interpretation.printedOut?.amount.magnitude === interpretation.totalOut &&
    interpretation.totalOut > 0
  ) {
    proofs.push('Money out sums to the total printed.');
  }
  const notes = currency === 'XXX' ? [problem('NO_CURRENCY', 'The document names no currency.')] : [];
  const problems = [...contradicted, ...open, ...notes];
  if (contradicted.length > 0) return { verdict: 'discrepancy', proofs, problems };
  if (open.length > 0) return { verdict: 'unverifiable', proofs, problems };
  const proved = ends.hold && ends.openingLinks && ends.closingLinks;
  if (proved) return { verdict: 'verified', proofs, problems };
  const unproved = problem('UNPROVED', 'The balances printed could not be joined by the rows.');
  return { verdict: 'unverifiable', proofs, problems: [...problems, unproved] };
}
