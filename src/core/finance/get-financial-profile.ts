import { budgetStatus } from '../../domain/budget/calculate.js';
import type { CoreContext } from '../ports/context.js';
import { loadAnalysis } from './load-analysis.js';
import { profileOf } from './profile-of.js';
import type { FinancialProfile } from './results.js';

/** What is known of the user's money, derived and stated figures apart. */
export async function getFinancialProfile(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  input: { readonly userId: string },
): Promise<FinancialProfile> {
  const loaded = await loadAnalysis(context, input.userId);
  return profileOf(loaded, budgetStatus(loaded.analysis));
}
