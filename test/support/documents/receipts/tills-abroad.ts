import { gap, margins, rule, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { CH, DE, ES } from '../places/europe.js';
import { JP } from '../places/world.js';
import { columns } from '../statements/parts.js';
import { FOOD, ROLL, tillList, tillRows } from './parts.js';
import type { SaleLayout } from './sale.js';

const plain = MONEY.point;
const comma = MONEY.comma;

const GROCERIES = [
  ['Vollmilch 3,5%', 0.9, 1.6],
  ['Bio Bananen', 1.2, 2.9],
  ['Roggenbrot', 2.2, 4.4],
  ['Butter 250g', 1.9, 3.2],
  ['Kaffee 500g', 4.9, 8.9],
  ['Äpfel 1kg', 2, 3.5],
  ['Spülmittel', 0.9, 2.5],
  ['Schokolade', 0.8, 2.6],
  ['Tomaten', 1.4, 3.3],
] as const;

/** A German till: prices with tax inside, letters for its rates, a table of net and gross below the sum. */
const kassenbon: SaleLayout = {
  name: 'de_kassenbon',
  family: 'receipt',
  era: 'before',
  place: DE,
  traits: ['till-roll', 'tax-included', 'decimal-comma', 'tendered-and-change', 'tax-table'],
  paid: true,
  wish: {
    merchants: ['Frischemarkt Böttcher', 'Kaufgut'],
    goods: GROCERIES,
    tax: 70,
    included: true,
    items: [4, 9],
  },
  sheet: (till) => {
    const cash = Math.ceil(till.sale.total / 1000) * 1000;
    return {
      size: ROLL,
      margin: margins(18, 14),
      style: { face: 'mono', size: 7.5 },
      blocks: [
        text(
          [
            till.sale.merchant.toUpperCase(),
            'Hauptstr. 12',
            `20095 ${till.sale.city}`,
            'UID Nr.: DE812706034',
          ],
          {},
          'center',
        ),
        text('EUR', {}, 'right'),
        {
          type: 'table',
          header: 'none',
          padding: 0.5,
          columns: columns(['name', '', 118], ['amount', '', 60, 'right'], ['mark', '', 18]),
          rows: tillRows(till, comma).map((row) => ({ ...row, cells: { ...row.cells, mark: 'B' } })),
        },
        rule(),
        {
          type: 'pairs',
          width: 178,
          rows: [['SUMME', `EUR ${till.total(comma)}`]],
          style: { bold: true, size: 9 },
        },
        {
          type: 'pairs',
          width: 178,
          rows: [
            ['Geg. BAR', `EUR ${till.tendered(cash, comma)}`],
            ['Rückgeld BAR', `EUR ${till.info(cash - till.sale.total, comma)}`],
          ],
        },
        gap(4),
        text('Steuer %      Netto      Steuer      Brutto'),
        text(
          `B= 7,0%  ${till.info(till.sale.total - till.sale.tax, comma)}   ${till.tax(comma)}   ${till.info(till.sale.total, comma)}`,
        ),
        gap(4),
        text(`Datum: ${till.date('DD.MM.YYYY')}  Uhrzeit: 18:07  Bon-Nr.: ${till.sale.number}`),
        text('Vielen Dank für Ihren Einkauf', {}, 'center'),
      ],
    };
  },
};

/** Swiss cash: the total is rounded to five centimes and the roundings printed. */
const rappen: SaleLayout = {
  name: 'ch_rounded_till',
  family: 'receipt',
  era: 'before',
  place: CH,
  traits: ['rounding', 'tax-included', 'till-roll'],
  paid: true,
  wish: {
    merchants: ['Confiserie Sprüng', 'Beiz zum Bären'],
    goods: FOOD,
    tax: 81,
    included: true,
    roundTo: 5,
  },
  sheet: (till) => ({
    size: ROLL,
    margin: margins(20, 16),
    style: { face: 'sans', size: 8 },
    blocks: [
      text(till.sale.merchant, { bold: true, size: 11 }),
      text([till.sale.city, `Quittung ${till.sale.number}   ${till.date('DD.MM.YYYY')}`]),
      rule(),
      tillList(till, plain, 130, 60),
      rule(),
      {
        type: 'pairs',
        width: 190,
        rows: [
          ['Zwischensumme', till.sum(plain)],
          ['Rundung', till.later(till.sale.rounding, plain)],
          ['Total CHF', till.total(plain)],
          ['TWINT', till.tendered(till.sale.total, plain)],
        ],
      },
      text(`inkl. MWST 8.1%: ${till.tax(plain)}   CHE-105.815.381 MWST`, { size: 7 }),
    ],
  }),
};

/** A Japanese receipt: no decimals, tax at ten percent inside, labels in a font the file only names. */
const ryoshusho: SaleLayout = {
  name: 'jp_receipt',
  family: 'receipt',
  era: 'before',
  place: JP,
  traits: ['non-latin', 'no-decimals', 'tax-included', 'tendered-and-change'],
  paid: true,
  wish: {
    merchants: ['居酒屋さくら', 'ラーメン一番'],
    goods: [
      ['醤油ラーメン', 6, 9],
      ['餃子', 3, 5],
      ['生ビール', 4, 6],
      ['枝豆', 2, 4],
      ['唐揚げ', 4, 7],
    ],
    tax: 100,
    included: true,
    items: [1, 4],
  },
  sheet: (till) => {
    const yen: MoneyStyle = { ...MONEY.whole, prefix: '¥' };
    const cash = Math.ceil(till.sale.total / 1000) * 1000;
    return {
      size: ROLL,
      margin: margins(20, 16),
      style: { face: 'japanese', size: 8.5 },
      blocks: [
        text(till.sale.merchant, { size: 12 }, 'center'),
        text('領収書', { size: 11 }, 'center'),
        text(`${till.date('YYYY年MM月DD日')} 20:15  No.${till.sale.number}`),
        rule(),
        tillList(till, yen, 125, 65),
        rule(),
        {
          type: 'pairs',
          width: 190,
          rows: [
            ['合計', till.total(yen)],
            ['(内消費税等10%', `${till.tax(yen)})`],
            ['お預り', till.tendered(cash, yen)],
            ['お釣り', till.info(cash - till.sale.total, yen)],
          ],
        },
      ],
    };
  },
};

/** Spanish bar: quantity, article, price, amount in four columns; base and IVA below. */
const ticket: SaleLayout = {
  name: 'es_ticket_bar',
  family: 'receipt',
  era: 'before',
  place: ES,
  traits: ['four-columns', 'decimal-comma', 'tax-included'],
  paid: null,
  wish: {
    merchants: ['Bar Manolo', 'Churrería San Roque'],
    goods: [
      ['Caña', 1.5, 2.5],
      ['Tortilla', 2.5, 4],
      ['Bocadillo calamares', 4, 6],
      ['Café con leche', 1.4, 2],
      ['Croquetas', 5, 9],
      ['Agua', 1, 2],
    ],
    tax: 100,
    included: true,
    items: [2, 6],
  },
  sheet: (till) => ({
    size: ROLL,
    margin: margins(20, 12),
    style: { face: 'mono', size: 7 },
    blocks: [
      text([
        till.sale.merchant.toUpperCase(),
        'NIF B12345674',
        `FACTURA SIMPLIFICADA T-${till.sale.number}`,
        till.date('DD/MM/YYYY'),
      ]),
      {
        type: 'table',
        header: 'once',
        rules: 'head',
        padding: 0.5,
        columns: columns(
          ['q', 'Uds', 24],
          ['name', 'Artículo', 92],
          ['unit', 'Precio', 42, 'right'],
          ['amount', 'Importe', 45, 'right'],
        ),
        rows: till.sale.items.map((item) => ({
          cells: {
            q: String(item.quantity),
            name: item.name,
            unit: till.unit(item, comma),
            amount: till.item(item, comma),
          },
        })),
      },
      gap(4),
      { type: 'pairs', width: 200, rows: [['TOTAL EUR', till.total(comma)]], style: { bold: true } },
      text(`Base 10%: ${till.info(till.sale.total - till.sale.tax, comma)}  Cuota IVA: ${till.tax(comma)}`),
    ],
  }),
};

export const tillsAbroad: readonly SaleLayout[] = [kassenbon, rappen, ryoshusho, ticket];
