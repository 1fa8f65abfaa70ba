import type { FinanceStore, StoredLine } from '../../../core/ports/stores/finance.js';
import type { Transaction } from '../../../domain/transactions/transaction.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { loadTransactions } from './load.js';
import { dateOf, optionalDay, toDay } from './rows.js';

type Lines = Pick<
  FinanceStore,
  | 'listAccounts'
  | 'ensureAccount'
  | 'accountLines'
  | 'settleCurrency'
  | 'saveCoverage'
  | 'savePayStub'
  | 'insertTransactions'
  | 'updateTransactions'
  | 'deleteTransactions'
  | 'saveLines'
  | 'transactionOfDocument'
  | 'sourcesOf'
>;

/** Rows of one statement; keeps a statement's parameters far below the protocol's limit of 65,535. */
const batch = 1000;

/** Accounts, transactions and the document lines that show them. */
export function createLines(client: PrismaTransaction): Lines {
  return {
    async listAccounts(userId) {
      const accounts = await client.bankAccount.findMany({
        where: { userId },
        orderBy: [{ createdAt: 'asc' }, { accountKey: 'asc' }],
      });
      return accounts.map(({ id, accountKey, issuer, label, numberEnding, kind, currency }) => ({
        id,
        userId,
        accountKey,
        issuer,
        label,
        numberEnding,
        kind,
        currency,
      }));
    },

    async ensureAccount({ id, userId, accountKey, ...rest }) {
      const account = await client.bankAccount.upsert({
        where: { userId_accountKey: { userId, accountKey } },
        create: { id, userId, accountKey, ...rest },
        update: {},
      });
      // The first statement of a series that prints the number names the account.
      if (account.numberEnding === null && rest.numberEnding !== null) {
        const { numberEnding, label } = rest;
        await client.bankAccount.update({ where: { id: account.id }, data: { numberEnding, label } });
      }
      return account.id;
    },

    async accountLines(userId, accountKey) {
      const account = await client.bankAccount.findUnique({
        where: { userId_accountKey: { userId, accountKey } },
      });
      if (!account) return { lines: [], coverages: [], transactions: [] };
      const coverages = await client.statementCoverage.findMany({ where: { userId, accountKey } });
      const transactions = await loadTransactions(client, userId, account.id);
      return {
        lines: await storedLines(client, userId, account.id),
        coverages: coverages.map(({ documentId, periodStart, periodEnd }) => ({
          documentId,
          span: { start: dateOf(periodStart), end: dateOf(periodEnd) },
        })),
        transactions: transactions.filter(({ origin }) => origin === 'statement'),
      };
    },

    async settleCurrency(userId, currency) {
      const unnamed = { userId, accountKey: { contains: '|XXX' } };
      await client.bankAccount.updateMany({ where: unnamed, data: { currency } });
      await client.transaction.updateMany({ where: { userId, account: unnamed }, data: { currency } });
    },

    async saveCoverage({ userId, documentId, accountKey, span }) {
      const days = { periodStart: toDay(span.start), periodEnd: toDay(span.end) };
      await client.statementCoverage.upsert({
        where: { documentId_accountKey: { documentId, accountKey } },
        create: { userId, documentId, accountKey, ...days },
        update: days,
      });
    },

    async savePayStub(userId, stub) {
      const fields = {
        userId,
        employer: stub.employer?.slice(0, 255) ?? null,
        netMinor: BigInt(stub.net.minor),
        currency: stub.net.currency,
        payDate: optionalDay(stub.payDate),
        periodStart: optionalDay(stub.period?.start ?? null),
        periodEnd: optionalDay(stub.period?.end ?? null),
        cadence: stub.cadence,
      };
      await client.payStub.upsert({
        where: { documentId: stub.documentId },
        create: { documentId: stub.documentId, ...fields },
        update: fields,
      });
    },

    async insertTransactions(userId, transactions) {
      for (const rows of batches(transactions)) {
        await client.transaction.createMany({ data: rows.map((row) => ({ userId, ...columns(row) })) });
      }
    },

    async updateTransactions(userId, transactions) {
      for (const rows of batches(transactions)) await update(client, userId, rows);
    },

    async deleteTransactions(userId, ids) {
      for (const some of batches(ids)) {
        await client.transaction.deleteMany({ where: { userId, id: { in: [...some] } } });
      }
    },

    async saveLines(lines) {
      for (const rows of batches(lines)) await saveLines(client, rows);
    },

    async transactionOfDocument(userId, documentId) {
      const source = await client.transactionSource.findFirst({
        where: { documentId, transaction: { userId } },
      });
      return source?.transactionId ?? null;
    },

    async sourcesOf(userId, transactionIds) {
      if (transactionIds.length === 0) return [];
      const sources = await client.transactionSource.findMany({
        where: { transactionId: { in: [...transactionIds] }, transaction: { userId } },
        include: { document: { select: { fileName: true } } },
        orderBy: [{ page: 'asc' }, { line: 'asc' }],
      });
      return sources.map(({ transactionId, documentId, document, page, line, text }) => ({
        transactionId,
        documentId,
        fileName: document.fileName,
        page,
        line,
        text,
      }));
    },
  };
}

