import { type Entry, type Figure, labelKey } from '../entries.js';
import type { DocumentLine } from '../layout/lines.js';
import { headingKey, inEitherLanguage } from './heading-cells.js';
import type { Heading } from './headings.js';
import type { StubRow } from './rows.js';
import { columnOfHeading, type Role, roleOfLabel, saysYearToDate } from './terms.js';

type RoleHeading = Heading<Role>;

/** Roles that may head the columns of a summary: "Gross Pay | Total Deductions | Net Pay". */
export const summaryRoles = new Set<Role>(['gross', 'net', 'total-deductions', 'total-taxes']);

/**
 * The roles that a line's cells head: of a summary two at least, or one among the headings of a list of the year; or
 * names of rows set side by side, their figures below: "Lohnsteuer | Kirchensteuer | Steuerrechtliche Abzüge".
 */
export function stackedHeadings(line: DocumentLine, entries: readonly Entry[]): RoleHeading[] {
  if (entries.some((entry) => entry.figures.length > 0)) return [];
  const named = line.cells.flatMap((cell) => {
    const role = inEitherLanguage(headingKey(cell.text), roleOfLabel);
    return role ? [{ meaning: role, x: cell.x, right: cell.right, text: cell.text }] : [];
  });
  const found = named.filter(({ meaning }) => summaryRoles.has(meaning));
  const columns = line.cells.filter(({ text }) => columnOfHeading(headingKey(text)) !== null);
  if (columns.length === 0 && named.length > 2 && named.length >= line.cells.length - 1) return named;
  return found.length >= 2 || line.cells.length > 2 ? found : [];
}

/** Points by which a figure may stand off the heading above it. */
const stackReach = 8;

/** The heading that a figure stands under: of those it reaches, the one whose edge is nearest. */
function headingOver({ x, right }: Figure, headings: readonly RoleHeading[]): RoleHeading | undefined {
  const apart = (heading: RoleHeading) => Math.min(Math.abs(heading.right - right), Math.abs(heading.x - x));
  return headings
    .filter((heading) => x <= heading.right + stackReach && right >= heading.x - stackReach)
    .sort((a, b) => apart(a) - apart(b))[0];
}

/** A line of figures under such headings, this period's or the year's by its own label. */
export function stackedRows(entries: readonly Entry[], headings: readonly RoleHeading[]): StubRow[] {
  const [entry, ...others] = entries.filter(({ figures }) => figures.length > 0);
  if (!entry || others.length > 0 || entry.figures.length < 2) return [];
  const yearly = saysYearToDate(labelKey(entry.label));
  if (headings.length < 2 && !yearly) return [];
  // Rows set side by side have their names above, and none in front of their figures.
  const worded = /\p{L}{2}/u.test(entry.label);
  if (worded && headings.some(({ meaning }) => !summaryRoles.has(meaning))) return [];
  return headings.flatMap((heading) => {
    const figure = entry.figures.find((found) => headingOver(found, headings) === heading);
    if (!figure) return [];
    const value = figure.minor;
    return [
      {
        label: heading.text,
        x: heading.x,
        role: heading.meaning,
        section: null,
        heading: null,
        current: yearly ? null : value,
        ytd: yearly ? value : null,
        headed: true,
        figures: yearly ? [] : [value],
        line: entry.line,
      },
    ];
  });
}
