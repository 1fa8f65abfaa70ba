import type { Labelled, Step } from './rows.js';
import { sum, type Way } from './ways.js';

/** Figures between a subtotal and a total: more of them are another table. */
const MOST_STEPS = 8;

/** The figures printed between two lines of one page, each at the right end of its own line. */
function between(from: Labelled, to: Labelled, steps: readonly Step[]): readonly Step[] {
  const onPage = steps.filter(({ line }) => line.page === from.line.page && line.page === to.line.page);
  return onPage.filter(({ line }) => line.line > from.line.line && line.line < to.line.line);
}

/** Whether all that is printed between a first sum and a later one is exactly what lies between the two. */
export function isBridged(from: Labelled, to: Labelled, steps: readonly Step[]): boolean {
  const all = between(from, to, steps);
  if (all.length === 0 || all.length > MOST_STEPS) return false;
  return sum(all.map(({ value }) => value)) === to.value - from.value;
}

/**
 * The ways in which a subtotal and everything printed between it and a total, whatever it is called, come to that
 * total: levies, stamps and charges need no words that are known.
 */
export function bridgesTo(
  total: Labelled,
  subtotals: readonly Labelled[],
  labelled: readonly Labelled[],
  steps: readonly Step[],
): Way[] {
  return subtotals
    .filter((label) => isBridged(label, total, steps))
    .map((label): Way => {
      const taxes = labelled.filter(
        ({ role, line, value }) =>
          role === 'tax' &&
          between(label, total, steps).some((step) => step.line === line && step.value === value),
      );
      const tax = sum(taxes.map(({ value }) => value));
      return { total, base: { value: label.value, items: null, label }, tax, tip: 0, parts: 1 };
    });
}
