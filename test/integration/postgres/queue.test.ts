import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { JobRunner } from '../../../src/core/ports/job-queue.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

let db: TestDatabase;
let runner: JobRunner;
const done: string[] = [];
let handle: (userId: string, signal: AbortSignal) => Promise<void> = async () => undefined;

beforeAll(async () => {
  db = await openTestDatabase();
  await db.queue.recover();
  runner = await db.queue.startRunner();
  await runner.work('analyse-finances', async ({ userId }, signal) => {
    await handle(userId, signal);
    done.push(userId);
  });
});
afterAll(async () => {
  await db.queue.stop(2_000);
  await db.close();
});
beforeEach(() => {
  done.length = 0;
  handle = async () => undefined;
});

async function until(condition: () => boolean | Promise<boolean>, milliseconds = 15_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const send = (userId: string) => db.database.store.jobs.send('analyse-finances', { userId });

async function states(): Promise<string[]> {
  const { rows } = await db.pool.query<{ state: string }>(
    "SELECT state::text AS state FROM pgboss.job WHERE name = 'analyse-finances' ORDER BY created_on",
  );
  return rows.map((row) => row.state);
}

describe('the job queue', () => {
  test('runs a job of this process at once, not at the next look', async () => {
    const started = Date.now();
    await send('first');
    await until(() => done.includes('first'));
    // Workers look every five seconds by themselves.
    expect(Date.now() - started).toBeLessThan(4_000);
  });

  test('runs a job only once its transaction is committed', async () => {
    let ran = false;
    handle = async () => {
      ran = true;
    };
    await db.database.transaction(async (store) => {
      await store.jobs.send('analyse-finances', { userId: 'inside' });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(ran).toBe(false);
    });
    await until(() => done.includes('inside'));
  });

  test('takes the same work, waiting twice, for one', async () => {
    let release: () => void = () => undefined;
    const blocked = new Promise<void>((resolve) => {
      release = resolve;
    });
    handle = (userId) => (userId === 'slow' ? blocked : Promise.resolve());
    await send('slow');
    await until(async () => (await states()).includes('active'));
    await send('same');
    await send('same');
    release();
    await until(() => done.includes('same'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(done.filter((userId) => userId === 'same')).toHaveLength(1);
  });

  test('tries a job that failed again', async () => {
    let tries = 0;
    handle = async () => {
      tries += 1;
      if (tries === 1) throw new Error('not today');
    };
    await send('stubborn');
    await until(() => done.includes('stubborn'), 25_000);
    expect(tries).toBe(2);
  }, 30_000);

  test('takes a job up again whose process fell silent, and leaves one alone that takes long', async () => {
    let release: () => void = () => undefined;
    handle = (userId) =>
      userId === 'long' ? new Promise<void>((resolve) => (release = resolve)) : Promise.resolve();
    await send('long');
    await until(async () => (await states()).includes('active'));
    await db.pool.query(
      "UPDATE pgboss.job SET started_on = now() - interval '29 seconds' WHERE state = 'active'",
    );
    await db.pool.query(
      `INSERT INTO pgboss.job (name, data, state, started_on, expire_in, policy)
       VALUES ('analyse-finances', '{"userId":"orphan"}', 'active', now() - interval '31 seconds', '1 hour', 'short')`,
    );
    await until(async () => (await states()).includes('retry'));
    expect(done).toEqual([]);
    release();
    await until(() => done.includes('long') && done.includes('orphan'));
    expect(done.filter((userId) => userId === 'long')).toHaveLength(1);
  }, 30_000);

  test('tells how many jobs are in which state', async () => {
    const counts = await db.queue.countByState();
    expect(counts.completed).toBeGreaterThan(0);
  });
});
