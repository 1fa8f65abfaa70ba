import { gap, LETTER, margins, rule, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { CA, US } from '../places/english.js';
import { columns } from '../statements/parts.js';
import { payLines, TAXES } from './parts.js';
import type { StubLayout } from './pay.js';

const plain = MONEY.point;
const usd: MoneyStyle = { ...MONEY.point, prefix: '$' };
/** Gross and deductions and no net anywhere. */
const noNet: StubLayout = {
  name: 'us_no_net_printed',
  family: 'pay stub',
  era: 'before',
  place: US,
  traits: ['net-not-printed', 'label-value'],
  wish: { frequency: 'monthly', base: 'Base Salary', extras: [], deductions: [...TAXES, ['401(k)', 60]] },
  sheet: (slip) => ({
    size: LETTER,
    margin: margins(60, 60),
    style: { face: 'sans', size: 10 },
    blocks: [
      text('Pay Statement', { size: 16, bold: true }),
      text(slip.pay.employer),
      text(`Period Ending: ${slip.to('MMMM D, YYYY')}`),
      gap(10),
      {
        type: 'pairs',
        width: 320,
        rows: [
          ...slip.pay.earnings.map((line) => [line.name, slip.earning(line, usd)] as const),
          ['Gross Pay', slip.gross(usd)],
        ],
      },
      gap(6),
      text('Deductions', { bold: true }),
      {
        type: 'pairs',
        width: 320,
        rows: slip.pay.deductions.map((line) => [line.name, slip.deduction(line, usd)] as const),
      },
    ],
  }),
};

/** Labels and colons in a typewriter face. */
const labelled: StubLayout = {
  name: 'us_label_and_value',
  family: 'pay stub',
  era: 'before',
  place: US,
  traits: ['label-value', 'net-printed', 'iso-dates'],
  wish: {
    frequency: 'weekly',
    hourly: true,
    base: 'Hourly wages',
    extras: [],
    deductions: [
      ['Federal tax', 100],
      ['State tax', 40],
      ['FICA', 76],
    ],
  },
  sheet: (slip) => ({
    size: LETTER,
    margin: margins(60, 60),
    style: { face: 'mono', size: 9 },
    blocks: [
      text(`${slip.pay.employer} - PAY STUB`, { bold: true }),
      rule(),
      text([
        `Employee: ${slip.pay.employee}`,
        `Pay period: ${slip.from('YYYY-MM-DD')} to ${slip.to('YYYY-MM-DD')}`,
        `Pay date: ${slip.paid('YYYY-MM-DD')}`,
      ]),
      gap(8),
      text(
        slip.pay.earnings.map(
          (line) =>
            `${line.name}: ${slip.hours(line)} h x ${slip.rate(line, usd)} = ${slip.earning(line, usd)}`,
        ),
      ),
      text(`Gross pay: ${slip.gross(usd)}`),
      text(slip.pay.deductions.map((line) => `${line.name}: ${slip.deduction(line, usd)}`)),
      text(`Total deductions: ${slip.deducted(usd)}`),
      text(`Net pay (take-home): ${slip.net(usd)}`, { bold: true }),
    ],
  }),
};

/** Two languages for each label, deductions as a column beside earnings. */
const bilingual: StubLayout = {
  name: 'ca_bilingual_statement',
  family: 'pay stub',
  era: 'before',
  place: CA,
  traits: ['bilingual', 'current-and-ytd', 'net-printed'],
  wish: {
    frequency: 'fortnightly',
    hourly: true,
    base: 'Regular / Régulier',
    extras: ['Vacation / Vacances'],
    deductions: [
      ['CPP / RPC', 55],
      ['EI / AE', 16],
      ['Federal Tax / Impôt fédéral', 120],
      ['Union dues / Cotisation', 11],
    ],
  },
  sheet: (slip) => ({
    size: LETTER,
    margin: margins(50, 50),
    style: { face: 'sans', size: 8.5 },
    blocks: [
      text(slip.pay.employer, { bold: true, size: 11 }),
      text(`Statement of earnings / Relevé des gains    ${slip.pay.employee}`),
      text(
        `Pay period / Période de paie: ${slip.from('YYYY/MM/DD')} - ${slip.to('YYYY/MM/DD')}    Pay date / Date de paie: ${slip.paid('YYYY/MM/DD')}`,
      ),
      gap(10),
      {
        type: 'table',
        header: 'once',
        rules: 'grid',
        columns: columns(
          ['name', 'Earnings / Gains', 170],
          ['hours', 'Hours', 50, 'right'],
          ['rate', 'Rate / Taux', 60, 'right'],
          ['now', 'Current / Courant', 90, 'right'],
          ['ytd', 'YTD / Cumulatif', 90, 'right'],
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
          {
            cells: { name: 'Total gross / Total brut', now: slip.gross(plain), ytd: slip.grossToDate(plain) },
            style: { bold: true },
          },
        ],
      },
      gap(8),
      {
        type: 'table',
        header: 'once',
        rules: 'grid',
        columns: columns(
          ['name', 'Deductions / Retenues', 280],
          ['now', 'Current / Courant', 90, 'right'],
          ['ytd', 'YTD / Cumulatif', 90, 'right'],
        ),
        rows: [
          ...payLines(slip, slip.pay.deductions, (line) => slip.deduction(line, plain)),
          {
            cells: {
              name: 'Net pay / Paie nette',
              now: slip.net(plain),
              ytd: slip.info(slip.pay.netToDate, plain),
            },
            style: { bold: true },
          },
        ],
      },
    ],
  }),
};

export const plainStubs: readonly StubLayout[] = [noNet, labelled, bilingual];
