import { A4, gap, margins, rule, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { AE, US } from '../places/english.js';
import { JP } from '../places/world.js';
import { addressed, columns, grouped, oneLine } from './parts.js';

const plain = MONEY.point;

/** Two-digit years first, half-width labels, stars before amounts that can't be altered by hand. */
const minato: StatementLayout = {
  name: 'jp_minato_passbook',
  family: 'later-world',
  era: 'after',
  place: JP,
  traits: [
    'no-decimals',
    'non-latin',
    'unembedded-font',
    'balance-per-row',
    'debit-credit-columns',
    'symbol-per-amount',
    'balances-in-rows',
  ],
  accounts: [{ count: [12, 30], wholeMonth: true }],
  sheet: ({ book }) => {
    const star: MoneyStyle = { ...MONEY.whole, prefix: '*' };
    return {
      size: A4,
      margin: margins(60, 60),
      style: { face: 'japanese', size: 9 },
      blocks: [
        text('みなと信用金庫　普通預金通帳', { size: 13 }),
        text(
          `${book.account.holder} 様   ${book.from('YYYY年MM月DD日')}から${book.to('YYYY年MM月DD日')}まで`,
        ),
        rule(),
        {
          type: 'table',
          header: 'each-page',
          rules: 'columns',
          columns: columns(
            ['date', '年月日', 74],
            ['out', 'お支払金額', 84, 'right'],
            ['in', 'お預り金額', 84, 'right'],
            ['what', '摘要', 150],
            ['balance', '差引残高', 84, 'right'],
          ),
          rows: [
            {
              cells: {
                date: book.other(book.account.from, 'YYYY-MM-DD'),
                what: '繰越',
                balance: book.opening(star),
              },
            },
            ...book.entries.map((entry) => ({
              cells: {
                date: book.date(entry, 'YYYY-MM-DD'),
                out: book.debit(entry, star),
                in: book.credit(entry, star),
                what: oneLine(entry),
                balance: book.balance(entry, star),
              },
            })),
            { cells: { what: '次頁へ繰越', balance: book.closing(star) } },
          ],
        },
      ],
    };
  },
};

/** Two scripts for each label, from the right and from the left; figures in between. */
const oasis: StatementLayout = {
  name: 'ae_oasis_bilingual',
  family: 'later-world',
  era: 'after',
  place: AE,
  traits: [
    'non-latin',
    'unembedded-font',
    'debit-credit-columns',
    'balance-per-row',
    'balances-in-rows',
    'cr-dr',
    'two-dates',
  ],
  accounts: [{ count: [10, 28] }],
  sheet: ({ book }) => {
    const cr: MoneyStyle = { ...plain, negative: 'words', words: ['CR', 'DR'] };
    return {
      size: A4,
      margin: margins(50, 44),
      style: { face: 'unembedded', size: 8.5 },
      blocks: [
        text('Oasis Bank   بنك الواحة', { size: 14 }),
        text('Statement of Account   كشف حساب'),
        text(
          `From ${book.from('DD/MM/YYYY')} To ${book.to('DD/MM/YYYY')}   AED   ${grouped(book.account.number)}`,
        ),
        gap(8),
        {
          type: 'table',
          header: 'each-page',
          rules: 'grid',
          columns: columns(
            ['date', ['Date', 'التاريخ'], 66],
            ['what', ['Description', 'الوصف'], 160, 'left', { wrap: true }],
            ['value', ['Value Date', 'تاريخ القيمة'], 66],
            ['out', ['Debit', 'مدين'], 66, 'right'],
            ['in', ['Credit', 'دائن'], 66, 'right'],
            ['balance', ['Balance', 'الرصيد'], 84, 'right'],
          ),
          rows: [
            { cells: { what: 'Balance Brought Forward', balance: book.opening(cr) } },
            ...book.entries.map((entry) => ({
              cells: {
                date: book.date(entry, 'DD/MM/YYYY'),
                what: oneLine(entry),
                value: book.valueDate(entry, 'DD/MM/YYYY'),
                out: book.debit(entry, plain),
                in: book.credit(entry, plain),
                balance: book.balance(entry, cr),
              },
            })),
            { cells: { what: 'Closing Balance', balance: book.closing(cr) } },
          ],
        },
      ],
    };
  },
};

/** Totals and balances, and not one transaction. */
const summaryOnly: StatementLayout = {
  name: 'us_summary_only',
  family: 'later-world',
  era: 'after',
  place: US,
  traits: ['summary-only', 'balances-in-box'],
  accounts: [{ count: [0, 0] }],
  sheet: ({ book, random }) => ({
    size: A4,
    margin: margins(60, 60),
    style: { face: 'sans', size: 10 },
    blocks: [
      text('First Pacific Savings', { bold: true, size: 16 }),
      addressed(book, '9 Kelp St'),
      text(`Statement period ${book.from('MM/DD/YYYY')} - ${book.to('MM/DD/YYYY')}`),
      {
        type: 'pairs',
        width: 300,
        rows: [
          ['Beginning balance', book.opening({ ...plain, prefix: '$' })],
          ['Deposits', '$0.00'],
          ['Withdrawals', '$0.00'],
          ['Ending balance', book.closing({ ...plain, prefix: '$' })],
        ],
      },
      gap(10),
      text(`There was no activity on this account. Customer number ${random.digits(9)}.`),
    ],
  }),
};

export const laterScripts: readonly StatementLayout[] = [minato, oasis, summaryOnly];
