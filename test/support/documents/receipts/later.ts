import { A4, type Block, gap, margins, rule, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { CA, GB, IN, SG, US } from '../places/english.js';
import { DE, IT } from '../places/europe.js';
import { columns } from '../statements/parts.js';
import type { SaleLayout, Till } from './sale.js';

const plain = MONEY.point;
const comma = MONEY.comma;
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

const list = (till: Till, style: MoneyStyle, name = 150, amount = 60): Block => ({
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
      list(till, usd, 350, 100),
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
        list(till, plain, 135, 62),
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
        list(till, plain, 135, 60),
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

/** An invoice in two languages with net, tax and gross in one row of a table. */
const marktplatz: SaleLayout = {
  name: 'de_marktplatz_rechnung',
  family: 'invoice',
  era: 'after',
  place: DE,
  traits: ['tax-included', 'bilingual', 'decimal-comma', 'totals-in-a-row', 'paid'],
  paid: true,
  wish: {
    merchants: ['Spieleecke Berlin', 'Eulenbuch Versand'],
    goods: [
      ['Brettspiel Inselwelt', 24, 48],
      ['Kartenspiel Füchse', 8, 16],
      ['Würfelset', 6, 14],
      ['Roman gebunden', 18, 26],
    ],
    tax: 190,
    included: true,
    items: [1, 3],
  },
  sheet: (till) => {
    const euro: MoneyStyle = { ...comma, suffix: ' €' };
    return {
      size: A4,
      margin: margins(50, 50),
      style: { face: 'sans', size: 9 },
      blocks: [
        text('Rechnung / Invoice', { bold: true, size: 16 }),
        {
          type: 'pairs',
          width: 320,
          valueAt: 170,
          rows: [
            ['Verkauft von / Sold by', till.sale.merchant],
            ['Rechnungsnr. / Invoice no.', `INV-DE-${till.sale.number}`],
            ['Rechnungsdatum / Invoice date', till.date('DD.MM.YYYY')],
            ['Zahlbetrag / Total payable', till.total(euro)],
          ],
        },
        text('Bezahlt / Paid', { bold: true, color: '#1a7f37' }),
        gap(12),
        {
          type: 'table',
          header: 'once',
          rules: 'rows',
          columns: columns(
            ['name', 'Beschreibung', 200],
            ['q', 'Menge', 50, 'right'],
            ['u', ['Stückpreis', '(inkl. USt.)'], 90, 'right'],
            ['v', 'USt. %', 50, 'right'],
            ['amount', ['Zwischensumme', '(inkl. USt.)'], 100, 'right'],
          ),
          rows: till.sale.items.map((item) => ({
            cells: {
              name: item.name,
              q: String(item.quantity),
              u: till.unit(item, euro),
              v: '19 %',
              amount: till.item(item, euro),
            },
          })),
        },
        gap(8),
        {
          type: 'table',
          header: 'once',
          rules: 'grid',
          columns: columns(
            ['a', 'USt. %', 80],
            ['b', 'Netto', 110, 'right'],
            ['c', 'USt.', 110, 'right'],
            ['d', 'Gesamtpreis', 120, 'right'],
          ),
          rows: [
            {
              cells: {
                a: '19 %',
                b: till.info(till.sale.total - till.sale.tax, euro),
                c: till.tax(euro),
                d: till.total(euro),
              },
            },
          ],
        },
      ],
    };
  },
};

/** A telephone bill: last bill, payment, this month's charges; the amount due is collected later. */
const phone: SaleLayout = {
  name: 'gb_phone_bill',
  family: 'invoice',
  era: 'after',
  place: GB,
  traits: ['previous-balance', 'unpaid', 'direct-debit-later', 'tax-on-top'],
  paid: false,
  wish: {
    merchants: ['Fibrenet Broadband'],
    goods: [
      ['Monthly plan', 20, 38],
      ['Line rental', 12, 19],
      ['Calls outside your plan', 0.5, 9],
      ['Roaming day pass', 2, 6],
    ],
    tax: 200,
    items: [2, 4],
  },
  sheet: (till) => {
    const pounds: MoneyStyle = { ...plain, prefix: '£' };
    return {
      size: A4,
      margin: margins(56, 60),
      style: { face: 'sans', size: 9.5 },
      blocks: [
        text(till.sale.merchant, { bold: true, size: 17 }),
        text([
          `Bill date ${till.date('D MMMM YYYY')}`,
          `Account number ${till.sale.number}`,
          till.sale.customer,
        ]),
        gap(10),
        {
          type: 'pairs',
          width: 340,
          rows: [
            ['Your last bill', till.info(3899, pounds)],
            ['What you paid - thank you', `-${till.info(3899, pounds)}`],
            ['Balance brought forward', till.info(0, pounds)],
          ],
        },
        gap(8),
        text('This bill', { bold: true }),
        list(till, pounds, 260, 80),
        {
          type: 'pairs',
          width: 340,
          rows: [
            ['Total before VAT', till.sum(pounds)],
            ['VAT at 20%', till.tax(pounds)],
            ['Total for this bill', till.total(pounds)],
          ],
          boldLast: true,
        },
        gap(8),
        text(
          `We'll take ${till.info(till.sale.total, pounds)} by Direct Debit on or after ${till.other(till.sale.due, 'D MMMM YYYY')}.`,
        ),
      ],
    };
  },
};

/** Italian pro-forma with withheld duty stamp, comma decimals, payable by transfer. */
const parcella: SaleLayout = {
  name: 'it_fattura_saldo',
  family: 'invoice',
  era: 'after',
  place: IT,
  traits: ['decimal-comma', 'tax-on-top', 'unpaid'],
  paid: false,
  wish: {
    merchants: ['Studio Galli', 'Officine Rinaldi'],
    goods: [
      ['Consulenza grafica', 80, 400],
      ['Stampa cataloghi', 60, 300],
      ['Trasporto', 10, 40],
    ],
    tax: 220,
    items: [1, 3],
  },
  sheet: (till) => ({
    size: A4,
    margin: margins(56, 60),
    style: { face: 'serif', size: 10 },
    blocks: [
      text(till.sale.merchant, { bold: true, size: 14 }),
      text([
        `Fattura n. ${till.sale.number.slice(0, 3)}/${till.sale.date.slice(0, 4)} del ${till.date('DD/MM/YYYY')}`,
        `Spett.le ${till.sale.customer}`,
      ]),
      gap(10),
      {
        type: 'table',
        header: 'once',
        rules: 'rows',
        columns: columns(
          ['name', 'Descrizione', 220],
          ['q', 'Q.tà', 50, 'right'],
          ['u', 'Prezzo', 90, 'right'],
          ['amount', 'Importo €', 100, 'right'],
        ),
        rows: till.sale.items.map((item) => ({
          cells: {
            name: item.name,
            q: String(item.quantity),
            u: till.unit(item, comma),
            amount: till.item(item, comma),
          },
        })),
      },
      gap(6),
      {
        type: 'pairs',
        indent: 240,
        width: 220,
        rows: [
          ['Imponibile', till.sum(comma)],
          ['IVA 22%', till.tax(comma)],
          ['Totale fattura', `€ ${till.total(comma)}`],
        ],
        boldLast: true,
      },
      text(`Scadenza: ${till.other(till.sale.due, 'DD/MM/YYYY')}   IBAN IT60 X054 2811 1010 0000 0123 456`),
    ],
  }),
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
      list(till, plain, 130, 60),
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

export const laterSales: readonly SaleLayout[] = [ride, dhaba, pharmacy, marktplatz, phone, parcella, hawker];
