import { MONEY } from '../figures.js';
import type { PayLine, Slip } from './pay.js';

/** What an American employer withholds: name, and the rate in tenths of a percent. */
export const TAXES = [
  ['Federal Income Tax', 118],
  ['Social Security Tax', 62],
  ['Medicare Tax', 14],
  ['NY State Income Tax', 48],
] as const;

/** Lines of pay or deductions: name, this period as `print` writes it, the year to date. */
export const payLines = (slip: Slip, of: readonly PayLine[], print: (line: PayLine) => string) =>
  of.map((line) => ({
    cells: { name: line.name, now: print(line), ytd: slip.info(line.toDate, MONEY.point) },
  }));
