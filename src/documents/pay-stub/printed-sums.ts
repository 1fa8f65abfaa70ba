import type { StubRow } from './rows.js';

/** Points by which rows of one list may begin apart. */
const sameEdge = 6;

const totalWord =
  /(?:^|[\s(])(?:sub-?)?(?:total(?:s|e|en|t)?|totaal|totaux|totais|totales|totali|summe|gesamt\p{L}*|summa|suma|sum|soma|somme|razem|celkem|összesen|toplam|итого|сума|всього|összes)(?=$|[\s:)./])/iu;

/** True for a row that calls itself a sum, in whatever language. */
export const callsItselfSum = (label: string): boolean => totalWord.test(label);

/** Roles of rows at which a list ends. */
const ends = new Set<StubRow['role']>(['gross', 'net', 'total', 'total-deductions', 'total-taxes']);

const isOfList = (row: StubRow, last: StubRow): boolean =>
  row.line.page === last.line.page && Math.abs(row.x - last.x) <= sameEdge && row.section === last.section;

/** The rows straight above one that are listed like it, the nearest last. */
function listAbove(rows: readonly StubRow[], place: number): StubRow[] {
  const last = rows[place];
  const list: StubRow[] = [];
  for (let above = place - 1; last && above >= 0; above -= 1) {
    const row = rows[above];
    // Another column of the page stands between the rows of this one.
    if (!row || row.line.page !== last.line.page) break;
    if (Math.abs(row.x - last.x) > sameEdge) continue;
    if (!isOfList(row, last) || ends.has(row.role)) break;
    if (row.current !== null) list.unshift(row);
  }
  return list;
}

const sumOf = (list: readonly StubRow[], pick: (row: StubRow) => number | null) =>
  Math.abs(list.reduce((sum, row) => sum + (pick(row) ?? 0), 0));

/** Whether a row is what the rows above it come to, this period's column and, where printed, the year's. */
function isSumOf(row: StubRow, list: readonly StubRow[]): boolean {
  if (list.length === 0 || row.current === null || row.current === 0) return false;
  if (sumOf(list, ({ current }) => current) !== Math.abs(row.current)) return false;
  // One item and its total are the same figure: only its words tell which of them it is.
  return callsItselfSum(row.label);
}

/** What a sum of such rows is: of taxes alone, or of anything that is taken off. */
function meaningOf(row: StubRow, list: readonly StubRow[]): StubRow['role'] {
  const taken = list.some(({ role }) => role === 'tax' || role === 'deduction');
  if (row.section === 'taxes' || row.section === 'deductions' || row.section === 'withholdings')
    return 'total';
  if (!taken) return row.role;
  return list.every(({ role }) => role === 'tax') ? 'total-taxes' : 'total-deductions';
}

/**
 * Rows that call themselves a sum and equal what stands above them in their list are totals, whatever their words make
 * of them otherwise: "Total other deductions" is no further deduction.
 */
export function withPrintedSums(rows: readonly StubRow[]): StubRow[] {
  return rows.map((row, place) => {
    if (
      row.role !== null &&
      row.role !== 'deduction' &&
      row.role !== 'tax' &&
      row.role !== 'total-deductions'
    )
      return row;
    const list = listAbove(rows, place);
    return isSumOf(row, list) ? { ...row, role: meaningOf(row, list) } : row;
  });
}

/** More lists than this are tables of something else: their unions are too many to try. */
const MOST_LISTS = 6;

/** The rows as lists: those that follow one another at one edge, up to a sum, gross or net pay. */
function listsOf(rows: readonly StubRow[]): StubRow[][] {
  const open: StubRow[][] = [];
  const lists: StubRow[][] = [];
  for (const row of rows) {
    const at = open.findIndex(([first]) => first && isOfList(first, row));
    const list = open[at];
    if (row.current === null || row.section === 'ytd') continue;
    if (ends.has(row.role)) {
      if (list) open.splice(at, 1);
      continue;
    }
    if (list) list.push(row);
    else {
      const begun = [row];
      open.push(begun);
      lists.push(begun);
    }
  }
  return lists;
}

/** Rows that are taken off by their own words or their heading. */
const speaksOfTaking = ({ role, section }: StubRow): boolean =>
  role === 'tax' ||
  role === 'deduction' ||
  section === 'deductions' ||
  section === 'taxes' ||
  section === 'withholdings';

function unionsOf(lists: readonly (readonly StubRow[])[]): StubRow[][] {
  const unions: StubRow[][] = [[]];
  for (const list of lists) unions.push(...unions.map((union) => [...union, ...list]));
  return unions.filter((union) => union.length > 0);
}

/**
 * The lists of what is taken off that the paper's shape allows where words do not settle it: whole lists in which
 * something says so, alone and together, and all that is printed as a negative beside what is not. Which of them
 * stands is for gross and net pay to tell.
 */
export function listsByShape(rows: readonly StubRow[]): StubRow[][] {
  const taking = listsOf(rows).filter((list) => list.some(speaksOfTaking));
  const unions = taking.length <= MOST_LISTS ? unionsOf(taking) : [];
  const priced = rows.filter((row) => row.current !== null && !ends.has(row.role) && row.section !== 'ytd');
  const negative = priced.filter((row) => (row.current ?? 0) < 0);
  const signed = negative.length > 1 && negative.length < priced.length ? [negative] : [];
  const inOrder = (list: readonly StubRow[]) => rows.filter((row) => list.includes(row));
  return [...signed, ...unions.map(inOrder)];
}
