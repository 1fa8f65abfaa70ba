import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import pg from 'pg';
import { type Gate, openGate } from '../support/chaos/gate.js';
import { createPerson, type Person } from '../support/chaos/person.js';
import { type FakeOllama, startFakeOllama } from '../support/conversation/fake-ollama.js';
import { recipes } from '../support/documents/catalogue.js';
import { createRandom } from '../support/documents/random.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

const server = process.env.TEST_DATABASE_URL ?? '';
const name = `chaos_${randomUUID().replaceAll('-', '')}`;
const SEED = Number(process.env.CHAOS_SEED ?? 1);
/** How often each mishap happens; more for a long night. */
const TIMES = Number(process.env.CHAOS_TIMES ?? 2);
const PEOPLE = 5;
const layouts = ['us_anchor_mutual', 'gb_thames_current', 'de_sparstube_giro'];

async function ask<Row extends pg.QueryResultRow>(
  database: string,
  statement: string,
  values: unknown[] = [],
) {
  const url = new URL(server);
  if (database !== '') url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? String(address.port) : '';
}

const portOf = (url: string) => Number(new URL(url).port);

/** Everything the product leans on, each behind a gate; processes that are ended and started again. */
interface World {
  readonly model: FakeOllama;
  readonly bucket: FauxqsServer;
  readonly gates: { readonly database: Gate; readonly model: Gate; readonly storage: Gate };
  readonly processes: Map<string, ServerProcess>;
  start(role: string): Promise<void>;
}

