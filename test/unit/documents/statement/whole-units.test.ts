import { describe, expect, it } from '@jest/globals';
import { inShort, readTyped } from './read-typed.js';

/** A month in a currency, with figures as they are written. */
function month(
  currency: string,
  figures: readonly [opening: string, salary: string, rent: string, closing: string],
) {
  const [opening, salary, rent, closing] = figures;
  return readTyped(`
Statement of Account   ${currency}   from 01/01/2026 to 31/01/2026
Date          Details              Debit           Credit          Balance
              Opening balance                                      ${opening}
07/01/2026    SALARY                               ${salary}
22/01/2026    RENT                 ${rent}
              Closing balance                                      ${closing}
`);
}

describe('a currency whose minor unit is seldom printed', () => {
  it('is read where it prints whole units alone', () => {
    const reading = month('HUF', ['120,500', '450,000', '180,000', '390,500']);
    expect(inShort(reading)).toMatchObject({
      verdict: 'verified',
      rows: ['2026-01-07 45000000 SALARY', '2026-01-22 -18000000 RENT'],
    });
    expect(reading).toMatchObject({ accounts: [{ currency: 'HUF', closingBalance: 39_050_000 }] });
  });

  it.each(['HUF', 'IDR', 'PKR', 'COP'])('%s is read to the cent where it prints cents', (currency) => {
    const reading = month(currency, ['120,500.25', '450,000.00', '180,000.50', '390,499.75']);
    expect(inShort(reading)).toMatchObject({
      verdict: 'verified',
      rows: ['2026-01-07 45000000 SALARY', '2026-01-22 -18000050 RENT'],
    });
    expect(reading).toMatchObject({ accounts: [{ currency, closingBalance: 39_049_975 }] });
  });

  it('is whole where the currency has no minor unit', () => {
    const reading = month('CLP', ['120.500', '450.000', '180.000', '390.500']);
    expect(reading).toMatchObject({ accounts: [{ currency: 'CLP', closingBalance: 390_500 }] });
  });
});
