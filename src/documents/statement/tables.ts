import { alignColumns, type Column, columnOf, findColumns, matchLabels } from './columns.js';
import {
  beginsValueDate,
  type Dating,
  datePlace,
  datingOf,
  hasStrong,
  headsDayWithBalance,
  leadingDate,
  namesBalance,
  type Place,
} from './dating.js';
import { listsBalancesOnly } from './headers.js';
import type { Header, HeaderLabel, MarkedLine, PlacedAmount } from './model.js';
import { isProse } from './prose.js';
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

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
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

/** Headings of days and figures, and of nothing else. */
const listsFigures = (header: Header): boolean =>
  header.labels.every(
    (label) => label.role === 'date' || label.role === 'amount' || label.role === 'balance',
  );

/** Lines under a heading or header that lists balances by day. */
function withoutDailyBalances(
  lines: readonly MarkedLine[],
  headers: ReadonlyMap<number, Header>,
): Set<MarkedLine> {
  const suspended = new Set<MarkedLine>();
  let inside = false;
  let title: MarkedLine | null = null;
  let headerEnd = -1;
  for (const line of lines) {
    const header = headers.get(line.index);
    const plain = !hasStrong(line) && line.line.text.length < 80;
    const titled =
      header !== undefined && title !== null && line.index - title.index <= 2 && listsFigures(header);
    if (header) inside = listsBalancesOnly(header) || titled;
    if (!header && line.index > headerEnd)
      title = plain && isDailyBalanceHeading(line.line.text) ? line : null;
    headerEnd = header?.to ?? headerEnd;
    if (header) {
      if (inside) suspended.add(line);
      continue;
    }
    if (plain && isDailyBalanceHeading(line.line.text)) inside = true;
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
  return drafts.map((draft, index) =>
    isPageHead(drafts, index) ? { ...draft, lines: draft.lines.filter((line) => !hasStrong(line)) } : draft,
  );
}

/** What a page prints above the headings that it repeats from the page before: no row stands there, if a title. */
function isPageHead(drafts: readonly Draft[], index: number): boolean {
  const [draft, next] = [drafts[index], drafts[index + 1]];
  if (!draft || draft.header || !next?.header || next.page !== draft.page) return false;
  const before = drafts.slice(0, index).findLast((each) => each.header !== null);
  const texts = (header: Header | null | undefined) => header?.labels.map((label) => label.text).join('|');
  return (
    before !== undefined &&
    before.page < draft.page &&
    texts(before.header) === texts(next.header) &&
    draft.lines.every((line) => leadingDate(line) === null || !hasStrong(line))
  );
}

/** Left edges of texts straight below rows, where the rows themselves print none. */
function textsUnderRows({ lines }: Draft, height: number): number[] {
  return lines.flatMap((line, at) => {
    const row = lines[at - 1];
    const [word] = line.line.words;
    const bare = line.dates.length === 0 && !hasStrong(line) && word && /\p{L}{2}/u.test(line.line.text);
    return bare && row && row.dates.length > 0 && hasStrong(row) && line.line.y - row.line.y < height * 2
      ? [word.x]
      : [];
  });
}

/** Left edges of rows below days' headings. */
function textsOfUndatedRows({ lines }: Draft): number[] {
  return lines.flatMap((line) => {
    const word = line.dates.length === 0 && hasStrong(line) ? line.line.words[0] : undefined;
    return word && /\p{L}/u.test(word.text) ? [word.x] : [];
  });
}

/** Left edge of the descriptions on a block's dated rows: of their own column where the header names it. */
function textPlace(draft: Draft, place: Place | null, height: number): number | null {
  const label = draft.header?.labels.find((each) => each.role === 'description');
  const starts: number[] = [];
  const below: number[] = [];
  const balances: number[] = [];
  for (const line of draft.lines) {
    const onDate = !place || line.dates.some((date) => date.x <= place.right && date.right >= place.x);
    if (!hasStrong(line) || !onDate || headsDayWithBalance(line)) continue;
    const taken = new Set<number>();
    for (const item of [...line.dates, ...line.amounts.filter((amount) => amount.strong)]) {
      for (let index = item.from; index <= item.to; index += 1) taken.add(index);
    }
    const { words } = line.line;
    const letters = words.filter(
      (each, index) => !taken.has(index) && /\p{L}/u.test(each.text) && !beginsValueDate(line, index),
    );
    const named = label && letters.find((each) => each.x >= label.x - height && each.x < label.right);
    let word = named ?? letters[0];
    // "365 Online": a number that begins the text belongs to it.
    for (let at = word ? words.indexOf(word) - 1 : -1; word && at >= 0 && !taken.has(at); at -= 1) {
      const before = words[at];
      if (!before || word.x - before.right > height * 0.85) break;
      word = before;
    }
    const list = namesBalance(line) ? balances : starts;
    if (word) (named ? below : list).push(word.x);
  }
  if (starts.length === 0 && below.length === 0) starts.push(...textsUnderRows(draft, height));
  if (starts.length === 0 && below.length === 0) starts.push(...textsOfUndatedRows(draft));
  if (starts.length === 0) starts.push(...balances);
  // Sums under the table stand elsewhere: what stands under the heading of descriptions tells their place.
  const telling = below.length > 0 ? below : starts;
  return telling.length > 0 ? median(telling) : null;
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

/** A page without a header of its own goes on with the table of the page before. */
function continuesTable(drafts: readonly Draft[], index: number): boolean {
  const [before, draft] = [drafts[index - 1], drafts[index]];
  return before !== undefined && draft !== undefined && draft.header === null && before.lines.some(hasStrong);
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
