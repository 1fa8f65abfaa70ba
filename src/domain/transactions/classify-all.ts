import { dayOf } from '../analysis/days.js';
import { type Category, type CategorySource, groupOf } from '../categories/categories.js';
import { readText, type TextReading } from '../categories/classify.js';
import type { AccountKind } from './roles.js';
import type { Transaction, TransactionRole } from './transaction.js';

/** The user's own word on a merchant. The key covers every key that continues it ("lumora" covers "lumora fit"). */
export interface CategoryRule {
  readonly merchantKey: string;
  readonly category: Category | null;
  readonly ignore: boolean;
}

/** What is decided about a transaction; everything else of it stands as it was recorded. */
type Decision = Pick<
  Transaction,
  'merchantKey' | 'merchantName' | 'category' | 'categorySource' | 'role' | 'ignored'
>;

interface Draft {
  readonly transaction: Transaction;
  readonly text: TextReading;
  readonly day: number;
  role: TransactionRole | null;
  /** The half of a transfer whose other half speaks of savings already: it must not undo what was saved. */
  mirrored: boolean;
}

/**
 * Decides merchant, category and role of every transaction, from all of them together: rule, correction, MCC, known
 * merchant, telling words, the user's own history, none. Transfers between the user's accounts are paired, money back
 * from a merchant is a refund. Depends on the set alone, not on its order; idempotent.
 */
export function classifyAll(
  transactions: readonly Transaction[],
  rules: readonly CategoryRule[],
  accountKinds: ReadonlyMap<string, AccountKind>,
): Transaction[] {
  const drafts = transactions.map((transaction) => draftOf(transaction, accountKinds));
  const spentAt = outgoingByMerchant(drafts);
  pairTransfers(drafts);
  const byKey = new Map(rules.map((rule) => [rule.merchantKey, rule]));
  const history = correctionsByMerchant(transactions);
  return drafts.map((draft) => {
    const decision = decide(draft, ruleFor(draft.text.merchantKey, byKey), spentAt, history);
    return unchanged(draft.transaction, decision) ? draft.transaction : { ...draft.transaction, ...decision };
  });
}

function draftOf(transaction: Transaction, accountKinds: ReadonlyMap<string, AccountKind>): Draft {
  const account = (transaction.accountId && accountKinds.get(transaction.accountId)) || 'current';
  const text = readText(transaction.description, transaction.amount.minor > 0, account);
  return {
    transaction,
    text,
    day: dayOf(transaction.postedOn),
    role: text.movement?.role ?? null,
    mirrored: false,
  };
}

function outgoingByMerchant(drafts: readonly Draft[]): Map<string, number> {
  const spent = new Map<string, number>();
  for (const { transaction, text } of drafts) {
    const { minor } = transaction.amount;
    if (minor < 0) spent.set(text.merchantKey, (spent.get(text.merchantKey) ?? 0) - minor);
  }
  return spent;
}

/** The user's corrections of single lines, by merchant: the commonest one speaks for lines that nothing else knows. */
function correctionsByMerchant(transactions: readonly Transaction[]): Map<string, Category> {
  const votes = new Map<string, Map<Category, number>>();
  for (const { categorySource, merchantKey, category } of transactions) {
    if (categorySource !== 'correction') continue;
    const byCategory = votes.get(merchantKey) ?? new Map<Category, number>();
    byCategory.set(category, (byCategory.get(category) ?? 0) + 1);
    votes.set(merchantKey, byCategory);
  }
  const chosen = new Map<string, Category>();
  for (const [key, byCategory] of votes) {
    const [first] = [...byCategory].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (first) chosen.set(key, first[0]);
  }
  return chosen;
}

/** The rule of the key, or of the longest beginning of it. */
export function ruleFor(key: string, rules: ReadonlyMap<string, CategoryRule>): CategoryRule | null {
  if (rules.size === 0) return null;
  for (
    let beginning = key;
    beginning !== '';
    beginning = beginning.slice(0, Math.max(0, beginning.lastIndexOf(' ')))
  ) {
    const rule = rules.get(beginning);
    if (rule) return rule;
  }
  return null;
}

function decide(
  draft: Draft,
  rule: CategoryRule | null,
  spentAt: ReadonlyMap<string, number>,
  history: ReadonlyMap<string, Category>,
): Decision {
  const { transaction, text } = draft;
  const role = draft.role ?? plainRole(draft, spentAt);
  const [category, categorySource] = categoryFor(draft, role, rule, history);
  const own = transaction.categorySource === 'correction';
  return {
    merchantKey: text.merchantKey,
    merchantName: text.merchantName,
    category,
    categorySource,
    role: roleUnder(category, role, transaction.amount.minor),
    ignored: own ? transaction.ignored : rule?.ignore || transaction.ignored,
  };
}

