import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { readReceipt } from '../../../../src/documents/receipt/read-receipt.js';
import { typedPage } from '../typed-pages.js';

const read = (text: string, kind: 'receipt' | 'invoice' = 'receipt') =>
  readReceipt(assembleLines([typedPage(text)]), kind);

describe('a receipt that tells its tax rate by rate', () => {
  const german = `
Papierladen Amsel
08.05.2026  10:12
                       EUR
SKIZZENBUCH            7,90 A
STADTPLAN              4,50 B
DOSENPFAND ZURUECK    -0,75 A
SUMME EUR             11,65
Geg. BAR EUR          20,00
Rückgeld EUR           8,35

MwSt %     Netto   MwSt   Brutto
A= 19,0%   6,01    1,14     7,15
B= 7,0%    4,21    0,29     4,50
Gesamtbetrag  10,22   1,43    11,65`;

  it('comes to its own total, not to that of one rate', () => {
    expect(read(german)).toMatchObject({
      verdict: 'verified',
      total: 1_165,
      subtotal: null,
      tax: 143,
      tendered: 2_000,
    });
  });

  it('contradicts itself where a rate does not add up', () => {
    expect(read(german.replace('6,01    1,14', '6,01    1,24'))).toMatchObject({ verdict: 'discrepancy' });
  });

  it('contradicts itself where the things bought do not come to the total', () => {
    expect(read(german.replace('SUMME EUR             11,65', 'SUMME EUR             13,65'))).toMatchObject({
      verdict: 'discrepancy',
    });
  });

  it('names only the tax as tax, beside what is taxed', () => {
    expect(
      read(`
HARBOUR HARDWARE LTD
14/04/26 09:20

Wood glue            £  6.60 A
Seed potatoes        £  5.25 Z
TOTAL TO PAY         £ 11.85
CONTACTLESS          £ 11.85

VAT   RATE    NET    VAT    GROSS
A     20.0%   5.50   1.10    6.60
Z      0.0%   5.25   0.00    5.25`),
    ).toMatchObject({ verdict: 'verified', total: 1_185, tax: 110, subtotal: null });
  });
});

describe('two sums that both prove themselves', () => {
  it('prove nothing where neither follows from the other', () => {
    const reading = read(`
Northern Lights Gallery
05/11/2026

Print of a heron            40.00
Frame, oak                  25.00
Total                       65.00

Subtotal                    30.00
Tax                          2.40
Total                       32.40`);
    expect(reading).toMatchObject({ verdict: 'discrepancy' });
  });
});

describe('a refund', () => {
  const refund = `
QUAYSIDE OUTFITTERS
*** REFUND ***
Orig. sale 03/04/26  Till 2
RAIN JACKET               -£48.00
WOOL SOCKS                -£12.00
TOTAL REFUND              -£60.00
MASTERCARD                -£60.00
VAT INCL. 20%             -£10.00
17/04/2026  15:40`;

  it('gives its tax back and has its own day, not that of the sale', () => {
    expect(read(refund)).toMatchObject({
      verdict: 'verified',
      total: -6_000,
      tax: -1_000,
      date: '2026-04-17',
    });
  });

  it('holds no more tax than its rate allows', () => {
    expect(read(refund.replace('-£10.00', '-£13.00'))).toMatchObject({ verdict: 'discrepancy' });
  });

  it('may be before tax', () => {
    expect(
      read(`
Ridge Cycles Inc
Refund receipt 05/20/2026
Bell                      -$10.00
Subtotal                  -$10.00
Sales tax                  -$0.80
Total                     -$10.80`),
    ).toMatchObject({ verdict: 'verified', total: -1_080, tax: -80 });
  });
});

describe('a total that is not the last word', () => {
  it('has what stands below it added', () => {
    expect(
      read(`
POLAR FERRIES                                    PASSAGE RECEIPT
Issued: 09APR26 by POLAR FERRIES
From          To            Sailing      Class      Date
HARWICH       ESBJERG       PF 118       C          02MAY
ESBJERG       HARWICH       PF 119       C          09MAY

Passage                                   GBP     210.00
Tax port dues                             GBP      18.40
Ticket total                              GBP     228.40
Cabin window upgrade                      GBP      35.00
Total paid                                GBP     263.40`),
    ).toMatchObject({
      verdict: 'verified',
      merchant: 'POLAR FERRIES',
      date: '2026-04-09',
      total: 26_340,
      items: [
        { description: expect.stringMatching(/^Passage/), amount: 21_000 },
        { description: expect.stringMatching(/^Cabin/), amount: 3_500 },
      ],
    });
  });

  it('leaves the rest to pay after a deposit', () => {
    const invoice = `
SARL Toitures Vauban
FACTURE N° 2026-118
Date : 4 mai 2026

Réparation de toiture            420,00
Total HT                         420,00
TVA 20 %                          84,00
Total TTC                        504,00
Acompte versé                   -150,00
Net à payer                      354,00`;
    expect(read(invoice, 'invoice')).toMatchObject({
      verdict: 'verified',
      total: 50_400,
      tax: 8_400,
      balanceDue: 35_400,
      paid: false,
    });
    expect(read(invoice.replace('354,00', '345,00'), 'invoice')).toMatchObject({ verdict: 'discrepancy' });
  });
});
