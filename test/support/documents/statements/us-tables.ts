import { gap, LETTER, margins, prose, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { US } from '../places/english.js';
import { addressed, columns, grouped, oneLine, smallPrint } from './parts.js';

const usd: MoneyStyle = { ...MONEY.point, prefix: '$' };
const plain = MONEY.point;

/** One running table between "Beginning Balance" and "Ending Balance", dates without a year. */
const meadow: StatementLayout = {
  name: 'us_meadow_checking',
  family: 'us',
  era: 'before',
  place: US,
  traits: [
    'signed-column',
    'balance-per-row',
    'no-year-in-rows',
    'wrapped',
    'balances-in-rows',
    'balances-in-box',
    'legal-with-amounts',
    'unruled',
    'symbol-per-amount',
  ],
  accounts: [{ count: [14, 44] }],
  sheet: ({ book, random }) => ({
    size: LETTER,
    margin: margins(46, 50, 60),
    style: { face: 'sans', size: 8.5 },
    head: [
      text(`${book.from('MMMM DD, YYYY')} through ${book.to('MMMM DD, YYYY')}`, {}, 'right'),
      text(`Account Number: ${grouped(book.account.number)}`, { bold: true }, 'right'),
      gap(8),
    ],
    foot: [text('Page {page} of {pages}', { size: 7 }, 'right')],
    blocks: [
      text('MEADOW BANK', { size: 18, bold: true, color: '#0b4f8a' }),
      text(['Meadow Bank, N.A.', 'P O Box 182051', 'Columbus, OH 43218 - 2051'], { size: 7.5 }),
      gap(16),
      addressed(book, '2210 E Chestnut Ave Apt 4'),
      gap(18),
      text('CHECKING SUMMARY', { bold: true, size: 11 }),
      {
        type: 'pairs',
        width: 300,
        rows: [
          ['Beginning Balance', book.opening(usd)],
          ['Deposits and Additions', book.totalIn(plain)],
          ['Withdrawals', book.totalOut({ ...plain }, true)],
          ['Ending Balance', book.closing(usd)],
        ],
        boldLast: true,
      },
      gap(16),
      text('TRANSACTION DETAIL', { bold: true, size: 11 }),
      {
        type: 'table',
        header: 'each-page',
        rules: 'head',
        columns: columns(
          ['date', 'DATE', 50],
          ['what', 'DESCRIPTION', 290, 'left', { wrap: true }],
          ['amount', 'AMOUNT', 85, 'right'],
          ['balance', 'BALANCE', 85, 'right'],
        ),
        rows: [
          { cells: { what: 'Beginning Balance', balance: book.opening(usd) }, style: { bold: true } },
          ...book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'MM/DD'),
              what: oneLine(entry),
              amount: book.amount(entry, plain),
              balance: book.balance(entry, plain),
            },
          })),
          { cells: { what: 'Ending Balance', balance: book.closing(usd) }, style: { bold: true } },
        ],
      },
      ...smallPrint(random, '$'),
    ],
  }),
};

/** Additions and subtractions side by side; the balance only on a day's last row; totals below. */
const stagecoach: StatementLayout = {
  name: 'us_stagecoach_everyday',
  family: 'us',
  era: 'before',
  place: US,
  traits: [
    'debit-credit-columns',
    'balance-per-day',
    'no-year-in-rows',
    'wrapped',
    'reference-column',
    'balances-in-box',
    'page-totals',
    'by-word',
    'balances-in-rows',
  ],
  accounts: [{ count: [14, 40], crowded: true, must: ['cheque'] }],
  sheet: ({ book }) => ({
    size: LETTER,
    margin: margins(44, 48, 56),
    style: { face: 'serif', size: 9 },
    head: [
      text(`${book.other(book.account.to, 'MMMM D, YYYY')}  •  Page {page} of {pages}`, { size: 8 }),
      gap(12),
    ],
    blocks: [
      text('Stagecoach Everyday Checking', { size: 17, bold: true }),
      text(
        `Account number: ${book.account.number}  •  ${book.from('MMMM D, YYYY')} - ${book.to('MMMM D, YYYY')}`,
      ),
      gap(10),
      addressed(book, '4410 Juniper Dr'),
      gap(14),
      text('Statement period activity summary', { bold: true, size: 11 }),
      {
        type: 'pairs',
        width: 260,
        rows: [
          [`Beginning balance on ${book.other(book.account.from, 'M/D')}`, book.opening(usd)],
          ['Deposits/Additions', book.totalIn(plain)],
          ['Withdrawals/Subtractions', `- ${book.totalOut(plain)}`],
          [`Ending balance on ${book.other(book.account.to, 'M/D')}`, book.closing(usd)],
        ],
        boldLast: true,
      },
      gap(14),
      text('Transaction history', { bold: true, size: 13 }),
      {
        type: 'table',
        header: 'each-page',
        rules: 'rows',
        columns: columns(
          ['date', 'Date', 42],
          ['check', ['Check', 'Number'], 50],
          ['what', 'Description', 205, 'left', { wrap: true }],
          ['in', ['Deposits/', 'Additions'], 72, 'right'],
          ['out', ['Withdrawals/', 'Subtractions'], 76, 'right'],
          ['balance', ['Ending daily', 'balance'], 72, 'right'],
        ),
        rows: [
          ...book.entries.map((entry) => ({
            anchor: 'bottom' as const,
            cells: {
              date: book.date(entry, 'M/D'),
              check: entry.movement.cheque?.slice(0, 4) ?? '',
              what: oneLine(entry),
              in: book.credit(entry, plain),
              out: book.debit(entry, plain),
              balance: book.endsDay(entry) ? book.balance(entry, plain) : '',
            },
          })),
          {
            cells: {
              what: `Ending balance on ${book.other(book.account.to, 'M/D')}`,
              balance: book.closing(plain),
            },
            style: { bold: true },
          },
          {
            cells: { what: 'Totals', in: book.totalIn(usd), out: book.totalOut(usd) },
            style: { bold: true },
          },
        ],
      },
      gap(6),
      prose(
        'The Ending Daily Balance does not reflect any pending withdrawals or holds on deposited funds that may have been outstanding on your account when your transactions posted.',
        { size: 7 },
      ),
    ],
    manner: { grain: 'word' },
  }),
};

export const usTables: readonly StatementLayout[] = [meadow, stagecoach];
