import { A4, gap, margins, prose, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { AU, NZ } from '../places/english.js';
import { addressed, columns, grouped, inRuns, oneLine, smallPrint } from './parts.js';

const plain = MONEY.point;
const dollars: MoneyStyle = { ...MONEY.point, prefix: '$' };
const crdr: MoneyStyle = { ...dollars, negative: 'words', words: ['CR', 'DR'] };

/** Dates as "01 Mar", balances with CR, an opening row that bears the year, amounts on a wrapped entry's last line. */
const wattle: StatementLayout = {
  name: 'au_wattle_smart_access',
  family: 'oceania',
  era: 'before',
  place: AU,
  traits: [
    'debit-credit-columns',
    'balance-per-row',
    'cr-dr',
    'no-year-in-rows',
    'amount-on-last-line',
    'wrapped',
    'balances-in-rows',
    'page-totals',
    'over-new-year',
    'torn-rows',
  ],
  accounts: [{ count: [16, 46], overNewYear: true }],
  sheet: ({ book, random }) => ({
    size: A4,
    margin: margins(50, 48, 60),
    style: { face: 'sans', size: 9 },
    head: [text(`Statement 47  (Page {page} of {pages})`, { size: 8 }, 'right'), gap(4)],
    blocks: [
      side(
        [290, [text('Wattle Bank', { size: 18, bold: true }), gap(24), addressed(book, '5/88 Station St')]],
        [
          200,
          [
            {
              type: 'pairs',
              width: 200,
              boxed: true,
              rows: [
                ['Account Number', `06 2948 ${book.account.number.slice(0, 8)}`],
                ['Statement Period', `${book.from('D MMM YYYY')} - ${book.to('D MMM YYYY')}`],
                ['Closing Balance', book.closing(crdr)],
              ],
            },
          ],
        ],
      ),
      gap(20),
      text('Smart Access', { size: 16, bold: true }),
      prose(
        'Enjoy the convenience and security of withdrawing what you want, when you want. If this account has an attached overdraft limit or facility this is shown on the transaction page.',
      ),
      gap(10),
      {
        type: 'table',
        header: 'each-page',
        rules: 'rows',
        tearable: true,
        columns: columns(
          ['date', 'Date', 50, 'left', { top: true }],
          ['what', 'Transaction', 220, 'left', { wrap: true }],
          ['out', 'Debit', 65, 'right'],
          ['in', 'Credit', 70, 'right'],
          ['balance', 'Balance', 92, 'right'],
        ),
        rows: [
          {
            cells: {
              date: book.other(book.account.from, 'DD MMM'),
              what: `${book.account.from.slice(0, 4)} OPENING BALANCE`,
              balance: book.opening(crdr),
            },
            style: { bold: true },
          },
          ...book.entries.map((entry) => ({
            anchor: 'bottom' as const,
            cells: {
              date: book.date(entry, 'DD MMM'),
              what: entry.movement.lines,
              out: book.debit(entry, plain),
              in: book.credit(entry, dollars),
              balance: book.balance(entry, crdr),
            },
          })),
          {
            cells: {
              date: book.other(book.account.to, 'DD MMM'),
              what: `${book.account.to.slice(0, 4)} CLOSING BALANCE`,
              balance: book.closing(crdr),
            },
            style: { bold: true },
          },
        ],
      },
      gap(12),
      {
        type: 'table',
        header: 'once',
        rules: 'rows',
        columns: columns(
          ['a', 'Opening balance', 120],
          ['x', '-', 15],
          ['b', 'Total debits', 110],
          ['y', '+', 15],
          ['c', 'Total credits', 110],
          ['z', '=', 15],
          ['d', 'Closing balance', 110],
        ),
        rows: [
          {
            cells: {
              a: book.opening(crdr),
              b: book.totalOut(dollars),
              c: book.totalIn(dollars),
              d: book.closing(crdr),
            },
          },
        ],
      },
      ...smallPrint(random, '$'),
    ],
  }),
};

/** Dots between particulars and figures, the date once a day, carried and brought forward on each page. */
const eucalypt: StatementLayout = {
  name: 'au_eucalypt_classic',
  family: 'oceania',
  era: 'before',
  place: AU,
  traits: [
    'debit-credit-columns',
    'date-once-a-day',
    'dots',
    'balance-per-day',
    'carried-forward',
    'page-totals',
    'balances-in-box',
    'cr-dr',
  ],
  accounts: [{ count: [20, 50], crowded: true, without: ['foreign'] }],
  sheet: ({ book }) => {
    const runs = inRuns(book.entries, 22, 34);
    const balance: MoneyStyle = { ...plain, negative: 'words', words: ['Cr', 'Dr'] };
    return {
      size: A4,
      margin: margins(48, 50),
      style: { face: 'sans', size: 8.5 },
      blocks: runs.flatMap((entries, page) => {
        const before = book.entries[(entries[0]?.index ?? 0) - 1];
        const after = entries.at(-1);
        const last = page === runs.length - 1;
        return [
          ...(page > 0 ? [{ type: 'page' as const }] : []),
          text('EUCALYPT AUSTRALIA', { size: 14, bold: true }),
          text(
            `Classic Banking   BSB 084-${book.account.number.slice(0, 3)}   Account number ${grouped(book.account.number.slice(0, 9), 3)}   Statement number ${31 + page}`,
          ),
          ...(page === 0
            ? [
                gap(8),
                addressed(book, '19 Bourke Lane'),
                gap(8),
                {
                  type: 'pairs' as const,
                  width: 250,
                  boxed: true,
                  rows: [
                    ['Opening balance', book.opening({ ...balance, prefix: '$' })],
                    ['Total credits', book.totalIn(dollars)],
                    ['Total debits', book.totalOut(dollars)],
                    ['Closing balance', book.closing({ ...balance, prefix: '$' })],
                  ] as const,
                },
                gap(4),
                text(
                  `Statement starts ${book.from('D MMMM YYYY')}    Statement ends ${book.to('D MMMM YYYY')}`,
                ),
              ]
            : []),
          gap(8),
          {
            type: 'table' as const,
            header: 'each-page' as const,
            rules: 'head' as const,
            columns: columns(
              ['date', 'Date', 64],
              ['what', 'Particulars', 220, 'left', { wrap: true, dots: true }],
              ['out', 'Debits', 66, 'right'],
              ['in', 'Credits', 66, 'right'],
              ['balance', 'Balance', 84, 'right'],
            ),
            rows: [
              ...(page > 0 && before
                ? [{ cells: { what: 'Brought forward', balance: book.carried(before.balance, balance) } }]
                : []),
              ...entries.map((entry, index) => ({
                cells: {
                  date: book.startsDay(entry) || index === 0 ? book.date(entry, 'D MMM YYYY') : '',
                  what: oneLine(entry),
                  out: book.debit(entry, plain),
                  in: book.credit(entry, plain),
                  balance: book.endsDay(entry) ? book.balance(entry, balance) : '',
                },
              })),
              ...(!last && after
                ? [{ cells: { what: 'Carried forward', balance: book.carried(after.balance, balance) } }]
                : []),
            ],
          },
        ];
      }),
    };
  },
};

/** Particulars, code and reference in columns of their own; withdrawals and deposits; no year beside the day. */
const kakapo: StatementLayout = {
  name: 'nz_kakapo_freedom',
  family: 'oceania',
  era: 'before',
  place: NZ,
  traits: [
    'debit-credit-columns',
    'balance-per-row',
    'reference-column',
    'no-year-in-rows',
    'header-once',
    'type-column',
    'balances-in-rows',
    'shaded',
    'wobble',
  ],
  accounts: [{ count: [24, 64], wholeMonth: true }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(46, 44),
    style: { face: 'sans', size: 8 },
    foot: [text('Kakapo Bank Limited   0800 555 019   Page {page}', { size: 7 }, 'center')],
    blocks: [
      text('KAKAPO', { size: 18, bold: true, color: '#00704a', spacing: 1.5 }),
      gap(6),
      addressed(book, '12 Totara Street'),
      gap(10),
      text(
        `Freedom account   38-9014-0${book.account.number.slice(0, 6)}-00   ${book.from('DD MMMM YYYY')} to ${book.to('DD MMMM YYYY')}`,
        { bold: true },
      ),
      gap(8),
      {
        type: 'table',
        header: 'once',
        headFill: '#d5ebe2',
        stripe: '#f3f8f6',
        columns: columns(
          ['date', 'Date', 40],
          ['what', 'Transaction details', 150, 'left', { wrap: true }],
          ['code', 'Code', 50],
          ['ref', 'Reference', 70],
          ['out', 'Withdrawals', 62, 'right'],
          ['in', 'Deposits', 62, 'right'],
          ['balance', 'Balance', 68, 'right'],
        ),
        rows: [
          {
            cells: {
              date: book.other(book.account.from, 'DD MMM'),
              what: 'Opening balance',
              balance: book.opening(plain),
            },
          },
          ...book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'DD MMM'),
              what: oneLine(entry),
              code: entry.movement.kind.slice(0, 6).toUpperCase(),
              ref: entry.movement.reference.slice(0, 8),
              out: book.debit(entry, plain),
              in: book.credit(entry, plain),
              balance: book.balance(entry, plain),
            },
          })),
          {
            cells: {
              date: book.other(book.account.to, 'DD MMM'),
              what: 'Closing balance',
              balance: book.closing(plain),
            },
            style: { bold: true },
          },
        ],
      },
    ],
    manner: { wobble: 0.5 },
  }),
};

export const oceania: readonly StatementLayout[] = [wattle, eucalypt, kakapo];