function categoryFor(
  { transaction, text, mirrored }: Draft,
  role: TransactionRole,
  rule: CategoryRule | null,
  history: ReadonlyMap<string, Category>,
): readonly [Category, CategorySource] {
  // A correction of this very line is more particular than a rule for all of the merchant's.
  if (transaction.categorySource === 'correction') return [transaction.category, 'correction'];
  if (rule?.category) return [rule.category, 'rule'];
  // What the user said when logging a spend stands like a correction, unless a rule says otherwise.
  const told = transaction.origin === 'chat' || transaction.origin === 'api';
  if (told && transaction.category !== 'uncategorised')
    return [transaction.category, transaction.categorySource];
  if (role === 'transfer' || role === 'card_payment') {
    const category = mirrored ? 'transfer' : (text.movement?.category ?? role);
    return [groupOf(category) === 'movement' ? category : 'transfer', 'token'];
  }
  if (role === 'income') {
    const named = text.movement !== null && groupOf(text.category) === 'income';
    return named ? [text.category, text.source] : ['other_income', 'none'];
  }
  if (text.category !== 'uncategorised') return [text.category, text.source];
  const learned = history.get(text.merchantKey);
  return learned ? [learned, 'history'] : ['uncategorised', 'none'];
}

/** Money in without a word about itself: from somebody who was paid at least as much before, it is a refund. */
function plainRole(draft: Draft, spentAt: ReadonlyMap<string, number>): TransactionRole {
  const { minor } = draft.transaction.amount;
  if (minor < 0) return 'spending';
  const { known, merchantKey } = draft.text;
  if (known && known.category !== 'uncategorised') return 'refund';
  return (spentAt.get(merchantKey) ?? 0) >= minor ? 'refund' : 'income';
}

/** A category of the user's own choosing brings the role that goes with it. */
function roleUnder(category: Category, role: TransactionRole, minor: number): TransactionRole {
  const group = groupOf(category);
  if (category === 'card_payment') return 'card_payment';
  if (group === 'movement') return 'transfer';
  if (group === 'income') return minor > 0 ? 'income' : 'spending';
  if (role === 'spending' || role === 'refund') return role;
  return minor < 0 ? 'spending' : 'refund';
}

const pairDays = 4;

/**
 * The same amount out of one account and into another within four days, one of the two lines speaking of a transfer
 * or payment: the user's own money moving. Pairs are taken closest first, each line once.
 */
function pairTransfers(drafts: Draft[]): void {
  const incoming = new Map<string, Draft[]>();
  const slot = (draft: Draft) =>
    `${draft.transaction.amount.currency} ${Math.abs(draft.transaction.amount.minor)}`;
  const seen = new Set(drafts.map((draft) => draft.transaction.accountId));
  if (seen.size < 2) return;
  for (const draft of drafts) {
    if (draft.transaction.amount.minor <= 0 || draft.transaction.accountId === null) continue;
    const others = incoming.get(slot(draft));
    if (others) others.push(draft);
    else incoming.set(slot(draft), [draft]);
  }
  const pairs: { out: Draft; into: Draft; gap: number }[] = [];
  for (const out of drafts) {
    if (out.transaction.amount.minor >= 0 || out.transaction.accountId === null) continue;
    for (const into of incoming.get(slot(out)) ?? []) {
      const gap = Math.abs(into.day - out.day);
      if (gap <= pairDays && into.transaction.accountId !== out.transaction.accountId && mayPair(out, into)) {
        pairs.push({ out, into, gap });
      }
    }
  }
  pairs.sort((a, b) => a.gap - b.gap || order(a.out, b.out) || order(a.into, b.into));
  const taken = new Set<Draft>();
  for (const { out, into } of pairs) {
    if (taken.has(out) || taken.has(into)) continue;
    taken.add(out).add(into);
    const payment = out.role === 'card_payment' || into.role === 'card_payment';
    out.role = into.role = payment ? 'card_payment' : 'transfer';
    into.mirrored = out.text.category === 'savings' && into.text.category === 'savings';
  }
}

function mayPair(out: Draft, into: Draft): boolean {
  const moving = (draft: Draft) => draft.role === 'transfer' || draft.role === 'card_payment';
  const ordinary = (draft: Draft) =>
    draft.text.known !== null || draft.text.category === 'salary' || draft.text.category === 'benefits';
  return (moving(out) && !ordinary(into)) || (moving(into) && !ordinary(out));
}

function order(left: Draft, right: Draft): number {
  const key = ({ transaction }: Draft) =>
    `${transaction.postedOn} ${transaction.description} ${transaction.id}`;
  const [a, b] = [key(left), key(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function unchanged(transaction: Transaction, decision: Decision): boolean {
  return (
    transaction.merchantKey === decision.merchantKey &&
    transaction.merchantName === decision.merchantName &&
    transaction.category === decision.category &&
    transaction.categorySource === decision.categorySource &&
    transaction.role === decision.role &&
    transaction.ignored === decision.ignored
  );
}
