import { parseAmount } from '../layout/amounts.js';
import { isCurrencyCode } from '../layout/currency.js';
import type { StatementRow } from '../reading.js';
import type { RawItem } from './model.js';
import { type DateContext, resolveDate } from './resolve-dates.js';
import { sourceOf } from './source.js';
import type { TableReading } from './table-reading.js';
import type { Tables } from './tables.js';

/** A dated text with an unchanged balance and no amount begins the row that follows it. */
function mergeLeadIns(read: TableReading): RawItem[] {
  const { items } = read.composed;
  const { amounts } = read.interpretation;
  const merged: RawItem[] = [];
  let lead: RawItem | null = null;
  items.forEach((item, index) => {
    const moves = amounts[index] !== null;
    if (!moves && item.balanceKind === null && item.text !== '' && item.ownDate) {
      if (lead) merged.push(lead);
      lead = item;
      return;
    }
    const follows: boolean = lead !== null && moves && sameDate(lead, item);
    if (lead && follows) merged.push({ ...item, text: `${lead.text} ${item.text}`.trim() });
    else {
      if (lead) merged.push(lead);
      merged.push(item);
    }
    lead = null;
  });
  if (lead) merged.push(lead);
  return merged;
}

function sameDate(a: RawItem, b: RawItem): boolean {
  return !b.ownDate || (a.date !== null && a.date.text === b.date?.text);
}

/** A row of the reading and what it was made of. */
export interface Row {
  readonly row: StatementRow;
  readonly item: RawItem;
  readonly index: number;
  readonly secondDate: string | null;
  readonly impossible: boolean;
}

/** Rows keep the order of dates within their section and their table; a header below rows begins another table. */
export function orderGroups(rows: readonly Row[], tables: Tables): number[] {
  let group = 0;
  let last: Row | null = null;
  return rows.map((row) => {
    const block = tables.blocks[row.item.block];
    const samePage = last !== null && last.item.line.line.page === row.item.line.line.page;
    const another = last !== null && last.item.block !== row.item.block && block?.header !== null && samePage;
    if (
      last !== null &&
      (another || last.item.sectionId !== row.item.sectionId || last.item.group !== row.item.group)
    )
      group += 1;
    last = row;
    return group;
  });
}

const foreign = /\b([A-Z]{3}) (\d[\d.,]*)|(\d[\d.,]*) ([A-Z]{3})\b/;

/** The amount in another currency that a description names. */
function originalOf(item: RawItem, currency: string): StatementRow['original'] {
  const match = foreign.exec(item.text);
  const code = match?.[1] ?? match?.[4];
  const [amount] = parseAmount(match?.[2] ?? match?.[3] ?? '');
  if (!code || !amount || code === currency || amount.decimals !== 2 || !isCurrencyCode(code))
    return undefined;
  return { currency: code, amount: amount.magnitude };
}

/** The transactions of a reading in printed order. */
export function rowsOf(read: TableReading, dates: DateContext, currency: string): Row[] {
  const { interpretation, composed } = read;
  const texts = new Map(mergeLeadIns(read).map((item) => [item.line, item.text]));
  const rows: Row[] = [];
  let near: string | null = null;
  composed.items.forEach((item, index) => {
    const amount = interpretation.amounts[index];
    if (amount === null || amount === undefined) return;
    const resolved = resolveDate(item.date, dates, near);
    const second = resolveDate(item.secondDate, dates, near);
    if (resolved.date && !resolved.date.startsWith('--')) near = resolved.date;
    const original = originalOf(item, currency);
    rows.push({
      row: {
        date: resolved.date,
        description: texts.get(item.line) ?? item.text,
        amount,
        balance: interpretation.balances[index] ?? null,
        source: sourceOf(item.line),
        ...(original && { original }),
      },
      item,
      index,
      secondDate: second.date?.startsWith('--') ? null : second.date,
      impossible: resolved.impossible,
    });
  });
  return rows;
}
