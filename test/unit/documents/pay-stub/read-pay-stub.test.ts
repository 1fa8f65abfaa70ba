import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { readPayStub } from '../../../../src/documents/pay-stub/read-pay-stub.js';
import { formatMoney, money } from '../../../../src/domain/money.js';
import { fc } from '../../../support/properties.js';
import { typedPage } from '../typed-pages.js';

const read = (...pages: string[]) =>
  readPayStub(assembleLines(pages.map((text, index) => typedPage(text, index + 1))));

describe('a pay stub with columns for this period and the year', () => {
  const stub = `
Lakeside Theatre Inc
Earnings Statement                       Pay date: 03/20/2026
Pay period 03/01/2026 to 03/15/2026

Earnings             Rate      Hours     Current      YTD
Regular              25.00     80.00     2,000.00     12,000.00
Overtime             37.50     4.00      150.00       600.00
Gross pay                                $2,150.00    $12,600.00

Deductions                               Current      YTD
Federal income tax                       258.00       1,512.00
Social security                          133.30       781.20
Medicare                                 31.18        182.70
401(k)                                   107.50       630.00
Net pay                                  $1,620.02    $9,494.10`;

  it('is read for this period and verified', () => {
    expect(read(stub)).toMatchObject({
      verdict: 'verified',
      currency: 'USD',
      employer: 'Lakeside Theatre Inc',
      grossPay: 215_000,
      netPay: 162_002,
      ytdGross: 1_260_000,
      ytdNet: 949_410,
      payDate: '2026-03-20',
      periodStart: '2026-03-01',
      periodEnd: '2026-03-15',
      frequency: 'semi-monthly',
      problems: [],
    });
  });

  it('lists the deductions with the lines they stand on', () => {
    const reading = read(stub);
    expect('deductions' in reading && reading.deductions).toMatchObject([
      { name: 'Federal income tax', amount: 25_800, source: { page: 1 } },
      { name: 'Social security', amount: 13_330 },
      { name: 'Medicare', amount: 3_118 },
      { name: '401(k)', amount: 10_750 },
    ]);
  });

  it('is a discrepancy by the difference when its net is another', () => {
    const reading = read(stub.replace('$1,620.02', '$1,630.02'));
    expect(reading).toMatchObject({
      verdict: 'discrepancy',
      problems: [{ code: 'NET_MISMATCH', difference: 1_000 }],
    });
  });

  it('is not verified when its earnings do not add up to the gross pay', () => {
    expect(read(stub.replace('2,000.00 ', '2,100.00 '))).toMatchObject({ verdict: 'unverifiable' });
  });

  it('derives the net that is not printed, and says so', () => {
    const reading = read(stub.replace(/^Net pay.*$/m, ''));
    expect(reading).toMatchObject({
      verdict: 'unverifiable',
      netPay: null,
      derivedNetPay: 162_002,
      problems: [{ code: 'NET_NOT_PRINTED' }],
    });
  });
});

describe('other shapes of pay stubs', () => {
  it('two tables may stand side by side', () => {
    const reading = read(`
Payslip                Employer: Copper Kettle Ltd
Pay date: 31 May 2026

Payments                                 Deductions
Salary               £2,500.00           PAYE tax             £291.00
Bonus                £200.00             National insurance   £155.20
                                         Pension              £135.00
Total payments       £2,700.00           Total deductions     £581.20
Net pay              £2,118.80`);
    expect(reading).toMatchObject({
      verdict: 'verified',
      currency: 'GBP',
      employer: 'Copper Kettle Ltd',
      grossPay: 270_000,
      netPay: 211_880,
      totalDeductions: 58_120,
    });
  });

  it('labels may be followed by their values', () => {
    const reading = read(`
Salary slip
Basic salary: $4000
Deductions: $500
Net salary: $3500
Pay date: 2026-02-13`);
    expect(reading).toMatchObject({
      verdict: 'verified',
      grossPay: 400_000,
      netPay: 350_000,
      payDate: '2026-02-13',
    });
  });

  it('may be German', () => {
    const reading = read(`
Nordlicht Verlag GmbH
Entgeltabrechnung                        Zeitraum 01.03.2026 - 31.03.2026
Lohnart                                            Betrag
Gehalt                                             3.000,00
Gesamt-Brutto                                      3.000,00
Lohnsteuer                                         402,50-
Solidaritätszuschlag                               0,00-
Rentenversicherung                                 279,00-
Krankenversicherung                                252,00-
Netto-Verdienst                                    2.066,50
Auszahlungsbetrag EUR                              2.066,50`);
    expect(reading).toMatchObject({
      verdict: 'verified',
      currency: 'EUR',
      employer: 'Nordlicht Verlag GmbH',
      grossPay: 300_000,
      netPay: 206_650,
      periodEnd: '2026-03-31',
      frequency: 'monthly',
    });
  });

  it('a figure of the year so far is never taken for the period', () => {
    const reading = read(`
Pay statement
Gross pay                 1,000.00
Income tax                  100.00
Net pay                     900.00
Year to date
Gross pay                 9,000.00
Net pay                   8,100.00`);
    expect(reading).toMatchObject({ verdict: 'verified', grossPay: 100_000, netPay: 90_000 });
  });

  it('says when a date can be read two ways', () => {
    const reading = read(`
Pay slip
Pay date: 03/04/2026
Gross pay: CAD 1,000.00
Income tax: CAD 100.00
Net pay: CAD 900.00`);
    expect(reading).toMatchObject({ payDate: null, problems: [{ code: 'AMBIGUOUS_DATES' }] });
  });

  it('a blank form yields nothing', () => {
    const reading = read(`
Employee pay slip
Employer name
Pay date               2026-02-23
Gross pay              0.00
Federal income tax     0.00
Net pay                0.00`);
    expect(reading).toMatchObject({ verdict: 'failed', problems: [{ code: 'BLANK_FORM' }] });
  });
});

describe('whatever the figures', () => {
  const dollars = (minor: number) => formatMoney(money(minor, 'USD'));

  it('gross, net and deductions come out as printed, and one changed figure is never verified', () => {
    const amount = fc.integer({ min: 1, max: 300_000 });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 6 }),
        amount,
        fc.boolean(),
        (taken, left, spoilt) => {
          const gross = left + taken.reduce((sum, value) => sum + value, 0);
          const names = [
            'Federal income tax',
            'State tax',
            'Social security',
            'Medicare',
            'Dental',
            '401(k)',
          ];
          const reading = read(
            [
              'Pay stub',
              `Gross pay              ${dollars(gross)}`,
              ...taken.map((value, index) => `${names[index]?.padEnd(22)} ${dollars(value)}`),
              `Net pay                ${dollars(spoilt ? left + 1 : left)}`,
            ].join('\n'),
          );
          expect(reading).toMatchObject({ grossPay: gross, verdict: spoilt ? 'discrepancy' : 'verified' });
          expect('deductions' in reading && reading.deductions.map((item) => item.amount)).toEqual(taken);
        },
      ),
      { numRuns: 60 },
    );
  });
});
