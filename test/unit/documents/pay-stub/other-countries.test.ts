import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { readPayStub } from '../../../../src/documents/pay-stub/read-pay-stub.js';
import { typedPage } from '../typed-pages.js';

const read = (text: string) => readPayStub(assembleLines([typedPage(text)]));

describe('an Indian payslip', () => {
  it('has a column of what is agreed beside what is paid, and no year so far', () => {
    expect(
      read(`
Lotus Kiln Private Limited
Payslip for the month of March 2026
Earnings              Master       Actual      Deductions           Actual
Basic                 40,000.00    38,000.00   Provident Fund       4,560.00
House Rent            20,000.00    19,000.00   Income Tax           2,440.00
Total Earnings: INR   60,000.00    57,000.00   Total Deductions: INR  7,000.00
Net Pay for the month:             50,000.00`),
    ).toMatchObject({ verdict: 'verified', grossPay: 5_700_000, netPay: 5_000_000, ytdGross: null });
  });
});

describe('a French payslip', () => {
  const stub = `
BULLETIN DE PAIE
FERRONNERIE DU LAC SAS                        Période du 01/03/2026 au 31/03/2026
Désignation                     Base      Taux      Part salarié    Part employeur
Salaire de base                 151,67    15,0000   2 275,05
Salaire brut                                        2 275,05
Sécurité sociale plafonnée      2 275,05  6,90        156,98         194,52
Complémentaire santé                                   20,00          30,00
CSG déductible                  2 200,00  6,80        149,60
Total des cotisations                                 326,58         224,52
Montant net social                                  1 948,47
Indemnité de transport (non soumise)                   40,00
Net à payer avant impôt sur le revenu               1 988,47
Impôt sur le revenu prélevé     2 050,00  4,00        -82,00
NET PAYÉ (en euros)                                                 1 906,47
               Heures     Brut         Net imposable   Congés
Cumul annuel   151,67     6 825,15     2 050,00        7,50`;

  it('pays what is left when income tax is taken from the net', () => {
    expect(read(stub)).toMatchObject({
      verdict: 'verified',
      currency: 'EUR',
      grossPay: 227_505,
      netPay: 190_647,
      totalDeductions: 32_658,
      ytdGross: 682_515,
    });
  });

  it('is not proved when that last step does not add up', () => {
    const { verdict } = read(stub.replace('1 906,47', '1 916,47'));
    expect(verdict).not.toBe('verified');
  });
});

describe('a German payslip', () => {
  const stub = `
Glaserei Winkel GmbH · Am Deich 4 · 24937 Flensburg
Lohn- und Gehaltsabrechnung                       März 2026
Bezeichnung           Menge     Satz                               Betrag
Gehalt                                                             3.000,00
Gesamtbrutto                                                       3.000,00
Lohnsteuer                      3.000,00          300,00
Solidaritätszuschlag                                0,00             300,00-
KV-Beitrag                      3.000,00          250,00
RV-Beitrag                      3.000,00          279,00
AV-Beitrag                      3.000,00           39,00             568,00-
Auszahlungsbetrag EUR                                              2.132,00
Überweisung auf DE00 1111 2222 Sparbank zum 27.03.2026
Jahreswerte
Gesamtbrutto          9.000,00`;

  it('carries the sum of each group into the outer column', () => {
    expect(read(stub)).toMatchObject({
      verdict: 'verified',
      grossPay: 300_000,
      netPay: 213_200,
      totalTaxes: 30_000,
      totalDeductions: 56_800,
      ytdGross: 900_000,
      payDate: '2026-03-27',
    });
  });

  it('is not proved with another figure in a group', () => {
    const { verdict } = read(stub.replace('279,00', '297,00'));
    expect(verdict).not.toBe('verified');
  });
});

describe('a British payslip', () => {
  it('lists the year so far under a heading of its own, and counts the months of the tax year', () => {
    expect(
      read(`
Ribble Boatyard Ltd                                                Payslip
Employee   Bethan Cole                   Pay Period     Month 11
Payments         Amount      Deductions            Amount      Year to Date
Monthly Pay      2,900.00    PAYE Tax              370.00      Gross Pay      31,900.00
                             National Insurance    150.00      Tax             4,070.00
Total Payments   2,900.00    Total Deductions      520.00
                                                                Net Pay       £2,380.00`),
    ).toMatchObject({
      verdict: 'verified',
      grossPay: 290_000,
      netPay: 238_000,
      ytdGross: 3_190_000,
      frequency: 'monthly',
    });
  });
});

describe('lists with headings of their own', () => {
  const stub = `
Name: Ada Finch                   EARNINGS         HRS     RATE THIS PERIOD ($)    YTD ($)
12 Reed Lane                      Regular          80.00   20.0000     1,600.00   4,800.00
                                  Gross Earnings                       1,600.00   4,800.00
                                  WITHHOLDINGS                 THIS PERIOD ($)    YTD ($)
NET PAY ALLOCATIONS               Fed Withholdng                         120.00     360.00
DESCRIPTION                       NY Family Leave                          6.00      18.00
                                  TOTAL                                  126.00     378.00
                                  Deductions                   THIS PERIOD ($)    YTD ($)
                                  Health Ins                              60.00     180.00
                                  Deductions                              60.00     180.00
                                  NET PAY                              1,414.00   4,242.00
0412 Reed Valley Clinic PC 12 Route 9 Poughkeepsie NY 12590`;

  it('keep to their side of the page, are summed under their own names, and name no insurance for the employer', () => {
    expect(read(stub)).toMatchObject({
      verdict: 'verified',
      employer: 'Reed Valley Clinic PC',
      grossPay: 160_000,
      netPay: 141_400,
      totalTaxes: 12_600,
      totalDeductions: 6_000,
      deductions: [{ amount: 12_000 }, { amount: 600 }, { amount: 6_000 }],
    });
  });
});
