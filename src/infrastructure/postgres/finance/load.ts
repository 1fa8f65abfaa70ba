import type { FinanceStore, StoredFinances } from '../../../core/ports/stores/finance.js';
import type { StatedRecord, SubscriptionRecord } from '../../../domain/analysis/records.js';
import { isCategory } from '../../../domain/categories/categories.js';
import { money } from '../../../domain/money.js';
import type { PrismaTransaction } from '../client.js';
import {
  cadenceOf,
  dateOf,
  decimalMoney,
  oneOf,
  optionalDate,
  optionalMoney,
  type TransactionRow,
  transactionOf,
} from './rows.js';

const statedNames = [
  'monthly_income',
  'fixed_expenses',
  'savings',
  'debt_minimums',
  'entertainment_budget',
  'currency',
] as const;
const statuses = ['proposed', 'active', 'ended', 'declined'] as const;

/** Reads all of a user's money. One query a table, one after the other: inside a transaction there is one connection. */
export function createLoading(client: PrismaTransaction): Pick<FinanceStore, 'load'> {
  return {
    async load(userId): Promise<StoredFinances> {
      const where = { where: { userId } };
      const profile = await client.financialProfile.findUnique(where);
      const accounts = await client.bankAccount.findMany(where);
      const byKey = new Map(accounts.map((account) => [account.accountKey, account.id]));
      const coverages = await client.statementCoverage.findMany(where);
      const stubs = await client.payStub.findMany(where);
      const rules = await client.categoryRule.findMany(where);
      const stated = await client.statedFigure.findMany(where);
      const subscriptions = await client.subscription.findMany({ ...where, orderBy: { createdAt: 'asc' } });
      const currency = profile?.currency ?? 'USD';
      return {
        profile: profile && {
          monthlyIncome: decimalMoney(profile.monthlyIncome, currency),
          fixedExpenses: decimalMoney(profile.fixedExpenses, currency),
          savingsGoalPercent: profile.savingsGoalPercent === null ? null : Number(profile.savingsGoalPercent),
          entertainmentBudget: decimalMoney(profile.entertainmentBudget, currency),
          currency,
          lastAnalysedAt: profile.lastAnalyzedAt,
        },
        accounts: accounts.map(({ id, kind, currency }) => ({
          id,
          kind: kind === 'card' ? 'card' : 'current',
          currency,
        })),
        coverages: coverages.flatMap(({ accountKey, documentId, periodStart, periodEnd }) => {
          const accountId = byKey.get(accountKey);
          return accountId
            ? [{ accountId, documentId, span: { start: dateOf(periodStart), end: dateOf(periodEnd) } }]
            : [];
        }),
        transactions: await loadTransactions(client, userId),
        payStubs: stubs.map((stub) => ({
          documentId: stub.documentId,
          employer: stub.employer,
          net: money(Number(stub.netMinor), stub.currency),
          payDate: optionalDate(stub.payDate),
          period:
            stub.periodStart && stub.periodEnd
              ? { start: dateOf(stub.periodStart), end: dateOf(stub.periodEnd) }
              : null,
          cadence: cadenceOf(stub.cadence),
        })),
        rules: rules.map(({ merchantKey, category, ignore }) => ({
          merchantKey,
          category: category !== null && isCategory(category) ? category : null,
          ignore,
        })),
        stated: stated.map(
          (row): StatedRecord => ({
            figure: oneOf(statedNames, row.figure),
            amount: optionalMoney(row.amountMinor, row.currency),
            currency: row.currency,
            percent: row.percent === null ? null : Number(row.percent),
            statedAt: row.statedAt.toISOString(),
            messageId: row.messageId,
          }),
        ),
        subscriptions: subscriptions.map(
          (row): SubscriptionRecord => ({
            id: row.id,
            name: row.name,
            merchantKey: row.merchantKey,
            price: optionalMoney(row.priceMinor, row.currency),
            cadence: cadenceOf(row.cadence),
            status: oneOf(statuses, row.status),
            origin: row.origin === 'stated' ? 'stated' : 'detected',
            isEntertainment: row.isEntertainment,
            firstSeenOn: optionalDate(row.firstSeenOn),
            lastChargedOn: optionalDate(row.lastChargedOn),
            nextDueOn: optionalDate(row.nextDueOn),
          }),
        ),
      };
    },
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
