import { judgePrice } from '../../domain/affordability/affordability.js';
import { budgetStatus } from '../../domain/budget/calculate.js';
import { convert } from '../../domain/exchange-rates/convert.js';
import type { Question } from '../../domain/figures.js';
import type { Money } from '../../domain/money.js';
import type { Cadence } from '../../domain/recurrence/cadence.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { inNextPeriod, loadAnalysis } from './load-analysis.js';
import type { Affordability } from './results.js';

/**
 * "Can I afford X?": yes, no or "yes, but", with the sum, including bills still due.
 * @throws MatineeError invalid for a negative price, or a currency without a known rate
 */
export async function checkAffordability(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  input: {
    readonly userId: string;
    readonly price: Money;
    readonly recurring?: Cadence;
    /** True: judged by the period after this one, as far as it can be seen today. */
    readonly nextPeriod?: boolean;
  },
): Promise<Affordability> {
  if (input.price.minor < 0) {
    throw new MatineeError('invalid', 'PRICE_INVALID', 'A price is not below zero.');
  }
  const loaded = await loadAnalysis(context, input.userId);
  const analysis = input.nextPeriod ? inNextPeriod(loaded) : loaded.analysis;
  const converted = convert(input.price, analysis.currency, analysis.today, analysis.records.rates);
  if (!converted) {
    throw new MatineeError(
      'invalid',
      'RATE_UNKNOWN',
      `I know no rate from ${input.price.currency} to ${analysis.currency}.`,
    );
  }
  const budget = budgetStatus(analysis);
  const { bills, ...verdict } = judgePrice(analysis, budget, converted.amount, input.recurring ?? null);
  const about = converted.rate
    ? [
        `${analysis.say(input.price)} is about ${analysis.say(converted.amount)} at the rate of ${converted.rate.on}`,
      ]
    : [];
  const questions: readonly Question[] = verdict.verdict === 'unknown' ? budget.questions : [];
  return {
    ...verdict,
    left: budget.left,
    billsDue: bills.map(({ name, dueOn, figure }) => ({ name, dueOn, figure })),
    arithmetic: [...about, ...verdict.arithmetic],
    data: analysis.data,
    questions,
  };
}
