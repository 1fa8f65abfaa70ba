import { A4, gap, margins, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { GB } from '../places/english.js';
import { DE, IT } from '../places/europe.js';
import { columns } from '../statements/parts.js';
import { goodsList } from './parts.js';
import type { SaleLayout } from './sale.js';

const plain = MONEY.point;
const comma = MONEY.comma;

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
        goodsList(till, pounds, 260, 80),
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

export const laterInvoices: readonly SaleLayout[] = [marktplatz, phone, parcella];
