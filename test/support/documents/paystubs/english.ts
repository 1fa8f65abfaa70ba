import { A4, gap, margins, rule, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { AU, GB, SG } from '../places/english.js';
import { columns } from '../statements/parts.js';
import type { StubLayout } from './pay.js';

const plain = MONEY.point;

/** Boxes for payments, deductions and totals side by side; the net pay in a corner; tax code and insurance number about. */
const british: StubLayout = {
  name: 'gb_boxed_payslip',
  family: 'pay stub',
  era: 'before',
  place: GB,
  traits: ['side-by-side', 'ytd-block', 'net-printed', 'boxed'],
  wish: {
    frequency: 'monthly',
    base: 'Salary',
    extras: ['Car Allowance', 'Overtime'],
    deductions: [
      ['PAYE Tax', 130],
      ['National Insurance', 70],
      ['Pension', 50],
      ['Student Loan', 20],
    ],
    contributions: [
      ['Employer NIC', 110],
      ['Employer Pension', 60],
    ],
  },
  sheet: (slip) => ({
    size: A4,
    margin: margins(60, 46),
    style: { face: 'sans', size: 8.5 },
    blocks: [
      {
        type: 'table',
        header: 'once',
        rules: 'grid',
        columns: columns(
          ['a', 'Employee No.', 90],
          ['b', 'Employee', 190],
          ['c', 'Process Date', 100],
          ['d', 'National Insurance Number', 120],
        ),
        rows: [{ cells: { a: '117', b: slip.pay.employee, c: slip.paid('DD/MM/YYYY'), d: 'QQ123456C' } }],
      },
      gap(4),
      side(
        [
          200,
          [
            text('Payments', { bold: true }),
            {
              type: 'table',
              header: 'once',
              rules: 'head',
              columns: columns(['name', 'Description', 110], ['now', 'Amount', 80, 'right']),
              rows: slip.pay.earnings.map((line) => ({
                cells: { name: line.name, now: slip.earning(line, plain) },
              })),
            },
          ],
        ],
        [
          180,
          [
            text('Deductions', { bold: true }),
            {
              type: 'table',
              header: 'once',
              rules: 'head',
              columns: columns(['name', 'Description', 100], ['now', 'Amount', 70, 'right']),
              rows: slip.pay.deductions.map((line) => ({
                cells: { name: line.name, now: slip.deduction(line, plain) },
              })),
            },
          ],
        ],
        [
          130,
          [
            text('This Year To Date', { bold: true }),
            {
              type: 'pairs',
              width: 120,
              rows: [
                ['Total Gross Pay TD', slip.grossToDate(plain)],
                ['Tax Paid TD', slip.info(slip.pay.deductions[0]?.toDate ?? 0, plain)],
                ['Employer NIC', slip.info(slip.pay.contributions[0]?.amount ?? 0, plain)],
                ['Employer Pension', slip.info(slip.pay.contributions[1]?.amount ?? 0, plain)],
              ],
            },
          ],
        ],
      ),
      gap(20),
      side(
        [
          250,
          [
            text([
              slip.pay.employer,
              `Tax Code: 1257L    Tax Period: ${Number(slip.pay.to.slice(5, 7))}    Payment Method: BACS`,
              `Pay period ${slip.from('DD/MM/YYYY')} - ${slip.to('DD/MM/YYYY')}`,
            ]),
          ],
        ],
        [
          250,
          [
            {
              type: 'pairs',
              width: 240,
              boxed: true,
              rows: [
                ['Total Payments', slip.gross(plain)],
                ['Total Deductions', slip.deducted(plain)],
                ['NET PAY', `£${slip.net(plain)}`],
              ],
              boldLast: true,
            },
          ],
        ],
      ),
    ],
  }),
};

/** Earnings, tax and superannuation in tables with this pay and the year to date; the net pay in a sentence above. */
const australian: StubLayout = {
  name: 'au_super_payslip',
  family: 'pay stub',
  era: 'before',
  place: AU,
  traits: ['current-and-ytd', 'hours-and-rate', 'net-printed', 'employer-contributions'],
  wish: {
    frequency: 'fortnightly',
    hourly: true,
    base: 'Ordinary Hours',
    extras: ['Allowance'],
    deductions: [
      ['PAYG', 210],
      ['HECS', 30],
    ],
    contributions: [['Super Guarantee', 115]],
  },
  sheet: (slip) => {
    const aud: MoneyStyle = { ...plain, prefix: '$' };
    return {
      size: A4,
      margin: margins(50, 50),
      style: { face: 'sans', size: 8.5 },
      blocks: [
        text('PAY SLIP', { size: 15, bold: true }),
        side(
          [250, [text([`PAID BY`, slip.pay.employer, 'ABN 51 824 753 556'])]],
          [250, [text(['EMPLOYMENT DETAILS', slip.pay.employee, 'Pay Frequency: Fortnightly'])]],
        ),
        gap(6),
        text(
          `Pay Period: ${slip.from('DD/MM/YYYY')} - ${slip.to('DD/MM/YYYY')}     Payment Date: ${slip.paid('DD/MM/YYYY')}     Total Earnings: ${slip.gross(aud)}     Net Pay: ${slip.net(aud)}`,
          { bold: true },
        ),
        gap(8),
        {
          type: 'table',
          header: 'once',
          rules: 'rows',
          columns: columns(
            ['name', 'SALARY & WAGES', 170],
            ['rate', 'RATE', 70, 'right'],
            ['hours', 'HOURS', 60, 'right'],
            ['now', 'THIS PAY', 80, 'right'],
            ['ytd', 'YTD', 90, 'right'],
          ),
          rows: [
            ...slip.pay.earnings.map((line) => ({
              cells: {
                name: line.name,
                rate: slip.rate(line, aud),
                hours: slip.hours(line),
                now: slip.earning(line, aud),
                ytd: slip.info(line.toDate, aud),
              },
            })),
            {
              cells: { name: 'TOTAL', now: slip.gross(aud), ytd: slip.grossToDate(aud) },
              style: { bold: true },
            },
          ],
        },
        {
          type: 'table',
          header: 'once',
          rules: 'rows',
          columns: columns(
            ['name', 'TAX', 300],
            ['now', 'THIS PAY', 80, 'right'],
            ['ytd', 'YTD', 90, 'right'],
          ),
          rows: [
            ...slip.pay.deductions.map((line) => ({
              cells: { name: line.name, now: slip.deduction(line, aud), ytd: slip.info(line.toDate, aud) },
            })),
            { cells: { name: 'TOTAL', now: slip.deducted(aud) }, style: { bold: true } },
          ],
        },
        {
          type: 'table',
          header: 'once',
          rules: 'rows',
          columns: columns(
            ['name', 'SUPERANNUATION', 300],
            ['now', 'THIS PAY', 80, 'right'],
            ['ytd', 'YTD', 90, 'right'],
          ),
          rows: slip.pay.contributions.map((line) => ({
            cells: { name: line.name, now: slip.info(line.amount, aud), ytd: slip.info(line.toDate, aud) },
          })),
        },
      ],
    };
  },
};

/** Itemised list with sections A to E and a calculated net. */
const singapore: StubLayout = {
  name: 'sg_itemised_payslip',
  family: 'pay stub',
  era: 'before',
  place: SG,
  traits: ['ladder', 'net-printed', 'ruled'],
  wish: {
    frequency: 'monthly',
    base: 'Basic Pay',
    extras: ['Allowances', 'Overtime Pay'],
    deductions: [
      ["Employee's CPF deduction", 200],
      ['SHG donation', 1],
    ],
    contributions: [["Employer's CPF contribution", 170]],
  },
  sheet: (slip) => {
    const sgd: MoneyStyle = { ...plain, prefix: '$' };
    return {
      size: A4,
      margin: margins(60, 70),
      style: { face: 'sans', size: 9.5 },
      blocks: [
        text('Itemised Payslip', { bold: true, size: 14 }),
        text([
          `Name of Employer: ${slip.pay.employer}`,
          `Name of Employee: ${slip.pay.employee}`,
          `For the period ${slip.from('D MMM YYYY')} to ${slip.to('D MMM YYYY')}`,
          `Date of Payment: ${slip.paid('D MMM YYYY')}`,
          'Mode of Payment: Bank deposit',
        ]),
        gap(8),
        {
          type: 'table',
          header: 'once',
          rules: 'grid',
          columns: columns(
            ['name', 'Item', 260],
            ['now', 'Amount', 110, 'right'],
            ['mark', '', 40, 'center'],
          ),
          rows: [
            ...slip.pay.earnings.map((line) => ({
              cells: { name: line.name, now: slip.earning(line, sgd) },
            })),
            { cells: { name: 'Gross Pay', now: slip.gross(sgd), mark: '(A)' }, style: { bold: true } },
            ...slip.pay.deductions.map((line) => ({
              cells: { name: line.name, now: slip.deduction(line, sgd) },
            })),
            {
              cells: { name: 'Total Deductions', now: slip.deducted(sgd), mark: '(B)' },
              style: { bold: true },
            },
            { cells: { name: 'Net Pay (A-B)', now: slip.net(sgd), mark: '(C)' }, style: { bold: true } },
          ],
        },
        gap(6),
        rule(),
        text(`Employer's CPF contribution   ${slip.info(slip.pay.contributions[0]?.amount ?? 0, sgd)}`),
      ],
    };
  },
};

/** A form nobody filled in. */
const blank: StubLayout = {
  name: 'gb_blank_form',
  family: 'pay stub',
  era: 'before',
  place: GB,
  blank: true,
  traits: ['blank-form'],
  wish: { frequency: 'monthly', base: 'Salary', extras: [], deductions: [['PAYE', 100]] },
  sheet: () => ({
    size: A4,
    margin: margins(60, 60),
    style: { face: 'sans', size: 10 },
    blocks: [
      text('PAYSLIP TEMPLATE', { bold: true, size: 15 }),
      {
        type: 'pairs',
        width: 400,
        valueAt: 160,
        rows: [
          ['Employer name:', ''],
          ['Employee name:', ''],
          ['Pay period:', '__ /__ /____  to  __ /__ /____'],
          ['Pay date:', ''],
        ],
      },
      gap(10),
      {
        type: 'table',
        header: 'once',
        rules: 'grid',
        columns: columns(
          ['a', 'Earnings', 150],
          ['b', 'Amount', 80, 'right'],
          ['c', 'Deductions', 150],
          ['d', 'Amount', 80, 'right'],
        ),
        rows: [
          'Basic pay|PAYE tax',
          'Overtime|National Insurance',
          'Bonus|Pension',
          'GROSS PAY|TOTAL DEDUCTIONS',
        ].map((each) => ({
          cells: { a: each.split('|')[0] ?? '', b: '0.00', c: each.split('|')[1] ?? '', d: '0.00' },
        })),
      },
      gap(8),
      text('NET PAY   0.00', { bold: true }),
    ],
  }),
};

export const englishStubs: readonly StubLayout[] = [british, australian, singapore, blank];
