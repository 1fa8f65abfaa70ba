import type { RawItem, SummaryFigure } from './model.js';

/** The figure of a kind that prints a value, or null. */
export function figureMatches(
  figures: readonly SummaryFigure[],
  kind: SummaryFigure['kind'],
  value: number,
): SummaryFigure | null {
  return figures.find((figure) => figure.kind === kind && figure.amount.magnitude === value) ?? null;
}

const wholeTotal =
  /^(?:money (?:in|out)|paid (?:in|out)|payments (?:in|out))$|^total (?:amount of )?(?:deposits?|credits?|withdrawals?|debits?|money (?:in|out)|paid (?:in|out)|payments? (?:in|out)|deposits? (?:and|&|\/) (?:other )?credits?|withdrawals? (?:and|&|\/) (?:other )?debits?|deposits?\/credits?|withdrawals?\/debits?)\b/i;

/** Sums of the rows of each section, for totals that cover one only. */
export function sectionSums(items: readonly RawItem[], amounts: readonly (number | null)[]): Set<number> {
  const sums = new Map<number, number>();
  items.forEach((item, index) => {
    sums.set(item.sectionId, (sums.get(item.sectionId) ?? 0) + (amounts[index] ?? 0));
  });
  return new Set([...sums.values()].map(Math.abs));
}

/**
 * The printed total of one side: the one that agrees, else the only one whose label claims the whole side and that no
 * section's rows explain.
 */
export function printedTotal(
  figures: readonly SummaryFigure[],
  side: 'in' | 'out',
  value: number,
  owed: boolean,
  sections: ReadonlySet<number>,
): SummaryFigure | null {
  const kinds = [`total-${side}`, ...(owed === (side === 'in') ? ['total-payments'] : [])];
  const own = figures.filter((figure) => kinds.includes(figure.kind));
  const match = own.find((figure) => figure.amount.magnitude === value);
  if (match) return match;
  const claims = own.filter((figure) => wholeTotal.test(figure.label));
  const [claim] = claims;
  const alone = own.every((figure) => figure.amount.magnitude === claim?.amount.magnitude);
  return claim && alone && !sections.has(claim.amount.magnitude) ? claim : null;
}
