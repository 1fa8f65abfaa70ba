import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { readReceipt } from '../../../../src/documents/receipt/read-receipt.js';
import { typedPage } from '../typed-pages.js';

const read = (text: string, kind: 'receipt' | 'invoice' = 'receipt') =>
  readReceipt(assembleLines([typedPage(text)]), kind);

describe('what stands between subtotal and total', () => {
  const invoice = `
Idraulica Rossi S.n.c.
FATTURA n. 57/2026 del 16/03/2026
Lavori                       608,00
Materiale                    142,00
Totale imponibile            750,00
Totale IVA                   165,00
Bollo                          2,00
TOTALE FATTURA            EUR 917,00`;

  it('needs no words that are known where it is all that lies between the two', () => {
    expect(read(invoice, 'invoice')).toMatchObject({
      verdict: 'verified',
      total: 91_700,
      subtotal: 75_000,
      tax: 16_500,
    });
  });

  it.each(['750,00', '165,00', '2,00', '917,00', '608,00'])('is not proved where %s is another', (figure) => {
    const misprinted = figure.startsWith('1') ? figure.replace('1', '7') : figure.replace(/^\d/u, '1');
    expect(read(invoice.replace(figure, misprinted), 'invoice').verdict).not.toBe('verified');
  });
});

describe('things listed above a subtotal', () => {
  const till = `
PINE GROCERY
03/14/26 06:42 pm
OAT MILK               4.99F
SOURDOUGH              6.49F
CLUB SAVINGS           1.00-F
2 TOWELS               12.50T
SUBTOTAL               22.98
TAX 6.8750 on $12.50   $0.86
TOTAL                 $23.84`;

  it('may have the code of their tax behind the price; a rate is no tax', () => {
    expect(read(till)).toMatchObject({ verdict: 'verified', tax: 86, total: 2_384, date: '2026-03-14' });
  });

  it('are not passed over where they do not come to it', () => {
    expect(read(till.replace('6.49', '6.94'))).toMatchObject({ verdict: 'unverifiable', total: 2_384 });
  });

  it('are taken as often as their lines say', () => {
    expect(
      read(`
Rivermart Inc.
Order Placed: February 26, 2026
2 of: Desk Lamp          $29.99
1 of: The Night Ferry    $13.49
Subtotal:                $73.47
Sales Tax:               $5.00
Grand Total:             $78.47`),
    ).toMatchObject({ verdict: 'verified', items: [{ amount: 5_998 }, { amount: 1_349 }] });
  });
});

describe('tips', () => {
  const check = `
OSTERIA LUNA
3/21/26 7:18 PM
2 Burrata               $34.00
3 Cacio e Pepe          $72.00
Subtotal               $106.00
Tax                      $7.00
Gratuity                $20.00
Total                  $133.00
+ Tip:                  $15.00
= Total:               $148.00
Suggested gratuity
18%: (Tip $19.08 Total $132.08)`;

  it('may be two, and what they would come to is no figure of the receipt', () => {
    expect(read(check)).toMatchObject({ verdict: 'verified', total: 14_800, subtotal: 10_600 });
  });

  it('prove nothing where the last total is another', () => {
    expect(read(check.replace('$148.00', '$158.00')).verdict).not.toBe('verified');
  });
});

describe('a total in other money', () => {
  it('is left aside', () => {
    expect(
      read(`
Kiosk Bergstation AG
15.03.2026 14:26
Suppe                49.00
Brot                 41.50
TOTAL CHF            90.50
Total EUR (Kurs 0.9400)   96.28`),
    ).toMatchObject({ verdict: 'verified', currency: 'CHF', total: 9_050 });
  });
});
