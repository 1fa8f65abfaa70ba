import type { StubRow } from './rows.js';

const sumOf = (rows: readonly StubRow[]) => rows.reduce((sum, { current }) => sum + (current ?? 0), 0);

/** Those straight before a row that are listed like it and stand in no column of their own. */
function listedBefore(rows: readonly StubRow[], last: StubRow): StubRow[] {
  const from = rows.findLastIndex(
    (row) =>
      row.headed || row.current === null || Math.abs(row.x - last.x) > 3 || row.line.page !== last.line.page,
  );
  return rows.slice(from + 1);
}

/**
 * Some payrolls list what is taken off in an inner column, and carry the sum of a group into the outer one, in the line
 * of the group's last item: "Tax 401.16", "Surcharge 0.00  401.16-". Such a line is an item and a total.
 */
export function withCarriedSums(rows: readonly StubRow[]): StubRow[] {
  const result: StubRow[] = [];
  for (const row of rows) {
    const group = row.headed && row.current !== null ? listedBefore(result, row) : [];
    const sum = Math.abs(row.current ?? 0);
    const own = row.figures.find((figure) => figure !== row.current && figure + sumOf(group) === sum);
    if (group.length === 0 || sum === 0 || own === undefined) {
      result.push(row);
      continue;
    }
    const taxes = [...group, row].every(({ role }) => role === 'tax');
    const total: StubRow = { ...row, role: taxes ? 'total-taxes' : 'total-deductions', headed: false };
    result.push({ ...row, current: own, headed: false }, total);
  }
  return result;
}
