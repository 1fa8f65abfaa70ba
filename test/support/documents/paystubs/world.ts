import { A4, gap, margins, side, text } from '../blocks.js';
import { MONEY } from '../figures.js';
import { IN } from '../places/english.js';
import { DE, FR } from '../places/europe.js';
import { columns } from '../statements/parts.js';
import type { StubLayout } from './pay.js';

const comma = MONEY.comma;

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

export const worldStubs: readonly StubLayout[] = [german, french, indian];
