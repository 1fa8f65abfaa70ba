import { describe, expect, it } from '@jest/globals';
import { inShort, readTyped } from './read-typed.js';

describe('sums and signs around the rows', () => {
  it('sees the minus in front of a currency sign that stands apart from its figure, whatever minus it is', () => {
    const reading = readTyped(`
Banco Figueira   Fatura do cartão de crédito
Período: 01/03/2026 a 31/03/2026
Fatura anterior                              R$ 300,00
Total a pagar                                R$ 55,50
02/03/2026   Padaria da Praça                R$ 20,50
10/03/2026   Pagamento recebido             −R$ 300,00
15/03/2026   Livraria Horizonte              R$ 35,00`);
    expect(inShort(reading).rows).toEqual([
      '2026-03-02 -2050 Padaria da Praça',
      '2026-03-10 30000 Pagamento recebido',
      '2026-03-15 -3500 Livraria Horizonte',
    ]);
  });

  it('keeps the dates of a period at the top apart from the place of the days that head the rows', () => {
    const reading = readTyped(`
Banco Figueira   Conta corrente   VALORES EM R$
01 DE MARÇO DE 2026 a 31 DE MARÇO DE 2026
Saldo inicial                                        100,00
Saldo final                                          130,00
02 MAR 2026   Total de saídas                        - 20,00
              Pago em loja                             15,00
              Compra no mercado                         5,00
09 MAR 2026   Total de entradas                      + 60,00
              Pix recebido de Rosa                     60,00
20 MAR 2026   Total de saídas                        - 10,00
              Pago em loja                             10,00`);
    expect(inShort(reading)).toEqual({
      verdict: 'verified',
      codes: [],
      accounts: 1,
      rows: [
        '2026-03-02 -1500 Pago em loja',
        '2026-03-02 -500 Compra no mercado',
        '2026-03-09 6000 Pix recebido de Rosa',
        '2026-03-20 -1000 Pago em loja',
      ],
    });
  });

  it('takes a total of payments below its only row for a total', () => {
    const reading = readTyped(`
Larkspur Card   Credit card statement   $
Statement period 01/01/2026 to 01/31/2026
Previous balance                                        $80.00
New balance                                             $45.00
Payments
Date         Description                                Amount
01/20/2026   Transfer from checking                    -$80.00
             Total payments for this period            -$80.00
Transactions
Date         Description                                Amount
01/05/2026   Corner Bakery                              $15.00
01/09/2026   Bookshop                                   $30.00
             Total charges and returns                  $45.00`);
    expect(inShort(reading).rows).toEqual([
      '2026-01-20 8000 Transfer from checking',
      '2026-01-05 -1500 Corner Bakery',
      '2026-01-09 -3000 Bookshop',
    ]);
  });

  const across = (totals: string) =>
    readTyped(`
Crédit du Lac   Compte courant   EUR
du 01/03/2026 au 31/03/2026
Date         Libellé                   Débit        Crédit
01/03/2026   Ancien solde                           100,00
04/03/2026   Boulangerie                12,50
09/03/2026   Salaire                                900,00
17/03/2026   Loyer                     450,00
             Totaux                    ${totals}
31/03/2026   Nouveau solde                          537,50`);

  it('takes a line of totals across both columns for the printed totals of each way', () => {
    expect(across('462,50       900,00')).toMatchObject({
      verdict: 'verified',
      proofs: expect.arrayContaining([
        'Money in sums to the total printed.',
        'Money out sums to the total printed.',
      ]),
      accounts: [{ printedTotalIn: 90000, printedTotalOut: 46250 }],
    });
  });

  it('proves nothing by such a line where one of its totals is another', () => {
    expect(across('426,50       900,00')).toMatchObject({
      verdict: 'discrepancy',
      accounts: [{ printedTotalIn: null, printedTotalOut: null }],
    });
  });

  it('reads no row out of a box of what is due, nor a running balance out of a single foreign amount', () => {
    const reading = readTyped(`
Marigold Credit Card Statement   Rs.
Statement period 01/02/2026 to 28/02/2026
Payment Due Date      Total Dues      Minimum Amount Due
15/03/2026              1,150.00                  100.00
Credit Limit       Available Credit Limit     Available Cash Limit
50,000.00              48,850.00                 20,000.00
Opening balance                             Rs. 900.00
Total dues                                Rs. 1,150.00
Transactions
Date         Description                                 Amount
03/02/2026   Book stall                                  150.00
11/02/2026   Payment received                            900.00 Cr
14/02/2026   Tea house                                   400.00
19/02/2026   Cloud hosting               USD 7.20        600.00`);
    expect(inShort(reading)).toMatchObject({
      verdict: 'verified',
      rows: [
        '2026-02-03 -15000 Book stall',
        '2026-02-11 90000 Payment received',
        '2026-02-14 -40000 Tea house',
        '2026-02-19 -60000 Cloud hosting',
      ],
    });
  });
});

