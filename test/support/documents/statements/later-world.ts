import { A4, gap, margins, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { AU, IN } from '../places/english.js';
import { BR } from '../places/world.js';
import { addressed, columns, grouped, oneLine } from './parts.js';

const plain = MONEY.point;
const lakh = MONEY.lakh;

/** Narrow date columns in which the year falls to a second line; long narration wrapped beside. */
const bharat: StatementLayout = {
  name: 'in_bharat_regular',
  family: 'later-world',
  era: 'after',
  place: IN,
  traits: [
    'wrapped-dates',
    'two-dates',
    'debit-credit-columns',
    'balance-per-row',
    'lakh',
    'reference-column',
    'ruled',
    'wrapped',
    'balances-in-sentence',
  ],
  accounts: [{ count: [10, 32] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(40, 34),
    style: { face: 'sans', size: 8 },
    blocks: [
      text('Bharat State Bank', { bold: true, size: 14 }),
      {
        type: 'pairs',
        width: 380,
        valueAt: 140,
        rows: [
          ['Account Name', `: ${book.account.holder}`],
          ['Account Number', `: 000000${book.account.number}`],
          ['Interest Rate(% p.a.)', ': 2.70'],
          [`Balance as on ${book.from('D MMM YYYY')}`, `: ${book.opening(lakh)}`],
          [`Closing Balance on ${book.to('D MMM YYYY')}`, `: ${book.closing(lakh)}`],
        ],
      },
      text(`Account Statement from ${book.from('D MMM YYYY')} to ${book.to('D MMM YYYY')}`),
      gap(6),
      {
        type: 'table',
        header: 'each-page',
        rules: 'grid',
        columns: columns(
          ['date', ['Txn Date'], 44],
          ['value', ['Value', 'Date'], 44],
          ['what', 'Description', 160, 'left', { wrap: true }],
          ['ref', ['Ref No./Cheque', 'No.'], 80, 'left', { wrap: true }],
          ['out', 'Debit', 62, 'right'],
          ['in', 'Credit', 62, 'right'],
          ['balance', 'Balance', 72, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: [book.date(entry, 'D MMM'), book.date(entry, 'YYYY')],
            value: [book.valueDate(entry, 'D MMM'), book.valueDate(entry, 'YYYY')],
            what: oneLine(entry),
            ref: `TRANSFER FROM ${entry.movement.reference}`,
            out: book.debit(entry, lakh),
            in: book.credit(entry, lakh),
            balance: book.balance(entry, lakh),
          },
        })),
      },
    ],
  }),
};

/** A row that holds nothing but the year, placeholder words in empty cells, totals at the page's end. */
const gumtree: StatementLayout = {
  name: 'au_gumtree_access',
  family: 'later-world',
  era: 'after',
  place: AU,
  traits: [
    'year-row',
    'placeholder-words',
    'debit-credit-columns',
    'balance-per-row',
    'no-year-in-rows',
    'over-new-year',
    'page-totals',
    'wrapped',
    'balances-in-box',
  ],
  accounts: [{ count: [14, 40], overNewYear: true }],
  sheet: ({ book }) => {
    const blank = (content: string) => (content === '' ? 'blank' : content);
    let year = '';
    return {
      size: A4,
      margin: margins(50, 50),
      style: { face: 'sans', size: 8.5 },
      blocks: [
        text('GUMTREE BANKING GROUP', { bold: true, size: 14 }),
        text(`ACCESS ADVANTAGE STATEMENT   ${book.from('DD MMMM YYYY')} TO ${book.to('DD MMMM YYYY')}`),
        addressed(book, '40 Hopetoun Rd'),
        side(
          [
            240,
            [
              {
                type: 'pairs',
                width: 220,
                boxed: true,
                rows: [
                  ['Opening Balance:', `$${book.opening(plain)}`],
                  ['Closing Balance:', `$${book.closing(plain)}`],
                ],
              },
            ],
          ],
          [
            240,
            [
              text([
                `Branch number (BSB) 013-${book.account.number.slice(0, 3)}`,
                `Account number ${grouped(book.account.number.slice(0, 9), 4)}`,
              ]),
            ],
          ],
        ),
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          rules: 'rows',
          columns: columns(
            ['date', 'Date', 50],
            ['what', 'Transaction Details', 210, 'left', { wrap: true }],
            ['out', 'Withdrawals ($)', 76, 'right'],
            ['in', 'Deposits ($)', 76, 'right'],
            ['balance', 'Balance ($)', 80, 'right'],
          ),
          rows: [
            ...book.entries.flatMap((entry) => {
              const own = entry.movement.date.slice(0, 4);
              const heading =
                own === year
                  ? []
                  : [
                      { cells: { date: book.other(entry.movement.date, 'YYYY') }, style: { bold: true } },
                      ...(year === ''
                        ? [
                            {
                              cells: {
                                date: book.other(book.account.from, 'DD MON'),
                                what: 'OPENING BALANCE',
                                out: 'blank',
                                in: 'blank',
                                balance: book.opening(plain),
                              },
                            },
                          ]
                        : []),
                    ];
              year = own;
              return [
                ...heading,
                {
                  cells: {
                    date: book.date(entry, 'DD MON'),
                    what: oneLine(entry),
                    out: blank(book.debit(entry, plain)),
                    in: blank(book.credit(entry, plain)),
                    balance: book.balance(entry, plain),
                  },
                },
              ];
            }),
            {
              cells: {
                what: 'TOTALS AT END OF PERIOD',
                out: `$${book.totalOut(plain)}`,
                in: `$${book.totalIn(plain)}`,
                balance: `$${book.closing(plain)}`,
              },
              style: { bold: true },
            },
          ],
        },
      ],
    };
  },
};

