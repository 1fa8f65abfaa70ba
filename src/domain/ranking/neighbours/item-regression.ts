import { type ByItem, byItem, countByItem, type Interactions } from './interactions.js';
import { firstPass, type InverseFactor, inverseDiagonal, inverseFactor, secondPass } from './inverse.js';

/**
 * How much having each item speaks for each other item: a ridge regression of every item on all others with a zero
 * diagonal, in closed form (EASE; H. Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019), with a
 * ridge that grows with an item's count (dropout as in Steck's "Autoencoders that don't overfit towards the identity",
 * NeurIPS 2020). Solved over people where they are fewer than the items, over the `head` of the best known items else.
 */
export interface ItemRegression {
  /** Scores of all items for somebody with these items at these weights. Their own items' scores mean nothing. */
  score(items: readonly number[], weights: readonly number[]): Float64Array;
}

export interface RegressionOptions {
  /** Added to every item's own weight: larger trusts few co-occurrences less. */
  readonly ridge: number;
  /** Share of an item's own weight added on top. */
  readonly dropout: number;
  /** Largest side of the matrix that is inverted; time grows with its cube. */
  readonly maxSize: number;
}

/** Upper bound of pairs counted for the item-item matrix; beyond it, people are sampled evenly. */
const maxPairs = 1_200_000_000;

/** Upper bound of entries read per scored person for items outside the head. */
const maxTailEntries = 1_000_000;

/** Fits the regression. Deterministic: the same table gives the same scores. */
export function fitItemRegression(table: Interactions, options: RegressionOptions): ItemRegression {
  const counts = countByItem(table);
  const known = counts.reduce((total, count) => total + (count > 0 ? 1 : 0), 0);
  return table.people <= Math.min(known, options.maxSize)
    ? fitOverPeople(table, options)
    : fitOverItems(table, counts, options);
}

function ridges(table: Interactions, options: RegressionOptions): Float64Array {
  const own = new Float64Array(table.items);
  table.itemAt.forEach((item, at) => {
    own[item] = (own[item] as number) + (table.weightAt[at] as number) ** 2;
  });
  return own.map((weight) => options.ridge + options.dropout * weight);
}

/** Fewer people than items: (XᵀX + D)⁻¹ = D⁻¹ − D⁻¹Xᵀ(I + XD⁻¹Xᵀ)⁻¹XD⁻¹ needs a matrix of people only. */
function fitOverPeople(table: Interactions, options: RegressionOptions): ItemRegression {
  const { people, items } = table;
  const ridge = ridges(table, options);
  const columns = byItem(table);
  const kernel = new Float64Array(people * people);
  for (let item = 0; item < items; item += 1) {
    addOuter(kernel, people, columns, item, 1 / (ridge[item] as number));
  }
  for (let person = 0; person < people; person += 1) {
    kernel[person * people + person] = (kernel[person * people + person] as number) + 1;
  }
  const factor = inverseFactor(kernel, people);
  const explained = explainedShares(factor, columns, ridge, items);
  return { score: (at, weights) => scoreOverPeople(table, columns, factor, ridge, explained, at, weights) };
}

function addOuter(kernel: Float64Array, people: number, columns: ByItem, item: number, scale: number): void {
  const from = columns.starts[item] as number;
  const to = columns.starts[item + 1] as number;
  for (let a = from; a < to; a += 1) {
    const row = (columns.personAt[a] as number) * people;
    const weight = (columns.weightAt[a] as number) * scale;
    for (let b = from; b <= a; b += 1) {
      const column = columns.personAt[b] as number;
      kernel[row + column] = (kernel[row + column] as number) + weight * (columns.weightAt[b] as number);
    }
  }
}

/** q_j = x_j·K⁻¹·x_j / d_j: how much of item j the people's kernel explains; 1 − q_j scales its scores. */
function explainedShares(
  factor: InverseFactor,
  columns: ByItem,
  ridge: Float64Array,
  items: number,
): Float64Array {
  const shares = new Float64Array(items);
  for (let item = 0; item < items; item += 1) {
    const from = columns.starts[item] as number;
    const to = columns.starts[item + 1] as number;
    if (from === to) continue;
    const first = firstPass(factor, columns.personAt.subarray(from, to), columns.weightAt.subarray(from, to));
    let total = 0;
    for (const value of first) total += value * value;
    shares[item] = total / (ridge[item] as number);
  }
  return shares;
}

function scoreOverPeople(
  table: Interactions,
  columns: ByItem,
  factor: InverseFactor,
  ridge: Float64Array,
  explained: Float64Array,
  at: readonly number[],
  weights: readonly number[],
): Float64Array {
  const likeness = new Float64Array(table.people);
  at.forEach((item, index) => {
    const weight = (weights[index] as number) / (ridge[item] as number);
    for (let slot = columns.starts[item] as number; slot < (columns.starts[item + 1] as number); slot += 1) {
      const person = columns.personAt[slot] as number;
      likeness[person] = (likeness[person] as number) + weight * (columns.weightAt[slot] as number);
    }
  });
  const everybody = Int32Array.from(likeness.keys());
  const shares = secondPass(factor, firstPass(factor, everybody, likeness));
  const scores = new Float64Array(table.items);
  for (let item = 0; item < table.items; item += 1) {
    let total = 0;
    for (let slot = columns.starts[item] as number; slot < (columns.starts[item + 1] as number); slot += 1) {
      total += (shares[columns.personAt[slot] as number] as number) * (columns.weightAt[slot] as number);
    }
    scores[item] = total / Math.max(1 - (explained[item] as number), 1e-6);
  }
  return scores;
}

