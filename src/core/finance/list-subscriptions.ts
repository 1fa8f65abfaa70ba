import { derived } from '../../domain/analysis/figures-of.js';
import type { Figure } from '../../domain/figures.js';
import { type Currency, sum } from '../../domain/money.js';
import type { CoreContext } from '../ports/context.js';
import { loadAnalysis } from './load-analysis.js';
import type { SubscriptionList, SubscriptionStatus, SubscriptionView } from './results.js';
import { overlapsAmong, subscriptionViews } from './subscription-views.js';

/** Subscriptions with monthly and annual cost, overlaps, and what cancelling would free. */
export async function listSubscriptions(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  input: { readonly userId: string; readonly status?: SubscriptionStatus },
): Promise<SubscriptionList> {
  const { analysis, stored } = await loadAnalysis(context, input.userId);
  const views = subscriptionViews(analysis, stored.subscriptions);
  const running = views.filter(({ status }) => status === 'active' || status === 'proposed');
  const notes = running
    .filter(({ price }) => price === null)
    .map(({ name }) => `I don't know what ${name} costs you, so it is not in the sums.`);
  notes.push(
    ...running
      .filter(({ price, monthlyCost }) => price !== null && monthlyCost === null)
      .map(({ name }) => `I don't know how often ${name} is charged, so it is not in the sums.`),
  );
  if (analysis.data.stale && analysis.data.basedOn) notes.push(`This is ${analysis.data.basedOn}.`);
  return {
    statements: analysis.data.statements,
    subscriptions: input.status ? views.filter(({ status }) => status === input.status) : views,
    monthlyTotal: total(running, 'monthlyCost', 'a month', analysis),
    annualTotal: total(running, 'annualCost', 'a year', analysis),
    overlaps: overlapsAmong(running),
    notes,
  };
}

function total(
  views: readonly SubscriptionView[],
  cost: 'monthlyCost' | 'annualCost',
  word: string,
  analysis: { readonly currency: Currency; readonly say: (amount: Figure['amount']) => string },
): Figure | null {
  const figures = views.map((view) => view[cost]).filter((figure) => figure !== null);
  if (figures.length === 0) return null;
  const amount = sum(
    figures.map((figure) => figure.amount),
    analysis.currency,
  );
  const listed = figures.map((figure) => analysis.say(figure.amount)).join(' + ');
  return derived(amount, `${listed} = ${analysis.say(amount)} ${word}`, 'subscriptions together', figures);
}
