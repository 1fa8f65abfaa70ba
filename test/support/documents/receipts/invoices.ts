import { A4, type Block, gap, LETTER, margins, prose, rule, side, text } from '../blocks.js';
import { addDays } from '../dates.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { AU, GB, IN, US } from '../places/english.js';
import { DE, FR, NL } from '../places/europe.js';
import { columns } from '../statements/parts.js';
import type { SaleLayout, Till } from './sale.js';

const plain = MONEY.point;
const comma = MONEY.comma;
const usd: MoneyStyle = { ...MONEY.point, prefix: '$' };
const pounds: MoneyStyle = { ...MONEY.point, prefix: '£' };
const WORK = [
  ['Design workshop', 300, 900],
  ['Boiler service', 90, 240],
  ['Website maintenance', 120, 480],
  ['Copper pipe 22mm', 20, 80],
  ['Labour (hours)', 45, 95],
  ['Call-out charge', 50, 110],
  ['Hosting, one month', 12, 60],
] as const;
const BOOKS = [
  ['The Salt Road (paperback)', 9, 16],
  ['Atlas of Small Islands', 22, 48],
  ['Harbour Lights, audio book', 12, 25],
  ['Board game: Tide & Timber', 30, 65],
  ['Card game: Five Foxes', 9, 19],
] as const;

