import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { readPayStub } from '../../../../src/documents/pay-stub/read-pay-stub.js';
import { typedPage } from '../typed-pages.js';

const read = (text: string) => readPayStub(assembleLines([typedPage(text)]));

describe('tables side by side', () => {
  const stub = `
Marigold Software, Inc.                               Earnings Statement
Pay period: Apr 16, 2026 - Apr 30, 2026               Pay Day: Apr 30, 2026

Employee Gross Earnings                               Employee Taxes Withheld
Description   Rate     Hours   Current    Year-to-Date Description        Current   Year-to-Date
Regular       $40.00   80.00   $3,200.00   $25,600.00  Federal Income Tax $350.00      $2,800.00
Gross Earnings                 $3,200.00   $25,600.00  Medicare            $46.40        $371.20
                                                       Total              $396.40      $3,171.20
Employee Deductions                                   Employer Contributions
Description            Type    Current    Year-to-Date Description        Current   Year-to-Date
Roth plan              Pre-Tax   $160.00    $1,280.00  Plan match         $128.00      $1,024.00
Dental                 Pre-Tax    $24.00      $192.00

Summary
Description                              Current Year to Date
Gross Earnings                         $3,200.00   $25,600.00
Pre-Tax Deductions/Contributions         $184.00    $1,472.00
Taxes                                    $396.40    $3,171.20
Post-Tax Deductions                        $0.00        $0.00
Net Pay                                $2,619.60   $20,956.80`;

  it('keep their columns where two headings stand close', () => {
    expect(read(stub)).toMatchObject({
      verdict: 'verified',
      grossPay: 320_000,
      netPay: 261_960,
      totalTaxes: 39_640,
      totalDeductions: 18_400,
      ytdGross: 2_560_000,
      deductions: [{ amount: 35_000 }, { amount: 4_640 }, { amount: 16_000 }, { amount: 2_400 }],
    });
  });

  it('are not proved with another net', () => {
    expect(read(stub.replace('$2,619.60', '$2,691.60'))).toMatchObject({ verdict: 'discrepancy' });
  });
});

describe('an Australian payslip', () => {
  it('names who pays below its heading, and multiplies rates with four decimals', () => {
    expect(
      read(`
Payslip
PAID BY                    EMPLOYEE               Pay Period: 03/04/2026 - 16/04/2026
Coastal Reef Trust         Ruby Nguyen            Payment Date: 17/04/2026

SALARY & WAGES             HOURS       RATE           THIS PAY          YTD
Ordinary Hours             70.00       $40.00         $2,800.00         $22,400.00
Overtime                   2.50        $60.1234       $150.31           $700.00
TOTAL                                                 $2,950.31         $23,100.00
TAX                                                   THIS PAY          YTD
PAYG                                                  $610.00           $4,800.00
AFTER-TAX DEDUCTIONS                                  THIS PAY          YTD
Workplace giving                                      $20.00            $160.00
Net Pay: $2,320.31`),
    ).toMatchObject({
      verdict: 'verified',
      currency: 'AUD',
      employer: 'Coastal Reef Trust',
      grossPay: 295_031,
      netPay: 232_031,
      deductions: [{ amount: 61_000 }, { amount: 2_000 }],
    });
  });
});

describe('where the pay was put', () => {
  it('is no deduction from it', () => {
    expect(
      read(`
Lakehead Surveying Inc.
Pay Statement
Pay date: 2026-04-10   Frequency: Bi-weekly

Earnings                   Hours     Rate      Current      YTD
Regular                    80.00     30.00     2,400.00     16,800.00
Gross                                          2,400.00     16,800.00

Deductions                                     Current      YTD
CPP                                            125.50       878.50
EI                                             39.36        275.52
Federal tax                                    290.00       2,030.00
Total                                          454.86       3,184.02

NET PAY                                        $1,945.14
Deposit : 00123-004-***778                     $1,945.14`),
    ).toMatchObject({
      verdict: 'verified',
      netPay: 194_514,
      totalDeductions: 45_486,
      frequency: 'fortnightly',
    });
  });
});

describe('a German statement of pay', () => {
  const stub = `
Entgeltabrechnung                       März 2026
Weserwerft GmbH*Am Deich 12*28199 Bremen

Lohnart Bezeichnung                            Betrag
2000    Gehalt                               3.600,00
                        Gesamt-Brutto        3.600,00

Steuer/Sozialversicherung
  Steuer-Brutto 3.600,00      Lohnsteuer 450,10     SolZ 0,00
                   Steuerrechtliche Abzüge     450,10
  KV/PV-Brutto 3.600,00       KV-Beitrag 307,80     PV-Beitrag 86,40
  RV/AV-Brutto 3.600,00       RV-Beitrag 334,80     AV-Beitrag 46,80
                   SV-rechtliche Abzüge        775,80
                   Netto-Verdienst           2.374,10

9810    Sparvertrag Überweisung                -50,00
                   Auszahlungsbetrag         2.324,10

Verdienstbescheinigung
Gesamt-Brutto 10.800,00     Lohnsteuer 1.350,30`;

  it('pays out what is left of the net that was earned', () => {
    const reading = read(stub);
    expect(reading).toMatchObject({
      currency: 'EUR',
      employer: 'Weserwerft GmbH',
      grossPay: 360_000,
      netPay: 232_410,
      totalTaxes: 45_010,
      ytdGross: 1_080_000,
    });
    expect('deductions' in reading && reading.deductions.at(-1)).toMatchObject({ amount: 5_000 });
  });

  it('is not proved where what is paid out does not follow', () => {
    expect(read(stub.replace('2.324,10', '2.342,10'))).not.toMatchObject({ verdict: 'verified' });
  });
});

describe('how often the pay comes', () => {
  it('may stand behind the words pay period', () => {
    expect(
      read(`
Heron Veterinary Ltd
Payments        Amount      Deductions            Amount
Salary          2,800.00    PAYE Tax              350.10
Total gross pay 2,800.00    Total deductions      350.10
Payment Period Monthly      Net Pay               2,449.90`),
    ).toMatchObject({ frequency: 'monthly', netPay: 244_990 });
  });
});
