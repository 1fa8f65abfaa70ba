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
});
