/**
 * What earlier periods leave over. Each period may use B + clamp(carry, −.5 B, +B); what it does not use (or overspends)
 * is the next one's carry. @param spent minor units of the earlier periods, oldest first
 * @returns the carry into the current period, clamped, whole minor units.
 */
export function carryInto(budget: number, spent: readonly number[]): number {
  const clamp = (carry: number) => Math.min(budget, Math.max(-Math.floor(budget / 2), Math.trunc(carry)));
  return spent.reduce((carry, used) => clamp(budget + carry - used), 0);
}
