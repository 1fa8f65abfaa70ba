import { A4, gap, margins, prose, side, text } from '../blocks.js';
import { addDays } from '../dates.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { IN } from '../places/english.js';
import { addressed, columns, masked, oneLine } from './parts.js';

const lakh = MONEY.lakh;

/** Narration wrapped hard, a long reference, value date, lakh grouping, counts of debits and credits at the end. */
const sahyadri: StatementLayout = {
  name: 'in_sahyadri_savings',
  family: 'asia',
  era: 'before',
  place: IN,
  traits: [
    'debit-credit-columns',
    'balance-per-row',
    'lakh',
    'two-dates',
    'reference-column',
    'wrapped',
    'ruled',
    'summary-after',
    'tiny',
    'large',
    'amount-centred',
  ],
  accounts: [{ count: [14, 44], large: true }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(34, 24, 50),
    style: { face: 'sans', size: 6.8 },
    foot: [
      text('*Closing balance includes funds earmarked for hold and uncleared funds      Page No .: {page}', {
        size: 6,
      }),
    ],
    blocks: [
      text('SAHYADRI BANK', { size: 15, bold: true, color: '#004c8f' }),
      side(
        [290, [addressed(book, 'FLAT NO 12 SAI KRUPA SOC')]],
        [
          250,
          [
            {
              type: 'pairs',
              width: 240,
              valueAt: 90,
              rows: [
                ['Account Branch', ': KOTHRUD'],
                ['Currency', ': INR'],
                ['Account No', `: 501000${book.account.number.slice(0, 8)}`],
                ['RTGS/NEFT IFSC', ': SAHY0000148'],
                ['A/C Open Date', ': 14/08/2017'],
              ],
            },
          ],
        ],
      ),
      gap(8),
      text(`Statement From : ${book.from('DD/MM/YYYY')}  To : ${book.to('DD/MM/YYYY')}`),
      gap(4),
      {
        type: 'table',
        header: 'each-page',
        rules: 'grid',
        columns: columns(
          ['date', 'Date', 48],
          ['what', 'Narration', 182, 'left', { wrap: true }],
          ['ref', 'Chq./Ref.No.', 88],
          ['value', 'Value Dt', 48],
          ['out', 'Withdrawal Amt.', 60, 'right'],
          ['in', 'Deposit Amt.', 60, 'right'],
          ['balance', 'Closing Balance', 62, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          anchor: 'middle' as const,
          cells: {
            date: book.date(entry, 'DD/MM/YY'),
            what: oneLine(entry),
            ref: entry.movement.reference.padStart(16, '0'),
            value: book.valueDate(entry, 'DD/MM/YY'),
            out: book.debit(entry, lakh),
            in: book.credit(entry, lakh),
            balance: book.balance(entry, lakh),
          },
        })),
      },
      gap(10),
      text('STATEMENT SUMMARY :-', { bold: true }),
      {
        type: 'table',
        header: 'once',
        columns: columns(
          ['a', 'Opening Balance', 95, 'right'],
          ['b', 'Dr Count', 60, 'right'],
          ['c', 'Cr Count', 60, 'right'],
          ['d', 'Debits', 100, 'right'],
          ['e', 'Credits', 100, 'right'],
          ['f', 'Closing Bal', 100, 'right'],
        ),
        rows: [
          {
            cells: {
              a: book.opening(lakh),
              b: String(book.outgoing.length),
              c: String(book.incoming.length),
              d: book.totalOut(lakh),
              e: book.totalIn(lakh),
              f: book.closing(lakh),
            },
          },
        ],
      },
    ],
  }),
};

/** Transaction date and time, a Type column that says DR or CR beside an unsigned amount, balance with the branch behind it. */
const deccan: StatementLayout = {
  name: 'in_deccan_app',
  family: 'asia',
  era: 'before',
  place: IN,
  traits: [
    'type-column',
    'lakh',
    'balance-per-row',
    'column-after-amount',
    'newest-first',
    'reference-column',
    'unsigned-debits',
    'balances-in-box',
    'shaded',
    'iso-dates',
  ],
  accounts: [{ count: [12, 40] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(40, 34),
    style: { face: 'sans', size: 7.5 },
    blocks: [
      text('Deccan Bank - Account Statement', { size: 14, bold: true }),
      text([
        book.account.holder,
        `Savings A/c ${masked(book, 'X')}  (Currency: INR)`,
        `Period ${book.from('YYYY-MM-DD')} to ${book.to('YYYY-MM-DD')}`,
      ]),
      {
        type: 'pairs',
        width: 240,
        boxed: true,
        rows: [
          ['Opening Balance (INR)', book.opening(lakh)],
          ['Closing Balance (INR)', book.closing(lakh)],
        ],
      },
      gap(8),
      {
        type: 'table',
        header: 'each-page',
        rules: 'rows',
        headFill: '#f6d8c3',
        columns: columns(
          ['no', 'S.No', 28, 'right'],
          ['date', 'Tran Date', 58],
          ['what', 'Particulars', 190, 'left', { wrap: true }],
          ['type', 'Dr/Cr', 34, 'center'],
          ['amount', 'Amount', 74, 'right'],
          ['balance', 'Balance', 78, 'right'],
          ['branch', 'Init. Br', 50, 'right'],
        ),
        rows: [...book.entries].reverse().map((entry, index) => ({
          cells: {
            no: String(index + 1),
            date: book.date(entry, 'YYYY-MM-DD'),
            what: oneLine(entry),
            type: entry.movement.amount < 0 ? 'DR' : 'CR',
            amount: book.size(entry, lakh),
            balance: book.balance(entry, lakh),
            branch: String(1000 + Number(entry.movement.reference.slice(0, 3))),
          },
        })),
      },
    ],
  }),
};

