import { hasStrong, leadingDate } from './dating.js';
import { listsBalancesOnly } from './headers.js';
import type { Header, MarkedLine } from './model.js';
import { isDailyBalanceHeading, senseOf } from './vocabulary.js';

/** Headings of days and figures, and of nothing else. */
const listsFigures = (header: Header): boolean =>
  header.labels.every(
    (label) => label.role === 'date' || label.role === 'amount' || label.role === 'balance',
  );

/** Lines under a heading or header that lists balances by day. */
export function withoutDailyBalances(
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

/** A stretch of lines under one header on one page, before its places are known. */
export interface Draft {
  readonly header: Header | null;
  readonly lines: MarkedLine[];
  /** Under the same header as the block before, on the next page. */
  readonly page: number;
}

/** The stretches of a segment by page and header. */
export function cutBlocks(
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

/** A page without a header of its own goes on with the table of the page before. */
export function continuesTable(drafts: readonly Draft[], index: number): boolean {
  const [before, draft] = [drafts[index - 1], drafts[index]];
  return before !== undefined && draft !== undefined && draft.header === null && before.lines.some(hasStrong);
}
