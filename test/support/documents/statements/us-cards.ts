import { gap, LETTER, margins, prose, rule, side, text } from '../blocks.js';
import { addDays } from '../dates.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import type { Entry } from '../pen.js';
import { US } from '../places/english.js';
import { addressed, columns, oneLine, smallPrint } from './parts.js';

const usd: MoneyStyle = { ...MONEY.point, prefix: '$' };
const plain = MONEY.point;

/** A credit card's statement: account summary, payments and purchases apart, interest table, rewards. */
const sapphire: StatementLayout = {
  name: 'us_sable_card',
  family: 'us',
  era: 'before',
  place: US,
  card: true,
  traits: [
    'card-summary',
    'sections',
    'no-year-in-rows',
    'rate-table',
    'rewards',
    'foreign-second-line',
    'side-by-side',
    'legal-with-amounts',
    'no-running-balance',
    'tiny',
  ],
  accounts: [{ owed: true, count: [10, 34], must: ['foreign', 'refund', 'interest', 'payment', 'fee'] }],
  sheet: ({ book, random }) => {
    const of = (...kinds: readonly string[]) =>
      book.entries.filter((entry) => kinds.includes(entry.movement.kind));
    const fees = of('fee');
    const interest = of('interest');
    const purchases = book.outgoing.filter((entry) => !fees.includes(entry) && !interest.includes(entry));
    const rows = (entries: readonly Entry[]) =>
      entries.map((entry) => ({
        cells: {
          date: book.date(entry, 'MM/DD'),
          what: entry.movement.lines,
          amount: book.amount(entry, plain, true),
        },
      }));
    const table = (title: string, entries: readonly Entry[]) => [
      gap(8),
      text(title, { bold: true, size: 8 }),
      {
        type: 'table' as const,
        header: 'none' as const,
        columns: columns(['date', '', 60], ['what', '', 340], ['amount', '', 100, 'right']),
        rows: rows(entries),
      },
    ];
    const due = addDays(book.account.to, 25);
    return {
      size: LETTER,
      margin: margins(40, 46, 50),
      style: { face: 'sans', size: 7.5 },
      foot: [
        text(
          `${book.account.holder.toUpperCase()}      Page {page} of {pages}      Statement Date: ${book.other(book.account.to, 'MM/DD/YY')}`,
          { size: 6.5 },
        ),
      ],
      blocks: [
        side(
          [
            270,
            [
              text('sable rewards card', { size: 16, bold: true }),
              gap(8),
              addressed(book, '31 Cobblestone Ct'),
            ],
          ],
          [
            250,
            [
              {
                type: 'pairs',
                width: 240,
                fill: '#eeeeee',
                rows: [
                  ['New Balance', book.closing(usd)],
                  ['Minimum Payment Due', book.info(4000, usd)],
                  ['Payment Due Date', book.other(due, 'MM/DD/YY')],
                ],
              },
            ],
          ],
        ),
        gap(8),
        prose(
          'Late Payment Warning: If we do not receive your minimum payment by the date listed above, you may have to pay a late fee of up to $40.00 and your APRs will be subject to increase to a maximum Penalty APR of 29.99%.',
        ),
        gap(8),
        side(
          [
            270,
            [
              text('ACCOUNT SUMMARY', { bold: true }),
              {
                type: 'pairs',
                width: 250,
                rows: [
                  ['Account Number:', `XXXX XXXX XXXX ${book.account.number.slice(-4)}`],
                  ['Previous Balance', book.opening(usd)],
                  ['Payment, Credits', `-${book.sectionTotal(book.incoming, usd)}`],
                  ['Purchases', `+${book.sectionTotal(purchases, usd)}`],
                  ['Cash Advances', book.info(0, usd)],
                  ['Balance Transfers', book.info(0, usd)],
                  ['Fees Charged', `+${book.sectionTotal(fees, usd)}`],
                  ['Interest Charged', `+${book.sectionTotal(interest, usd)}`],
                  ['New Balance', book.closing(usd)],
                  ['Opening/Closing Date', `${book.from('MM/DD/YY')} - ${book.to('MM/DD/YY')}`],
                  ['Credit Access Line', book.info(12_000, { ...usd, exponent: 0 })],
                  ['Available Credit', book.info(643_100, usd)],
                ],
              },
            ],
          ],
          [
            250,
            [
              text('SABLE POINTS SUMMARY', { bold: true }),
              {
                type: 'pairs',
                width: 230,
                rows: [
                  ['Previous points balance', '24,118'],
                  ['+ 1 Point per $1 earned on all purchases', '1,204'],
                  ['+ 2X points on dining', '388'],
                  ['Total points available for redemption', '25,710'],
                ],
              },
            ],
          ],
        ),
        gap(12),
        text('ACCOUNT ACTIVITY', { bold: true, size: 11 }),
        side(
          [60, [text(['Date of', 'Transaction'], { size: 6.5 })]],
          [340, [text(['', 'Merchant Name or Transaction Description'], { size: 6.5 })]],
          [100, [text(['', '$ Amount'], { size: 6.5 }, 'right')]],
        ),
        rule(),
        ...table('PAYMENTS AND OTHER CREDITS', book.incoming),
        ...table('PURCHASE', purchases),
        ...table('FEES CHARGED', fees),
        text(`TOTAL FEES FOR THIS PERIOD  ${book.sectionTotal(fees, usd)}`, { bold: true }, 'center'),
        ...table('INTEREST CHARGED', interest),
        text(`TOTAL INTEREST FOR THIS PERIOD  ${book.sectionTotal(interest, usd)}`, { bold: true }, 'center'),
        gap(10),
        {
          type: 'pairs',
          width: 260,
          boxed: true,
          rows: [
            ['', `${book.account.to.slice(0, 4)} Totals Year-to-Date`],
            [`Total fees charged in ${book.account.to.slice(0, 4)}`, book.info(9500, usd)],
            [`Total interest charged in ${book.account.to.slice(0, 4)}`, book.info(18_244, usd)],
          ],
        },
        gap(10),
        text('INTEREST CHARGES', { bold: true, size: 10 }),
        {
          type: 'table',
          header: 'once',
          rules: 'grid',
          columns: columns(
            ['a', 'Balance Type', 130],
            ['b', ['Annual Percentage', 'Rate (APR)'], 110, 'right'],
            ['c', ['Balance Subject To', 'Interest Rate'], 120, 'right'],
            ['d', 'Interest Charges', 110, 'right'],
          ),
          rows: [
            {
              cells: {
                a: 'Purchases',
                b: '21.49%(v)(d)',
                c: book.info(88_015, usd),
                d: interest.length ? book.sectionTotal(interest, usd) : '- 0 -',
              },
            },
            { cells: { a: 'Cash Advances', b: '29.99%(v)(d)', c: '- 0 -', d: '- 0 -' } },
          ],
        },
        ...smallPrint(random, '$', 6),
      ],
    };
  },
};

