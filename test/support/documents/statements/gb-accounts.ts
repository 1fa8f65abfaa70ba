import { A4, gap, margins, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { GB } from '../places/english.js';
import { addressed, columns, inRuns, smallPrint } from './parts.js';

const plain = MONEY.point;
const pounds: MoneyStyle = { ...MONEY.point, prefix: '£' };
/** Overdrawn balances carry a D. */
const balanceD: MoneyStyle = { ...plain, negative: 'words', words: ['', 'D'] };

/** Date on a day's first row, type codes, amount on the description's last line, balance at a day's end, carried over pages by hand. */
const thames: StatementLayout = {
  name: 'gb_thames_current',
  family: 'gb',
  era: 'before',
  place: GB,
  traits: [
    'debit-credit-columns',
    'date-once-a-day',
    'balance-per-day',
    'amount-on-last-line',
    'carried-forward',
    'balances-in-rows',
    'balances-in-box',
    'wrapped',
    'type-column',
    'overdrawn',
    'shaded',
  ],
  accounts: [{ count: [18, 46], crowded: true, overdrawn: true }],
  sheet: ({ book }) => {
    const cols = columns(
      ['date', 'Date', 60, 'left', { top: true }],
      ['type', '', 28, 'left', { top: true }],
      ['what', 'Payment type and details', 200, 'left', { wrap: true }],
      ['out', 'Paid out', 72, 'right'],
      ['in', 'Paid in', 72, 'right'],
      ['balance', 'Balance', 78, 'right'],
    );
    const pages = inRuns(book.entries, 11, 20);
    const carried = (before: number) =>
      before < 0 ? book.account.opening : (book.entries[before]?.balance ?? 0);
    return {
      size: A4,
      margin: margins(40, 42, 56),
      style: { face: 'sans', size: 8.5 },
      foot: [text('Thames Bank plc. Registered in England number 14259. Page {page}', { size: 6.5 })],
      blocks: pages.flatMap((entries, page) => {
        const start = (entries[0]?.index ?? 0) - 1;
        const last = page === pages.length - 1;
        return [
          ...(page > 0 ? [{ type: 'page' as const }] : []),
          text('THAMES', { size: 20, bold: true, color: '#a00020' }),
          ...(page === 0
            ? [
                gap(10),
                addressed(book, 'Flat 3, 20 Mill Lane'),
                gap(12),
                text(`${book.from('D MMMM')} to ${book.to('D MMMM YYYY')}`, { size: 12 }),
                gap(6),
                side(
                  [260, [text('Your Statement', { size: 16 })]],
                  [
                    250,
                    [
                      {
                        type: 'pairs' as const,
                        width: 230,
                        boxed: true,
                        rows: [
                          ['Opening Balance', book.opening(balanceD)],
                          ['Payments In', book.totalIn(plain)],
                          ['Payments Out', book.totalOut(plain)],
                          ['Closing Balance', book.closing(balanceD)],
                        ] as const,
                      },
                    ],
                  ],
                ),
              ]
            : []),
          gap(8),
          text(
            `Account Name ${book.account.holder}    Sortcode 40-11-${book.account.number.slice(0, 2)}    Account Number ${book.account.number.slice(0, 8)}    Sheet Number ${140 + page}`,
          ),
          gap(6),
          text(`Your Bank Account details`, { bold: true }),
          {
            type: 'table' as const,
            header: 'each-page' as const,
            headFill: '#e3e3e3',
            columns: cols,
            rows: [
              {
                cells: {
                  date: page === 0 ? book.other(book.account.from, 'DD MMM YY') : '',
                  what: 'BALANCE BROUGHT FORWARD',
                  balance: page === 0 ? book.opening(balanceD) : book.carried(carried(start), balanceD),
                },
                style: { bold: true },
              },
              ...entries.map((entry, index) => ({
                anchor: 'bottom' as const,
                cells: {
                  date: book.startsDay(entry) || index === 0 ? book.date(entry, 'DD MMM YY') : '',
                  type: entry.movement.amount > 0 ? 'CR' : entry.movement.kind === 'utility' ? 'DD' : 'VIS',
                  what: entry.movement.lines,
                  out: book.debit(entry, plain),
                  in: book.credit(entry, plain),
                  balance: book.endsDay(entry) ? book.balance(entry, balanceD) : '',
                },
              })),
              {
                cells: {
                  what: 'BALANCE CARRIED FORWARD',
                  balance: last
                    ? book.closing(balanceD)
                    : book.carried(carried(entries.at(-1)?.index ?? -1), balanceD),
                },
                style: { bold: true },
              },
            ],
          },
        ];
      }),
    };
  },
};

/** An app's statement: newest first, signed, a running balance in each row, no rulings, original amounts on a second line. */
const finch: StatementLayout = {
  name: 'gb_finch_app',
  family: 'gb',
  era: 'before',
  place: GB,
  traits: [
    'newest-first',
    'signed-column',
    'balance-per-row',
    'foreign-second-line',
    'balances-in-box',
    'unruled',
    'by-letter',
    'legal-with-amounts',
  ],
  accounts: [{ count: [12, 40], must: ['foreign'], twins: 0.15 }],
  sheet: ({ book, random }) => ({
    size: A4,
    margin: margins(44, 48),
    style: { face: 'inter', size: 8.5 },
    foot: [
      text('Finch Bank Limited is authorised by the Prudential Regulation Authority. 0800 802 1281', {
        size: 6.5,
      }),
    ],
    blocks: [
      side(
        [280, [text('finch', { size: 22, bold: true, color: '#ff4f40' })]],
        [
          220,
          [
            text(
              [
                book.account.holder,
                `Sort code: 04-00-04`,
                `Account number: ${book.account.number.slice(0, 8)}`,
              ],
              { size: 8 },
            ),
          ],
        ],
      ),
      gap(16),
      text('Personal account statement', { size: 15, bold: true }),
      text(`${book.from('DD/MM/YYYY')} - ${book.to('DD/MM/YYYY')}`),
      gap(10),
      {
        type: 'pairs',
        width: 320,
        rows: [
          ['Balance at start', book.opening(pounds)],
          ['Total outgoings', book.totalOut(pounds, true)],
          ['Total deposits', book.totalIn({ ...pounds, plus: true })],
          ['Balance at end', book.closing(pounds)],
        ],
      },
      gap(14),
      {
        type: 'table',
        header: 'each-page',
        columns: columns(
          ['date', 'Date', 80],
          ['what', 'Description', 250],
          ['amount', '(GBP) Amount', 80, 'right'],
          ['balance', '(GBP) Balance', 80, 'right'],
        ),
        rows: [...book.entries].reverse().map((entry) => ({
          gap: 3,
          cells: {
            date: book.date(entry, 'DD/MM/YYYY'),
            what: entry.movement.lines,
            amount: book.amount(entry, plain),
            balance: book.balance(entry, plain),
          },
        })),
      },
      ...smallPrint(random, '£'),
    ],
    manner: { grain: 'letter' },
  }),
};

export const gbAccounts: readonly StatementLayout[] = [thames, finch];
