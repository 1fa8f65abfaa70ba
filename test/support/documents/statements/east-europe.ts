import { A4, gap, margins, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { GR, TR, UA } from '../places/europe.js';
import { addressed, columns, oneLine } from './parts.js';

/** Greek labels; debit and credit with a balance, a comma for decimals. */
const aegean: StatementLayout = {
  name: 'gr_aegean_trehoumenos',
  family: 'east-europe',
  era: 'before',
  place: GR,
  traits: [
    'debit-credit-columns',
    'decimal-comma',
    'dot-thousands',
    'balance-per-row',
    'non-latin',
    'balances-in-rows',
    'two-dates',
    'shaded',
  ],
  accounts: [{ count: [10, 30] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(50, 46),
    style: { face: 'inter', size: 8 },
    blocks: [
      text('ΤΡΑΠΕΖΑ ΑΙΓΑΙΟΥ', { size: 15, bold: true }),
      text(`ΚΙΝΗΣΗ ΛΟΓΑΡΙΑΣΜΟΥ   ${book.from('DD/MM/YYYY')} - ${book.to('DD/MM/YYYY')}   EUR`),
      addressed(book, 'Οδός Ερμού 44'),
      gap(8),
      {
        type: 'table',
        header: 'each-page',
        headFill: '#dfe9f5',
        columns: columns(
          ['date', 'Ημερομηνία', 66],
          ['value', 'Αξία', 62],
          ['what', 'Αιτιολογία', 150, 'left', { wrap: true }],
          ['out', 'Χρέωση', 70, 'right'],
          ['in', 'Πίστωση', 70, 'right'],
          ['balance', 'Υπόλοιπο', 80, 'right'],
        ),
        rows: [
          { cells: { what: 'ΥΠΟΛΟΙΠΟ ΕΚ ΜΕΤΑΦΟΡΑΣ', balance: book.opening(MONEY.comma) } },
          ...book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'DD/MM/YYYY'),
              value: book.valueDate(entry, 'DD/MM/YYYY'),
              what: oneLine(entry),
              out: book.debit(entry, MONEY.comma),
              in: book.credit(entry, MONEY.comma),
              balance: book.balance(entry, MONEY.comma),
            },
          })),
          { cells: { what: 'ΝΕΟ ΥΠΟΛΟΙΠΟ', balance: book.closing(MONEY.comma) } },
        ],
      },
    ],
  }),
};

/** Ukrainian labels, a real minus sign, narrow spaces, currency word behind. */
const dnipro: StatementLayout = {
  name: 'ua_dnipro_kartka',
  family: 'east-europe',
  era: 'before',
  place: UA,
  traits: [
    'signed-column',
    'decimal-comma',
    'nbsp-thousands',
    'balance-per-row',
    'non-latin',
    'newest-first',
    'balances-in-box',
    'unruled',
  ],
  accounts: [{ count: [12, 34] }],
  sheet: ({ book }) => {
    const hryvnia: MoneyStyle = { ...MONEY.commaNarrow, negative: 'unicode-minus', suffix: ' грн' };
    return {
      size: A4,
      margin: margins(50, 50),
      style: { face: 'inter', size: 8.5 },
      blocks: [
        text('Банк Дніпро', { size: 16, bold: true }),
        text(`Виписка за період ${book.from('DD.MM.YYYY')} – ${book.to('DD.MM.YYYY')}. Валюта рахунку: UAH`),
        {
          type: 'pairs',
          width: 320,
          rows: [
            ['Баланс на початок', book.opening(hryvnia)],
            ['Надходження', book.totalIn(hryvnia)],
            ['Витрати', book.totalOut(hryvnia, true)],
            ['Баланс на кінець', book.closing(hryvnia)],
          ],
        },
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          columns: columns(
            ['date', 'Дата', 80],
            ['what', 'Деталі операції', 190, 'left', { wrap: true }],
            ['amount', 'Сума', 100, 'right'],
            ['balance', 'Залишок', 110, 'right'],
          ),
          rows: [...book.entries].reverse().map((entry) => ({
            cells: {
              date: book.date(entry, 'DD.MM.YYYY'),
              what: oneLine(entry),
              amount: book.amount(entry, hryvnia),
              balance: book.balance(entry, hryvnia),
            },
          })),
        },
      ],
    };
  },
};

/** Turkish: balance before amount in the row, dates with slashes, a totals line. */
const bogaz: StatementLayout = {
  name: 'tr_bogaz_hesap',
  family: 'east-europe',
  era: 'before',
  place: TR,
  traits: [
    'signed-column',
    'decimal-comma',
    'dot-thousands',
    'balance-per-row',
    'non-latin',
    'reference-column',
    'rotated',
    'landscape',
    'balances-in-sentence',
  ],
  accounts: [{ count: [10, 30] }],
  sheet: ({ book }) => ({
    size: [841.89, 595.28],
    margin: margins(44, 50),
    style: { face: 'inter', size: 8.5 },
    blocks: [
      text('Boğaz Bankası A.Ş.', { size: 15, bold: true }),
      text(
        `Hesap Özeti ${book.from('DD/MM/YYYY')} - ${book.to('DD/MM/YYYY')}. Devreden bakiye ${book.opening(MONEY.comma)} TL, son bakiye ${book.closing(MONEY.comma)} TL.`,
      ),
      gap(8),
      {
        type: 'table',
        header: 'each-page',
        rules: 'grid',
        columns: columns(
          ['date', 'Tarih', 70],
          ['ref', 'Fiş No', 90],
          ['what', 'Açıklama', 330],
          ['amount', 'Tutar', 110, 'right'],
          ['balance', 'Bakiye', 120, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'DD/MM/YYYY'),
            ref: entry.movement.reference,
            what: oneLine(entry),
            amount: book.amount(entry, MONEY.comma),
            balance: book.balance(entry, MONEY.comma),
          },
        })),
      },
    ],
    manner: { rotate: 270 },
  }),
};

export const eastEurope: readonly StatementLayout[] = [aegean, dnipro, bogaz];
