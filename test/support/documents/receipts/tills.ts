import { gap, margins, rule, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { AU, GB, US } from '../places/english.js';
import { columns } from '../statements/parts.js';
import { FOOD, ROLL, tillList, tillRows } from './parts.js';
import type { SaleLayout } from './sale.js';

const plain = MONEY.point;
const usd: MoneyStyle = { ...MONEY.point, prefix: '$' };

const GAMES = [
  ['Settlers Expansion', 18, 45],
  ['Dice Tower', 9, 30],
  ['Card Sleeves 100', 3, 8],
  ['Puzzle 1000 pcs', 11, 24],
  ['Trivia Night', 14, 32],
  ['Playing Mat', 15, 40],
  ['Chess Set', 20, 70],
  ['Party Deck', 6, 20],
] as const;

/** A till roll: discount, subtotal, tax, total, cash and change, reward points. */
const usTill: SaleLayout = {
  name: 'us_till_roll',
  family: 'receipt',
  era: 'before',
  place: US,
  traits: ['till-roll', 'discount', 'tendered-and-change', 'rewards'],
  paid: true,
  wish: {
    merchants: ['Game Grotto', 'Homestead Hardware', 'Paperback Planet'],
    goods: GAMES,
    tax: 83,
    discount: true,
  },
  sheet: (till) => {
    const cash = Math.ceil(till.sale.total / 2000) * 2000;
    return {
      size: ROLL,
      margin: margins(18, 14),
      style: { face: 'mono', size: 7.5 },
      blocks: [
        text(till.sale.merchant.toUpperCase(), { bold: true, size: 11 }, 'center'),
        text(['2210 MARKET ST', till.sale.city.toUpperCase(), '(555) 014-2231'], {}, 'center'),
        gap(4),
        text(`${till.date('MM/DD/YYYY')} 14:22  REG 03 TRN ${till.sale.number}`),
        rule(),
        tillList(till, plain),
        { type: 'pairs', width: 195, rows: [['MEMBER DISCOUNT', `-${till.discount(plain)}`]] },
        rule(),
        {
          type: 'pairs',
          width: 195,
          rows: [
            ['SUBTOTAL', till.later(till.sale.net, plain)],
            ['SALES TAX 8.3%', till.tax(plain)],
            ['TOTAL', till.total(usd)],
          ],
          boldLast: true,
        },
        {
          type: 'pairs',
          width: 195,
          rows: [
            ['CASH', till.tendered(cash, usd)],
            ['CHANGE', till.info(cash - till.sale.total, usd)],
          ],
        },
        gap(6),
        text(
          [
            `ITEMS SOLD ${till.sale.items.length}`,
            'YOU EARNED 42 POINTS. 500 POINTS = $5.00 OFF',
            'RETURNS WITHIN 30 DAYS WITH RECEIPT',
          ],
          {},
          'center',
        ),
      ],
    };
  },
};

/** A restaurant's check with tip and a table of suggested tips that nobody paid. */
const usRestaurant: SaleLayout = {
  name: 'us_restaurant_check',
  family: 'receipt',
  era: 'before',
  place: US,
  traits: ['tip', 'suggested-tips', 'card-payment'],
  paid: true,
  wish: { merchants: ['Blue Door Diner', 'Trattoria Lucca'], goods: FOOD, tax: 75, tip: true },
  sheet: (till) => ({
    size: ROLL,
    margin: margins(18, 14),
    style: { face: 'sans', size: 8 },
    blocks: [
      text(till.sale.merchant, { bold: true, size: 12 }, 'center'),
      text(
        [
          till.sale.city,
          `Server: Dana   Table 12   Guests: 3`,
          `${till.date('MMM D, YYYY')}  7:48 PM   Check #${till.sale.number}`,
        ],
        {},
        'center',
      ),
      rule(),
      tillList(till, plain),
      rule(),
      {
        type: 'pairs',
        width: 195,
        rows: [
          ['Subtotal', till.sum(usd)],
          ['Tax', till.tax(usd)],
          ['Tip', till.tip(usd)],
          ['Total', till.total(usd)],
        ],
        boldLast: true,
      },
      gap(4),
      text(`VISA ************4471  Approved  Amount charged ${till.tendered(till.sale.total, usd)}`, {
        size: 7,
      }),
      gap(6),
      text(
        [
          'Suggested gratuity:',
          `15% = ${till.info(Math.round(till.sale.sum * 0.15), usd)}   18% = ${till.info(Math.round(till.sale.sum * 0.18), usd)}   20% = ${till.info(Math.round(till.sale.sum * 0.2), usd)}`,
        ],
        { size: 7 },
        'center',
      ),
    ],
  }),
};

/** A ticket: seats, a booking fee among the items, VAT inside, paid by card. */
const cinema: SaleLayout = {
  name: 'gb_cinema_ticket',
  family: 'receipt',
  era: 'before',
  place: GB,
  traits: ['ticket', 'tax-included', 'event-date-noise'],
  paid: true,
  wish: {
    merchants: ['Odyssey Cinemas', 'Lantern Picture House'],
    goods: [
      ['Adult ticket', 11, 16],
      ['Child ticket', 7, 10],
      ['Booking fee', 0.8, 1.5],
      ['Large popcorn', 6, 9],
      ['Recliner upgrade', 3, 5],
    ],
    tax: 200,
    included: true,
    items: [2, 4],
  },
  sheet: (till) => {
    const pounds: MoneyStyle = { ...plain, prefix: '£' };
    return {
      size: [420, 300],
      margin: margins(24, 28),
      style: { face: 'inter', size: 9 },
      blocks: [
        text(till.sale.merchant, { bold: true, size: 15 }),
        text(`Your tickets: THE LAST LIGHTHOUSE (12A)   Screen 4   Row G seats 11-12   doors 19:15`),
        text(`Order ${till.sale.number}   Purchased ${till.date('D MMMM YYYY')}`),
        gap(6),
        {
          type: 'table',
          header: 'none',
          padding: 1,
          columns: columns(['name', '', 260], ['amount', '', 90, 'right']),
          rows: tillRows(till, pounds),
        },
        rule(),
        {
          type: 'pairs',
          width: 350,
          rows: [
            ['Total paid (Visa ending 0042)', till.total(pounds)],
            ['of which VAT at 20%', till.tax(pounds)],
          ],
        },
      ],
    };
  },
};

/** Cafe receipt with GST inside and an EFTPOS slip below that repeats the amount. */
const cafe: SaleLayout = {
  name: 'au_cafe_eftpos',
  family: 'receipt',
  era: 'before',
  place: AU,
  traits: ['tax-included', 'payment-slip-below'],
  paid: true,
  wish: {
    merchants: ['Flat White Society', 'Banh Mi Bay'],
    goods: FOOD,
    tax: 100,
    included: true,
    items: [1, 5],
  },
  sheet: (till) => ({
    size: ROLL,
    margin: margins(18, 14),
    style: { face: 'mono', size: 8 },
    blocks: [
      text([till.sale.merchant.toUpperCase(), 'ABN 33 051 775 556', 'TAX INVOICE'], {}, 'center'),
      text(`${till.date('DD/MM/YYYY')} 08:41  #${till.sale.number}`),
      tillList(till, usd),
      rule(),
      {
        type: 'pairs',
        width: 195,
        rows: [
          ['TOTAL (INC GST)', till.total(usd)],
          ['GST INCLUDED', till.tax(usd)],
        ],
      },
      gap(8),
      text([
        'EFTPOS',
        'CARD: xxxxxxxxxxxx0042 (c)',
        'AID: A0000000031010',
        `PURCHASE     AUD${till.tendered(till.sale.total, plain)}`,
        `TOTAL        AUD${till.info(till.sale.total, plain)}`,
        'APPROVED 00',
      ]),
    ],
  }),
};

export const tills: readonly SaleLayout[] = [usTill, usRestaurant, cinema, cafe];
