import type { Block } from '../blocks.js';
import type { MoneyStyle } from '../figures.js';
import { columns } from '../statements/parts.js';
import type { Till } from './sale.js';

/** A paper roll of 80 mm. */
export const ROLL = [227, 640] as const;

/** What restaurants sell: name, least and highest price. */
export const FOOD = [
  ['Margherita', 11, 17],
  ['Caesar Salad', 9, 14],
  ['Ribeye 10oz', 26, 44],
  ['Fries', 4, 7],
  ['House Red', 7, 12],
  ['IPA Pint', 6, 9],
  ['Tiramisu', 7, 10],
  ['Espresso', 3, 4.5],
] as const;

/** What tradespeople do: name, least and highest price. */
export const WORK = [
  ['Design workshop', 300, 900],
  ['Boiler service', 90, 240],
  ['Website maintenance', 120, 480],
  ['Copper pipe 22mm', 20, 80],
  ['Labour (hours)', 45, 95],
  ['Call-out charge', 50, 110],
  ['Hosting, one month', 12, 60],
] as const;

/** The goods of a till roll, name before amount. */
export const tillRows = (till: Till, style: MoneyStyle) =>
  till.sale.items.map((item) => ({
    cells: {
      name: item.quantity > 1 ? [item.name, `  ${item.quantity} @ ${till.unit(item, style)}`] : item.name,
      amount: till.item(item, style),
    },
    anchor: 'bottom' as const,
  }));

/** The goods of a till roll without a header. */
export const tillList = (till: Till, style: MoneyStyle, name = 135, amount = 60): Block => ({
  type: 'table',
  header: 'none',
  padding: 0.5,
  columns: columns(['name', '', name], ['amount', '', amount, 'right']),
  rows: tillRows(till, style),
});

/** Goods without a header, how many of each before the name. */
export const goodsList = (till: Till, style: MoneyStyle, name = 150, amount = 60): Block => ({
  type: 'table',
  header: 'none',
  padding: 0.5,
  columns: columns(['name', '', name], ['amount', '', amount, 'right']),
  rows: till.sale.items.map((item) => ({
    cells: {
      name: item.quantity > 1 ? `${item.quantity} x ${item.name}` : item.name,
      amount: till.item(item, style),
    },
  })),
});

/** The goods of an invoice in a table of four columns. */
export const grid = (
  till: Till,
  style: MoneyStyle,
  titles: readonly [string, string, string, string],
): Block => ({
  type: 'table',
  header: 'each-page',
  rules: 'rows',
  columns: columns(
    ['name', titles[0], 230],
    ['q', titles[1], 60, 'right'],
    ['unit', titles[2], 90, 'right'],
    ['amount', titles[3], 100, 'right'],
  ),
  rows: till.sale.items.map((item) => ({
    cells: {
      name: item.name,
      q: String(item.quantity),
      unit: till.unit(item, style),
      amount: till.item(item, style),
    },
  })),
});

/** The sums below the goods. */
export const sums = (rows: readonly (readonly [string, string])[]): Block => ({
  type: 'pairs',
  indent: 260,
  width: 220,
  rows,
  boldLast: true,
});
