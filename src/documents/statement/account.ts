import type { LayoutAdvice } from '../ports.js';
import type { AccountReading, SourceLine } from '../reading.js';
import type { AccountEvidence } from './account-evidence.js';
import { orderGroups, type Row, rowsOf } from './account-rows.js';
import type { ComposedRows, RowHabits } from './composed-rows.js';
import type { DocumentConvention } from './convention.js';
import { carriesOnly } from './currencies.js';
import { dailyMismatches } from './daily-balances.js';
import { isDirectionTold } from './direction.js';
import { advisedFigures, edgeFigures, figuresOf } from './figures.js';
import { interpret, isProven } from './interpret.js';
import type { Header, MarkedLine, RawItem } from './model.js';
import { parseTables } from './parse-line.js';
import { printedPeriod } from './printed-period.js';
import { withoutRatesBelow, withoutRepeatedLists } from './repeated-lists.js';
import { headLines, settleDates } from './resolve-dates.js';
import { composeRows } from './rows.js';
import type { Segment } from './segments.js';
import { sourceOf } from './source.js';
import { strayTotals } from './stray-totals.js';
import {
  boxMismatches,
  leavesColumnOut,
  repeatedEnds,
  totalMismatches,
  twinMismatches,
} from './summary-check.js';
import type { TableReading } from './table-reading.js';
import { findTables, type Tables } from './tables.js';
import { withTotalsAcross } from './totals-across.js';
import { judge } from './verdict.js';

/** What holds for the whole document while its accounts are read. */
export interface AccountContext {
  readonly documentLines: readonly MarkedLine[];
  readonly headers: readonly Header[];
  readonly furniture: ReadonlySet<number>;
  readonly convention: DocumentConvention;
  /** False where other accounts of the document are kept in other currencies, and nothing tells this one's. */
  readonly currencyTold: boolean;
  readonly evidence: AccountEvidence;
  readonly monthFirst: boolean;
  readonly ocr: boolean;
  readonly advice?: LayoutAdvice | undefined;
  /** Keys of the rows that other accounts of the document list. */
  readonly listed: readonly string[];
}

/** Share of rows beside whose texts others were left out, from which the descriptions are no longer sure. */
const TEXTS_LEFT_OUT = 0.5;

/** Below this an OCR figure is too uncertain to prove anything with. */
const OCR_FLOOR = 0.6;

function readTables(segment: readonly MarkedLine[], context: AccountContext): TableReading | null {
  const tables = findTables(segment, context.headers, context.furniture);
  const lines = parseTables(tables);
  const first = readRows(segment, context, tables, composeRows(tables, lines));
  if (!first || isProven(first.interpretation)) return first;
  const compose = (habits: RowHabits) => composeRows(tables, lines, habits);
  for (const composed of otherCompositions(first.composed, compose, context.listed)) {
    const other = readRows(segment, context, tables, composed);
    if (other && isProven(other.interpretation)) return other;
  }
  return first;
}

/** What else the lines may be taken for where the first composition proves nothing. */
function* otherCompositions(
  first: ComposedRows,
  compose: (habits: RowHabits) => ComposedRows,
  listed: readonly string[],
): Generator<ComposedRows> {
  if (first.labelled.length > 0) yield compose({ tailsAreRows: true });
  // "Saldo der Abschlussposten" is a fee: a dated row that names a balance may move money all the same.
  if (first.items.some((item) => item.ownDate && item.balanceKind === 'dated'))
    yield compose({ balancesAreRows: true });
  const single = withoutRepeatedLists(first, listed);
  if (single) yield single;
  const closed = withoutRatesBelow(first);
  if (closed) yield closed;
}

function readRows(
  segment: readonly MarkedLine[],
  context: AccountContext,
  tables: Tables,
  composed: ComposedRows,
): TableReading | null {
  const figures = figuresOf(segment, composed, tables.dailyBalances);
  const labels = tables.columns.map((column) => column.label);
  const material = { items: composed.items, labels, evidence: context.evidence };
  const interpretation = interpret({ ...material, figures });
  if (!interpretation) return null;
  const read = { tables, composed, figures, interpretation };
  if (interpretation.ends.opening && interpretation.ends.closing) return read;
  const more = [...figures, ...edgeFigures(read), ...advisedFigures(context.advice, segment, read)];
  if (more.length === figures.length) return read;
  const again = interpret({ ...material, figures: more });
  return again && { ...read, interpretation: again, figures: more };
}

/**
 * Where the running balance starts afresh at a table's first row and nothing else is broken, another ledger begins:
 * the line indexes at which to part the segment.
 */
function ledgerStarts(read: TableReading): number[] {
  const { interpretation, composed, tables } = read;
  const { chain, stepItems, ends } = interpretation;
  if (
    chain.broken.length === 0 ||
    chain.broken.length > 6 ||
    ends.hold ||
    chain.held < chain.broken.length * 3
  )
    return [];
  const starts: number[] = [];
  for (const link of chain.broken) {
    const item = composed.items[stepItems[link.step] ?? -1];
    const block = item && tables.blocks[item.block];
    const firstOfBlock = item && composed.items.find((other) => other.block === item.block) === item;
    if (!item || !block?.header || !firstOfBlock) return [];
    starts.push(block.header.from);
  }
  return starts;
}

