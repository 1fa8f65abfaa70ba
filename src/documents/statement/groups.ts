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
  return edges.slice(1).map((to, index) => part(line, edges[index] ?? 0, to));
}

/** True where a header names several dates, or none stands above, so that side-by-side groups are plausible. */
function allows(header: Header | undefined): boolean {
  if (!header) return true;
  const dates = header.labels.filter((label) => label.role === 'date').length;
  const money = header.labels.filter((label) =>
    ['amount', 'balance', 'debit', 'credit'].includes(label.role),
  );
  return dates >= 2 && money.length >= 2 && dates === money.length;
}

/**
 * Lines in reading order with side-by-side groups taken apart, each run of such lines column by column. Indexes are
 * kept, so that the parts of a line share theirs.
 */
export function separateGroups(lines: readonly MarkedLine[], headers: readonly Header[]): MarkedLine[] {
  const result: MarkedLine[] = [];
  let header: Header | undefined;
  let next = 0;
  let run: MarkedLine[][] = [];
  const flush = () => {
    const depth = Math.max(0, ...run.map((parts) => parts.length));
    for (let column = 0; column < depth; column += 1) {
      for (const parts of run) {
        const piece = parts[column];
        if (piece) result.push(piece);
      }
    }
    run = [];
  };
  for (const line of lines) {
    while ((headers[next]?.from ?? Number.POSITIVE_INFINITY) <= line.index) {
      header = headers[next];
      next += 1;
    }
    const split = line.dates.length > 1 && allows(header) ? splitsOf(line) : null;
    if (split) run.push(cutLine(split));
    else if (run.length > 0 && allows(header) && line.dates.length === 1 && line.amounts.length > 0)
      run.push([line]);
    else {
      flush();
      result.push(line);
    }
  }
  flush();
  return result;
}
