import { gap, LETTER, margins, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { US } from '../places/english.js';
import { columns } from '../statements/parts.js';
import { payLines, TAXES } from './parts.js';
import type { StubLayout } from './pay.js';

const plain = MONEY.point;
const usd: MoneyStyle = { ...MONEY.point, prefix: '$' };
/** Earnings with rate and hours, statutory deductions below with minus signs, this period beside the year to date. */
const earningsStatement: StubLayout = {
  name: 'us_earnings_statement',
  family: 'pay stub',
  era: 'before',
  place: US,
  traits: ['current-and-ytd', 'hours-and-rate', 'net-printed', 'minus-deductions'],
  wish: {
    frequency: 'fortnightly',
    hourly: true,
    base: 'Regular',
    extras: ['Holiday', 'Bonus'],
    deductions: [...TAXES, ['401(K)', 50], ['Dental', 9]],
  },
  sheet: (slip) => ({
    size: LETTER,
    margin: margins(48, 46),
    style: { face: 'sans', size: 8.5 },
    blocks: [
      side(
        [
          280,
          [
            text(
              [
                'CO.  FILE  DEPT.  CLOCK  VCHR. NO.',
                `ABC  ${slip.random.digits(6)}  00120  00000  ${slip.random.digits(9)}`,
              ],
              { size: 6.5 },
            ),
            gap(6),
            text(slip.pay.employer, { bold: true, size: 10 }),
            text(['475 Anystreet', slip.pay.city]),
          ],
        ],
        [
          240,
          [
            text('Earnings Statement', { size: 16, bold: true }),
            {
              type: 'pairs',
              width: 220,
              valueAt: 100,
              rows: [
                ['Period Beginning:', slip.from('MM/DD/YYYY')],
                ['Period Ending:', slip.to('MM/DD/YYYY')],
                ['Pay Date:', slip.paid('MM/DD/YYYY')],
              ],
            },
            gap(8),
            text(slip.pay.employee.toUpperCase(), { bold: true }),
          ],
        ],
      ),
      gap(20),
      {
        type: 'table',
        header: 'once',
        rules: 'head',
        columns: columns(
          ['name', 'Earnings', 130],
          ['rate', 'rate', 60, 'right'],
          ['hours', 'hours', 60, 'right'],
          ['now', 'this period', 80, 'right'],
          ['ytd', 'year to date', 90, 'right'],
        ),
        rows: [
          ...slip.pay.earnings.map((line) => ({
            cells: {
              name: line.name,
              rate: slip.rate(line, { ...plain }),
              hours: slip.hours(line),
              now: slip.earning(line, plain),
              ytd: slip.info(line.toDate, plain),
            },
          })),
          {
            cells: { name: 'Gross Pay', now: slip.gross(usd), ytd: slip.grossToDate(plain) },
            style: { bold: true },
          },
        ],
      },
      gap(8),
      {
        type: 'table',
        header: 'once',
        rules: 'head',
        columns: columns(
          ['name', 'Deductions   Statutory', 250],
          ['now', '', 80, 'right'],
          ['ytd', '', 90, 'right'],
        ),
        rows: [
          ...slip.pay.deductions.map((line) => ({
            cells: {
              name: line.name,
              now: `-${slip.deduction(line, plain)}`,
              ytd: slip.info(line.toDate, plain),
            },
          })),
          { cells: { name: 'Net Pay', now: slip.net(usd) }, style: { bold: true } },
        ],
      },
      gap(14),
      text(
        'Your federal taxable wages this period are $2,180.44. Excluded from federal taxable wages. Basis of pay: hourly.',
        { size: 7 },
      ),
    ],
  }),
};

/** Earnings on the left, withholdings on the right, net pay below with its year to date. */
const sideBySide: StubLayout = {
  name: 'us_two_panels',
  family: 'pay stub',
  era: 'before',
  place: US,
  traits: ['side-by-side', 'current-and-ytd', 'net-printed'],
  wish: {
    frequency: 'semi-monthly',
    base: 'Salary',
    extras: ['Commission', 'Phone Stipend'],
    deductions: [...TAXES, ['Medical Pre-Tax', 28], ['HSA', 15]],
  },
  sheet: (slip) => {
    const panel = columns(
      ['name', 'DESCRIPTION', 120],
      ['now', 'CURRENT ($)', 65, 'right'],
      ['ytd', 'YTD ($)', 70, 'right'],
    );
    return {
      size: LETTER,
      margin: margins(50, 40),
      style: { face: 'sans', size: 8 },
      blocks: [
        text(slip.pay.employer, { bold: true, size: 12 }),
        text(
          `EMPLOYEE: ${slip.pay.employee}     PAY PERIOD: ${slip.from('MM/DD/YY')} to ${slip.to('MM/DD/YY')}     CHECK DATE: ${slip.paid('MM/DD/YY')}`,
        ),
        gap(10),
        side(
          [
            266,
            [
              text('EARNINGS', { bold: true }),
              {
                type: 'table',
                header: 'once',
                rules: 'rows',
                columns: panel,
                rows: [
                  ...payLines(slip, slip.pay.earnings, (line) => slip.earning(line, plain)),
                  {
                    cells: { name: 'Gross Earnings', now: slip.gross(plain), ytd: slip.grossToDate(plain) },
                    style: { bold: true },
                  },
                ],
              },
            ],
          ],
          [
            266,
            [
              text('WITHHOLDINGS AND DEDUCTIONS', { bold: true }),
              {
                type: 'table',
                header: 'once',
                rules: 'rows',
                columns: panel,
                rows: [
                  ...payLines(slip, slip.pay.deductions, (line) => slip.deduction(line, plain)),
                  {
                    cells: {
                      name: 'TOTAL',
                      now: slip.deducted(plain),
                      ytd: slip.info(slip.pay.grossToDate - slip.pay.netToDate, plain),
                    },
                    style: { bold: true },
                  },
                ],
              },
            ],
          ],
        ),
        gap(14),
        {
          type: 'table',
          header: 'once',
          rules: 'grid',
          columns: columns(
            ['a', 'NET PAY', 180],
            ['now', 'THIS PERIOD ($)', 100, 'right'],
            ['ytd', 'YTD ($)', 100, 'right'],
          ),
          rows: [
            {
              cells: {
                a: 'Direct deposit ****4410',
                now: slip.net(plain),
                ytd: slip.info(slip.pay.netToDate, plain),
              },
              style: { bold: true },
            },
          ],
        },
      ],
    };
  },
};

/** A one-line summary of sums across the top, tables of taxes and benefits below, payment information last. */
const summaryAcross: StubLayout = {
  name: 'us_summary_across',
  family: 'pay stub',
  era: 'before',
  place: US,
  traits: ['summary-table', 'current-and-ytd', 'net-printed', 'employer-contributions', 'shaded'],
  wish: {
    frequency: 'fortnightly',
    base: 'Salaried Regular',
    extras: ['Group Term Life'],
    deductions: [...TAXES, ['Medical', 31], ['401k Traditional', 60]],
    contributions: [
      ['401k Match', 40],
      ['Medical - Employer', 80],
    ],
  },
  sheet: (slip) => ({
    size: [792, 612],
    margin: margins(40, 40),
    style: { face: 'sans', size: 8 },
    blocks: [
      text(`${slip.pay.employer}   500 Cascade Way   ${slip.pay.city}`, { size: 9 }),
      gap(6),
      {
        type: 'table',
        header: 'once',
        rules: 'grid',
        headFill: '#e8e8e8',
        columns: columns(
          ['a', 'Name', 150],
          ['b', 'Company', 200],
          ['c', 'Pay Period Begin', 100],
          ['d', 'Pay Period End', 100],
          ['e', 'Check Date', 100],
        ),
        rows: [
          {
            cells: {
              a: slip.pay.employee,
              b: slip.pay.employer,
              c: slip.from('MM/DD/YYYY'),
              d: slip.to('MM/DD/YYYY'),
              e: slip.paid('MM/DD/YYYY'),
            },
          },
        ],
      },
      gap(8),
      {
        type: 'table',
        header: 'once',
        rules: 'grid',
        headFill: '#e8e8e8',
        columns: columns(
          ['a', '', 80],
          ['b', 'Gross Pay', 110, 'right'],
          ['c', 'Total Deductions', 130, 'right'],
          ['d', 'Net Pay', 110, 'right'],
        ),
        rows: [
          { cells: { a: 'Current', b: slip.gross(plain), c: slip.deducted(plain), d: slip.net(plain) } },
          {
            cells: {
              a: 'YTD',
              b: slip.grossToDate(plain),
              c: slip.info(slip.pay.grossToDate - slip.pay.netToDate, plain),
              d: slip.info(slip.pay.netToDate, plain),
            },
          },
        ],
      },
      gap(8),
      side(
        [
          350,
          [
            text('Earnings', { bold: true }),
            {
              type: 'table',
              header: 'once',
              rules: 'grid',
              headFill: '#e8e8e8',
              columns: columns(
                ['name', 'Description', 150],
                ['now', 'Amount', 80, 'right'],
                ['ytd', 'YTD', 90, 'right'],
              ),
              rows: payLines(slip, slip.pay.earnings, (line) => slip.earning(line, plain)),
            },
            gap(6),
            text('Employer Paid Benefits', { bold: true }),
            {
              type: 'table',
              header: 'once',
              rules: 'grid',
              headFill: '#e8e8e8',
              columns: columns(
                ['name', 'Description', 150],
                ['now', 'Amount', 80, 'right'],
                ['ytd', 'YTD', 90, 'right'],
              ),
              rows: payLines(slip, slip.pay.contributions, (line) => slip.info(line.amount, plain)),
            },
          ],
        ],
        [
          350,
          [
            text('Employee Taxes and Deductions', { bold: true }),
            {
              type: 'table',
              header: 'once',
              rules: 'grid',
              headFill: '#e8e8e8',
              columns: columns(
                ['name', 'Description', 150],
                ['now', 'Amount', 80, 'right'],
                ['ytd', 'YTD', 90, 'right'],
              ),
              rows: payLines(slip, slip.pay.deductions, (line) => slip.deduction(line, plain)),
            },
          ],
        ],
      ),
    ],
  }),
};

export const americanStubs: readonly StubLayout[] = [earningsStatement, sideBySide, summaryAcross];
