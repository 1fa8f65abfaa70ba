import { gap, LETTER, margins, rule, side, text } from '../blocks.js';
import { addDays } from '../dates.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { US } from '../places/english.js';
import { columns } from '../statements/parts.js';
import { grid, sums, WORK } from './parts.js';
import type { SaleLayout } from './sale.js';

const plain = MONEY.point;
const usd: MoneyStyle = { ...MONEY.point, prefix: '$' };
const BOOKS = [
  ['The Salt Road (paperback)', 9, 16],
  ['Atlas of Small Islands', 22, 48],
  ['Harbour Lights, audio book', 12, 25],
  ['Board game: Tide & Timber', 30, 65],
  ['Card game: Five Foxes', 9, 19],
] as const;

/** A web shop's order confirmation: shipping, a coupon, estimated tax, a grand total, the card that was charged. */
const webOrder: SaleLayout = {
  name: 'us_web_order',
  family: 'receipt',
  era: 'before',
  place: US,
  traits: ['web-order', 'shipping', 'discount', 'card-payment'],
  paid: true,
  wish: {
    merchants: ['Paperback Planet', 'Bookloft'],
    goods: BOOKS,
    tax: 80,
    discount: true,
    shipping: true,
    items: [1, 4],
  },
  sheet: (till) => ({
    size: LETTER,
    margin: margins(50, 60),
    style: { face: 'sans', size: 9 },
    blocks: [
      text(`Final Details for Order #113-${till.sale.number}`, { bold: true, size: 13 }),
      text(`${till.sale.merchant} - order placed: ${till.date('MMMM D, YYYY')}`),
      text(`Shipped on ${till.other(addDays(till.sale.date, 2), 'MMMM D, YYYY')}`),
      gap(10),
      ...till.sale.items.flatMap((item) => [
        side(
          [
            380,
            [
              text(`${item.quantity} of: ${item.name}`),
              text('Sold by: Paper Trail LLC   Condition: New', { size: 7.5, color: '#555555' }),
            ],
          ],
          [100, [text(till.item(item, usd), {}, 'right')]],
        ),
        gap(4),
      ]),
      rule(),
      sums([
        ['Item(s) Subtotal:', till.sum(usd)],
        ['Shipping & Handling:', till.shipping(usd)],
        ['Promotion Applied:', `-${till.discount(usd)}`],
        ['Total before tax:', till.later(till.sale.net, usd)],
        ['Estimated Tax:', till.tax(usd)],
        ['Grand Total:', till.total(usd)],
      ]),
      gap(10),
      text(
        `Payment Method: Visa | Last digits: 0042. Credit Card transactions: Visa ending in 0042: ${till.date('MMMM D, YYYY')}: ${till.tendered(till.sale.total, usd)}`,
        { size: 8 },
      ),
    ],
  }),
};

/** A hotel's folio: a line for each night and for its tax, payment as a negative line, balance nil. */
const folio: SaleLayout = {
  name: 'us_hotel_folio',
  family: 'receipt',
  era: 'before',
  place: US,
  traits: ['folio', 'dated-items', 'balance-nil'],
  paid: true,
  wish: {
    merchants: ['Harborview Inn', 'The Juniper Hotel'],
    goods: [
      ['Room charge', 120, 260],
      ['Room charge', 120, 260],
      ['Parking', 18, 35],
      ['Restaurant', 22, 80],
    ],
    tax: 125,
    items: [2, 4],
  },
  sheet: (till) => ({
    size: LETTER,
    margin: margins(50, 60),
    style: { face: 'serif', size: 10 },
    blocks: [
      text(till.sale.merchant, { bold: true, size: 16 }),
      text([
        `Guest: ${till.sale.customer}`,
        `Folio No. ${till.sale.number}`,
        `Invoice date: ${till.date('MM/DD/YYYY')}`,
      ]),
      gap(10),
      {
        type: 'table',
        header: 'once',
        rules: 'head',
        columns: columns(
          ['date', 'Date', 80],
          ['name', 'Description', 220],
          ['amount', 'Charges', 90, 'right'],
          ['credit', 'Credits', 90, 'right'],
        ),
        rows: [
          ...till.sale.items.map((item) => ({
            cells: {
              date: till.other(addDays(till.sale.date, item.day - 4), 'MM/DD/YY'),
              name: item.name,
              amount: till.item(item, plain),
            },
          })),
          { cells: { name: 'Occupancy and sales tax', amount: till.tax(plain) } },
          {
            cells: {
              date: till.other(till.sale.date, 'MM/DD/YY'),
              name: 'VISA XXXX0042',
              credit: till.tendered(till.sale.total, plain),
            },
          },
        ],
      },
      gap(6),
      sums([
        ['Total charges', till.total(usd)],
        ['Balance due', till.info(0, usd)],
      ]),
    ],
  }),
};

