import type { LayoutAdvice } from '../ports.js';
import type { ComposedRows } from './composed-rows.js';
import type { MarkedLine, PlacedAmount, RawItem, SummaryFigure } from './model.js';
import { findSummary } from './summary.js';
import type { TableReading } from './table-reading.js';
import { mainColumn } from './tables.js';

function lastCell(item: RawItem): PlacedAmount | null {
  return [...item.cells].reverse().find((cell) => cell !== null) ?? null;
}

/** The balances that rows of the table state, and those that the lines around it name. */
export function figuresOf(
  segment: readonly MarkedLine[],
  composed: ComposedRows,
  dailyBalances: readonly MarkedLine[],
): SummaryFigure[] {
  const items = new Set(composed.items.map((item) => item.line));
  const indexes = composed.items.filter((item) => item.balanceKind === null).map((item) => item.line.index);
  const [first, last] = [Math.min(...indexes), Math.max(...indexes)];
  const inTable = new Set(segment.filter((line) => line.index > first && line.index < last));
  const stated = composed.items.flatMap((item): SummaryFigure[] => {
    const cell = lastCell(item);
    if (item.balanceKind === null || !cell) return [];
    return [{ kind: item.balanceKind, amount: cell.amount, line: item.line, label: item.text }];
  });
  return [...stated, ...findSummary(segment, items, inTable, new Set(dailyBalances))].sort(
    (a, b) => a.line.index - b.line.index,
  );
}

/**
 * Rows at a table's very ends that print a balance and no movement state that end, whatever they call it; so does a
 * total line below the rows that stands in the balances' column.
 */
export function edgeFigures(read: TableReading): SummaryFigure[] {
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
  const [figure, more] =
    total?.amounts.filter(
      (amount) => amount.strong && block && mainColumn(block, amount, tables) === plan.balance,
    ) ?? [];
  if (total && figure && !more) {
    found.push({ kind: 'dated', amount: figure.amount, line: total, label: total.line.text });
  }
  return found;
}

/**
 * The balances that the layout advisor points at. The figure is the document's own; a row's running balance is never
 * an end, and arithmetic still has to accept the pair.
 */
export function advisedFigures(
  advice: LayoutAdvice | undefined,
  segment: readonly MarkedLine[],
  read: TableReading,
): SummaryFigure[] {
  if (!advice) return [];
  const rows = new Set(
    read.composed.items
      .filter((_, index) => read.interpretation.amounts[index] !== null)
      .map((item) => item.line),
  );
  const ends = [
    ['opening', advice.openingBalanceLine],
    ['closing', advice.closingBalanceLine],
  ] as const;
  return ends.flatMap(([kind, index]): SummaryFigure[] => {
    const line = index === null ? undefined : segment.find((each) => each.index === index && !rows.has(each));
    const figure = line?.amounts.filter((amount) => amount.strong).at(-1);
    return line && figure ? [{ kind, amount: figure.amount, line, label: line.line.text }] : [];
  });
}