describe('rows of other tables and other days', () => {
  it('leaves out tables of payments that are pending or taken back', () => {
    const reading = readTyped(`
Kestrel Money   Account statement   £
Opening balance                                             100.00
Closing balance                                              65.00
Pending from 1 March 2026 to 31 March 2026
Start date     Description         Money out     Money in
31 Mar 2026    Taxi                     9.00
Account transactions from 1 March 2026 to 31 March 2026
Date           Description         Money out     Money in     Balance
2 Mar 2026     Grocer                  20.00                    80.00
9 Mar 2026     Hardware shop           15.00                    65.00
Reverted from 1 March 2026 to 31 March 2026
Start date     Description         Money out     Money in
12 Mar 2026    Airline                 64.00`);
    expect(inShort(reading)).toEqual({
      verdict: 'verified',
      codes: [],
      accounts: 1,
      rows: ['2026-03-02 -2000 Grocer', '2026-03-09 -1500 Hardware shop'],
    });
  });

  it('keeps booked rows below such a title where no header of their own follows it', () => {
    const reading = readTyped(`
Kestrel Money   Account statement   £
Statement period 1 March 2026 to 31 March 2026
Opening balance                                             100.00
Closing balance                                              65.00
Pending payments are not part of this statement
Account transactions
Date           Description         Money out     Money in     Balance
2 Mar 2026     Grocer                  20.00                    80.00
9 Mar 2026     Hardware shop           15.00                    65.00`);
    expect(inShort(reading)).toMatchObject({
      verdict: 'verified',
      rows: ['2026-03-02 -2000 Grocer', '2026-03-09 -1500 Hardware shop'],
    });
  });

  const wallet = `
Pocket   EUR statement
1 March 2026 [GMT] - 31 March 2026 [GMT]
Generated on: 1 April 2026
EUR on 31 March 2026 [GMT]                                        82.50 EUR
Description                             Incoming      Outgoing       Amount
Balance bonus                               2.50                      82.50
31 March 2026 Transaction: A-1
Card payment to a bakery                                 -7.00        80.00
20 March 2026 Transaction: A-2
Received from a friend                     30.00                      87.00
11 March 2026 Transaction: A-3
Card payment to a florist                                -9.00        57.00
3 March 2026 Transaction: A-4`;

  it('gives rows the dates in the lines below them, though other dates stand above the table', () => {
    expect(inShort(readTyped(wallet)).rows).toEqual([
      '2026-03-31 250 Balance bonus Transaction: A-1',
      '2026-03-20 -700 Card payment to a bakery Transaction: A-2',
      '2026-03-11 3000 Received from a friend Transaction: A-3',
      '2026-03-03 -900 Card payment to a florist Transaction: A-4',
    ]);
  });

  it('takes the only balance printed for one end, not for both', () => {
    const reading = readTyped(wallet);
    expect(reading).toMatchObject({ accounts: [{ openingBalance: null, closingBalance: 8250 }] });
    expect(inShort(reading)).toMatchObject({ verdict: 'unverifiable' });
  });

  it('learns the year from a month in the title, joined to it by a stroke', () => {
    const reading = readTyped(`
Banco Figueira   extrato mensal   março/2026   R$
data     descrição                 entradas     saídas     saldo
28/02    SALDO ANTERIOR                                   100,00
03/03    SALARIO                     900,00             1.000,00
09/03    MERCADO                                25,00     975,00
         SALDO FINAL                                      975,00`);
    expect(inShort(reading).rows).toEqual(['2026-03-03 90000 SALARIO', '2026-03-09 -2500 MERCADO']);
  });

  it('gives texts at the foot of a page to the row that prints its figures on the next page', () => {
    const head = `
Banco del Valle   Cuenta corriente   EUR
Periodo 01/03/2026 - 31/03/2026
Fecha         Concepto                      Cargos     Abonos     Saldo`;
    const reading = readTyped(
      `${head}
01/03/2026    SALDO ANTERIOR                                     100,00
03/03/2026    COMPRA TARJETA
              FRUTERIA SOL                   10,00
              COMPRA TARJETA
              PANADERIA                       5,00                85,00
05/03/2026    TRANSFERENCIA DE
              ROSA VEGA                                15,00
              COMPRA TARJETA`,
      `${head}
              LIBRERIA NORTE                 20,00                80,00
09/03/2026    RECIBO DE LA
              LUZ                            30,00                50,00
31/03/2026    SALDO FINAL                                         50,00`,
    );
    expect(inShort(reading).rows).toEqual([
      '2026-03-03 -1000 COMPRA TARJETA FRUTERIA SOL',
      '2026-03-03 -500 COMPRA TARJETA PANADERIA',
      '2026-03-05 1500 TRANSFERENCIA DE ROSA VEGA',
      '2026-03-05 -2000 COMPRA TARJETA LIBRERIA NORTE',
      '2026-03-09 -3000 RECIBO DE LA LUZ',
    ]);
  });
});
