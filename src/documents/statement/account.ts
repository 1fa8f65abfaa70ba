import { parseAmount } from '../layout/amounts.js';
import type { AccountReading, SourceLine, StatementRow } from '../reading.js';
import type { AccountEvidence } from './account-evidence.js';
import { type Interpretation, interpret } from './interpret.js';
import type { DocumentConvention } from './mark.js';
import type { Header, MarkedLine, PlacedAmount, RawItem, SummaryFigure } from './model.js';
import { type DateContext, resolveDate, settleDates } from './resolve-dates.js';
import { type ComposedRows, composeRows } from './rows.js';
import type { Segment } from './segments.js';
import { findSummary } from './summary.js';
import { boxMismatches, leavesColumnOut, totalMismatches, twinMismatches } from './summary-check.js';
import { findTables, mainColumn, type Tables } from './tables.js';
import { judge, sourceOf } from './verdict.js';

/** What holds for the whole document while its accounts are read. */
export interface AccountContext {
  readonly documentLines: readonly MarkedLine[];
  readonly headers: readonly Header[];
  readonly furniture: ReadonlySet<number>;
  readonly convention: DocumentConvention;
  readonly evidence: AccountEvidence;
  readonly monthFirst: boolean;
  readonly ocr: boolean;
}

/** Below this an OCR figure is too uncertain to prove anything with. */
const OCR_FLOOR = 0.6;

/** One reading of a segment's tables. */
export interface Read {
  readonly tables: Tables;
  readonly composed: ComposedRows;
  readonly figures: readonly SummaryFigure[];
  readonly interpretation: Interpretation;
}

function lastCell(item: RawItem): PlacedAmount | null {
  return [...item.cells].reverse().find((cell) => cell !== null) ?? null;
}

/** The balances that rows of the table state, and those that the lines around it name. */
function figuresOf(segment: readonly MarkedLine[], composed: ComposedRows): SummaryFigure[] {
  const items = new Set(composed.items.map((item) => item.line));
  const indexes = composed.items.filter((item) => item.balanceKind === null).map((item) => item.line.index);
  const [first, last] = [Math.min(...indexes), Math.max(...indexes)];
  const inTable = new Set(segment.filter((line) => line.index > first && line.index < last));
  const stated = composed.items.flatMap((item): SummaryFigure[] => {
    const cell = lastCell(item);
    if (item.balanceKind === null || !cell) return [];
    return [{ kind: item.balanceKind, amount: cell.amount, line: item.line, label: item.text }];
  });
  return [...stated, ...findSummary(segment, items, inTable)].sort((a, b) => a.line.index - b.line.index);
}

/**
 * Rows at a table's very ends that print a balance and no movement state that end, whatever they call it; so does a
 * total line below the rows that stands in the balances' column.
 */
function edgeFigures(read: Read): SummaryFigure[] {
  const { composed, interpretation, tables } = read;
  const { amounts, plan } = interpretation;
  const moving = amounts.flatMap((amount, index) => (amount === null ? [] : [index]));
  const [first, last] = [moving[0], moving.at(-1)];
  if (first === undefined || last === undefined || plan.balance < 0) return [];
  const found = [first - 1, last + 1].flatMap((index): SummaryFigure[] => {
    const item = composed.items[index];
    const cell = item?.cells[plan.balance];
    if (!item || !cell || item.text === '') return [];
    return [{ kind: 'dated', amount: cell.amount, line: item.line, label: item.text }];
  });
  const below = composed.items[last];
  const block = below && tables.blocks[below.block];
  const total = composed.labelled.find(({ line }) => below && line.index > below.line.index)?.line;
  const [figure, more] = total?.amounts.filter((amount) => amount.strong) ?? [];
  if (block && total && figure && !more && mainColumn(block, figure, tables) === plan.balance) {
    found.push({ kind: 'dated', amount: figure.amount, line: total, label: total.line.text });
  }
  return found;
}

function readTables(segment: readonly MarkedLine[], context: AccountContext): Read | null {
  const tables = findTables(segment, context.headers, context.furniture);
  const composed = composeRows(tables);
  const figures = figuresOf(segment, composed);
  const labels = tables.columns.map((column) => column.label);
  const material = { items: composed.items, labels, evidence: context.evidence };
  const interpretation = interpret({ ...material, figures });
  if (!interpretation) return null;
  const read = { tables, composed, figures, interpretation };
  if (interpretation.ends.opening && interpretation.ends.closing) return read;
  const edges = edgeFigures(read);
  if (edges.length === 0) return read;
  const again = interpret({ ...material, figures: [...figures, ...edges] });
  return again && { ...read, interpretation: again, figures: [...figures, ...edges] };
}

/** A dated text with an unchanged balance and no amount begins the row that follows it. */
function mergeLeadIns(read: Read): RawItem[] {
  const { items } = read.composed;
  const { amounts } = read.interpretation;
  const merged: RawItem[] = [];
  let lead: RawItem | null = null;
  items.forEach((item, index) => {
    const moves = amounts[index] !== null;
    if (!moves && item.balanceKind === null && item.text !== '' && item.ownDate) {
      if (lead) merged.push(lead);
      lead = item;
      return;
    }
    const follows: boolean = lead !== null && moves && sameDate(lead, item);
    if (lead && follows) merged.push({ ...item, text: `${lead.text} ${item.text}`.trim() });
    else {
      if (lead) merged.push(lead);
      merged.push(item);
    }
    lead = null;
  });
  if (lead) merged.push(lead);
  return merged;
}

