import { z } from 'zod';
import type { FinanceStore, StoredFinances } from '../../../core/ports/stores/finance.js';
import type { StatedRecord, SubscriptionRecord } from '../../../domain/analysis/records.js';
import { isCategory } from '../../../domain/categories/categories.js';
import { money } from '../../../domain/money.js';
import { settingsJson } from '../accounts/settings.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { cadenceOf, decimalMoney, oneOf, type TransactionRow, transactionOf } from './rows.js';

const statedNames = [
  'monthly_income',
  'fixed_expenses',
  'savings',
  'debt_minimums',
  'entertainment_budget',
  'currency',
] as const;
const statuses = ['proposed', 'active', 'ended', 'declined'] as const;

const day = z.string();
const profileRow = z.object({
  monthly_income: z.number().nullable(),
  fixed_expenses: z.number().nullable(),
  savings_goal_percent: z.number().nullable(),
  entertainment_budget: z.number().nullable(),
  currency: z.string().nullable(),
  last_analyzed_at: z.string().nullable(),
});
const smallTables = z.object({
  profile: profileRow.nullable(),
  settings: settingsJson,
  accounts: z.array(
    z.object({ id: z.string(), account_key: z.string(), kind: z.string(), currency: z.string() }),
  ),
  coverages: z.array(
    z.object({ account_key: z.string(), document_id: z.string(), period_start: day, period_end: day }),
  ),
  stubs: z.array(
    z.object({
      document_id: z.string(),
      employer: z.string().nullable(),
      net_minor: z.number(),
      currency: z.string(),
      pay_date: day.nullable(),
      period_start: day.nullable(),
      period_end: day.nullable(),
      cadence: z.string().nullable(),
    }),
  ),
  rules: z.array(
    z.object({ merchant_key: z.string(), category: z.string().nullable(), ignore: z.boolean() }),
  ),
  stated: z.array(
    z.object({
      figure: z.string(),
      amount_minor: z.number().nullable(),
      currency: z.string().nullable(),
      percent: z.number().nullable(),
      parts: z.array(z.object({ name: z.string(), minor: z.number() })).nullable(),
      stated_at: z.string(),
      message_id: z.string().nullable(),
    }),
  ),
  subscriptions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      merchant_key: z.string().nullable(),
      price_minor: z.number().nullable(),
      currency: z.string().nullable(),
      cadence: z.string().nullable(),
      status: z.string(),
      origin: z.string(),
      is_entertainment: z.boolean(),
      first_seen_on: day.nullable(),
      last_charged_on: day.nullable(),
      next_due_on: day.nullable(),
    }),
  ),
});
type SmallTables = z.infer<typeof smallTables>;

/** Reads all of a user's money: the lines in one statement, everything else in another. Each turn of a conversation asks for it. */
export function createLoading(client: PrismaTransaction): Pick<FinanceStore, 'load'> {
  return {
    async load(userId): Promise<StoredFinances> {
      const tables = await loadSmallTables(client, userId);
      const transactions = await loadTransactions(client, userId);
      return financesOf(tables, transactions);
    },
  };
}

async function loadSmallTables(client: PrismaTransaction, userId: string): Promise<SmallTables> {
  const of = (table: string, order = 'r.ctid') =>
    Prisma.sql`coalesce((SELECT jsonb_agg(to_jsonb(r) ORDER BY ${Prisma.raw(order)})
      FROM ${Prisma.raw(table)} r WHERE r.user_id = ${userId}::uuid), '[]'::jsonb)`;
  const rows = await client.$queryRaw<{ tables: unknown }[]>(Prisma.sql`SELECT jsonb_build_object(
      'profile', (SELECT to_jsonb(r) FROM financial_profiles r WHERE r.user_id = ${userId}::uuid),
      'settings', (SELECT to_jsonb(r) FROM user_settings r WHERE r.user_id = ${userId}::uuid),
      'accounts', ${of('bank_accounts')}, 'coverages', ${of('statement_coverages')}, 'stubs', ${of('pay_stubs')},
      'rules', ${of('category_rules')}, 'stated', ${of('stated_figures')},
      'subscriptions', ${of('subscriptions', 'r.created_at')}) AS tables`);
  return smallTables.parse(rows[0]?.tables);
}

