import { gap, LETTER, margins, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import type { Entry } from '../pen.js';
import { US } from '../places/english.js';
import { addressed, columns, grouped, inRuns, masked, smallPrint } from './parts.js';

const usd: MoneyStyle = { ...MONEY.point, prefix: '$' };
const plain = MONEY.point;

/** Deposits, withdrawals, checks and fees each in a section with a total; a daily ledger in three columns. */
const harbor: StatementLayout = {
  name: 'us_harbor_sections',
  family: 'us',
  era: 'before',
  place: US,
  traits: [
    'sections',
    'no-running-balance',
    'checks',
    'daily-balance-block',
    'balances-in-box',
    'two-dates',
    'wrapped',
    'side-by-side',
    'letter-spaced',
  ],
  accounts: [{ count: [16, 40], must: ['cheque', 'cheque', 'cash', 'fee'], twins: 0.1 }],
  sheet: ({ book }) => {
    const cheques = book.entries.filter((entry) => entry.movement.cheque);
    const fees = book.entries.filter((entry) => entry.movement.kind === 'fee');
    const others = book.outgoing.filter((entry) => !cheques.includes(entry) && !fees.includes(entry));
    const section = (title: string, entries: readonly Entry[], total: string) => [
      gap(12),
      text(title, { bold: true, size: 12, color: '#c00000' }),
      {
        type: 'table' as const,
        header: 'each-page' as const,
        rules: 'rows' as const,
        columns: columns(
          ['date', 'Date', 60],
          ['what', 'Description', 340, 'left', { wrap: true }],
          ['amount', 'Amount', 110, 'right'],
        ),
        rows: [
          ...entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'MM/DD/YY'),
              what: entry.movement.lines,
              amount: book.amount(entry, plain),
            },
          })),
          {
            cells: {
              what: `Total ${title.toLowerCase()}`,
              amount: `${title.startsWith('Dep') ? '' : '-'}${book.sectionTotal(entries, usd)}`,
            },
            style: { bold: true },
          },
        ],
      },
      ...(total ? [text(total)] : []),
    ];
    const ends = book.dayEnds();
    const third = Math.ceil(ends.length / 3);
    return {
      size: LETTER,
      margin: margins(40, 50, 56),
      style: { face: 'sans', size: 9 },
      head: [
        text(
          `${book.account.holder.toUpperCase()}  |  Account # ${grouped(book.account.number)}  |  ${book.from('MMMM D, YYYY')} to ${book.to('MMMM D, YYYY')}`,
          { size: 8 },
        ),
        gap(10),
      ],
      headFromSecond: true,
      foot: [text('Page {page} of {pages}', { size: 8 }, 'right')],
      blocks: [
        text('HARBOR NATIONAL', { size: 15, bold: true, spacing: 3.2, color: '#c00000' }),
        gap(20),
        side(
          [300, [addressed(book, '880 Pier Street')]],
          [
            210,
            [
              text('Customer service: 1.800.555.0132', { size: 8 }),
              text('harbornational.example', { size: 8 }),
            ],
          ],
        ),
        gap(20),
        text('Your Everyday Checking', { size: 16, bold: true }),
        text(`for ${book.from('MMMM D, YYYY')} to ${book.to('MMMM D, YYYY')}`),
        text('Account summary', { bold: true, size: 12 }),
        {
          type: 'pairs',
          width: 330,
          rows: [
            [`Beginning balance on ${book.from('MMMM D, YYYY')}`, book.opening(usd)],
            ['Deposits and other additions', book.totalIn(plain)],
            ['Withdrawals and other subtractions', `-${book.sectionTotal(others, plain)}`],
            ['Checks', `-${book.sectionTotal(cheques, plain)}`],
            ['Service fees', `-${book.sectionTotal(fees, plain)}`],
            [`Ending balance on ${book.to('MMMM D, YYYY')}`, book.closing(usd)],
          ],
          boldLast: true,
        },
        ...section('Deposits and other additions', book.incoming, ''),
        ...section('Withdrawals and other subtractions', others, ''),
        gap(12),
        text('Checks', { bold: true, size: 12, color: '#c00000' }),
        {
          type: 'table',
          header: 'once',
          rules: 'head',
          columns: columns(
            ['date', 'Date', 60],
            ['check', 'Check #', 100],
            ['amount', 'Amount', 90, 'right'],
          ),
          rows: cheques.map((entry) => ({
            cells: {
              date: book.date(entry, 'MM/DD/YY'),
              check: `${entry.movement.lines.join(' ').replace(/\D+/g, '')}`,
              amount: book.amount(entry, plain),
            },
          })),
        },
        text(`Total checks   -${book.sectionTotal(cheques, usd)}`, { bold: true }),
        ...section('Service fees', fees, ''),
        gap(12),
        text('Daily ledger balances', { bold: true, size: 12, color: '#c00000' }),
        side(
          ...[0, 1, 2].map(
            (column) =>
              [
                170,
                [
                  {
                    type: 'table' as const,
                    header: 'once' as const,
                    columns: columns(['date', 'Date', 60], ['balance', 'Balance ($)', 90, 'right']),
                    rows: ends.slice(column * third, (column + 1) * third).map((entry) => ({
                      cells: {
                        date: book.other(entry.movement.date, 'MM/DD'),
                        balance: book.daily(entry.balance, plain),
                      },
                    })),
                  },
                ],
              ] as const,
          ),
        ),
      ],
    };
  },
};

