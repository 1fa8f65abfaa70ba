import { type DateSpan, daysBetween } from '../../domain/calendar.js';
import type { SpendingSummary } from '../../domain/insights/spending.js';
import { defaultSpan, spendingIn } from '../../domain/insights/spending.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { loadAnalysis } from './load-analysis.js';

/** Spans longer than this are refused. */
const longestDays = 3660;

/**
 * Where the money went: the given span, else the last `months` (default: the newest month with data).
 * @throws MatineeError invalid for a span that ends before it begins or is longer than ten years
 */
export async function getSpendingSummary(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  input: { readonly userId: string; readonly span?: DateSpan; readonly months?: number },
): Promise<SpendingSummary> {
  const { analysis } = await loadAnalysis(context, input.userId);
  const span = input.span ?? defaultSpan(analysis, input.months ?? 1);
  const days = daysBetween(span.start, span.end);
  if (days < 0) throw new MatineeError('invalid', 'SPAN_REVERSED', 'The span ends before it begins.');
  if (days > longestDays) throw new MatineeError('invalid', 'SPAN_TOO_LONG', 'Ten years at most, please.');
  return spendingIn(analysis, span);
}
