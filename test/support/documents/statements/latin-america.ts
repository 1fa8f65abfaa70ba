import { A4, gap, margins, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { BR, CL, MX } from '../places/world.js';
import { addressed, columns, oneLine } from './parts.js';

const plain = MONEY.point;

/** Day and month, a C or D behind each figure, "SALDO ANTERIOR" and day-end balance rows of their own. */
const ipe: StatementLayout = {
  name: 'br_ipe_corrente',
  family: 'south',
  era: 'before',
  place: BR,
  traits: [
    'cr-dr',
    'signed-column',
    'decimal-comma',
    'dot-thousands',
    'balance-per-day',
    'no-year-in-rows',
    'balances-in-rows',
    'reference-column',
  ],
  accounts: [{ count: [14, 38], crowded: true }],
  sheet: ({ book }) => {
    const cd: MoneyStyle = { ...MONEY.comma, negative: 'words', words: ['C', 'D'] };
    return {
      size: A4,
      margin: margins(48, 50),
      style: { face: 'sans', size: 8.5 },
      blocks: [
        text('banco ipê', { size: 18, bold: true, color: '#6a1b9a' }),
        text('Extrato de conta corrente', { size: 12 }),
        text([
          book.account.holder,
          `Agência 3417   Conta ${book.account.number.slice(0, 6)}-2   Período de ${book.from('DD/MM/YYYY')} a ${book.to('DD/MM/YYYY')}   Valores em R$`,
        ]),
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          rules: 'head',
          columns: columns(
            ['date', 'Data', 50],
            ['what', 'Lançamentos', 220, 'left', { wrap: true }],
            ['doc', 'Nº documento', 90, 'right'],
            ['amount', 'Valor (R$)', 90, 'right'],
          ),
          rows: [
            {
              cells: {
                date: book.other(book.account.from, 'DD/MM'),
                what: 'SALDO ANTERIOR',
                amount: book.opening(cd),
              },
              style: { bold: true },
            },
            ...book.entries.flatMap((entry) => [
              {
                cells: {
                  date: book.date(entry, 'DD/MM'),
                  what: oneLine(entry),
                  doc: entry.movement.reference.slice(0, 6),
                  amount: book.amount(entry, cd),
                },
              },
              ...(book.endsDay(entry)
                ? [
                    {
                      cells: {
                        date: book.other(entry.movement.date, 'DD/MM'),
                        what: 'SALDO DO DIA',
                        amount: book.daily(entry.balance, cd),
                      },
                      style: { bold: true },
                    },
                  ]
                : []),
            ]),
            {
              cells: {
                date: book.other(book.account.to, 'DD/MM'),
                what: 'SALDO FINAL DISPONIVEL',
                amount: book.closing(cd),
              },
              style: { bold: true },
            },
          ],
        },
      ],
    };
  },
};

