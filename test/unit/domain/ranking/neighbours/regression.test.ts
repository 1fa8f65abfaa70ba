import { describe, expect, it } from '@jest/globals';
import { packRows } from '../../../../../src/domain/ranking/neighbours/interactions.js';
import {
  firstPass,
  inverseDiagonal,
  inverseFactor,
  secondPass,
} from '../../../../../src/domain/ranking/neighbours/inverse.js';
import { fitItemRegression } from '../../../../../src/domain/ranking/neighbours/item-regression.js';
import { learnScale, likeWeight } from '../../../../../src/domain/ranking/neighbours/liking.js';
import { fc } from '../../../../support/properties.js';
import { randomFrom } from '../../../../support/ratings/world.js';

function definite(size: number, seed: number): Float64Array {
  const random = randomFrom(seed);
  const root = Float64Array.from({ length: size * size }, () => random() - 0.5);
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      let total = i === j ? 1 : 0;
      for (let k = 0; k < size; k += 1) total += (root[i * size + k] ?? 0) * (root[j * size + k] ?? 0);
      matrix[i * size + j] = total;
    }
  }
  return matrix;
}

describe('the inverse of a matrix', () => {
  it.each([1, 3, 47, 48, 49, 101])('of size %s times the matrix is one', (size) => {
    const matrix = definite(size, size);
    const factor = inverseFactor(matrix.slice(), size);
    const wanted = size >> 1;
    const [row] = secondPass(factor, [firstPass(factor, [wanted], [1])]);
    for (let j = 0; j < size; j += 1) {
      let product = 0;
      for (let i = 0; i < size; i += 1) product += (row?.[i] ?? 0) * (matrix[i * size + j] ?? 0);
      expect(product).toBeCloseTo(j === wanted ? 1 : 0, 8);
    }
    expect(inverseDiagonal(factor)[wanted]).toBeCloseTo(row?.[wanted] ?? 0, 10);
  });

  it('is refused for a matrix that has none', () => {
    expect(() => inverseFactor(Float64Array.from([1, 0, 0, -1]), 2)).toThrow('not positive definite');
  });
});

const tables = fc
  .tuple(
    fc.integer({ min: 1, max: 10_000 }),
    fc.integer({ min: 4, max: 14 }),
    fc.integer({ min: 4, max: 14 }),
  )
  .map(([seed, people, items]) => {
    const random = randomFrom(seed);
    const rows = Array.from({ length: people }, () => {
      const own = Array.from({ length: items }, (_, item) => item).filter(() => random() < 0.5);
      return { items: own, weights: own.map(() => 0.2 + random()) };
    });
    return { rows, items, people };
  });

describe('the regression of items on items', () => {
  it('gives the same scores over people and over items', () => {
    fc.assert(
      fc.property(tables, ({ rows, items, people }) => {
        const options = { ridge: 1.5, dropout: 0.2, tail: true, maxPairs: 1e9 };
        const table = packRows(rows, items);
        // More items than people are solved over people; repeated rows force the other way without changing the ratios.
        const known = new Set(rows.flatMap((row) => row.items)).size;
        fc.pre(known > 2 && people <= known);
        const overPeople = fitItemRegression(table, { ...options, maxSize: 100 });
        const padding = Array.from({ length: items }, () => ({ items: [], weights: [] }));
        const overItems = fitItemRegression(packRows([...rows, ...padding], items), {
          ...options,
          maxSize: 100,
        });
        const query = rows[0] ?? { items: [], weights: [] };
        const [a] = overPeople.scoreAll([query]);
        const [b] = overItems.scoreAll([query]);
        const own = new Set(query.items);
        for (let item = 0; item < items; item += 1) {
          if (!own.has(item)) expect(a?.[item] ?? 0).toBeCloseTo(b?.[item] ?? 0, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts what goes together first, also outside the head', () => {
    const together = Array.from({ length: 30 }, (_, person) =>
      person % 2 === 0 ? { items: [0, 1, 2], weights: [1, 1, 1] } : { items: [3, 4, 5], weights: [1, 1, 1] },
    );
    for (const maxSize of [100, 4]) {
      const model = fitItemRegression(packRows(together, 6), {
        ridge: 1,
        dropout: 0,
        maxSize,
        tail: true,
        maxPairs: 1e9,
      });
      const [scores] = model.scoreAll([{ items: [0], weights: [1] }]);
      for (const near of [1, 2])
        for (const far of [3, 4, 5]) expect(scores?.[near]).toBeGreaterThan(scores?.[far] ?? 0);
    }
  });
});

describe('what a value says', () => {
  it.each([
    ['stars', [1, 2, 3, 3.5, 4, 4, 4.5, 5, 5], 4.5, 2],
    ['points', [1, 5, 6, 7, 7, 8, 8, 9, 10], 9, 4],
    ['a hundred', [10, 40, 60, 70, 75, 80, 90, 95, 100], 90, 40],
  ])('is learnt from %s', (_name, values, high, low) => {
    const scale = learnScale(Float64Array.from(values));
    expect(scale.kind).toBe('rated');
    expect(scale.weightOf(high)).toBeGreaterThanOrEqual(likeWeight);
    expect(scale.weightOf(low)).toBeLessThan(0.4);
  });

  it.each([
    ['thumbs', [-1, 1, 1, 1], 1, -1],
    ['thumbs, mostly down', [-1, -1, -1, 1], 1, -1],
    ['yes and no', [0, 0, 0, 1], 1, 0],
    ['a share of one', [0.1, 0.4, 0.6, 0.8, 0.9, 1], 0.9, 0.3],
  ])('is learnt from %s', (_name, values, high, low) => {
    const scale = learnScale(Float64Array.from(values));
    expect(scale.weightOf(high)).toBeGreaterThanOrEqual(likeWeight);
    expect(scale.weightOf(low)).toBeLessThan(0.4);
  });

  it('takes any use for a like, more of it for more', () => {
    const scale = learnScale(Float64Array.from([0.1, 0.5, 1, 1, 2, 3, 8, 40, 900]));
    expect(scale.kind).toBe('used');
    expect(scale.weightOf(0.1)).toBeGreaterThanOrEqual(likeWeight);
    expect(scale.weightOf(40)).toBeGreaterThan(scale.weightOf(1));
  });

  it('makes nothing of one value alone', () => {
    expect(learnScale(Float64Array.from([1, 1, 1])).kind).toBe('flat');
    expect(learnScale(new Float64Array(0)).weightOf(3)).toBe(1);
  });
});