/** A credit union's typewriter statement: the amount before the description, over New Year. */
const prairie: StatementLayout = {
  name: 'us_prairie_credit_union',
  family: 'us',
  era: 'before',
  place: US,
  traits: [
    'sections',
    'amount-before-description',
    'no-year-in-rows',
    'over-new-year',
    'daily-balance-block',
    'whole-line',
    'legal-with-amounts',
    'no-running-balance',
  ],
  accounts: [{ count: [10, 26], overNewYear: true, without: ['foreign'] }],
  sheet: ({ book, random }) => {
    const list = (title: string, entries: readonly Entry[]) => [
      gap(10),
      text(title, { bold: true }),
      {
        type: 'table' as const,
        header: 'each-page' as const,
        columns: columns(
          ['date', 'DATE', 60],
          ['amount', 'AMOUNT', 90, 'right'],
          ['what', '  TRANSACTION DESCRIPTION', 340],
        ),
        rows: entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'MM/DD'),
            amount: book.size(entry, plain),
            what: entry.movement.lines.map((line) => `  ${line}`),
          },
        })),
      },
    ];
    return {
      size: LETTER,
      margin: margins(50, 54, 60),
      style: { face: 'mono', size: 8.5 },
      head: [
        text('PRAIRIE TEACHERS FEDERAL CREDIT UNION', { bold: true, size: 8.5 }),
        text(`STATEMENT OF ACCOUNT    ${masked(book, '*')}     PAGE {page}`),
        gap(10),
      ],
      blocks: [
        addressed(book, '77 PRAIRIE VIEW LN'),
        gap(14),
        text(`STATEMENT PERIOD   ${book.from('MM/DD/YYYY')} THRU ${book.to('MM/DD/YYYY')}`),
        gap(6),
        {
          type: 'table',
          header: 'once',
          columns: columns(
            ['a', ['BALANCE LAST', 'STATEMENT'], 100, 'right'],
            ['b', ['DEPOSITS', 'AND CREDITS'], 100, 'right'],
            ['c', ['DEBITS AND', 'WITHDRAWALS'], 100, 'right'],
            ['d', ['BALANCE THIS', 'STATEMENT'], 110, 'right'],
          ),
          rows: [
            {
              cells: {
                a: book.opening(plain),
                b: book.totalIn(plain),
                c: book.totalOut(plain),
                d: book.closing(plain),
              },
            },
          ],
        },
        ...list('DEPOSITS AND OTHER CREDITS', book.incoming),
        ...list('OTHER DEBITS', book.outgoing),
        gap(10),
        text('ACCOUNT BALANCE SUMMARY', { bold: true }),
        {
          type: 'table',
          header: 'once',
          columns: columns(
            ['d1', 'DATE', 60],
            ['b1', 'BALANCE', 90, 'right'],
            ['d2', '  DATE', 80],
            ['b2', 'BALANCE', 90, 'right'],
          ),
          rows: inRuns(book.dayEnds(), 2, 2).map(([left, right]) => ({
            cells: {
              ...(left
                ? { d1: book.other(left.movement.date, 'MM/DD'), b1: book.daily(left.balance, plain) }
                : {}),
              ...(right
                ? {
                    d2: `  ${book.other(right.movement.date, 'MM/DD')}`,
                    b2: book.daily(right.balance, plain),
                  }
                : {}),
            },
          })),
        },
        ...smallPrint(random, '$', 7),
      ],
      manner: { grain: 'line' },
    };
  },
};

export const usSections: readonly StatementLayout[] = [harbor, prairie];
