import { budgetStatus } from '../../domain/budget/calculate.js';
import type { BudgetStatus } from '../../domain/budget/status.js';
import { convert } from '../../domain/exchange-rates/convert.js';
import type { Money } from '../../domain/money.js';
import type { CoreContext } from '../ports/context.js';
import { loadAnalysis } from './load-analysis.js';

/** The budget as it is, and as it would be with another amount put into savings each month. Nothing is changed. */
export async function supposeSavings(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  input: { readonly userId: string; readonly savings: Money },
): Promise<{ readonly now: BudgetStatus; readonly supposed: BudgetStatus; readonly savings: Money }> {
  const { analysis } = await loadAnalysis(context, input.userId);
  const { records, currency, today } = analysis;
  const savings = convert(input.savings, currency, today, records.rates)?.amount ?? input.savings;
  const others = records.stated.filter(({ figure }) => figure !== 'savings');
  const stated = {
    figure: 'savings' as const,
    currency: savings.currency,
    amount: savings,
    percent: null,
    statedAt: context.clock.now().toISOString(),
    messageId: null,
  };
  return {
    now: budgetStatus(analysis),
    supposed: budgetStatus({ ...analysis, records: { ...records, stated: [...others, stated] } }),
    savings,
  };
}
