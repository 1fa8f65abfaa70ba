import type { DocumentLine } from '../layout/lines.js';
import type { Header, MarkedLine } from './model.js';

interface Split {
  readonly line: MarkedLine;
  /** Word indexes at which a further date-and-amount group begins. */
  readonly at: readonly number[];
}

const hasLetters = (line: MarkedLine, from: number, to: number): boolean =>
  line.line.words.slice(from, to).some((word) => /\p{L}{2}/u.test(word.text));

/** Where a line holds several groups of date and amount side by side (lists of checks, balances by day), or null. */
function splitsOf(line: MarkedLine): Split | null {
  const starts: number[] = [];
  const texts: boolean[] = [];
  for (let index = 0; index < line.dates.length; index += 1) {
    const date = line.dates[index];
    const next = line.dates[index + 1];
    const end = next?.from ?? line.line.words.length;
    const amount = line.amounts.find((each) => each.strong && date && each.from > date.to && each.from < end);
    if (!date || !amount) return null;
    texts.push(hasLetters(line, date.to + 1, amount.from));
    if (index === 0) continue;
    // A check's number stands before its date and belongs to the same group.
    const before = [...line.amounts].reverse().find((each) => each.strong && each.to < date.from);
    starts.push(before ? before.to + 1 : date.from);
  }
  // A value date after the amount makes a second pair as well: there only the first has a text.
  const alike = texts.every((text) => text === texts[0]);
  return starts.length > 0 && alike ? { line, at: starts } : null;
}

function part(line: MarkedLine, from: number, to: number): MarkedLine {
  const words = line.line.words.slice(from, to);
  const inside = (item: { from: number; to: number }): boolean => item.from >= from && item.to < to;
  const move = <Item extends { from: number; to: number }>(item: Item): Item => ({
    ...item,
    from: item.from - from,
    to: item.to - from,
  });
  const taken = new Set(words);
  const cells = line.line.cells.flatMap((cell) => {
    const kept = cell.words.filter((word) => taken.has(word));
    const [first] = kept;
    if (!first) return [];
    const text = kept.map((word) => word.text).join(' ');
    return [{ ...cell, words: kept, text, x: first.x, right: kept.at(-1)?.right ?? first.right }];
  });
  const cut: DocumentLine = { ...line.line, words, cells, text: cells.map((cell) => cell.text).join('  ') };
  return {
    index: line.index,
    line: cut,
    dates: line.dates.filter(inside).map(move),
    amounts: line.amounts.filter(inside).map(move),
  };
}

function cutLine({ line, at }: Split): MarkedLine[] {
  const edges = [0, ...at, line.line.words.length];
  const pieces = edges.slice(1).map((to, index) => part(line, edges[index] ?? 0, to));
  const first = pieces[0]?.dates[0]?.x ?? 0;
  return pieces.map((piece) => shift(piece, first - (piece.dates[0]?.x ?? first)));
}

/** A header that repeats itself side by side: where its further parts begin, and how far they stand from the first. */
interface Repeated {
  readonly header: Header;
  /** The header of one part. */
  readonly single: Header;
  readonly starts: readonly number[];
  readonly first: number;
}

function repeatedHeader(header: Header): Repeated | null {
  const dates = header.labels.filter((label) => label.role === 'date');
  const [first, second] = dates;
  const size = header.labels.length / dates.length;
  if (!first || !second || !Number.isInteger(size)) return null;
  const parts = dates.map((_, index) => header.labels.slice(index * size, (index + 1) * size));
  const roles = parts.map((part) => part.map((label) => label.role).join());
  if (!roles.every((role) => role === roles[0]) || !/amount|balance|debit|credit/.test(roles[0] ?? ''))
    return null;
  const [own = []] = parts;
  const starts = parts.slice(1).map((part) => part[0]?.x ?? 0);
  return { header, single: { ...header, labels: own }, starts, first: own[0]?.x ?? 0 };
}

/** Moves a part to the place of the first one, so that side-by-side tables make one. */
function shift(line: MarkedLine, by: number): MarkedLine {
  const move = <Item extends { readonly x: number; readonly right: number }>(item: Item): Item => ({
    ...item,
    x: item.x + by,
    right: item.right + by,
  });
  const words = line.line.words.map(move);
  const moved = new Map(line.line.words.map((word, index) => [word, words[index] ?? word]));
  const cells = line.line.cells.map((cell) => ({
    ...move(cell),
    words: cell.words.map((word) => moved.get(word) ?? word),
  }));
  return {
    index: line.index,
    line: { ...line.line, words, cells },
    dates: line.dates.map(move),
    amounts: line.amounts.map((amount) => ({ ...move(amount), outerRight: amount.outerRight + by })),
  };
}

