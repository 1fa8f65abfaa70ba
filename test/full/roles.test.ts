import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

const server = process.env.TEST_DATABASE_URL ?? '';
const name = `roles_${randomUUID().replaceAll('-', '')}`;

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function environment(roles: string): Record<string, string> {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { DATABASE_URL: url.href, ROLES: roles, DATABASE_POOL_SIZE: '5' };
}

describe('several processes on one PostgreSQL', () => {
  let api: ServerProcess;
  const workers: ServerProcess[] = [];
  let headers: Record<string, string>;

  beforeAll(async () => {
    await administer(`CREATE DATABASE ${name}`);
    api = await startServerProcess(environment('api'));
    workers.push(
      await startServerProcess(environment('worker')),
      await startServerProcess(environment('worker')),
    );
    const guest = await fetch(`${api.url}/api/auth/guest`, { method: 'POST' });
    const { accessToken }: { accessToken: string } = await guest.json();
    headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  }, 180_000);
  afterAll(async () => {
    for (const process of [api, ...workers]) await process?.end('SIGKILL');
    await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });

  async function createSession(): Promise<string> {
    const answer = await fetch(`${api.url}/api/chat/sessions`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ title: 'Apart' }),
    });
    const { id }: { id: string } = await answer.json();
    return id;
  }

  test('a message taken by one is answered by another', async () => {
    const id = await createSession();
    const answer = await fetch(`${api.url}/api/chat/sessions/${id}/messages`, {
      method: 'POST',
      headers: { ...headers, accept: 'application/json' },
      body: JSON.stringify({ content: 'What can you do?' }),
    });
    expect(answer.status).toBe(200);
    expect((await answer.text()).length).toBeGreaterThan(50);
  }, 60_000);

  test('a worker that dies leaves nothing unanswered: another takes it up, once', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, createSession));
    const asked = ids.map((id) =>
      fetch(`${api.url}/api/chat/sessions/${id}/messages`, {
        method: 'POST',
        headers: { ...headers, accept: 'application/json' },
        body: JSON.stringify({ content: 'Recommend three board games under $30.' }),
      }).then((answer) => answer.text()),
    );
    await workers.shift()?.end('SIGKILL');
    await Promise.all(asked);
    for (const id of ids) {
      const answer = await fetch(`${api.url}/api/chat/sessions/${id}`, { headers });
      const text = await answer.text();
      expect([...text.matchAll(/"role":"assistant"/g)]).toHaveLength(1);
    }
  }, 120_000);

  test('each ends cleanly when it is told to', async () => {
    expect(await workers.shift()?.end('SIGTERM')).toBe(0);
    expect(await api.end('SIGTERM')).toBe(0);
  }, 60_000);
});
