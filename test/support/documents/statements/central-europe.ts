import { A4, gap, margins, rule, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { CZ, NL, PL } from '../places/europe.js';
import { addressed, columns, oneLine } from './parts.js';

/** Polish: no-break spaces in thousands, currency code behind each figure, date above value date. */
const bursztyn: StatementLayout = {
  name: 'pl_bursztyn_konto',
  family: 'east-europe',
  era: 'before',
  place: PL,
  traits: [
    'signed-column',
    'decimal-comma',
    'nbsp-thousands',
    'two-dates',
    'balance-per-row',
    'wrapped',
    'symbol-per-amount',
    'non-latin',
    'balances-in-box',
    'ruled',
  ],
  accounts: [{ count: [10, 34] }],
  sheet: ({ book }) => {
    const zloty: MoneyStyle = { ...MONEY.commaNbsp, suffix: '\u00a0PLN' };
    return {
      size: A4,
      margin: margins(48, 46),
      style: { face: 'inter', size: 8 },
      blocks: [
        text('Bank Bursztynowy S.A.', { size: 14, bold: true }),
        text('WYCIĄG Z RACHUNKU BANKOWEGO', { size: 11 }),
        addressed(book, 'ul. Kwiatowa 8/15'),
        gap(6),
        {
          type: 'pairs',
          width: 330,
          boxed: true,
          rows: [
            ['Za okres', `od ${book.from('DD.MM.YYYY')} do ${book.to('DD.MM.YYYY')}`],
            ['Saldo początkowe', book.opening(zloty)],
            ['Suma uznań', book.totalIn(zloty)],
            ['Suma obciążeń', book.totalOut(zloty)],
            ['Saldo końcowe', book.closing(zloty)],
          ],
        },
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          rules: 'grid',
          columns: columns(
            ['date', ['Data księgowania', 'Data operacji'], 84],
            ['what', 'Opis operacji', 220, 'left', { wrap: true }],
            ['amount', 'Kwota', 92, 'right'],
            ['balance', 'Saldo po operacji', 100, 'right'],
          ),
          rows: book.entries.map((entry) => ({
            cells: {
              date: [book.date(entry, 'DD.MM.YYYY'), book.valueDate(entry, 'DD.MM.YYYY')],
              what: entry.movement.lines,
              amount: book.amount(entry, zloty),
              balance: book.balance(entry, zloty),
            },
          })),
        },
      ],
    };
  },
};

/** Czech: a space in thousands, description first, amount, then the date. */
const vltava: StatementLayout = {
  name: 'cz_vltava_ucet',
  family: 'east-europe',
  era: 'before',
  place: CZ,
  traits: [
    'signed-column',
    'decimal-comma',
    'space-thousands',
    'no-running-balance',
    'non-latin',
    'balances-in-rows',
    'reference-column',
    'columns-in-turn',
  ],
  accounts: [{ count: [10, 32] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(50, 50),
    style: { face: 'inter', size: 8.5 },
    blocks: [
      text('Vltavská spořitelna', { size: 15, bold: true }),
      text(
        `Výpis z účtu č. ${book.account.number}/0800   období ${book.from('D.M.YYYY')} - ${book.to('D.M.YYYY')}   měna CZK`,
      ),
      text(`Počáteční zůstatek: ${book.opening(MONEY.commaSpace)}`, { bold: true }),
      gap(6),
      {
        type: 'table',
        header: 'each-page',
        rules: 'rows',
        columns: columns(
          ['date', 'Datum', 62],
          ['what', 'Popis transakce', 190, 'left', { wrap: true }],
          ['vs', 'Variabilní symbol', 90],
          ['amount', 'Částka', 110, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'DD.MM.YYYY'),
            what: oneLine(entry),
            vs: entry.movement.reference.slice(0, 8),
            amount: book.amount(entry, MONEY.commaSpace),
          },
        })),
      },
      rule(),
      text(`Konečný zůstatek: ${book.closing(MONEY.commaSpace)}`, { bold: true }),
    ],
    manner: { order: 'columns' },
  }),
};

/** Af and Bij as words behind the amount, four-line descriptions, no running balance. */
const polder: StatementLayout = {
  name: 'nl_polder_betaal',
  family: 'east-europe',
  era: 'before',
  place: NL,
  traits: [
    'cr-dr',
    'decimal-comma',
    'dot-thousands',
    'wrapped',
    'no-running-balance',
    'balances-in-box',
    'type-column',
    'torn-rows',
    'no-year-in-rows',
  ],
  accounts: [{ count: [12, 36] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(52, 54),
    style: { face: 'sans', size: 8.5 },
    blocks: [
      side(
        [
          280,
          [
            text('Polderbank', { size: 17, bold: true, color: '#00857a' }),
            gap(10),
            addressed(book, 'Dorpsstraat 9'),
          ],
        ],
        [
          210,
          [
            text([
              `Rekeningafschrift ${book.account.to.slice(5, 7)}-${book.account.to.slice(0, 4)}`,
              `IBAN NL20 POLD 0${book.account.number.slice(0, 9)}`,
              `Periode ${book.from('D-M-YYYY')} t/m ${book.to('D-M-YYYY')}`,
            ]),
          ],
        ],
      ),
      gap(10),
      {
        type: 'table',
        header: 'once',
        rules: 'grid',
        columns: columns(
          ['a', 'Beginsaldo', 120, 'right'],
          ['b', 'Totaal afgeschreven', 120, 'right'],
          ['c', 'Totaal bijgeschreven', 120, 'right'],
          ['d', 'Eindsaldo', 120, 'right'],
        ),
        rows: [
          {
            cells: {
              a: book.opening({ ...MONEY.comma, prefix: '€ ' }),
              b: book.totalOut({ ...MONEY.comma, prefix: '€ ' }),
              c: book.totalIn({ ...MONEY.comma, prefix: '€ ' }),
              d: book.closing({ ...MONEY.comma, prefix: '€ ' }),
            },
          },
        ],
      },
      gap(10),
      {
        type: 'table',
        header: 'each-page',
        rules: 'head',
        tearable: true,
        columns: columns(
          ['date', 'Datum', 50],
          ['what', 'Omschrijving', 300],
          ['amount', 'Bedrag', 80, 'right'],
          ['side', 'Af/Bij', 50],
        ),
        rows: book.entries.map((entry) => ({
          gap: 2,
          cells: {
            date: book.date(entry, 'D-MM'),
            what: entry.movement.lines,
            amount: book.size(entry, MONEY.comma),
            side: entry.movement.amount < 0 ? 'Af' : 'Bij',
          },
        })),
      },
    ],
  }),
};

export const centralEurope: readonly StatementLayout[] = [bursztyn, vltava, polder];
