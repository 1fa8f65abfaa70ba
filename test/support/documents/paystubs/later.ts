import { A4, gap, LETTER, margins, rule, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { NZ, US, ZA } from '../places/english.js';
import { columns } from '../statements/parts.js';
import type { StubLayout } from './pay.js';

const plain = MONEY.point;

/** Statutory taxes by abbreviation, a cheque that repeats the net in words and stars, marked void. */
const voidCheck: StubLayout = {
  name: 'us_void_check_below',
  family: 'pay stub',
  era: 'after',
  place: US,
  traits: ['void-check', 'current-and-ytd', 'hours-and-rate', 'net-printed'],
  wish: {
    frequency: 'weekly',
    hourly: true,
    base: 'REG',
    extras: ['TIPS'],
    deductions: [
      ['FITW', 90],
      ['FICA-SS', 62],
      ['FICA-MED', 14],
      ['UNIFORM', 6],
    ],
  },
  sheet: (slip) => {
    const stars: MoneyStyle = { ...plain, prefix: '**' };
    return {
      size: LETTER,
      margin: margins(44, 50),
      style: { face: 'mono', size: 8 },
      blocks: [
        text(`${slip.pay.employer.toUpperCase()}      EMP# 00417  ${slip.pay.employee.toUpperCase()}`),
        text(
          `PERIOD ${slip.from('MM/DD/YY')} THRU ${slip.to('MM/DD/YY')}   CHECK DATE ${slip.paid('MM/DD/YY')}   CHECK NO 20118`,
        ),
        rule(),
        {
          type: 'table',
          header: 'once',
          columns: columns(
            ['name', 'EARNINGS', 90],
            ['hours', 'HOURS', 55, 'right'],
            ['rate', 'RATE', 60, 'right'],
            ['now', 'CURRENT', 75, 'right'],
            ['ytd', 'Y-T-D', 85, 'right'],
          ),
          rows: [
            ...slip.pay.earnings.map((line) => ({
              cells: {
                name: line.name,
                hours: slip.hours(line),
                rate: slip.rate(line, plain),
                now: slip.earning(line, plain),
                ytd: slip.info(line.toDate, plain),
              },
            })),
            { cells: { name: 'GROSS', now: slip.gross(plain), ytd: slip.grossToDate(plain) } },
          ],
        },
        {
          type: 'table',
          header: 'once',
          columns: columns(
            ['name', 'DEDUCTIONS', 205],
            ['now', 'CURRENT', 75, 'right'],
            ['ytd', 'Y-T-D', 85, 'right'],
          ),
          rows: slip.pay.deductions.map((line) => ({
            cells: { name: line.name, now: slip.deduction(line, plain), ytd: slip.info(line.toDate, plain) },
          })),
        },
        { type: 'pairs', width: 280, rows: [['NET PAY', slip.net(plain)]] },
        gap(60),
        rule(),
        text(
          `PAY TO THE ORDER OF ${slip.pay.employee.toUpperCase()}                         ${slip.info(slip.pay.net, stars)}`,
        ),
        text('*** NON-NEGOTIABLE - VOID - DIRECT DEPOSIT ADVICE ***'),
      ],
    };
  },
};

/** Hours as a sentence, KiwiSaver, a table of leave balances in hours beside money. */
const kiwi: StubLayout = {
  name: 'nz_leave_balances',
  family: 'pay stub',
  era: 'after',
  place: NZ,
  traits: ['leave-balances', 'net-printed', 'employer-contributions'],
  wish: {
    frequency: 'fortnightly',
    base: 'Salary',
    extras: ['Reimbursing allowance'],
    deductions: [
      ['PAYE', 205],
      ['KiwiSaver 3%', 30],
      ['Student loan', 40],
    ],
    contributions: [['KiwiSaver employer', 30]],
  },
  sheet: (slip) => ({
    size: A4,
    margin: margins(54, 60),
    style: { face: 'inter', size: 9 },
    blocks: [
      text(`${slip.pay.employer} payslip`, { bold: true, size: 14 }),
      text([
        `For ${slip.pay.employee}`,
        `Pay period ${slip.from('D MMM YYYY')} to ${slip.to('D MMM YYYY')}, paid on ${slip.paid('D MMM YYYY')}`,
        'Tax code M SL   IRD 049-091-850',
      ]),
      gap(8),
      {
        type: 'pairs',
        width: 360,
        dots: true,
        rows: [
          ...slip.pay.earnings.map((line) => [line.name, slip.earning(line, plain)] as const),
          ['Total gross', slip.gross(plain)],
          ...slip.pay.deductions.map(
            (line) => [line.name, slip.deduction(line, { ...plain, prefix: '-' })] as const,
          ),
          ['Take home pay', slip.net({ ...plain, prefix: '$' })],
        ],
        boldLast: true,
      },
      gap(10),
      {
        type: 'table',
        header: 'once',
        rules: 'rows',
        columns: columns(
          ['a', 'Leave', 120],
          ['b', 'Taken', 70, 'right'],
          ['c', 'Balance (hours)', 90, 'right'],
        ),
        rows: [
          { cells: { a: 'Annual leave', b: '8.00', c: '96.40' } },
          { cells: { a: 'Sick leave', b: '0.00', c: '64.00' } },
        ],
      },
      text(`Employer KiwiSaver ${slip.info(slip.pay.contributions[0]?.amount ?? 0, plain)} is paid on top.`, {
        size: 8,
      }),
    ],
  }),
};

/** Spaces in thousands; medical aid; net pay in the top corner, before anything it follows from. */
const protea: StubLayout = {
  name: 'za_net_on_top',
  family: 'pay stub',
  era: 'after',
  place: ZA,
  traits: ['space-thousands', 'net-first', 'side-by-side'],
  wish: {
    frequency: 'monthly',
    base: 'Basic Salary',
    extras: ['Travel Allowance'],
    deductions: [
      ['PAYE', 180],
      ['UIF', 8],
      ['Medical Aid', 45],
      ['Provident Fund', 60],
    ],
  },
  sheet: (slip) => {
    const rand = MONEY.pointSpace;
    return {
      size: A4,
      margin: margins(50, 50),
      style: { face: 'serif', size: 9.5 },
      blocks: [
        side(
          [250, [text(slip.pay.employer, { bold: true, size: 13 }), text(slip.pay.employee)]],
          [
            240,
            [
              {
                type: 'pairs',
                width: 220,
                boxed: true,
                rows: [
                  ['NETT PAY', `R ${slip.net(rand)}`],
                  ['Pay date', slip.paid('YYYY/MM/DD')],
                ],
              },
            ],
          ],
        ),
        text(`Period: ${slip.from('YYYY/MM/DD')} - ${slip.to('YYYY/MM/DD')}`),
        gap(10),
        side(
          [
            245,
            [
              {
                type: 'table',
                header: 'once',
                rules: 'head',
                columns: columns(['name', 'Income', 140], ['now', 'Amount', 90, 'right']),
                rows: [
                  ...slip.pay.earnings.map((line) => ({
                    cells: { name: line.name, now: slip.earning(line, rand) },
                  })),
                  { cells: { name: 'Total Earnings', now: slip.gross(rand) }, style: { bold: true } },
                ],
              },
            ],
          ],
          [
            245,
            [
              {
                type: 'table',
                header: 'once',
                rules: 'head',
                columns: columns(['name', 'Deduction', 140], ['now', 'Amount', 90, 'right']),
                rows: [
                  ...slip.pay.deductions.map((line) => ({
                    cells: { name: line.name, now: slip.deduction(line, rand) },
                  })),
                  { cells: { name: 'Total Deductions', now: slip.deducted(rand) }, style: { bold: true } },
                ],
              },
            ],
          ],
        ),
      ],
    };
  },
};

export const laterStubs: readonly StubLayout[] = [voidCheck, kiwi, protea];