/** A card for two people: each cardholder's part apart, transaction and posting dates, a long reference, CR behind credits. */
const compass: StatementLayout = {
  name: 'us_compass_family_card',
  family: 'us',
  era: 'before',
  place: US,
  card: true,
  traits: [
    'card-summary',
    'cardholders',
    'two-dates',
    'reference-column',
    'cr-dr',
    'no-year-in-rows',
    'dots',
    'no-running-balance',
    'ruled',
  ],
  accounts: [{ owed: true, count: [12, 30], must: ['payment'] }],
  sheet: ({ book }) => {
    const credit: MoneyStyle = { ...plain, negative: 'words', words: ['', 'CR'] };
    const names = [book.account.holder, 'Jamie Whitlock'];
    const group = (holder: number) => {
      const entries = book.entries.filter((entry) => entry.movement.holder === holder);
      return [
        gap(10),
        text(`${(names[holder] ?? '').toUpperCase()}   Card ending in ${holder === 0 ? '4471' : '9036'}`, {
          bold: true,
        }),
        {
          type: 'table' as const,
          header: 'each-page' as const,
          rules: 'grid' as const,
          columns: columns(
            ['t', ['Trans', 'Date'], 42],
            ['p', ['Post', 'Date'], 42],
            ['ref', 'Reference Number', 120],
            ['what', 'Description', 220, 'left', { wrap: true }],
            ['amount', 'Amount', 84, 'right'],
          ),
          rows: entries.map((entry) => ({
            cells: {
              t: book.date(entry, 'MM/DD'),
              p: book.valueDate(entry, 'MM/DD'),
              ref: `2469216${entry.movement.reference.slice(0, 8)}`,
              what: oneLine(entry),
              amount: book.amount(entry, credit, true),
            },
          })),
        },
      ];
    };
    return {
      size: LETTER,
      margin: margins(42, 50, 50),
      style: { face: 'sans', size: 8.5 },
      blocks: [
        text('Compass Federal  |  Family Card Statement', { size: 15, bold: true }),
        text(`Billing Cycle: ${book.from('MM/DD/YYYY')} - ${book.to('MM/DD/YYYY')}`),
        gap(10),
        {
          type: 'pairs',
          dots: true,
          width: 330,
          rows: [
            ['Previous Balance', book.opening(usd)],
            ['Payments and Credits', `-${book.sectionTotal(book.incoming, usd)}`],
            ['Purchases, Fees and Interest', `+${book.sectionTotal(book.outgoing, usd)}`],
            ['New Balance', book.closing(usd)],
            ['Credit Limit', book.info(800_000, usd)],
            ['Available Credit', book.info(512_345, usd)],
            ['Minimum Payment Due', book.info(3500, usd)],
            ['Payment Due Date', book.other(addDays(book.account.to, 25), 'MM/DD/YYYY')],
          ],
        },
        ...group(0),
        ...group(1),
      ],
    };
  },
};

export const usCards: readonly StatementLayout[] = [sapphire, compass];
