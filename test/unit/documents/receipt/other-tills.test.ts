import { describe, expect, it } from '@jest/globals';
import { recognizeKinds } from '../../../../src/documents/kind.js';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { readReceipt } from '../../../../src/documents/receipt/read-receipt.js';
import { typedPage } from '../typed-pages.js';

const linesOf = (text: string) => assembleLines([typedPage(text)]);
const read = (text: string, kind: 'receipt' | 'invoice' = 'receipt') => readReceipt(linesOf(text), kind);

describe("a hotel's folio", () => {
  const folio = `
THE HERON HOTEL
Arrival     03/02/26
Departure   03/04/26
Date       Description         Charges     Credits
03/02/26   Room Charge          150.00
03/02/26   Occupancy Tax 6%       9.00
03/03/26   Room Charge          150.00
03/03/26   Minibar 418           21.00
03/03/26   Occupancy Tax 6%       9.00
03/04/26   Visa XXXX0933                     339.00
           Total                339.00       339.00
           Balance              $0.00`;

  it('charges its taxes night by night, and is settled on its last day', () => {
    expect(read(folio)).toMatchObject({
      verdict: 'verified',
      date: '2026-03-04',
      total: 33_900,
      tax: 1_800,
      paid: true,
      items: [{ description: 'Room Charge' }, { description: 'Room Charge' }, { description: 'Minibar 418' }],
    });
  });

  it('is not proved when one night is another', () => {
    expect(read(folio.replace('9.00', '8.00')).verdict).not.toBe('verified');
  });
});

describe('subtotals of parts', () => {
  const store = `
Puffin Games
Thank you for your recent transaction
Date issued: 27 Feb, 2026
Hollow Isle             Subtotal (excl. tax): $20.00
Soundtrack              Subtotal (excl. tax): $8.00
Tax at 10%                                    $2.80
Total:                                        $30.80`;

  it('together come to the total, and none of them is the subtotal of all', () => {
    expect(read(store)).toMatchObject({
      verdict: 'verified',
      total: 3_080,
      subtotal: null,
      tax: 280,
      paid: true,
    });
  });

  it('are not proved with another total', () => {
    expect(read(store.replace('$30.80', '$31.80')).verdict).not.toBe('verified');
  });

  it('are told apart in Japanese, rate by rate', () => {
    expect(
      read(`
2026年02月07日 08:14
領収書
おにぎり                ¥300
緑茶                    ¥300
ビール                  ¥200
小計(税抜 8%)           ¥600
消費税等(8%)             ¥48
小計(税抜10%)           ¥200
消費税等(10%)            ¥20
合計                    ¥868`),
    ).toMatchObject({ verdict: 'verified', total: 868, subtotal: null, tax: 68 });
  });
});

describe('a Swiss receipt', () => {
  const receipt = `
Dorfladen Brienz
Brot                        3.60
Milch                      14.54
Zwischentotal              18.14
Rundung                     0.01
Total CHF                  18.15
Bargeld CHF                20.00
Rückgeld CHF                1.85
MWST% Total MWST
2.6 18.14 0.46
18.02.26 18:22`;

  it('tells its tax in a table whose rates have no sign', () => {
    expect(read(receipt)).toMatchObject({
      verdict: 'verified',
      total: 1_815,
      subtotal: 1_814,
      tax: 46,
      tendered: 2_000,
    });
  });

  it('takes no figure for a tax that does not follow from its rate', () => {
    expect(read(receipt.replace('0.46', '4.60'))).toMatchObject({ tax: null });
  });
});

describe('a Brazilian receipt', () => {
  const receipt = `
MERCADO SOL LTDA
CNPJ 00.000.000/0001-00
DANFE NFC-e - Documento Auxiliar
001 78941882093 ARROZ 5KG
1 UN x 28,90              28,90
002 78941882094 FEIJAO
2 UN x 8,49               16,98
QTD. TOTAL DE ITENS           3
VALOR TOTAL R$            45,88
DESCONTO R$                3,00
VALOR A PAGAR R$          42,88
Cartão de Débito          42,88
Trib aprox R$: 6,42 Fed    4,03 Est
Emissão 20/02/2026 19:03:11`;

  it('is paid less its discount; the taxes within are only told', () => {
    expect(recognizeKinds(linesOf(receipt))[0]).toMatchObject({ kind: 'receipt' });
    expect(read(receipt)).toMatchObject({
      verdict: 'verified',
      currency: 'BRL',
      total: 4_288,
      subtotal: 4_588,
      discount: 300,
      tax: null,
      tendered: 4_288,
    });
  });
});

