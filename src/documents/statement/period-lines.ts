import { findPeriod, type PeriodToken } from '../layout/periods.js';
import type { MarkedLine } from './model.js';

/** A span of days with the line that prints it. */
export interface PeriodLine {
  readonly period: PeriodToken;
  readonly line: MarkedLine;
}

/** Two dates without a space between them: "01/08/26-02/06/26". */
const gluedDates = /(?:19|20)\d\d.*(?:19|20)\d\d|\d[./]\d{1,2}[./]\d\d[-–]\d{1,2}[./]\d{1,2}[./]\d\d/u;
const beginsFrom = /\bfrom(?: date)?\b/iu;
const beginsTo = /(?:^|\s\s)to(?: date)?\b/iu;

/** The spans of days that lines name, in their order. */
export function periodsOf(lines: readonly MarkedLine[]): PeriodLine[] {
  return lines.flatMap((line, at) => {
    const figures = line.amounts.some((amount) => amount.strong);
    const glued = gluedDates.test(line.line.text);
    if ((line.dates.length === 0 && !glued) || (figures && line.dates.length === 1)) return [];
    const below = lines[at + 1]?.line.text ?? '';
    // "From Date: 01/01/2026", and on the next line "To Date: 31/01/2026".
    const parted = beginsFrom.test(line.line.text) && beginsTo.test(below);
    const period = findPeriod(parted ? `${line.line.text} ${below}` : line.line.text);
    return period ? [{ period, line }] : [];
  });
}
