import { A4, gap, LETTER, margins, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { GB, NZ, US } from '../places/english.js';
import { DE } from '../places/europe.js';
import { columns, masked, oneLine } from './parts.js';

const plain = MONEY.point;
const dollars: MoneyStyle = { ...MONEY.point, prefix: '$' };

/** No opening figure: a running balance that begins with the first row. */
const noOpening: StatementLayout = {
  name: 'us_plain_no_opening',
  family: 'unproved',
  era: 'before',
  place: US,
  traits: ['no-opening', 'signed-column', 'balance-per-row', 'unruled'],
  accounts: [{ count: [8, 24] }],
  sheet: ({ book }) => ({
    size: LETTER,
    margin: margins(60, 60),
    style: { face: 'sans', size: 9 },
    blocks: [
      text('Quarry Street Bank', { size: 14, bold: true }),
      text(
        `Account activity ${book.from('MM/DD/YYYY')} - ${book.to('MM/DD/YYYY')}    Checking ${masked(book, '*')}`,
      ),
      gap(10),
      {
        type: 'table',
        header: 'each-page',
        columns: columns(
          ['date', 'Date', 72],
          ['what', 'Description', 250, 'left', { wrap: true }],
          ['amount', 'Amount', 80, 'right'],
          ['balance', 'Balance', 90, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'MM/DD/YYYY'),
            what: oneLine(entry),
            amount: book.amount(entry, dollars),
            balance: book.balance(entry, dollars),
          },
        })),
      },
    ],
  }),
};

/** An opening balance and rows, nothing at the end. */
const noClosing: StatementLayout = {
  name: 'gb_plain_no_closing',
  family: 'unproved',
  era: 'before',
  place: GB,
  traits: ['no-closing', 'debit-credit-columns', 'no-running-balance', 'ruled'],
  accounts: [{ count: [8, 24] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(60, 60),
    style: { face: 'sans', size: 9 },
    blocks: [
      text('Mercian Bank', { size: 14, bold: true }),
      text(
        `Statement ${book.from('D MMMM YYYY')} to ${book.to('D MMMM YYYY')}    All amounts in pounds sterling (£)`,
      ),
      text(`Balance brought forward: £${book.opening(plain)}`),
      gap(10),
      {
        type: 'table',
        header: 'each-page',
        rules: 'grid',
        columns: columns(
          ['date', 'Date', 78],
          ['what', 'Details', 220, 'left', { wrap: true }],
          ['out', 'Money out', 80, 'right'],
          ['in', 'Money in', 80, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'DD MMM YYYY'),
            what: oneLine(entry),
            out: book.debit(entry, plain),
            in: book.credit(entry, plain),
          },
        })),
      },
    ],
  }),
};

/** Rows and nothing else: no balances, no currency, a category behind the amount. */
const noBalances: StatementLayout = {
  name: 'xx_export_no_balances',
  family: 'unproved',
  era: 'before',
  place: NZ,
  currencyShown: false,
  traits: [
    'no-balances',
    'no-opening',
    'no-closing',
    'currency-not-shown',
    'signed-column',
    'column-after-amount',
    'iso-dates',
    'no-thousands',
  ],
  accounts: [{ count: [6, 24] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(60, 60),
    style: { face: 'sans', size: 9 },
    blocks: [
      text('Transactions', { size: 14, bold: true }),
      gap(10),
      {
        type: 'table',
        header: 'each-page',
        columns: columns(
          ['date', 'Date', 76],
          ['what', 'Description', 230, 'left', { wrap: true }],
          ['amount', 'Amount', 80, 'right'],
          ['category', 'Category', 80],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'YYYY-MM-DD'),
            what: oneLine(entry),
            amount: book.amount(entry, MONEY.pointPlain),
            category: entry.movement.category,
          },
        })),
      },
    ],
  }),
};

