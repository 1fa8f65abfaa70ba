import { describe, expect, it } from '@jest/globals';
import type { RankableItem } from '../../../../src/domain/ranking/item.js';
import { noRatings, type Profile } from '../../../../src/domain/ranking/profile.js';
import { createRanker } from '../../../../src/domain/ranking/rank.js';
import { readRankable } from '../../../../src/domain/ranking/read-item.js';
import { varied } from '../../../../src/domain/ranking/variety.js';
import { compareOnNature, compareRankers, countBudgetViolations } from '../../../bench/ranking.js';

const raw: readonly Record<string, unknown>[] = [
  { id: 'a', type: 'movie', genre: 'drama', price: 5, rating: 4.8, rating_count: 900 },
  { id: 'b', type: 'movie', genre: 'horror', price: 5, rating: 4.9, rating_count: 900 },
  { id: 'c', type: 'book', genre: 'drama', price: 25, rating: 4.7, rating_count: 800 },
  { id: 'd', type: 'book', genre: 'comedy', price: null, rating: 4.9, rating_count: 900 },
  {
    id: 'e',
    type: 'movie',
    genre: 'drama|romance',
    price: 12,
    price_type: 'subscription',
    platform: 'Netflix',
    rating: 4,
  },
  { id: 'f', type: 'event', genre: 'comedy', price_type: 'free', rating: 3.5, rating_count: 10 },
  { id: 'g' },
];
const items: RankableItem[] = raw.map(readRankable);

const somebody: Profile = {
  id: 'p',
  liked: [],
  disliked: [],
  preferredGenres: [],
  dislikedGenres: [],
  subscriptions: [],
  budget: null,
  priceSensitivity: null,
  types: null,
};

const ranked = (profile: Partial<Profile>, limit = 10): string[] =>
  createRanker(items, [{ ...somebody, ...profile }], noRatings)
    .rank(0, limit)
    .map(({ item }) => items[item]?.id ?? '');

describe('a ranking', () => {
  it('without money as an object offers everything unknown', () => {
    expect(new Set(ranked({}))).toEqual(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g']));
  });

  it('keeps to the budget, to subscriptions, types and dislikes', () => {
    const budget = { minor: 500, currency: 'USD' };
    expect(new Set(ranked({ budget }))).toEqual(new Set(['a', 'b', 'f']));
    expect(new Set(ranked({ budget, subscriptions: ['netflix'] }))).toEqual(new Set(['a', 'b', 'e', 'f']));
    expect(ranked({ budget: { minor: 0, currency: 'USD' } })).toEqual(['f']);
    expect(new Set(ranked({ types: ['book'] }))).toEqual(new Set(['c', 'd']));
    expect(ranked({ dislikedGenres: ['drama', 'horror'], types: ['movie'] })).toEqual([]);
  });

  it('never offers what was liked or disliked', () => {
    const list = ranked({ liked: [0], disliked: [1] });
    expect(list).not.toContain('a');
    expect(list).not.toContain('b');
  });

  it('is moved by likes and preferred genres', () => {
    expect(ranked({ preferredGenres: ['comedy'] })[0]).toBe('d');
    expect(ranked({ liked: [0] }).indexOf('c')).toBeLessThan(ranked({}).indexOf('c') + 1);
  });

  it('is the same at every run', () => {
    expect(ranked({ liked: [2] })).toEqual(ranked({ liked: [2] }));
  });

  it('gives a reason for everything', () => {
    const ranker = createRanker(items, [{ ...somebody, preferredGenres: ['drama'] }], noRatings);
    for (const { reason } of ranker.rank(0, 10)) expect(reason).toMatch(/\.$/);
    expect(ranker.rank(0, 1)[0]?.reason).toBe('You like drama; about $5.00.');
    expect(ranker.rank(0, 10).find(({ item }) => item === 6)?.reason).toBe('Little is known about it.');
  });

  it('of an empty catalogue or for nobody is empty', () => {
    expect(createRanker([], [somebody], noRatings).rank(0, 5)).toEqual([]);
    expect(createRanker(items, [], noRatings).rank(0, 5)).toEqual([]);
  });
});

describe('variety', () => {
  it('prefers the unlike among near equals, and never drops the best', () => {
    const score = (item: number) => [1, 0.99, 0.9][item] ?? 0;
    const alike = (a: number, b: number) => (a < 2 && b < 2 ? 1 : 0);
    expect(varied([0, 1, 2], score, alike, 2, 0.3)).toEqual([0, 2]);
    expect(varied([0, 1, 2], score, alike, 3, 0)).toEqual([0, 1, 2]);
  });
});

describe('measured on made-up people', () => {
  it('beats popularity, genre profiles and plain neighbours', () => {
    const { rows } = compareRankers(
      {
        name: 'small',
        world: { seed: 21, items: 250, people: 350, history: 40, skew: 0.7, taste: 3.5, scale: 'stars' },
        likeFrom: 4,
        dislikeTo: 2,
      },
      200,
    );
    const ours = rows.find(({ ranker }) => ranker === 'Matinee');
    for (const other of rows) {
      if (other.ranker !== 'Matinee') expect(ours?.ndcg).toBeGreaterThan(other.ndcg);
    }
    expect(ours?.coverage).toBeGreaterThan(
      2 * (rows.find(({ ranker }) => ranker === 'popularity')?.coverage ?? 1),
    );
  });

  it.each([['weight', 'likes', 1.2]] as const)(
    'is no worse than popularity where %s decides and it is told %s',
    (nature, told, times) => {
      const { rows } = compareOnNature(nature, told, 60);
      const of = (name: string): number => rows.find(({ ranker }) => ranker === name)?.ndcg ?? 0;
      expect(of('Matinee')).toBeGreaterThan(times * of('popularity'));
    },
  );

  it('never goes over anybody’s budget', () => {
    expect(countBudgetViolations(1_500).violations).toBe(0);
  });
});
