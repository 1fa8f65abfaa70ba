import { describe, expect, it } from '@jest/globals';
import { findCurrency } from '../../../../src/documents/layout/currency.js';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { findPeriod } from '../../../../src/documents/layout/periods.js';
import { joinSplitMarks } from '../../../../src/documents/layout/split-marks.js';
import { typedPage } from '../typed-pages.js';
import { inShort, readTyped } from './read-typed.js';

const proved = (...pages: string[]) => {
  const { verdict, rows } = inShort(readTyped(...pages));
  return [verdict, ...rows];
};

describe('what narrow columns break', () => {
  it('puts CR back beside the figure above it', () => {
    const lines = assembleLines([
      typedPage(`
03 Jan   Refund      12.50
                        CR
04 Jan   Cinema       8.00`),
    ]);
    expect(joinSplitMarks(lines).map((line) => line.text.replace(/ +/g, ' '))).toEqual([
      '03 Jan Refund 12.50 CR',
      '04 Jan Cinema 8.00',
    ]);
  });

  it('reads a heading whose words go on below a hyphen', () => {
    expect(
      proved(`
Tiliote   Kausi 02.03.2026 - 31.03.2026   EUR   Tilinumero FI21 1234 5600 0007 85
Kirjaus-    Arvo-      Saaja        Selite             Määrä EUR
päivä       päivä
                       ALKUSALDO                         100,00+
0303        0303       KORTTIOSTO                         10,00-
0503        0503       PALKKA                             50,00+
                       LOPPUSALDO                        140,00+`),
    ).toEqual(['verified', '2026-03-03 -1000 KORTTIOSTO', '2026-03-05 5000 PALKKA']);
  });

  it('takes a column that repeats one word for no box beside the rows', () => {
    const day = (date: string, amount: string, balance: string) => `
0${date}0${3}        KAUPPA                              ${amount}-
                                    SALDO 0${date}.03.    ${balance}+`;
    const days = [1, 2, 3, 4, 5, 6, 7].map((n) => day(String(n), '1,00', `${100 - n},00`.padStart(6)));
    const text = `
Tiliote   Kausi 01.03.2026 - 31.03.2026   EUR   Tilinumero FI21 1234 5600 0007 85
Kirjauspäivä   Selite                           Määrä EUR
               ALKUSALDO                         100,00+${days.join('')}
               LOPPUSALDO                         93,00+`;
    expect(inShort(readTyped(text)).rows).toHaveLength(7);
  });
});

describe('which day is the day of a row', () => {
  it('is that of the purchase where the day of its posting stands beside it', () => {
    expect(
      proved(`
Harbour Card   Credit card statement   USD   Credit limit   Minimum payment due
Statement period 03/01/2026 to 03/31/2026
Previous balance   $0.00
New balance        $30.00
Transaction   Posting    Description        Reference    Amount
Date          Date                          Number
03/06         03/08      CINEMA             4477          10.00
03/09         03/11      BOOKSHOP           4478          20.00`),
    ).toEqual(['verified', '2026-03-06 -1000 CINEMA', '2026-03-09 -2000 BOOKSHOP']);
  });

  it('is read in eight digits, in short dotted pairs below a heading, and with the year in front', () => {
    const rows = (first: string, second: string, period: string) => `
Harbour Bank   Current account   EUR   ${period}
Date          Description          Amount      Balance
              Opening balance                   100.00
${first}      GROCER               -10.00        90.00
${second}      CINEMA               -20.00        70.00
              Closing balance                    70.00`;
    const days = (text: string) => inShort(readTyped(text)).rows.map((row) => row.split(' ')[0]);
    const expected = ['2026-03-16', '2026-03-30'];
    expect(days(rows('16032026', '30032026', '01032026 To 31032026'))).toEqual(expected);
    expect(days(rows('3.16    ', '3.30    ', '2026/03/01 - 2026/03/31'))).toEqual(expected);
    expect(days(rows('26.03.16', '26.03.30', '2026.03.01 - 2026.03.31'))).toEqual(expected);
  });

  it('is that of the heading above, which may print the balance of the day', () => {
    expect(
      proved(`
Banco do Porto   Extrato   Conta corrente   BRL   Período: 01/03/2026 a 31/03/2026
Saldo inicial: R$ 100,00
Saldo final: R$ 125,00
                                        Valor      Saldo por transação
4 de Março de 2026                            Saldo do dia: R$ 125,00
Pix enviado: Ana                    -R$ 5,00             R$ 125,00
Pix recebido: salário               R$ 60,00             R$ 130,00
3 de Março de 2026                            Saldo do dia: R$ 70,00
Compra no débito: cinema           -R$ 20,00              R$ 70,00
2 de Março de 2026                            Saldo do dia: R$ 90,00
Compra no débito: padaria          -R$ 10,00              R$ 90,00`),
    ).toEqual([
      'verified',
      '2026-03-04 -500 Pix enviado: Ana',
      '2026-03-04 6000 Pix recebido: salário',
      '2026-03-03 -2000 Compra no débito: cinema',
      '2026-03-02 -1000 Compra no débito: padaria',
    ]);
  });

  it('belongs to a period of eight digits, and to one of which only the month is named once', () => {
    expect(findPeriod('Period 20260102 20260130')?.end.readings[0]).toMatchObject({ month: 1, day: 30 });
    expect(findPeriod('Pour la période du 1er au 31 janvier 2026')?.start.readings[0]).toMatchObject({
      day: 1,
    });
    const twice = findPeriod('January 2026 (January 1, 2026 - January 31, 2026)');
    expect(twice?.start.readings[0]).toMatchObject({ year: 2026, month: 1, day: 1 });
  });
});

describe('texts of rows', () => {
  const row = (number: string, day: string, amount: string, text: string) => `
${number}  ${day}  (VAL. ${day}-2026)                    ${amount}
      ${text}`;
  const statement = (rows: string) => `
Harbour Bank   Zichtrekening   EUR   BE52 0634 1882 0909
SALDO OP 02/03/2026                           + 100,00${rows}
SALDO OP 31/03/2026                           + 120,00`;

  it('stand below the lines of figures, beside a number and a value date that are none of it', () => {
    const rows = [
      row('0031', '11-03', '- 10,00', 'AANKOOP COLRUYT'),
      row('0032', '12-03', '- 20,00', 'AANKOOP CINEMA'),
      row('0033', '13-03', '+ 50,00', 'OVERSCHRIJVING'),
    ];
    expect(inShort(readTyped(statement(rows.join('')))).rows).toEqual([
      '2026-03-11 -1000 AANKOOP COLRUYT',
      '2026-03-12 -2000 AANKOOP CINEMA',
      '2026-03-13 5000 OVERSCHRIJVING',
    ]);
  });
});

describe('the currency of a dollar sign', () => {
  it('is not known in Spanish where no country is named, and never the one that rows call foreign', () => {
    expect(findCurrency(['Saldo anterior $ 1.284,00', 'Retiros $ 20,00']).currency).toBe('XXX');
    const reading = readTyped(`
Harbour Card   Credit card statement   Credit limit   Minimum payment due
Statement period March 1, 2026 to March 31, 2026
Previous balance   $0.00
New balance        $30.00
Date         Description                   Amount
MAR 6        CINEMA                        $10.00
MAR 9        BOOKSHOP                      $20.00
             FOREIGN CURRENCY 14.00 USD`);
    expect(reading.verdict === 'failed' ? null : reading.accounts[0]?.currency).toBe('XXX');
  });
});
