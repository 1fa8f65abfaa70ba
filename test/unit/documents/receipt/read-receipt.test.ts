import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { readReceipt } from '../../../../src/documents/receipt/read-receipt.js';
import { formatMoney, money } from '../../../../src/domain/money.js';
import { fc } from '../../../support/properties.js';
import { typedPage } from '../typed-pages.js';

const read = (text: string, kind: 'receipt' | 'invoice' = 'receipt') =>
  readReceipt(assembleLines([typedPage(text)]), kind);

describe('a till receipt', () => {
  const receipt = `
Corner Books
www.cornerbooks.example.org
05/23/2026 14:32

Atlas of Islands            $24.00
Pocket poems
2 @ $6.50                   $13.00
SUBTOTAL                    $37.00
Member discount             -$3.70
Sales tax                    $2.66
TOTAL                       $35.96
Cash                        $40.00
CHANGE                       $4.04`;

  it('tells the total from subtotal, discount, cash and change', () => {
    expect(read(receipt)).toMatchObject({
      verdict: 'verified',
      merchant: 'Corner Books',
      date: '2026-05-23',
      currency: 'USD',
      total: 3_596,
      subtotal: 3_700,
      discount: 370,
      tax: 266,
      tendered: 4_000,
      paid: true,
    });
  });

  it('lists what was bought, by the amount charged and not the price of one', () => {
    const reading = read(receipt);
    expect('items' in reading && reading.items).toMatchObject([
      { description: 'Atlas of Islands', amount: 2_400 },
      { description: 'Pocket poems', amount: 1_300 },
    ]);
  });

  it('is a discrepancy when its total is another', () => {
    const reading = read(receipt.replace('$35.96', '$36.96'));
    expect(reading).toMatchObject({
      verdict: 'discrepancy',
      problems: [{ code: 'TOTAL_MISMATCH', difference: 100 }],
    });
  });

  it('may hold its tax within the prices', () => {
    const reading = read(`
Kaffeehaus Linde GmbH
Rechnung 12.03.2026
Melange                4,90
Strudel                6,40
Summe EUR             11,30
inkl. 10 % MwSt.       1,03
Bar                   20,00
Rückgeld               8,70`);
    expect(reading).toMatchObject({
      verdict: 'verified',
      total: 1_130,
      tax: 103,
      tendered: 2_000,
      currency: 'EUR',
    });
  });

  it('may add a tip after the tax', () => {
    const reading = read(`
The Juniper Bistro
06/02/2026
Soup                  $8.00
Pie                  $12.00
Subtotal             $20.00
Tax                   $1.60
Tip                   $4.00
Total                $25.60
Visa ending 0042     $25.60`);
    expect(reading).toMatchObject({ verdict: 'verified', total: 2_560, tip: 400, paid: true });
  });
});

describe('an invoice', () => {
  const invoice = `
Summit Carpentry LLC                          INVOICE
12 Timber Street                              Invoice date: 18 October 2026
Bill to: Ada Byron                            Due date: 17 December 2026

Description                 Qty     Price     Amount
Oak shelf                   2       120.00    240.00
Fitting                     1       80.00     80.00
Subtotal                                      320.00
VAT 20 %                                      64.00
Total                                         £384.00
Paid                                          £100.00
Balance due                                   £284.00`;

  it('that is not paid is no spending, and its total is not what is still due', () => {
    expect(read(invoice, 'invoice')).toMatchObject({
      verdict: 'verified',
      merchant: 'Summit Carpentry LLC',
      date: '2026-10-18',
      total: 38_400,
      tax: 6_400,
      balanceDue: 28_400,
      paid: false,
    });
  });

  it('whose balance does not follow from its total contradicts itself', () => {
    expect(read(invoice.replace('£284.00', '£294.00'), 'invoice')).toMatchObject({
      verdict: 'discrepancy',
      problems: [{ difference: 1_000 }],
    });
  });

  it('whose subtotal does not lead to its total contradicts itself', () => {
    const reading = read(invoice.replace(/320\.00$/m, '330.00'), 'invoice');
    expect(reading).toMatchObject({ verdict: 'discrepancy' });
  });

  it('may be French, with figures before and after tax', () => {
    const reading = read(
      `
Librairie du Port SARL
Facture n° 2026-118                       Date : 03/11/2026
Désignation            Nombre    P.U. HT    Montant HT
Atlas                  1         38,00 €    38,00 €
Livraison              1         8,00 €     8,00 €
Total HT                                    46,00 €
TVA 20 %                                    9,20 €
Total TTC                                   55,20 €
Facture acquittée le 03/11/2026`,
      'invoice',
    );
    expect(reading).toMatchObject({
      verdict: 'verified',
      currency: 'EUR',
      date: '2026-11-03',
      subtotal: 4_600,
      total: 5_520,
      paid: true,
    });
  });

  it('names no seller when only the customer is printed', () => {
    const reading = read(
      'INVOICE\nBill to: Ada Byron\nDate: 24/06/2026\nTotal amount: Rs. 12,450.00\nPayment status: Pending',
      'invoice',
    );
    expect(reading).toMatchObject({
      verdict: 'unverifiable',
      merchant: null,
      date: '2026-06-24',
      total: 1_245_000,
      currency: 'INR',
      paid: false,
    });
  });

  it('says when its date can be read two ways', () => {
    const reading = read('INVOICE\nDate: 03/04/2026\nRepair  100.00\nTotal CAD  100.00', 'invoice');
    expect(reading).toMatchObject({ date: null, problems: [{ code: 'AMBIGUOUS_DATES' }] });
  });

  it('that is a blank form yields nothing', () => {
    const reading = read('INVOICE\nDescription    Amount\nSubtotal    0.00\nTotal    0.00', 'invoice');
    expect(reading).toMatchObject({ verdict: 'failed', problems: [{ code: 'BLANK_FORM' }] });
  });
});

describe('whatever was bought', () => {
  const euros = (minor: number) => formatMoney(money(minor, 'EUR'), 'de-DE').replace(/\s/g, ' ');

  it('the total comes out as printed, and one changed figure is never verified', () => {
    const price = fc.integer({ min: 1, max: 90_000 });
    const spoil = fc.constantFrom('nothing', 'total', 'tax');
    fc.assert(
      fc.property(fc.array(price, { minLength: 1, maxLength: 8 }), price, spoil, (prices, tax, spoilt) => {
        const net = prices.reduce((sum, value) => sum + value, 0);
        const total = net + tax + (spoilt === 'total' ? 7 : 0);
        const reading = read(
          [
            'Buchhandlung Seeblick GmbH',
            'Rechnung vom 04.05.2026',
            ...prices.map((value, index) => `Artikel ${'abcdefgh'[index]}              ${euros(value)}`),
            `Nettobetrag            ${euros(net)}`,
            `zzgl. MwSt.            ${euros(spoilt === 'tax' ? tax + 7 : tax)}`,
            `Gesamtbetrag           ${euros(total)}`,
          ].join('\n'),
          'invoice',
        );
        expect(reading).toMatchObject({ total, verdict: spoilt === 'nothing' ? 'verified' : 'discrepancy' });
      }),
      { numRuns: 60 },
    );
  });
});
