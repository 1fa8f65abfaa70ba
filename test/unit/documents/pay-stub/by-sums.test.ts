import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { readPayStub } from '../../../../src/documents/pay-stub/read-pay-stub.js';
import { typedPage } from '../typed-pages.js';

const read = (text: string) => readPayStub(assembleLines([typedPage(text)]));
const amountsOf = (reading: ReturnType<typeof read>) =>
  'deductions' in reading ? reading.deductions.map(({ amount }) => amount) : [];

describe('totals of a stub', () => {
  const stub = `
HARBOUR FERRIES LTD
EARNINGS             HOURS     RATE     CURRENT      Y.T.D.
REGULAR              80.00    25.0000   2,000.00    6,000.00
TOTAL EARNINGS                          2,000.00    6,000.00
STATUTORY DEDUCTIONS
FEDERAL TAX                               300.00      900.00
CPP                                       100.00      300.00
TOTAL STATUTORY DEDUCTIONS                400.00    1,200.00
OTHER DEDUCTIONS
UNION DUES                                 30.00       90.00
BOAT CLUB                                  20.00       60.00
TOTAL OTHER DEDUCTIONS                     50.00      150.00
NET PAY                                 1,550.00    4,650.00
CAD`;

  it('are no deductions where they equal the list above them', () => {
    const reading = read(stub);
    expect(reading).toMatchObject({
      verdict: 'verified',
      netPay: 155_000,
      totalTaxes: 40_000,
      totalDeductions: 5_000,
      ytdGross: 600_000,
    });
    expect(amountsOf(reading)).toEqual([30_000, 10_000, 3_000, 2_000]);
  });

  it.each([
    [
      'a deduction',
      'DUES                                 30.00',
      'DUES                                 38.00',
    ],
    ['a total', '400.00    1,200.00', '490.00    1,200.00'],
    ["the year's total", '400.00    1,200.00', '400.00    1,020.00'],
    ['net pay', '1,550.00', '1,505.00'],
  ])('prove nothing where %s is misprinted', (_what, printed, misprinted) => {
    expect(read(stub.replace(printed, misprinted)).verdict).not.toBe('verified');
  });
});

describe('lists side by side', () => {
  it('are told apart by gross and net pay: cumulative figures are not taken off once more', () => {
    const reading = read(`
Glen Hospital Ltd                                            PAYSLIP
PAYMENTS                  DEDUCTIONS               CUMULATIVES
Basic Pay     3,000.00    PAYE          400.00     Gross Pay    3,000.00
                          PRSI          120.00     Tax Paid       400.00
                          Gym            15.00     PRSI EE        120.00
GROSS PAY     3,000.00    TOTAL DEDUCTIONS  535.00    NET PAY EUR  2,465.00`);
    expect(reading).toMatchObject({ verdict: 'verified', grossPay: 300_000, netPay: 246_500 });
    expect(amountsOf(reading)).toEqual([40_000, 12_000, 1_500]);
  });

  it('have the employer pay what stands in its columns', () => {
    const reading = read(`
Rowan Studio Inc     Earnings Statement
Gross Pay                            4,000.00     8,000.00
Deductions
Description          Employee Current   Employee YTD   Company Current   Company YTD
Dental plan                     10.00          20.00             40.00         80.00
Savings plan 401(k)            200.00         400.00            160.00        320.00
Summary                             Current       YTD
Net Pay                            3,790.00     7,580.00
USD`);
    expect(amountsOf(reading)).toEqual([1_000, 20_000]);
    expect(reading).toMatchObject({ verdict: 'verified', netPay: 379_000 });
  });

  it('may be told by their signs alone', () => {
    const reading = read(`
Fern Vets Pty Ltd                        GROSS PAY:   $3,000.00
                                         NET PAY:     $2,200.00
DESCRIPTION                   AMOUNT        YTD       TYPE
Base Hourly                   $3,000.00     $9,000.00   Wages
PAYG Withholding              -$700.00     -$2,100.00   Tax
Salary Sacrifice              -$100.00       -$300.00   Deductions
Superannuation Guarantee       $345.00      $1,035.00   Expenses`);
    expect(amountsOf(reading)).toEqual([70_000, 10_000]);
    expect(reading).toMatchObject({ verdict: 'verified', currency: 'AUD' });
  });
});

describe('rows set side by side', () => {
  const stub = `
Feinwerk Mustermann GmbH    Abrechnung der Brutto/Netto-Bezüge
Bezeichnung                                                   Betrag
Gehalt                                                      4.000,00
Gesamt-Brutto                                               4.000,00
Steuer-Brutto   Lohnsteuer   Kirchensteuer   Steuerrechtliche Abzüge
     4.000,00       500,00           40,00                    540,00
KV/PV-Brutto    KV-Beitrag    RV-Beitrag     SV-rechtliche Abzüge
     4.000,00       340,00       370,00                       710,00
Netto-Verdienst                                             2.750,00
Bausparkasse                                                  40,00-
Fahrtgeld                                                    118,00
Auszahlungsbetrag                                           2.828,00
Alle Beträge in EUR`;

  it('have their names above their figures; what is added to the net is no deduction', () => {
    const reading = read(stub);
    expect(reading).toMatchObject({ verdict: 'verified', netPay: 282_800, totalTaxes: 54_000 });
    expect(amountsOf(reading)).toEqual([50_000, 4_000, 34_000, 37_000, 4_000]);
  });

  it('prove nothing where one of them is another', () => {
    expect(read(stub.replace('340,00', '430,00')).verdict).not.toBe('verified');
  });
});
