import { classifyAll } from '../../../domain/transactions/classify-all.js';
import { matchTold } from '../../../domain/transactions/match-told.js';
import type { StoredFinances } from '../../ports/stores/finance.js';

/** How many spends told in chat, or receipts, turned out to be one of the given transactions. */
export function countMatchedSpends(stored: StoredFinances, ids: ReadonlySet<string>): number {
  if (stored.transactions.every(({ origin }) => origin === 'statement')) return 0;
  const kinds = new Map(stored.accounts.map(({ id, kind }) => [id, kind]));
  const matches = matchTold(classifyAll(stored.transactions, stored.rules, kinds));
  return [...matches].filter(([told, line]) => ids.has(told) || ids.has(line)).length;
}
