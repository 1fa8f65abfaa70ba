import type { Money } from '../../domain/money.js';
import { fits } from '../../domain/ranking/effective-cost.js';
import { varied } from '../../domain/ranking/variety.js';
import { rankingWeights } from '../../domain/ranking/weights.js';
import type { PriceSensitivity } from '../ports/stores/recommendations.js';
import type { Scored, ScoredPool } from './score-candidates.js';

/** What a list must keep to. */
export interface ListRules {
  readonly limit: number;
  /** The most that one thing may cost; null: money is no object. */
  readonly most: Money | null;
  /** Money is tight: what costs nothing comes first. */
  readonly tight: boolean;
  readonly sensitivity: PriceSensitivity | null;
  /** Whether the user named a kind; if not, the list mixes kinds. */
  readonly mixed: boolean;
}

/** Score given up for variety in a list that people read, more than in an evaluation: two alike waste a line. */
const variety = { mixed: 0.25, oneKind: 0.1 };
const sameType = 0.45;
const tightBonus = 0.3;
/** Of two things about as good, the one that somebody already pays for comes first. */
const includedBonus = 0.3;
/** A price "at another point" is at most this share of the other. */
const apart = 0.75;

const costs = (scored: Scored): number =>
  scored.cost.known ? scored.cost.total.minor : Number.POSITIVE_INFINITY;
const isIncluded = (scored: Scored): boolean => scored.cost.known && scored.cost.basis === 'included';
const isFree = (scored: Scored): boolean => scored.cost.known && scored.cost.total.minor === 0;

/** What may be offered at this price: unknown prices are left out where there is a limit. */
export function affordable(scored: readonly Scored[], most: Money | null): Scored[] {
  return scored.filter(({ cost }) => fits(cost, most));
}

function adjusted(one: Scored, rules: ListRules): number {
  const weight = rankingWeights.priceSensitivity[rules.sensitivity ?? 'moderate'];
  const share =
    rules.most === null || rules.most.minor === 0 ? 0 : Math.min(1, costs(one) / rules.most.minor);
  const paidFor = isIncluded(one) ? includedBonus : rules.tight && isFree(one) ? tightBonus : 0;
  return one.score - weight * (Number.isFinite(share) ? share : 1) + paidFor;
}

/** The list: best first, unlike each other, at several price points. Everything given must be affordable. */
export function chooseList(pool: ScoredPool, offered: readonly Scored[], rules: ListRules): Scored[] {
  const scores = offered.map((one) => adjusted(one, rules));
  const order = [...offered.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const near = (a: number, b: number): number => {
    const [left, right] = [offered[a], offered[b]];
    if (left === undefined || right === undefined) return 0;
    const kind = rules.mixed && left.item.type === right.item.type ? sameType : 0;
    return Math.min(1, pool.likeness(left.item, right.item) + kind);
  };
  const chosen = varied(
    order.slice(0, rules.limit * 8),
    (at) => scores[at] ?? 0,
    near,
    rules.limit,
    rules.mixed ? variety.mixed : variety.oneKind,
  );
  const list = withPricePoints(
    chosen.flatMap((at) => offered[at] ?? []),
    order.flatMap((at) => offered[at] ?? []),
    rules,
  );
  return rules.tight ? [...list].sort((a, b) => Number(isFree(b)) - Number(isFree(a))) : list;
}

/** A list whose things all cost nearly the most that is allowed gets one that costs at most half of it. */
function withPricePoints(list: Scored[], all: readonly Scored[], rules: ListRules): Scored[] {
  if (rules.most === null || rules.most.minor === 0 || list.length < 3) return list;
  const half = rules.most.minor / 2;
  if (list.some((one) => costs(one) <= half)) return list;
  const cheaper = all.find((one) => costs(one) <= half && !list.includes(one));
  return cheaper === undefined ? list : [...list.slice(0, -1), cheaper];
}

/** The best thing that costs nothing and is not in the list. */
export function freeAlternative(offered: readonly Scored[], list: readonly Scored[]): Scored | null {
  if (list.some(isFree)) return null;
  return offered.filter(isFree).sort((a, b) => b.score - a.score)[0] ?? null;
}

/**
 * Two things alike at other prices that suit this user as well, the cheaper first; to something that costs nothing, things that
 * have a price. Likeness alone would offer a heavy strategist Monopoly.
 */
export function alternativesTo(
  pool: ScoredPool,
  one: Scored,
  offered: readonly Scored[],
  list: readonly Scored[],
): Scored[] {
  const price = costs(one);
  const taken = new Set([one, ...list].map(({ item }) => item.id));
  return offered
    .filter((other) => other.item.type === one.item.type && !taken.has(other.item.id) && other.cost.known)
    .filter((other) =>
      price === 0 ? costs(other) > 0 : costs(other) <= price * apart || costs(other) >= price / apart,
    )
    .map((other) => ({ other, likeness: pool.likeness(one.item, other.item) }))
    .filter(({ likeness }) => likeness > 0.05)
    .map(({ other, likeness }) => ({
      other,
      worth: likeness + other.score + (isIncluded(other) ? includedBonus : 0),
    }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 2)
    .map(({ other }) => other)
    .sort((a, b) => costs(a) - costs(b));
}
