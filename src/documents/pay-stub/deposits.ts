import type { StubRow } from './rows.js';

/** An account that pay is put into, listed as if it were a deduction. */
const deposit =
  /^(?:checking|chequing|savings?|chkg?|sav|direct dep(?:osit)?s?|net (?:check|pay (?:to|deposit))|bank (?:deposit|transfer)|bank|dd)(?:\s*(?:acct|account|account no|no|#)?\.?\s*[\dx*#]*)?$/iu;

/**
 * Some payrolls list what they put into the employee's accounts among the deductions and print a net pay of nothing:
 * what was put there is the net pay. Stubs that print a net pay are left as they are.
 */
export function withDepositsAsNet(rows: readonly StubRow[]): readonly StubRow[] {
  const nets = rows.filter((row) => row.role === 'net' && row.current !== null);
  const deposits = rows.filter((row) => deposit.test(row.label.trim()) && (row.current ?? 0) !== 0);
  const [first] = deposits;
  if (!first || nets.length === 0 || nets.some((row) => row.current !== 0)) return rows;
  const paid = deposits.reduce((sum, row) => sum + Math.abs(row.current ?? 0), 0);
  return rows.flatMap((row): StubRow[] => {
    if (row === first) return [{ ...row, role: 'net', section: null, current: paid, ytd: null }];
    return deposits.includes(row) || nets.includes(row) ? [] : [row];
  });
}
