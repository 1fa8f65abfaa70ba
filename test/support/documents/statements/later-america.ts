import { gap, LETTER, margins, side, text } from '../blocks.js';
import { addDays } from '../dates.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import type { Entry } from '../pen.js';
import { CA, US } from '../places/english.js';
import { addressed, columns, oneLine } from './parts.js';

const plain = MONEY.point;
const usd: MoneyStyle = { ...MONEY.point, prefix: '$' };
const trailing: MoneyStyle = { ...MONEY.point, negative: 'trailing' };

/** A summary row for each account, then each account's activity with trailing minus signs and "MM-DD". */
const anchor: StatementLayout = {
  name: 'us_anchor_mutual',
  family: 'later-america',
  era: 'after',
  place: US,
  traits: [
    'several-accounts',
    'trailing-minus',
    'signed-column',
    'balance-per-row',
    'no-year-in-rows',
    'balances-in-rows',
    'balances-in-box',
  ],
  accounts: [{ count: [10, 26] }, { count: [3, 9], without: ['salary', 'rent', 'utility'] }],
  sheet: ({ books, book }) => {
    const names = ['EveryDay Checking', 'Membership Savings'];
    return {
      size: LETTER,
      margin: margins(44, 48),
      style: { face: 'sans', size: 8.5 },
      blocks: [
        text('Anchor Mutual Federal Credit Union', { bold: true, size: 14 }),
        text(
          `Statement Period ${book.from('MM/DD/YY')} - ${book.to('MM/DD/YY')}    Access No. ${book.account.number}`,
        ),
        gap(6),
        addressed(book, '1602 Mast St'),
        gap(10),
        text('Summary of your deposit accounts', { bold: true }),
        {
          type: 'table',
          header: 'once',
          rules: 'rows',
          columns: columns(
            ['name', '', 120],
            ['a', ['Previous', 'Balance'], 90, 'right'],
            ['b', ['Deposits/', 'Credits'], 90, 'right'],
            ['c', ['Withdrawals/', 'Debits'], 90, 'right'],
            ['d', ['Ending', 'Balance'], 90, 'right'],
          ),
          rows: books.map((each, index) => ({
            cells: {
              name: names[index] ?? '',
              a: each.opening(usd),
              b: each.totalIn(usd),
              c: each.totalOut(usd),
              d: each.closing(usd),
            },
          })),
        },
        ...books.flatMap((each, index) => [
          gap(14),
          text(`${names[index]} - 70${each.account.number.slice(0, 8)}`, { bold: true, size: 10 }),
          {
            type: 'table' as const,
            header: 'each-page' as const,
            rules: 'head' as const,
            columns: columns(
              ['date', 'Date', 50],
              ['what', 'Transaction Detail', 290, 'left', { wrap: true }],
              ['amount', 'Amount($)', 80, 'right'],
              ['balance', 'Balance($)', 80, 'right'],
            ),
            rows: [
              {
                cells: {
                  date: each.other(each.account.from, 'MM-DD'),
                  what: 'Beginning Balance',
                  balance: each.opening(plain),
                },
              },
              ...each.entries.map((entry) => ({
                cells: {
                  date: each.date(entry, 'MM-DD'),
                  what: oneLine(entry),
                  amount: each.amount(entry, trailing),
                  balance: each.balance(entry, trailing),
                },
              })),
              {
                cells: {
                  date: each.other(each.account.to, 'MM-DD'),
                  what: 'Ending Balance',
                  balance: each.closing(plain),
                },
              },
            ],
          },
        ]),
      ],
    };
  },
};

