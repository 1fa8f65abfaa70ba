import type { Block, Cell, Column, TextStyle } from '../blocks.js';
import { gap, prose, text } from '../blocks.js';
import type { Book, Entry } from '../pen.js';
import type { Random } from '../random.js';

/** The customer's address as the window of an envelope shows it. */
export function addressed(book: Book, street = '14 Larch Road', style: TextStyle = {}): Block {
  return text([book.account.holder.toUpperCase(), street, book.account.city.toUpperCase()], style);
}

/** Columns from short notes: key, title, width, alignment. */
export function columns(
  ...notes: readonly (readonly [
    key: string,
    title: Cell,
    width: number,
    align?: 'right' | 'left' | 'center',
    more?: Partial<Column>,
  ])[]
): Column[] {
  return notes.map(([key, title, width, align = 'left', more = {}]) => ({
    key,
    title,
    width,
    align,
    ...more,
  }));
}

/** A movement's lines as one. */
export const oneLine = (entry: Entry) => entry.movement.lines.join(' ');

/** Entries in runs of so many, for layouts that fill pages by hand. */
export function inRuns<T>(items: readonly T[], first: number, rest: number): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (let from = 0; from < items.length; from += runs.length === 1 ? first : rest)
    runs.push(items.slice(from, from + (runs.length === 0 ? first : rest)));
  return runs.length === 0 ? [[]] : runs;
}

/** Paragraphs of small print with amounts, dates and telephone numbers that belong to no table. */
export function smallPrint(random: Random, symbol: string, size = 6.5): Block[] {
  const all = [
    `Deposits are protected up to ${symbol}85,000 per person by the deposit guarantee scheme. Ask us for leaflet 2210/04 or telephone 0800 555 0142.`,
    `A late payment fee of up to ${symbol}40.00 may apply. Interest on overdrafts above ${symbol}250 is charged at 18.90% from 01/01/2020.`,
    `If you think there is an error on this statement, write to us within 60 days at PO Box 1185, or call 1-800-555-0199, Monday to Friday 8:00 - 18:30.`,
    `Refer a friend before 31 December and each of you receives ${symbol}50.00. Terms apply; balance of ${symbol}1,500.00 or more required for 90 days.`,
    `Average daily balance method: we add ${symbol}0.50 for every 100 of new purchases and divide by the number of days (28, 30 or 31).`,
  ];
  return [
    gap(10),
    ...random
      .shuffle(all)
      .slice(0, random.int(2, 4))
      .map((line) => prose(line, { size, color: '#444444' })),
  ];
}

/** The last so many digits of the account's number, the others masked. */
export const masked = (book: Book, mark = 'x') => `${mark.repeat(6)}${book.account.number.slice(-4)}`;

/** Digits in groups, as printed numbers of accounts are. */
export const grouped = (digits: string, size = 4) =>
  digits.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ');
