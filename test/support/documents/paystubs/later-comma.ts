import { A4, gap, margins, side, text } from '../blocks.js';
import { MONEY } from '../figures.js';
import { NL } from '../places/europe.js';
import { BR } from '../places/world.js';
import { columns } from '../statements/parts.js';
import type { StubLayout } from './pay.js';

const comma = MONEY.comma;

/** Dutch: bruto and netto, reservations that are not pay, two columns for amount and cumulative. */
const loonstrook: StubLayout = {
  name: 'nl_loonstrook',
  family: 'pay stub',
  era: 'after',
  place: NL,
  traits: ['decimal-comma', 'current-and-ytd', 'net-printed', 'four-weekly'],
  wish: {
    frequency: 'four-weekly',
    base: 'Salaris',
    extras: ['Reiskosten'],
    deductions: [
      ['Loonheffing', 230],
      ['Pensioenpremie', 55],
      ['WGA-premie', 6],
    ],
  },
  sheet: (slip) => ({
    size: A4,
    margin: margins(50, 56),
    style: { face: 'sans', size: 8.5 },
    blocks: [
      side(
        [260, [text([slip.pay.employer, 'Loonheffingennummer 8123.45.678.L01'])]],
        [
          220,
          [
            text([
              slip.pay.employee,
              `Periode ${slip.from('DD-MM-YYYY')} t/m ${slip.to('DD-MM-YYYY')}`,
              `Betaaldatum ${slip.paid('DD-MM-YYYY')}`,
            ]),
          ],
        ],
      ),
      gap(12),
      text('SALARISSPECIFICATIE', { bold: true, size: 12 }),
      {
        type: 'table',
        header: 'once',
        rules: 'head',
        columns: columns(
          ['name', 'Omschrijving', 220],
          ['now', 'Bedrag', 90, 'right'],
          ['ytd', 'Cumulatief', 90, 'right'],
        ),
        rows: [
          ...slip.pay.earnings.map((line) => ({
            cells: { name: line.name, now: slip.earning(line, comma), ytd: slip.info(line.toDate, comma) },
          })),
          {
            cells: { name: 'Totaal bruto', now: slip.gross(comma), ytd: slip.grossToDate(comma) },
            style: { bold: true },
          },
          ...slip.pay.deductions.map((line) => ({
            cells: {
              name: line.name,
              now: slip.deduction(line, { ...comma, suffix: '-' }),
              ytd: slip.info(line.toDate, comma),
            },
          })),
          {
            cells: { name: 'Netto loon', now: slip.net(comma), ytd: slip.info(slip.pay.netToDate, comma) },
            style: { bold: true },
          },
        ],
      },
      gap(6),
      text(
        `Reservering vakantiegeld ${slip.info(Math.round(slip.pay.gross * 0.08), comma)}    Minimumloon 2.191,80`,
      ),
    ],
  }),
};

/** Vencimentos and descontos in two columns of one table, totals and the liquid value in a frame. */
const holerite: StubLayout = {
  name: 'br_holerite',
  family: 'pay stub',
  era: 'after',
  place: BR,
  traits: ['decimal-comma', 'one-table-two-sides', 'net-printed', 'ruled'],
  wish: {
    frequency: 'monthly',
    base: 'SALARIO BASE',
    extras: ['HORAS EXTRAS', 'DSR'],
    deductions: [
      ['INSS', 90],
      ['IRRF', 75],
      ['VALE TRANSPORTE', 60],
    ],
    contributions: [['FGTS', 80]],
  },
  sheet: (slip) => ({
    size: A4,
    margin: margins(50, 50),
    style: { face: 'sans', size: 8.5 },
    blocks: [
      text(
        `${slip.pay.employer}     Recibo de Pagamento de Salário     Referente ao mês ${slip.to('MM/YYYY')}`,
        { bold: true },
      ),
      text(
        `${slip.pay.employee}    Cargo: ANALISTA    Período: ${slip.from('DD/MM/YYYY')} a ${slip.to('DD/MM/YYYY')}    Pagamento: ${slip.paid('DD/MM/YYYY')}`,
      ),
      gap(6),
      {
        type: 'table',
        header: 'once',
        rules: 'grid',
        columns: columns(
          ['code', 'Cód.', 36],
          ['name', 'Descrição', 190],
          ['ref', 'Referência', 66, 'right'],
          ['plus', 'Vencimentos', 90, 'right'],
          ['minus', 'Descontos', 90, 'right'],
        ),
        rows: [
          ...slip.pay.earnings.map((line, index) => ({
            cells: {
              code: String(100 + index),
              name: line.name,
              ref: '30,00',
              plus: slip.earning(line, comma),
            },
          })),
          ...slip.pay.deductions.map((line, index) => ({
            cells: { code: String(900 + index), name: line.name, minus: slip.deduction(line, comma) },
          })),
          {
            cells: { name: 'Totais', plus: slip.gross(comma), minus: slip.deducted(comma) },
            style: { bold: true },
          },
        ],
      },
      { type: 'pairs', width: 472, boxed: true, rows: [['Valor Líquido  =>', `R$ ${slip.net(comma)}`]] },
      text(
        `Base INSS ${slip.info(slip.pay.gross, comma)}   FGTS do mês ${slip.info(slip.pay.contributions[0]?.amount ?? 0, comma)}`,
      ),
    ],
  }),
};

export const laterCommaStubs: readonly StubLayout[] = [loonstrook, holerite];
