/** One person's choice: rows of features for what was to choose from, and which of them were taken. */
export interface Choice {
  /** Row-major, `width` numbers for each alternative. */
  readonly features: Float64Array;
  readonly taken: readonly number[];
}

export interface ChoiceOptions {
  /** Where the weights are drawn to, and how strongly: the precision of a Gaussian around each. */
  readonly start: Float64Array;
  readonly precision: Float64Array;
}

export interface FittedChoice {
  readonly weights: Float64Array;
  /** Mean log likelihood of what was taken. */
  readonly likelihood: number;
}

const rounds = 12;
/** A step that moves no weight by this much ends the search. */
const still = 1e-4;

interface Sums {
  value: number;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

/** Somebody with forty likes says more than somebody with ten, and not four times as much. */
const say = ({ taken }: Choice): number => 1 / Math.sqrt(Math.max(1, taken.length));

function addChoice(choice: Choice, weights: Float64Array, sums: Sums): void {
  const width = weights.length;
  const count = choice.features.length / width;
  const shares = new Float64Array(count);
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at += 1) {
    let score = 0;
    for (let k = 0; k < width; k += 1)
      score += (weights[k] as number) * (choice.features[at * width + k] as number);
    shares[at] = score;
    most = Math.max(most, score);
  }
  const taken = choice.taken.map((at) => shares[at] as number);
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    shares[at] = Math.exp((shares[at] as number) - most);
    total += shares[at] as number;
  }
  const weight = say(choice);
  for (const score of taken) sums.value += weight * (score - most - Math.log(total));
  addSlopes(choice, shares, total, weight, sums);
}

function addSlopes(
  { features, taken }: Choice,
  shares: Float64Array,
  total: number,
  weight: number,
  { gradient, curvature }: Sums,
): void {
  const width = gradient.length;
  const mean = new Float64Array(width);
  const square = new Float64Array(width * width);
  for (let at = 0; at < shares.length; at += 1) {
    const share = (shares[at] as number) / total;
    if (share < 1e-9) continue;
    const row = at * width;
    for (let k = 0; k < width; k += 1) {
      const value = share * (features[row + k] as number);
      if (value === 0) continue;
      mean[k] = (mean[k] as number) + value;
      for (let l = 0; l <= k; l += 1)
        square[k * width + l] = (square[k * width + l] as number) + value * (features[row + l] as number);
    }
  }
  const events = weight * taken.length;
  for (let k = 0; k < width; k += 1) {
    let own = 0;
    for (const at of taken) own += features[at * width + k] as number;
    gradient[k] = (gradient[k] as number) + weight * own - events * (mean[k] as number);
    for (let l = 0; l <= k; l += 1)
      curvature[k * width + l] =
        (curvature[k * width + l] as number) +
        events * ((square[k * width + l] as number) - (mean[k] as number) * (mean[l] as number));
  }
}

/** Solves a small symmetric positive definite system, lower triangle given, by Cholesky. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const lower = matrix.slice();
  const out = right.slice();
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let value = lower[i * size + j] as number;
      for (let k = 0; k < j; k += 1)
        value -= (lower[i * size + k] as number) * (lower[j * size + k] as number);
      lower[i * size + j] =
        i === j ? Math.sqrt(Math.max(value, 1e-9)) : value / (lower[j * size + j] as number);
    }
    for (let k = 0; k < i; k += 1)
      out[i] = (out[i] as number) - (lower[i * size + k] as number) * (out[k] as number);
    out[i] = (out[i] as number) / (lower[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1)
      out[i] = (out[i] as number) - (lower[k * size + i] as number) * (out[k] as number);
    out[i] = (out[i] as number) / (lower[i * size + i] as number);
  }
  return out;
}

function sumsAt(choices: readonly Choice[], weights: Float64Array, options: ChoiceOptions): Sums {
  const width = weights.length;
  const sums: Sums = {
    value: 0,
    gradient: new Float64Array(width),
    curvature: new Float64Array(width * width),
  };
  for (const choice of choices) addChoice(choice, weights, sums);
  for (let k = 0; k < width; k += 1) {
    const precision = options.precision[k] as number;
    const away = (weights[k] as number) - (options.start[k] as number);
    sums.value -= 0.5 * precision * away * away;
    sums.gradient[k] = (sums.gradient[k] as number) - precision * away;
    sums.curvature[k * width + k] = (sums.curvature[k * width + k] as number) + precision;
  }
  return sums;
}

/**
 * The weights under which what was taken was the likeliest to be taken: a conditional logit (McFadden 1974), by Newton's
 * method with halved steps, drawn to `start` where the choices say little. The problem has one optimum; deterministic.
 */
export function fitChoices(choices: readonly Choice[], options: ChoiceOptions): FittedChoice {
  let weights = options.start.slice();
  let sums = sumsAt(choices, weights, options);
  for (let round = 0; round < rounds; round += 1) {
    const step = solve(sums.curvature, sums.gradient);
    let scale = 1;
    let next = sums;
    let moved = weights;
    for (let tries = 0; tries < 6; tries += 1) {
      moved = weights.map((weight, k) => weight + scale * (step[k] as number));
      next = sumsAt(choices, moved, options);
      if (next.value >= sums.value) break;
      scale /= 2;
    }
    if (next.value < sums.value) break;
    const largest = step.reduce((most, value) => Math.max(most, Math.abs(value * scale)), 0);
    weights = moved;
    sums = next;
    if (largest < still) break;
  }
  const events = choices.reduce((total, choice) => total + say(choice) * choice.taken.length, 0);
  return { weights, likelihood: sums.value / Math.max(1, events) };
}