function sameDate(a: RawItem, b: RawItem): boolean {
  return !b.ownDate || (a.date !== null && a.date.text === b.date?.text);
}

interface Row {
  readonly row: StatementRow;
  readonly item: RawItem;
  readonly index: number;
  readonly secondDate: string | null;
  readonly impossible: boolean;
}

/** Rows keep the order of dates within their section and their table; a header below rows begins another table. */
function orderGroups(rows: readonly Row[], tables: Tables): number[] {
  let group = 0;
  let last: Row | null = null;
  return rows.map((row) => {
    const block = tables.blocks[row.item.block];
    const samePage = last !== null && last.item.line.line.page === row.item.line.line.page;
    const another = last !== null && last.item.block !== row.item.block && block?.header !== null && samePage;
    if (last !== null && (another || last.item.sectionId !== row.item.sectionId)) group += 1;
    last = row;
    return group;
  });
}

function originalOf(item: RawItem, currency: string): StatementRow['original'] {
  const match = /\b([A-Z]{3}) (\d[\d.,]*)|(\d[\d.,]*) ([A-Z]{3})\b/.exec(item.text);
  const code = match?.[1] ?? match?.[4];
  const [amount] = parseAmount(match?.[2] ?? match?.[3] ?? '');
  if (!code || !amount || code === currency || amount.decimals !== 2) return undefined;
  try {
    new Intl.NumberFormat('en', { style: 'currency', currency: code });
  } catch {
    return undefined;
  }
  return Intl.supportedValuesOf('currency').includes(code)
    ? { currency: code, amount: amount.magnitude }
    : undefined;
}

function rowsOf(read: Read, dates: DateContext, currency: string): Row[] {
  const { interpretation, composed } = read;
  const texts = new Map(mergeLeadIns(read).map((item) => [item.line, item.text]));
  const rows: Row[] = [];
  let near: string | null = null;
  composed.items.forEach((item, index) => {
    const amount = interpretation.amounts[index];
    if (amount === null || amount === undefined) return;
    const resolved = resolveDate(item.date, dates, near);
    const second = resolveDate(item.secondDate, dates, near);
    if (resolved.date && !resolved.date.startsWith('--')) near = resolved.date;
    const original = originalOf(item, currency);
    rows.push({
      row: {
        date: resolved.date,
        description: texts.get(item.line) ?? item.text,
        amount,
        balance: interpretation.balances[index] ?? null,
        source: sourceOf(item.line),
        ...(original && { original }),
      },
      item,
      index,
      secondDate: second.date?.startsWith('--') ? null : second.date,
      impossible: resolved.impossible,
    });
  });
  return rows;
}

/**
 * Where the running balance starts afresh at a table's first row and nothing else is broken, another ledger begins:
 * the line indexes at which to part the segment.
 */
function ledgerStarts(read: Read): number[] {
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
  return rows
    .filter(({ item }) => {
      const [date] = item.line.dates;
      const words = date ? item.line.line.words.slice(date.from, date.to + 1) : [];
      return words.some((word) => word.confidence < OCR_FLOOR);
    })
    .map(({ row }) => row.source);
}

/** Lines whose figures neither a row nor a balance took: a row may hide there. */
function unexplainedLines(read: Read): MarkedLine[] {
  const { composed, interpretation, figures } = read;
  const { plan, amounts } = interpretation;
  const told = new Set(figures.map((figure) => figure.line));
  const idle = composed.items.filter((item, index) => {
    if (amounts[index] !== null || item.balanceKind !== null || told.has(item.line)) return false;
    return item.cells.some((cell, column) => cell !== null && column !== plan.balance);
  });
  return [...composed.unexplained.filter((line) => !told.has(line)), ...idle.map((item) => item.line)];
}

function present(segment: Segment, read: Read, context: AccountContext): AccountReading {
  const { interpretation, composed } = read;
  const { ends, printedIn, printedOut } = interpretation;
  const { currency } = context.convention;
  const dates = settleDates(segment.lines, context.documentLines, composed.items, context.monthFirst);
  const rows = rowsOf(read, dates, currency);
  const { card, account } = context.evidence;
  const { verdict, proofs, problems } = judge({
    interpretation,
    rows: rows.map(({ row }) => row),
    rowItems: rows.map(({ index }) => index),
    sectionOf: orderGroups(rows, read.tables),
    secondDates: rows.map(({ secondDate }) => secondDate),
    impossibleDates: rows.filter(({ impossible }) => impossible).map(({ row }) => row.source),
    dates,
    currency,
    unreadable: composed.unreadable,
    unexplained: unexplainedLines(read),
    uncertainDates: composed.uncertainDates,
    columnLeftOut: leavesColumnOut(
      read,
      read.tables.columns.map((column) => column.label),
    ),
    ambiguousKind: !interpretation.plan.semantic && card > 1 && card === account,
    lowConfidence: lowConfidenceRows(rows, context),
    mismatches: [
      ...totalMismatches(read),
      ...boxMismatches(read.figures, segment.lines),
      ...twinMismatches(read),
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
    periodStart: dates.periodStart,
    periodEnd: dates.periodEnd,
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