/** Cuts a line at the parts of a repeated header; null where its text runs across a border. */
function cutByHeader(line: MarkedLine, { starts, first }: Repeated): MarkedLine[] | null {
  const { words, height } = line.line;
  const edges: number[] = [0];
  for (const start of starts) {
    const at = words.findIndex((word) => word.x >= start - height);
    const edge = at < 0 ? words.length : at;
    const [before, after] = [words[edge - 1], words[edge]];
    if (before && (before.right > start || (after && after.x - before.right < height * 0.5))) return null;
    edges.push(edge);
  }
  edges.push(words.length);
  return edges.slice(1).map((to, index) => {
    const piece = part(line, edges[index] ?? 0, to);
    return index === 0 ? piece : shift(piece, first - (starts[index - 1] ?? first));
  });
}

/** Lines taken apart, and the headers of what they became. */
export interface Separated {
  readonly lines: readonly MarkedLine[];
  readonly headers: readonly Header[];
}

/** Line heights below a row from which on a text belongs to no row. */
const FAR_BELOW = 2;

/** Collects the parts of a run of lines and gives them back column by column. */
class Run {
  private parts: (readonly MarkedLine[])[] = [];

  get empty(): boolean {
    return this.parts.length === 0;
  }

  add(pieces: readonly MarkedLine[]) {
    this.parts.push(pieces);
  }

  flush(): MarkedLine[] {
    const end = this.tableEnd();
    const depth = Math.max(0, ...this.parts.map((pieces) => pieces.length));
    const lines: MarkedLine[] = [];
    for (const parts of [this.parts.slice(0, end), this.parts.slice(end)]) {
      for (let column = 0; column < depth; column += 1) {
        for (const pieces of parts) {
          const piece = pieces[column];
          if (piece && piece.line.words.length > 0) lines.push(piece);
        }
      }
    }
    this.parts = [];
    return lines;
  }

  /** Where texts below the tables begin: apart from the last row of the first part, and without any figure. */
  private tableEnd(): number {
    const last = this.parts.findLastIndex((pieces) =>
      pieces.some((piece) => piece.dates.length > 0 || piece.amounts.length > 0),
    );
    let above: MarkedLine | null = null;
    for (const [index, [piece]] of this.parts.entries()) {
      if (!piece || piece.line.words.length === 0) continue;
      const apart = above !== null && piece.line.y - above.line.y > piece.line.height * FAR_BELOW;
      if (index > last && apart) return index;
      above = piece;
    }
    return this.parts.length;
  }
}

/**
 * Lines in reading order with side-by-side tables taken apart, column by column, each part moved to the place of the
 * first. Where no header repeats itself, groups of date and amount tell (lists of checks, balances by day). Indexes
 * are kept, so that the parts of a line share theirs.
 */
export function separateGroups(lines: readonly MarkedLine[], headers: readonly Header[]): Separated {
  const byStart = new Map(headers.map((header) => [header.from, header]));
  const result: MarkedLine[] = [];
  const run = new Run();
  let header: Header | null = null;
  let repeated: Repeated | null = null;
  let page = 0;
  for (const [at, line] of lines.entries()) {
    const begins = byStart.get(line.index);
    const heads = line.dates.length === 0 && byStart.has(lines[at + 1]?.index ?? -1);
    if (begins || heads || line.line.page !== page) result.push(...run.flush());
    if (begins) {
      header = begins;
      repeated = repeatedHeader(begins);
    } else if (line.line.page !== page) repeated = null;
    page = line.line.page;
    const below = header !== null && line.index > header.to;
    const byHeader = repeated && below && !heads ? cutByHeader(line, repeated) : null;
    if (repeated && below && !byHeader && !heads) repeated = null;
    const byGroups = !byHeader && header === null && line.dates.length > 1 ? splitsOf(line) : null;
    const lone =
      !run.empty && !byHeader && header === null && line.dates.length === 1 && line.amounts.length > 0;
    if (byHeader) run.add(byHeader);
    else if (byGroups) run.add(cutLine(byGroups));
    else if (lone) run.add([line]);
    else result.push(...run.flush(), line);
  }
  result.push(...run.flush());
  return { lines: result, headers: headers.map((each) => repeatedHeader(each)?.single ?? each) };
}
