import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { readStatement } from '../../../../src/documents/statement/read-statement.js';
import { typedPage } from '../typed-pages.js';
import { inShort, readTyped } from './read-typed.js';

const verified = (rows: string[]) => ({ verdict: 'verified', codes: [], rows, accounts: 1 });

describe('what banks do differently', () => {
  it('gives a text between two rows to the row whose figures follow it, where figures stand in the last line', () => {
    const reading = readTyped(`
Tideway Bank   Current account   £
Statement period 1 March 2026 to 31 March 2026
Date          Payment details            Paid out     Paid in     Balance
01 Mar 2026   BALANCE BROUGHT FORWARD                             100.00
03 Mar 2026   VIS  GREENGROCER
              RICHMOND                      10.00
              DD  WATERWORKS                 5.00
              ATM  CASH MACHINE
              HIGH STREET
              @14:45                        20.00                  65.00
04 Mar 2026   CR  HARPER P
              DINNER                                    30.00      95.00
05 Mar 2026   BP  LODGER
              RENT SHARE                                45.00     140.00
06 Mar 2026   )))  TEA ROOM
              LONDON                         4.00
              VIS  BAKER
              KEW                            6.00                 130.00
31 Mar 2026   BALANCE CARRIED FORWARD                             130.00`);
    expect(inShort(reading)).toEqual(
      verified([
        '2026-03-03 -1000 VIS GREENGROCER RICHMOND',
        '2026-03-03 -500 DD WATERWORKS',
        '2026-03-03 -2000 ATM CASH MACHINE HIGH STREET @14:45',
        '2026-03-04 3000 HARPER P DINNER',
        '2026-03-05 4500 BP LODGER RENT SHARE',
        '2026-03-06 -400 TEA ROOM LONDON',
        '2026-03-06 -600 VIS BAKER KEW',
      ]),
    );
  });

  it('keeps texts of rows that stand at the same height on two pages', () => {
    const page = (day: number, balances: string[]) => `
Tideway Bank   Current account   £   Sort code 20-20-20
Statement period 1 March 2026 to 31 March 2026
Date          Payment details            Paid out     Paid in     Balance
0${day} Mar 2026   BALANCE FORWARD                                  ${balances[0]}
0${day} Mar 2026   TRANSFER 77${day}1
              REFERENCE RENT                10.00               ${balances[1]}
0${day + 1} Mar 2026   GROCER                        10.00               ${balances[2]}`;
    const reading = readTyped(
      page(1, ['100.00', ' 90.00', ' 80.00']),
      page(3, [' 80.00', ' 70.00', ' 60.00']),
    );
    const rows = inShort(reading).rows;
    expect(rows).toEqual([
      '2026-03-01 -1000 TRANSFER 7711 REFERENCE RENT',
      '2026-03-02 -1000 GROCER',
      '2026-03-03 -1000 TRANSFER 7731 REFERENCE RENT',
      '2026-03-04 -1000 GROCER',
    ]);
  });

  it('gives the first texts of a page to the last row of the page before, where texts stand below figures', () => {
    const head = `
Tideway Bank   Current account   £   Sort code 20-20-20
Statement period 1 March 2026 to 31 March 2026
Date          Description              Paid out     Paid in     Balance`;
    const reading = readTyped(
      `${head}
01 Mar 2026   BALANCE FORWARD                                   100.00

03 Mar 2026   TRANSFER                    10.00
              RENT SHARE

              CARD PAYMENT                10.00
              GROCER

              CARD PAYMENT                10.00
              BAKER

              CARD PAYMENT                10.00                  60.00`,
      `${head}
              CINEMA

              TRANSFER                                20.00
              FROM HARPER

04 Mar 2026   CARD PAYMENT                30.00                  50.00
              TAILOR

31 Mar 2026   BALANCE FORWARD                                    50.00`,
    );
    expect(inShort(reading)).toEqual(
      verified([
        '2026-03-03 -1000 TRANSFER RENT SHARE',
        '2026-03-03 -1000 CARD PAYMENT GROCER',
        '2026-03-03 -1000 CARD PAYMENT BAKER',
        '2026-03-03 -1000 CARD PAYMENT CINEMA',
        '2026-03-03 2000 TRANSFER FROM HARPER',
        '2026-03-04 -3000 CARD PAYMENT TAILOR',
      ]),
    );
  });

  it('pairs a box of headings with the values below it, and takes no repeated box for a row', () => {
    const page = (number: number, rows: string) => `
Hafenbank     Kontoauszug vom 01.01.2026 bis 31.01.2026
Auszug    Seite    IBAN                                Alter Saldo per 31.12.2025
1         ${number}        DE38 3007 0024 0771 1038 00                                            EUR + 1.000,00
Buchung      Valuta      Vorgang                                     Soll          Haben
${rows}`;
    const reading = readTyped(
      page(
        1,
        `02.01.2026   02.01.2026  Kartenzahlung                         - 200,00
05.01.2026   05.01.2026  Saldo der Abschlussposten              - 20,00`,
      ),
      page(
        2,
        `08.01.2026   08.01.2026  Gehalt                                            + 500,00
31.01.2026   31.01.2026  Miete                                 - 400,00
Filialnummer     Kontonummer                         Neuer Saldo per 31.01.2026
300              0771103 00                                                               EUR + 880,00`,
      ),
    );
    expect(inShort(reading)).toEqual(
      verified([
        '2026-01-02 -20000 Kartenzahlung',
        '2026-01-05 -2000 Saldo der Abschlussposten',
        '2026-01-08 50000 Gehalt',
        '2026-01-31 -40000 Miete',
      ]),
    );
  });

  it('reads checks side by side with a footnote below, and counts a list of rows once more only once', () => {
    const reading = readTyped(`
First Prairie Bank   Checking   Member FDIC
Statement Period January 1, 2026 to January 31, 2026
Beginning balance    $1,000.00
Ending balance         $690.00
Withdrawals and other subtractions
Date        Description                                 Amount
01/05/26    GROCER                                      -10.00
01/09/26    CHECK 1187                                  -50.00
Total withdrawals and other subtractions               -$60.00

Checks
Date        Check #        Amount        Date        Check #        Amount
01/20/26    1188           -75.00        01/10/26    1194*          -25.00
01/16/26    1189          -100.00        01/26/26    1195           -50.00
                                         Total checks             -$250.00

* There is a gap in sequential check numbers

Summary of checks written
Date        Number         Amount
01/09/26    1187           -50.00`);
    expect(inShort(reading)).toEqual(
      verified([
        '2026-01-05 -1000 GROCER',
        '2026-01-09 -5000 CHECK 1187',
        '2026-01-20 -7500 1188',
        '2026-01-16 -10000 1189',
        '2026-01-10 -2500 1194*',
        '2026-01-26 -5000 1195',
      ]),
    );
  });

  it.each([
    ['Amount Subtracted', 'Amount Added', 'Total Subtracted/Added'],
    ['Amount', 'Amount', 'Total of both'],
  ])('keeps columns called %s and %s apart, and their sums out of the rows', (left, right, total) => {
    const reading = readTyped(`
First Prairie Bank   Checking   Member FDIC
Statement Period 01/01/26 through 01/31/26
Date        Description              ${left.padStart(17)}   ${right.padStart(14)}      Balance
01/01/26    Opening Balance                                                   $100.00
01/02/26    CASH WITHDRAWAL                      40.00                          60.00
01/05/26    DEBIT CARD PURCHASE                  10.00                          50.00
01/09/26    PAYROLL                                             500.00         550.00
01/12/26    REFUND                                               20.00         570.00
01/31/26    Closing Balance                                                   $570.00
            ${total.padEnd(24)}             50.00             520.00`);
    expect(inShort(reading)).toEqual(
      verified([
        '2026-01-02 -4000 CASH WITHDRAWAL',
        '2026-01-05 -1000 DEBIT CARD PURCHASE',
        '2026-01-09 50000 PAYROLL',
        '2026-01-12 2000 REFUND',
      ]),
    );
  });

  it('goes by the little that texts stand nearer to one row than to the other', () => {
    const page = typedPage(`
Tideway Bank   Current account   £   Sort code 20-20-20
Statement period 1 March 2026 to 31 March 2026
Date          Description              Paid out     Paid in     Balance
01 Mar 2026   BALANCE FORWARD                                   100.00
03 Mar 2026   TRANSFER                    10.00                  90.00
              CINEMA ABROAD CARD
              FEE INCLUDED                10.00                  80.00
              GROCER                      10.00                  70.00
31 Mar 2026   BALANCE FORWARD                                    70.00`);
    const rowsFrom = (moved: number) => {
      // The text's own line stands at 60 + 5 · 14.
      const spans = page.spans.map((span) => (span.y === 130 ? { ...span, y: 130 + moved } : span));
      return inShort(readStatement(assembleLines([{ ...page, spans }]), [page])).rows;
    };
    expect(rowsFrom(1)).toContain('2026-03-03 -1000 CINEMA ABROAD CARD FEE INCLUDED');
    expect(rowsFrom(-1)).toContain('2026-03-03 -1000 TRANSFER CINEMA ABROAD CARD');
  });

  it('counts a list of rows of another account once more only once, and keeps a heading at the top of a page', () => {
    const reading = readTyped(
      `
First Prairie Credit Union   Statement Period 12/23/25 - 01/22/26
Everyday Checking - 7042288116
Date     Transaction Detail             Amount($)    Balance($)
12-23    Beginning Balance                               988.41
12-25    POS Debit Energy                 100.00-        888.41
01-02    POS Debit Fuel                    47.76-        840.65
01-22    Ending Balance                                  840.65

Membership Savings - 3318840027
Date     Transaction Detail             Amount($)    Balance($)
12-23    Beginning Balance                             3,305.06
12-31    Dividend                            0.70      3,305.76
01-22    Ending Balance                                3,305.76

Items Paid
Date     Item                           Amount($)
12-25    POS                               100.00
01-02    POS                                47.76`,
    );
    expect(inShort(reading)).toMatchObject({
      verdict: 'verified',
      accounts: 2,
      rows: [
        '2025-12-25 -10000 POS Debit Energy',
        '2026-01-02 -4776 POS Debit Fuel',
        '2025-12-31 70 Dividend',
      ],
    });
  });

  it('keeps a section that begins with its heading at the top of a page apart from the one before', () => {
    const head = `First Prairie Bank   Checking   Member FDIC   Account Number: 1 042 8817
Statement Period: Dec 17, 2025 through Jan 16, 2026`;
    const reading = readTyped(
      `
${head}
Beginning Balance on Dec 17       $ 500.00
Ending Balance on Jan 16, 2026    $ 350.00
Card Withdrawals
Card Number: xxxx-xxxx-xxxx-2290
Date      Description of Transaction                  Ref Number      Amount
Dec 24    Debit Purchase VISA       On 122225 TOWN                    60.00-
Dec 29    Debit Purchase VISA       On 122725 TOWN                    40.00-
                                    Card 2290 Withdrawals Subtotal   100.00-`,
      `
${head}
Other Withdrawals
Date      Description of Transaction                  Ref Number      Amount
Dec 30    Electronic Withdrawal     To ENERGY                         50.00-
                                    Total Other Withdrawals           50.00-`,
    );
    expect(inShort(reading)).toEqual(
      verified([
        '2025-12-24 -6000 Debit Purchase VISA On 122225 TOWN',
        '2025-12-29 -4000 Debit Purchase VISA On 122725 TOWN',
        '2025-12-30 -5000 Electronic Withdrawal To ENERGY',
      ]),
    );
  });

  describe('years and days as other countries print them', () => {
    const rows = (first: string, second: string) => `
Opening balance     100.00
Closing balance      70.00
Date          Description          Amount      Balance
${first}      GROCER               -10.00        90.00
${second}      CINEMA               -20.00        70.00`;
    const datesOf = (text: string) => inShort(readTyped(text)).rows.map((row) => row.split(' ')[0]);

    it('counts years of Reiwa and of Thailand from where the period says', () => {
      const japan = `令和8年2月1日 ~ 令和8年2月28日${rows('8-02-04', '8-02-11')}`;
      const thailand = `01/02/2026 - 28/02/2026   THB${rows('07/02/69', '10/02/69')}`;
      expect(datesOf(japan)).toEqual(['2026-02-04', '2026-02-11']);
      expect(datesOf(thailand)).toEqual(['2026-02-07', '2026-02-10']);
    });

    it('leaves years as printed where not every row would fall into the period', () => {
      expect(datesOf(`01/02/2026 - 28/02/2026   THB${rows('07/02/69', '10/04/69')}`)[0]).toBe('2069-02-07');
    });

    it('takes a year that stands by itself, and no year from the day of the old balance', () => {
      expect(datesOf(`Rekeningafschrift   Jaar 2026${rows('01-02', '03-02')}`)).toEqual([
        '2026-02-01',
        '2026-02-03',
      ]);
      const reading = readTyped(`
Volksverein   Kontoauszug Nr. 1/2026   Girokonto   EUR
alter Kontostand vom 30.12.2025                                     312,55 H
02.01. 02.01. Bargeldauszahlung                                     150,00 S
14.01. 14.01. Gehalt                                                500,00 H
neuer Kontostand vom 30.01.2026                                     662,55 H`);
      expect(inShort(reading).rows.map((row) => row.split(' ')[0])).toEqual(['2026-01-02', '2026-01-14']);
    });

    it('reads four digits under a heading of dates', () => {
      const reading = readTyped(`
Kontoutskrift     I perioden: 01.02.2026 - 28.02.2026    NOK    Brukskonto
Forklaring                         Ut fra konto   Inn på konto    Bokført
Saldo fra kontoutskrift 31.01.2026                     1.000,00
Varekjøp REMA                            100,00                      0302
Lønn                                                     500,00      1302
Saldo i Deres favør 28.02.2026                         1.400,00`);
      expect(inShort(reading).rows).toEqual(['2026-02-03 -10000 Varekjøp REMA', '2026-02-13 50000 Lønn']);
    });
  });

  it('takes a total beside a day for the heading of its rows, and values of a box for no row', () => {
    const reading = readTyped(`
Banco   Conta   01 FEV 2026 a 28 FEV 2026   VALORES EM R$
Saldo inicial               1.000,00
Saldo final do período      1.100,00
02 FEV 2026   Total de saídas                        - 100,00
              Compra no débito MERCADO                  60,00
              Compra no débito FARMACIA                 40,00
06 FEV 2026   Total de entradas                      + 200,00
              Transferência Recebida                   200,00`);
    expect(inShort(reading).rows).toEqual([
      '2026-02-02 -6000 Compra no débito MERCADO',
      '2026-02-02 -4000 Compra no débito FARMACIA',
      '2026-02-06 20000 Transferência Recebida',
    ]);
  });

  it('reads dates that carry a footnote mark', () => {
    const reading = readTyped(`
Harbour Card   Credit card   Payment due date 03/11/26
Billing period 01/15/26 to 02/14/26
Previous Balance    $200.00
New Balance          $90.00
Date          Description                     Amount
02/02/26*     ONLINE PAYMENT - THANK YOU    -$200.00
02/05/26      CINEMA                          $90.00`);
    expect(inShort(reading).rows).toEqual([
      '2026-02-02 20000 ONLINE PAYMENT - THANK YOU',
      '2026-02-05 -9000 CINEMA',
    ]);
    expect(reading.verdict).toBe('verified');
  });

  it('takes no period from the fine print or from a row', () => {
    const reading = readTyped(`
Sparverein     Kontoauszug 2/2026   Privatgirokonto
Datum         Erläuterung                                         Betrag EUR
Kontostand am 30.01.2026                                            100,00+
02.02.2026    Lastschrift                                            20,00-
              Wasserwerk Abschlag 01.01.2026 bis 31.01.2026
27.02.2026    Gehalt                                                500,00+
27.02.2026    Entgeltabschluss                                        5,00-
              Entgelte vom 30.01.2026 bis 27.02.2026
Kontostand am 27.02.2026                                            575,00+
Rechnungsabschluss: Abrechnungszeitraum vom 01.01.2026 bis 30.01.2026`);
    expect(reading.verdict).toBe('verified');
    if (reading.verdict === 'failed') return;
    expect(reading.accounts[0]).toMatchObject({ periodStart: null, periodEnd: '2026-02-27' });
  });

  describe('dates out of order', () => {
    const exported = (rows: string) => `
First Prairie Bank   Checking   Member FDIC
Statement Period 01/01/2026 through 01/31/2026
Beginning balance    $100.00
Ending balance        $70.00
Date          Description             Amount      Balance
${rows}`;

    it('do not matter where each stands on its own row within the period', () => {
      const reading = readTyped(
        exported(`01/20/2026    WITHDRAWAL              -10.00       90.00
01/02/2026    WITHDRAWAL              -15.00       75.00
01/11/2026    WITHDRAWAL               -5.00       70.00`),
      );
      expect(reading.verdict).toBe('verified');
    });

    it('keep a statement from being proved where a row shares the date of another', () => {
      const reading = readTyped(
        exported(`01/20/2026    WITHDRAWAL              -10.00       90.00
01/02/2026    WITHDRAWAL              -10.00       80.00
              WITHDRAWAL               -5.00       75.00
01/11/2026    WITHDRAWAL               -5.00       70.00`),
      );
      expect(inShort(reading)).toMatchObject({ verdict: 'unverifiable', codes: ['DATE_OUT_OF_ORDER'] });
    });
  });
});
