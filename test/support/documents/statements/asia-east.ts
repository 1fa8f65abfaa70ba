import { A4, gap, margins, rule, side, text } from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import { HK, SG } from '../places/english.js';
import { JP, KR } from '../places/world.js';
import { addressed, columns, grouped, oneLine } from './parts.js';

const plain = MONEY.point;

/** A passbook printed from a terminal: full-width labels in a font the file only names, no decimals, balance per row. */
const sakura: StatementLayout = {
  name: 'jp_sakura_futsu',
  family: 'asia',
  era: 'before',
  place: JP,
  traits: [
    'debit-credit-columns',
    'balance-per-row',
    'no-decimals',
    'non-latin',
    'unembedded-font',
    'balances-in-rows',
    'ruled',
  ],
  accounts: [{ count: [10, 34] }],
  sheet: ({ book }) => {
    const yen = MONEY.whole;
    return {
      size: A4,
      margin: margins(56, 56),
      style: { face: 'japanese', size: 9 },
      foot: [text('{page} / {pages}', { face: 'sans', size: 7 }, 'center')],
      blocks: [
        text('さくら銀行', { size: 16 }),
        text('普通預金　取引明細書', { size: 13 }),
        gap(10),
        text(`${book.account.holder}　様`, { size: 11 }),
        text(`店番 412　口座番号 ${book.account.number.slice(0, 7)}`),
        text(`照会期間　${book.from('YYYY年M月D日')} ～ ${book.to('YYYY年M月D日')}`),
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          rules: 'grid',
          columns: columns(
            ['date', 'お取引日', 84],
            ['what', 'お取引内容', 168],
            ['out', 'お支払金額（円）', 76, 'right'],
            ['in', 'お預り金額（円）', 76, 'right'],
            ['balance', '差引残高（円）', 80, 'right'],
          ),
          rows: [
            { cells: { what: '前月繰越残高', balance: book.opening(yen) } },
            ...book.entries.map((entry) => ({
              cells: {
                date: book.date(entry, 'YYYY年MM月DD日'),
                what: oneLine(entry),
                out: book.debit(entry, yen),
                in: book.credit(entry, yen),
                balance: book.balance(entry, yen),
              },
            })),
            { cells: { what: '繰越残高', balance: book.closing(yen) } },
          ],
        },
      ],
    };
  },
};

/** Won without decimals, date and time, one signed column with a plus, newest first. */
const hanbit: StatementLayout = {
  name: 'kr_hanbit_account',
  family: 'asia',
  era: 'before',
  place: KR,
  traits: [
    'signed-column',
    'plus-sign',
    'no-decimals',
    'balance-per-row',
    'newest-first',
    'balances-in-box',
    'column-after-amount',
    'symbol-per-amount',
  ],
  accounts: [{ count: [12, 34] }],
  sheet: ({ book }) => {
    const won: MoneyStyle = { ...MONEY.whole, plus: true };
    const krw: MoneyStyle = { ...MONEY.whole, prefix: 'KRW ' };
    return {
      size: A4,
      margin: margins(46, 44),
      style: { face: 'sans', size: 8 },
      blocks: [
        text('HANBIT BANK', { size: 16, bold: true }),
        text('Transaction History (Statement of Account)', { size: 10 }),
        gap(8),
        {
          type: 'pairs',
          width: 330,
          boxed: true,
          rows: [
            ['Account holder', book.account.holder],
            ['Account number', grouped(book.account.number, 4)],
            ['Period', `${book.from('YYYY.MM.DD')} - ${book.to('YYYY.MM.DD')}`],
            ['Balance before period', book.opening(krw)],
            ['Balance after period', book.closing(krw)],
          ],
        },
        gap(10),
        {
          type: 'table',
          header: 'each-page',
          rules: 'rows',
          columns: columns(
            ['date', 'Date', 64],
            ['time', 'Time', 48],
            ['what', 'Description', 170],
            ['amount', 'Amount (KRW)', 90, 'right'],
            ['balance', 'Balance (KRW)', 90, 'right'],
            ['branch', 'Branch', 44, 'right'],
          ),
          rows: [...book.entries].reverse().map((entry) => ({
            cells: {
              date: book.date(entry, 'YYYY.MM.DD'),
              time: `${10 + (entry.index % 9)}:${String((entry.index * 7) % 60).padStart(2, '0')}:09`,
              what: oneLine(entry),
              amount: book.amount(entry, won),
              balance: book.balance(entry, MONEY.whole),
              branch: '0412',
            },
          })),
        },
      ],
    };
  },
};

