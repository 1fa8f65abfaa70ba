import { A4, gap, margins, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { CH, FR, NL } from '../places/europe.js';
import { addressed, columns, oneLine } from './parts.js';

const comma = MONEY.comma;

/** A card billed in francs: purchase date, booking date, foreign amount in a column of its own. */
const cervin: StatementLayout = {
  name: 'ch_cervin_karte',
  described: ([headline = '']) => headline,
  family: 'later-europe',
  era: 'after',
  place: CH,
  card: true,
  traits: [
    'card-summary',
    'currency-column',
    'two-dates',
    'apostrophe-thousands',
    'no-running-balance',
    'trailing-minus',
    'no-year-in-rows',
  ],
  accounts: [{ owed: true, count: [10, 28], must: ['foreign', 'foreign', 'payment'] }],
  sheet: ({ book }) => {
    const franc: MoneyStyle = { ...MONEY.pointApostrophe, negative: 'trailing' };
    return {
      size: A4,
      margin: margins(56, 50),
      style: { face: 'sans', size: 8.5 },
      blocks: [
        text('Cervin Kreditkarte - Monatsrechnung', { bold: true, size: 14 }),
        text(`Rechnungsperiode ${book.from('DD.MM.YYYY')} - ${book.to('DD.MM.YYYY')}    Beträge in CHF`),
        addressed(book, 'Bahnhofstrasse 2'),
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          rules: 'rows',
          columns: columns(
            ['date', 'Einkauf', 48],
            ['post', 'Verbucht', 50],
            ['what', 'Beschreibung', 190],
            ['cur', 'Whg', 32],
            ['orig', 'Betrag Whg', 70, 'right'],
            ['amount', 'Betrag CHF', 90, 'right'],
          ),
          rows: [
            { cells: { what: 'Saldo letzte Rechnung', amount: book.opening(franc) } },
            ...book.entries.map((entry) => ({
              cells: {
                date: book.date(entry, 'DD.MM.'),
                post: book.valueDate(entry, 'DD.MM.'),
                what: entry.movement.lines[0] ?? '',
                cur: entry.movement.original?.currency ?? '',
                orig: entry.movement.original ? (entry.movement.original.amount / 100).toFixed(2) : '',
                amount: book.amount(entry, franc, true),
              },
            })),
            {
              cells: { what: 'Neuer Saldo zu unseren Gunsten', amount: book.closing(franc) },
              style: { bold: true },
            },
          ],
        },
      ],
    };
  },
};

/** Rows with the sign in a column of its own before the amount. */
const zuid: StatementLayout = {
  name: 'nl_zuider_rekening',
  family: 'later-europe',
  era: 'after',
  place: NL,
  traits: [
    'type-column',
    'decimal-comma',
    'dot-thousands',
    'balance-per-row',
    'iso-dates',
    'newest-first',
    'ruled',
    'balances-in-sentence',
  ],
  accounts: [{ count: [10, 30] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(56, 50),
    style: { face: 'sans', size: 8.5 },
    blocks: [
      text('Zuiderbank rekeningoverzicht', { bold: true, size: 14 }),
      text(
        `Van ${book.from('YYYY-MM-DD')} tot en met ${book.to('YYYY-MM-DD')}. Beginsaldo: EUR ${book.opening(comma)}. Eindsaldo: EUR ${book.closing(comma)}.`,
      ),
      gap(8),
      {
        type: 'table',
        header: 'each-page',
        rules: 'grid',
        columns: columns(
          ['date', 'Datum', 62],
          ['what', 'Naam / omschrijving', 220, 'left', { wrap: true }],
          ['sign', '+/-', 26, 'center'],
          ['amount', 'Bedrag', 80, 'right'],
          ['balance', 'Saldo na boeking', 90, 'right'],
        ),
        rows: [...book.entries].reverse().map((entry) => ({
          cells: {
            date: book.date(entry, 'YYYY-MM-DD'),
            what: oneLine(entry),
            sign: entry.movement.amount < 0 ? '-' : '+',
            amount: book.size(entry, comma),
            balance: book.balance(entry, comma),
          },
        })),
      },
    ],
  }),
};

/** Two columns of opening and closing in one line, rows torn over pages, deferred card spending listed below as a block that isn't the account's. */
const garonne: StatementLayout = {
  name: 'fr_garonne_releve',
  family: 'later-europe',
  era: 'after',
  place: FR,
  traits: [
    'debit-credit-columns',
    'decimal-comma',
    'space-thousands',
    'torn-rows',
    'two-dates',
    'no-running-balance',
    'balances-in-rows',
    'summary-after',
  ],
  accounts: [{ count: [20, 44] }],
  sheet: ({ book }) => ({
    size: A4,
    margin: margins(50, 44),
    style: { face: 'serif', size: 9 },
    foot: [text('Page {page} sur {pages}', { size: 7 }, 'center')],
    blocks: [
      text('Banque de la Garonne', { bold: true, size: 15 }),
      text(
        `Relevé n° ${book.account.to.slice(5, 7)} du ${book.to('DD/MM/YYYY')}   Compte courant ${book.account.number} en euros`,
      ),
      text(`Période du ${book.from('DD/MM/YYYY')} au ${book.to('DD/MM/YYYY')}`),
      gap(8),
      {
        type: 'table',
        header: 'each-page',
        rules: 'columns',
        tearable: true,
        columns: columns(
          ['date', 'Date', 58],
          ['value', 'Valeur', 58],
          ['what', 'Libellé', 230],
          ['out', 'Débit EUR', 78, 'right'],
          ['in', 'Crédit EUR', 78, 'right'],
        ),
        rows: [
          {
            cells: {
              what: `Ancien solde au ${book.other(book.account.from, 'DD/MM/YYYY')}`,
              in: book.opening(MONEY.commaSpace),
            },
          },
          ...book.entries.map((entry) => ({
            cells: {
              date: book.date(entry, 'DD/MM/YY'),
              value: book.valueDate(entry, 'DD/MM/YY'),
              what: [...entry.movement.lines, `Réf ${entry.movement.reference}`],
              out: book.debit(entry, MONEY.commaSpace),
              in: book.credit(entry, MONEY.commaSpace),
            },
          })),
          {
            cells: {
              what: 'Totaux des mouvements',
              out: book.totalOut(MONEY.commaSpace),
              in: book.totalIn(MONEY.commaSpace),
            },
            style: { bold: true },
          },
          {
            cells: {
              what: `Nouveau solde au ${book.other(book.account.to, 'DD/MM/YYYY')}`,
              in: book.closing(MONEY.commaSpace),
            },
            style: { bold: true },
          },
        ],
      },
    ],
  }),
};

export const laterContinent: readonly StatementLayout[] = [cervin, zuid, garonne];
