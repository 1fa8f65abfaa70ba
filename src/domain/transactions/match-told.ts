import { dayNumber } from '../calendar.js';
import { exponentOf } from '../money.js';
import type { Transaction } from './transaction.js';

const window = 7;

/**
 * Finds for each spend that was told in chat, and each receipt, the statement line that shows the same spend, so that
 * it counts once. One to one, within seven days: the exact amount first (agreeing payees before agreeing categories
 * before neither), then, where payee or category agrees, an amount that was told in round figures. Receipts match
 * before chat. Independent of order. @returns line ids by the id of what they show.
 */
export function matchTold(transactions: readonly Transaction[]): Map<string, string> {
  const told = transactions.filter((each) => each.origin !== 'statement' && each.amount.minor < 0);
  const matches = new Map<string, string>();
  if (told.length === 0) return matches;
  const lines = transactions.filter((each) => each.origin === 'statement' && each.amount.minor < 0);
  const receipts = told.filter((each) => each.origin === 'receipt');
  const said = told.filter((each) => each.origin !== 'receipt');
  assign(receipts, lines, matches, new Set());
  // A spend told in chat may be the receipt's as well, while no statement shows it yet.
  assign(said, lines, matches, new Set());
  const open = said.filter((each) => !matches.has(each.id));
  assign(
    open,
    receipts.filter((each) => !matches.has(each.id)),
    matches,
    new Set(),
  );
  return matches;
}

function assign(
  told: readonly Transaction[],
  lines: readonly Transaction[],
  matches: Map<string, string>,
  taken: Set<string>,
): void {
  const pairs: { spend: Transaction; line: Transaction; cost: number }[] = [];
  for (const spend of told) {
    const day = dayNumber(spend.postedOn);
    for (const line of lines) {
      if (line.amount.currency !== spend.amount.currency) continue;
      const gap = Math.abs(dayNumber(line.postedOn) - day);
      if (gap > window) continue;
      const cost = mismatch(spend, line);
      if (cost !== null) pairs.push({ spend, line, cost: cost * 100 + gap });
    }
  }
  pairs.sort(
    (a, b) => a.cost - b.cost || text(keyOf(a.spend), keyOf(b.spend)) || text(keyOf(a.line), keyOf(b.line)),
  );
  for (const { spend, line } of pairs) {
    if (matches.has(spend.id) || taken.has(line.id)) continue;
    matches.set(spend.id, line.id);
    taken.add(line.id);
  }
}

/** 0 is a perfect match; null is none. */
function mismatch(spend: Transaction, line: Transaction): number | null {
  const samePayee = spend.merchantKey === line.merchantKey || shareWord(spend.merchantKey, line.merchantKey);
  const sameCategory = spend.category === line.category && spend.category !== 'uncategorised';
  const agreement = samePayee ? 0 : sameCategory ? 1 : 2;
  if (spend.amount.minor === line.amount.minor) {
    const clash = agreement === 2 && spend.category !== 'uncategorised' && line.category !== 'uncategorised';
    // A cinema ticket is not the groceries that happened to cost as much.
    return clash ? null : agreement;
  }
  const unit = 10 ** exponentOf(spend.amount.currency);
  const gap = Math.abs(spend.amount.minor - line.amount.minor);
  const told = Math.abs(spend.amount.minor);
  const round = told % unit === 0 && gap < Math.max(unit, told * 0.05);
  return round && agreement < 2 && spend.origin !== 'receipt' ? 4 + agreement : null;
}

function shareWord(left: string, right: string): boolean {
  const words = new Set(left.split(' ').filter((word) => word.length >= 4));
  return right.split(' ').some((word) => words.has(word));
}

const keyOf = (transaction: Transaction): string =>
  `${transaction.postedOn} ${transaction.amount.minor} ${transaction.description} ${transaction.id}`;

const text = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
