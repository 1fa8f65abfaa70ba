import { describe, expect, it } from '@jest/globals';
import { inShort, readTyped } from './read-typed.js';

const verified = (rows: string[], accounts = 1) => ({ verdict: 'verified', codes: [], rows, accounts });

describe('layouts of statements', () => {
  it('reads debit, credit and running balance columns', () => {
    const reading = readTyped(`
Harbour Bank   Current account   £
Statement period 1 February 2026 to 28 February 2026
Date          Description            Paid out     Paid in     Balance
01 Feb 2026   BALANCE BROUGHT FORWARD                          100.00
03 Feb 2026   CORNER SHOP               12.40                   87.60
05 Feb 2026   WAGES                               1,500.00   1,587.60
09 Feb 2026   RENT                     900.00                  687.60
28 Feb 2026   BALANCE CARRIED FORWARD                          687.60`);
    expect(inShort(reading)).toEqual(
      verified(['2026-02-03 -1240 CORNER SHOP', '2026-02-05 150000 WAGES', '2026-02-09 -90000 RENT']),
    );
  });

  it('takes signs from sections and reads dates without a year over New Year', () => {
    const reading = readTyped(`
First Prairie Bank   Checking   Member FDIC
Statement Period 12/10/2025 - 01/09/2026
Previous Balance   $500.00      New Balance   $570.00

Deposits and Other Credits
Date      Description                                    Amount
12/31     PAYROLL                                       $200.00

Withdrawals and Other Debits
Date      Description                                    Amount
12/15     GROCER                                         $50.00
01/02     CINEMA                                         $80.00`);
    expect(inShort(reading)).toEqual(
      verified(['2025-12-31 20000 PAYROLL', '2025-12-15 -5000 GROCER', '2026-01-02 -8000 CINEMA']),
    );
  });

  it.each([
    ['leading minus', ['-12.50', '-7.00', '100.00']],
    ['trailing minus', ['12.50-', '7.00-', '100.00']],
    ['parentheses', ['(12.50)', '(7.00)', '100.00']],
    ['Unicode minus', ['−12.50', '−7.00', '100.00']],
    ['DR and CR', ['12.50 DR', '7.00 DR', '100.00 CR']],
    ['unmarked debits beside CR', ['12.50', '7.00', '100.00 CR']],
    ['a sign and a glued currency', ['-$12.50', '-$7.00', '$100.00']],
    ['plus signs', ['-12.50', '-7.00', '+100.00']],
  ])('reads a single column with %s', (_, [first = '', second = '', third = '']) => {
    const reading = readTyped(`
Mill Bank   Savings account
Opening balance      $50.00
Closing balance     $130.50
Date          Details                   Amount
2026-03-02    BOOK SHOP           ${first.padStart(12)}
2026-03-04    BAKER               ${second.padStart(12)}
2026-03-09    GIFT                ${third.padStart(12)}`);
    expect(inShort(reading)).toEqual(
      verified(['2026-03-02 -1250 BOOK SHOP', '2026-03-04 -700 BAKER', '2026-03-09 10000 GIFT']),
    );
  });

  it.each([
    ['decimal commas and points', '1.234,56', '1.184,56', '50,00'],
    ['decimal commas and spaces', '1 234,56', '1 184,56', '50,00'],
    ['apostrophes', "1'234.56", "1'184.56", '50.00'],
    ['no grouping', '1234.56', '1184.56', '50.00'],
  ])('reads figures with %s', (_, opening, closing, amount) => {
    const reading = readTyped(`
Bank am See   Kontoauszug   EUR   IBAN DE89 3704 0044 0532 0130 00
Datum         Text                    Soll          Haben          Saldo
01.03.2026    Alter Saldo                                      ${opening.padStart(8)}
14.03.2026    KINO                ${amount.padStart(8)}                     ${closing.padStart(8)}
31.03.2026    Neuer Saldo                                      ${closing.padStart(8)}`);
    expect(inShort(reading)).toEqual(verified(['2026-03-14 -5000 KINO']));
  });

  it('reads a currency without decimals and Indian grouping', () => {
    const yen = readTyped(`
さくら銀行 普通預金
日付            摘要            お支払金額      お預り金額      残高
2026年3月1日    前月繰越残高                                    250,000
2026年3月4日    本屋               1,200                        248,800
2026年3月9日    給料                             200,000        448,800
2026年3月31日   期末残高                                        448,800`);
    expect(inShort(yen)).toEqual(verified(['2026-03-04 -1200 本屋', '2026-03-09 200000 給料']));
    const rupees = readTyped(`
Deccan Bank   Savings account   IFSC DECC0000123   Currency: INR
Opening Balance   1,12,345.00      Closing Balance   12,22,345.00
Date          Particulars                 Withdrawals       Deposits        Balance
02-Mar-2026   CHEQUE 100234                   2,345.00                    1,10,000.00
05-Mar-2026   NEFT SALARY                                11,12,345.00    12,22,345.00`);
    expect(inShort(rupees)).toEqual(
      verified(['2026-03-02 -234500 CHEQUE 100234', '2026-03-05 111234500 NEFT SALARY']),
    );
  });

  it('carries the day to rows that print no date, and the balance of a day over its rows', () => {
    const reading = readTyped(`
Isle Bank   Current account   Sort code 20-30-40
Period 01 March 2026 to 31 March 2026
Date          Details                     Out          In      Balance
01 Mar 2026   Balance brought forward                           300.00
03 Mar 2026   ICE CREAM                 10.00
              BUS                        5.00
              REFUND                                20.00       305.00
09 Mar 2026   TRAIN                     55.00                   250.00
31 Mar 2026   Balance carried forward                           250.00`);
    expect(inShort(reading)).toEqual(
      verified([
        '2026-03-03 -1000 ICE CREAM',
        '2026-03-03 -500 BUS',
        '2026-03-03 2000 REFUND',
        '2026-03-09 -5500 TRAIN',
      ]),
    );
  });

  it('reads newest-first tables and dates in a middle column', () => {
    const reading = readTyped(`
Nordbank   Kontoutskrift   Konto 2061 54 73587   NOK
Inngående saldo 1 000,00        Utgående saldo 850,00
Forklaring               Ut av konto      Inn på konto      Dato
KINO                          100,00                        20.03.2026
PIZZA                         250,00                        12.03.2026
FRA OLA                                         200,00      02.03.2026`);
    expect(inShort(reading)).toEqual(
      verified(['2026-03-20 -10000 KINO', '2026-03-12 -25000 PIZZA', '2026-03-02 20000 FRA OLA']),
    );
  });

  it('joins wrapped descriptions, before and after the figures', () => {
    const after = readTyped(`
Mill Bank   Checking
Beginning Balance   $100.00     Ending Balance   $60.00
Date          Description                    Amount
2026-03-02    CARD PURCHASE                  -15.00
              BOOK SHOP PORTLAND
2026-03-04    ACH DEBIT                      -25.00
              WATER COMPANY REF 7788`);
    expect(inShort(after)).toEqual(
      verified([
        '2026-03-02 -1500 CARD PURCHASE BOOK SHOP PORTLAND',
        '2026-03-04 -2500 ACH DEBIT WATER COMPANY REF 7788',
      ]),
    );
    const before = readTyped(`
Mill Bank   Checking
Beginning Balance   $100.00     Ending Balance   $60.00
Date          Description                    Amount
2026-03-02    CARD PURCHASE
              BOOK SHOP PORTLAND             -15.00
2026-03-04    ACH DEBIT
              WATER COMPANY REF 7788         -25.00`);
    expect(inShort(before).rows).toEqual(inShort(after).rows);
  });

  it('goes on over pages without a header, past page furniture and carried balances', () => {
    const reading = readTyped(
      `
Harbour Bank   Current account   £        Page 1 of 2
Date          Description            Paid out     Paid in     Balance
01 Feb 2026   BALANCE BROUGHT FORWARD                          100.00
03 Feb 2026   CORNER SHOP               12.40                   87.60
              BALANCE CARRIED FORWARD                           87.60`,
      `
Harbour Bank   Current account   £        Page 2 of 2
              BALANCE BROUGHT FORWARD                           87.60
05 Feb 2026   WAGES                               1,500.00   1,587.60
28 Feb 2026   CLOSING BALANCE                                1,587.60`,
    );
    expect(inShort(reading)).toEqual(verified(['2026-02-03 -1240 CORNER SHOP', '2026-02-05 150000 WAGES']));
  });

  it('reads side-by-side tables column by column', () => {
    const reading = readTyped(`
Rewards Card   Minimum payment due $10.00   Credit limit $2,000.00
Previous balance   $10.00     New balance   $61.00
Date        Description       Amount      Date        Description       Amount
2026-05-01  BAKER              $1.00      2026-05-11  TAXI               $30.00
2026-05-04  CINEMA            $20.00      2026-05-12  THANK YOU         -$10.00
2026-05-06  SNACKS            $10.00`);
    expect(inShort(reading)).toEqual(
      verified([
        '2026-05-01 -100 BAKER',
        '2026-05-04 -2000 CINEMA',
        '2026-05-06 -1000 SNACKS',
        '2026-05-11 -3000 TAXI',
        '2026-05-12 1000 THANK YOU',
      ]),
    );
  });

  it('keeps several accounts of one file apart, each with its own proof', () => {
    const reading = readTyped(`
Mill Bank   Your accounts
Checking account number 1000 4471
Opening balance   $100.00     Closing balance   $75.00
Date          Description                    Amount
2026-03-02    BOOK SHOP                      -25.00

Savings account number 1000 9036
Opening balance   $900.00     Closing balance   $901.50
Date          Description                    Amount
2026-03-31    INTEREST                         1.50`);
    expect(inShort(reading)).toEqual(verified(['2026-03-02 -2500 BOOK SHOP', '2026-03-31 150 INTEREST'], 2));
  });

  it('takes nothing from daily balances, prose and totals for rows', () => {
    const reading = readTyped(`
First Prairie Bank   Checking   Member FDIC
Beginning Balance   $100.00     Ending Balance   $60.00
Date          Description                    Amount
03/02/2026    BOOK SHOP                      $40.00-
Total withdrawals                            $40.00

Daily balance summary
Date           Balance      Date           Balance
03/01/2026     100.00       03/02/2026       60.00

If your balance falls below $500.00 before 03/31/2026, a fee of $12.00 applies.`);
    expect(inShort(reading)).toEqual(verified(['2026-03-02 -4000 BOOK SHOP']));
  });

  it('reads a card: purchases raise what is owed, payments lower it', () => {
    const reading = readTyped(`
Meridian Credit Card   Payment due date 05/20/2026   Credit limit $5,000.00
Previous Balance   $200.00     New Balance   $105.00
Trans Date    Post Date     Description              Amount
04/02/2026    04/03/2026    CINEMA                   $25.00
04/09/2026    04/10/2026    PAYMENT THANK YOU      -$150.00
04/21/2026    04/22/2026    BOARD GAMES              $30.00`);
    expect(reading.kind).toBe('credit_card_statement');
    expect(inShort(reading)).toEqual(
      verified([
        '2026-04-02 -2500 CINEMA',
        '2026-04-09 15000 PAYMENT THANK YOU',
        '2026-04-21 -3000 BOARD GAMES',
      ]),
    );
  });
});