/** Unsigned charges, credits with Cr, amounts in rupees with a glyph-less mark, reward points in a column after. */
const banyan: StatementLayout = {
  name: 'in_banyan_card',
  family: 'asia',
  era: 'before',
  place: IN,
  card: true,
  traits: [
    'card-summary',
    'cr-dr',
    'lakh',
    'column-after-amount',
    'no-running-balance',
    'rewards',
    'unsigned-debits',
    'weekday-dates',
    'symbol-per-amount',
  ],
  accounts: [{ owed: true, count: [8, 26], must: ['payment'] }],
  sheet: ({ book }) => {
    const cr: MoneyStyle = { ...lakh, prefix: 'Rs. ', negative: 'words', words: ['', 'Cr'] };
    const rs: MoneyStyle = { ...lakh, prefix: 'Rs. ' };
    return {
      size: A4,
      margin: margins(40, 44),
      style: { face: 'sans', size: 8 },
      blocks: [
        text('Banyan Bank Credit Card Statement', { size: 14, bold: true, color: '#97144d' }),
        addressed(book, '4th Cross, Indiranagar'),
        gap(8),
        {
          type: 'table',
          header: 'once',
          rules: 'grid',
          columns: columns(
            ['a', 'Statement Period', 150, 'center'],
            ['b', 'Payment Due Date', 110, 'center'],
            ['c', 'Total Payment Due', 120, 'center'],
            ['d', 'Minimum Payment Due', 120, 'center'],
          ),
          rows: [
            {
              cells: {
                a: `${book.from('DD/MM/YYYY')} - ${book.to('DD/MM/YYYY')}`,
                b: book.other(addDays(book.account.to, 20), 'DD/MM/YYYY'),
                c: book.closing(rs),
                d: book.info(85_000, rs),
              },
            },
          ],
        },
        gap(6),
        {
          type: 'table',
          header: 'once',
          rules: 'grid',
          columns: columns(
            ['a', 'Previous Balance', 100, 'center'],
            ['b', '-  Payments', 90, 'center'],
            ['c', '-  Credits', 90, 'center'],
            ['d', '+  Purchase & Other Debits', 120, 'center'],
            ['e', '=  Total Payment Due', 100, 'center'],
          ),
          rows: [
            {
              cells: {
                a: book.opening(rs),
                b: book.sectionTotal(
                  book.entries.filter((entry) => entry.movement.kind === 'payment'),
                  rs,
                ),
                c: book.sectionTotal(
                  book.incoming.filter((entry) => entry.movement.kind !== 'payment'),
                  rs,
                ),
                d: book.sectionTotal(book.outgoing, rs),
                e: book.closing(rs),
              },
            },
          ],
        },
        gap(10),
        text(
          `Card No: 4514 57XX XXXX ${book.account.number.slice(-4)}   Name: ${book.account.holder.toUpperCase()}`,
          { bold: true },
        ),
        {
          type: 'table',
          header: 'each-page',
          rules: 'head',
          columns: columns(
            ['date', 'Date', 66],
            ['what', 'Transaction Details', 250, 'left', { wrap: true }],
            ['amount', 'Amount (INR)', 100, 'right'],
            ['points', 'Reward Points', 80, 'right'],
          ),
          rows: book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'DD-MMM-YYYY'),
              what: oneLine(entry),
              amount: book.amount(entry, cr, true),
              points: String(Math.floor(Math.abs(entry.movement.amount) / 20_000)),
            },
          })),
        },
        gap(6),
        prose(
          'Reward points earned this period 212. 1 point = Rs. 0.20. Finance charges at 3.60% per month (annualised 52.86%).',
          { size: 7 },
        ),
      ],
    };
  },
};

export const india: readonly StatementLayout[] = [sahyadri, deccan, banyan];
