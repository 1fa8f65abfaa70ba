import { alignColumns, type Column, columnOf, findColumns, matchLabels } from './columns.js';
import { listsBalancesOnly } from './headers.js';
import type { Header, HeaderLabel, MarkedLine, PlacedAmount, PlacedDate } from './model.js';
import { isDailyBalanceHeading, senseOf } from './vocabulary.js';

/** A stretch of a table under one header on one page, with its own places for dates, text and figures. */
export interface Block {
  readonly index: number;
  readonly header: Header | null;
  readonly lines: readonly MarkedLine[];
  readonly dateX: number | null;
  readonly dateRight: number | null;
  /** Left edge of the descriptions, null where none was seen. */
  readonly textX: number | null;
  /** The header's labels, its own or those of the page before. */
  readonly textLabels: readonly HeaderLabel[];
  readonly columns: readonly Column[];
  /** For each of its columns, the segment's column. */
  readonly toMain: readonly number[];
}

/** A segment's tables: blocks that share one set of columns, each column with what headers call it. */
export interface Tables {
  readonly blocks: readonly Block[];
  readonly columns: readonly { readonly label: HeaderLabel | null; readonly x: number }[];
  /** Usual type size and distance of lines, in points. */
  readonly height: number;
  readonly pitch: number;
  /** True where the rows print dates at all. */
  readonly dated: boolean;
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** A date counts for its row when nothing but a serial number or a mark stands before it. */
export function leadingDate(line: MarkedLine): PlacedDate | null {
  const [first] = line.dates;
  if (!first || first.from > 2) return null;
  const before = line.line.words.slice(0, first.from);
  return before.every((word) => /^[^\p{L}]{1,8}$/u.test(word.text)) ? first : null;
}

/** Text that touches a figure on one side or both. */
export function gluing(line: MarkedLine, amount: PlacedAmount): { glued: boolean; embedded: boolean } {
  const { words } = line.line;
  const touches = (inner: number, outer: number): boolean => {
    const [a, b] = [words[inner], words[outer]];
    if (!a || !b || !/\p{L}/u.test(b.text)) return false;
    return Math.max(a.x, b.x) - Math.min(a.right, b.right) <= a.height * 0.85;
  };
  const left = touches(amount.from, amount.from - 1);
  const right = touches(amount.to, amount.to + 1);
  return { glued: left || right, embedded: left && right };
}

const hasStrong = (line: MarkedLine): boolean => line.amounts.some((amount) => amount.strong);

/** Lines under a heading or header that lists balances by day. */
function withoutDailyBalances(
  lines: readonly MarkedLine[],
  headers: ReadonlyMap<number, Header>,
): Set<MarkedLine> {
  const suspended = new Set<MarkedLine>();
  let inside = false;
  for (const line of lines) {
    const header = headers.get(line.index);
    const plain = !hasStrong(line) && line.line.text.length < 80;
    if (header) inside = listsBalancesOnly(header);
    else if (plain && isDailyBalanceHeading(line.line.text)) inside = true;
    else if (plain && line.dates.length === 0 && senseOf(line.line.text) !== null) inside = false;
    if (inside) suspended.add(line);
  }
  return suspended;
}

interface Draft {
  readonly header: Header | null;
  readonly lines: MarkedLine[];
  /** Under the same header as the block before, on the next page. */
  readonly page: number;
}

function cutBlocks(
  lines: readonly MarkedLine[],
  headers: ReadonlyMap<number, Header>,
  skip: (line: MarkedLine) => boolean,
) {
  const drafts: Draft[] = [];
  let headerEnd = -1;
  for (const line of lines) {
    const header = headers.get(line.index);
    if (header) {
      headerEnd = header.to;
      drafts.push({ header, lines: [], page: line.line.page });
      continue;
    }
    if (line.index <= headerEnd || skip(line)) continue;
    const last = drafts.at(-1);
    if (last && last.page === line.line.page) last.lines.push(line);
    else drafts.push({ header: null, lines: [line], page: line.line.page });
  }
  return drafts;
}

/** Where a block's dates stand: leading dates first, else the place most of them share. */
function datePlace(
  lines: readonly MarkedLine[],
  height: number,
  dated: boolean,
): { x: number; right: number } | null {
  const money = lines.filter(hasStrong);
  const leading = money.map(leadingDate).filter((date) => date !== null);
  const all = leading.length > 0 ? leading : lines.flatMap((line) => leadingDate(line) ?? []);
  // Where rows begin with their date, a date further in is part of a text.
  const pool = all.length > 0 || dated ? all : money.flatMap((line) => line.dates.slice(0, 1));
  if (pool.length === 0) return null;
  const groups: PlacedDate[][] = [];
  for (const date of [...pool].sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && date.x - last.x <= height * 1.5) group.push(date);
    else groups.push([date]);
  }
  const [most] = groups.sort((a, b) => b.length - a.length);
  if (!most) return null;
  return { x: Math.min(...most.map((date) => date.x)), right: Math.max(...most.map((date) => date.right)) };
}

