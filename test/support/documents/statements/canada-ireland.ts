import { A4, gap, LETTER, margins, prose, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { CA, IE } from '../places/english.js';
import { addressed, columns, grouped, inRuns, smallPrint } from './parts.js';

const plain = MONEY.point;
const dollars: MoneyStyle = { ...MONEY.point, prefix: '$' };

/** The date on a day's first row, the balance on its last, a long account name in the running head. */
const laurentian: StatementLayout = {
  name: 'ca_northern_royal',
  family: 'canada-ireland',
  era: 'before',
  place: CA,
  traits: [
    'debit-credit-columns',
    'date-once-a-day',
    'balance-per-day',
    'no-year-in-rows',
    'wrapped',
    'balances-in-box',
    'balances-in-rows',
    'amount-on-last-line',
    'dots',
  ],
  accounts: [{ count: [14, 44], crowded: true }],
  sheet: ({ book }) => ({
    size: LETTER,
    margin: margins(44, 48),
    style: { face: 'sans', size: 9 },
    head: [
      side(
        [260, [text('Your banking account statement', { bold: true })]],
        [250, [text(`From ${book.from('MMMM D, YYYY')} to ${book.to('MMMM D, YYYY')}`, {}, 'right')]],
      ),
      gap(10),
    ],
    foot: [text('{page} of {pages}', { size: 7 }, 'right')],
    blocks: [
      addressed(book, '90 Spadina Cres'),
      gap(12),
      text(`Summary of your account for this period`, { bold: true, size: 11 }),
      text(`Northern Royal Day to Day Banking   ${grouped(`0${book.account.number.slice(0, 11)}`, 5)}`),
      {
        type: 'pairs',
        dots: true,
        width: 360,
        rows: [
          [`Your opening balance on ${book.from('MMMM D, YYYY')}`, book.opening(dollars)],
          ['Total deposits into your account', `+ ${book.totalIn(plain)}`],
          ['Total withdrawals from your account', `- ${book.totalOut(plain)}`],
          [`Your closing balance on ${book.to('MMMM D, YYYY')}`, `= ${book.closing(dollars)}`],
        ],
        boldLast: true,
      },
      gap(16),
      text('Details of your account activity', { bold: true, size: 11 }),
      {
        type: 'table',
        header: 'each-page',
        rules: 'rows',
        columns: columns(
          ['date', 'Date', 44, 'left', { top: true }],
          ['what', 'Description', 236, 'left', { wrap: true }],
          ['out', 'Withdrawals ($)', 78, 'right'],
          ['in', 'Deposits ($)', 74, 'right'],
          ['balance', 'Balance ($)', 76, 'right'],
        ),
        rows: [
          { cells: { what: 'Opening Balance', balance: book.opening(plain) } },
          ...book.entries.map((entry) => ({
            anchor: 'bottom' as const,
            cells: {
              date: book.startsDay(entry) ? book.date(entry, 'D MMM') : '',
              what: entry.movement.lines,
              out: book.debit(entry, plain),
              in: book.credit(entry, plain),
              balance: book.endsDay(entry) ? book.balance(entry, plain) : '',
            },
          })),
          { cells: { what: 'Closing Balance', balance: book.closing(dollars) }, style: { bold: true } },
        ],
      },
      gap(8),
      prose(
        'Please check this statement without delay and advise us of any error or omission within 45 days of the statement date. HST registration number: R105248165.',
        { size: 7 },
      ),
    ],
  }),
};

/** Two months in one file, each with its own summary; amounts in one column with a trailing minus. */
const tundra: StatementLayout = {
  name: 'ca_tundra_bundle',
  family: 'canada-ireland',
  era: 'before',
  place: CA,
  consecutive: true,
  traits: [
    'several-statements',
    'trailing-minus',
    'signed-column',
    'balance-per-row',
    'balances-in-box',
    'no-year-in-rows',
    'ruled',
  ],
  accounts: [
    { count: [8, 20], wholeMonth: true },
    { count: [8, 20], wholeMonth: true },
  ],
  sheet: ({ books, random }) => ({
    size: LETTER,
    margin: margins(50, 54),
    style: { face: 'sans', size: 9 },
    blocks: books.flatMap((book, index) => [
      ...(index > 0 ? [{ type: 'page' as const }] : []),
      text('Tundra Savings', { size: 17, bold: true }),
      addressed(book, '4 Ptarmigan Way'),
      gap(10),
      {
        type: 'pairs' as const,
        width: 300,
        boxed: true,
        rows: [
          ['Statement period', `${book.from('MMM D, YYYY')} to ${book.to('MMM D, YYYY')}`],
          ['Account', book.account.number],
          ['Balance forward', book.opening(dollars)],
          ['Closing balance', book.closing(dollars)],
        ] as const,
      },
      gap(12),
      {
        type: 'table' as const,
        header: 'each-page' as const,
        rules: 'grid' as const,
        columns: columns(
          ['date', 'Date', 55],
          ['what', 'Transaction', 250, 'left', { wrap: true }],
          ['amount', 'Amount', 90, 'right'],
          ['balance', 'Balance', 100, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'MMM DD'),
            what: entry.movement.lines,
            amount: book.amount(entry, { ...plain, negative: 'trailing' }),
            balance: book.balance(entry, { ...plain, negative: 'trailing' }),
          },
        })),
      },
      ...smallPrint(random, '$'),
    ]),
  }),
};

