/**
 * The inverse factor of a symmetric positive definite matrix, kept so that (row · inverse) costs two triangular passes
 * and the inverse's diagonal one. Row j holds column j of W = L⁻¹ (A = L·Lᵀ, A⁻¹ = Wᵀ·W), zero before j.
 */
export interface InverseFactor {
  readonly size: number;
  readonly columns: Float64Array;
}

const block = 48;

/** Raised when a matrix is not positive definite: the ridge on its diagonal was too small. */
export class NotPositiveDefiniteError extends Error {
  readonly code = 'NOT_POSITIVE_DEFINITE';
  constructor(row: number) {
    super(`The matrix is not positive definite at row ${row}.`);
    this.name = 'NotPositiveDefiniteError';
  }
}

/**
 * target[i][j] -= left[i] · right[j] over columns [from, to), for a rectangle of rows. Four by two rows share their
 * loads, which is what makes the cubic part affordable in plain JavaScript.
 */
function subtractProducts(
  target: Float64Array,
  left: Float64Array,
  right: Float64Array,
  size: number,
  rows: readonly [number, number],
  others: readonly [number, number],
  from: number,
  to: number,
): void {
  let i = rows[0];
  for (; i + 4 <= rows[1]; i += 4) {
    const a = i * size;
    let j = others[0];
    for (; j + 2 <= others[1]; j += 2) {
      const c = j * size;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      let s20 = 0;
      let s21 = 0;
      let s30 = 0;
      let s31 = 0;
      for (let k = from; k < to; k += 1) {
        const r0 = right[c + k] as number;
        const r1 = right[c + size + k] as number;
        const l0 = left[a + k] as number;
        const l1 = left[a + size + k] as number;
        const l2 = left[a + 2 * size + k] as number;
        const l3 = left[a + 3 * size + k] as number;
        s00 += l0 * r0;
        s01 += l0 * r1;
        s10 += l1 * r0;
        s11 += l1 * r1;
        s20 += l2 * r0;
        s21 += l2 * r1;
        s30 += l3 * r0;
        s31 += l3 * r1;
      }
      target[a + j] = (target[a + j] as number) - s00;
      target[a + j + 1] = (target[a + j + 1] as number) - s01;
      target[a + size + j] = (target[a + size + j] as number) - s10;
      target[a + size + j + 1] = (target[a + size + j + 1] as number) - s11;
      target[a + 2 * size + j] = (target[a + 2 * size + j] as number) - s20;
      target[a + 2 * size + j + 1] = (target[a + 2 * size + j + 1] as number) - s21;
      target[a + 3 * size + j] = (target[a + 3 * size + j] as number) - s30;
      target[a + 3 * size + j + 1] = (target[a + 3 * size + j + 1] as number) - s31;
    }
    for (; j < others[1]; j += 1) {
      for (let row = i; row < i + 4; row += 1) subtractOne(target, left, right, size, row, j, from, to);
    }
  }
  for (; i < rows[1]; i += 1) {
    for (let j = others[0]; j < others[1]; j += 1) {
      subtractOne(target, left, right, size, i, j, from, to);
    }
  }
}

function subtractOne(
  target: Float64Array,
  left: Float64Array,
  right: Float64Array,
  size: number,
  row: number,
  other: number,
  from: number,
  to: number,
): void {
  let total = 0;
  for (let k = from; k < to; k += 1) {
    total += (left[row * size + k] as number) * (right[other * size + k] as number);
  }
  target[row * size + other] = (target[row * size + other] as number) - total;
}

/** Cholesky in place on the lower triangle, block by block. */
function factorise(matrix: Float64Array, size: number): void {
  for (let start = 0; start < size; start += block) {
    const end = Math.min(start + block, size);
    for (let column = 0; column <= start; column += block) {
      const columnEnd = Math.min(column + block, size);
      subtractProducts(matrix, matrix, matrix, size, [start, end], [column, columnEnd], 0, column);
      for (let i = start; i < end; i += 1) {
        for (let j = column; j < Math.min(columnEnd, i + 1); j += 1) {
          finishEntry(matrix, size, i, j, column);
        }
      }
    }
  }
}

