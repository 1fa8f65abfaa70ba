import { describe, expect, it } from '@jest/globals';
import { inShort, readTyped } from './read-typed.js';

describe('what is not proved is not called verified', () => {
  const table = (rows: string, closing = '60.00', opening = '100.00') => `
Mill Bank   Checking
Opening balance   $${opening}     Closing balance   $${closing}
Date          Description                    Amount        Balance
${rows}`;

  it('verifies what adds up', () => {
    const reading = readTyped(table('2026-03-02    BOOK SHOP                      -40.00          60.00'));
    expect(inShort(reading)).toMatchObject({ verdict: 'verified', codes: [] });
  });

  it('names the row and the difference where a running balance does not follow', () => {
    const reading = readTyped(
      table(`2026-03-02    BOOK SHOP                      -30.00          70.00
2026-03-04    BAKER                           -5.00          66.00
2026-03-09    TAXI                            -6.00          60.00`),
    );
    expect(reading.verdict).toBe('discrepancy');
    const [problem] = reading.problems;
    expect(problem).toMatchObject({ code: 'BALANCE_MISMATCH', difference: 100 });
    expect(problem?.source?.text).toContain('BAKER');
  });

  it('reports a closing balance that the rows do not reach', () => {
    const reading = readTyped(
      table('2026-03-02    BOOK SHOP                      -40.00          60.00', '50.00'),
    );
    expect(inShort(reading)).toMatchObject({ verdict: 'discrepancy', codes: ['CLOSING_MISMATCH'] });
  });

  it.each([
    ['no opening balance', 'Closing balance   $60.00', 'NO_OPENING_BALANCE'],
    ['no closing balance', 'Opening balance   $100.00', 'NO_CLOSING_BALANCE'],
  ])('with %s it says so', (_, line, code) => {
    const reading = readTyped(`
Mill Bank   Checking
${line}
Date          Description                    Amount        Balance
2026-03-02    BOOK SHOP                      -30.00          70.00
2026-03-04    BAKER                          -10.00          60.00`);
    expect(inShort(reading)).toMatchObject({ verdict: 'unverifiable', codes: [code] });
    expect(inShort(reading).rows).toHaveLength(2);
  });

  it('asks for the year where none is printed', () => {
    const reading = readTyped(`
Harbour Bank   Current account   £
Date     Description            Paid out     Paid in     Balance
01 Feb   Opening balance                                   100.00
03 Feb   CORNER SHOP               12.40                    87.60
28 Feb   Closing balance                                    87.60`);
    expect(inShort(reading)).toMatchObject({ verdict: 'unverifiable', codes: ['NO_YEAR'] });
    expect(inShort(reading).rows).toEqual(['--02-03 -1240 CORNER SHOP']);
  });

  it('does not choose between day and month when both fit', () => {
    const reading = readTyped(`
Isle Bank   Current account   £
Opening balance   £100.00     Closing balance   £60.00
Date          Description                    Amount
03/04/2026    BOOK SHOP                     -£30.00
05/06/2026    BAKER                         -£10.00`);
    expect(inShort(reading)).toMatchObject({ verdict: 'unverifiable', codes: ['AMBIGUOUS_DATES'] });
  });

  it('lets the period settle day and month', () => {
    const reading = readTyped(`
Isle Bank   Current account   £   Statement period 01/04/2026 to 30/04/2026
Opening balance   £100.00     Closing balance   £60.00
Date          Description                    Amount
03/04/2026    BOOK SHOP                     -£30.00
05/04/2026    BAKER                         -£10.00`);
    expect(inShort(reading)).toMatchObject({
      verdict: 'verified',
      rows: ['2026-04-03 -3000 BOOK SHOP', '2026-04-05 -1000 BAKER'],
    });
  });

  it('loses one impossible date and nothing else', () => {
    const reading = readTyped(
      table(`2026-02-30    BOOK SHOP                      -30.00          70.00
2026-03-04    BAKER                          -10.00          60.00`),
    );
    expect(inShort(reading)).toMatchObject({ verdict: 'unverifiable', codes: ['DATE_IMPOSSIBLE'] });
    expect(inShort(reading).rows).toEqual(['null -3000 BOOK SHOP', '2026-03-04 -1000 BAKER']);
  });

  it('never takes an unreadable amount for nothing', () => {
    const reading = readTyped(`
Mill Bank   Checking
Opening balance   $100.00     Closing balance   $100.00
Date          Description                    Amount
2026-03-02    BOOK SHOP                      -30.00
2026-03-03    BAKER                           3?.00
2026-03-04    REFUND                          30.00`);
    expect(reading.verdict).toBe('unverifiable');
    expect(inShort(reading).codes).toContain('AMOUNT_UNREADABLE');
  });

  it('does not pass a pair of rows that cancel out unread', () => {
    const reading = readTyped(`
Mill Bank   Checking
Opening balance   $100.00     Closing balance   $70.00
Date          Description                    Amount
2026-03-02    BOOK SHOP                      -30.00
2026-03-03    IN A COLUMN OF ITS OWN    -15.00
2026-03-03    AND BACK                   15.00`);
    const { verdict, rows } = inShort(reading);
    expect(verdict === 'verified' && rows.length !== 3).toBe(false);
  });

  it('does not pass dates out of order or outside the period', () => {
    const unordered = readTyped(
      table(`2026-03-09    BOOK SHOP                      -20.00          80.00
2026-03-02    TEA                             -5.00          75.00
2026-03-12    TAXI                            -5.00          70.00
2026-03-04    BAKER                          -10.00          60.00`),
    );
    expect(inShort(unordered)).toMatchObject({ verdict: 'unverifiable', codes: ['DATE_OUT_OF_ORDER'] });
    const outside = readTyped(`
Statement period 2026-04-01 to 2026-04-30
${table('2026-03-02    BOOK SHOP                      -40.00          60.00')}`);
    expect(inShort(outside)).toMatchObject({ verdict: 'unverifiable', codes: ['DATE_OUTSIDE_PERIOD'] });
  });

  it('reports a summary box and a section total that do not add up', () => {
    const reading = readTyped(`
Mill Bank   Checking
Beginning balance        $100.00
Deposits and credits     +$20.00
Withdrawals and debits   -$61.00
Ending balance            $60.00
Date          Description                    Amount
2026-03-02    GIFT                            20.00
2026-03-04    BAKER                          -60.00`);
    expect(inShort(reading)).toMatchObject({ verdict: 'discrepancy', codes: ['TOTAL_MISMATCH'] });
  });

  it('reports a day whose listed balance the rows do not lead to', () => {
    const statement = (balance: string) =>
      readTyped(`
Mill Bank   Checking account   USD
Beginning balance        $100.00
Ending balance            $55.00
Date          Description                    Amount
2026-03-02    GIFT                            20.00
2026-03-04    BAKER                          -60.00
2026-03-05    REFUND                           5.00
2026-03-08    CINEMA                         -10.00

Daily balance summary
Date                                         Balance
2026-03-02                                   120.00
2026-03-04                                   ${balance}
2026-03-05                                    65.00
2026-03-08                                    55.00`);
    expect(statement('60.00').verdict).toBe('verified');
    expect(inShort(statement('61.00'))).toMatchObject({ verdict: 'discrepancy', codes: ['TOTAL_MISMATCH'] });
  });

  it('reports an end that is printed twice with two values', () => {
    const reading = readTyped(`
Mill Bank   Checking account   USD     Your rewards     New balance   $60.10
Previous balance        $100.00
New balance              $60.00
Date          Description                    Amount
2026-03-02    GIFT                            20.00
2026-03-04    BAKER                          -60.00`);
    expect(inShort(reading)).toMatchObject({ verdict: 'discrepancy', codes: ['TOTAL_MISMATCH'] });
  });

  it('leaves a statement unproved whose labelled total follows from no rows', () => {
    const reading = readTyped(`
Mill Bank   Checking account   USD
Beginning balance        $100.00
Ending balance            $60.00
Card purchases            $63.00
Date          Description                    Amount
2026-03-02    GIFT                            20.00
2026-03-04    BAKER                          -60.00`);
    expect(inShort(reading)).toMatchObject({ verdict: 'unverifiable', codes: ['UNPROVED'] });
  });

  it('fails in a sentence on a text without a statement', () => {
    const reading = readTyped('Dear customer,\nthank you for your letter.');
    expect(reading.verdict).toBe('failed');
    expect(inShort(reading).codes).toEqual(['NO_TRANSACTIONS']);
  });

  it('gives printed figures without rows as unverifiable', () => {
    const reading = readTyped('Bank Statement\nTotal Deposits: $5000.00\nEnding Balance: $3000.00');
    expect(reading.verdict).toBe('unverifiable');
    expect(inShort(reading).codes).toContain('NO_TRANSACTIONS');
  });

  it('are sure of a month in which nothing moved where both totals print zero', () => {
    const quiet = (totals: string) => `
Prairie Bank   Online Savings Account   Member FDIC
Statement Period: 01/01/2026 - 01/31/2026
Beginning Balance 01/01/2026   $2,504.11
${totals}
Ending Balance 01/31/2026      $2,504.11

Date         Description               Credits      Debits
There was no activity on this account during the statement period.`;
    const zero = 'Deposits and Other Credits     $0.00\nWithdrawals and Other Debits   $0.00';
    expect(inShort(readTyped(quiet(zero)))).toMatchObject({ verdict: 'verified', rows: [] });
    expect(inShort(readTyped(quiet(zero.replace('$0.00', '$5.00')))).verdict).not.toBe('verified');
    expect(inShort(readTyped(quiet(''))).verdict).toBe('unverifiable');
  });
});
