import { type Entry, entriesOf, type Figure, type FigureConvention, labelKey } from '../entries.js';
import type { Cell, DocumentLine } from '../layout/lines.js';
import { withCarriedSums } from './carried-sums.js';
import { headingKey, inEitherLanguage, splitHeadings } from './heading-cells.js';
import type { Heading } from './headings.js';
import { withPrintedSums } from './printed-sums.js';
import { fromNameEdge, joinedAtRates, nameEdges, pricedEntries } from './row-entries.js';
import { stackedHeadings, stackedRows, summaryRoles } from './stacked-rows.js';
import {
  type Column,
  columnOfHeading,
  type Role,
  roleOfLabel,
  type Section,
  saysYearToDate,
  sectionOfHeading,
} from './terms.js';

/** A line of the stub: what it stands for and its figures, told apart by their columns. */
export interface StubRow {
  readonly label: string;
  /** Where the label begins. */
  readonly x: number;
  readonly role: Role | null;
  readonly section: Section | null;
  /** The text that heads the section. */
  readonly heading: string | null;
  /** This period's figure, minor units as printed. */
  readonly current: number | null;
  readonly ytd: number | null;
  /** True when a heading says which figure is this period's. */
  readonly headed: boolean;
  readonly figures: readonly number[];
  readonly line: DocumentLine;
}

/** Headings in force: columns and sections stay until others take their place. */
interface Headings {
  page: number;
  columns: readonly Heading<Column>[];
  sections: readonly Heading<Section>[];
}

/** Points by which a figure may stand off its column's heading. */
const columnReach = 45;
/** Points by which a row may start left of its section's heading. */
const sectionReach = 12;

function headingsOf<T>(cells: readonly Cell[], meaningOf: (text: string) => T | null): Heading<T>[] {
  return cells.flatMap((cell) => {
    const text = headingKey(cell.text);
    const meaning = inEitherLanguage(text, meaningOf);
    return meaning === null ? [] : [{ meaning, text, x: cell.x, right: cell.right }];
  });
}

/** The cells of a line that are neither figures nor the labels of figures. */
function freeCells(line: DocumentLine, entries: readonly Entry[]): Cell[] {
  const taken = entries.filter((entry) => entry.figures.length > 0);
  return line.cells.filter(
    (cell) =>
      !taken.some(
        ({ near, figures }) =>
          cell.text === near || figures.some(({ x, right }) => x < cell.right && right > cell.x),
      ),
  );
}

/** A heading centred over a table's own headings begins where the table does. */
function overTable(heading: Heading<Section>, below: DocumentLine): Heading<Section> {
  const [first] = below.cells;
  const columns = headingsOf(below.cells.flatMap(splitHeadings), columnOfHeading);
  const over = first !== undefined && columns.length > 1 && first.x < heading.x - sectionReach;
  return over ? { ...heading, x: first.x } : heading;
}

/** Takes note of a line's headings. Headings over part of the page leave the others in force. */
function takeHeadings(
  line: DocumentLine,
  below: DocumentLine | undefined,
  entries: readonly Entry[],
  inForce: Headings,
): void {
  if (line.page !== inForce.page) Object.assign(inForce, { page: line.page, columns: [], sections: [] });
  const cells = freeCells(line, entries).flatMap(splitHeadings);
  const columns = headingsOf(cells, columnOfHeading);
  // "Department: Finance" names a value, not a part of the stub.
  const bare = cells.filter((cell) => {
    if (/:$/.test(cell.text) && line.cells.length > 1) return false;
    // Among the headings of columns, "Year to date" and "Hours/days" are two of them.
    const column = inEitherLanguage(headingKey(cell.text), columnOfHeading);
    return columns.length < 2 || (column !== 'ytd' && column !== 'hours');
  });
  const named = headingsOf(bare, sectionOfHeading);
  const sections =
    line.cells.length === 1 && below ? named.map((heading) => overTable(heading, below)) : named;
  if (columns.length > 0 && (columns.length > 1 || line.cells.length > 1)) {
    const left = Math.min(...columns.map((heading) => heading.x)) - columnReach;
    const right = Math.max(...columns.map((heading) => heading.right)) + columnReach;
    const outside = inForce.columns.filter((heading) => heading.right < left || heading.x > right);
    inForce.columns = [...outside, ...columns];
  }
  // A heading takes the place of the one above it; what stands in force beside it goes on.
  const replaced = (old: Heading<Section>) =>
    sections.some((heading) => old.x >= heading.x - sectionReach && old.x <= heading.right + sectionReach);
  inForce.sections = [...inForce.sections.filter((old) => !replaced(old)), ...sections];
}

