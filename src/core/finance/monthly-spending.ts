import { monthOf, monthSpan } from '../../domain/calendar.js';
import { type SpendingSummary, spendingIn } from '../../domain/insights/spending.js';
import type { CoreContext } from '../ports/context.js';
import { loadAnalysis } from './load-analysis.js';

/** Where the money went in each month that statements show in full, this month left out. Oldest first, the last `most`. */
export async function monthlySpending(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  input: { readonly userId: string; readonly most: number },
): Promise<readonly SpendingSummary[]> {
  const { analysis } = await loadAnalysis(context, input.userId);
  return analysis.covered.fullMonths
    .filter((month) => month < monthOf(analysis.today))
    .slice(-input.most)
    .map((month) => spendingIn(analysis, monthSpan(month)));
}
