import type { SummaryFigure } from './model.js';
import type { TableReading } from './table-reading.js';
import { mainColumn } from './tables.js';
import { isTotal } from './vocabulary.js';

type Side = Pick<SummaryFigure, 'amount' | 'line'>;

interface Across {
  readonly label: string;
  readonly debit: Side | null;
  readonly credit: Side | null;
}

/** Lines that call themselves totals, with what stands in the columns of money out and money in. */
function linesAcross({ composed, tables, interpretation }: TableReading): Across[] {
  const { debit, credit } = interpretation.plan;
  const labelled = composed.labelled.map(({ line }) => {
    const block = tables.blocks.find((each) => each.lines.includes(line));
    const strong = line.amounts.filter((amount) => amount.strong);
    const words = line.line.words.slice(0, strong[0]?.from ?? 0);
    const at = (column: number): Side | null => {
      const found = block && strong.find((amount) => mainColumn(block, amount, tables) === column);
      return found ? { amount: found.amount, line } : null;
    };
    return { label: words.map((word) => word.text).join(' '), debit: at(debit), credit: at(credit) };
  });
  // A balance carried forward may have the totals of both columns beside it.
  const balances = composed.items.flatMap((item): Across[] => {
    if (item.balanceKind === null) return [];
    const at = (column: number): Side | null => {
      const cell = item.cells[column];
      return cell ? { amount: cell.amount, line: item.line } : null;
    };
    return [{ label: item.text, debit: at(debit), credit: at(credit) }];
  });
  return [...labelled, ...balances].filter(({ label }) => isTotal(label));
}

const gives = (side: Side | null, total: number): boolean => (side?.amount.magnitude ?? 0) === total;

/**
 * The reading with the printed totals that a line across both columns of money states ("Totals  120.00  300.00"), where no
 * label of its own names them and both are what the rows come to. A line that differs is no proof; whether it is a
 * contradiction is for `totalMismatches` to say.
 */
export function withTotalsAcross(read: TableReading): TableReading {
  const { interpretation } = read;
  const { plan, totalIn, totalOut, printedIn, printedOut } = interpretation;
  if (plan.debit < 0 || plan.credit < 0 || (printedIn && printedOut)) return read;
  const line = linesAcross(read).find(
    ({ debit, credit }) => (debit || credit) && gives(debit, totalOut) && gives(credit, totalIn),
  );
  if (!line) return read;
  const stated = (side: Side | null, kind: SummaryFigure['kind']): SummaryFigure | null =>
    side && { ...side, kind, label: line.label };
  return {
    ...read,
    interpretation: {
      ...interpretation,
      printedIn: printedIn ?? stated(line.credit, 'total-in'),
      printedOut: printedOut ?? stated(line.debit, 'total-out'),
    },
  };
}
