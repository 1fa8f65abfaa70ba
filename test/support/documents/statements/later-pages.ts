import { gap, LETTER, margins, prose, rule, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import type { Entry } from '../pen.js';
import { US } from '../places/english.js';
import { columns, grouped, oneLine, smallPrint } from './parts.js';

const usd: MoneyStyle = { ...MONEY.point, prefix: '$' };
const trailing: MoneyStyle = { ...MONEY.point, negative: 'trailing' };

/** Transactions in two narrow tables side by side, to be read down the left first. */
const twoUp: StatementLayout = {
  name: 'us_two_up_card',
  described: (lines) => lines.join(' ').slice(0, 34).trim(),
  family: 'later-america',
  era: 'after',
  place: US,
  card: true,
  traits: [
    'two-up',
    'side-by-side',
    'card-summary',
    'no-year-in-rows',
    'no-running-balance',
    'tiny',
    'trailing-minus',
  ],
  accounts: [{ owed: true, count: [16, 40], must: ['payment'], without: ['foreign'] }],
  sheet: ({ book, random }) => {
    const half = Math.ceil(book.entries.length / 2);
    const part = (entries: readonly Entry[]) =>
      [
        252,
        [
          {
            type: 'table' as const,
            header: 'once' as const,
            rules: 'head' as const,
            columns: columns(
              ['date', 'Date', 34],
              ['what', 'Description', 148],
              ['amount', 'Amount ($)', 56, 'right'],
            ),
            rows: entries.map((entry) => ({
              cells: {
                date: book.date(entry, 'MM/DD'),
                what: oneLine(entry).slice(0, 34),
                amount: book.amount(entry, trailing, true),
              },
            })),
          },
        ],
      ] as const;
    return {
      size: LETTER,
      margin: margins(48, 52),
      style: { face: 'sans', size: 7 },
      blocks: [
        text('Warehouse Rewards Card', { size: 14, bold: true }),
        text(
          `Closing date ${book.to('MM/DD/YYYY')}    Billing period ${book.from('MM/DD/YYYY')} - ${book.to('MM/DD/YYYY')}`,
        ),
        gap(6),
        {
          type: 'pairs',
          width: 260,
          boxed: true,
          rows: [
            ['Previous balance', book.opening(usd)],
            ['Payments and credits', `-${book.sectionTotal(book.incoming, usd)}`],
            ['Purchases and charges', `+${book.sectionTotal(book.outgoing, usd)}`],
            ['New balance', book.closing(usd)],
          ],
        },
        gap(10),
        text('Transactions', { bold: true, size: 9 }),
        side(part(book.entries.slice(0, half)), part(book.entries.slice(half))),
        gap(10),
        rule(),
        prose(
          'Your rewards certificate of $212.40 will be issued once a year with your February billing statement.',
        ),
        ...smallPrint(random, '$', 6),
      ],
    };
  },
};

/** Hundreds of rows over many pages. */
const ledgerLong: StatementLayout = {
  name: 'us_longhorn_business',
  family: 'later-america',
  era: 'after',
  place: US,
  traits: [
    'long',
    'debit-credit-columns',
    'balance-per-row',
    'large',
    'balances-in-box',
    'header-once',
    'no-thousands',
    'by-word',
  ],
  accounts: [{ count: [150, 220], large: true, twins: 0.12 }],
  sheet: ({ book }) => ({
    size: LETTER,
    margin: margins(40, 44),
    style: { face: 'sans', size: 7.5 },
    foot: [text('Longhorn Commercial Bank  -  {page}/{pages}', { size: 6.5 }, 'center')],
    blocks: [
      text('Longhorn Commercial Bank - Business Analysis Checking', { bold: true, size: 12 }),
      text(`${grouped(book.account.number)}    ${book.from('MM/DD/YYYY')} - ${book.to('MM/DD/YYYY')}`),
      {
        type: 'pairs',
        width: 300,
        rows: [
          ['Opening ledger balance', book.opening(MONEY.pointPlain)],
          [`${book.incoming.length} credits`, book.totalIn(MONEY.pointPlain)],
          [`${book.outgoing.length} debits`, book.totalOut(MONEY.pointPlain)],
          ['Closing ledger balance', book.closing(MONEY.pointPlain)],
        ],
      },
      gap(8),
      {
        type: 'table',
        header: 'once',
        columns: columns(
          ['date', 'Date', 60],
          ['what', 'Description', 240, 'left', { wrap: true }],
          ['out', 'Debits', 70, 'right'],
          ['in', 'Credits', 70, 'right'],
          ['balance', 'Ledger Balance', 80, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'MM/DD/YYYY'),
            what: oneLine(entry),
            out: book.debit(entry, MONEY.pointPlain),
            in: book.credit(entry, MONEY.pointPlain),
            balance: book.balance(entry, MONEY.pointPlain),
          },
        })),
      },
    ],
    manner: { grain: 'word' },
  }),
};

export const laterPages: readonly StatementLayout[] = [twoUp, ledgerLong];