const grid = (till: Till, style: MoneyStyle, titles: readonly [string, string, string, string]): Block => ({
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
const sums = (rows: readonly (readonly [string, string])[]): Block => ({
  type: 'pairs',
  indent: 260,
  width: 220,
  rows,
  boldLast: true,
});

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

/** Net, nineteen percent, gross; unpaid, with a date to pay by and bank details. */
const rechnung: SaleLayout = {
  name: 'de_rechnung',
  family: 'invoice',
  era: 'before',
  place: DE,
  traits: ['unpaid', 'decimal-comma', 'tax-on-top', 'bank-details'],
  paid: false,
  wish: {
    merchants: ['Elektro Brandt GmbH', 'Gartenbau Weiß'],
    goods: [
      ['Wartung Heizung', 80, 220],
      ['Anfahrt', 25, 60],
      ['Ersatzteil Pumpe', 60, 300],
      ['Arbeitsstunde Meister', 60, 95],
    ],
    tax: 190,
    items: [1, 4],
  },
  sheet: (till) => ({
    size: A4,
    margin: margins(60, 60),
    style: { face: 'sans', size: 9.5 },
    blocks: [
      text(till.sale.merchant, { bold: true, size: 14 }),
      gap(30),
      text([till.sale.customer, 'Lindenweg 7', `04109 ${till.sale.city}`]),
      gap(20),
      side(
        [
          240,
          [
            text(`Rechnung Nr. ${till.sale.date.slice(0, 4)}-${till.sale.number.slice(0, 4)}`, {
              bold: true,
              size: 13,
            }),
          ],
        ],
        [240, [text([`Rechnungsdatum: ${till.date('DD.MM.YYYY')}`, 'Kundennummer: 10442'], {}, 'right')]],
      ),
      gap(10),
      grid(till, comma, ['Bezeichnung', 'Menge', 'Einzelpreis', 'Gesamt EUR']),
      sums([
        ['Nettobetrag', `${till.sum(comma)} €`],
        ['zzgl. 19 % MwSt.', `${till.tax(comma)} €`],
        ['Rechnungsbetrag', `${till.total(comma)} €`],
      ]),
      gap(16),
      prose(
        `Bitte überweisen Sie den Betrag bis zum ${till.other(till.sale.due, 'DD.MM.YYYY')} auf unser Konto DE02 1203 0000 0000 2020 51. Bei Zahlung innerhalb von 8 Tagen gewähren wir 2 % Skonto.`,
      ),
      text('Steuernummer 12/345/67890   Amtsgericht Leipzig HRB 4711', { size: 7 }),
    ],
  }),
};

/** Total HT, TVA, total TTC, settled. */
const facture: SaleLayout = {
  name: 'fr_facture_acquittee',
  family: 'invoice',
  era: 'before',
  place: FR,
  traits: ['paid-stamp', 'decimal-comma', 'nbsp-thousands', 'tax-on-top'],
  paid: true,
  wish: {
    merchants: ['Atelier Lumen', 'Librairie Mollet'],
    goods: [
      ['Reliure cuir', 40, 180],
      ['Livre ancien', 30, 600],
      ['Encadrement', 60, 220],
      ['Livraison', 8, 20],
    ],
    tax: 200,
    items: [1, 4],
  },
  sheet: (till) => {
    const euro: MoneyStyle = { ...MONEY.commaNbsp, suffix: ' €' };
    return {
      size: A4,
      margin: margins(60, 60),
      style: { face: 'sans', size: 9 },
      blocks: [
        side(
          [
            260,
            [
              text(till.sale.merchant, { bold: true, size: 13 }),
              text(['12 rue des Arts', 'SIRET 732 829 320 00074']),
            ],
          ],
          [
            220,
            [
              text(`FACTURE N° F${till.sale.number}`, { bold: true }),
              text(`Date : ${till.date('D MMMM YYYY')}`),
              text(`Client : ${till.sale.customer}`),
            ],
          ],
        ),
        gap(20),
        grid(till, euro, ['Désignation', 'Qté', 'PU HT', 'Montant HT']),
        sums([
          ['Total HT', till.sum(euro)],
          ['TVA 20 %', till.tax(euro)],
          ['Total TTC', till.total(euro)],
        ]),
        gap(14),
        text(`Acquittée le ${till.other(addDays(till.sale.date, 3), 'DD/MM/YYYY')} par carte bancaire`, {
          bold: true,
        }),
        {
          type: 'pin',
          x: 300,
          y: 640,
          text: 'PAYÉ',
          angle: -18,
          style: { size: 40, bold: true, color: '#b03030' },
        },
      ],
    };
  },
};

/** A VAT invoice with its rates in a table and PAID across. */
const vatInvoice: SaleLayout = {
  name: 'gb_vat_invoice_paid',
  family: 'invoice',
  era: 'before',
  place: GB,
  traits: ['paid-stamp', 'tax-on-top', 'tax-table'],
  paid: true,
  wish: { merchants: ['Pennine Plumbing Ltd', 'Foxglove Studio'], goods: WORK, tax: 200, items: [1, 5] },
  sheet: (till) => ({
    size: A4,
    margin: margins(56, 56),
    style: { face: 'sans', size: 9 },
    blocks: [
      text(till.sale.merchant, { bold: true, size: 14 }),
      text('VAT Reg No. GB 823 4471 09'),
      gap(10),
      text('INVOICE', { size: 18, bold: true }, 'right'),
      {
        type: 'pairs',
        width: 240,
        valueAt: 100,
        rows: [
          ['Invoice number', `INV-${till.sale.number}`],
          ['Invoice date', till.date('DD MMMM YYYY')],
          ['Bill to', till.sale.customer],
        ],
      },
      gap(12),
      grid(till, pounds, ['Description', 'Quantity', 'Unit price', 'Amount']),
      sums([
        ['Net total', till.sum(pounds)],
        ['VAT @ 20%', till.tax(pounds)],
        ['Total due', till.total(pounds)],
        ['Paid with thanks', `-${till.tendered(till.sale.total, pounds)}`],
        ['Outstanding', till.info(0, pounds)],
      ]),
      gap(8),
      {
        type: 'table',
        header: 'once',
        rules: 'grid',
        columns: columns(['a', 'VAT rate', 80], ['b', 'Net', 90, 'right'], ['c', 'VAT', 90, 'right']),
        rows: [
          { cells: { a: '20.00%', b: till.info(till.sale.net, plain), c: till.info(till.sale.tax, plain) } },
        ],
      },
      {
        type: 'pin',
        x: 120,
        y: 600,
        text: 'PAID',
        angle: -24,
        style: { size: 56, bold: true, color: '#d9534f' },
      },
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

/** Money back: a credit note, its figures negative. */
const creditNote: SaleLayout = {
  name: 'gb_credit_note',
  family: 'invoice',
  era: 'before',
  place: GB,
  traits: ['credit-note', 'tax-on-top'],
  paid: null,
  wish: { merchants: ['Foxglove Studio', 'Westfield Hardware'], goods: WORK, tax: 200, items: [1, 2] },
  sheet: (till) => ({
    size: A4,
    margin: margins(60, 60),
    style: { face: 'sans', size: 9.5 },
    blocks: [
      text(till.sale.merchant, { bold: true, size: 14 }),
      text('CREDIT NOTE', { bold: true, size: 16 }),
      text([
        `Credit note number CN-${till.sale.number}`,
        `Date ${till.date('DD/MM/YYYY')}`,
        `Against invoice INV-${till.random.digits(5)}`,
      ]),
      gap(10),
      grid(till, pounds, ['Description', 'Qty', 'Price', 'Credit']),
      sums([
        ['Subtotal', till.sum(pounds)],
        ['VAT 20%', till.tax(pounds)],
        ['Total credit', till.total(pounds)],
      ]),
    ],
  }),
};

/** GST in two halves, amounts in lakh grouping, pending. */
const gst: SaleLayout = {
  name: 'in_gst_invoice',
  family: 'invoice',
  era: 'before',
  place: IN,
  traits: ['two-taxes', 'lakh', 'unpaid'],
  paid: false,
  wish: {
    merchants: ['Nilgiri Furniture Works', 'Kochi Print House'],
    goods: [
      ['Teak desk', 150, 600],
      ['Office chair', 80, 260],
      ['Visiting cards (box)', 6, 20],
      ['Banner printing', 20, 90],
    ],
    tax: 180,
    items: [1, 4],
  },
  sheet: (till) => {
    const half = Math.floor(till.sale.tax / 2);
    return {
      size: A4,
      margin: margins(50, 56),
      style: { face: 'sans', size: 9 },
      blocks: [
        text('TAX INVOICE', { bold: true, size: 13 }, 'center'),
        text([
          till.sale.merchant,
          'GSTIN 29ABCDE1234F1Z5',
          `Invoice No. ${till.sale.number}   Dated ${till.date('DD-MMM-YYYY')}   Status: PENDING`,
        ]),
        gap(8),
        grid(till, MONEY.lakh, ['Description of Goods', 'Qty', 'Rate', 'Amount']),
        sums([
          ['Taxable Value', till.sum(MONEY.lakh)],
          ['CGST 9%', till.info(half, MONEY.lakh)],
          ['SGST 9%', till.info(till.sale.tax - half, MONEY.lakh)],
          ['Total Tax', till.tax(MONEY.lakh)],
          ['Grand Total (INR)', till.total(MONEY.lakh)],
        ]),
      ],
    };
  },
};

/** Prices with tax inside on an invoice, "BTW" as a part of the total, paid through iDEAL. */
const factuur: SaleLayout = {
  name: 'nl_webshop_factuur',
  family: 'invoice',
  era: 'before',
  place: NL,
  traits: ['tax-included', 'decimal-comma', 'shipping', 'paid'],
  paid: true,
  wish: {
    merchants: ['De Spellenhoorn', 'Boekhandel Broese'],
    goods: [
      ['Bordspel Kolonie', 25, 55],
      ['Kaartspel Vossen', 8, 18],
      ['Roman (paperback)', 12, 25],
      ['Puzzel 500', 10, 20],
    ],
    tax: 210,
    included: true,
    shipping: true,
    items: [1, 4],
  },
  sheet: (till) => {
    const euro: MoneyStyle = { ...comma, prefix: '€ ' };
    return {
      size: A4,
      margin: margins(56, 60),
      style: { face: 'sans', size: 9 },
      blocks: [
        text(till.sale.merchant, { bold: true, size: 15 }),
        text([
          `Factuurnummer: ${till.sale.number}`,
          `Factuurdatum: ${till.date('D-M-YYYY')}`,
          `Klant: ${till.sale.customer}`,
        ]),
        gap(10),
        grid(till, euro, ['Omschrijving', 'Aantal', 'Prijs', 'Totaal']),
        sums([
          ['Subtotaal', till.sum(euro)],
          ['Verzendkosten', till.shipping(euro)],
          ['Totaal incl. btw', till.total(euro)],
          ['Waarvan 21% btw', till.tax(euro)],
        ]),
        gap(8),
        text(`Betaald via iDEAL op ${till.date('D-M-YYYY')}. U hoeft niets meer te doen.`),
      ],
    };
  },
};

/** Amounts include GST, due later. */
const taxInvoice: SaleLayout = {
  name: 'au_tax_invoice_due',
  family: 'invoice',
  era: 'before',
  place: AU,
  traits: ['tax-on-top', 'unpaid', 'payment-advice'],
  paid: false,
  wish: { merchants: ['Banksia Digital Pty Ltd', 'Coastal Physio'], goods: WORK, tax: 100, items: [1, 5] },
  sheet: (till) => ({
    size: A4,
    margin: margins(56, 56),
    style: { face: 'inter', size: 9 },
    blocks: [
      text('TAX INVOICE', { size: 20 }),
      side(
        [240, [text([till.sale.customer, till.sale.city])]],
        [
          240,
          [
            {
              type: 'pairs',
              width: 220,
              valueAt: 90,
              rows: [
                ['Invoice Date', till.date('D MMM YYYY')],
                ['Invoice Number', `INV-${till.sale.number}`],
                ['ABN', '51 824 753 556'],
                ['From', till.sale.merchant],
              ],
            },
          ],
        ],
      ),
      gap(12),
      grid(till, plain, ['Description', 'Quantity', 'Unit Price', 'Amount AUD']),
      sums([
        ['Subtotal', till.sum(plain)],
        ['TOTAL GST 10%', till.tax(plain)],
        ['TOTAL AUD', till.total(plain)],
      ]),
      gap(10),
      text(`Due Date: ${till.other(till.sale.due, 'D MMM YYYY')}`, { bold: true }),
      text('When paying, please quote the invoice number. BSB 062-948 Account 1044 7781'),
      gap(40),
      text('PAYMENT ADVICE', { bold: true, size: 13 }),
      {
        type: 'pairs',
        width: 260,
        rows: [
          ['Customer', till.sale.customer],
          ['Amount Due', till.info(till.sale.total, plain)],
          ['Amount Enclosed', '________'],
        ],
      },
    ],
  }),
};

export const invoices: readonly SaleLayout[] = [
  webOrder,
  folio,
  rechnung,
  facture,
  vatInvoice,
  deposit,
  discounted,
  creditNote,
  gst,
  factuur,
  taxInvoice,
];