/** A timestamp without its zone, as the database writes it into JSON: it is UTC. */
function instant(text: string): Date {
  return new Date(`${text}Z`);
}

function financesOf(tables: SmallTables, transactions: StoredFinances['transactions']): StoredFinances {
  const { profile, settings, accounts, coverages, stubs, rules, stated, subscriptions } = tables;
  const byKey = new Map(accounts.map((account) => [account.account_key, account.id]));
  return {
    profile: profile && profileOf(profile),
    settings,
    accounts: accounts.map(({ id, kind, currency }) => ({
      id,
      kind: kind === 'card' ? 'card' : 'current',
      currency,
    })),
    coverages: coverages.flatMap((row) => {
      const accountId = byKey.get(row.account_key);
      const span = { start: row.period_start, end: row.period_end };
      return accountId ? [{ accountId, documentId: row.document_id, span }] : [];
    }),
    transactions,
    payStubs: stubs.map((stub) => ({
      documentId: stub.document_id,
      employer: stub.employer,
      net: money(stub.net_minor, stub.currency),
      payDate: stub.pay_date,
      period:
        stub.period_start && stub.period_end ? { start: stub.period_start, end: stub.period_end } : null,
      cadence: cadenceOf(stub.cadence),
    })),
    rules: rules.map(({ merchant_key: merchantKey, category, ignore }) => ({
      merchantKey,
      category: category !== null && isCategory(category) ? category : null,
      ignore,
    })),
    stated: stated.map(statedOf),
    subscriptions: subscriptions.map(subscriptionOf),
  };
}

function profileOf(profile: z.infer<typeof profileRow>): NonNullable<StoredFinances['profile']> {
  const currency = profile.currency ?? 'USD';
  return {
    monthlyIncome: decimalMoney(profile.monthly_income, currency),
    fixedExpenses: decimalMoney(profile.fixed_expenses, currency),
    savingsGoalPercent: profile.savings_goal_percent,
    entertainmentBudget: decimalMoney(profile.entertainment_budget, currency),
    currency: currency,
    lastAnalysedAt: profile.last_analyzed_at === null ? null : instant(profile.last_analyzed_at),
  };
}

function statedOf(row: SmallTables['stated'][number]): StatedRecord {
  return {
    figure: oneOf(statedNames, row.figure),
    amount: row.amount_minor === null || row.currency === null ? null : money(row.amount_minor, row.currency),
    currency: row.currency,
    percent: row.percent,
    ...(row.parts && { parts: row.parts }),
    statedAt: instant(row.stated_at).toISOString(),
    messageId: row.message_id,
  };
}

function subscriptionOf(row: SmallTables['subscriptions'][number]): SubscriptionRecord {
  return {
    id: row.id,
    name: row.name,
    merchantKey: row.merchant_key,
    price: row.price_minor === null || row.currency === null ? null : money(row.price_minor, row.currency),
    cadence: cadenceOf(row.cadence),
    status: oneOf(statuses, row.status),
    origin: row.origin === 'stated' ? 'stated' : 'detected',
    isEntertainment: row.is_entertainment,
    firstSeenOn: row.first_seen_on,
    lastChargedOn: row.last_charged_on,
    nextDueOn: row.next_due_on,
  };
}

/** Plain SQL: ten years of lines come several times as fast as through the object mapper. */
export async function loadTransactions(
  client: PrismaTransaction,
  userId: string,
  accountId: string | null = null,
) {
  const rows = await client.$queryRaw<TransactionRow[]>`
    SELECT id, account_id, origin, to_char(posted_on, 'YYYY-MM-DD') AS posted_on, description, merchant_key,
           merchant_name, amount_minor::float8 AS amount_minor, currency, category, category_source, role, ignored,
           matched_transaction_id, item_id
    FROM transactions
    WHERE user_id = ${userId}::uuid AND (${accountId}::uuid IS NULL OR account_id = ${accountId}::uuid)`;
  return rows.map(transactionOf);
}
