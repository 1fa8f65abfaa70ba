import { budgetStatus } from '../../domain/budget/calculate.js';
import type { BudgetStatus } from '../../domain/budget/status.js';
import type { CoreContext } from '../ports/context.js';
import { loadAnalysis } from './load-analysis.js';

/** This period's entertainment budget: anchors, formula, what is left, per day, and the projection. */
export async function getBudgetStatus(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  input: { readonly userId: string },
): Promise<BudgetStatus> {
  const { analysis } = await loadAnalysis(context, input.userId);
  return budgetStatus(analysis);
}