/** Rows whose date OCR was unsure of: arithmetic proves amounts, never dates. */
function lowConfidenceRows(rows: readonly Row[], context: AccountContext): SourceLine[] {
  if (!context.ocr) return [];
  const own = rows.filter(({ item }) => item.ownDate).length;
  // Where nearly every row prints its date, one without was not read.
  const allDated = own >= rows.length * 0.85;
  return rows
    .filter(({ item }) => {
      const [date] = item.line.dates;
      const words = date ? item.line.line.words.slice(date.from, date.to + 1) : [];
      return words.some((word) => word.confidence < OCR_FLOOR) || (allDated && !item.ownDate);
    })
    .map(({ row }) => row.source);
}

/** A row whose one date stands on the line of its figures. */
function datesItself({ date, secondDate, line }: RawItem): boolean {
  return secondDate === null && line.dates.some(({ token }) => token === date);
}

/** Lines whose figures neither a row nor a balance took: a row may hide there. */
function unexplainedLines(read: TableReading): MarkedLine[] {
  const { composed, interpretation, figures } = read;
  const { plan, amounts } = interpretation;
  const told = new Set(figures.map((figure) => figure.line));
  const idle = composed.items.filter((item, index) => {
    if (amounts[index] !== null || item.balanceKind !== null || told.has(item.line)) return false;
    return item.cells.some((cell, column) => cell !== null && column !== plan.balance);
  });
  return [...composed.unexplained.filter((line) => !told.has(line)), ...idle.map((item) => item.line)];
}

function present(segment: Segment, found: TableReading, context: AccountContext): AccountReading {
  const read = withTotalsAcross(found);
  const { interpretation, composed } = read;
  const { ends, printedIn, printedOut } = interpretation;
  const { currency } = context.convention;
  const dates = settleDates(segment.lines, context.documentLines, composed, context.monthFirst);
  const rows = rowsOf(read, dates, currency);
  const period = printedPeriod(
    headLines(segment.lines, composed),
    ends,
    dates,
    rows.map(({ row }) => row.date),
  );
  const labels = read.tables.columns.map((column) => column.label);
  const { verdict, proofs, problems } = judge({
    interpretation,
    rows: rows.map(({ row }) => row),
    rowItems: rows.map(({ index }) => index),
    sectionOf: orderGroups(rows, read.tables),
    secondDates: rows.map(({ secondDate }) => secondDate),
    datesPlain: !context.ocr && rows.every(({ item }) => datesItself(item)),
    impossibleDates: rows.filter(({ impossible }) => impossible).map(({ row }) => row.source),
    dates,
    currency,
    unreadable: composed.unreadable,
    unexplained: unexplainedLines(read),
    uncertainDates: composed.uncertainDates,
    columnLeftOut: leavesColumnOut(read, labels),
    strayTotals: strayTotals(read, segment.lines),
    textsLeftOut: composed.leftOut.length >= Math.max(3, rows.length * TEXTS_LEFT_OUT),
    currencyPlain: context.currencyTold && carriesOnly(currency, read),
    directionTold: isDirectionTold(interpretation, labels, composed.items, context.evidence),
    lowConfidence: lowConfidenceRows(rows, context),
    mismatches: [
      ...totalMismatches(read),
      ...boxMismatches(read.figures, segment.lines),
      ...repeatedEnds(read),
      ...twinMismatches(read),
      ...dailyMismatches(read.tables.dailyBalances, {
        opening: ends.opening?.value ?? null,
        owed: interpretation.owed,
        rows: rows.map(({ row }) => row),
        dates,
      }),
    ],
  });
  const sources: Record<string, SourceLine> = {};
  const note = (name: string, line: MarkedLine | null | undefined) => {
    if (line) sources[name] = sourceOf(line);
  };
  note('openingBalance', ends.opening?.figure.line);
  note('closingBalance', ends.closing?.figure.line);
  note('printedTotalIn', printedIn?.line);
  note('printedTotalOut', printedOut?.line);
  note('period', dates.periodLine);
  return {
    label: segment.label,
    numberEnding: segment.numberEnding,
    currency,
    balanceMeaning: interpretation.owed ? 'owed' : 'held',
    openingBalance: ends.opening?.value ?? null,
    closingBalance: ends.closing?.value ?? null,
    totalIn: interpretation.totalIn,
    totalOut: interpretation.totalOut,
    printedTotalIn: printedIn?.amount.magnitude ?? null,
    printedTotalOut: printedOut?.amount.magnitude ?? null,
    periodStart: period.start,
    periodEnd: period.end,
    rows: rows.map(({ row }) => row),
    verdict,
    proofs,
    problems,
    sources,
  };
}

/** Reads one account's segment; more than one reading where its table turns out to hold several ledgers. */
export function readAccount(segment: Segment, context: AccountContext): AccountReading[] {
  const read = readTables(segment.lines, context);
  if (!read) return [];
  const starts = ledgerStarts(read);
  if (starts.length === 0) return [present(segment, read, context)];
  const edges = [Number.NEGATIVE_INFINITY, ...starts, Number.POSITIVE_INFINITY];
  return edges.slice(1).flatMap((to, index) => {
    const from = edges[index] ?? 0;
    const lines = segment.lines.filter((line) => line.index >= from && line.index < to);
    const part = readTables(lines, context);
    return part ? [present({ ...segment, lines }, part, context)] : [];
  });
}
