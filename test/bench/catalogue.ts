import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { embedCatalogue } from '../../src/core/catalogue/embed-catalogue.js';
import { searchCatalogue } from '../../src/core/catalogue/search-catalogue.js';
import { seedCatalogue } from '../../src/core/catalogue/seed-catalogue.js';
import { recommend } from '../../src/core/recommendations/recommend.js';
import { createOfflineEmbedder } from '../../src/infrastructure/embeddings/offline-embedder.js';
import { connectDatabase } from '../../src/infrastructure/postgres/connect.js';
import { openTestContext, type TestContext } from '../support/context.js';
import { silentLog } from '../support/database.js';
import { randomFrom } from '../support/ratings/world.js';
import { seedRecords } from '../support/seed-records.js';
import { type BenchLine, under } from './summary.js';

const usualSizes = process.env.TEST_DATABASE_URL ? [10_000, 100_000, 1_000_000] : [10_000];
/** Others by name, smallest first, for a machine with less time: BENCH_CATALOGUE_SIZES=10000,100000. */
const sizes = process.env.BENCH_CATALOGUE_SIZES?.split(',').map(Number) ?? usualSizes;
/** Vectors are made up to this size; beyond it names and words serve alone. */
const vectorsUpTo = 100_000;
/** Questions of a kind, after so many that only fetch from the disk what a server in use has in memory. */
const rounds = 600;
const warmUp = 60;
/** Milliseconds in 99 of 100. */
const searchGoal = 60;
const recommendGoal = 150;

const words =
  'amber anchor arrow autumn basket beacon birch bridge bright candle canyon castle cedar cloud copper coral crimson crystal dawn delta desert dragon dream echo ember falcon feather fern fiddle forest fountain frost garden ghost glass golden granite harbor hazel heron hidden hollow honey horizon indigo iron island ivory jade jasper journey juniper kestrel kingdom lantern laurel legend lilac linen lotus lunar maple marble meadow midnight mirror mist moon mountain myth north oak ocean olive onyx opal orchard orbit otter paper pearl pepper phoenix pine planet prairie quartz quiet rain raven river robin rose ruby saffron sage sail salt sand scarlet secret shadow shell silent silver sky smoke snow song spark spirit spring star stone storm summer sun swan thistle thorn thunder tide tiger timber torch tower trail travel tulip twilight valley velvet violet wander water whale wheat whisper wild willow wind winter wolf wonder wood wren yarrow zephyr'.split(
    ' ',
  );

const growStep = 20_000;

/** Fills the catalogue up to a size with made-up items, by SQL, in steps that stay under the statement's time limit. */
async function grow(pool: Pool, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += growStep) await growBy(pool, at, Math.min(at + growStep, to));
}

async function growBy(pool: Pool, from: number, to: number): Promise<void> {
  const list = `ARRAY['${words.join("','")}']`;
  const pick = `(${list})[1 + floor(random() * ${words.length})::int]`;
  await pool.query(
    `WITH items AS (
      INSERT INTO entertainment_items (title, type, description, genre, price, price_type, rating, metadata)
      SELECT initcap(${pick} || ' ' || ${pick} || ' ' || ${pick}) || ' ' || n,
        (ARRAY['movie','book','game','event','restaurant','board_game','card_game'])[1 + n % 7],
        'A story of ' || ${pick} || ' and ' || ${pick} || ' by the ' || ${pick},
        g, round((random() * 60)::numeric, 2), 'one_time', round((1 + 4 * random())::numeric, 2),
        jsonb_build_object('currency', 'USD', 'genres', jsonb_build_array(g), 'minutes', 30 + n % 200,
          'year', 1950 + n % 75, 'rating_count', floor(exp(random() * 10)))
      FROM (SELECT n, (ARRAY['drama','comedy','horror','fantasy','strategy','family','mystery'])[1 + floor(random() * 7)::int] AS g
        FROM generate_series($1::int, $2::int) n) made RETURNING id)
    INSERT INTO item_listings (item_id, source, external_key, content_hash)
    SELECT id, 'bench', id::text, 'x' FROM items`,
    [from + 1, to],
  );
}

const nearestIndex = `CREATE INDEX item_embeddings_nearest ON item_embeddings USING hnsw (embedding halfvec_cosine_ops)
  WHERE model IS NOT NULL`;

/** Vectors first, their index afterwards: many times faster than one by one. Goes on where an earlier run was stopped. */
async function embedAll(opened: TestContext, size: number): Promise<void> {
  const { pool } = opened.database;
  const { rows } = await pool.query<{ vectors: number; indexed: boolean }>(
    `SELECT (SELECT count(*)::int FROM item_embeddings) AS vectors,
      EXISTS (SELECT FROM pg_indexes WHERE indexname = 'item_embeddings_nearest') AS indexed`,
  );
  const [before] = rows;
  if (before?.indexed === true && before.vectors >= size) return;
  await pool.query('DROP INDEX IF EXISTS item_embeddings_nearest');
  await embedCatalogue(opened.context, {});
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = 0; SET maintenance_work_mem = '1GB'");
    await client.query(nearestIndex);
  } finally {
    client.release(true);
  }
}

function percentile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
}

async function timed(work: (round: number) => Promise<unknown>): Promise<{ p50: string; p99: string }> {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const started = performance.now();
    await work(round);
    if (round >= 0) times.push(performance.now() - started);
  }
  return { p50: `${percentile(times, 0.5).toFixed(1)} ms`, p99: `${percentile(times, 0.99).toFixed(1)} ms` };
}

