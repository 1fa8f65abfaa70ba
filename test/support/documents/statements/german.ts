import { A4, gap, margins, rule, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { CH, DE } from '../places/europe.js';
import { addressed, columns, grouped, oneLine } from './parts.js';

const comma = MONEY.comma;
const signs: MoneyStyle = { ...comma, negative: 'trailing', plus: 'trailing' };

/** Booking and value date, three-line purposes, every figure with a sign behind it. */
const sparstube: StatementLayout = {
  name: 'de_sparstube_giro',
  family: 'german',
  era: 'before',
  place: DE,
  traits: [
    'trailing-minus',
    'signed-column',
    'decimal-comma',
    'dot-thousands',
    'two-dates',
    'wrapped',
    'no-running-balance',
    'balances-in-sentence',
    'torn-rows',
    'no-year-in-rows',
  ],
  accounts: [{ count: [10, 34] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(60, 56),
    style: { face: 'sans', size: 9 },
    foot: [
      text(
        'Bitte beachten Sie die Hinweise auf der Rückseite. Einwendungen bitte innerhalb von 6 Wochen.   Blatt {page}',
        { size: 6.5 },
      ),
    ],
    blocks: [
      side(
        [
          280,
          [
            text('Sparstube Elbtal', { size: 16, bold: true, color: '#e2001a' }),
            gap(18),
            addressed(book, 'Lindenweg 7'),
          ],
        ],
        [
          210,
          [
            text([
              `Kontoauszug ${book.account.to.slice(5, 7)}/${book.account.to.slice(0, 4)}`,
              `Konto-Nr. ${book.account.number}`,
              `IBAN DE89 ${grouped(`37050198${book.account.number.padEnd(10, '0')}`)}`,
              'BIC SPELDE33XXX',
            ]),
          ],
        ],
      ),
      gap(22),
      text(`Kontostand am ${book.from('DD.MM.YYYY')}: ${book.opening(signs)} EUR`, { bold: true }),
      gap(6),
      {
        type: 'table',
        header: 'each-page',
        rules: 'head',
        tearable: true,
        columns: columns(
          ['date', ['Buchungs-', 'tag'], 52],
          ['value', 'Wert', 52],
          ['what', 'Erläuterung', 270],
          ['amount', 'Betrag EUR', 100, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'DD.MM.'),
            value: book.valueDate(entry, 'DD.MM.'),
            what: entry.movement.lines,
            amount: book.amount(entry, signs),
          },
        })),
      },
      gap(6),
      rule(),
      text(`Kontostand am ${book.to('DD.MM.YYYY')}: ${book.closing(signs)} EUR`, { bold: true }),
      gap(12),
      text(
        'Der Sollzinssatz für Ihre eingeräumte Kontoüberziehung von 2.500,00 EUR beträgt 10,95 % p.a. (geduldet: 14,20 %).',
        { size: 7.5 },
      ),
    ],
  }),
};

/** Booking and value date stacked in one column, signed amounts, purposes below the headline, thousands with dots. */
const loewe: StatementLayout = {
  name: 'de_loewe_direkt',
  family: 'german',
  era: 'before',
  place: DE,
  traits: [
    'signed-column',
    'decimal-comma',
    'dot-thousands',
    'two-dates',
    'wrapped',
    'balances-in-box',
    'no-running-balance',
    'header-once',
    'shuffled',
    'unruled',
  ],
  accounts: [{ count: [14, 40] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(54, 60),
    style: { face: 'inter', size: 8.5 },
    blocks: [
      text('Löwe Direkt AG', { size: 15, bold: true, color: '#ff6200' }, 'right'),
      gap(30),
      addressed(book, 'Am Deich 114'),
      gap(20),
      {
        type: 'pairs',
        width: 300,
        rows: [
          ['Girokonto Nummer', book.account.number],
          ['Kontoauszug', book.to('MMMM YYYY')],
          ['Zeitraum', `${book.from('DD.MM.YYYY')} - ${book.to('DD.MM.YYYY')}`],
          ['Alter Saldo', `${book.opening(comma)} Euro`],
          ['Neuer Saldo', `${book.closing(comma)} Euro`],
        ],
      },
      gap(18),
      {
        type: 'table',
        header: 'once',
        columns: columns(
          ['date', ['Buchung', 'Valuta'], 76],
          ['what', 'Buchung / Verwendungszweck', 290],
          ['amount', 'Betrag (EUR)', 100, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          gap: 2,
          cells: {
            date: [book.date(entry, 'DD.MM.YYYY'), book.valueDate(entry, 'DD.MM.YYYY')],
            what: entry.movement.lines,
            amount: book.amount(entry, comma),
          },
        })),
      },
    ],
    manner: { order: 'shuffled' },
  }),
};

/** Apostrophes, debit and credit columns, the value date beside the balance, totals above the closing balance. */
const gotthard: StatementLayout = {
  name: 'ch_gotthard_privat',
  family: 'german',
  era: 'before',
  place: CH,
  traits: [
    'debit-credit-columns',
    'apostrophe-thousands',
    'balance-per-row',
    'two-dates',
    'page-totals',
    'balances-in-rows',
    'ruled',
    'wrapped',
    'column-after-amount',
  ],
  accounts: [{ count: [10, 34], must: ['foreign'] }],
  sheet: ({ book }) => {
    const franc = MONEY.pointApostrophe;
    return {
      size: A4,
      margin: margins(52, 48),
      style: { face: 'sans', size: 8.5 },
      head: [text('Gotthard Bank AG', { size: 13, bold: true }), gap(6)],
      foot: [text('Seite {page} / {pages}', { size: 7 }, 'right')],
      blocks: [
        side(
          [280, [addressed(book, 'Seestrasse 41')]],
          [
            220,
            [
              text([
                `Kontoauszug ${book.from('DD.MM.YYYY')} - ${book.to('DD.MM.YYYY')}`,
                `IBAN CH93 0076 2011 ${grouped(book.account.number)}`,
                'Privatkonto CHF',
              ]),
            ],
          ],
        ),
        gap(16),
        {
          type: 'table',
          header: 'each-page',
          rules: 'grid',
          columns: columns(
            ['date', 'Datum', 58],
            ['what', 'Text', 186, 'left', { wrap: true }],
            ['out', 'Belastung', 64, 'right'],
            ['in', 'Gutschrift', 64, 'right'],
            ['value', 'Valuta', 58],
            ['balance', 'Saldo CHF', 70, 'right'],
          ),
          rows: [
            {
              cells: {
                date: book.other(book.account.from, 'DD.MM.YYYY'),
                what: 'Saldovortrag',
                balance: book.opening(franc),
              },
              style: { bold: true },
            },
            ...book.entries.map((entry) => ({
              cells: {
                date: book.date(entry, 'DD.MM.YYYY'),
                what: oneLine(entry),
                out: book.debit(entry, franc),
                in: book.credit(entry, franc),
                value: book.valueDate(entry, 'DD.MM.YYYY'),
                balance: book.balance(entry, franc),
              },
            })),
            {
              cells: { what: 'Umsatztotal', out: book.totalOut(franc), in: book.totalIn(franc) },
              style: { bold: true },
            },
            {
              cells: {
                date: book.other(book.account.to, 'DD.MM.YYYY'),
                what: 'Schlusssaldo zu Ihren Gunsten',
                balance: book.closing(franc),
              },
              style: { bold: true },
            },
          ],
        },
      ],
    };
  },
};

export const german: readonly StatementLayout[] = [sparstube, loewe, gotthard];