describe('taxes within the prices, rate by rate', () => {
  const bill = `
Gasthof Linde
24.02.2026
Schnitzel              47,00
Helles                 14,70
Gesamt EUR             61,70
Netto 19,00%           12,35
MwSt 19,00%             2,35
Netto 7,00%            43,93
MwSt 7,00%              3,07`;

  it('are told beside what they are charged on', () => {
    expect(read(bill)).toMatchObject({ verdict: 'verified', total: 6_170, subtotal: null, tax: 542 });
  });

  it('are not proved when one is misprinted', () => {
    expect(read(bill.replace('2,35', '5,35')).verdict).toBe('discrepancy');
  });
});

describe('a total that was paid', () => {
  it('is the one that counts, and contradicts a discount that does not lead to it', () => {
    const { verdict } = read(`
MERCADO SOL LTDA
ARROZ                     28,90
VALOR TOTAL R$            28,90
DESCONTO R$                6,00
VALOR A PAGAR R$          25,90
Cartão de Débito          25,90`);
    expect(verdict).toBe('discrepancy');
  });

  it('has taken off the discount that the payment has', () => {
    const { verdict } = read(`
MERCADO SOL LTDA
ARROZ                     28,90
VALOR TOTAL R$            28,90
DESCONTO R$                3,00
VALOR A PAGAR R$          28,90
Cartão de Débito          25,90`);
    expect(verdict).toBe('discrepancy');
  });
});

describe('a bill that gives change', () => {
  it('is a receipt, whatever its number is called', () => {
    const [likeliest] = recognizeKinds(
      linesOf(`
Gasthof Linde
Rechnung Nr. 418     Tisch 12
Schnitzel              17,80
Gesamt EUR             17,80
Netto 19%              14,96
MwSt 19%                2,84
Bar                    20,00
Rückgeld                2,20`),
    );
    expect(likeliest?.kind).toBe('receipt');
  });
});

describe('figures beside those that make the total', () => {
  it('takes what calls itself a subtotal, not what the things cost before the discount', () => {
    expect(
      read(`
ELMWOOD POTTERY
Hand-thrown mug        2     $28.00     $56.00
Linen towel            1     $16.50     $16.50
                       Item total       $72.50
                       Shop discount    -$7.25
                       Subtotal         $65.25
                       Shipping         $9.40
                       Sales tax        $4.78
                       Order total      $79.43
Order of 02/17/2026`),
    ).toMatchObject({ verdict: 'verified', total: 7943, subtotal: 6525, discount: 725 });
  });

  it('takes no price without a reduction for a reduction', () => {
    expect(
      read(`
TRANSPORTS DU LAC
Aller - 1 adulte                39,00 €
Retour - 1 adulte               45,50 €
Total payé par carte bancaire   84,50 €
Le 06/02/2026
Prix sans réduction : 124,00 €`),
    ).toMatchObject({ verdict: 'verified', total: 8450, discount: null });
  });

  it('reads the receipt that every Italian till prints', () => {
    const text = `
ALIMENTARI DEL PONTE SNC
VIA ROMA 41
DOCUMENTO COMMERCIALE
di vendita o prestazione
DESCRIZIONE             IVA        Prezzo(€)
PANE COMUNE             4,00%      2,98
CHIANTI                 22,00%     9,90
TOTALE COMPLESSIVO                 12,88
di cui IVA                         1,90
Pagamento contante                 20,00
Resto                              7,12
Importo pagato                     20,00
10-02-2026 18:47`;
    expect(recognizeKinds(linesOf(text))[0]?.kind).toBe('receipt');
    expect(read(text)).toMatchObject({
      verdict: 'verified',
      total: 1288,
      tendered: 2000,
      date: '2026-02-10',
    });
  });
});
