import { describe, expect, test } from '@jest/globals';
import { matchTold } from '../../../../src/domain/transactions/match-told.js';
import type { Transaction } from '../../../../src/domain/transactions/transaction.js';
import { buildTransaction } from '../../../support/money/records.js';

const told = (id: string, date: string, minor: number, more: Partial<Transaction> = {}) =>
  buildTransaction(id, date, 'cinema', minor, {
    origin: 'chat',
    accountId: null,
    merchantKey: 'cinema',
    category: 'cinema',
    ...more,
  });
const line = (id: string, date: string, minor: number, more: Partial<Transaction> = {}) =>
  buildTransaction(id, date, 'ODEON', minor, { merchantKey: 'odeon', category: 'cinema', ...more });

const pairs = (...rows: Transaction[]) => Object.fromEntries(matchTold(rows));

describe('a spend told in chat', () => {
  test('is the statement line of the same amount within a week', () => {
    expect(pairs(told('t', '2026-03-07', -1800), line('l', '2026-03-09', -1800))).toEqual({ t: 'l' });
    expect(pairs(told('t', '2026-03-07', -1800), line('l', '2026-03-15', -1800))).toEqual({});
  });

  test('is one line only: of two spends one stays', () => {
    const rows = [
      told('t', '2026-03-07', -1800),
      told('u', '2026-03-08', -1800),
      line('l', '2026-03-09', -1800),
    ];
    expect(pairs(...rows)).toEqual({ u: 'l' });
    expect(pairs(...rows.reverse())).toEqual({ u: 'l' });
  });

  test('told in round figures is the line of the same kind', () => {
    expect(pairs(told('t', '2026-03-07', -1800), line('l', '2026-03-08', -1760))).toEqual({ t: 'l' });
    expect(
      pairs(told('t', '2026-03-07', -1800), line('l', '2026-03-08', -1760, { category: 'groceries' })),
    ).toEqual({});
  });

  test('is not the groceries that happened to cost as much', () => {
    expect(
      pairs(told('t', '2026-03-07', -1800), line('l', '2026-03-08', -1800, { category: 'groceries' })),
    ).toEqual({});
  });

  test('may be shown by a receipt while no statement has it', () => {
    const receipt = line('r', '2026-03-07', -1800, { origin: 'receipt', accountId: null });
    expect(pairs(told('t', '2026-03-07', -1800), receipt)).toEqual({ t: 'r' });
    expect(pairs(told('t', '2026-03-07', -1800), receipt, line('l', '2026-03-08', -1800))).toEqual({
      t: 'l',
      r: 'l',
    });
  });
});
