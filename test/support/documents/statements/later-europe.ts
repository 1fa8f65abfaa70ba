import { A4, gap, margins, prose, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { GB } from '../places/english.js';
import { DE } from '../places/europe.js';
import { addressed, columns, grouped, oneLine } from './parts.js';

const plain = MONEY.point;
const comma = MONEY.comma;
const pounds: MoneyStyle = { ...MONEY.point, prefix: '£' };

/** Empty cells say "blank." for screen readers; type codes between description and figures. */
const blackHorse: StatementLayout = {
  name: 'gb_palfrey_classic',
  family: 'later-europe',
  era: 'after',
  place: GB,
  traits: [
    'placeholder-words',
    'debit-credit-columns',
    'balance-per-row',
    'type-column',
    'balances-in-box',
    'shaded',
  ],
  accounts: [{ count: [12, 40] }],
  sheet: ({ book }) => {
    const blank = (content: string) => (content === '' ? 'blank.' : content);
    return {
      size: A4,
      margin: margins(46, 44),
      style: { face: 'sans', size: 8 },
      blocks: [
        text('PALFREY BANK', { bold: true, size: 15 }),
        side(
          [260, [addressed(book, '6 Paddock Close')]],
          [
            240,
            [
              text([
                `Classic Account`,
                `Sort code 30-94-${book.account.number.slice(0, 2)}`,
                `Account number ${book.account.number.slice(0, 8)}`,
                `${book.from('DD MMMM YYYY')} to ${book.to('DD MMMM YYYY')}`,
              ]),
            ],
          ],
        ),
        gap(8),
        side(
          [
            200,
            [
              {
                type: 'pairs',
                width: 180,
                rows: [
                  ['Money In', book.totalIn(pounds)],
                  ['Money Out', book.totalOut(pounds)],
                ],
              },
            ],
          ],
          [
            300,
            [
              {
                type: 'pairs',
                width: 280,
                rows: [
                  [`Balance on ${book.from('DD MMMM YYYY')}`, book.opening(pounds)],
                  [`Balance on ${book.to('DD MMMM YYYY')}`, book.closing(pounds)],
                ],
              },
            ],
          ],
        ),
        gap(10),
        text('Your Transactions', { bold: true, size: 10 }),
        {
          type: 'table',
          header: 'each-page',
          stripe: '#eef3ef',
          columns: columns(
            ['date', 'Date', 58],
            ['what', 'Description', 180, 'left', { wrap: true }],
            ['type', 'Type', 36],
            ['in', 'Money In (£)', 74, 'right'],
            ['out', 'Money Out (£)', 74, 'right'],
            ['balance', 'Balance (£)', 76, 'right'],
          ),
          rows: book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'DD MMM YY'),
              what: oneLine(entry),
              type: entry.movement.amount > 0 ? 'FPI' : 'DEB',
              in: blank(book.credit(entry, plain)),
              out: blank(book.debit(entry, plain)),
              balance: book.balance(entry, plain),
            },
          })),
        },
        gap(6),
        prose(
          'Transaction types: DEB Debit Card, FPI Faster Payment In, DD Direct Debit, SO Standing Order.',
          { size: 6.5 },
        ),
      ],
    };
  },
};

/** Newest first; the date stands on the second line, under the description; amounts signed, balance beside. */
const drongo: StatementLayout = {
  name: 'gb_swift_multi',
  family: 'later-europe',
  era: 'after',
  place: GB,
  traits: [
    'date-in-description',
    'newest-first',
    'signed-column',
    'balance-per-row',
    'unruled',
    'balances-in-box',
    'foreign-second-line',
  ],
  accounts: [{ count: [10, 30] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(54, 60),
    style: { face: 'inter', size: 9 },
    blocks: [
      text('swift', { size: 20, bold: true, color: '#163300' }),
      text(`GBP statement`, { size: 13, bold: true }),
      text(`${book.from('D MMMM YYYY')} [GMT] - ${book.to('D MMMM YYYY')} [GMT]`),
      gap(6),
      {
        type: 'pairs',
        width: 330,
        rows: [
          [`GBP on ${book.from('D MMMM YYYY')}`, `${book.opening(plain)} GBP`],
          [`GBP on ${book.to('D MMMM YYYY')}`, `${book.closing(plain)} GBP`],
        ],
      },
      gap(12),
      {
        type: 'table',
        header: 'each-page',
        columns: columns(
          ['what', 'Description', 270],
          ['in', 'Incoming', 64, 'right'],
          ['out', 'Outgoing', 64, 'right'],
          ['balance', 'Amount', 76, 'right'],
        ),
        rows: [...book.entries].reverse().map((entry) => ({
          gap: 5,
          cells: {
            what: [
              oneLine(entry),
              `${book.date(entry, 'D MMMM YYYY')}  Transaction: CARD-${entry.movement.reference}`,
            ],
            in: entry.movement.amount > 0 ? book.amount(entry, plain) : '',
            out: entry.movement.amount < 0 ? book.amount(entry, plain) : '',
            balance: book.balance(entry, plain),
          },
        })),
      },
    ],
  }),
};