/** Left edge of the descriptions on a block's dated rows. */
function textPlace(lines: readonly MarkedLine[], place: { x: number; right: number } | null): number | null {
  const starts: number[] = [];
  for (const line of lines) {
    if (
      !hasStrong(line) ||
      (place && !line.dates.some((date) => date.x <= place.right && date.right >= place.x))
    )
      continue;
    const taken = new Set<number>();
    for (const item of [...line.dates, ...line.amounts])
      for (let i = item.from; i <= item.to; i += 1) taken.add(i);
    const word = line.line.words.find((each, index) => !taken.has(index) && /\p{L}/u.test(each.text));
    if (word) starts.push(word.x);
  }
  return starts.length > 0 ? median(starts) : null;
}

/** The figures of a block's rows: dated lines, and from the first date or the header on those that stand in the text's column. */
function rowAmounts(
  draft: Draft,
  place: { x: number; right: number } | null,
  textX: number | null,
  dated: boolean,
  height: number,
) {
  let begun = draft.header !== null;
  return draft.lines.flatMap((line, index) => {
    const onDate = place !== null && line.dates.some((date) => date.x < place.right && date.right > place.x);
    begun ||= onDate;
    const letters = line.line.words.find((word) => /\p{L}/u.test(word.text));
    const inText = textX === null || (letters !== undefined && letters.x >= textX - height * 3);
    if (dated && !onDate && !(begun && inText)) return [];
    return line.amounts.flatMap((amount) => {
      const { glued, embedded } = gluing(line, amount);
      if (embedded || !(amount.strong || amount.apart)) return [];
      return [{ ...amount, line: index, glued }];
    });
  });
}

/** Bare whole numbers make no column by themselves where figures elsewhere print decimals. */
function strongColumns(amounts: ReturnType<typeof rowAmounts>, height: number): Column[] {
  return findColumns(
    amounts.filter((amount) => amount.strong),
    height,
  );
}

/**
 * The tables of one account's lines: blocks by page and header, the columns of their figures brought onto one set,
 * and what headers call each column.
 */
export function findTables(
  lines: readonly MarkedLine[],
  allHeaders: readonly Header[],
  furniture: ReadonlySet<number>,
): Tables {
  const headers = new Map(allHeaders.map((header) => [header.from, header]));
  const suspended = withoutDailyBalances(lines, headers);
  const height = median(lines.filter(hasStrong).map((line) => line.line.height)) || 10;
  const drafts = cutBlocks(lines, headers, (line) => suspended.has(line) || furniture.has(line.index));
  const money = lines.filter((line) => !suspended.has(line) && hasStrong(line));
  const led = money.some((line) => leadingDate(line) !== null);
  const dated =
    led || money.filter((line) => line.dates.length > 0).length >= Math.max(3, money.length * 0.4);
  const found = drafts.map((draft, index) => {
    const place = datePlace(draft.lines, height, led);
    const textX = textPlace(draft.lines, place);
    const columns = strongColumns(rowAmounts(draft, place, textX, dated, height), height);
    return { draft, index, place, columns, textX };
  });
  const weight = (columns: readonly Column[]): number =>
    columns.reduce((sum, column) => sum + column.count, 0);
  const order = [...found].sort((a, b) => weight(b.columns) - weight(a.columns));
  const main: Column[] = [];
  const labels: (HeaderLabel | null)[] = [];
  const maps = new Map<number, number[]>();
  const [reference] = order;
  for (const { draft, index, place, columns } of order) {
    const own = draft.header ? matchLabels(columns, draft.header) : columns.map(() => null);
    const shift = place && reference?.place ? reference.place.x - place.x : 0;
    const aligned = main.length === 0 ? columns.map(() => -1) : alignColumns(main, columns, height, shift);
    const map = columns.map((column, at) => {
      const label = own[at] ?? null;
      const sameRole = label
        ? labels.findIndex((other) => other?.role === label.role && other.text === label.text)
        : -1;
      let target = sameRole >= 0 ? sameRole : (aligned[at] ?? -1);
      if (target < 0 || (label && labels[target] && labels[target]?.role !== label.role)) {
        target = main.length;
        main.push(column);
        labels.push(null);
      }
      labels[target] ??= label;
      return target;
    });
    maps.set(index, map);
  }
  let carried: { labels: readonly HeaderLabel[]; x: number | null } | null = null;
  const blocks: Block[] = [];
  for (const { draft, index, place, columns, textX } of found) {
    if (draft.header) carried = { labels: draft.header.labels, x: place?.x ?? null };
    // A table that goes on at another place leaves the header's places behind.
    const same =
      carried !== null && place !== null && carried.x !== null && Math.abs(place.x - carried.x) < height;
    blocks.push({
      index,
      textLabels: draft.header || same ? (carried?.labels ?? []) : [],
      header: draft.header,
      lines: draft.lines,
      dateX: place?.x ?? null,
      dateRight: place?.right ?? null,
      textX,
      columns,
      toMain: maps.get(index) ?? [],
    });
  }
  return {
    blocks,
    columns: labels.map((label, index) => ({ label, x: main[index]?.x ?? 0 })),
    height,
    pitch: pitchOf(lines),
    dated,
  };
}

function pitchOf(lines: readonly MarkedLine[]): number {
  const gaps: number[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before || before.line.page !== line.line.page || !hasStrong(line)) return;
    const gap = line.line.y - before.line.y;
    if (gap > 0) gaps.push(gap);
  });
  return median(gaps) || 12;
}

/** The main column of a figure in a block, or -1. */
export function mainColumn(block: Block, amount: PlacedAmount, height: number): number {
  const own = columnOf(block.columns, amount, height);
  return own < 0 ? -1 : (block.toMain[own] ?? -1);
}