/** OPER and LIQ dates as DD/MON, charges and credits, two balances in the last columns on a day's last row. */
const anahuac: StatementLayout = {
  name: 'mx_anahuac_maestra',
  family: 'south',
  era: 'before',
  place: MX,
  traits: [
    'debit-credit-columns',
    'two-dates',
    'balance-per-day',
    'column-after-amount',
    'no-year-in-rows',
    'wrapped',
    'balances-in-box',
    'page-totals',
    'side-by-side',
  ],
  accounts: [{ count: [14, 36], crowded: true }],
  sheet: ({ book }) => ({
    size: [612, 792],
    margin: margins(40, 36),
    style: { face: 'sans', size: 7.5 },
    foot: [
      text(
        'Anáhuac México, S.A., Institución de Banca Múltiple. Av. Reforma 510. R.F.C. ANA830831LJ2      PAGINA {page} / {pages}',
        { size: 6 },
      ),
    ],
    blocks: [
      side(
        [
          270,
          [text('ANÁHUAC', { size: 17, bold: true, color: '#072146' }), addressed(book, 'CALLE DURANGO 88')],
        ],
        [
          260,
          [
            {
              type: 'pairs',
              width: 250,
              boxed: true,
              rows: [
                ['Periodo', `DEL ${book.from('DD/MM/YYYY')} AL ${book.to('DD/MM/YYYY')}`],
                ['No. de Cuenta', book.account.number],
                ['Saldo Anterior', book.opening(plain)],
                ['Depósitos / Abonos (+)', book.totalIn(plain)],
                ['Retiros / Cargos (-)', book.totalOut(plain)],
                ['Saldo Final', book.closing(plain)],
              ],
            },
          ],
        ],
      ),
      gap(10),
      text('Detalle de Movimientos Realizados   (Moneda Nacional, MXN)', { bold: true }),
      {
        type: 'table',
        header: 'each-page',
        rules: 'head',
        columns: columns(
          ['date', 'OPER', 42],
          ['value', 'LIQ', 42],
          ['what', 'DESCRIPCION', 190, 'left', { wrap: true }],
          ['out', 'CARGOS', 66, 'right'],
          ['in', 'ABONOS', 66, 'right'],
          ['b1', 'OPERACION', 66, 'right'],
          ['b2', 'LIQUIDACION', 66, 'right'],
        ),
        rows: book.entries.map((entry) => ({
          cells: {
            date: book.date(entry, 'DD/MON'),
            value: book.valueDate(entry, 'DD/MON'),
            what: entry.movement.lines,
            out: book.debit(entry, plain),
            in: book.credit(entry, plain),
            b1: book.endsDay(entry) ? book.balance(entry, plain) : '',
            b2: book.endsDay(entry) ? book.balance(entry, plain) : '',
          },
        })),
      },
      gap(4),
      text(
        `TOTAL IMPORTE CARGOS ${book.totalOut(plain)}      TOTAL MOVIMIENTOS CARGOS ${book.outgoing.length}`,
      ),
      text(
        `TOTAL IMPORTE ABONOS ${book.totalIn(plain)}      TOTAL MOVIMIENTOS ABONOS ${book.incoming.length}`,
      ),
    ],
  }),
};

/** Pesos without decimals and dots for thousands, branch before the description, balance on some rows only. */
const cordillera: StatementLayout = {
  name: 'cl_cordillera_vista',
  family: 'south',
  era: 'before',
  place: CL,
  traits: [
    'debit-credit-columns',
    'no-decimals',
    'dot-thousands',
    'balance-per-row',
    'no-year-in-rows',
    'reference-column',
    'balances-in-box',
    'symbol-per-amount',
  ],
  accounts: [{ count: [10, 30] }],
  sheet: ({ book }) => {
    const peso: MoneyStyle = { ...MONEY.wholeDot, prefix: '$ ' };
    return {
      size: [612, 792],
      margin: margins(50, 50),
      style: { face: 'sans', size: 8 },
      blocks: [
        text('BANCO CORDILLERA', { size: 15, bold: true }),
        text('CARTOLA CUENTA VISTA'),
        {
          type: 'pairs',
          width: 300,
          boxed: true,
          rows: [
            ['N° cuenta', book.account.number],
            ['Desde - Hasta', `${book.from('DD/MM/YYYY')} - ${book.to('DD/MM/YYYY')}`],
            ['Moneda', 'CLP'],
            ['Saldo inicial', book.opening(peso)],
            ['Saldo final', book.closing(peso)],
          ],
        },
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          rules: 'rows',
          columns: columns(
            ['date', 'FECHA', 44],
            ['branch', 'SUCURSAL', 62],
            ['what', 'DESCRIPCION', 160, 'left', { wrap: true }],
            ['doc', 'N° DOCTO', 62],
            ['out', 'CARGOS', 62, 'right'],
            ['in', 'ABONOS', 62, 'right'],
            ['balance', 'SALDO', 62, 'right'],
          ),
          rows: book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'DD/MM'),
              branch: 'INTERNET',
              what: oneLine(entry),
              doc: entry.movement.reference.slice(0, 7),
              out: book.debit(entry, MONEY.wholeDot),
              in: book.credit(entry, MONEY.wholeDot),
              balance: book.balance(entry, MONEY.wholeDot),
            },
          })),
        },
      ],
    };
  },
};

export const latinAmerica: readonly StatementLayout[] = [ipe, anahuac, cordillera];
