import { A4, gap, margins, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { AU, GB, IN } from '../places/english.js';
import { columns } from '../statements/parts.js';
import { grid, sums, WORK } from './parts.js';
import type { SaleLayout } from './sale.js';

const plain = MONEY.point;
const pounds: MoneyStyle = { ...MONEY.point, prefix: '£' };

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

export const invoices: readonly SaleLayout[] = [vatInvoice, creditNote, gst, taxInvoice];
