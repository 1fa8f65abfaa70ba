import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';

/** Sums of a long measurement, taken in slices: the next run goes on from where the file says. */
export interface KeptTotals<Totals> {
  readonly before: Totals;
  save(totals: Totals): void;
}

/** @param path where the sums are kept; without one each run begins anew */
export function keptTotals<Totals>(
  path: string | undefined,
  schema: z.ZodType<Totals>,
  nothing: Totals,
): KeptTotals<Totals> {
  const before = path && existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : nothing;
  return {
    before,
    save(totals) {
      if (path) writeFileSync(path, JSON.stringify(totals));
    },
  };
}

/** The counts of `more` on top of those of `counts`. */
export function addCounts(
  counts: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = { ...counts };
  for (const [name, times] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + times;
  return sum;
}
