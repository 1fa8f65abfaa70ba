import { type ByItem, byItem, countByItem, type Interactions, packRows, type Row } from './interactions.js';
import { firstPass, type InverseFactor, inverseDiagonal, inverseFactor, secondPass } from './inverse.js';

/**
 * How much having each item speaks for each other item: a ridge regression of every item on all others with a zero
 * diagonal, in closed form (EASE; H. Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019), with a
 * ridge that grows with an item's count (dropout as in Steck's "Autoencoders that don't overfit towards the identity",
 * NeurIPS 2020). Solved over people where they are fewer than the items, over the `head` of the best known items else.
 */
export interface ItemRegression {
  /** Scores of all items for each row's person. The scores of a person's own items mean nothing. */
  scoreAll(rows: readonly Row[]): Float64Array[];
}

export interface RegressionOptions {
  /** Added to every item's own weight: larger trusts few co-occurrences less. */
  readonly ridge: number;
  /** Share of an item's own weight added on top. */
  readonly dropout: number;
  /** Largest side of the matrix that is inverted; time grows with its cube. */
  readonly maxSize: number;
  /** Whether items outside the head are scored too. */
  readonly tail: boolean;
  /** Upper bound of pairs counted for the item-item matrix; beyond it, people are sampled evenly. */
  readonly maxPairs: number;
}

/** Upper bound of entries read per scored person for items outside the head. */
const maxTailEntries = 800_000;

/** Fits the regression. Deterministic: the same table gives the same scores. */
export function fitItemRegression(table: Interactions, options: RegressionOptions): ItemRegression {
  const [fitted] = fitItemRegressions(table, [options.ridge], options);
  if (fitted === undefined) throw new Error('One ridge gives one regression.');
  return fitted.model;
}

