import { budgetStatus } from '../../domain/budget/calculate.js';
import type { BudgetStatus } from '../../domain/budget/status.js';
import type { CoreContext } from '../ports/context.js';
import { inNextPeriod, loadAnalysis } from './load-analysis.js';

/** This period's entertainment budget: anchors, formula, what is left, per day, and the projection; or the next period's, as far as it can be seen. */
export async function getBudgetStatus(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  input: { readonly userId: string; readonly nextPeriod?: boolean },
): Promise<BudgetStatus> {
  const loaded = await loadAnalysis(context, input.userId);
  return budgetStatus(input.nextPeriod ? inNextPeriod(loaded) : loaded.analysis);
}
