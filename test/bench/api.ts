import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import express, { type Express } from 'express';
import { getItem } from '../../src/core/catalogue/get-item.js';
import { listItems } from '../../src/core/catalogue/list-items.js';
import { searchCatalogue } from '../../src/core/catalogue/search-catalogue.js';
import { processDocument } from '../../src/core/documents/process-document.js';
import { submitDocument } from '../../src/core/documents/submit-document.js';
import { getBudgetStatus } from '../../src/core/finance/get-budget-status.js';
import { getFinancialProfile } from '../../src/core/finance/get-financial-profile.js';
import type { ItemRecord } from '../../src/core/ports/stores/catalogue.js';
import { recommend } from '../../src/core/recommendations/recommend.js';
import { dateIn } from '../../src/domain/calendar.js';
import { itemTypes } from '../../src/domain/ranking/item.js';
import { type RunningApi, runApi } from '../support/api/client.js';
import { type ApiContext, openApiContext } from '../support/api/context.js';
import { serve } from '../support/api/serve.js';
import { statementBefore } from '../support/api/statement.js';
import { type BenchLine, under } from './summary.js';

const ITEMS = Number(process.env.BENCH_ITEMS ?? 20_000);
const USERS = Number(process.env.BENCH_USERS ?? 1_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
/** As many as keep two cores busy that also serve the database and ask. */
const CLIENTS = Number(process.env.BENCH_CLIENTS ?? 4);

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Routes of the API beside bare Express routes over the same queries, on the database of TEST_DATABASE_URL or the embedded one. */
export async function run(): Promise<readonly BenchLine[]> {
  const today = dateIn('UTC', new Date());
  const opened = await openApiContext({
    documentReader: { read: async () => statementBefore(today), close: async () => undefined },
  });
  const api = await runApi(opened, { rateLimitScale: 1_000_000 });
  try {
    const itemId = await seed(opened);
    const { token, userId } = await richUser(opened, api);
    const bare = await serve(bareRoutes(opened, userId, itemId));
    console.log(`${ITEMS} items, ${USERS} users, ${CLIENTS} clients, ${SECONDS} s each`);
    console.log('route            ours /s   p50 ms   p99 ms | bare /s   p50 ms   p99 ms | overhead');
    const lines: BenchLine[] = [];
    for (const [name, path] of paths(itemId)) {
      const plain = await measure(`${bare.url}/${name}`, {});
      const ours = await measure(`${api.url}${path}`, { authorization: `Bearer ${token}` });
      console.log(row(name, ours, plain));
      lines.push(overheadLine(name, ours, plain));
    }
    await bare.close();
    return lines;
  } finally {
    await api.close();
    await opened.close();
  }
}

function row(name: string, ours: Figures, bare: Figures): string {
  const cell = (value: number, width: number) => value.toFixed(1).padStart(width);
  const part = (figures: Figures) =>
    `${cell(figures.perSecond, 8)} ${cell(figures.p50, 8)} ${cell(figures.p99, 8)}`;
  return `${name.padEnd(16)} ${part(ours)} | ${part(bare)} | ${(bare.perSecond / ours.perSecond).toFixed(2)} ×`;
}

function overheadLine(name: string, ours: Figures, bare: Figures): BenchLine {
  const ratio = bare.perSecond / ours.perSecond;
  return {
    what: `GET ${name}`,
    ours: `${ours.perSecond.toFixed(0)}/s, p99 ${ours.p99.toFixed(0)} ms`,
    beside: { name: 'bare Express, same queries', figure: `${bare.perSecond.toFixed(0)}/s` },
    ratio,
    goal: under(ratio, 1.6, '×'),
  };
}

function paths(itemId: string): [string, string][] {
  return [
    ['item', `/api/entertainment/${itemId}`],
    ['list', '/api/entertainment?type=board_game&maxPrice=40'],
    ['search', `/api/entertainment/search?q=${encodeURIComponent(query)}`],
    ['recommendations', '/api/entertainment/recommendations'],
    ['budget', '/api/financial/budget/entertainment'],
    ['profile', '/api/financial/profile'],
  ];
}

/**
 * The same SQL without anything around it: no token, no limits, no validation, no schema. Whether a token was revoked
 * is a query of every request, so it stands here too.
 */
function bareRoutes({ context }: ApiContext, userId: string, itemId: string): Express {
  const app = express();
  app.disable('x-powered-by');
  const answers: Readonly<Record<string, () => Promise<unknown>>> = {
    item: () => getItem(context, { itemId, userId }),
    list: () =>
      listItems(context, {
        userId,
        filters: { types: ['board_game'], maxPrice: { minor: 4_000, currency: 'USD' } },
      }),
    search: () => searchCatalogue(context, { query, userId }),
    recommendations: async () => {
      const status = await getBudgetStatus(context, { userId });
      const budget = { remaining: status.left?.amount ?? null, total: status.total?.amount ?? null };
      return recommend(context, { userId, budget });
    },
    budget: () => getBudgetStatus(context, { userId }),
    profile: () => getFinancialProfile(context, { userId }),
  };
  for (const [name, answer] of Object.entries(answers)) {
    app.get(`/${name}`, async (_request, response) => {
      await context.database.store.accounts.isRevoked([`subject:${userId}`, 'origin:bench']);
      response.json(await answer());
    });
  }
  return app;
}

const syllables = [
  'ka',
  'lo',
  'mi',
  'ren',
  'tas',
  'vo',
  'bel',
  'dur',
  'fen',
  'gar',
  'hil',
  'jun',
  'nor',
  'pel',
  'sil',
];

/** One of some 3,000 words, the early ones far oftener than the late ones, as in any language. */
function wordAt(index: number, step: number): string {
  const spread = ((index * 2_654_435_761 + step * 40_503) >>> 0) / 2 ** 32;
  const rank = Math.floor(3_000 * spread ** 3);
  return [rank, Math.floor(rank / 15), Math.floor(rank / 225)]
    .map((part) => pick(syllables, part, 'ka'))
    .join('');
}

const query = `${wordAt(1_234, 1)} ${wordAt(1_234, 7)}`;

function pick<T>(values: readonly T[], at: number, fallback: T): T {
  return values[at % values.length] ?? fallback;
}

function record(index: number): ItemRecord {
  const word = (step: number) => wordAt(index, step);
  return {
    externalKey: `bench-${index}`,
    contentHash: String(index),
    title: `${word(1)} ${word(7)} ${word(53)} ${index}`,
    type: pick(itemTypes, index, 'movie'),
    description: `A ${word(3)} tale of the ${word(11)} and its ${word(17)}, told in ${(index % 9) + 2} parts.`,
    genre: pick(['drama', 'comedy', 'strategy', 'family', 'science fiction'], index, 'drama'),
    price: (index % 60).toFixed(2),
    priceType: index % 60 === 0 ? 'free' : 'one_time',
    platform: null,
    externalUrl: null,
    imageUrl: null,
    rating: 2 + (index % 30) / 10,
    metadata: { year: 1980 + (index % 46) },
  };
}

async function seed({ context, database }: ApiContext): Promise<string> {
  const { catalogue } = context.database.store;
  for (let from = 0; from < ITEMS; from += 500) {
    const records = Array.from({ length: Math.min(500, ITEMS - from) }, (_, index) => record(from + index));
    await catalogue.upsertItems('bench', records);
  }
  await database.pool.query(
    `insert into users (cognito_sub, email)
     select 'bench:' || n, 'bench' || n || '@users.invalid' from generate_series(1, $1::int) n`,
    [USERS],
  );
  await database.pool.query('ANALYZE entertainment_items, item_listings');
  const page = await catalogue.listItems({}, { sort: 'popular', limit: 1, cursor: null });
  return page.items[0]?.id ?? randomUUID();
}

/** A user with three months of statement, so that budget and profile have something to work on. */
async function richUser(
  { context }: ApiContext,
  api: RunningApi,
): Promise<{ token: string; userId: string }> {
  const token: string = (await api.call('POST', '/api/auth/guest')).body.accessToken;
  const userId: string = (await api.call('GET', '/api/auth/me', { token })).body.id;
  const { document } = await submitDocument(context, {
    userId,
    fileName: 'bench.pdf',
    body: (async function* () {
      yield Buffer.from('%PDF-1.7 bench');
    })(),
  });
  await processDocument(context, { documentId: document.id, signal: AbortSignal.timeout(30_000) });
  return { token, userId };
}

/** Clients that ask again as soon as they are answered. */
async function measure(url: string, headers: Record<string, string>): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  await Promise.all(Array.from({ length: CLIENTS * 4 }, () => ask(url, headers, agent)));
  const times: number[] = [];
  const started = performance.now();
  const end = started + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (performance.now() < end) times.push(await ask(url, headers, agent));
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((left, right) => left - right);
  const quantile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: quantile(0.5), p99: quantile(0.99) };
}

function ask(url: string, headers: Record<string, string>, agent: Agent): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}.`));
      response.resume();
      response.once('end', () => resolve(performance.now() - started));
    });
    sent.once('error', reject);
    sent.end();
  });
}