/** The same parts on the database of BENCH_CATALOGUE_DATABASE, which stays and grows from run to run; else the bench's own. */
async function keptIfNamed(opened: TestContext): Promise<TestContext> {
  const databaseUrl = process.env.BENCH_CATALOGUE_DATABASE;
  if (databaseUrl === undefined) return opened;
  const kept = await connectDatabase({ databaseUrl, dataDir: '', log: silentLog, poolSize: 6 });
  return {
    context: { ...opened.context, database: kept.database },
    database: { ...opened.database, pool: kept.pool },
    close: () => kept.close(),
  };
}

async function sizeOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM entertainment_items');
  return rows[0]?.n ?? 0;
}

async function seed({ context }: TestContext): Promise<void> {
  const started = performance.now();
  await seedCatalogue(context, { records: seedRecords() });
  const seeded = performance.now();
  await embedCatalogue(context, {});
  console.log(
    `seed: stored in ${Math.round(seeded - started)} ms, embedded offline and stored in ${Math.round(performance.now() - seeded)} ms`,
  );
}

/** Searches and recommends on catalogues of three sizes (PostgreSQL of TEST_DATABASE_URL; the embedded one up to 10,000). */
export async function run(): Promise<readonly BenchLine[]> {
  const own = await openTestContext({ embedder: await createOfflineEmbedder() });
  try {
    await seed(own);
    const opened = await keptIfNamed(own);
    try {
      return await measureSizes(opened);
    } finally {
      if (opened !== own) await opened.close();
    }
  } finally {
    await own.close();
  }
}

async function measureSizes(opened: TestContext): Promise<BenchLine[]> {
  const { pool } = opened.database;
  const lines: BenchLine[] = [];
  let size = await sizeOf(pool);
  for (const next of sizes) {
    if (size < next) await grow(pool, size, next);
    if (next <= vectorsUpTo) await embedAll(opened, next);
    await settle(pool);
    size = next;
    lines.push(...(await measure(opened, size)));
  }
  return lines;
}

/** What the server does by itself a minute after a large import. */
async function settle(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0');
    for (const table of ['entertainment_items', 'item_words', 'item_listings', 'item_embeddings'])
      await client.query(`VACUUM (ANALYZE) ${table}`);
  } finally {
    client.release(true);
  }
}

async function someTitles(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ title: string }>(
    `SELECT title FROM entertainment_items ORDER BY md5(id::text) LIMIT 150`,
  );
  return rows.map(({ title }) => title);
}

async function measure(opened: TestContext, size: number): Promise<BenchLine[]> {
  const { context, database } = opened;
  const random = randomFrom(size);
  const word = (): string => words[Math.floor(random() * words.length)] ?? 'moon';
  const userId = randomUUID();
  await database.pool.query('INSERT INTO users (id, cognito_sub, email) VALUES ($1, $2, $3)', [
    userId,
    `bench:${userId}`,
    `${userId}@users.invalid`,
  ]);
  await database.pool.query(
    `INSERT INTO ratings (user_id, item_id, value) SELECT $1, id, 5 FROM entertainment_items ORDER BY id LIMIT 15`,
    [userId],
  );
  const withoutVectors = size > vectorsUpTo;
  const searching = withoutVectors
    ? { ...context, embedder: { ...context.embedder, model: 'none' } }
    : context;
  const titles = await someTitles(database.pool);
  // Two words as people join them, one that thousands of items have, a name, a rare number in a name, and what nobody has.
  const questions: readonly ((round: number) => string)[] = [
    () => `${word()} ${word()}`,
    word,
    (round) => titles[Math.abs(round) % titles.length] ?? 'moon',
    () => `${word()} ${Math.floor(random() * size)}`,
    () => `${word()} ${word()} ${word()}`,
    () => `quixotic ${word()}berry`,
  ];
  const question = (round: number): string =>
    questions[Math.abs(round) % questions.length]?.(round) ?? word();
  const search = await timed((round) => searchCatalogue(searching, { query: question(round), limit: 10 }));
  const filtered = await timed(() =>
    searchCatalogue(searching, {
      query: word(),
      limit: 10,
      filters: { types: ['movie'], maxPrice: { minor: 1_500, currency: 'USD' } },
    }),
  );
  const misspelt = (): string => word().replace(/^(..)./, '$1');
  const misspelled = await timed(() =>
    searchCatalogue(searching, { query: `${misspelt()} ${word()}`, limit: 10 }),
  );
  const budget = { remaining: { minor: 2_500, currency: 'USD' }, total: { minor: 10_000, currency: 'USD' } };
  const recommending = await timed(() => recommend(searching, { userId, budget, limit: 5, record: false }));
  console.log(
    `\n${size} items${withoutVectors ? ', without vectors' : ''}; ${rounds} questions of each kind after ${warmUp} that are not counted`,
  );
  console.table({
    search,
    'search, filtered': filtered,
    'search, misspelt': misspelled,
    recommend: recommending,
  });
  return [
    timeLine(`search among ${size} items, p99`, search, searchGoal),
    timeLine(`search with filters among ${size} items, p99`, filtered, searchGoal),
    timeLine(`search of a misspelt word among ${size} items, p99`, misspelled),
    timeLine(`recommendations among ${size} items, p99`, recommending, recommendGoal),
  ];
}

function timeLine(what: string, { p99 }: { readonly p99: string }, most?: number): BenchLine {
  return { what, ours: p99, ...(most !== undefined && { goal: under(Number.parseFloat(p99), most, 'ms') }) };
}
