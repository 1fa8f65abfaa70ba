import { A4, gap, margins, rule, side, text } from '../blocks.js';
import { addDays } from '../dates.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { GB } from '../places/english.js';
import { addressed, columns, grouped, oneLine } from './parts.js';

const plain = MONEY.point;
const pounds: MoneyStyle = { ...MONEY.point, prefix: '£' };

/** A building society's passbook-like sheet with a pound sign on every figure and an opening row. */
const dales: StatementLayout = {
  name: 'gb_dales_society',
  family: 'gb',
  era: 'before',
  place: GB,
  traits: [
    'debit-credit-columns',
    'balance-per-row',
    'symbol-per-amount',
    'ruled',
    'balances-in-rows',
    'balances-in-sentence',
    'columns-in-turn',
    'wrapped',
    'watermark',
  ],
  accounts: [{ count: [8, 26], wholeMonth: true }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(60, 56),
    style: { face: 'serif', size: 9.5 },
    blocks: [
      text('The Dales Building Society', { size: 18, bold: true }, 'center'),
      rule('#2f5d3a', 1.4),
      gap(12),
      addressed(book, 'Fell View Cottage'),
      gap(14),
      text(`Statement of account ${grouped(book.account.number, 3)}`, { bold: true }),
      text(
        `From ${book.from('D MMMM YYYY')} to ${book.to('D MMMM YYYY')}. The balance of your account on ${book.to('D MMMM YYYY')} was ${book.closing(pounds)}.`,
      ),
      gap(12),
      {
        type: 'table',
        header: 'each-page',
        rules: 'grid',
        columns: columns(
          ['date', 'Date', 78],
          ['what', 'Details', 175, 'left', { wrap: true }],
          ['out', 'Withdrawals', 75, 'right'],
          ['in', 'Receipts', 75, 'right'],
          ['balance', 'Balance', 80, 'right'],
        ),
        rows: [
          {
            cells: {
              date: book.other(book.account.from, 'DD MMM YYYY'),
              what: 'Opening balance',
              balance: book.opening(pounds),
            },
          },
          ...book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'DD MMM YYYY'),
              what: oneLine(entry),
              out: book.debit(entry, pounds),
              in: book.credit(entry, pounds),
              balance: book.balance(entry, pounds),
            },
          })),
          {
            cells: {
              date: book.other(book.account.to, 'DD MMM YYYY'),
              what: 'Closing balance',
              balance: book.closing(pounds),
            },
          },
        ],
      },
    ],
    manner: { order: 'columns', watermark: 'COPY' },
  }),
};

/** A charge card: month names without year, two dates, CR behind credits, spend by category in a box. */
const centurion: StatementLayout = {
  name: 'gb_sterling_charge_card',
  family: 'gb',
  era: 'before',
  place: GB,
  card: true,
  traits: [
    'card-summary',
    'cr-dr',
    'two-dates',
    'no-year-in-rows',
    'over-new-year',
    'foreign-second-line',
    'no-running-balance',
    'tiny',
    'instalments',
  ],
  accounts: [{ owed: true, count: [8, 30], overNewYear: true, must: ['foreign', 'payment'] }],
  sheet: ({ book }) => {
    const credit: MoneyStyle = { ...plain, negative: 'words', words: ['', 'CR'] };
    return {
      size: A4,
      margin: margins(44, 50),
      style: { face: 'sans', size: 7 },
      head: [
        side(
          [260, [text('Sterling Charge Card', { size: 13, bold: true })]],
          [230, [text(`Membership number xxxx-xxxxxx-${book.account.number.slice(-5)}`)]],
        ),
        gap(10),
      ],
      foot: [text('Page {page} of {pages}')],
      blocks: [
        text(`Statement of Account   ${book.from('D MMMM YYYY')} to ${book.to('D MMMM YYYY')}`, {
          bold: true,
          size: 9,
        }),
        gap(8),
        {
          type: 'table',
          header: 'once',
          rules: 'grid',
          columns: columns(
            ['a', ['Previous', 'Balance £'], 95, 'right'],
            ['b', ['Less Payments', 'and Credits £'], 100, 'right'],
            ['c', ['Plus New', 'Spend £'], 95, 'right'],
            ['d', ['Equals Closing', 'Balance £'], 100, 'right'],
            ['e', ['Minimum', 'Payment £'], 90, 'right'],
          ),
          rows: [
            {
              cells: {
                a: book.opening(plain),
                b: book.sectionTotal(book.incoming, plain),
                c: book.sectionTotal(book.outgoing, plain),
                d: book.closing(plain),
                e: book.info(2500, plain),
              },
            },
          ],
        },
        gap(6),
        text(
          `Please pay by ${book.other(addDays(book.account.to, 20), 'D MMMM YYYY')}. Credit limit £6,000.00. Rates: 27.9% p.a. on purchases, 29.9% p.a. on cash.`,
        ),
        gap(8),
        {
          type: 'table',
          header: 'each-page',
          columns: columns(
            ['t', ['Transaction', 'Date'], 56],
            ['p', ['Process', 'Date'], 56],
            ['what', 'Transaction Details', 260],
            ['amount', 'Amount £', 100, 'right'],
          ),
          rows: book.entries.map((entry) => ({
            cells: {
              t: book.date(entry, 'MMM D'),
              p: book.valueDate(entry, 'MMM D'),
              what: entry.movement.lines,
              amount: book.amount(entry, credit, true),
            },
          })),
        },
        gap(12),
        text('Instalment plans', { bold: true }),
        {
          type: 'table',
          header: 'once',
          rules: 'grid',
          columns: columns(
            ['a', 'Plan', 150],
            ['b', 'Started', 80],
            ['c', 'Original amount £', 90, 'right'],
            ['d', 'Remaining £', 80, 'right'],
            ['e', 'Payments left', 70, 'right'],
          ),
          rows: [
            {
              cells: {
                a: 'Laptop, 12 monthly instalments',
                b: '14 May 2021',
                c: '1,188.00',
                d: '495.00',
                e: '5 of 12',
              },
            },
          ],
        },
      ],
    };
  },
};

export const gbOthers: readonly StatementLayout[] = [dales, centurion];