/** The day's date once, a subtotal at each page's end, overdrawn balances marked OD. */
const shannon: StatementLayout = {
  name: 'ie_shannon_current',
  family: 'canada-ireland',
  era: 'before',
  place: IE,
  traits: [
    'debit-credit-columns',
    'date-once-a-day',
    'balance-per-day',
    'page-totals',
    'carried-forward',
    'overdrawn',
    'balances-in-rows',
    'wrapped',
    'doubled-bold',
  ],
  accounts: [{ count: [18, 48], crowded: true, overdrawn: true }],
  sheet: ({ book }) => {
    const od: MoneyStyle = { ...plain, negative: 'words', words: ['', 'OD'] };
    const runs = inRuns(book.entries, 18, 24);
    return {
      size: A4,
      margin: margins(44, 46),
      style: { face: 'mono', size: 8 },
      blocks: runs.flatMap((entries, page) => {
        const before = book.entries[(entries[0]?.index ?? 0) - 1];
        const after = entries.at(-1);
        return [
          ...(page > 0 ? [{ type: 'page' as const }] : []),
          text('Bank of Shannon', { face: 'serif', size: 16, bold: true }),
          side(
            [270, [addressed(book, '3 Quay Row')]],
            [
              230,
              [
                text([
                  `IBAN IE64 BOSH 9000 17${book.account.number.slice(0, 2)} ${grouped(book.account.number.slice(0, 8))}`,
                  `Statement date ${book.other(book.account.to, 'D MMM YYYY')}`,
                  `Page ${page + 1} of ${runs.length}`,
                ]),
              ],
            ],
          ),
          ...(page === 0
            ? [
                text(
                  `Your Current Account statement from ${book.from('DD MMM YYYY')} to ${book.to('DD MMM YYYY')}`,
                  { bold: true },
                ),
              ]
            : []),
          gap(8),
          {
            type: 'table' as const,
            header: 'each-page' as const,
            rules: 'columns' as const,
            columns: columns(
              ['date', 'Date', 68],
              ['what', 'Transaction details', 190, 'left', { wrap: true }],
              ['out', 'Payments - out', 76, 'right'],
              ['in', 'Payments - in', 72, 'right'],
              ['balance', 'Balance', 92, 'right'],
            ),
            rows: [
              {
                cells: {
                  date: page === 0 ? book.other(book.account.from, 'DD MMM YYYY') : '',
                  what: 'BALANCE FORWARD',
                  balance: before ? book.carried(before.balance, od) : book.opening(od),
                },
              },
              ...entries.map((entry, index) => ({
                cells: {
                  date: book.startsDay(entry) || index === 0 ? book.date(entry, 'DD MMM YYYY') : '',
                  what: entry.movement.lines,
                  out: book.debit(entry, plain),
                  in: book.credit(entry, plain),
                  balance: book.endsDay(entry) ? book.balance(entry, od) : '',
                },
              })),
              {
                cells: {
                  what: 'SUBTOTAL:',
                  balance:
                    page === runs.length - 1
                      ? book.closing(od)
                      : book.carried(after?.balance ?? book.account.opening, od),
                },
                style: { bold: true },
              },
            ],
          },
        ];
      }),
      manner: { doubled: true },
    };
  },
};

export const canadaIreland: readonly StatementLayout[] = [laurentian, tundra, shannon];
