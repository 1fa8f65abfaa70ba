import type { RecurringSeries } from '../../../src/domain/recurrence/series.js';
import type { History, HistorySeries } from './history.js';

/** How a detector did on one history. */
export interface Judgement {
  /** Series found that are one true series each, with its cadence. */
  readonly right: number;
  readonly found: number;
  /** Mature true series, and how many of them were found. */
  readonly wanted: number;
  readonly met: number;
  readonly weekly: { readonly wanted: number; readonly met: number };
  readonly mistakes: readonly string[];
}

/**
 * Compares found series with the truth: one counts as found when most of its lines are the true series' and most of
 * the true series' lines are in it, and the cadence is the same. Row ids are positions in the history's rows.
 */
export function judge(history: History, found: readonly RecurringSeries[]): Judgement {
  const met = new Set<HistorySeries>();
  const mistakes: string[] = [];
  let right = 0;
  for (const series of found) {
    const truth = match(history, series);
    if (truth && !met.has(truth)) {
      met.add(truth);
      right += 1;
    } else {
      const line = history.rows[Number(series.transactionIds[0])];
      mistakes.push(
        `found ${series.cadence} ×${series.transactionIds.length} ${line?.description ?? ''} (${line?.series ?? 'noise'})`,
      );
    }
  }
  const wanted = history.series.filter((series) => series.mature);
  const weekly = wanted.filter((series) => series.cadence === 'weekly');
  for (const series of wanted) {
    if (met.has(series)) continue;
    const line = history.rows.find((row) => row.series === series.id);
    mistakes.push(`missed ${series.cadence} ×${series.occurrences} ${line?.description ?? ''}`);
  }
  return {
    right,
    found: found.length,
    wanted: wanted.length,
    met: wanted.filter((series) => met.has(series)).length,
    weekly: { wanted: weekly.length, met: weekly.filter((series) => met.has(series)).length },
    mistakes,
  };
}

function match(history: History, series: RecurringSeries): HistorySeries | null {
  const votes = new Map<string, number>();
  for (const id of series.transactionIds) {
    const owner = history.rows[Number(id)]?.series;
    if (owner) votes.set(owner, (votes.get(owner) ?? 0) + 1);
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1]);
  const truth = history.series.find(({ id }) => id === winner?.[0]);
  if (!winner || !truth || truth.cadence !== series.cadence || truth.direction !== series.direction)
    return null;
  const enough = winner[1] > series.transactionIds.length * 0.6 && winner[1] > truth.occurrences * 0.6;
  return enough ? truth : null;
}
