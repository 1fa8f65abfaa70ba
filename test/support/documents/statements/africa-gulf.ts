import { A4, gap, margins, rule, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { AE, KW, ZA } from '../places/english.js';
import { addressed, columns, grouped, oneLine, smallPrint } from './parts.js';

const plain = MONEY.point;

/** Spaces in thousands with a decimal point, Cr behind balances and credits, accrued charges after the balance. */
const protea: StatementLayout = {
  name: 'za_protea_gold',
  family: 'south',
  era: 'before',
  place: ZA,
  traits: [
    'cr-dr',
    'signed-column',
    'space-thousands',
    'balance-per-row',
    'column-after-amount',
    'no-year-in-rows',
    'unsigned-debits',
    'balances-in-rows',
    'rate-table',
  ],
  accounts: [{ count: [16, 46] }],
  sheet: ({ book }) => {
    const cr: MoneyStyle = { ...MONEY.pointSpace, negative: 'words', words: ['Cr', ''] };
    const balance: MoneyStyle = { ...MONEY.pointSpace, negative: 'words', words: ['Cr', 'Dr'] };
    return {
      size: A4,
      margin: margins(46, 50),
      style: { face: 'sans', size: 8.5 },
      blocks: [
        text('Protea National Bank', { size: 15, bold: true, color: '#00a0a0' }),
        addressed(book, '17 Long Street'),
        text(`Gold Cheque Account : ${book.account.number}    Tax Invoice/Statement Number : 71`),
        text(
          `Statement Period : ${book.from('D MMMM YYYY')} to ${book.to('D MMMM YYYY')}    Statement Balances in RAND (ZAR)`,
        ),
        {
          type: 'pairs',
          width: 300,
          rows: [
            ['Opening Balance', book.opening(balance)],
            ['Closing Balance', book.closing(balance)],
          ],
        },
        gap(8),
        {
          type: 'table',
          header: 'each-page',
          rules: 'rows',
          columns: columns(
            ['date', 'Date', 44],
            ['what', 'Description', 210, 'left', { wrap: true }],
            ['amount', 'Amount', 84, 'right'],
            ['balance', 'Balance', 90, 'right'],
            ['fee', ['Accrued Bank', 'Charges'], 64, 'right'],
          ),
          rows: [
            ...book.entries.map((entry) => ({
              cells: {
                date: book.date(entry, 'DD MMM'),
                what: oneLine(entry),
                amount: book.amount(entry, cr),
                balance: book.balance(entry, balance),
                fee: entry.index % 4 === 1 ? book.info(250 + entry.index * 10, plain) : '',
              },
            })),
            { cells: { what: 'Closing Balance', balance: book.closing(balance) }, style: { bold: true } },
          ],
        },
        gap(10),
        text(
          'Interest Rate (Credit): Tiered   0 - 9 999.99  0.00%   10 000.00 - 24 999.99  1.15%   25 000.00 +  2.40%',
          { size: 7 },
        ),
      ],
    };
  },
};

/** Parentheses for money out, the balance in parentheses when overdrawn, posting and value date. */
const falcon: StatementLayout = {
  name: 'ae_falcon_current',
  family: 'south',
  era: 'before',
  place: AE,
  traits: [
    'parentheses',
    'signed-column',
    'balance-per-row',
    'two-dates',
    'overdrawn',
    'balances-in-box',
    'wrapped',
    'shaded',
    'letter-spaced',
  ],
  accounts: [{ count: [12, 36], overdrawn: true }],
  sheet: ({ book }) => {
    const brackets: MoneyStyle = { ...plain, negative: 'parentheses' };
    return {
      size: A4,
      margin: margins(50, 44),
      style: { face: 'sans', size: 8.5 },
      blocks: [
        text('FALCON BANK', { size: 15, bold: true, spacing: 4 }),
        gap(6),
        side(
          [280, [addressed(book, 'Villa 22, Jumeirah 1')]],
          [
            220,
            [
              {
                type: 'pairs',
                width: 220,
                fill: '#f1ead9',
                rows: [
                  ['IBAN', `AE07 0331 ${grouped(book.account.number)}`],
                  ['Period', `${book.from('DD-MMM-YYYY')} to ${book.to('DD-MMM-YYYY')}`],
                  ['Opening Balance AED', book.opening(brackets)],
                  ['Closing Balance AED', book.closing(brackets)],
                ],
              },
            ],
          ],
        ),
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          headFill: '#c9b37c',
          stripe: '#faf7ef',
          columns: columns(
            ['date', 'Posting Date', 72],
            ['value', 'Value Date', 72],
            ['what', 'Description', 190, 'left', { wrap: true }],
            ['amount', 'Amount', 80, 'right'],
            ['balance', 'Balance', 86, 'right'],
          ),
          rows: book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'DD-MMM-YYYY'),
              value: book.valueDate(entry, 'DD-MMM-YYYY'),
              what: entry.movement.lines,
              amount: book.amount(entry, brackets),
              balance: book.balance(entry, brackets),
            },
          })),
        },
      ],
    };
  },
};

/** Three decimals, no repeated header, debit and credit with a sum below. */
const dasman: StatementLayout = {
  name: 'kw_dasman_current',
  family: 'south',
  era: 'before',
  place: KW,
  traits: [
    'three-decimals',
    'debit-credit-columns',
    'balance-per-row',
    'header-once',
    'balances-in-rows',
    'page-totals',
    'watermark',
    'legal-with-amounts',
  ],
  accounts: [{ count: [22, 56] }],
  sheet: ({ book, random }) => ({
    size: A4,
    margin: margins(50, 50),
    style: { face: 'serif', size: 9.5 },
    blocks: [
      text('DASMAN BANK K.S.C.P.', { size: 15, bold: true }),
      text(`Statement of Account No. ${book.account.number} (Kuwaiti Dinar - KWD)`),
      text(`From ${book.from('DD/MM/YYYY')} To ${book.to('DD/MM/YYYY')}`),
      gap(8),
      {
        type: 'table',
        header: 'once',
        rules: 'head',
        columns: columns(
          ['date', 'Date', 70],
          ['what', 'Details', 190, 'left', { wrap: true }],
          ['out', 'Debit', 74, 'right'],
          ['in', 'Credit', 74, 'right'],
          ['balance', 'Balance', 84, 'right'],
        ),
        rows: [
          { cells: { what: 'BALANCE BROUGHT FORWARD', balance: book.opening(MONEY.threeDecimals) } },
          ...book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'DD/MM/YYYY'),
              what: oneLine(entry),
              out: book.debit(entry, MONEY.threeDecimals),
              in: book.credit(entry, MONEY.threeDecimals),
              balance: book.balance(entry, MONEY.threeDecimals),
            },
          })),
          {
            cells: {
              what: 'TOTALS',
              out: book.totalOut(MONEY.threeDecimals),
              in: book.totalIn(MONEY.threeDecimals),
            },
          },
          { cells: { what: 'CLOSING BALANCE', balance: book.closing(MONEY.threeDecimals) } },
        ],
      },
      rule(),
      ...smallPrint(random, 'KWD '),
    ],
    manner: { watermark: 'DASMAN' },
  }),
};

export const africaGulf: readonly StatementLayout[] = [protea, falcon, dasman];
