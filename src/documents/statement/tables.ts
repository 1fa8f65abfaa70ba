import { alignColumns, type Column, columnOf, findColumns, matchLabels } from './columns.js';
import { type Dating, datePlace, datingOf, hasStrong } from './dating.js';
import { median } from './median.js';
import type { Header, HeaderLabel, MarkedLine, PlacedAmount } from './model.js';
import { isProse } from './prose.js';
import { continuesTable, cutBlocks, type Draft, withoutDailyBalances } from './table-drafts.js';
import { textPlace } from './text-place.js';

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
  readonly columns: readonly {
    readonly label: HeaderLabel | null;
    readonly x: number;
    readonly right: number;
  }[];
  /** Usual type size and distance of lines, in points. */
  readonly height: number;
  readonly pitch: number;
  readonly dating: Dating;
  /** Lines that list balances by day, apart from the rows. */
  readonly dailyBalances: readonly MarkedLine[];
}

/** Text that touches a figure on one side or both. */
export function gluing(line: MarkedLine, amount: PlacedAmount): { glued: boolean; embedded: boolean } {
  const { words } = line.line;
  const figures = [...line.amounts, ...line.dates];
  const touches = (inner: number, outer: number): boolean => {
    const [a, b] = [words[inner], words[outer]];
    if (!a || !b || figures.some((figure) => figure !== amount && outer >= figure.from && outer <= figure.to))
      return false;
    return Math.max(a.x, b.x) - Math.min(a.right, b.right) <= a.height * 0.85;
  };
  const left = touches(amount.from, amount.from - 1);
  const right = touches(amount.to, amount.to + 1);
  return { glued: left || right, embedded: left && right };
}

const letter = /\p{L}/u;

/** The figures of a block's rows: dated lines, and from the first date or the header on those that stand in the text's column. */
function rowAmounts(
  draft: Draft,
  place: { x: number; right: number } | null,
  textX: number | null,
  dated: boolean,
  height: number,
  continues: boolean,
) {
  let begun = draft.header !== null || continues;
  return draft.lines.flatMap((line, index) => {
    const onDate = place !== null && line.dates.some((date) => date.x < place.right && date.right > place.x);
    begun ||= onDate;
    const words = line.line.words.filter(
      (word, at) =>
        letter.test(word.text) && !line.amounts.some((amount) => at >= amount.from && at <= amount.to),
    );
    const letters = words[0];
    const inText = textX === null || words.some((word) => word.x >= textX - height);
    if (dated && !onDate && !(begun && inText)) return [];
    return line.amounts.flatMap((amount) => {
      if (dated && !onDate && letters !== undefined && letters.x > amount.x) return [];
      const { glued, embedded } = gluing(line, amount);
      // A sentence below the table may end with a figure.
      if (glued && !onDate && isProse(line)) return [];
      if (embedded || !(amount.strong || amount.apart)) return [];
      return [{ ...amount, line: index, glued }];
    });
  });
}

/** Bare whole numbers make no column by themselves where figures elsewhere print decimals. */
function strongColumns(
  amounts: ReturnType<typeof rowAmounts>,
  height: number,
  header: Header | null,
): Column[] {
  return findColumns(
    amounts.filter((amount) => amount.strong),
    height,
    header?.labels.filter((label) => ['amount', 'debit', 'credit', 'balance'].includes(label.role)) ?? [],
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
  const dating = datingOf(
    lines.filter((line) => !suspended.has(line) && !furniture.has(line.index)),
    allHeaders,
    height,
  );
  const dated = dating !== 'none';
  const found = drafts.map((draft, index) => {
    const place = datePlace(draft, height, dating);
    const textX = textPlace(draft, place, height);
    const columns = strongColumns(
      rowAmounts(draft, place, textX, dated, height, continuesTable(drafts, index)),
      height,
      draft.header,
    );
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
    const taken = new Set<number>();
    const map = columns.map((column, at) => {
      const label = own[at] ?? null;
      // Two columns of one table may be called alike: each stays a column.
      const sameRole = label
        ? labels.findIndex(
            (other, index) => other?.role === label.role && other.text === label.text && !taken.has(index),
          )
        : -1;
      let target = sameRole >= 0 ? sameRole : (aligned[at] ?? -1);
      // A list under a heading of its own ("Amount") beside sections that need none: each has one column of money.
      const lone = columns.length === 1 && reference?.columns.length === 1 && labels[0] === null;
      if (main.length > 0 && lone && label?.role === 'amount') target = 0;
      if (target < 0 || (label && labels[target] && labels[target]?.role !== label.role)) {
        target = main.length;
        main.push(column);
        labels.push(null);
      }
      labels[target] ??= label;
      taken.add(target);
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
      // A page without dates of its own keeps the text's place of the page before.
      textX: place || draft.header ? textX : (blocks.at(-1)?.textX ?? textX),
      columns,
      toMain: maps.get(index) ?? [],
    });
  }
  return {
    blocks,
    columns: labels.map((label, index) => ({
      label,
      x: main[index]?.x ?? 0,
      right: main[index]?.right ?? 0,
    })),
    height,
    pitch: pitchOf(lines),
    dating,
    dailyBalances: [...suspended],
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

/** The main column of a figure in a block, or -1: by the block's own columns, else by those of the other pages. */
export function mainColumn(
  block: Block,
  amount: PlacedAmount,
  tables: Pick<Tables, 'columns' | 'height'>,
): number {
  const own = columnOf(block.columns, amount, tables.height);
  if (own >= 0) return block.toMain[own] ?? -1;
  return tables.columns.findIndex(
    (column) => Math.abs(column.right - amount.outerRight) <= tables.height * 0.4,
  );
}
