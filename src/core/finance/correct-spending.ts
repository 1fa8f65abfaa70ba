import { merchantKeyOf } from '../../domain/budget/dues.js';
import type { IsoDate } from '../../domain/calendar.js';
import { type Category, groupOf } from '../../domain/categories/categories.js';
import type { Question } from '../../domain/figures.js';
import { isLivedOn } from '../../domain/income/income.js';
import type { Money } from '../../domain/money.js';
import type { Transaction } from '../../domain/transactions/transaction.js';
import type { CoreContext } from '../ports/context.js';
import type { Store } from '../ports/database.js';
import { MatineeError } from '../ports/errors.js';
import { analyseInside } from './analyse-finances.js';
import { loadAnalysis } from './load-analysis.js';
import type { Correction } from './results.js';

interface Input {
  readonly userId: string;
  readonly target:
    | { readonly transactionId: string }
    /** Only its line of a day, or of that day of the latest month that has one, where a day is named. */
    | { readonly merchant: string; readonly on?: IsoDate }
    /** Lines of just that amount, at the merchant where one is named; others of the merchant's stay as they are. */
    | { readonly merchant: string | null; readonly amount: Money }
    | { readonly latest: true };
  readonly change:
    | { readonly category: Category }
    | { readonly entertainment: false }
    | { readonly ignored: boolean };
  /** `transaction`: this one only. Default: the merchant, past and future (for `ignored`: this one only). */
  readonly scope?: 'merchant' | 'transaction';
}

interface Target {
  readonly merchantKey: string;
  readonly merchantName: string;
  /** Newest first; empty for a merchant that was never seen. */
  readonly transactions: readonly Transaction[];
}

/**
 * "That was groceries", "Netflix is not entertainment", "ignore this one": remembered, and applied backwards.
 * @throws MatineeError not-found when there is no such transaction
 */
export async function correctSpending(
  context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>,
  input: Input,
): Promise<Correction> {
  return context.database.transaction(async (store) => {
    await store.accounts.lockUsers([input.userId]);
    const { analysis, stored } = await loadAnalysis(context, input.userId, store);
    const target = targetOf(analysis.transactions, input);
    if (!target) return unclear(input);
    const category = categoryFor(input);
    const ignored = 'ignored' in input.change ? input.change.ignored : null;
    const wide = scopeOf(input) === 'merchant';
    const affected = wide || 'amount' in input.target ? target.transactions : target.transactions.slice(0, 1);
    if ((ignored || input.scope === 'transaction') && affected.length === 0) return unclear(input);
    if (ignored && !affected.some(counts)) return neverCounted(target, affected);
    if (wide) {
      const before = stored.rules.find(({ merchantKey }) => merchantKey === target.merchantKey);
      await store.finance.saveRule(input.userId, {
        merchantKey: target.merchantKey,
        category: category ?? before?.category ?? null,
        ignore: ignored ?? before?.ignore ?? false,
      });
      // The rule decides from now on, also where single lines were corrected before.
      await release(store, input.userId, affected, ignored);
    } else {
      await store.finance.updateTransactions(
        input.userId,
        affected.map((each) => corrected(each, category, ignored)),
      );
    }
    await analyseInside(context, input.userId, store);
    return {
      merchantName: target.merchantName,
      from: affected[0]?.category ?? null,
      to: category,
      ignored,
      rule: wide,
      transactionIds: affected.map(({ id }) => id),
      ...lineOf(affected),
      questions: [],
    };
  });
}

/** The one line that was changed, where it was one. */
function lineOf([only, another]: readonly Transaction[]): Pick<Correction, 'line'> {
  return only && !another
    ? { line: { amount: { ...only.amount, minor: Math.abs(only.amount.minor) }, on: only.postedOn } }
    : {};
}

/** Whether a line is part of any figure: money that merely moves, and income that is not lived on, is of none. */
function counts({ role, category, ignored }: Transaction): boolean {
  if (ignored) return false;
  return role === 'income' ? isLivedOn(category) : role === 'spending' || role === 'refund';
}

function neverCounted(target: Target, affected: readonly Transaction[]): Correction {
  return {
    merchantName: target.merchantName,
    from: affected[0]?.category ?? null,
    to: null,
    ignored: null,
    rule: false,
    transactionIds: affected.map(({ id }) => id),
    questions: [],
  };
}

function scopeOf(input: Input): 'merchant' | 'transaction' {
  if ('amount' in input.target) return 'transaction';
  return (
    input.scope ?? ('ignored' in input.change && !('merchant' in input.target) ? 'transaction' : 'merchant')
  );
}

function categoryFor({ change }: Input): Category | null {
  if ('category' in change) return change.category;
  return 'entertainment' in change ? 'other_spending' : null;
}