function finishEntry(matrix: Float64Array, size: number, i: number, j: number, from: number): void {
  let value = matrix[i * size + j] as number;
  for (let k = from; k < j; k += 1) {
    value -= (matrix[i * size + k] as number) * (matrix[j * size + k] as number);
  }
  if (i !== j) {
    matrix[i * size + j] = value / (matrix[j * size + j] as number);
    return;
  }
  if (!(value > 0)) throw new NotPositiveDefiniteError(i);
  matrix[i * size + i] = Math.sqrt(value);
}

/** Columns of L⁻¹ as rows, by blocked forward substitution. */
function invertLower(lower: Float64Array, size: number): Float64Array {
  const columns = new Float64Array(size * size);
  const work = new Float64Array(block * size);
  for (let start = 0; start < size; start += block) {
    const end = Math.min(start + block, size);
    const rows = lower.subarray(start * size, end * size);
    work.fill(0);
    for (let others = 0; others < end; others += block) {
      const othersEnd = Math.min(others + block, end);
      subtractProducts(work, rows, columns, size, [0, end - start], [others, othersEnd], others, start);
    }
    for (let i = start; i < end; i += 1) {
      const diagonal = lower[i * size + i] as number;
      for (let j = 0; j <= i; j += 1) {
        let value = (work[(i - start) * size + j] as number) + (i === j ? 1 : 0);
        for (let k = Math.max(start, j); k < i; k += 1) {
          value -= (lower[i * size + k] as number) * (columns[j * size + k] as number);
        }
        columns[j * size + i] = value / diagonal;
      }
    }
  }
  return columns;
}

/**
 * Factorises a symmetric positive definite matrix (row-major, lower triangle read; it is overwritten).
 * About size³/3 multiplications. @throws NotPositiveDefiniteError
 */
export function inverseFactor(matrix: Float64Array, size: number): InverseFactor {
  factorise(matrix, size);
  return { size, columns: invertLower(matrix, size) };
}

/** The diagonal of the inverse. */
export function inverseDiagonal(factor: InverseFactor): Float64Array {
  const { size, columns } = factor;
  const diagonal = new Float64Array(size);
  for (let j = 0; j < size; j += 1) {
    let total = 0;
    for (let i = j; i < size; i += 1) total += (columns[j * size + i] as number) ** 2;
    diagonal[j] = total;
  }
  return diagonal;
}

/** W · x for a sparse x: the first of the two passes. */
export function firstPass(
  factor: InverseFactor,
  at: ArrayLike<number>,
  values: ArrayLike<number>,
): Float64Array {
  const { size, columns } = factor;
  const out = new Float64Array(size);
  for (let index = 0; index < at.length; index += 1) {
    const j = at[index] as number;
    const value = values[index] as number;
    if (value === 0) continue;
    const row = j * size;
    for (let i = j; i < size; i += 1) out[i] = (out[i] as number) + value * (columns[row + i] as number);
  }
  return out;
}

/** How many vectors go through the second pass together. */
export const passWidth = 4;

/**
 * Wᵀ · t: the second pass, which completes x · A⁻¹. The factor is far larger than any cache, so `passWidth` vectors share
 * each reading of it. @returns one vector for each of the first pass's
 */
export function secondPass(factor: InverseFactor, firsts: readonly Float64Array[]): Float64Array[] {
  const outs = firsts.map(() => new Float64Array(factor.size));
  const idle = new Float64Array(factor.size);
  for (let at = 0; at < firsts.length; at += passWidth) {
    const taken = [0, 1, 2, 3].map((offset) => firsts[at + offset] ?? idle);
    const given = [0, 1, 2, 3].map((offset) => outs[at + offset] ?? idle);
    secondPassOfFour(factor, taken, given);
    idle.fill(0);
  }
  return outs;
}

function secondPassOfFour(
  { size, columns }: InverseFactor,
  [a, b, c, d]: readonly Float64Array[],
  [outA, outB, outC, outD]: readonly Float64Array[],
): void {
  if (!a || !b || !c || !d || !outA || !outB || !outC || !outD) return;
  for (let j = 0; j < size; j += 1) {
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    let sumD = 0;
    const row = j * size;
    for (let i = j; i < size; i += 1) {
      const value = columns[row + i] as number;
      sumA += value * (a[i] as number);
      sumB += value * (b[i] as number);
      sumC += value * (c[i] as number);
      sumD += value * (d[i] as number);
    }
    outA[j] = sumA;
    outB[j] = sumB;
    outC[j] = sumC;
    outD[j] = sumD;
  }
}
