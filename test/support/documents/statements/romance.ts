import { A4, gap, margins, rule, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { ES, FR, IT } from '../places/europe.js';
import { addressed, columns, oneLine } from './parts.js';

/** Débit and crédit without running balance, day and month with a point, thousands apart by a no-break space. */
const hexagone: StatementLayout = {
  name: 'fr_hexagone_cheques',
  family: 'romance',
  era: 'before',
  place: FR,
  traits: [
    'debit-credit-columns',
    'decimal-comma',
    'nbsp-thousands',
    'no-year-in-rows',
    'two-dates',
    'no-running-balance',
    'balances-in-rows',
    'wrapped',
    'page-totals',
    'over-new-year',
    'ruled',
  ],
  accounts: [{ count: [12, 36], overNewYear: true }],
  sheet: ({ book }) => {
    const euro = MONEY.commaNbsp;
    return {
      size: A4,
      margin: margins(54, 50),
      style: { face: 'sans', size: 8.5 },
      foot: [
        text('HEXAGONE SA au capital de 2 499 597 122 euros - RCS Paris 662 042 449 - P. {page}/{pages}', {
          size: 6,
        }),
      ],
      blocks: [
        side(
          [280, [text('HEXAGONE', { size: 18, bold: true, color: '#008755' })]],
          [210, [addressed(book, '8 rue des Tanneurs')]],
        ),
        gap(16),
        text('RELEVE DE COMPTE CHEQUES', { bold: true, size: 12 }),
        text(`du ${book.from('D MMMM YYYY')} au ${book.to('D MMMM YYYY')}`),
        text(`RIB : 30004 00812 0000${book.account.number} 57    Monnaie du compte : EUR`),
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          rules: 'columns',
          columns: columns(
            ['date', 'Date', 42],
            ['what', 'Nature des opérations', 245],
            ['value', 'Valeur', 42],
            ['out', 'Débit', 78, 'right'],
            ['in', 'Crédit', 78, 'right'],
          ),
          rows: [
            {
              cells: {
                what: `SOLDE CREDITEUR AU ${book.other(book.account.from, 'DD.MM.YYYY')}`,
                in: book.opening(euro),
              },
              style: { bold: true },
            },
            ...book.entries.map((entry) => ({
              cells: {
                date: book.date(entry, 'DD.MM'),
                what: entry.movement.lines,
                value: book.valueDate(entry, 'DD.MM'),
                out: book.debit(entry, euro),
                in: book.credit(entry, euro),
              },
            })),
            {
              cells: { what: 'TOTAL DES OPERATIONS', out: book.totalOut(euro), in: book.totalIn(euro) },
              style: { bold: true },
            },
            {
              cells: {
                what: `SOLDE CREDITEUR AU ${book.other(book.account.to, 'DD.MM.YYYY')}`,
                in: book.closing(euro),
              },
              style: { bold: true },
            },
          ],
        },
      ],
    };
  },
};

/** F. Operación and F. Valor, signed movements with the euro sign behind, balance in each row, newest first. */
const castilla: StatementLayout = {
  name: 'es_castilla_cuenta',
  family: 'romance',
  era: 'before',
  place: ES,
  traits: [
    'signed-column',
    'decimal-comma',
    'dot-thousands',
    'two-dates',
    'balance-per-row',
    'newest-first',
    'symbol-per-amount',
    'shaded',
    'landscape',
    'balances-in-box',
  ],
  accounts: [{ count: [12, 44] }],
  sheet: ({ book }) => {
    const euro: MoneyStyle = { ...MONEY.comma, suffix: ' €' };
    return {
      size: [841.89, 595.28],
      margin: margins(40, 50),
      style: { face: 'sans', size: 8.5 },
      blocks: [
        text('Banco Castilla', { size: 16, bold: true, color: '#004481' }),
        side(
          [370, [addressed(book, 'C/ Mayor 23, 2º B')]],
          [
            370,
            [
              {
                type: 'pairs',
                width: 300,
                rows: [
                  ['Saldo inicial', book.opening(euro)],
                  ['Saldo final', book.closing(euro)],
                  ['Periodo', `${book.from('DD/MM/YYYY')} - ${book.to('DD/MM/YYYY')}`],
                  ['IBAN', `ES91 2100 0418 45 ${book.account.number}`],
                ],
              },
            ],
          ],
        ),
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          headFill: '#004481',
          headStyle: { color: '#ffffff' },
          stripe: '#f2f6fa',
          columns: columns(
            ['date', 'F. Operación', 80],
            ['value', 'F. Valor', 80],
            ['what', 'Concepto', 310, 'left', { wrap: true }],
            ['amount', 'Importe', 110, 'right'],
            ['balance', 'Saldo', 120, 'right'],
          ),
          rows: [...book.entries].reverse().map((entry) => ({
            cells: {
              date: book.date(entry, 'DD/MM/YYYY'),
              value: book.valueDate(entry, 'DD/MM/YYYY'),
              what: oneLine(entry),
              amount: book.amount(entry, euro),
              balance: book.balance(entry, euro),
            },
          })),
        },
      ],
    };
  },
};

/** Dare and Avere, the balance as a first and a last row in their columns, amounts before a long description. */
const lombarda: StatementLayout = {
  name: 'it_lombarda_conto',
  family: 'romance',
  era: 'before',
  place: IT,
  traits: [
    'debit-credit-columns',
    'amount-before-description',
    'decimal-comma',
    'dot-thousands',
    'two-dates',
    'no-running-balance',
    'balances-in-rows',
    'wrapped',
    'rotated',
  ],
  accounts: [{ count: [10, 30] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(50, 48),
    style: { face: 'serif', size: 9 },
    blocks: [
      text('BANCA LOMBARDA DEL LAGO', { size: 15, bold: true }),
      text(`Estratto conto al ${book.to('DD/MM/YYYY')}     Dal ${book.from('DD/MM/YYYY')}     EUR`),
      addressed(book, 'Via Garibaldi 12'),
      gap(10),
      rule('#7a0019'),
      {
        type: 'table',
        header: 'each-page',
        rules: 'rows',
        columns: columns(
          ['date', 'Data', 62],
          ['value', 'Valuta', 62],
          ['out', 'Dare', 74, 'right'],
          ['in', 'Avere', 74, 'right'],
          ['what', 'Descrizione delle operazioni', 220, 'left', { wrap: true }],
        ),
        rows: [
          {
            cells: {
              date: book.other(book.account.from, 'DD/MM/YYYY'),
              in: book.opening(MONEY.comma),
              what: 'Saldo iniziale',
            },
          },
          ...book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'DD/MM/YYYY'),
              value: book.valueDate(entry, 'DD/MM/YYYY'),
              out: book.debit(entry, MONEY.comma),
              in: book.credit(entry, MONEY.comma),
              what: entry.movement.lines,
            },
          })),
          {
            cells: {
              date: book.other(book.account.to, 'DD/MM/YYYY'),
              in: book.closing(MONEY.comma),
              what: 'Saldo finale',
            },
          },
        ],
      },
    ],
    manner: { rotate: 90 },
  }),
};

export const romance: readonly StatementLayout[] = [hexagone, castilla, lombarda];