/** Each booking day a heading in bold; Soll and Haben with S and H; a page's balance in the running foot. */
const hanse: StatementLayout = {
  name: 'de_hanse_kontokorrent',
  family: 'later-europe',
  era: 'after',
  place: DE,
  traits: [
    'groups-by-day',
    'cr-dr',
    'signed-column',
    'decimal-comma',
    'dot-thousands',
    'wrapped',
    'no-running-balance',
    'balances-in-rows',
  ],
  accounts: [{ count: [12, 34], crowded: true }],
  sheet: ({ book }) => {
    const sh: MoneyStyle = { ...comma, negative: 'words', words: ['H', 'S'] };
    return {
      size: A4,
      margin: margins(56, 56),
      style: { face: 'sans', size: 9 },
      blocks: [
        text('Hanse Volksbank eG', { bold: true, size: 14 }),
        text(
          `Kontoauszug Nr. 5/${book.account.to.slice(0, 4)}   IBAN DE12 2019 0003 ${grouped(book.account.number)}`,
        ),
        gap(8),
        {
          type: 'table',
          header: 'each-page',
          rules: 'head',
          columns: columns(['what', 'Vorgang', 350], ['amount', 'Betrag EUR', 110, 'right']),
          rows: [
            {
              cells: { what: `alter Kontostand vom ${book.from('DD.MM.YYYY')}`, amount: book.opening(sh) },
              style: { bold: true },
            },
            ...book.entries.flatMap((entry) => [
              ...(book.startsDay(entry)
                ? [
                    {
                      gap: 4,
                      cells: { what: `Buchungsdatum: ${book.date(entry, 'DD.MM.YYYY')}` },
                      style: { bold: true },
                    },
                  ]
                : []),
              { cells: { what: entry.movement.lines, amount: book.amount(entry, sh) } },
            ]),
            {
              gap: 4,
              cells: { what: `neuer Kontostand vom ${book.to('DD.MM.YYYY')}`, amount: book.closing(sh) },
              style: { bold: true },
            },
          ],
        },
      ],
    };
  },
};

/** A plus before credits, the euro sign glued behind, the booking date between description and amount. */
const nord: StatementLayout = {
  name: 'de_nordstern_app',
  family: 'later-europe',
  era: 'after',
  place: DE,
  traits: [
    'signed-column',
    'plus-sign',
    'decimal-comma',
    'dot-thousands',
    'symbol-per-amount',
    'wrapped',
    'summary-after',
    'no-running-balance',
    'unruled',
  ],
  accounts: [{ count: [12, 34] }],
  sheet: ({ book }) => {
    const euro: MoneyStyle = { ...comma, plus: true, suffix: '€' };
    return {
      size: A4,
      margin: margins(56, 56),
      style: { face: 'inter', size: 8.5 },
      foot: [text('{page} / {pages}', { size: 7 }, 'right')],
      blocks: [
        text('Kontoauszug', { bold: true, size: 16 }),
        text(`${book.from('DD.MM.YYYY')} bis ${book.to('DD.MM.YYYY')}`),
        addressed(book, 'Gneisenaustr. 8'),
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          columns: columns(
            ['what', 'Beschreibung', 280],
            ['date', 'Verbuchungsdatum', 100],
            ['amount', 'Betrag', 95, 'right'],
          ),
          rows: book.entries.map((entry) => ({
            gap: 3,
            cells: {
              what: [...entry.movement.lines, `Wertstellung ${book.valueDate(entry, 'DD.MM.YYYY')}`],
              date: book.date(entry, 'DD.MM.YYYY'),
              amount: book.amount(entry, euro),
            },
          })),
        },
        gap(16),
        text('Zusammenfassung', { bold: true, size: 11 }),
        {
          type: 'pairs',
          width: 340,
          rows: [
            ['Dein alter Kontostand', book.opening(euro)],
            ['Ausgehende Transaktionen', book.totalOut({ ...comma, suffix: '€' }, true)],
            ['Eingehende Transaktionen', book.totalIn(euro)],
            ['Dein neuer Kontostand', book.closing(euro)],
          ],
          boldLast: true,
        },
      ],
    };
  },
};

export const laterEurope: readonly StatementLayout[] = [blackHorse, drongo, hanse, nord];
