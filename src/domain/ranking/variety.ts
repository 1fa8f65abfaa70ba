/**
 * Maximal marginal relevance (Carbonell and Goldstein, 1998): from the best, takes one after another what scores high
 * and is unlike what was taken.
 * @param pool candidates, best first
 * @param price how much score one whole likeness costs, relative to the best score
 */
export function varied(
  pool: readonly number[],
  scoreOf: (item: number) => number,
  likeness: (a: number, b: number) => number,
  limit: number,
  price: number,
): number[] {
  const left = [...pool];
  const taken: number[] = [];
  const scale = Math.max(...pool.map(scoreOf), 0) || 1;
  const closest = new Map<number, number>(left.map((item) => [item, 0]));
  while (taken.length < limit && left.length > 0) {
    let bestAt = 0;
    let bestValue = Number.NEGATIVE_INFINITY;
    left.forEach((item, at) => {
      const value = scoreOf(item) / scale - price * (closest.get(item) ?? 0);
      if (value > bestValue) {
        bestValue = value;
        bestAt = at;
      }
    });
    const [item] = left.splice(bestAt, 1);
    if (item === undefined) break;
    taken.push(item);
    for (const other of left) closest.set(other, Math.max(closest.get(other) ?? 0, likeness(item, other)));
  }
  return taken;
}
