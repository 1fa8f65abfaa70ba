import { findingsIn } from '../../domain/insights/insights.js';
import type { CoreContext } from '../ports/context.js';
import { loadAnalysis } from './load-analysis.js';
import type { Insight, Insights } from './results.js';
import { overlapsAmong, subscriptionViews } from './subscription-views.js';

/** What stands out: categories, trends, biggest changes, subscriptions, unusual charges. */
export async function getInsights(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  input: { readonly userId: string },
): Promise<Insights> {
  const { analysis, stored } = await loadAnalysis(context, input.userId);
  const views = subscriptionViews(analysis, stored.subscriptions);
  const overlaps = overlapsAmong(views).map(({ names, text }): Insight => {
    const costs = views.filter(({ name }) => names.includes(name)).map(({ monthlyCost }) => monthlyCost);
    return { kind: 'overlap', text, figures: costs.filter((cost) => cost !== null) };
  });
  return { insights: [...findingsIn(analysis), ...overlaps], data: analysis.data };
}
