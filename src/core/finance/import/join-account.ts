import type { AccountReading, StatementReading } from '../../../documents/reading.js';
import type { DateSpan } from '../../../domain/calendar.js';
import { readText } from '../../../domain/categories/classify.js';
import { type Currency, money } from '../../../domain/money.js';
import { type CoveredRows, type MergedLine, mergeLines } from '../../../domain/transactions/merge-lines.js';
import type { AccountKind } from '../../../domain/transactions/roles.js';
import type { Transaction } from '../../../domain/transactions/transaction.js';
import type { CoreContext } from '../../ports/context.js';
import type { Store } from '../../ports/database.js';
import type { AccountLines, StoredLine } from '../../ports/stores/finance.js';
import { accountLabel } from './account-key.js';
import type { DatedRows } from './dates.js';

interface Input {
  readonly userId: string;
  readonly documentId: string;
  readonly reading: StatementReading;
  readonly store: Store;
  readonly account: AccountReading;
  readonly accountKey: string;
  readonly currency: Currency;
  readonly rows: DatedRows;
  readonly span: DateSpan;
}

interface Joined {
  readonly accountId: string;
  readonly added: number;
  readonly recognised: number;
  /** Every transaction that this document's lines show. */
  readonly transactionIds: readonly string[];
}

/**
 * Joins a statement's lines to those that are known of the account. All lines of all its statements are merged anew, in
 * an order that does not depend on when they came; transactions keep their ids and what the user said about them.
 */
export async function joinAccount(context: Pick<CoreContext, 'ids'>, input: Input): Promise<Joined> {
  const { store, userId, documentId, reading, account, accountKey, currency } = input;
  const kind: AccountKind =
    account.balanceMeaning === 'owed' || reading.kind === 'credit_card_statement' ? 'card' : 'current';
  const accountId = await store.finance.ensureAccount({
    id: context.ids.uuid(),
    userId,
    accountKey,
    issuer: reading.issuer?.slice(0, 255) ?? null,
    label: accountLabel(reading, account).slice(0, 255),
    numberEnding: account.numberEnding?.slice(0, 20) ?? null,
    kind,
    currency,
  });
  await store.finance.saveCoverage({ userId, documentId, accountKey, span: input.span });
  const known = await store.finance.accountLines(userId, accountKey);
  const lines = linesOf(context, input, known);
  const merged = mergeLines(documentsOf(lines, known, input));
  return reconcile(context, { ...input, accountId, kind, known, lines, merged });
}

/** All lines of the account by id: this document's own as read now, other documents' as stored. */
function linesOf(
  context: Pick<CoreContext, 'ids'>,
  { documentId, rows }: Input,
  known: AccountLines,
): Map<string, StoredLine> {
  const lines = new Map<string, StoredLine>();
  const own = new Map<string, StoredLine[]>();
  for (const line of known.lines) {
    if (line.documentId !== documentId) lines.set(line.id, line);
    else own.set(place(line), [...(own.get(place(line)) ?? []), line]);
  }
  for (const { row, date } of rows.dated) {
    const before = own.get(place(row.source))?.shift();
    const id = before?.id ?? context.ids.uuid();
    lines.set(id, {
      id,
      documentId,
      transactionId: before?.transactionId ?? '',
      page: row.source.page,
      line: row.source.line,
      text: row.source.text,
      postedOn: date,
      description: row.description,
      minor: row.amount,
    });
  }
  return lines;
}

const place = ({ page, line }: { page: number; line: number }): string => `${page}:${line}`;

function documentsOf(
  lines: ReadonlyMap<string, StoredLine>,
  known: AccountLines,
  { documentId, span }: Input,
): CoveredRows[] {
  const spans = new Map(known.coverages.map((coverage) => [coverage.documentId, coverage.span]));
  spans.set(documentId, span);
  return [...spans].map(([id, covered]) => ({
    documentId: id,
    span: covered,
    rows: [...lines.values()].filter((line) => line.documentId === id),
  }));
}

interface Reconciliation extends Input {
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly known: AccountLines;
  readonly lines: ReadonlyMap<string, StoredLine>;
  readonly merged: readonly MergedLine[];
}

async function reconcile(context: Pick<CoreContext, 'ids'>, job: Reconciliation): Promise<Joined> {
  const { store, userId, known, lines, documentId } = job;
  const byId = new Map(known.transactions.map((transaction) => [transaction.id, transaction]));
  const storedLines = new Map(known.lines.map((line) => [line.id, line]));
  const taken = new Set<string>();
  const fresh: Transaction[] = [];
  const changed: Transaction[] = [];
  const moved: StoredLine[] = [];
  const transactionIds: string[] = [];
  let added = 0;
  let recognised = 0;
  for (const { rows } of job.merged) {
    const members = rows.map(({ id }) => lines.get(id)).filter((line) => line !== undefined);
    const owner = ownerOf(members, byId, taken);
    const id = owner?.id ?? context.ids.uuid();
    taken.add(id);
    const current = transactionFor(job, id, rows[0]);
    if (!owner) fresh.push(current);
    else if (differs(owner, current)) {
      const { postedOn, description, amount } = current;
      changed.push({ ...owner, postedOn, description, amount });
    }
    for (const line of members) {
      if (storedLines.get(line.id)?.transactionId !== id || line.documentId === documentId) {
        moved.push({ ...line, transactionId: id });
      }
      if (line.documentId !== documentId) continue;
      transactionIds.push(id);
      if (owner) recognised += 1;
      else added += 1;
    }
  }
  await store.finance.insertTransactions(userId, fresh);
  await store.finance.updateTransactions(userId, changed);
  await store.finance.saveLines(moved);
  await store.finance.deleteTransactions(
    userId,
    known.transactions.filter(({ id }) => !taken.has(id)).map(({ id }) => id),
  );
  return { accountId: job.accountId, added, recognised, transactionIds };
}

/** The transaction that these lines showed before: one that the user said something about, else the commonest. */
function ownerOf(
  members: readonly StoredLine[],
  byId: ReadonlyMap<string, Transaction>,
  taken: ReadonlySet<string>,
): Transaction | null {
  const candidates = members
    .map(({ transactionId }) => byId.get(transactionId))
    .filter((transaction) => transaction !== undefined && !taken.has(transaction.id));
  const rank = (transaction: Transaction) =>
    (transaction.categorySource === 'correction' || transaction.ignored ? 1000 : 0) +
    candidates.filter((each) => each?.id === transaction.id).length;
  return candidates.reduce<Transaction | null>(
    (best, each) =>
      each && (!best || rank(each) > rank(best) || (rank(each) === rank(best) && each.id < best.id))
        ? each
        : best,
    null,
  );
}

function transactionFor(job: Reconciliation, id: string, row: MergedLine['rows'][0]): Transaction {
  const text = readText(row.description, row.minor > 0, job.kind);
  return {
    id,
    accountId: job.accountId,
    origin: 'statement',
    postedOn: row.postedOn,
    description: row.description,
    amount: money(row.minor, job.currency),
    merchantKey: text.merchantKey,
    merchantName: text.merchantName,
    category: text.category,
    categorySource: text.source,
    role: text.movement?.role ?? (row.minor > 0 ? 'income' : 'spending'),
    ignored: false,
    matchedTransactionId: null,
    itemId: null,
  };
}

function differs(before: Transaction, now: Transaction): boolean {
  return (
    before.postedOn !== now.postedOn ||
    before.description !== now.description ||
    before.amount.minor !== now.amount.minor
  );
}
