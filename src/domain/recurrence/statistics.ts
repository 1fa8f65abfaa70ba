/** The middle value; the mean of the two middle ones for an even number; 0 for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the share lies, between neighbours by proportion; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** Standard deviation over mean; 0 for fewer than two values or a mean of 0. */
export function variation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  if (mean === 0) return 0;
  const square = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(square) / Math.abs(mean);
}

/**
 * How much an amount wavers from one payment to the next, as a share of the usual amount: the median step. A price
 * that rises once, or a single odd payment, leaves it at 0, unlike the coefficient of variation.
 */
export function unsteadiness(amounts: readonly number[]): number {
  const usual = median(amounts);
  if (usual === 0 || amounts.length < 2) return 0;
  const steps = amounts.slice(1).map((amount, at) => Math.abs(amount - (amounts[at] ?? amount)));
  if (steps.length < 3) return Math.max(...steps) / usual;
  return median(steps) / usual;
}
