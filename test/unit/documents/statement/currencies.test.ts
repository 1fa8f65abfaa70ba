import { describe, expect, it } from '@jest/globals';
import { readTyped } from './read-typed.js';

const account = (sign: string, first: string, last: string, rows: string) => `
Balance summary
Product              Opening balance    Money out    Money in    Closing balance
Current Account      ${sign}${first}             ${sign}10.00       ${sign}20.00      ${sign}${last}

Date             Description             Money out     Money in     Balance
${rows}`;
const pounds = account(
  '£',
  '90.00',
  '100.00',
  `02 Mar 2026      Greengrocer             £10.00                     £80.00
03 Mar 2026      From Ada                              £20.00      £100.00`,
);
const euros = account(
  '€',
  '30.00',
  '40.00',
  `04 Mar 2026      Boulangerie             €10.00                     €20.00
05 Mar 2026      From Ada                              €20.00       €40.00`,
);
const period = 'Account transactions from 1 March 2026 to 31 March 2026';

/** Each account of a file in short: its currency, verdict, ends and rows. */
function accountsOf(...pages: string[]) {
  const reading = readTyped(...pages);
  if (reading.verdict === 'failed') return [];
  return reading.accounts.map(({ currency, verdict, openingBalance, closingBalance, rows }) =>
    [currency, verdict, openingBalance, closingBalance, ...rows.map((row) => row.amount)].join(' '),
  );
}

describe('accounts of several currencies in one file', () => {
  it('reads each account in the currency that its own figures carry', () => {
    const first = `Harbour Bank\nGBP Statement\n${period}\n${pounds}`;
    const second = `Harbour Bank\nEUR Statement\n${period}\n${euros}`;
    const read = ['GBP verified 9000 10000 -1000 2000', 'EUR verified 3000 4000 -1000 2000'];
    expect(accountsOf(first, second)).toEqual(read);
    expect(accountsOf(`${first}\n\n\n${second}`)).toEqual(read);
    expect(accountsOf(second, first)).toEqual([...read].reverse());
  });

  const plain = (title: string, balance: [string, string, string]) => `
${title}
Date             Description             Money out     Money in     Balance
01 Mar 2026      Opening balance                                      ${balance[0]}
02 Mar 2026      Greengrocer              1.000                       ${balance[1]}
05 Mar 2026      From Ada                                 500         ${balance[2]}
31 Mar 2026      Closing balance                                      ${balance[2]}`;
  const cents = (title: string) => `
${title}
Date             Description             Money out     Money in     Balance
01 Mar 2026      Opening balance                                      100.00
02 Mar 2026      Greengrocer              10.00                        90.00
05 Mar 2026      From Ada                                20.00        110.00
31 Mar 2026      Closing balance                                      110.00`;

  it('reads each account in the currency that its title names, with that currency’s decimals', () => {
    expect(
      accountsOf(
        `Harbour Bank   Statement from 1 March 2026 to 31 March 2026\n${cents('Current account in GBP')}`,
        `${plain('Current account in JPY', ['9.000', '8.000', '8.500'])}`,
      ),
    ).toEqual(['GBP verified 10000 11000 -1000 2000', 'JPY verified 9000 8500 -1000 500']);
  });

  it('proves nothing of an account of which nothing says its currency, where the others have several', () => {
    const unnamed = cents('Account number: 12345678').replace(/(1[01]|9)0\.00/g, '3$10.00');
    expect(
      accountsOf(
        `Harbour Bank   Statement from 1 March 2026 to 31 March 2026\n${cents('Current account in GBP')}`,
        `${cents('Current account in EUR')}`,
        unnamed,
      ),
    ).toEqual([
      'GBP verified 10000 11000 -1000 2000',
      'EUR verified 10000 11000 -1000 2000',
      'XXX unverifiable 310000 311000 -1000 2000',
    ]);
  });

  it('proves nothing where rows of one table carry another currency than the rest', () => {
    const mixed = pounds.replace('£10.00                     £80.00', '€10.00                     £80.00');
    expect(accountsOf(`Harbour Bank\n${period}\n${mixed}`)).toEqual([
      'GBP unverifiable 9000 10000 -1000 2000',
    ]);
  });

  it('keeps one account one where a purchase abroad names what it cost there', () => {
    const abroad = pounds.replace(
      '£80.00',
      '£80.00\n                 EUR 11.60 at 1.16\n                 EUR account of the shop',
    );
    expect(accountsOf(`Harbour Bank\n${period}\n${abroad}`)).toEqual(['GBP verified 9000 10000 -1000 2000']);
  });
});