/** Some of it is paid: the balance due is not the total. */
const deposit: SaleLayout = {
  name: 'us_balance_due',
  family: 'invoice',
  era: 'before',
  place: US,
  traits: ['partly-paid', 'balance-due', 'tax-on-top', 'coupon-below'],
  paid: false,
  wish: {
    merchants: ['Cedar & Sons Carpentry', 'Lone Star Landscaping'],
    goods: WORK,
    tax: 82,
    partlyPaid: true,
    items: [2, 5],
  },
  sheet: (till) => ({
    size: LETTER,
    margin: margins(56, 60),
    style: { face: 'sans', size: 9 },
    blocks: [
      side(
        [260, [text(till.sale.merchant, { bold: true, size: 14 }), text(['114 Timber Rd', till.sale.city])]],
        [
          220,
          [
            {
              type: 'pairs',
              width: 220,
              boxed: true,
              rows: [
                ['Invoice #', till.sale.number],
                ['Date', till.date('M/D/YYYY')],
                ['Due Date', till.other(till.sale.due, 'M/D/YYYY')],
                ['Balance Due', till.due(usd)],
              ],
            },
          ],
        ],
      ),
      gap(14),
      text(`Bill To: ${till.sale.customer}`),
      gap(8),
      grid(till, usd, ['Activity', 'Qty', 'Rate', 'Amount']),
      sums([
        ['SUBTOTAL', till.sum(plain)],
        ['TAX (8.2%)', till.tax(plain)],
        ['TOTAL', till.total(plain)],
        ['PAYMENT', till.tendered(till.sale.paidAlready, plain)],
        ['BALANCE DUE', till.due(usd)],
      ]),
      gap(30),
      text(
        '- - - - - - - - - - - - - - - - - Please detach and return with your payment - - - - - - - - - - - - - - - - -',
        { size: 7 },
      ),
      {
        type: 'pairs',
        width: 260,
        rows: [
          ['Amount enclosed', '$ ____________'],
          ['Balance due', till.due(usd)],
        ],
      },
    ],
  }),
};

/** A discount between two subtotals, tax after, unpaid. */
const discounted: SaleLayout = {
  name: 'us_subtotal_less_discount',
  family: 'invoice',
  era: 'before',
  place: US,
  traits: ['discount', 'two-subtotals', 'unpaid'],
  paid: false,
  wish: { merchants: ['Summit Heating & Air', 'Bluestem Consulting'], goods: WORK, tax: 70, discount: true },
  sheet: (till) => ({
    size: LETTER,
    margin: margins(60, 66),
    style: { face: 'serif', size: 10 },
    blocks: [
      text(till.sale.merchant, { bold: true, size: 15 }),
      text(`INVOICE ${till.sale.number}     DATE ${till.date('M/D/YY')}     CUSTOMER ${till.sale.customer}`),
      gap(14),
      grid(till, plain, ['DESCRIPTION', 'QTY', 'UNIT PRICE', 'TOTAL']),
      sums([
        ['SUBTOTAL', till.sum(plain)],
        ['DISCOUNT', till.discount(plain)],
        ['SUBTOTAL LESS DISCOUNT', till.later(till.sale.net, plain)],
        ['TAX RATE', '7.00%'],
        ['TOTAL TAX', till.tax(plain)],
        ['INVOICE TOTAL', till.total(usd)],
      ]),
      gap(12),
      text(
        `Terms: please pay by ${till.other(till.sale.due, 'M/D/YY')}. Overdue accounts are charged 1.5% a month.`,
      ),
    ],
  }),
};

export const orders: readonly SaleLayout[] = [webOrder, folio, deposit, discounted];