/** Fits one regression for each ridge; what does not depend on the ridge is counted once. They come one at a time. */
export function* fitItemRegressions(
  table: Interactions,
  ridgeChoices: readonly number[],
  options: RegressionOptions,
): Generator<{ readonly ridge: number; readonly model: ItemRegression }> {
  const counts = countByItem(table);
  const known = counts.reduce((total, count) => total + (count > 0 ? 1 : 0), 0);
  const overPeople = table.people <= Math.min(known, options.maxSize);
  const counted = overPeople ? null : countPairs(table, counts, options);
  for (const ridge of ridgeChoices) {
    const chosen = { ...options, ridge };
    yield {
      ridge,
      model: counted === null ? fitOverPeople(table, chosen) : fitOverItems(table, counted, chosen),
    };
  }
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
  const everybody = Int32Array.from({ length: people }, (_, person) => person);
  return {
    scoreAll(rows) {
      const firsts = rows.map((row) =>
        firstPass(factor, everybody, likenessToPeople(columns, people, ridge, row)),
      );
      return secondPass(factor, firsts).map((shares) => scoresFromPeople(columns, shares, explained));
    },
  };
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

function likenessToPeople(columns: ByItem, people: number, ridge: Float64Array, row: Row): Float64Array {
  const likeness = new Float64Array(people);
  for (let index = 0; index < row.items.length; index += 1) {
    const item = row.items[index] as number;
    const weight = (row.weights[index] as number) / (ridge[item] as number);
    for (let slot = columns.starts[item] as number; slot < (columns.starts[item + 1] as number); slot += 1) {
      const person = columns.personAt[slot] as number;
      likeness[person] = (likeness[person] as number) + weight * (columns.weightAt[slot] as number);
    }
  }
  return likeness;
}

function scoresFromPeople(columns: ByItem, shares: Float64Array, explained: Float64Array): Float64Array {
  return explained.map((share, item) => {
    let total = 0;
    const to = columns.starts[item + 1] as number;
    for (let slot = columns.starts[item] as number; slot < to; slot += 1) {
      total += (shares[columns.personAt[slot] as number] as number) * (columns.weightAt[slot] as number);
    }
    return total / Math.max(1 - share, 1e-6);
  });
}

/** Items by count, best known first, ties by index. */
function headOf(counts: Float64Array, size: number): Int32Array {
  const known = [...counts.keys()].filter((item) => (counts[item] as number) > 0);
  known.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  return Int32Array.from(known.slice(0, size));
}

/** Every how many-th person is counted, so that the pairs stay within their bound. */
function stride(table: Interactions, maxPairs: number): number {
  let pairs = 0;
  for (let person = 0; person < table.people; person += 1) {
    const length = (table.starts[person + 1] as number) - (table.starts[person] as number);
    pairs += (length * length) / 2;
  }
  return Math.max(1, Math.ceil(pairs / maxPairs));
}

/** Everything that scoring over the head needs. */
interface HeadModel {
  readonly items: number;
  readonly place: Int32Array;
  readonly head: Int32Array;
  readonly factor: InverseFactor;
  readonly diagonal: Float64Array;
  readonly tail: Tail;
}

/** What every ridge shares: the head, and how often its items come together. */
interface CountedPairs {
  readonly head: Int32Array;
  readonly place: Int32Array;
  readonly gram: Float64Array;
  readonly step: number;
}

function countPairs(table: Interactions, counts: Float64Array, options: RegressionOptions): CountedPairs {
  const head = headOf(counts, options.maxSize);
  const place = new Int32Array(table.items).fill(-1);
  head.forEach((item, index) => {
    place[item] = index;
  });
  const step = stride(table, options.maxPairs);
  return { head, place, step, gram: gramOf(table, place, head.length, step) };
}

function fitOverItems(
  table: Interactions,
  counted: CountedPairs,
  options: RegressionOptions,
): ItemRegression {
  const { head, place, step } = counted;
  const size = head.length;
  const gram = counted.gram.slice();
  const ridge = ridges(table, options);
  head.forEach((item, index) => {
    const at = index * size + index;
    // A sampled matrix is smaller by the step; the ridge shrinks with it, and the scores stay as they are.
    gram[at] = (gram[at] as number) + (ridge[item] as number) / step;
  });
  const factor = inverseFactor(gram, size);
  const tail = options.tail ? tailOf(table, place, step) : noTail;
  const model = { items: table.items, place, head, factor, diagonal: inverseDiagonal(factor), tail };
  return { scoreAll: (rows) => scoreOverItems(model, rows) };
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

/** People who have items outside the head: their head entries and their tail entries, packed. */
interface Tail {
  readonly headStarts: Int32Array;
  readonly headAt: Int32Array;
  readonly headWeights: Float32Array;
  readonly tailStarts: Int32Array;
  readonly tailAt: Int32Array;
  readonly tailWeights: Float32Array;
  /** What one sampled person stands for. */
  readonly scale: number;
}

const noTail: Tail = {
  headStarts: new Int32Array(1),
  headAt: new Int32Array(0),
  headWeights: new Float32Array(0),
  tailStarts: new Int32Array(1),
  tailAt: new Int32Array(0),
  tailWeights: new Float32Array(0),
  scale: 1,
};

/** Samples evenly, so that at most `maxTailEntries` of the table's entries are read for a score. */
function tailOf(table: Interactions, place: Int32Array, step: number): Tail {
  const inHead = (item: number): boolean => (place[item] as number) >= 0;
  const people: number[] = [];
  let entries = 0;
  for (let person = 0; person < table.people; person += 1) {
    const row = table.itemAt.subarray(table.starts[person], table.starts[person + 1]);
    if (row.every(inHead)) continue;
    people.push(person);
    entries += row.length;
  }
  const skip = Math.max(1, Math.ceil(entries / maxTailEntries));
  const headRows: Row[] = [];
  const tailRows: Row[] = [];
  for (let index = 0; index < people.length; index += skip) {
    const person = people[index] as number;
    const items = [...table.itemAt.subarray(table.starts[person], table.starts[person + 1])];
    const weights = [...table.weightAt.subarray(table.starts[person], table.starts[person + 1])];
    const only = (wanted: boolean): Row => ({
      items: items
        .filter((item) => inHead(item) === wanted)
        .map((item) => (wanted ? (place[item] as number) : item)),
      weights: weights.filter((_, at) => inHead(items[at] as number) === wanted),
    });
    headRows.push(only(true));
    tailRows.push(only(false));
  }
  const head = packRows(headRows, table.items);
  const tail = packRows(tailRows, table.items);
  return {
    headStarts: head.starts,
    headAt: head.itemAt,
    headWeights: head.weightAt,
    tailStarts: tail.starts,
    tailAt: tail.itemAt,
    tailWeights: tail.weightAt,
    scale: skip / step,
  };
}

/**
 * Head items by the closed form; for an item outside the head, the ridge regression on the head's items, whose
 * coefficients are (XᵀX + D)⁻¹ times its co-occurrences with them.
 */
function scoreOverItems(model: HeadModel, rows: readonly Row[]): Float64Array[] {
  const { place, head, factor, diagonal } = model;
  const firsts = rows.map((row) => {
    const known = Array.from(row.items, (item) => place[item] as number);
    const weights = Array.from(row.weights, (weight, at) => ((known[at] as number) < 0 ? 0 : weight));
    return firstPass(factor, known, weights);
  });
  return secondPass(factor, firsts).map((row) => {
    const scores = new Float64Array(model.items);
    head.forEach((item, index) => {
      scores[item] = -(row[index] as number) / (diagonal[index] as number);
    });
    addTail(model.tail, row, scores);
    return scores;
  });
}

function addTail(tail: Tail, row: Float64Array, scores: Float64Array): void {
  for (let person = 0; person + 1 < tail.headStarts.length; person += 1) {
    let likeness = 0;
    const headTo = tail.headStarts[person + 1] as number;
    for (let slot = tail.headStarts[person] as number; slot < headTo; slot += 1) {
      likeness += (row[tail.headAt[slot] as number] as number) * (tail.headWeights[slot] as number);
    }
    likeness *= tail.scale;
    const tailTo = tail.tailStarts[person + 1] as number;
    for (let slot = tail.tailStarts[person] as number; slot < tailTo; slot += 1) {
      const item = tail.tailAt[slot] as number;
      scores[item] = (scores[item] as number) + likeness * (tail.tailWeights[slot] as number);
    }
  }
}
