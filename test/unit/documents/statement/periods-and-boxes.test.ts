import { describe, expect, it } from '@jest/globals';
import { findPeriod } from '../../../../src/documents/layout/periods.js';
import { inShort, readTyped } from './read-typed.js';

function periodOf(text: string) {
  const reading = readTyped(text);
  if (reading.verdict === 'failed') return null;
  return reading.accounts.map(({ periodStart, periodEnd }) => `${periodStart} ${periodEnd}`).join();
}

const rows = `
Date          Description          Amount      Balance
02.03.2026    GROCER               -10.00        90.00
27.03.2026    CINEMA               -20.00        70.00`;

describe('how far a period is printed', () => {
  it('is the month of the title where every row falls into it', () => {
    const month = (title: string) => `Harbour Bank   ${title}   EUR\nOpening balance   100.00${rows}`;
    expect(periodOf(month('Statement March 2026'))).toBe('2026-03-01 2026-03-31');
    expect(periodOf(month('Statement April 2026'))).toBe('null null');
  });

  it('ends with the day of the closing balance, never with the day a payment is due', () => {
    const own = `Harbour Bank   EUR\nOpening balance at 28.02.2026   100.00${rows}\nClosing balance at 31.03.2026   70.00`;
    expect(periodOf(own)).toBe('null 2026-03-31');
    const closing = `Harbour Bank   Closing date 30.03.2026   EUR\nOpening balance   100.00${rows}`;
    expect(periodOf(closing)).toBe('null 2026-03-30');
    const due = `Harbour Bank   EUR\nPayment due statement date 20.04.2026\nOpening balance   100.00${rows}`;
    expect(periodOf(due)).toBe('null null');
  });

  it('is read where a name and a day of issue stand in front of it', () => {
    const text = `Harbour Bank   EUR
01.04.2026
Jo Keller
01.03.2026 bis 31.03.2026
Opening balance   100.00${rows}`;
    expect(periodOf(text)).toBe('2026-03-01 2026-03-31');
  });

  it('is read where Japanese days are joined without a space', () => {
    expect(findPeriod('2026年2月1日〜2026年2月28日')?.end.text).toBe('2026年2月28日');
  });
});

describe('figures that are no money of the account', () => {
  const card = (box: string) => `
Harbour Card   Credit card statement   USD   Credit limit   Minimum payment due
Statement period 03/01/2026 to 03/31/2026
${box}
Previous balance          $100.00
Payments                 -$100.00
Purchases                 +$30.00
New balance                $30.00

PAYMENTS
Date          Description          Amount
03/05/2026    PAYMENT THANK YOU   -$100.00
PURCHASES
Date          Description          Amount
03/06/2026    CINEMA                $10.00
03/08/2026    BOOKSHOP              $20.00`;

  it('leaves a box of rewards out of the balances', () => {
    const box = `
CASHBACK BONUS
Opening balance           $41.22
New this period           +$18.40
Bonus balance             $59.62

`;
    expect(inShort(readTyped(card(box)))).toMatchObject({ verdict: 'verified', codes: [] });
  });

  it('takes a sentence in a narrow column for no total', () => {
    const box = `If you pay only the minimum it takes years.
We take what is due, a payment of
$38.41 by direct debit on 18 April.
`;
    expect(inShort(readTyped(card(box)))).toMatchObject({ verdict: 'verified', codes: [] });
  });

  it('proves a table beside whose amounts rewards stand, where both ways sum to their totals', () => {
    const text = `
Harbour Card   Credit card statement   USD   Credit limit   Minimum payment due
Statement period 03/01/2026 to 03/31/2026
Previous balance          $0.00
Total purchases           $30.00
New balance               $30.00

Date          Description          Given back      Amount
03/06/2026    CINEMA                  $0.10        $10.00
03/08/2026    BOOKSHOP                $0.40        $20.00
              Total given back        $0.50`;
    expect(inShort(readTyped(text)).verdict).toBe('verified');
  });
});

describe('a list of balances by value date', () => {
  it('is no list of the days on which rows were booked', () => {
    const text = `
Banca del Porto   Estratto conto   Conto corrente   EUR
dal 01.03.2026 al 31.03.2026
Data contabile   Data valuta   Descrizione         Addebiti     Accrediti
28.02.2026                     Saldo iniziale                     100,00
02.03.2026       02.03.2026    Prelievo              10,00
03.03.2026       05.03.2026    Prelievo              20,00
09.03.2026       09.03.2026    Stipendio                           50,00
31.03.2026                     Saldo finale                       120,00

Valuta           Saldo    Giorni Numeri
02.03.2026       90,00    1      90
03.03.2026       90,00    2      180
05.03.2026       70,00    4      280
09.03.2026       120,00   22     2640`;
    expect(inShort(readTyped(text))).toMatchObject({ verdict: 'verified', codes: [] });
  });
});
