import { A4, gap, margins, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { DK, FI, NO, SE } from '../places/europe.js';
import { addressed, columns, grouped, oneLine } from './parts.js';

/** Space as thousands separator, signed amounts, both dates in ISO, balances in each row. */
const norrland: StatementLayout = {
  name: 'se_norrland_konto',
  family: 'nordic',
  era: 'before',
  place: SE,
  traits: [
    'signed-column',
    'decimal-comma',
    'space-thousands',
    'iso-dates',
    'two-dates',
    'balance-per-row',
    'newest-first',
    'unruled',
    'balances-in-sentence',
    'by-word',
  ],
  accounts: [{ count: [14, 44] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(54, 56),
    style: { face: 'sans', size: 9 },
    blocks: [
      text('Norrlandsbanken', { size: 16, bold: true }),
      text(
        `Kontoutdrag ${book.from('YYYY-MM-DD')} - ${book.to('YYYY-MM-DD')}   Privatkonto 8327-9, ${grouped(book.account.number, 3)}   SEK`,
      ),
      text(
        `Ingående saldo ${book.opening(MONEY.commaSpace)} kr. Utgående saldo ${book.closing(MONEY.commaSpace)} kr.`,
      ),
      gap(10),
      {
        type: 'table',
        header: 'each-page',
        columns: columns(
          ['date', 'Bokföringsdag', 76],
          ['value', 'Valutadag', 70],
          ['what', 'Text', 170, 'left', { wrap: true }],
          ['amount', 'Belopp', 80, 'right'],
          ['balance', 'Saldo', 86, 'right'],
        ),
        rows: [...book.entries].reverse().map((entry) => ({
          cells: {
            date: book.date(entry, 'YYYY-MM-DD'),
            value: book.valueDate(entry, 'YYYY-MM-DD'),
            what: oneLine(entry),
            amount: book.amount(entry, MONEY.commaSpace),
            balance: book.balance(entry, MONEY.commaSpace),
          },
        })),
      },
    ],
    manner: { grain: 'word' },
  }),
};

/** "Ut av konto" and "Inn på konto", interest date, archive reference after the amounts, saldo only at the ends. */
const fjord: StatementLayout = {
  name: 'no_fjord_brukskonto',
  family: 'nordic',
  era: 'before',
  place: NO,
  traits: [
    'debit-credit-columns',
    'decimal-comma',
    'space-thousands',
    'two-dates',
    'column-after-amount',
    'no-running-balance',
    'no-year-in-rows',
    'balances-in-rows',
    'reference-column',
  ],
  accounts: [{ count: [12, 34] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(50, 48),
    style: { face: 'sans', size: 8.5 },
    foot: [text('Side {page} av {pages}', { size: 7 }, 'right')],
    blocks: [
      text('Fjordbanken', { size: 16, bold: true, color: '#002776' }),
      addressed(book, 'Strandgaten 5'),
      gap(8),
      text(
        `Kontoutskrift nr. 3 for konto ${book.account.number} i perioden ${book.from('DD.MM.YYYY')} - ${book.to('DD.MM.YYYY')}`,
        { bold: true },
      ),
      gap(6),
      {
        type: 'table',
        header: 'each-page',
        rules: 'head',
        columns: columns(
          ['what', 'Forklaring', 190, 'left', { wrap: true }],
          ['value', 'Rentedato', 52],
          ['out', 'Ut av konto', 76, 'right'],
          ['in', 'Inn på konto', 76, 'right'],
          ['date', 'Bokført', 46],
          ['ref', 'Arkivref.', 60],
        ),
        rows: [
          {
            cells: {
              what: `Saldo fra kontoutskrift ${book.other(book.account.from, 'DD.MM.YYYY')}`,
              in: book.opening(MONEY.commaSpace),
            },
          },
          ...book.entries.map((entry) => ({
            cells: {
              what: oneLine(entry),
              value: book.valueDate(entry, 'DDMM'),
              out: book.debit(entry, MONEY.commaSpace),
              in: book.credit(entry, MONEY.commaSpace),
              date: book.date(entry, 'DD.MM'),
              ref: `*${entry.movement.reference.slice(0, 7)}`,
            },
          })),
          {
            cells: {
              what: `Saldo i Deres favør ${book.other(book.account.to, 'DD.MM.YYYY')}`,
              in: book.closing(MONEY.commaSpace),
            },
            style: { bold: true },
          },
        ],
      },
    ],
  }),
};

/** Dots as thousands separator, a trailing minus, the day once, saldo each row; narrow type. */
const oresund: StatementLayout = {
  name: 'dk_oresund_lon',
  described: (lines) => lines.join(' ').slice(0, 44).trim(),
  family: 'nordic',
  era: 'before',
  place: DK,
  traits: [
    'signed-column',
    'trailing-minus',
    'decimal-comma',
    'dot-thousands',
    'balance-per-row',
    'date-once-a-day',
    'header-once',
    'balances-in-rows',
    'no-year-in-rows',
    'over-new-year',
    'whole-line',
  ],
  accounts: [{ count: [20, 52], crowded: true, overNewYear: true }],
  sheet: ({ book }) => {
    const minus: MoneyStyle = { ...MONEY.comma, negative: 'trailing' };
    return {
      size: A4,
      margin: margins(54, 60),
      style: { face: 'mono', size: 8 },
      blocks: [
        text('ØRESUND SPAREKASSE'),
        text(`KONTOUDTOG  LØNKONTO  REG.NR. 9814  KONTONR. ${book.account.number}`),
        text(`PERIODE ${book.from('DD.MM.YYYY')} - ${book.to('DD.MM.YYYY')}   DKK`),
        gap(8),
        {
          type: 'table',
          header: 'once',
          columns: columns(
            ['date', 'DATO', 50],
            ['what', 'TEKST', 216],
            ['amount', 'BELØB', 96, 'right'],
            ['balance', 'SALDO', 106, 'right'],
          ),
          rows: [
            { cells: { what: 'OVERFØRT FRA SIDSTE UDTOG', balance: book.opening(minus) } },
            ...book.entries.map((entry) => ({
              cells: {
                date: book.startsDay(entry) ? book.date(entry, 'DD.MM') : '',
                what: oneLine(entry).slice(0, 44),
                amount: book.amount(entry, minus),
                balance: book.balance(entry, minus),
              },
            })),
            { cells: { what: 'SALDO ULTIMO', balance: book.closing(minus) } },
          ],
        },
      ],
      manner: { grain: 'line' },
    };
  },
};

/** Plus and minus before every figure with a space, labels in Finnish, several lines per entry. */
const tunturi: StatementLayout = {
  name: 'fi_tunturi_tili',
  family: 'nordic',
  era: 'before',
  place: FI,
  traits: [
    'signed-column',
    'plus-sign',
    'decimal-comma',
    'space-thousands',
    'wrapped',
    'no-running-balance',
    'balances-in-rows',
    'amount-on-last-line',
    'no-year-in-rows',
  ],
  accounts: [{ count: [10, 30] }],
  sheet: ({ book }) => {
    const signed: MoneyStyle = { ...MONEY.commaSpace, plus: 'trailing', negative: 'trailing' };
    return {
      size: A4,
      margin: margins(54, 60),
      style: { face: 'sans', size: 9 },
      blocks: [
        text('TUNTURIPANKKI', { bold: true, size: 14 }),
        text(
          `TILIOTE  ${book.from('D.M.YYYY')} - ${book.to('D.M.YYYY')}   FI21 1234 5600 ${grouped(book.account.number)}   EUR`,
        ),
        gap(8),
        {
          type: 'table',
          header: 'each-page',
          rules: 'head',
          columns: columns(
            ['date', 'Kirj.pv', 60, 'left', { top: true }],
            ['what', 'Saaja / Maksaja, viesti', 290],
            ['amount', 'Määrä', 110, 'right'],
          ),
          rows: [
            { cells: { what: 'ALKUSALDO', amount: book.opening(signed) } },
            ...book.entries.map((entry) => ({
              anchor: 'bottom' as const,
              cells: {
                date: book.date(entry, 'D.M.'),
                what: entry.movement.lines,
                amount: book.amount(entry, signed),
              },
            })),
            { cells: { what: 'LOPPUSALDO', amount: book.closing(signed) } },
          ],
        },
      ],
    };
  },
};

export const nordic: readonly StatementLayout[] = [norrland, fjord, oresund, tunturi];