function* batches<T>(items: readonly T[]): Iterable<readonly T[]> {
  for (let at = 0; at < items.length; at += batch) yield items.slice(at, at + batch);
}

interface LineRow {
  readonly id: string;
  readonly document_id: string;
  readonly transaction_id: string;
  readonly page: number;
  readonly line: number;
  readonly text: string;
  readonly posted_on: string;
  readonly description: string;
  readonly minor: number;
}

async function storedLines(
  client: PrismaTransaction,
  userId: string,
  accountId: string,
): Promise<StoredLine[]> {
  const rows = await client.$queryRaw<LineRow[]>`
    SELECT s.id, s.document_id, s.transaction_id, s.page, s.line, s.text,
           to_char(coalesce(s.posted_on, t.posted_on), 'YYYY-MM-DD') AS posted_on,
           coalesce(s.description, t.description) AS description,
           coalesce(s.amount_minor, t.amount_minor)::float8 AS minor
    FROM transaction_sources s JOIN transactions t ON t.id = s.transaction_id
    WHERE t.user_id = ${userId}::uuid AND t.account_id = ${accountId}::uuid`;
  return rows.map((row) => ({
    id: row.id,
    documentId: row.document_id,
    transactionId: row.transaction_id,
    page: row.page,
    line: row.line,
    text: row.text,
    postedOn: row.posted_on,
    description: row.description,
    minor: Number(row.minor),
  }));
}

function columns(row: Transaction) {
  return {
    id: row.id,
    accountId: row.accountId,
    origin: row.origin,
    postedOn: toDay(row.postedOn),
    description: row.description,
    merchantKey: row.merchantKey.slice(0, 255),
    merchantName: row.merchantName.slice(0, 255),
    amountMinor: BigInt(row.amount.minor),
    currency: row.amount.currency,
    category: row.category,
    categorySource: row.categorySource,
    role: row.role,
    ignored: row.ignored,
    matchedTransactionId: row.matchedTransactionId,
    itemId: row.itemId,
  };
}

async function update(
  client: PrismaTransaction,
  userId: string,
  rows: readonly Transaction[],
): Promise<void> {
  const json = JSON.stringify(
    rows.map((row) => ({ ...columns(row), postedOn: row.postedOn, amountMinor: row.amount.minor })),
  );
  await client.$executeRaw`
    UPDATE transactions t SET
      posted_on = r."postedOn"::date, description = r.description, merchant_key = r."merchantKey",
      merchant_name = r."merchantName", amount_minor = r."amountMinor", category = r.category,
      category_source = r."categorySource", role = r.role, ignored = r.ignored,
      matched_transaction_id = r."matchedTransactionId"
    FROM jsonb_to_recordset(${json}::jsonb) AS r(
      id uuid, "postedOn" text, description text, "merchantKey" text, "merchantName" text, "amountMinor" bigint,
      category text, "categorySource" text, role text, ignored boolean, "matchedTransactionId" uuid)
    WHERE t.id = r.id AND t.user_id = ${userId}::uuid`;
}

async function saveLines(client: PrismaTransaction, lines: readonly StoredLine[]): Promise<void> {
  const values = lines.map(
    (
      line,
    ) => Prisma.sql`(${line.id}::uuid, ${line.transactionId}::uuid, ${line.documentId}::uuid, ${line.page}::int,
      ${line.line}::int, ${line.text}, ${line.postedOn}::date, ${line.minor}::bigint, ${line.description})`,
  );
  await client.$executeRaw`
    INSERT INTO transaction_sources
      (id, transaction_id, document_id, page, line, text, posted_on, amount_minor, description)
    VALUES ${Prisma.join(values)}
    ON CONFLICT (id) DO UPDATE SET
      transaction_id = excluded.transaction_id, text = excluded.text, posted_on = excluded.posted_on,
      amount_minor = excluded.amount_minor, description = excluded.description`;
}
