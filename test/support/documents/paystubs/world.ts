import { A4, gap, margins, rule, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { AU, GB, IN, SG } from '../places/english.js';
import { DE, FR } from '../places/europe.js';
import { columns } from '../statements/parts.js';
import type { StubLayout } from './pay.js';

const plain = MONEY.point;
const comma = MONEY.comma;

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

/** Brutto, taxes and social insurance as a ladder, the amount paid out last; decimal commas in a typewriter face. */
const german: StubLayout = {
  name: 'de_entgeltabrechnung',
  family: 'pay stub',
  era: 'before',
  place: DE,
  traits: ['decimal-comma', 'net-printed', 'ladder', 'mono'],
  wish: {
    frequency: 'monthly',
    base: 'Gehalt',
    extras: ['Fahrtkostenzuschuss', 'Überstunden'],
    deductions: [
      ['Lohnsteuer', 130],
      ['Solidaritätszuschlag', 4],
      ['Krankenversicherung', 82],
      ['Rentenversicherung', 93],
      ['Arbeitslosenversicherung', 13],
      ['Pflegeversicherung', 20],
    ],
  },
  sheet: (slip) => ({
    size: A4,
    margin: margins(60, 56),
    style: { face: 'mono', size: 8.5 },
    blocks: [
      text(slip.pay.employer, { bold: true }),
      text(`Abrechnung der Brutto/Netto-Bezüge   ${slip.to('MMMM YYYY')}`, { bold: true, size: 10 }),
      text(
        `${slip.pay.employee}   Pers.-Nr. 00412   Steuerklasse 1   Zeitraum ${slip.from('DD.MM.YYYY')} - ${slip.to('DD.MM.YYYY')}`,
      ),
      gap(10),
      {
        type: 'table',
        header: 'once',
        rules: 'head',
        columns: columns(
          ['code', 'Lohnart', 50],
          ['name', 'Bezeichnung', 220],
          ['now', 'Betrag', 100, 'right'],
        ),
        rows: slip.pay.earnings.map((line, index) => ({
          cells: { code: String(2000 + index * 10), name: line.name, now: slip.earning(line, comma) },
        })),
      },
      text(''),
      { type: 'pairs', width: 370, rows: [['Gesamt-Brutto', slip.gross(comma)]], boldLast: true },
      gap(6),
      {
        type: 'table',
        header: 'once',
        rules: 'head',
        columns: columns(['name', 'Steuer / Sozialversicherung', 270], ['now', 'Abzüge', 100, 'right']),
        rows: slip.pay.deductions.map((line) => ({
          cells: { name: line.name, now: slip.deduction(line, { ...comma, suffix: '-' }) },
        })),
      },
      gap(6),
      {
        type: 'pairs',
        width: 370,
        rows: [
          ['Gesetzliche Abzüge', slip.deducted(comma)],
          ['Netto-Verdienst', slip.net(comma)],
          ['Auszahlungsbetrag EUR', slip.net(comma)],
        ],
        boldLast: true,
      },
      text(`Überweisung am ${slip.paid('DD.MM.YYYY')} auf DE02 1203 0000 0000 2020 51`, { size: 7.5 }),
    ],
  }),
};

/** Base, rate, employee's and employer's shares in columns: only one of them is deducted. */
const french: StubLayout = {
  name: 'fr_bulletin_de_paie',
  family: 'pay stub',
  era: 'before',
  place: FR,
  traits: ['decimal-comma', 'nbsp-thousands', 'net-printed', 'employer-share-column'],
  wish: {
    frequency: 'monthly',
    base: 'Salaire de base',
    extras: ['Prime'],
    deductions: [
      ['Sécurité sociale plafonnée', 69],
      ['Complémentaire santé', 15],
      ['Retraite Tranche 1', 40],
      ['CSG déductible', 67],
      ['Impôt sur le revenu prélevé à la source', 45],
    ],
  },
  sheet: (slip) => {
    const euro = MONEY.commaNbsp;
    return {
      size: A4,
      margin: margins(46, 46),
      style: { face: 'sans', size: 8 },
      blocks: [
        side(
          [260, [text([slip.pay.employer, 'SIRET 732 829 320 00074', 'Code APE 6201Z'])]],
          [
            240,
            [
              text('BULLETIN DE PAIE', { bold: true, size: 13 }),
              text(`Période du ${slip.from('DD/MM/YYYY')} au ${slip.to('DD/MM/YYYY')}`),
              text(`Paiement le ${slip.paid('DD/MM/YYYY')}`),
              text(slip.pay.employee),
            ],
          ],
        ),
        gap(10),
        {
          type: 'table',
          header: 'once',
          rules: 'columns',
          columns: columns(
            ['name', 'Désignation', 190],
            ['base', 'Base', 75, 'right'],
            ['rate', 'Taux', 50, 'right'],
            ['now', 'Part salarié', 80, 'right'],
            ['boss', 'Part employeur', 85, 'right'],
          ),
          rows: [
            ...slip.pay.earnings.map((line) => ({
              cells: { name: line.name, now: slip.earning(line, euro) },
            })),
            { cells: { name: 'SALAIRE BRUT', now: slip.gross(euro) }, style: { bold: true } },
            ...slip.pay.deductions.map((line, index) => ({
              cells: {
                name: line.name,
                base: slip.info(slip.pay.gross, euro),
                rate: `${((line.amount / slip.pay.gross) * 100).toFixed(2).replace('.', ',')}`,
                now: `-${slip.deduction(line, euro)}`,
                boss: index < 3 ? slip.info(Math.round(line.amount * 1.6), euro) : '',
              },
            })),
            { cells: { name: 'NET PAYÉ EN EUROS', now: slip.net(euro) }, style: { bold: true } },
          ],
        },
      ],
    };
  },
};

/** Earnings and deductions in one table of four columns, the net in a line of its own and in words. */
const indian: StubLayout = {
  name: 'in_salary_slip',
  family: 'pay stub',
  era: 'before',
  place: IN,
  traits: ['side-by-side', 'lakh', 'net-printed', 'one-table-two-sides', 'no-pay-date'],
  wish: {
    frequency: 'monthly',
    base: 'Basic Salary',
    extras: ['House Rent Allowance', 'Special Allowance', 'Conveyance'],
    deductions: [
      ['Provident Fund', 60],
      ['Professional Tax', 3],
      ['Income Tax (TDS)', 90],
    ],
  },
  sheet: (slip) => {
    const lakh = MONEY.lakh;
    const count = Math.max(slip.pay.earnings.length, slip.pay.deductions.length);
    return {
      size: A4,
      margin: margins(60, 56),
      style: { face: 'serif', size: 10 },
      blocks: [
        text(slip.pay.employer, { bold: true, size: 13 }, 'center'),
        text(`Payslip for the month of ${slip.to('MMMM YYYY')}`, { bold: true }, 'center'),
        text(
          `Employee Name: ${slip.pay.employee}    Designation: Analyst    Pay Period: ${slip.from('DD-MMM-YYYY')} to ${slip.to('DD-MMM-YYYY')}    Paid Days: 30`,
          { size: 8.5 },
        ),
        gap(10),
        {
          type: 'table',
          header: 'once',
          rules: 'grid',
          columns: columns(
            ['a', 'Earnings', 150],
            ['b', 'Amount (Rs.)', 90, 'right'],
            ['c', 'Deductions', 150],
            ['d', 'Amount (Rs.)', 90, 'right'],
          ),
          rows: [
            ...Array.from({ length: count }, (_, index) => {
              const earning = slip.pay.earnings[index];
              const deduction = slip.pay.deductions[index];
              return {
                cells: {
                  a: earning?.name ?? '',
                  b: earning ? slip.earning(earning, lakh) : '',
                  c: deduction?.name ?? '',
                  d: deduction ? slip.deduction(deduction, lakh) : '',
                },
              };
            }),
            {
              cells: {
                a: 'Gross Earnings',
                b: slip.gross(lakh),
                c: 'Total Deductions',
                d: slip.deducted(lakh),
              },
              style: { bold: true },
            },
          ],
        },
        gap(8),
        text(`Net Pay: Rs. ${slip.net(lakh)}`, { bold: true }),
        text('This is a computer generated payslip and needs no signature.', { size: 8 }),
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

export const worldStubs: readonly StubLayout[] = [
  british,
  australian,
  german,
  french,
  indian,
  singapore,
  blank,
];
