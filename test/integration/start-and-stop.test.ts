import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyDatabaseTemplate } from '../support/database.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matinee-start-'));
  dataDir = join(folder, 'data');
  await mkdir(dataDir);
  await copyDatabaseTemplate(dataDir);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function guest(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/guest`, { method: 'POST' });
  const { accessToken }: { accessToken: string } = await answer.json();
  return accessToken;
}

describe('npm start', () => {
  test('serves, remembers through a SIGKILL, ends cleanly with Ctrl-C, and tells a second start in one line', async () => {
    let server: ServerProcess = await startServerProcess({ DATA_DIR: dataDir });
    const token = await guest(server.url);
    const authorization = `Bearer ${token}`;
    const created = await fetch(`${server.url}/api/chat/sessions`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Weekend' }),
    });
    expect(created.status).toBe(201);

    const second: unknown = await startServerProcess({ DATA_DIR: dataDir }).catch((error: unknown) => error);
    expect(String(second)).toMatch(/Matinee ended \(1\): .*The data folder .* is in use by process \d+/s);
    expect(String(second)).not.toContain(' at ');

    await server.end('SIGKILL');
    server = await startServerProcess({ DATA_DIR: dataDir });
    const sessions = await fetch(`${server.url}/api/chat/sessions`, { headers: { authorization } });
    expect(JSON.stringify(await sessions.json())).toContain('Weekend');
    expect(await server.end('SIGINT')).toBe(0);
  }, 120_000);

  test('tells a taken port in one line', async () => {
    const taken: Server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const failed: unknown = await startServerProcess({ DATA_DIR: dataDir, PORT: port }).catch(
      (error: unknown) => error,
    );
    taken.close();
    expect(String(failed)).toMatch(/Matinee ended \(1\): .*Port \d+ is taken on 127\.0\.0\.1/s);
    expect(String(failed)).not.toContain(' at ');
  }, 60_000);

  test('tells every problem of the configuration, and starts nothing', async () => {
    const failed: unknown = await startServerProcess({ PORT: 'x', SLACK_BOT_TOKEN: 'y' }).catch(
      (error: unknown) => error,
    );
    expect(String(failed)).toContain('PORT');
    expect(String(failed)).toContain('SLACK_BOT_TOKEN');
  });
});
