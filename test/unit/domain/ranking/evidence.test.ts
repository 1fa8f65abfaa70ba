import { describe, expect, it } from '@jest/globals';
import { fitChoices } from '../../../../src/domain/ranking/choice.js';
import { readFacets } from '../../../../src/domain/ranking/facets.js';
import { fameOf } from '../../../../src/domain/ranking/fame.js';
import { backgroundOf, liftOf, liftsOf, readFields } from '../../../../src/domain/ranking/fields.js';
import { readRankable } from '../../../../src/domain/ranking/read-item.js';
import { fc } from '../../../support/properties.js';
import { randomFrom } from '../../../support/ratings/world.js';

const items = (raw: readonly Record<string, unknown>[]) =>
  raw.map((one, index) => ({ ...readRankable({ id: `i${index}`, ...one }), facets: readFacets(one) }));

describe('fame', () => {
  const raw = [
    { rating: 4, rating_count: 900 },
    { rating: 4, rating_count: 90 },
    { rating: 4.8, rating_count: 90 },
    { rating: 4.8 },
  ];

  it('without likes follows the stated count, and the rating among equals', () => {
    const { log } = fameOf(items(raw), new Float64Array(4));
    expect([0, 2, 1].map((at) => log[at])).toEqual([...log].slice(0, 3).sort((a, b) => b - a));
  });

  it('is moved by likes that the figures did not let expect', () => {
    const before = fameOf(items(raw), Float64Array.of(5, 5, 5, 5)).log;
    const after = fameOf(items(raw), Float64Array.of(5, 400, 5, 5)).log;
    expect((after[1] as number) - (after[0] as number)).toBeGreaterThan(
      (before[1] as number) - (before[0] as number),
    );
  });

  it('of a catalogue that states nothing keeps the order of likes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 2, maxLength: 30 }), (likes) => {
        const { log } = fameOf(items(likes.map(() => ({}))), Float64Array.from(likes));
        for (let at = 1; at < likes.length; at += 1) {
          const [more, fame] = [
            (likes[at] as number) - (likes[at - 1] as number),
            (log[at] as number) - (log[at - 1] as number),
          ];
          expect(Math.sign(fame)).toBe(Math.sign(more));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is finite for figures of any size', () => {
    const odd = items([
      { rating: 1e9, rating_count: 1e15 },
      { rating: -5, rating_count: -1 },
      {},
      { rating_count: 0 },
    ]);
    for (const value of fameOf(odd, Float64Array.of(0, 1e6, 0, 1)).log)
      expect(value).toEqual(expect.any(Number));
    expect(fameOf(odd, Float64Array.of(0, 1e6, 0, 1)).log.every(Number.isFinite)).toBe(true);
  });
});

describe('the facets of a record', () => {
  const told = (raw: Record<string, unknown>) =>
    readFacets(raw).map(({ field, value }) => `${field}=${value}`);

  it('are found in lists, records, bars and counts alike', () => {
    expect(told({ metadata: { authors: [{ name: 'N. K. Jemisin', role: 'author' }] } })).toContain(
      'authors=n k jemisin',
    );
    expect(told({ metadata: { mechanics: 'Worker Placement|Drafting' } })).toEqual([
      'mechanics=worker placement',
      'mechanics=drafting',
    ]);
    expect(told({ tags: ['cosy', 'farming'] })).toEqual(['tags=cosy', 'tags=farming']);
    expect(told({ metadata: { shelves: { 'sci-fi': 40 } } })).toEqual(['shelves=science fiction']);
    expect(told({ metadata: { complexity: 2.3, details: { players: { min: 2 } } } })).toEqual([
      'complexity=2.3',
      'details.players.min=2',
    ]);
  });

  it('leave out money, addresses, counts and what names one item alone', () => {
    expect(
      told({
        id: 'x',
        price: 4,
        metadata: { image_url: 'https://a.example/b', rating_count: 9, isbn13: '978' },
      }),
    ).toEqual([]);
  });

  it('of any JSON are read within bounds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (raw) => {
        expect(readFacets(raw).length).toBeLessThanOrEqual(80);
      }),
    );
    const wide = Object.fromEntries(Array.from({ length: 79 }, (_, at) => [`k${at}`, at]));
    expect(readFacets({ ...wide, last: [1, 2, 3], words: 'a,b,c' })).toHaveLength(80);
    const deep = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`);
    expect(readFacets({ metadata: deep })).toEqual([]);
  });
});

describe('a field', () => {
  const catalogue = items(
    Array.from({ length: 60 }, (_, at) => ({ metadata: { designer: `maker ${at % 6}`, weight: at % 10 } })),
  );
  const fields = readFields(catalogue);
  const even = new Float64Array(60).fill(1);
  const lift = (name: string, liked: number[], disliked: number[], item: number): number => {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) throw new Error(`no field ${name}`);
    return liftOf(field, liftsOf(field, backgroundOf(field, even), liked, disliked), item);
  };

  it('speaks for what shares a like’s maker, and against what shares a dislike’s', () => {
    expect(lift('+designer', [0, 6, 12], [], 18)).toBeGreaterThan(0.5);
    expect(lift('+designer', [0, 6, 12], [1, 7, 13], 19)).toBeLessThan(lift('+designer', [0, 6, 12], [], 19));
  });

  it('of numbers finds what is about as heavy', () => {
    expect(lift('+weight', [3, 13, 23], [], 33)).toBeGreaterThan(lift('+weight', [3, 13, 23], [], 39));
  });
});

describe('weights from choices', () => {
  it('are those that the choices were made by', () => {
    const random = randomFrom(4);
    const truth = [1.5, -0.7];
    const choices = Array.from({ length: 600 }, () => {
      const features = Float64Array.from({ length: 40 }, () => 2 * random() - 1);
      const keys = Array.from({ length: 20 }, (_, at) => {
        const score = truth.reduce(
          (total, weight, k) => total + weight * (features[at * 2 + k] as number),
          0,
        );
        return score - Math.log(-Math.log(random() || 1e-12));
      });
      return { features, taken: [keys.indexOf(Math.max(...keys))] };
    });
    const start = Float64Array.of(0, 0);
    const { weights } = fitChoices(choices, { start, precision: Float64Array.of(0.1, 0.1) });
    expect(weights[0]).toBeCloseTo(1.5, 0);
    expect(weights[1]).toBeCloseTo(-0.7, 0);
    expect(
      fitChoices([], { start: Float64Array.of(2, 3), precision: Float64Array.of(1, 1) }).weights,
    ).toEqual(Float64Array.of(2, 3));
  });
});
