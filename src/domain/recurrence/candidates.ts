import type { Payment } from './payments.js';

/** Ways of splitting one merchant's payments into sets that may be one contract each. */
export type Splitter = (payments: readonly Payment[]) => Payment[][];

/**
 * From the widest to the narrowest: all of them (where amounts may vary), by amount where a step exceeds 20 %, and by
 * exact amount, so that a contract is found among other purchases at the same merchant.
 */
export function candidateSets(amountsMayVary: boolean): readonly Splitter[] {
  return amountsMayVary ? [everything, byAmountSteps, byExactAmount] : [byAmountSteps, byExactAmount];
}

const everything: Splitter = (payments) => [[...payments]];

/** Splits the sorted amounts where a step exceeds max(2 major units, 20 %). */
const byAmountSteps: Splitter = (payments) => {
  const sorted = [...payments].sort((a, b) => a.minor - b.minor);
  const clusters: Payment[][] = [];
  let cluster: Payment[] = [];
  for (const payment of sorted) {
    const before = cluster.at(-1);
    if (before && payment.minor - before.minor > Math.max(200, before.minor * 0.2)) {
      clusters.push(cluster);
      cluster = [];
    }
    cluster.push(payment);
  }
  clusters.push(cluster);
  return clusters.filter((each) => each.length >= 2).map(inOrder);
};

const byExactAmount: Splitter = (payments) => {
  const levels = new Map<number, Payment[]>();
  for (const payment of payments) {
    const level = levels.get(payment.minor);
    if (level) level.push(payment);
    else levels.set(payment.minor, [payment]);
  }
  return [...levels.values()].filter((each) => each.length >= 2).sort((a, b) => b.length - a.length);
};

const inOrder = (payments: Payment[]): Payment[] =>
  payments.sort((a, b) => a.day - b.day || b.minor - a.minor || (a.id < b.id ? -1 : 1));
