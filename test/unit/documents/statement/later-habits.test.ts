import { describe, expect, it } from '@jest/globals';
import { inShort, readTyped } from './read-typed.js';

describe('habits of statements from further countries', () => {
  it('takes the turnover of a day for a total of its rows', () => {
    const reading = readTyped(`
EXTRAS DE CONT   RON
05/01/2026 - 31/01/2026
Data          Descriere            Debit        Credit
              SOLD ANTERIOR                     1.000,00
05/01/2026    Incasare OP                       250,00
05/01/2026    RULAJ ZI             0,00         250,00
              SOLD FINAL ZI                     1.250,00
09/01/2026    Plata la POS         40,00
              Plata la POS         60,50
09/01/2026    RULAJ ZI             100,50       0,00
              SOLD FINAL ZI                     1.149,50
              RULAJ TOTAL CONT     100,50       250,00
              SOLD FINAL CONT                   1.149,50
`);
    expect(inShort(reading).rows).toEqual([
      '2026-01-05 25000 Incasare OP',
      '2026-01-09 -4000 Plata la POS',
      '2026-01-09 -6050 Plata la POS',
    ]);
    expect(reading).toMatchObject({ accounts: [{ openingBalance: 100_000, closingBalance: 114_950 }] });
  });

  it('leaves out how interest was reckoned behind the closing balance', () => {
    const reading = readTyped(`
ESTRATTO CONTO   EUR   Periodo dal 01/10/2025 al 31/12/2025
Data          Descrizione operazioni         Addebiti      Accrediti
              SALDO INIZIALE AL 30/09/2025                 500,00
07/10/2025    PAGAMENTO POS                  20,00
12/11/2025    BONIFICO STIPENDIO                           900,00
22/12/2025    PRELIEVO BANCOMAT              80,00
              SALDO FINALE AL 31/12/2025                   1.300,00
PROSPETTO INTERESSI
01/10/2025    Tasso creditore lordo 0,0100%                0,02
01/11/2025    Tasso creditore lordo 0,0100%                0,03
`);
    expect(inShort(reading)).toMatchObject({ verdict: 'verified', codes: [] });
    expect(inShort(reading).rows).toHaveLength(3);
  });

  it('never takes the balance carried on to a later page for an end', () => {
    const page = (rows: string) => `
Statement of Account   EUR
Date          Details              Debit       Credit      Balance
${rows}`;
    const reading = readTyped(
      page(`
6 Jan 2026    BALANCE FORWARD                              642.00
7 Jan 2026    CARD SHOP            100.00                  542.00
8 Jan 2026    CARD SHOP            42.00                   500.00
9 Jan 2026    CARD SHOP            700.00                  200.00dr`),
      page(`
              BALANCE FORWARD                              200.00dr
12 Jan 2026   SALARY                           1000.00     800.00
14 Jan 2026   CARD SHOP            50.00                   750.00`),
    );
    expect(inShort(reading)).toMatchObject({ verdict: 'unverifiable', codes: ['NO_CLOSING_BALANCE'] });
    expect(reading).toMatchObject({ accounts: [{ openingBalance: 64_200, closingBalance: null }] });
  });

  it('never takes the balance of a day within the rows for the opening balance', () => {
    const reading = readTyped(`
Extrato da conta   BRL
Periodo: 01/02/2026 a 28/02/2026
28 de Fevereiro de 2026                   Saldo do dia: R$ 820,00
Pagamento efetuado     -R$ 30,00          R$ 820,00
Pagamento efetuado     -R$ 50,00          R$ 850,00
20 de Fevereiro de 2026                   Saldo do dia: R$ 900,00
Pix recebido           R$ 300,00          R$ 900,00
Pix enviado            -R$ 80,00          R$ 600,00
11 de Fevereiro de 2026                   Saldo do dia: R$ 680,00
Pix enviado            -R$ 20,00          R$ 680,00
`);
    expect(reading).toMatchObject({ accounts: [{ openingBalance: null, closingBalance: 82_000 }] });
    expect(inShort(reading)).toMatchObject({ verdict: 'unverifiable', codes: ['NO_OPENING_BALANCE'] });
  });

  it('counts the years of the Republic of China, and reads an end in a line of totals', () => {
    const reading = readTyped(`
綜合對帳單   TWD
對帳期間:115/01/01 ~ 115/01/31
交易日期      摘要         支出金額     存入金額     餘額
              承前餘額                               48,210
115/01/05     薪資入帳                  52,300       100,510
115/01/06     消費扣款     677                       99,833
115/01/31     消費扣款     1,205                     98,628
              合計         1,882        52,300       98,628
`);
    expect(inShort(reading).rows[0]).toBe('2026-01-05 5230000 薪資入帳');
    expect(inShort(reading).verdict).toBe('verified');
    expect(reading).toMatchObject({
      accounts: [{ periodStart: '2026-01-01', periodEnd: '2026-01-31', closingBalance: 9_862_800 }],
    });
  });

  it('reads checks side by side below sections that need no headings', () => {
    const reading = readTyped(`
First Prairie Bank   CHECKING   Member FDIC   January 9, 2026 through February 6, 2026
Beginning Balance        $1,000.00
Deposits                 $400.00 +
Withdrawals              $60.00 -
Checks                   $826.50 -
Ending Balance           $513.50

DEPOSITS
     01/12    Mobile Deposit                                      150.00
     01/20    Mobile Deposit                                      250.00
                                        Total Deposits            $400.00
WITHDRAWALS
     01/15    PIN Purchase Elm Market                             27.00
     01/22    PIN Purchase Elm Market                             33.00
                                        Total Withdrawals         $60.00
CHECKS
Date     Check No.   Amount   Date     Check No.   Amount   Date     Check No.   Amount
01/12    2207        700.00   02/02    2208        85.50    02/04    2211 *      41.00
                                        Total Checks              $826.50
`);
    expect(inShort(reading)).toMatchObject({ verdict: 'verified' });
    expect(
      inShort(reading)
        .rows.slice(-3)
        .map((row) => row.slice(0, 17)),
    ).toEqual(['2026-01-12 -70000', '2026-02-02 -8550 ', '2026-02-04 -4100 ']);
  });

  it('takes the day of posting of a fee that prints no other', () => {
    const reading = readTyped(`
Credit Card Statement   USD   Billing Period: 01/08/2026 - 02/06/2026
Previous balance      $100.00
Payments              -$100.00
Purchases             +$92.00
Fees                  +$1.07
New balance           $93.07

Trans. date   Post date   Description                        Amount
01/19         01/20       PAYMENT THANK YOU                  -$100.00
01/21         01/22       TRADER CORNER SEATTLE              $50.00
01/25         01/26       SHELL OIL SEATTLE                  $20.00
02/01         02/02       NISHIKI SUSHI VANCOUVER            $22.00
Fees Charged
              02/02       FOREIGN TRANSACTION FEE            $1.07
`);
    expect(inShort(reading).rows.at(-1)).toBe('2026-02-02 -107 FOREIGN TRANSACTION FEE');
    expect(inShort(reading).verdict).toBe('verified');
  });

  it('knows a previous total balance from a new one', () => {
    const reading = readTyped(`
Credit Card   Mastercard   Canada   Statement period Jan. 12, 2026 - Feb. 11, 2026
Previous total balance      $200.00
Payments                    - 100.00
Purchases                   + 80.00
New balance                 $180.00

TRANS DATE    POSTING DATE    DESCRIPTION              AMOUNT ($)
Jan. 14       Jan. 15         CORNER STORE             30.00
Jan. 20       Jan. 21         CORNER STORE             50.00
Feb. 2        Feb. 2          PAYMENT THANK YOU        100.00 CR
`);
    expect(inShort(reading).verdict).toBe('verified');
    expect(reading).toMatchObject({ accounts: [{ openingBalance: 20_000, closingBalance: 18_000 }] });
  });

  it.each([
    [
      'Croatian',
      'IZVADAK PO RAČUNU  EUR  01.01.2026. - 31.01.2026.',
      'Početno stanje',
      'Završno stanje',
      'Datum         Opis            Isplata     Uplata      Stanje',
    ],
    [
      'Estonian',
      'Konto väljavõte  EUR  01.01.2026 - 31.01.2026',
      'Algsaldo:',
      'Lõppsaldo:',
      'Kuupäev       Selgitus        Deebet      Kreedit     Saldo',
    ],
    [
      'Icelandic',
      'Reikningsyfirlit  EUR  01.01.2026 - 31.01.2026',
      'Staða í upphafi',
      'Staða í lok',
      'Dagsetning    Skýring         Úttekt      Innborgun   Staða',
    ],
    [
      'Indonesian',
      'Laporan Mutasi  EUR  01.01.2026 - 31.01.2026',
      'SALDO AWAL',
      'SALDO AKHIR',
      'Tanggal       Keterangan      Debet       Kredit      Saldo',
    ],
  ])('knows the ends of an account in further languages: %s', (_, title, opening, closing, head) => {
    const reading = readTyped(`
${title}
${opening}      611,08
${closing}      690,49
${head}
02.01.2026    ELEKTRA         86,51                   524,57
08.01.2026    MARKO           20,00                   504,57
19.01.2026    IVANA                       200,00      704,57
27.01.2026    KONZUM          14,08                   690,49
`);
    expect(inShort(reading)).toMatchObject({ verdict: 'verified', codes: [] });
    expect(reading).toMatchObject({
      accounts: [{ openingBalance: 61_108, closingBalance: 69_049, periodStart: '2026-01-01' }],
    });
    expect(inShort(reading).rows[0]).toBe('2026-01-02 -8651 ELEKTRA');
  });

  it('begins a row with the first text of a page where figures stand in the last line, though it names a direction', () => {
    const head = 'Date          Details                 Paid out     Paid in      Balance';
    const reading = readTyped(
      `
Sort code 20-00-00   GBP   1 January 2026 to 31 January 2026
${head}
01 Jan 2026   BALANCE BROUGHT FORWARD                              500.00
02 Jan 2026   CARD PAYMENT
              CORNER SHOP             20.00                        480.00
05 Jan 2026   STANDING ORDER
              RENT                    100.00                       380.00
09 Jan 2026   CREDIT
              PAYROLL                              900.00       1,280.00
              CARD PAYMENT
              CINEMA                  30.00                     1,250.00`,
      `
${head}
              DEPOSITS
              AT BRANCH
              COUNTER 4                            50.00        1,300.00
19 Jan 2026   CARD PAYMENT
              CINEMA                  30.00                     1,270.00
31 Jan 2026   BALANCE CARRIED FORWARD                           1,270.00`,
    );
    expect(inShort(reading)).toMatchObject({ verdict: 'verified' });
    expect(inShort(reading).rows).toContain('2026-01-09 5000 DEPOSITS AT BRANCH COUNTER 4');
  });

  it.each([
    ['on two lines', 'Main Account   From Date: 01/01/2026\n               To Date: 31/01/2026'],
    ['without a space between its days', 'Main Account   Billing Period: 01/01/26-31/01/26'],
  ])('reads a period printed %s', (_, period) => {
    const reading = readTyped(`
${period}
Opening Balance   £100.00
Closing Balance   £70.00
Date          Description         Money Out    Balance
16/01/2026    Groceries           30.00        70.00
`);
    expect(reading).toMatchObject({ accounts: [{ periodStart: '2026-01-01', periodEnd: '2026-01-31' }] });
  });
});

describe('two days beside a row', () => {
  it('takes the day of the purchase, also where the day of its posting stands first', () => {
    const reading = readTyped(`
Card Statement   USD   01/07/2026 - 02/05/2026
Previous Balance                                            $100.00
Purchases
Post Date   Trans Date   Ref #   Transaction Description    Amount
01/08       01/07        8613    METRO TRANSIT              $19.89
01/13       01/12        1115    KWIK STOP                  $30.74
01/18       01/17        7731    CORNER FOODS               $13.92
New Balance                                                 $164.55
`);
    expect(inShort(reading).rows.map((row) => row.slice(0, 10))).toEqual([
      '2026-01-07',
      '2026-01-12',
      '2026-01-17',
    ]);
  });
});
