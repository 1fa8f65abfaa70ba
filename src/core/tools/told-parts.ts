import type { StatedPart } from '../../domain/analysis/records.js';
import type { Money } from '../../domain/money.js';

/** A figure as it was told, a month: its sum, and what of it was told by name. */
export interface ToldSum {
  readonly amount: Money;
  readonly parts: readonly StatedPart[];
}

/** Needs that statements show, of which only the sum is known. */
export const SEEN = 'the rest, as your statements show it';
/** The most parts that one figure keeps. */
const MOST_PARTS = 40;

/** What of a sum was told under no name of its own. */
export function unnamedOf({ amount, parts }: ToldSum): number {
  return amount.minor - parts.reduce((sum, { minor }) => sum + minor, 0);
}

/** A part of a sum by its name; undefined where it was not told. */
export function partCalled({ parts }: ToldSum, name: string): StatedPart | undefined {
  return parts.find((part) => part.name === name);
}

/** The sum with a part at another amount, or a new part on top; a part of nothing is left out. */
export function withPart(sum: ToldSum, name: string, minor: number): ToldSum {
  const before = partCalled(sum, name)?.minor ?? 0;
  const others = sum.parts.filter((part) => part.name !== name);
  const parts = minor > 0 ? [...others, { name, minor }].slice(-MOST_PARTS) : others;
  return { amount: { ...sum.amount, minor: Math.max(0, sum.amount.minor - before + minor) }, parts };
}

/** The sum as it is, of which a part has a name from now on. */
export function withNameFor(sum: ToldSum, name: string, minor: number): ToldSum {
  const others = sum.parts.filter((part) => part.name !== name);
  return { ...sum, parts: [...others, { name, minor }].slice(-MOST_PARTS) };
}