/** Spaced minus before credits, month names, a total line for each group. */
const mosaic: StatementLayout = {
  name: 'us_mosaic_card',
  family: 'later-america',
  era: 'after',
  place: US,
  card: true,
  traits: [
    'card-summary',
    'sections',
    'two-dates',
    'no-year-in-rows',
    'foreign-second-line',
    'symbol-per-amount',
    'no-running-balance',
    'over-new-year',
    'rate-table',
  ],
  accounts: [{ owed: true, overNewYear: true, count: [10, 30], must: ['payment', 'foreign', 'fee'] }],
  sheet: ({ book }) => {
    const spaced: MoneyStyle = { ...usd, negative: 'spaced-minus' };
    const of = (kinds: readonly string[]) =>
      book.entries.filter((entry) => kinds.includes(entry.movement.kind));
    const [fees, interest] = [of(['fee']), of(['interest'])];
    const bought = book.outgoing.filter((entry) => !fees.includes(entry) && !interest.includes(entry));
    const list = (title: string, entries: readonly Entry[], total: string) => [
      gap(8),
      text(title, { bold: true, size: 9.5 }),
      {
        type: 'table' as const,
        header: 'once' as const,
        rules: 'head' as const,
        columns: columns(
          ['t', 'Trans Date', 60],
          ['p', 'Post Date', 60],
          ['what', 'Description', 260],
          ['amount', 'Amount', 90, 'right'],
        ),
        rows: entries.map((entry) => ({
          cells: {
            t: book.date(entry, 'MMM D'),
            p: book.valueDate(entry, 'MMM D'),
            what: entry.movement.lines,
            amount: book.amount(entry, spaced, true),
          },
        })),
      },
      text(`${total}   ${book.sectionTotal(entries, usd)}`, { bold: true }),
    ];
    return {
      size: LETTER,
      margin: margins(44, 56),
      style: { face: 'sans', size: 8.5 },
      foot: [text('Page {page} of {pages}', { size: 7 }, 'right')],
      blocks: [
        text('Mosaic One Card', { size: 16, bold: true }),
        text(
          `${book.from('MMM D, YYYY')} - ${book.to('MMM D, YYYY')}  |  card ending in ${book.account.number.slice(-4)}`,
        ),
        gap(10),
        side(
          [
            250,
            [
              text('Payment Information', { bold: true }),
              {
                type: 'pairs',
                width: 230,
                rows: [
                  ['Payment Due Date', book.other(addDays(book.account.to, 25), 'MMM D, YYYY')],
                  ['New Balance', book.closing(usd)],
                  ['Minimum Payment Due', book.info(2500, usd)],
                ],
              },
            ],
          ],
          [
            250,
            [
              text('Account Summary', { bold: true }),
              {
                type: 'pairs',
                width: 240,
                rows: [
                  ['Previous Balance', book.opening(usd)],
                  ['Payments and Other Credits', `- ${book.sectionTotal(book.incoming, usd)}`],
                  ['Transactions', `+ ${book.sectionTotal(bought, usd)}`],
                  ['Fees Charged', `+ ${book.sectionTotal(fees, usd)}`],
                  ['Interest Charged', `+ ${book.sectionTotal(interest, usd)}`],
                  ['New Balance', `= ${book.closing(usd)}`],
                  ['Credit Limit', '$10,000.00'],
                  ['Available Credit (as of statement date)', book.info(765_432, usd)],
                ],
              },
            ],
          ],
        ),
        ...list(
          `${book.account.holder.toUpperCase()} #${book.account.number.slice(-4)}: Payments, Credits and Adjustments`,
          book.incoming,
          'Total Payments, Credits and Adjustments',
        ),
        ...list(
          `${book.account.holder.toUpperCase()} #${book.account.number.slice(-4)}: Transactions`,
          bought,
          'Total Transactions for This Period',
        ),
        ...list('Fees', fees, 'Total Fees for This Period'),
        ...list('Interest Charged', interest, 'Total Interest for This Period'),
        gap(8),
        {
          type: 'table',
          header: 'once',
          rules: 'grid',
          columns: columns(
            ['a', 'Type of Balance', 130],
            ['b', 'Annual Percentage Rate (APR)', 150, 'center'],
            ['c', 'Balance Subject to Interest Rate', 150, 'right'],
          ),
          rows: [
            { cells: { a: 'Purchases', b: '24.74% P', c: book.info(123_456, usd) } },
            { cells: { a: 'Cash Advances', b: '28.49% P', c: '$0.00' } },
          ],
        },
      ],
    };
  },
};

/** Description first, the date between the amounts and a balance that is printed now and then. */
const dominion: StatementLayout = {
  name: 'ca_dominion_unlimited',
  described: (lines) => lines.join(' ').slice(0, 36).trim(),
  family: 'later-america',
  era: 'after',
  place: CA,
  traits: [
    'debit-credit-columns',
    'balance-per-day',
    'no-year-in-rows',
    'balances-in-rows',
    'date-after-amount',
    'ruled',
  ],
  accounts: [{ count: [14, 40], crowded: true }],
  sheet: ({ book }) => ({
    size: LETTER,
    margin: margins(50, 50),
    style: { face: 'sans', size: 8.5 },
    blocks: [
      side(
        [
          280,
          [
            text('Dominion Trust', { bold: true, size: 15, color: '#1a6b2f' }),
            gap(8),
            addressed(book, '211 Wellington St'),
          ],
        ],
        [
          220,
          [
            text('Statement of Account', { bold: true, size: 11 }),
            text([
              `Branch No.  Account No.`,
              `0042        0042-${book.account.number.slice(0, 7)}`,
              `Statement From - To`,
              `${book.from('MMM DD/YY')} - ${book.to('MMM DD/YY')}`,
            ]),
          ],
        ],
      ),
      gap(12),
      {
        type: 'table',
        header: 'each-page',
        rules: 'grid',
        columns: columns(
          ['what', 'Description', 190],
          ['out', 'Withdrawals', 85, 'right'],
          ['in', 'Deposits', 85, 'right'],
          ['date', 'Date', 55, 'center'],
          ['balance', 'Balance', 90, 'right'],
        ),
        rows: [
          {
            cells: {
              what: 'STARTING BALANCE',
              date: book.other(book.account.from, 'MONDD'),
              balance: book.opening(plain),
            },
          },
          ...book.entries.map((entry) => ({
            cells: {
              what: oneLine(entry).slice(0, 36),
              out: book.debit(entry, plain),
              in: book.credit(entry, plain),
              date: book.date(entry, 'MONDD'),
              balance: book.endsDay(entry) ? book.balance(entry, plain) : '',
            },
          })),
          {
            cells: {
              what: 'CLOSING BALANCE',
              date: book.other(book.account.to, 'MONDD'),
              balance: book.closing(plain),
            },
          },
        ],
      },
    ],
  }),
};

export const laterAmerica: readonly StatementLayout[] = [anchor, mosaic, dominion];
