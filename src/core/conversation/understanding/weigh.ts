import type { Evidence } from './evidence.js';
import { LEAST_POINTS, type ScoredKind, weights } from './weights.js';

/** What a sentence most likely is, with what speaks for it. */
export interface Weighed {
  readonly kind: ScoredKind;
  readonly points: number;
}

/** Every meaning that the signs speak for, the strongest first. */
export function weigh(evidence: Evidence): Weighed[] {
  const points = new Map<ScoredKind, number>();
  for (const weight of weights) {
    if (weight.when.every((test) => holds(evidence, test)))
      points.set(weight.kind, (points.get(weight.kind) ?? 0) + weight.points);
  }
  return [...points]
    .map(([kind, sum]) => ({ kind, points: sum }))
    .filter(({ points: sum }) => sum >= LEAST_POINTS)
    .sort((left, right) => right.points - left.points);
}

function holds(evidence: Evidence, test: string): boolean {
  return test.startsWith('!') ? !evidence.has(test.slice(1)) : evidence.has(test);
}