function sectionAt(x: number, sections: readonly Heading<Section>[]): Heading<Section> | null {
  const ruling = sections.filter((heading) => heading.x <= x + sectionReach);
  return ruling.sort((a, b) => b.x - a.x)[0] ?? null;
}

/** "Year to date" over labels, and not over figures, heads a list of its own. */
const isListOfTheYear = (entry: Entry, columns: readonly Heading<Column>[]): boolean =>
  columns.some(
    ({ meaning, x, right }) =>
      meaning === 'ytd' && Math.abs(x - entry.x) < 4 && entry.figures.every((figure) => figure.x > right),
  );

/** What stands left of a section's edge belongs to another column of the page, not to the label at that edge. */
function withinSection(entry: Entry, sections: readonly Heading<Section>[]): Entry {
  const own = entry.line.cells.find(({ text, x }) => text === entry.near && x > entry.x);
  const atEdge =
    own && sections.some(({ x, text }) => Math.abs(x - own.x) < 4 && columnOfHeading(text) === null);
  return atEdge ? { ...entry, label: entry.near, x: own.x } : entry;
}

/** Sections whose list ends with a row that repeats their heading: what it comes to. */
const summedSections = new Set<Section>(['deductions', 'taxes', 'withholdings']);

function columnAt(figure: Figure, columns: readonly Heading<Column>[]): Column | null {
  const distance = ({ x, right }: Heading<Column>) => {
    const apart = Math.max(x - figure.right, figure.x - right, 0);
    return apart + Math.min(Math.abs(right - figure.right), Math.abs(x - figure.x)) / 100;
  };
  const [nearest] = [...columns].sort((a, b) => distance(a) - distance(b));
  return nearest && distance(nearest) <= columnReach ? nearest.meaning : null;
}

/** Two figures whose product is a third: hours, rate, amount; the place of the amount, or null. */
function placeOfProduct(figures: readonly number[], unit: number): number | null {
  for (let place = 2; place < figures.length; place += 1) {
    const [first = 0, second = 0] = figures.slice(place - 2, place);
    const product = Math.round((first * second) / unit);
    if (product !== 0 && Math.abs(product - (figures[place] ?? 0)) <= 1) return place;
  }
  return null;
}

/**
 * This period's figure and the year's among the figures of a row.
 * @param yearly whether the stub speaks of the year so far anywhere: else a second figure is something else
 */
function pickFigures(entry: Entry, columns: readonly Heading<Column>[], unit: number, yearly: boolean) {
  const placed = entry.figures.map((figure) => ({ figure, column: columnAt(figure, columns) }));
  const named = (column: Column) => placed.find((item) => item.column === column)?.figure.minor ?? null;
  const split = placed.some(({ column }) => column === 'paid' || column === 'taken');
  if (split) return { current: named('paid') ?? named('taken'), ytd: named('ytd'), headed: true };
  const headed = placed.some(({ column }) => column === 'current' || column === 'ytd');
  if (headed) {
    const [first, second] = placed;
    // A total in larger type may stand a little off its column.
    const beside = placed.length === 2 && first?.column === null && second?.column === 'ytd';
    return { current: beside ? first.figure.minor : named('current'), ytd: named('ytd'), headed };
  }
  const rest = placed.filter(({ column }) => column === null).map(({ figure }) => figure.minor);
  const product = placeOfProduct(rest, unit);
  if (product !== null) return { current: rest[product] ?? null, ytd: rest[product + 1] ?? null, headed };
  return { current: rest[0] ?? null, ytd: rest.length === 2 && yearly ? (rest[1] ?? null) : null, headed };
}

/** In a list with a column for what is paid and one for what is taken off, the column says what a row is. */
function splitRows(entry: Entry, row: StubRow, columns: readonly Heading<Column>[]): StubRow[] {
  const placed = entry.figures.map((figure) => ({ value: figure.minor, column: columnAt(figure, columns) }));
  const paid = placed.find(({ column }) => column === 'paid');
  const taken = placed.find(({ column }) => column === 'taken');
  if ((!paid && !taken) || row.role === 'net') return [row];
  const whole = row.role === 'total' || row.role === 'gross' || (paid !== undefined && taken !== undefined);
  const meaning = (sum: Role, item: Role): Role =>
    whole ? sum : row.role === 'tax' || row.role === 'reimbursement' ? row.role : item;
  return [
    ...(paid ? [{ ...row, role: meaning('gross', 'earning'), current: paid.value }] : []),
    ...(taken ? [{ ...row, role: meaning('total-deductions', 'deduction'), current: taken.value }] : []),
  ];
}

