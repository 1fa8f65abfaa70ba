import { describe, expect, it } from '@jest/globals';
import { recognizeKinds } from '../../../src/documents/kind.js';
import { assembleLines } from '../../../src/documents/layout/lines.js';
import type { DocumentKind } from '../../../src/documents/reading.js';
import { typedPage } from './typed-pages.js';

const kindOf = (text: string, hint?: DocumentKind) =>
  recognizeKinds(assembleLines([typedPage(text)]), hint)[0]?.kind;

describe('the kind of a document', () => {
  it.each<[string, DocumentKind, string]>([
    [
      'a bank statement',
      'bank_statement',
      'First Harbour Bank\nAccount Statement\nOpening balance  100.00\n03/04  Coffee  -4.00  96.00\nClosing balance  96.00',
    ],
    [
      'a German one',
      'bank_statement',
      'Kontoauszug Nr. 4\nAlter Kontostand  1.250,00 EUR\n03.04.  Miete  -700,00\nNeuer Kontostand  550,00 EUR',
    ],
    [
      'a French one',
      'bank_statement',
      'Relevé de compte\nSolde au 01/03/2026  1 250,00\n03/03  Carte café  4,50\nNouveau solde  1 245,50',
    ],
    [
      'a Dutch one',
      'bank_statement',
      'Rekeningafschrift\nVorig saldo  250,00\n03-03-2026  Albert  12,00  Af\nNieuw saldo  238,00',
    ],
    [
      'a Spanish one',
      'bank_statement',
      'Extracto de cuenta\nSaldo anterior  250,00\n03/03/2026  Café  -2,00  248,00\nSaldo final  248,00',
    ],
    [
      'a card statement',
      'credit_card_statement',
      'Summit Card\nCredit card statement\nPrevious balance  120.00\nMinimum payment due  25.00\nCredit limit  5,000.00\n04/02  Cinema  24.00\nNew balance  144.00',
    ],
    [
      'a pay stub',
      'pay_stub',
      'Earnings Statement\nPay period 1 Mar 2026 to 15 Mar 2026\nGross pay  2,000.00\nFederal income tax  200.00\nNet pay  1,800.00',
    ],
    [
      'a German pay stub',
      'pay_stub',
      'Gehaltsabrechnung März 2026\nBruttogehalt  3.000,00\nLohnsteuer  400,00\nNettogehalt  2.600,00',
    ],
    [
      'a French pay stub',
      'pay_stub',
      'Bulletin de paie\nSalaire brut  2 500,00\nCotisations  550,00\nNet à payer  1 950,00',
    ],
    [
      'an invoice',
      'invoice',
      'INVOICE\nInvoice No. 12\nBill to: Ada Byron\nDue date: 1 May 2026\nTotal  120.00',
    ],
    ['a Dutch invoice', 'invoice', 'Factuur\nFactuurnummer 2026-3\nVervaldatum 1-5-2026\nTotaal  120,00'],
    [
      'a till receipt',
      'receipt',
      'Corner Books\nReceipt\nCashier: Kim\nNovel  12.00\nTotal  12.00\nCash  20.00\nChange  8.00',
    ],
    ['a German till receipt', 'receipt', 'Kassenbon\nBrot  2,50\nSumme  2,50\nBar  5,00\nRückgeld  2,50'],
    [
      'a till receipt that the law calls a tax invoice',
      'receipt',
      'TAX INVOICE\nFlat white  5.00\nTotal  5.00\nEFTPOS  5.00\nAPPROVED',
    ],
  ])('%s is told from its words', (_, kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });

  it('is nothing at all for a letter', () => {
    expect(kindOf('Dear neighbour,\nthe cat came home by itself.\nYours, Ida')).toBeUndefined();
  });

  it('follows the content where the user calls it something else', () => {
    const statement =
      'Account Statement\nOpening balance  100.00\n03/04  Coffee  4.00\nClosing balance  96.00';
    expect(kindOf(statement, 'receipt')).toBe('bank_statement');
  });

  it('follows the user where the content leaves it open', () => {
    expect(kindOf('Harbour Books\nNovel  12.00\n12.00', 'receipt')).toBe('receipt');
  });
});
