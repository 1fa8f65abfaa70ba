import { parseAmount } from '../layout/amounts.js';
import type { AccountReading, SourceLine, StatementRow } from '../reading.js';
import { type AccountEvidence, type Interpretation, interpret } from './interpret.js';
import type { DocumentConvention } from './mark.js';
import type { Header, MarkedLine, RawItem, SummaryFigure } from './model.js';
import { type DateContext, resolveDate, settleDates } from './resolve-dates.js';
import { type ComposedRows, composeRows } from './rows.js';
import type { Segment } from './segments.js';
import { findSummary } from './summary.js';
import { findTables, type Tables } from './tables.js';
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

interface Read {
  readonly tables: Tables;
  readonly composed: ComposedRows;
  readonly figures: readonly SummaryFigure[];
  readonly interpretation: Interpretation;
}

function figuresOf(segment: readonly MarkedLine[], composed: ComposedRows, tables: Tables): SummaryFigure[] {
  const rows = new Set(composed.items.filter((item) => item.balanceKind === null).map((item) => item.line));
  const lines = composed.items.map((item) => item.line.index);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  const inTable = new Set(
    segment.filter((line) => line.index > first && line.index < last && tables.blocks.length > 0),
  );
  return findSummary(segment, rows, inTable);
}

function readTables(segment: readonly MarkedLine[], context: AccountContext): Read | null {
  const tables = findTables(segment, context.headers, context.furniture);
  const composed = composeRows(tables);
  const figures = figuresOf(segment, composed, tables);
  const interpretation = interpret({
    items: composed.items,
    figures,
    labels: tables.columns.map((column) => column.label),
    evidence: context.evidence,
  });
  return interpretation && { tables, composed, figures, interpretation };
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

function lowConfidenceRows(rows: readonly Row[], context: AccountContext): SourceLine[] {
  if (!context.ocr) return [];
  return rows
    .filter(({ item }) =>
      item.line.line.words.some((word) => /\d/.test(word.text) && word.confidence < OCR_FLOOR),
    )
    .map(({ row }) => row.source);
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
    sectionOf: rows.map(({ item }) => item.sectionId),
    secondDates: rows.map(({ secondDate }) => secondDate),
    impossibleDates: rows.filter(({ impossible }) => impossible).map(({ row }) => row.source),
    dates,
    currency,
    unreadable: composed.unreadable,
    unexplained: composed.unexplained,
    ambiguousKind: !interpretation.plan.semantic && card > 0 && card === account,
    lowConfidence: lowConfidenceRows(rows, context),
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
