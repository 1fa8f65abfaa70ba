import { type DateSpan, dayNumber, type IsoDate } from '../calendar.js';
import { normaliseMerchant } from '../merchants/normalise.js';

/** A line of one document, of one account. `id` is the line's own (document, page, line). */
export interface SourceRow {
  readonly id: string;
  readonly documentId: string;
  readonly postedOn: IsoDate;
  readonly description: string;
  /** Minor units, negative is out. */
  readonly minor: number;
}

/** A document's part of an account: its lines, and the days they cover. */
export interface CoveredRows {
  readonly documentId: string;
  readonly span: DateSpan;
  readonly rows: readonly SourceRow[];
}

/** The lines that show one and the same movement, the first of them the most authoritative. */
export interface MergedLine {
  readonly rows: readonly [SourceRow, ...SourceRow[]];
}

interface Merged {
  readonly rows: [SourceRow, ...SourceRow[]];
  readonly day: number;
  readonly merchantKey: string;
  /** Documents that show it already: a document never shows one movement twice. */
  readonly documents: Set<string>;
}

const window = 7;

/**
 * Joins the statements of one account, which may overlap or repeat each other, so that each movement is there once
 * and true twins stay two. One to one, in three passes: the same printed line; the same amount and payee within seven
 * days; the same amount within seven days; the last two only where both statements cover both days. Documents are
 * taken in the order of what they cover, so that the order of import does not matter.
 */
export function mergeLines(documents: readonly CoveredRows[]): MergedLine[] {
  const merged: Merged[] = [];
  const spans = new Map<string, DateSpan>();
  for (const document of [...documents].sort(byCoverage)) {
    const overlapping = merged.filter((line) => mayShow(line, document.span, spans));
    joinDocument(document, overlapping, merged, spans);
    spans.set(document.documentId, document.span);
  }
  return merged.map(({ rows }) => ({ rows })).sort((a, b) => compareRows(a.rows[0], b.rows[0]));
}

function byCoverage(left: CoveredRows, right: CoveredRows): number {
  return (
    text(left.span.start, right.span.start) ||
    text(left.span.end, right.span.end) ||
    left.rows.length - right.rows.length ||
    text(signature(left), signature(right))
  );
}

const signature = ({ rows }: CoveredRows): string =>
  rows.map((row) => `${row.postedOn}${row.minor}${row.description}`).join('\n');

const text = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function compareRows(left: SourceRow, right: SourceRow): number {
  return (
    text(left.postedOn, right.postedOn) ||
    left.minor - right.minor ||
    text(left.description, right.description)
  );
}

function mayShow(line: Merged, span: DateSpan, spans: ReadonlyMap<string, DateSpan>): boolean {
  const { postedOn } = line.rows[0];
  if (postedOn < shift(span.start, -window) || postedOn > shift(span.end, window)) return false;
  return [...line.documents].some((id) => {
    const other = spans.get(id);
    return other !== undefined && other.start <= span.end && span.start <= other.end;
  });
}

const shift = (date: IsoDate, days: number): IsoDate =>
  new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10);

function joinDocument(
  document: CoveredRows,
  candidates: readonly Merged[],
  merged: Merged[],
  spans: ReadonlyMap<string, DateSpan>,
): void {
  const open = new Set([...document.rows].sort(compareRows));
  const byAmount = new Map<number, Merged[]>();
  for (const line of candidates) {
    const same = byAmount.get(line.rows[0].minor);
    if (same) same.push(line);
    else byAmount.set(line.rows[0].minor, [line]);
  }
  const pass = (fits: (row: SourceRow, line: Merged) => boolean) => {
    for (const row of open) {
      const match = (byAmount.get(row.minor) ?? [])
        .filter((line) => !line.documents.has(document.documentId) && fits(row, line))
        .sort((a, b) => distance(row, a) - distance(row, b) || compareRows(a.rows[0], b.rows[0]))[0];
      if (!match) continue;
      match.rows.push(row);
      match.documents.add(document.documentId);
      open.delete(row);
    }
  };
  pass((row, line) => line.rows.some((known) => samePrint(row, known)));
  const covered = (row: SourceRow, line: Merged) =>
    distance(row, line) <= window && bothCovered(row, line, document.span, spans);
  pass((row, line) => covered(row, line) && normaliseMerchant(row.description).key === line.merchantKey);
  pass(covered);
  for (const row of open) {
    merged.push({
      rows: [row],
      day: dayNumber(row.postedOn),
      merchantKey: normaliseMerchant(row.description).key,
      documents: new Set([document.documentId]),
    });
  }
}

function samePrint(left: SourceRow, right: SourceRow): boolean {
  return left.postedOn === right.postedOn && squeeze(left.description) === squeeze(right.description);
}

const squeeze = (description: string): string => description.replace(/\s+/g, '').toUpperCase();

function distance(row: SourceRow, line: Merged): number {
  return Math.abs(dayNumber(row.postedOn) - line.day);
}

/** Both days stand in both statements: otherwise the two lines are two movements that merely look alike. */
function bothCovered(
  row: SourceRow,
  line: Merged,
  span: DateSpan,
  spans: ReadonlyMap<string, DateSpan>,
): boolean {
  const { postedOn } = line.rows[0];
  const inside = (date: IsoDate, of: DateSpan) => date >= of.start && date <= of.end;
  if (!inside(postedOn, span)) return false;
  return [...line.documents].some((id) => {
    const other = spans.get(id);
    return other !== undefined && inside(row.postedOn, other);
  });
}