/** Items by count, best known first, ties by index. */
function headOf(counts: Float64Array, size: number): Int32Array {
  const known = [...counts.keys()].filter((item) => (counts[item] as number) > 0);
  known.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  return Int32Array.from(known.slice(0, size));
}

/** Every how many-th person is counted, so that the pairs stay within their bound. */
function stride(table: Interactions): number {
  let pairs = 0;
  for (let person = 0; person < table.people; person += 1) {
    const length = (table.starts[person + 1] as number) - (table.starts[person] as number);
    pairs += (length * length) / 2;
  }
  return Math.max(1, Math.ceil(pairs / maxPairs));
}

/** Everything that scoring over the head needs. */
interface HeadModel {
  readonly table: Interactions;
  readonly place: Int32Array;
  readonly head: Int32Array;
  readonly factor: InverseFactor;
  readonly diagonal: Float64Array;
  readonly tailPeople: Int32Array;
  readonly tailScale: number;
}

function fitOverItems(table: Interactions, counts: Float64Array, options: RegressionOptions): ItemRegression {
  const head = headOf(counts, options.maxSize);
  const size = head.length;
  const place = new Int32Array(table.items).fill(-1);
  head.forEach((item, index) => {
    place[item] = index;
  });
  const step = stride(table);
  const gram = gramOf(table, place, size, step);
  const ridge = ridges(table, options);
  head.forEach((item, index) => {
    const at = index * size + index;
    // A sampled matrix is smaller by the step; the ridge shrinks with it, and the scores stay as they are.
    gram[at] = (gram[at] as number) + (ridge[item] as number) / step;
  });
  const factor = inverseFactor(gram, size);
  const model = {
    table,
    place,
    head,
    factor,
    diagonal: inverseDiagonal(factor),
    ...tailOf(table, place, step),
  };
  return { score: (at, weights) => scoreOverItems(model, at, weights) };
}

/** Lower triangle of XᵀX over the head. */
function gramOf(table: Interactions, place: Int32Array, size: number, step: number): Float64Array {
  const gram = new Float64Array(size * size);
  const at = new Int32Array(size);
  const weights = new Float64Array(size);
  for (let person = 0; person < table.people; person += step) {
    let length = 0;
    for (let slot = table.starts[person] as number; slot < (table.starts[person + 1] as number); slot += 1) {
      const index = place[table.itemAt[slot] as number] as number;
      if (index < 0) continue;
      at[length] = index;
      weights[length] = table.weightAt[slot] as number;
      length += 1;
    }
    for (let a = 0; a < length; a += 1) {
      const first = at[a] as number;
      const weight = weights[a] as number;
      for (let b = 0; b <= a; b += 1) {
        const second = at[b] as number;
        const cell = first > second ? first * size + second : second * size + first;
        gram[cell] = (gram[cell] as number) + weight * (weights[b] as number);
      }
    }
  }
  return gram;
}

/** People who have items outside the head, at most `maxTailEntries` of the table's entries between them. */
function tailOf(
  table: Interactions,
  place: Int32Array,
  step: number,
): { tailPeople: Int32Array; tailScale: number } {
  const people: number[] = [];
  let entries = 0;
  for (let person = 0; person < table.people; person += 1) {
    const from = table.starts[person] as number;
    const to = table.starts[person + 1] as number;
    if (!table.itemAt.subarray(from, to).some((item) => (place[item] as number) < 0)) continue;
    people.push(person);
    entries += to - from;
  }
  const skip = Math.max(1, Math.ceil(entries / maxTailEntries));
  const sampled = Int32Array.from(people.filter((_, index) => index % skip === 0));
  return { tailPeople: sampled, tailScale: skip / step };
}

/**
 * Head items by the closed form; for an item outside the head, the ridge regression on the head's items, whose
 * coefficients are (XᵀX + D)⁻¹ times its co-occurrences with them.
 */
function scoreOverItems(model: HeadModel, at: readonly number[], weights: readonly number[]): Float64Array {
  const { table, place, head } = model;
  const known: number[] = [];
  const strengths: number[] = [];
  at.forEach((item, index) => {
    if ((place[item] as number) < 0) return;
    known.push(place[item] as number);
    strengths.push(weights[index] as number);
  });
  const scores = new Float64Array(table.items);
  if (known.length === 0) return scores;
  const row = secondPass(model.factor, firstPass(model.factor, known, strengths));
  head.forEach((item, index) => {
    scores[item] = -(row[index] as number) / (model.diagonal[index] as number);
  });
  for (const person of model.tailPeople) addTail(model, row, person, scores);
  return scores;
}

function addTail(model: HeadModel, row: Float64Array, person: number, scores: Float64Array): void {
  const { table, place } = model;
  const from = table.starts[person] as number;
  const to = table.starts[person + 1] as number;
  let likeness = 0;
  for (let slot = from; slot < to; slot += 1) {
    const index = place[table.itemAt[slot] as number] as number;
    if (index >= 0) likeness += (row[index] as number) * (table.weightAt[slot] as number);
  }
  for (let slot = from; slot < to; slot += 1) {
    const item = table.itemAt[slot] as number;
    if ((place[item] as number) >= 0) continue;
    scores[item] = (scores[item] as number) + likeness * model.tailScale * (table.weightAt[slot] as number);
  }
}
