import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryPath } from '../support/repository-path.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matinee-rank-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, lines: readonly unknown[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return path;
}

interface Outcome {
  readonly code: number;
  readonly out: readonly {
    id: string;
    items: { id: string; effective_cost: number | null; reason: string }[];
  }[];
  readonly error: string;
}

function rank(...args: string[]): Promise<Outcome> {
  const command = fileURLToPath(new URL(`file://${repositoryPath('dist/src/commands/rank.js')}`));
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...args],
      { env: { PATH: process.env.PATH } },
      (failure, out, error) => {
        const code = failure === null ? 0 : Number(failure.code);
        resolve({
          code,
          error,
          out: out
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line)),
        });
      },
    );
  });
}

const catalogue = [
  {
    id: 1,
    title: 'One',
    type: 'movie',
    genre: 'drama|comedy',
    price: 3.99,
    price_type: 'one_time',
    rating: 4.2,
  },
  { id: 2, title: 'Two', type: 'movie', genre: ['horror'], price: null },
  { id: '3', title: 'Three', type: 'book', genre: 'drama', price: 12, price_type: 'one_time' },
  { id: '4', price: 8, price_type: 'subscription', platform: 'Disney+' },
];

describe('the rank command', () => {
  it('prints a line per profile, in order, within each budget', async () => {
    const items = await write('items.jsonl', catalogue);
    const profiles = await write('profiles.jsonl', [
      { id: 'rich', liked: [3], preferred_genres: ['Drama'] },
      { id: 'poor', budget_remaining: 5, subscriptions: ['disney plus'], disliked: [] },
      { id: 7, budget_remaining: 0, types: ['movies'] },
    ]);
    const ratings = await write('ratings.jsonl', [
      { user: 'u', item: 1, value: 5 },
      { user: 'u', item: '3', value: 4 },
      { user: 'u', item: 'elsewhere', value: 4 },
    ]);
    const { code, out } = await rank(
      '--catalogue',
      items,
      '--profiles',
      profiles,
      '--ratings',
      ratings,
      '--limit',
      '3',
    );
    expect(code).toBe(0);
    expect(out.map(({ id }) => id)).toEqual(['rich', 'poor', '7']);
    expect(out[0]?.items).toHaveLength(3);
    expect(out[0]?.items.map(({ id }) => id)).not.toContain('3');
    expect(new Map(out[1]?.items.map(({ id, effective_cost }) => [id, effective_cost]))).toEqual(
      new Map([
        ['1', 3.99],
        ['4', 0],
      ]),
    );
    expect(out[2]?.items).toEqual([]);
  });

  it.each([
    ['a line that is no JSON', ['{"id": 1}', '{oops'], 'line 2: this is not JSON.'],
    ['an item without an id', [{ title: 'x' }], 'line 1: id'],
  ])('names %s', async (_name, lines, message) => {
    const items = await write('bad.jsonl', lines);
    const profiles = await write('none.jsonl', []);
    const { code, error, out } = await rank('--catalogue', items, '--profiles', profiles);
    expect([code, out]).toEqual([2, []]);
    expect(error).toContain(message);
    expect(error).not.toContain('    at ');
  });

  it('takes the later of two records of one id, and says so where they differ', async () => {
    const items = await write('twice.jsonl', [
      { id: 'a', price: 50, price_type: 'one_time' },
      { id: 'b', price: 4, price_type: 'one_time' },
      { id: 'b', price: 4, price_type: 'one_time' },
      { id: 'a', price: 5, price_type: 'one_time' },
    ]);
    const profiles = await write('twice-profiles.jsonl', [{ id: 'p', budget_remaining: 10 }]);
    const { code, error, out } = await rank('--catalogue', items, '--profiles', profiles);
    expect(code).toBe(0);
    expect(error).toMatch(/line 4: the id a stood in line 1 already; the later one counts\.\n$/);
    expect(error).not.toContain('the id b');
    expect(new Set(out[0]?.items.map(({ id, effective_cost }) => `${id} ${effective_cost}`))).toEqual(
      new Set(['a 5', 'b 4']),
    );
  });

  it('reads files as other systems write them: a mark at the start, CRLF, blank lines', async () => {
    const strange = (lines: readonly unknown[]): string =>
      `\uFEFF${lines.map((line) => JSON.stringify(line)).join('\r\n\r\n')}\r\n`;
    const items = await write('crlf.jsonl', [strange(catalogue)]);
    const profiles = await write('crlf-profiles.jsonl', [strange([{ id: 'p', liked: ['1'] }])]);
    const ratings = await write('crlf-ratings.jsonl', [
      strange([
        { user: 'q', item: '1', value: 5 },
        { item: 3, value: '4.5', user: 'q', when: 'long ago' },
      ]),
    ]);
    const { code, error, out } = await rank(
      ...['--catalogue', items, '--profiles', profiles, '--ratings', ratings],
    );
    expect([code, error]).toEqual([0, '']);
    expect(new Set(out[0]?.items.map(({ id }) => id))).toEqual(new Set(['2', '3', '4']));
  });

  it.each([
    ['a value that is none', { user: 'u', item: 1, value: null }],
    ['a value in words', { user: 'u', item: 1, value: 'good' }],
    ['no value', { user: 'u', item: 1 }],
  ])('refuses a rating with %s: it is never 0', async (_name, rating) => {
    const items = await write('items.jsonl', catalogue);
    const profiles = await write('one.jsonl', [{ id: 'p' }]);
    const ratings = await write('bad-ratings.jsonl', [{ user: 'u', item: 1, value: 3 }, '', rating]);
    const { code, error } = await rank(
      ...['--catalogue', items, '--profiles', profiles, '--ratings', ratings],
    );
    expect(code).toBe(2);
    expect(error).toContain('bad-ratings.jsonl, line 3: value');
  });

  it('offers an unknown price without a budget, and never with one', async () => {
    const items = await write('unknown.jsonl', [
      { id: 'x' },
      { id: 'y', price: null, price_type: 'one_time' },
    ]);
    const profiles = await write('with-without.jsonl', [
      { id: 'p' },
      { id: 'q', budget_remaining: '1000000' },
    ]);
    const { out } = await rank('--catalogue', items, '--profiles', profiles);
    expect(out.map((line) => line.items.map(({ effective_cost }) => effective_cost))).toEqual([
      [null, null],
      [],
    ]);
  });

  it('reads profiles in the shapes that other systems give them', async () => {
    const items = await write('shapes.jsonl', [
      { id: 1, genre: 'Drama', type: 'movie', price: '$9.99' },
      { id: 2, genre: 'Drama', type: 'movie', price: 'Free' },
      { id: 3, genre: 'Horror', type: 'movie', price: 4 },
      { id: 4, genre: 'Comedy', type: 'book', price: 30, price_type: 'one_time' },
      { id: 5, genre: 'Comedy', type: 'movie', price: 6, price_type: 'subscription', platform: 'Disney+' },
    ]);
    const profiles = await write('shapes-profiles.jsonl', [
      { id: 'numbers', liked: [{ id: 1 }, '2'], disliked: 3, price_sensitivity: 4, types: null },
      { id: 'texts', liked: '1|2', types: 'Movies, Books', budget_remaining: '$29.50', currency: '' },
      { id: 'shares', preferred_genres: { Drama: 0.9, Horror: 0 }, disliked_genres: 'horror' },
      {
        id: 'records',
        subscriptions: [{ name: 'Disney Plus' }],
        budget_remaining: '0',
        price_sensitivity: 'low',
      },
      { id: 'blank', budget_remaining: '', liked: null, price_sensitivity: 0.5 },
      { id: 'beyond', budget_remaining: 1e300 },
    ]);
    const { code, error, out } = await rank('--catalogue', items, '--profiles', profiles);
    expect([code, error]).toEqual([0, '']);
    expect(out.map((line) => line.items.map(({ id }) => id).sort())).toEqual([
      ['4', '5'],
      ['3', '5'],
      ['1', '2', '4', '5'],
      ['2', '5'],
      ['1', '2', '3', '4', '5'],
      ['1', '2', '3', '4', '5'],
    ]);
  });

  it('takes prices without a currency to be in the one that the budgets name', async () => {
    const items = await write('plain.jsonl', [
      { id: 1, price: 5 },
      { id: 2, price: 5, metadata: { currency: 'GBP' } },
    ]);
    const profiles = await write('euros.jsonl', [{ id: 'p', budget_remaining: 8, currency: 'eur' }]);
    const { out } = await rank('--catalogue', items, '--profiles', profiles);
    expect(out[0]?.items.map(({ id }) => id)).toEqual(['1']);
  });

  it('takes an amount in the currency that its own text names, and refuses two of them', async () => {
    const items = await write('both.jsonl', [
      { id: 1, price: 5, metadata: { currency: 'EUR' } },
      { id: 2, price: 5, metadata: { currency: 'USD' } },
      { id: 3, price: 50, metadata: { currency: 'USD' } },
    ]);
    const named = await write('named.jsonl', [
      { id: 'after', budget_remaining: '8 EUR' },
      { id: 'sign', budget_remaining: '€8' },
      { id: 'dollars', budget_remaining: '$8' },
    ]);
    const { out } = await rank('--catalogue', items, '--profiles', named);
    expect(out.map((line) => line.items.map(({ id }) => id))).toEqual([['1'], ['1'], ['2']]);
    const torn = await write('torn.jsonl', [{ id: 'p', budget_remaining: '8 EUR', currency: 'USD' }]);
    const { code, error } = await rank('--catalogue', items, '--profiles', torn);
    expect([code, error]).toEqual([2, expect.stringContaining('another currency')]);
  });

  it('refuses a budget that it cannot read: it is never boundless', async () => {
    const items = await write('items.jsonl', catalogue);
    const profiles = await write('odd.jsonl', [{ id: 'p', budget_remaining: 'a few coins' }]);
    const { code, error } = await rank('--catalogue', items, '--profiles', profiles);
    expect([code, error]).toEqual([2, expect.stringContaining('line 1: budget_remaining')]);
  });

  it('says how it is used, and which file is missing', async () => {
    expect(await rank()).toMatchObject({ code: 2, error: expect.stringContaining('Usage:') });
    const missing = await rank('--catalogue', join(folder, 'no'), '--profiles', join(folder, 'no'));
    expect(missing).toMatchObject({ code: 2, error: expect.stringContaining('no such file') });
  });
});