function targetOf(transactions: readonly Transaction[], input: Input): Target | null {
  const newest = transactions
    .filter(({ matchedTransactionId }) => matchedTransactionId === null)
    .sort((a, b) => (a.postedOn > b.postedOn ? -1 : a.postedOn < b.postedOn ? 1 : a.id < b.id ? -1 : 1));
  const { target } = input;
  if ('amount' in target) return ofAmount(newest, target);
  if ('merchant' in target) {
    const { key, all } = ofMerchant(newest, target.merchant);
    const own = 'on' in target && target.on ? ofDay(all, target.on) : all;
    return {
      merchantKey: key,
      merchantName: own[0]?.merchantName ?? target.merchant.trim(),
      transactions: own,
    };
  }
  const one =
    'latest' in target ? newest.find(isSpending) : transactions.find(({ id }) => id === target.transactionId);
  if (!one) {
    if ('latest' in target) return null;
    throw new MatineeError('not-found', 'TRANSACTION_NOT_FOUND', 'There is no such transaction.');
  }
  const own = newest.filter(({ merchantKey, id }) => merchantKey === one.merchantKey && id !== one.id);
  return { merchantKey: one.merchantKey, merchantName: one.merchantName, transactions: [one, ...own] };
}

/** The lines of a merchant by its name, or by words of it ("gym") where only one merchant has them; none: it was never seen. */
function ofMerchant(
  newest: readonly Transaction[],
  name: string,
): { readonly key: string; readonly all: readonly Transaction[] } {
  const key = merchantKeyOf(name);
  const all = newest.filter(({ merchantKey }) => merchantKey === key || merchantKey.startsWith(`${key} `));
  if (all.length > 0) return { key, all };
  const wanted = wordsOf(name);
  const near = newest.filter(({ merchantName, description }) => {
    const words = wordsOf(`${merchantName} ${description}`);
    return wanted.length > 0 && wanted.every((word) => words.includes(word));
  });
  const [first] = near;
  const one = first && near.every(({ merchantKey }) => merchantKey === first.merchantKey);
  return one
    ? { key: first.merchantKey, all: newest.filter(({ merchantKey }) => merchantKey === first.merchantKey) }
    : { key, all: [] };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

/** The lines of a day; where there are none, those of the same day of another month: nobody names the month of a statement. */
function ofDay(lines: readonly Transaction[], on: IsoDate): Transaction[] {
  const exact = lines.filter(({ postedOn }) => postedOn === on);
  return exact.length > 0 ? exact : lines.filter(({ postedOn }) => postedOn.slice(8) === on.slice(8));
}

/** The newest line of the amount, and what that merchant charged as much for before. */
function ofAmount(
  newest: readonly Transaction[],
  { merchant, amount }: { readonly merchant: string | null; readonly amount: Money },
): Target | null {
  const same = newest.filter((each) => isOfAmount(each.amount, amount));
  const words = wordsOf(merchant ?? '');
  const named = same.filter(({ description, merchantName }) => {
    const text = `${description} ${merchantName}`.toLowerCase();
    return words.some((word) => text.includes(word));
  });
  const [first] = named.length > 0 ? named : same;
  if (!first) return null;
  return {
    merchantKey: first.merchantKey,
    merchantName: first.merchantName,
    transactions: same.filter(({ merchantKey }) => merchantKey === first.merchantKey),
  };
}

/** Said in whole units, an amount is rounded. */
function isOfAmount(line: Money, said: Money): boolean {
  const apart = Math.abs(Math.abs(line.minor) - said.minor);
  return line.currency === said.currency && apart < (said.minor % 100 === 0 ? 100 : 1);
}

function isSpending({ role, category }: Transaction): boolean {
  return role === 'spending' && groupOf(category) !== 'movement';
}

function corrected(
  transaction: Transaction,
  category: Category | null,
  ignored: boolean | null,
): Transaction {
  return {
    ...transaction,
    category: category ?? transaction.category,
    categorySource: 'correction',
    ignored: ignored ?? transaction.ignored,
  };
}

async function release(
  store: Store,
  userId: string,
  transactions: readonly Transaction[],
  ignored: boolean | null,
): Promise<void> {
  const held = transactions.filter(
    (each) => each.categorySource === 'correction' || (ignored === false && each.ignored),
  );
  await store.finance.updateTransactions(
    userId,
    held.map((each) => ({ ...each, categorySource: 'none', ignored: ignored ?? each.ignored })),
  );
}

function unclear(input: Input): Correction {
  const question: Question = {
    code: 'WHICH_ONE',
    message:
      'latest' in input.target
        ? 'Which spending do you mean? I have none to change yet.'
        : 'I see nothing like that in what I have read, so nothing is changed. Which line do you mean?',
  };
  return {
    merchantName: null,
    from: null,
    to: categoryFor(input),
    ignored: null,
    rule: false,
    transactionIds: [],
    questions: [question],
  };
}
