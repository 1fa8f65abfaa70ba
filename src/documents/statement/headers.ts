import { anyPhrase, foldText } from '../layout/fold.js';
import type { DocumentLine, Word } from '../layout/lines.js';
import { type ColumnRole, LONGEST_PHRASE, roleOf } from './column-words.js';
import type { Header, HeaderLabel, MarkedLine } from './model.js';
import { balanceKindOf } from './vocabulary.js';

const moneyRoles: ReadonlySet<ColumnRole> = new Set(['amount', 'debit', 'credit', 'balance']);
const unit = /\s*\((?:[^)]{1,8})\)$|\s+(?:in )?[A-Z]{3}$|\s*[$€£¥₹]$|\.{2,}$/u;

interface Part {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

/** Two names of one column: "Buchung / Verwendungszweck". */
function joined(parts: readonly Part[], left: HeaderLabel, right: HeaderLabel): boolean {
  return parts.some(
    (part) => /^[/&]$/.test(part.text) && part.x >= left.right - 1 && part.right <= right.x + 1,
  );
}

/**
 * The labels that a run of words spells, longest phrases first, and how many words name nothing.
 * @param widest points between words of one label; further apart they head two columns
 */
function labelsOf(
  all: readonly Part[],
  widest = Number.POSITIVE_INFINITY,
): { labels: HeaderLabel[]; unknown: number } {
  const parts = all.filter((part) => /[\p{L}#№°(]/u.test(part.text));
  const labels: HeaderLabel[] = [];
  let unknown = 0;
  for (let at = 0; at < parts.length; ) {
    let taken = 0;
    for (let length = Math.min(LONGEST_PHRASE, parts.length - at); length > 0; length -= 1) {
      const run = parts.slice(at, at + length);
      if (run.some((part, index) => index > 0 && part.x - (run[index - 1]?.right ?? part.x) > widest))
        continue;
      const text = run.map((part) => part.text).join(' ');
      const role = roleOf(text) ?? roleOf(text.replace(unit, ''));
      if (role === null) continue;
      labels.push({ role, text, x: run[0]?.x ?? 0, right: run.at(-1)?.right ?? 0 });
      taken = length;
      break;
    }
    const before = labels.at(-2);
    const last = labels.at(-1);
    if (taken > 0 && before && last && joined(all, before, last)) {
      const role = before.role === 'description' ? before.role : last.role;
      labels.splice(-2, 2, { role, text: `${before.text} / ${last.text}`, x: before.x, right: last.right });
    }
    const word = parts[at];
    if (taken === 0 && word && !/^[([]?[^\p{L}]*[)\]]?$|^\(?[A-Z]{3}\)?$/u.test(word.text)) unknown += 1;
    at += Math.max(1, taken);
  }
  return { labels, unknown };
}

function isTable(labels: readonly HeaderLabel[], unknown: number, short = false): boolean {
  const known = labels.filter((label) => label.role !== 'unknown');
  const roles = new Set(known.map((label) => label.role));
  const named = roles.has('date') || roles.has('description');
  const money = [...roles].some((role) => moneyRoles.has(role));
  return (
    named && money && known.length >= 2 && unknown <= Math.max(1, known.length / 2, short ? known.length : 0)
  );
}

/** Dots fill some headers like tab leaders: "DATE..........AMOUNT.TRANSACTION". */
function splitLeaders(word: Word): Part[] {
  if (!word.text.includes('.') || !/\p{L}\.+\p{L}{2}/u.test(word.text)) return [word];
  const scale = (word.right - word.x) / word.text.length;
  return [...word.text.matchAll(/[^.]+/g)].map((match) => ({
    text: match[0],
    x: word.x + match.index * scale,
    right: word.x + (match.index + match[0].length) * scale,
  }));
}

const isPlain = (line: MarkedLine): boolean =>
  line.dates.length === 0 && !line.amounts.some((amount) => amount.strong) && line.line.text.length < 200;

/** Header cells set in two or three lines, read top down where they stand above one another. */
function stack(lines: readonly DocumentLine[]): Part[] {
  const parts: { text: string; x: number; right: number }[] = [];
  for (const line of lines) {
    for (const cell of line.cells) {
      const above = parts.find((part) => Math.min(part.right, cell.right) - Math.max(part.x, cell.x) > 0);
      if (above) {
        above.text = `${above.text} ${cell.text}`.replace(/(\p{L})- (\p{Ll})/u, '$1$2');
        above.x = Math.min(above.x, cell.x);
        above.right = Math.max(above.right, cell.right);
      } else parts.push({ text: cell.text, x: cell.x, right: cell.right });
    }
  }
  return parts.sort((a, b) => a.x - b.x);
}

function stackedLabels(parts: readonly Part[]): { labels: HeaderLabel[]; unknown: number } {
  const labels: HeaderLabel[] = [];
  let unknown = 0;
  for (const part of parts) {
    const role = roleOf(part.text) ?? roleOf(part.text.replace(unit, ''));
    if (role) labels.push({ role, text: part.text, x: part.x, right: part.right });
    else {
      const inner = labelsOf(part.text.split(' ').map((text) => ({ text, x: part.x, right: part.right })));
      const best = inner.labels.at(-1);
      if (best && inner.unknown === 0) labels.push({ ...best, text: part.text });
      else {
        labels.push({ role: 'unknown', text: part.text, x: part.x, right: part.right });
        unknown += 1;
      }
    }
  }
  return { labels, unknown };
}

/** Cells that name nothing known; endless where the line is no row of short cells but a text. */
function unknownCells(labels: readonly HeaderLabel[], cells: readonly Part[]): number {
  if (cells.length < 3 || cells.some((cell) => cell.text.split(' ').length > 5))
    return Number.POSITIVE_INFINITY;
  return cells.filter((cell) => !labels.some((label) => label.x < cell.right && label.right > cell.x)).length;
}

/** Headings in unknown words still claim their place. */
function withUnknown(labels: readonly HeaderLabel[], cells: readonly Part[]): HeaderLabel[] {
  const unclaimed = cells.filter(
    (cell) => !labels.some((label) => label.x < cell.right && label.right > cell.x),
  );
  const unknown = unclaimed.map(({ text, x, right }): HeaderLabel => ({ role: 'unknown', text, x, right }));
  return [...labels, ...unknown].sort((a, b) => a.x - b.x);
}

function near(upper: MarkedLine, lower: MarkedLine): boolean {
  return (
    upper.line.page === lower.line.page &&
    lower.line.y - upper.line.y < 2 * Math.max(upper.line.height, lower.line.height)
  );
}

/** Share of the type size above which a gap parts two headings. */
const LABEL_GAP = 1.5;

/** Headings that stand close together are many or name the dates; "debit card transaction" is a description. */
function isWholeHeader(labels: readonly HeaderLabel[]): boolean {
  return labels.length >= 4 || labels.some((label) => label.role === 'date');
}

/** A box of sums names the opening balance above its figure; no column of a table is called so. */
function namesEnds(line: MarkedLine): boolean {
  return line.line.cells.some((cell) => cell.text.length < 40 && balanceKindOf(cell.text) === 'opening');
}

const dueWords = anyPhrase('dues?|minimum|limit');

/** A box of what is owed names dates and amounts that are due; a table of movements has no two such columns. */
function namesDues(line: MarkedLine): boolean {
  return line.line.cells.filter((cell) => dueWords.test(foldText(cell.text))).length > 1;
}

/** A header set in as many lines, or null. */
function stackedHeader(lines: readonly MarkedLine[], index: number, depth: number): Header | null {
  const rows = lines.slice(index, index + depth);
  const [first] = rows;
  const scattered = rows.some((row, at) => {
    const before = rows[at - 1];
    return !isPlain(row) || (before !== undefined && !near(before, row));
  });
  if (!first || rows.length < depth || scattered) return null;
  const final = rows.at(-1);
  // A lower line that is a header by itself needs no stacking.
  const alone = final && labelsOf(final.line.words.flatMap(splitLeaders));
  if (alone && isTable(alone.labels, alone.unknown)) return null;
  const stacked = stackedLabels(stack(rows.map((row) => row.line)));
  if (!isTable(stacked.labels, stacked.unknown) || stacked.labels.length < 3) return null;
  return { from: first.index, to: first.index + depth - 1, labels: stacked.labels };
}

/** "Kirjaus-" above "päivä": a word that goes on below. */
const isBroken = (line: MarkedLine): boolean => line.line.cells.some((cell) => /\p{L}-$/u.test(cell.text));

function headerAt(lines: readonly MarkedLine[], index: number): Header | null {
  const line = lines[index];
  if (!line || !isPlain(line) || namesEnds(line) || namesDues(line)) return null;
  const whole = isBroken(line) ? stackedHeader(lines, index, 2) : null;
  if (whole) return whole;
  const single = labelsOf(line.line.words.flatMap(splitLeaders), line.line.height * LABEL_GAP);
  const inCells = unknownCells(single.labels, line.line.cells);
  const apart = line.line.cells.length > 1 || isWholeHeader(single.labels);
  if (apart && isTable(single.labels, Math.min(single.unknown, inCells), Number.isFinite(inCells))) {
    return { from: line.index, to: line.index, labels: withUnknown(single.labels, line.line.cells) };
  }
  return stackedHeader(lines, index, 2) ?? stackedHeader(lines, index, 3);
}

/** Lines below a header that show what its columns hold. */
const LINES_BELOW = 30;

const DATES_PREVAIL = 0.7;

/** A heading over dates and hardly anything else heads dates, whatever it is called: "Value" is a sum elsewhere. */
function withDates(header: Header, next: Header | undefined, lines: readonly MarkedLine[]): Header {
  const first = lines[0]?.index ?? 0;
  const last = header.to - first;
  const end = Math.min(last + 1 + LINES_BELOW, (next?.from ?? Number.POSITIVE_INFINITY) - first);
  const below = lines.slice(last + 1, end);
  const under = (label: HeaderLabel, item: { x: number; right: number }): boolean =>
    label.x < item.right && label.right > item.x;
  const described = header.labels.filter((label) => label.role === 'description').length;
  const labels = header.labels.map((label): HeaderLabel => {
    if (label.role === 'date' || label.role === 'balance') return label;
    // "Transaction" heads a text, or the first of two days where another heading heads the text.
    if (label.role === 'description' && described < 2) return label;
    const dates = below.filter((line) => line.dates.some((date) => under(label, date))).length;
    const filled = below.filter((line) => line.line.words.some((word) => under(label, word))).length;
    return dates >= 2 && dates >= filled * DATES_PREVAIL ? { ...label, role: 'date' } : label;
  });
  return { ...header, labels };
}

/** The column headings of a document's tables, in one, two or three lines each. */
export function findHeaders(lines: readonly MarkedLine[]): Header[] {
  const headers: Header[] = [];
  for (let index = 0; index < lines.length; ) {
    const header = headerAt(lines, index);
    if (header) headers.push(header);
    index += header ? header.to - header.from + 1 : 1;
  }
  return headers.map((header, at) => withDates(header, headers[at + 1], lines));
}

/** True for a table that lists balances by day and no movements. */
export function listsBalancesOnly(header: Header): boolean {
  const roles = new Set(header.labels.map((label) => label.role));
  return (
    roles.has('balance') &&
    !roles.has('amount') &&
    !roles.has('debit') &&
    !roles.has('credit') &&
    !roles.has('description')
  );
}
