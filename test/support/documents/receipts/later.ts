import { A4, gap, margins, rule, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { CA, IN, SG, US } from '../places/english.js';
import { goodsList } from './parts.js';
import type { SaleLayout } from './sale.js';

const plain = MONEY.point;
const usd: MoneyStyle = { ...MONEY.point, prefix: '$' };
const MENU = [
  ['Masala Dosa', 3, 6],
  ['Paneer Tikka', 6, 10],
  ['Butter Naan', 1, 2],
  ['Mango Lassi', 2, 4],
  ['Veg Thali', 5, 9],
  ['Filter Coffee', 1, 2],
] as const;
const RIDE = [
  ['Trip fare', 8, 32],
  ['Booking fee', 1.5, 3.5],
  ['Wait time', 0.3, 2],
  ['Tolls', 1, 7],
] as const;

/** The total first and large, the fare's parts after it. */
const ride: SaleLayout = {
  name: 'us_ride_receipt',
  family: 'receipt',
  era: 'after',
  place: US,
  traits: ['total-first', 'tip', 'card-payment'],
  paid: true,
  wish: { merchants: ['Zipcab'], goods: RIDE, tax: 0, tip: true, items: [2, 4] },
  sheet: (till) => ({
    size: A4,
    margin: margins(60, 70),
    style: { face: 'inter', size: 10 },
    blocks: [
      side(
        [300, [text(till.sale.merchant, { bold: true, size: 20 })]],
        [150, [text(till.date('MMMM D, YYYY'), {}, 'right')]],
      ),
      gap(14),
      text('Thanks for riding, Dana', { size: 18 }),
      { type: 'pairs', width: 450, style: { size: 16, bold: true }, rows: [['Total', till.total(usd)]] },
      rule(),
      goodsList(till, usd, 350, 100),
      {
        type: 'pairs',
        width: 450,
        rows: [
          ['Subtotal', till.sum(usd)],
          ['Tip', till.tip(usd)],
        ],
      },
      rule(),
      text(`Payments`, { bold: true }),
      {
        type: 'pairs',
        width: 450,
        rows: [[`Visa ••••0042  ${till.date('M/D/YY')} 9:14 PM`, till.tendered(till.sale.total, usd)]],
      },
      text('License plate 7KDX219   4.82 miles | 17 minutes   You rode with Marcus 4.97', { size: 8 }),
    ],
  }),
};

/** Two taxes and a service charge, a rounded total. */
const dhaba: SaleLayout = {
  name: 'in_restaurant_bill',
  family: 'receipt',
  era: 'after',
  place: IN,
  traits: ['two-taxes', 'rounding', 'till-roll'],
  paid: null,
  wish: { merchants: ['Udupi Sagar', 'Chai Point Cafe'], goods: MENU, tax: 50, roundTo: 100 },
  sheet: (till) => {
    const half = Math.floor(till.sale.tax / 2);
    return {
      size: [227, 600],
      margin: margins(16, 12),
      style: { face: 'mono', size: 7.5 },
      blocks: [
        text(
          [
            till.sale.merchant,
            till.sale.city,
            'GSTIN: 29AAACU1234F1ZK',
            `Bill No: ${till.sale.number}  Dt: ${till.date('DD/MM/YYYY')}`,
          ],
          {},
          'center',
        ),
        rule(),
        goodsList(till, plain, 135, 62),
        rule(),
        {
          type: 'pairs',
          width: 197,
          rows: [
            ['Sub Total', till.sum(plain)],
            ['CGST @2.5%', till.info(half, plain)],
            ['SGST @2.5%', till.info(till.sale.tax - half, plain)],
            ['Round off', till.later(till.sale.rounding, plain)],
            ['Grand Total Rs', till.total(plain)],
          ],
          boldLast: true,
        },
        text('Thank you! Visit again. FSSAI 11217332000123', {}, 'center'),
      ],
    };
  },
};

/** A pharmacy in Canada: two taxes on top, savings that were never charged, loyalty numbers. */
const pharmacy: SaleLayout = {
  name: 'ca_pharmacy_till',
  family: 'receipt',
  era: 'after',
  place: CA,
  traits: ['till-roll', 'savings-noise', 'rewards', 'tendered-and-change'],
  paid: true,
  wish: {
    merchants: ['Maple Leaf Drugs'],
    goods: [
      ['Vitamin D 1000IU', 7, 14],
      ['Toothpaste', 3, 6],
      ['Greeting card', 4, 7],
      ['Allergy relief', 12, 24],
      ['Shampoo', 6, 11],
    ],
    tax: 130,
    items: [2, 5],
  },
  sheet: (till) => {
    const cash = Math.ceil(till.sale.total / 2000) * 2000;
    return {
      size: [227, 620],
      margin: margins(18, 14),
      style: { face: 'mono', size: 7.5 },
      blocks: [
        text([till.sale.merchant.toUpperCase(), till.sale.city, 'HST # 10523 4411 RT0001'], {}, 'center'),
        goodsList(till, plain, 135, 60),
        text(`  YOU SAVED ${till.info(199, plain)}`),
        {
          type: 'pairs',
          width: 195,
          rows: [
            ['SUBTOTAL', till.sum(plain)],
            ['HST 13%', till.tax(plain)],
            ['TOTAL', till.total(usd)],
            ['CASH', till.tendered(cash, plain)],
            ['CHANGE DUE', till.info(cash - till.sale.total, plain)],
          ],
        },
        gap(4),
        text(
          [
            `${till.date('YYYY/MM/DD')} 12:02:33  #${till.sale.number}`,
            'OPTIMA POINTS 12,450   VALUE $10.00',
            'TOTAL SAVINGS $1.99',
          ],
          {},
          'center',
        ),
      ],
    };
  },
};

/** Hawker stall: service charge and GST among the lines, paid by a QR code. */
const hawker: SaleLayout = {
  name: 'sg_cafe_receipt',
  family: 'receipt',
  era: 'after',
  place: SG,
  traits: ['till-roll', 'tax-on-top', 'card-payment'],
  paid: true,
  wish: {
    merchants: ['Toast Box', 'Laksa House'],
    goods: [
      ['Kaya Toast Set', 4, 7],
      ['Laksa', 5, 9],
      ['Kopi', 1.4, 2.5],
      ['Teh Peng', 1.6, 3],
    ],
    tax: 90,
    items: [1, 4],
  },
  sheet: (till) => ({
    size: [227, 560],
    margin: margins(16, 14),
    style: { face: 'sans', size: 8 },
    blocks: [
      text(
        [till.sale.merchant.toUpperCase(), 'GST Reg No: M2-0012345-6', `${till.date('DD MMM YYYY')} 09:20`],
        {},
        'center',
      ),
      goodsList(till, plain, 130, 60),
      rule(),
      {
        type: 'pairs',
        width: 190,
        rows: [
          ['SUBTOTAL', till.sum(plain)],
          ['GST 9%', till.tax(plain)],
          ['TOTAL SGD', till.total(usd)],
          ['PAYNOW QR', till.tendered(till.sale.total, usd)],
        ],
      },
      text('Queue No. 47', { bold: true, size: 14 }, 'center'),
    ],
  }),
};

export const laterSales: readonly SaleLayout[] = [ride, dhaba, pharmacy, hawker];
