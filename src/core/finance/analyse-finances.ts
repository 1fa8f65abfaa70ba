import type { SubscriptionRecord } from '../../domain/analysis/records.js';
import { budgetStatus } from '../../domain/budget/calculate.js';
import { activeNames, reconcileSubscriptions } from '../../domain/recurrence/subscriptions.js';
import type { Transaction } from '../../domain/transactions/transaction.js';
import type { CoreContext } from '../ports/context.js';
import type { Store } from '../ports/database.js';
import { type LoadedAnalysis, loadAnalysis } from './load-analysis.js';
import { profileOf } from './profile-of.js';
import type { AnalysisReport } from './results.js';
import { subscriptionViews } from './subscription-views.js';

type Context = Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>;

/**
 * Reads all of the user's money anew and stores what follows: roles and categories, typical month by category,
 * profile figures, subscriptions found (as proposals). Idempotent, independent of the order of imports.
 */
export async function analyseFinances(
  context: Context,
  input: { readonly userId: string },
): Promise<AnalysisReport> {
  return context.database.transaction((store) => analyseInside(context, input.userId, store));
}

/** The same within a transaction of the caller's. */
export async function analyseInside(context: Context, userId: string, store: Store): Promise<AnalysisReport> {
  // Two analyses of one user at once would each propose the same subscription.
  await store.accounts.lockUsers([userId]);
  const loaded = await loadAnalysis(context, userId, store);
  await storeDecisions(store, userId, loaded);
  const subscriptions = await storeSubscriptions(context, store, userId, loaded);
  const { analysis } = loaded;
  const budget = budgetStatus(analysis);
  const at = context.clock.now();
  const profile = profileOf(loaded, budget);
  await store.finance.saveProfile(userId, {
    currency: analysis.currency,
    monthlyIncome: profile.income.inForce?.amount ?? null,
    fixedExpenses: profile.fixedExpenses.inForce?.amount ?? null,
    savingsGoalPercent: profile.savingsGoalPercent,
    entertainmentBudget: budget.monthlyBudget?.amount ?? null,
    lastAnalysedAt: at,
  });
  await store.finance.replaceExpenseCategories(
    userId,
    profile.categories.map(({ category, figure, isFixed }) => ({
      category,
      monthly: figure.amount,
      isFixed,
    })),
  );
  const views = subscriptionViews(analysis, subscriptions);
  return {
    profile: { ...profile, lastAnalysedAt: at.toISOString() },
    budget,
    proposed: views.filter(({ status }) => status === 'proposed'),
    transactions: analysis.transactions.length,
  };
}

/** Only what changed is written, so that analysing again costs nothing. */
async function storeDecisions(
  store: Store,
  userId: string,
  { stored, analysis }: LoadedAnalysis,
): Promise<void> {
  const before = new Map(stored.transactions.map((transaction) => [transaction.id, transaction]));
  const changed = analysis.transactions.filter((transaction) => {
    const old = before.get(transaction.id);
    return old !== transaction && (!old || decided(old) !== decided(transaction));
  });
  await store.finance.updateTransactions(userId, changed);
}

function decided(transaction: Transaction): string {
  const { merchantKey, merchantName, category, categorySource, role, ignored, matchedTransactionId } =
    transaction;
  return JSON.stringify([
    merchantKey,
    merchantName,
    category,
    categorySource,
    role,
    ignored,
    matchedTransactionId,
  ]);
}

async function storeSubscriptions(
  context: Context,
  store: Store,
  userId: string,
  { stored, analysis }: LoadedAnalysis,
): Promise<SubscriptionRecord[]> {
  const { save, remove } = reconcileSubscriptions(
    stored.subscriptions,
    analysis.charges,
    () => context.ids.uuid(),
    analysis.seenOnce,
  );
  for (const subscription of save) await store.finance.saveSubscription(userId, subscription);
  if (remove.length > 0) await store.finance.deleteSubscriptions(userId, remove);
  const now = new Map(stored.subscriptions.map((record) => [record.id, record]));
  for (const record of save) now.set(record.id, record);
  for (const id of remove) now.delete(id);
  const all = [...now.values()];
  if (save.length > 0) await store.finance.mirrorSubscriptions(userId, activeNames(all));
  return all;
}