/** Days and months and no year on any page. */
const noYear: StatementLayout = {
  name: 'gb_plain_no_year',
  described: (lines) => lines.join(' ').slice(0, 40).trim(),
  family: 'unproved',
  era: 'before',
  place: GB,
  traits: [
    'no-year-anywhere',
    'debit-credit-columns',
    'balance-per-row',
    'balances-in-rows',
    'no-year-in-rows',
  ],
  accounts: [{ count: [8, 30], wholeMonth: true }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(60, 60),
    style: { face: 'mono', size: 8.5 },
    blocks: [
      text('SEVERN & WYE BANK', { bold: true }),
      text('CURRENT ACCOUNT STATEMENT  GBP'),
      gap(10),
      {
        type: 'table',
        header: 'each-page',
        columns: columns(
          ['date', 'Date', 54],
          ['what', 'Details', 214],
          ['out', 'Money out', 70, 'right'],
          ['in', 'Money in', 70, 'right'],
          ['balance', 'Balance', 76, 'right'],
        ),
        rows: [
          { cells: { what: 'Balance brought forward', balance: book.opening(plain) } },
          ...book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'DD MON'),
              what: oneLine(entry).slice(0, 40),
              out: book.debit(entry, plain),
              in: book.credit(entry, plain),
              balance: book.balance(entry, plain),
            },
          })),
          { cells: { what: 'Balance carried forward', balance: book.closing(plain) } },
        ],
      },
    ],
  }),
};

/** Twelve days in which every date could be read two ways, no month in words anywhere. */
const ambiguous: StatementLayout = {
  name: 'xx_plain_ambiguous_dates',
  family: 'unproved',
  era: 'before',
  place: NZ,
  traits: ['ambiguous-dates', 'signed-column', 'balance-per-row', 'balances-in-box', 'no-thousands'],
  accounts: [{ count: [5, 12], firstDaysOnly: true, without: ['salary'] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(60, 60),
    style: { face: 'sans', size: 9 },
    blocks: [
      text('Account report', { size: 14, bold: true }),
      {
        type: 'pairs',
        width: 260,
        boxed: true,
        rows: [
          ['Opening balance', book.opening(MONEY.pointPlain)],
          ['Closing balance', book.closing(MONEY.pointPlain)],
        ],
      },
      gap(10),
      {
        type: 'table',
        header: 'each-page',
        rules: 'rows',
        columns: columns(
          ['date', 'Date', 76],
          ['what', 'Description', 230, 'left', { wrap: true }],
          ['amount', 'Amount', 80, 'right'],
          ['balance', 'Balance', 80, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'DD/MM/YYYY'),
            what: oneLine(entry),
            amount: book.amount(entry, MONEY.pointPlain),
            balance: book.balance(entry, MONEY.pointPlain),
          },
        })),
      },
    ],
  }),
};

/** A table without titles, totals instead of balances. */
const totalsOnly: StatementLayout = {
  name: 'de_plain_totals_only',
  family: 'unproved',
  era: 'before',
  place: DE,
  traits: [
    'no-header',
    'no-balances',
    'signed-column',
    'decimal-comma',
    'dot-thousands',
    'page-totals',
    'unruled',
  ],
  accounts: [{ count: [8, 24] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(60, 60),
    style: { face: 'sans', size: 9 },
    blocks: [
      text('Umsatzübersicht', { size: 14, bold: true }),
      text(`${book.from('DD.MM.YYYY')} bis ${book.to('DD.MM.YYYY')}, alle Beträge in EUR`),
      gap(10),
      {
        type: 'table',
        header: 'none',
        columns: columns(
          ['date', '', 76],
          ['what', '', 270, 'left', { wrap: true }],
          ['amount', '', 90, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'DD.MM.YYYY'),
            what: oneLine(entry),
            amount: book.amount(entry, MONEY.comma),
          },
        })),
      },
      gap(8),
      text(
        `Summe Gutschriften ${book.totalIn(MONEY.comma)}     Summe Lastschriften ${book.totalOut(MONEY.comma, true)}`,
        { bold: true },
      ),
    ],
  }),
};

export const unproved: readonly StatementLayout[] = [
  noOpening,
  noClosing,
  noBalances,
  noYear,
  ambiguous,
  totalsOnly,
];