/** Two accounts in one file after a portfolio page with both balances; descriptions of three lines; balance brought forward. */
const merlion: StatementLayout = {
  name: 'sg_merlion_consolidated',
  family: 'asia',
  era: 'before',
  place: SG,
  traits: [
    'several-accounts',
    'debit-credit-columns',
    'balance-per-row',
    'wrapped',
    'no-year-in-rows',
    'balances-in-rows',
    'page-totals',
    'letter-spaced',
  ],
  accounts: [{ count: [8, 22] }, { count: [5, 14], without: ['salary', 'rent'] }],
  sheet: ({ books, book }) => ({
    size: A4,
    margin: margins(50, 50),
    style: { face: 'sans', size: 8.5 },
    head: [
      side(
        [280, [text('MERLION BANK', { bold: true, size: 12, spacing: 2.5 })]],
        [210, [text('Page {page} of {pages}', {}, 'right')]],
      ),
      gap(10),
    ],
    blocks: [
      addressed(book, 'BLK 204 BEDOK NORTH ST 1 #08-15'),
      gap(10),
      text('Consolidated Statement', { size: 14, bold: true }),
      text(`Account Summary as at ${book.other(book.account.to, 'DD MMM YYYY')}`),
      {
        type: 'table',
        header: 'once',
        rules: 'rows',
        columns: columns(
          ['a', 'Account', 180],
          ['b', 'Account No.', 130],
          ['c', 'Balance (SGD)', 120, 'right'],
        ),
        rows: books.map((each, index) => ({
          cells: {
            a: index === 0 ? 'Everyday Account' : 'Bonus Saver',
            b: `${index + 2}04-${each.account.number.slice(0, 6)}-1`,
            c: each.closing(plain),
          },
        })),
      },
      ...books.flatMap((each, index) => [
        gap(18),
        text(
          `${index === 0 ? 'Everyday Account' : 'Bonus Saver'}   ${index + 2}04-${each.account.number.slice(0, 6)}-1`,
          { bold: true, size: 10 },
        ),
        text(`Period: ${each.from('DD MMM YYYY')} to ${each.to('DD MMM YYYY')}`),
        {
          type: 'table' as const,
          header: 'each-page' as const,
          rules: 'head' as const,
          columns: columns(
            ['date', 'Date', 54],
            ['what', 'Description', 206],
            ['out', 'Withdrawals SGD', 78, 'right'],
            ['in', 'Deposits SGD', 72, 'right'],
            ['balance', 'Balance SGD', 80, 'right'],
          ),
          rows: [
            {
              cells: {
                date: each.other(each.account.from, 'DD MMM'),
                what: 'BALANCE B/F',
                balance: each.opening(plain),
              },
            },
            ...each.entries.map((entry) => ({
              cells: {
                date: each.date(entry, 'DD MMM'),
                what: entry.movement.lines,
                out: each.debit(entry, plain),
                in: each.credit(entry, plain),
                balance: each.balance(entry, plain),
              },
            })),
            {
              cells: { what: 'Total', out: each.totalOut(plain), in: each.totalIn(plain) },
              style: { bold: true },
            },
            { cells: { what: 'BALANCE C/F', balance: each.closing(plain) }, style: { bold: true } },
          ],
        },
      ]),
    ],
  }),
};

/** Day groups: the date as a heading, its movements below, the balance at the group's end, DR behind overdrafts. */
const harbourpeak: StatementLayout = {
  name: 'hk_harbourpeak_hkd',
  family: 'asia',
  era: 'before',
  place: HK,
  traits: [
    'groups-by-day',
    'debit-credit-columns',
    'balance-per-day',
    'cr-dr',
    'no-year-in-rows',
    'balances-in-rows',
    'overdrawn',
  ],
  accounts: [{ count: [14, 36], crowded: true, overdrawn: true }],
  sheet: ({ book }) => {
    const dr: MoneyStyle = { ...plain, negative: 'words', words: ['', 'DR'] };
    return {
      size: A4,
      margin: margins(50, 52),
      style: { face: 'sans', size: 8.5 },
      blocks: [
        text('Harbourpeak Bank (HKD Current)', { size: 14, bold: true }),
        text(
          `Statement Date  ${book.to('D MMM YYYY')}    From ${book.from('D MMM YYYY')}    No. ${book.account.number}`,
        ),
        gap(8),
        addressed(book, 'RM 1204 BLK C'),
        rule(),
        {
          type: 'table',
          header: 'each-page',
          rules: 'head',
          columns: columns(
            ['date', 'Date', 50],
            ['what', 'Transaction Details', 200, 'left', { wrap: true }],
            ['in', 'Deposit', 76, 'right'],
            ['out', 'Withdrawal', 76, 'right'],
            ['balance', 'Balance in HKD', 90, 'right'],
          ),
          rows: [
            {
              cells: {
                date: book.other(book.account.from, 'D MMM'),
                what: 'B/F BALANCE',
                balance: book.opening(dr),
              },
            },
            ...book.entries.flatMap((entry) => [
              ...(book.startsDay(entry)
                ? [{ cells: { date: book.date(entry, 'D MMM') }, style: { bold: true } }]
                : []),
              {
                cells: {
                  what: entry.movement.lines,
                  in: book.credit(entry, plain),
                  out: book.debit(entry, plain),
                  balance: book.endsDay(entry) ? book.balance(entry, dr) : '',
                },
              },
            ]),
            {
              cells: {
                date: book.other(book.account.to, 'D MMM'),
                what: 'C/F BALANCE',
                balance: book.closing(dr),
              },
            },
          ],
        },
      ],
    };
  },
};

export const eastAsia: readonly StatementLayout[] = [sakura, hanbit, merlion, harbourpeak];