async function openWorld(): Promise<World> {
  const model = await startFakeOllama();
  model.script({ pieces: ['Here is ', 'what I found. ', 'Have fun!'], pauseMilliseconds: 60 });
  const bucket = await startFauxqs({ port: 0, logger: false });
  bucket.createBucket('matinee');
  const gates = {
    database: await openGate(Number(new URL(server).port || 5432)),
    model: await openGate(portOf(model.url)),
    storage: await openGate(portOf(bucket.address)),
  };
  const database = new URL(server);
  database.pathname = `/${name}`;
  database.hostname = '127.0.0.1';
  database.port = String(gates.database.port);
  const environment = {
    DATABASE_URL: database.href,
    DATABASE_POOL_SIZE: '5',
    OLLAMA_BASE_URL: `http://127.0.0.1:${gates.model.port}`,
    OLLAMA_MODEL: 'test-model:latest',
    S3_BUCKET: 'matinee',
    S3_FORCE_PATH_STYLE: 'true',
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${gates.storage.port}`,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    LOG_LEVEL: 'warn',
  };
  const ports = new Map([['api', await freePort()]]);
  const processes = new Map<string, ServerProcess>();
  return {
    model,
    bucket,
    gates,
    processes,
    start: async (role) => {
      processes.set(
        role,
        await startServerProcess({
          ...environment,
          ROLES: role.split('-')[0] ?? role,
          PORT: ports.get(role) ?? '0',
        }),
      );
    },
  };
}

/** Every mishap so many times, one after the other and each mended again; the same seed brings the same order. */
async function bringChaos(world: World): Promise<Map<string, number>> {
  const random = createRandom(SEED, 'chaos');
  const happened = new Map<string, number>();
  const outage = async (gate: Gate) => {
    gate.shut();
    await sleep(300 + random.int(0, 1_500));
    gate.open();
  };
  const killing = async (role: string) => {
    await world.processes.get(role)?.end('SIGKILL');
    await world.start(role);
  };
  const mishaps: readonly [string, () => Promise<void>][] = [
    ['a worker is killed', () => killing('worker-1')],
    ['the other worker is killed', () => killing('worker-2')],
    ['the API is killed', () => killing('api')],
    ['the database is away', () => outage(world.gates.database)],
    ['the model is away', () => outage(world.gates.model)],
    ['the bucket is away', () => outage(world.gates.storage)],
    ['the database ends every connection', () => endConnections()],
  ];
  for (const [label, mishap] of random.shuffle(Array.from({ length: TIMES }, () => mishaps).flat())) {
    await sleep(400 + random.int(0, 1_200));
    await mishap();
    happened.set(label, (happened.get(label) ?? 0) + 1);
  }
  return happened;
}

async function endConnections(): Promise<void> {
  await ask('', 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
}

describe('people who talk, upload and click while everything fails now and then', () => {
  let world: World;
  const people: Person[] = [];
  let happened: Map<string, number>;

  beforeAll(async () => {
    await ask('', `CREATE DATABASE ${name}`);
    world = await openWorld();
    await world.start('api');
    await Promise.all([world.start('worker-1'), world.start('worker-2')]);
    const url = world.processes.get('api')?.url ?? '';
    for (let index = 0; index < PEOPLE; index += 1) {
      const statement = recipes.find((recipe) => recipe.name === layouts[index % layouts.length]);
      if (!statement) throw new Error('There is no such layout.');
      people.push(await createPerson({ url, name: `person-${index}`, statement }));
    }
    let over = false;
    const chaos = bringChaos(world).finally(() => {
      over = true;
    });
    const lives = people.map(async (person) => {
      for (let round = 0; !over; round += 1) await person.act(round);
    });
    [happened] = await Promise.all([chaos, ...lives]);
    await settle();
  }, 400_000);

  afterAll(async () => {
    for (const running of world.processes.values()) await running.end('SIGKILL');
    await Promise.all(Object.values(world.gates).map((gate) => gate.close()));
    await world.model.close();
    await world.bucket.stop();
    await ask('', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }, 60_000);

  /** Until no turn and no document is under way any more. */
  async function settle(): Promise<void> {
    const deadline = performance.now() + 120_000;
    while (performance.now() < deadline) {
      const [open] = await ask<{ n: number }>(
        name,
        `SELECT ((SELECT count(*) FROM turns WHERE status IN ('running', 'delivering'))
          + (SELECT count(*) FROM financial_documents WHERE processing_status IN ('pending', 'processing')))::int AS n`,
      );
      if (open?.n === 0) return;
      await sleep(500);
    }
  }

  test('what happened was chaos, and people got something done in it', () => {
    expect([...happened.values()]).toEqual(Array.from({ length: 7 }, () => TIMES));
    for (const { deeds } of people) expect(deeds.messages.length).toBeGreaterThan(0);
    const tally = {
      ...Object.fromEntries(happened),
      messages: people.reduce((sum, { deeds }) => sum + deeds.messages.length, 0),
      documents: people.reduce((sum, { deeds }) => sum + deeds.documents.length, 0),
      clicks: people.reduce((sum, { deeds }) => sum + deeds.clicks.length, 0),
      retries: people.reduce((sum, { deeds }) => sum + deeds.retries, 0),
    };
    process.stdout.write(`${JSON.stringify(tally)}\n`);
  });

  test('every acknowledged message stands once and has exactly one answer', async () => {
    for (const { deeds } of people) {
      const rows = await ask<{ role: string; content: string }>(
        name,
        'SELECT role, content FROM chat_messages WHERE session_id = $1 ORDER BY created_at, id',
        [deeds.sessionId],
      );
      const said = rows.filter(({ role }) => role === 'user').map(({ content }) => content);
      const answers = rows.filter(({ role }) => role === 'assistant');
      expect(said).toEqual(deeds.messages);
      expect(answers).toHaveLength(deeds.messages.length);
      expect(answers.filter(({ content }) => content.trim() === '')).toEqual([]);
    }
  });

  test('every document ends read, with each of its rows', async () => {
    const uploaded = people.flatMap(({ deeds }) => deeds.documents);
    const found = await ask<{ id: string; state: string; rows: number }>(
      name,
      `SELECT d.id::text AS id, d.processing_status AS state,
        (SELECT count(*)::int FROM transaction_sources s WHERE s.document_id = d.id) AS rows
        FROM financial_documents d`,
    );
    const byId = new Map(found.map((row) => [row.id, row]));
    for (const { id, rows } of uploaded) expect(byId.get(id)).toEqual({ id, state: 'completed', rows });
    expect(found.filter(({ state }) => state !== 'completed' && state !== 'failed')).toEqual([]);
  });

  test('every click is remembered', async () => {
    const clicks = people.flatMap(({ deeds }) => deeds.clicks);
    const last = new Map(clicks.map(({ recommendationId, response }) => [recommendationId, response]));
    const rows = await ask<{ id: string; user_response: string }>(
      name,
      'SELECT id::text AS id, user_response FROM recommendations WHERE id = ANY($1::uuid[])',
      [[...last.keys()]],
    );
    expect(new Map(rows.map((row) => [row.id, row.user_response]))).toEqual(last);
  });

  test('every figure recomputes to the same value', async () => {
    for (const person of people) {
      const look = async () => [
        { ...(await person.get('/api/financial/profile')), lastAnalyzedAt: null },
        await person.get('/api/financial/budget/entertainment'),
        await person.get('/api/financial/spending/summary'),
      ];
      const before = await look();
      await person.post('/api/financial/analyze', {});
      expect(await look()).toEqual(before);
    }
  });
});
