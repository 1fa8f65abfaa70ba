import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { withDepositsAsNet } from '../../../../src/documents/pay-stub/deposits.js';
import type { StubRow } from '../../../../src/documents/pay-stub/rows.js';
import { typedPage } from '../typed-pages.js';

function row(label: string, current: number | null, role: StubRow['role'] = null): StubRow {
  const [line] = assembleLines([typedPage(label)]);
  if (!line) throw new Error('A row needs a label.');
  return {
    label,
    x: 40,
    role,
    section: 'deductions',
    heading: null,
    current,
    ytd: 900,
    headed: true,
    figures: [],
    line,
  };
}

const inShort = (rows: readonly StubRow[]) => rows.map(({ label, role, current }) => [label, role, current]);

describe('pay put into accounts', () => {
  it('is the net pay where the stub prints a net pay of nothing', () => {
    const rows = [
      row('Pension', -4000),
      row('Checking 1', -90000),
      row('Savings', -10000),
      row('Net Pay', 0, 'net'),
    ];
    const read = withDepositsAsNet(rows);
    expect(inShort(read)).toEqual([
      ['Pension', null, -4000],
      ['Checking 1', 'net', 100000],
    ]);
    expect(read[1]).toMatchObject({ section: null, ytd: null });
  });

  it('stays as printed beside a net pay, and where no net pay is printed at all', () => {
    const paid = [row('Checking', 90000), row('Net Pay', 90000, 'net')];
    expect(withDepositsAsNet(paid)).toBe(paid);
    const silent = [row('Checking', 90000), row('Net Pay', null, 'net')];
    expect(withDepositsAsNet(silent)).toBe(silent);
  });

  it('is told from deductions by its whole name', () => {
    const rows = [row('Savings Bond Plan', -5000), row('Bank Loan', -2000), row('Net Pay', 0, 'net')];
    expect(withDepositsAsNet(rows)).toBe(rows);
  });
});