/** What a row is, its words and its section together. */
function roleWithin(role: Role | null, section: Section | null, headed: boolean): Role | null {
  if (role === 'ignored' && section === 'earnings' && headed) return 'earning';
  const repaid =
    section === 'reimbursements' && (role === null || role === 'deduction' || role === 'earning');
  return repaid ? 'reimbursement' : role;
}

function rowOf(entry: Entry, headings: Headings, unit: number, hasYear: boolean): StubRow | null {
  const label = labelKey(entry.label);
  if (!/\p{L}/u.test(label)) return null;
  const ruling = sectionAt(entry.x, headings.sections);
  const section = isListOfTheYear(entry, headings.columns) ? 'ytd' : (ruling?.meaning ?? null);
  const picked = pickFigures(entry, headings.columns, unit, hasYear);
  const yearly = section === 'ytd' || saysYearToDate(label);
  // In a list of the year's own, headings of the tables above say nothing.
  const lone = section === 'ytd' && entry.figures.length === 1 ? (entry.figures[0]?.minor ?? null) : null;
  const values = yearly ? { ...picked, current: null, ytd: picked.ytd ?? picked.current ?? lone } : picked;
  const plainly = (text: string) => {
    const plain = text.replace(/\b(?:ytd|year[ -]to[ -]date)\b\s*/gu, '');
    // "401(k), pre-tax" is no tax.
    const role = inEitherLanguage(plain, roleOfLabel);
    return role === 'tax' ? roleOfLabel(plain.replace(/\b(?:pre|post|before|after)[- ]?tax\b/gu, '')) : role;
  };
  const own = plainly(labelKey(entry.near));
  // Other texts may stand in front of it in the same line.
  const told = plainly(label) ?? (own && summaryRoles.has(own) ? own : null);
  const sums = ruling !== null && summedSections.has(ruling.meaning) && ruling.text === label;
  const role = sums && told !== 'net' ? 'total' : told;
  return {
    label: entry.label.replace(/[\s:.…·_]+$/u, ''),
    x: entry.x,
    // "Ordinary hours" among the earnings is pay for them.
    role: roleWithin(role, section, picked.headed),
    section,
    heading: ruling?.text ?? null,
    ...values,
    figures: entry.figures.map((figure) => figure.minor),
    line: entry.line,
  };
}

/** Other words for the year so far. */
const yearWords = /jahr|\bto date\b|année|\baño\b|\bjaar\b|\banno\b|\bano\b/iu;

/**
 * The rows of a pay stub with what they stand for. Sections and columns come from the headings above, side by side
 * tables included; hours and rates are never taken for amounts.
 */
export function stubRows(lines: readonly DocumentLine[], convention: FigureConvention): StubRow[] {
  const headings: Headings = { page: 0, columns: [], sections: [] };
  const unit = 10 ** convention.exponent;
  let stacked: readonly Heading<Role>[] = [];
  let stackedAt = 0;
  const entriesAt = (line: DocumentLine) => joinedAtRates(entriesOf(line, convention));
  const all = lines.map((line) => ({ line, entries: pricedEntries(entriesAt(line)) }));
  const priced = all.some(({ entries }) => entries.some(({ figures }) => figures.length > 0));
  const edges = nameEdges(
    lines,
    all.map(({ entries }) => entries),
  );
  const hasYear = lines.some(({ text }) => saysYearToDate(text.toLowerCase()) || yearWords.test(text));
  const rows = lines.flatMap((line, index) => {
    // Where amounts have decimals, a bare whole number is a count or a code: "Tax period: 9".
    const entries = (priced && all[index]?.entries) || entriesAt(line);
    const across = stackedRows(entries, stacked);
    if (across.length > 0) return across;
    // "Month" and "year so far" may stand below the same headings.
    if (stackedAt !== index - 1 || entries.every(({ figures }) => figures.length === 0)) {
      stacked = stackedHeadings(line, entries);
      stackedAt = index;
    }
    takeHeadings(line, lines[index + 1], entries, headings);
    return entries
      .filter((entry) => entry.figures.length > 0)
      .flatMap((printed) => {
        const entry = withinSection(fromNameEdge(printed, edges), headings.sections);
        const row = rowOf(entry, headings, unit, hasYear);
        return row ? splitRows(entry, row, headings.columns) : [];
      });
  });
  return withPrintedSums(withCarriedSums(rows));
}
