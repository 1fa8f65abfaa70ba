import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Currency, toMajor } from '../domain/money.js';
import type { RankableItem } from '../domain/ranking/item.js';
import { noRatings } from '../domain/ranking/profile.js';
import { createRanker, type RankedItem } from '../domain/ranking/rank.js';
import { type RawProfile, readProfile } from '../domain/ranking/read-profile.js';
import { readItems, readRatings } from './rank-input.js';
import { BadLineError } from './rank-lines.js';
import { readProfiles } from './rank-profiles.js';

const usage =
  'Usage: npm run -s rank -- --catalogue ITEMS.jsonl --profiles PROFILES.jsonl [--ratings RATINGS.jsonl] [--limit N]';

interface Options {
  readonly catalogue: string;
  readonly profiles: string;
  readonly ratings: string | null;
  readonly limit: number;
}

/** npm runs scripts in the package's folder; paths are meant from where the user stands. */
function fromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function readOptions(): Options | null {
  const { values } = parseArgs({
    options: {
      catalogue: { type: 'string' },
      profiles: { type: 'string' },
      ratings: { type: 'string' },
      limit: { type: 'string', default: '10' },
    },
  });
  const limit = Number(values.limit);
  if (values.catalogue === undefined || values.profiles === undefined) return null;
  if (!Number.isInteger(limit) || limit < 1) return null;
  return {
    catalogue: fromHere(values.catalogue),
    profiles: fromHere(values.profiles),
    ratings: values.ratings === undefined ? null : fromHere(values.ratings),
    limit: Math.min(limit, 1_000),
  };
}

/** The currency that most of the catalogue is priced in, for budgets that name none. */
function mainCurrency(items: readonly RankableItem[]): Currency {
  const counts = new Map<Currency, number>();
  for (const { price, currency } of items) {
    if (price !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'USD';
}

/** Prices that name no currency are in the one that the budgets name, where all of these agree. */
function budgetCurrency(profiles: readonly RawProfile[]): Currency {
  const named = new Set(profiles.flatMap(({ currency }) => currency ?? []));
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : 'USD';
}

function present(items: readonly RankableItem[], ranked: RankedItem): Record<string, unknown> {
  return {
    id: items[ranked.item]?.id,
    score: ranked.score,
    effective_cost: ranked.cost.known ? toMajor(ranked.cost.total) : null,
    reason: ranked.reason,
  };
}

async function rank(options: Options): Promise<void> {
  const raw = await readProfiles(options.profiles);
  const items = await readItems(options.catalogue, budgetCurrency(raw), (message) => console.error(message));
  const places = new Map(items.map((item, index) => [item.id, index]));
  const currency = mainCurrency(items);
  const profiles = raw.map((profile) => readProfile(profile, places, currency));
  const ratings = options.ratings === null ? noRatings : await readRatings(options.ratings, places);
  const ranker = createRanker(items, profiles, ratings);
  for (const [index, profile] of profiles.entries()) {
    const list = ranker.rank(index, options.limit).map((ranked) => present(items, ranked));
    if (!process.stdout.write(`${JSON.stringify({ id: profile.id, items: list })}\n`)) {
      await once(process.stdout, 'drain');
    }
  }
}

// Whoever reads the first lines only (`| head`) closes the pipe: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  const options = readOptions();
  if (options === null) {
    console.error(usage);
    process.exitCode = 2;
  } else {
    await rank(options);
  }
} catch (error) {
  const known =
    error instanceof BadLineError ||
    (error instanceof Error && 'code' in error && typeof error.code === 'string');
  if (!known) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