/** Day headings with the day's sums, rows without dates or signs under "in" and "out", a balance for the day. */
const violeta: StatementLayout = {
  name: 'br_violeta_app',
  family: 'later-world',
  era: 'after',
  place: BR,
  traits: [
    'groups-by-day',
    'sections',
    'decimal-comma',
    'dot-thousands',
    'no-running-balance',
    'balances-in-box',
    'unsigned-debits',
    'unruled',
  ],
  accounts: [{ count: [10, 30], crowded: true }],
  sheet: ({ book }) => {
    const days = [...new Set(book.entries.map((entry) => entry.movement.date))];
    return {
      size: A4,
      margin: margins(56, 60),
      style: { face: 'inter', size: 8.5 },
      foot: [text('Extrato gerado dia {page} - ouvidoria 0800 887 0463', { size: 6.5 })],
      blocks: [
        text('violeta', { size: 20, bold: true, color: '#820ad1' }),
        text([book.account.holder, `Agência 0001 Conta ${book.account.number}-7`]),
        text(
          `${book.from('DD')} DE ${book.from('MMMM').toUpperCase()} DE ${book.from('YYYY')} a ${book.to('DD')} DE ${book.to('MMMM').toUpperCase()} DE ${book.to('YYYY')}     VALORES EM R$`,
          { bold: true },
        ),
        gap(8),
        {
          type: 'pairs',
          width: 320,
          boxed: true,
          rows: [
            ['Saldo inicial', book.opening(comma())],
            ['Total de entradas', book.totalIn({ ...comma(), plus: true })],
            ['Total de saídas', book.totalOut(comma(), true)],
            ['Saldo final do período', book.closing(comma())],
          ],
        },
        gap(10),
        text('Movimentações', { bold: true, size: 11 }),
        ...days.flatMap((day) => {
          const own = book.entries.filter((entry) => entry.movement.date === day);
          const [first] = own;
          const sides = [
            ['Total de entradas', '+', own.filter((entry) => entry.movement.amount > 0)],
            ['Total de saídas', '-', own.filter((entry) => entry.movement.amount < 0)],
          ] as const;
          return [
            gap(6),
            text(first ? book.date(first, 'DD MON YYYY') : '', { bold: true }),
            ...sides.flatMap(([title, sign, entries]) =>
              entries.length === 0
                ? []
                : [
                    {
                      type: 'table' as const,
                      header: 'none' as const,
                      indent: 90,
                      columns: columns(
                        ['what', '', 270, 'left', { wrap: true }],
                        ['amount', '', 100, 'right'],
                      ),
                      rows: [
                        {
                          cells: { what: title, amount: `${sign} ${book.sectionTotal(entries, comma())}` },
                          style: { bold: true },
                        },
                        ...entries.map((entry) => ({
                          cells: { what: oneLine(entry), amount: book.size(entry, comma()) },
                        })),
                      ],
                    },
                  ],
            ),
          ];
        }),
      ],
    };
  },
};

const comma = (): MoneyStyle => MONEY.comma;

export const laterWorld: readonly StatementLayout[] = [bharat, gumtree, violeta];
