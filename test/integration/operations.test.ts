import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { examineAll } from '../../src/composition/doctor/examination.js';
import { renderFinding } from '../../src/composition/doctor/finding.js';
import { loadConfig } from '../../src/config/config.js';
import { connectDatabase } from '../../src/infrastructure/postgres/connect.js';
import { backUpData, restoreData } from '../../src/infrastructure/postgres/embedded/backup.js';
import { copyDatabaseTemplate, silentLog } from '../support/database.js';
import { createSlackServer } from '../support/slack/server.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matinee-operations-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a backup of the embedded data', () => {
  test('brings back the rows and the files as they were, and keeps what came after beside them', async () => {
    const dataDir = join(folder, 'data');
    await mkdir(dataDir);
    await copyDatabaseTemplate(dataDir);
    await mkdir(join(dataDir, 'files/objects'), { recursive: true });
    await writeFile(join(dataDir, 'files/objects/statement'), '%PDF');
    const person = { id: crypto.randomUUID(), email: null, displayName: null };

    const first = await connectDatabase({ dataDir, log: silentLog });
    await first.database.store.accounts.ensureUser({ ...person, subject: 'early' });
    await expect(backUpData(dataDir, folder, 'copy')).rejects.toMatchObject({ code: 'DATA_FOLDER_LOCKED' });
    await first.close();

    const copy = await backUpData(dataDir, folder, 'copy');

    const second = await connectDatabase({ dataDir, log: silentLog });
    await second.database.store.accounts.ensureUser({ ...person, id: crypto.randomUUID(), subject: 'late' });
    await second.close();
    await rm(join(dataDir, 'files'), { recursive: true });

    const aside = await restoreData(dataDir, copy, 'before');

    expect(existsSync(join(dataDir, 'files/objects/statement'))).toBe(true);
    expect(existsSync(join(aside ?? '', 'postgres/PG_VERSION'))).toBe(true);
    const third = await connectDatabase({ dataDir, log: silentLog });
    try {
      expect(await third.database.store.accounts.findUserBySubject('early')).not.toBeNull();
      expect(await third.database.store.accounts.findUserBySubject('late')).toBeNull();
    } finally {
      await third.close();
    }
  }, 60_000);

  test('refuses what is none', async () => {
    await expect(backUpData(join(folder, 'nothing'), folder, 'x')).rejects.toMatchObject({
      code: 'NOTHING_TO_BACK_UP',
    });
    await mkdir(join(folder, 'other'));
    await expect(restoreData(join(folder, 'data'), join(folder, 'other'), 'x')).rejects.toMatchObject({
      code: 'NOT_A_BACKUP',
    });
  });
});

describe('the doctor', () => {
  async function examine(environment: Record<string, string>): Promise<string> {
    const config = loadConfig({ PORT: '0', OLLAMA_BASE_URL: 'http://127.0.0.1:9', ...environment });
    const findings = await examineAll(config, silentLog);
    return findings.map(renderFinding).join('\n');
  }

  test('finds the embedded parts in order, and says what a missing model means', async () => {
    const dataDir = join(folder, 'healthy');
    await mkdir(dataDir);
    await copyDatabaseTemplate(dataDir);
    const report = await examine({ DATA_DIR: dataDir });
    expect(report).not.toContain('✗');
    for (const part of ['Node', 'data folder', 'files', 'signing in', 'documents']) {
      expect(report).toMatch(new RegExp(`✓ ${part}`));
    }
    expect(report).toMatch(/! model .*\n +→ .*ollama pull llama3\.2:3b/);
    expect(report).toMatch(/– Slack .*SLACK_BOT_TOKEN/);
  }, 60_000);

  test('names what to do about a database that does not answer, without its password', async () => {
    const report = await examine({ DATA_DIR: folder, DATABASE_URL: 'postgresql://me:hunter2@127.0.0.1:9/x' });
    expect(report).toMatch(/✗ database .*127\.0\.0\.1:9.*check DATABASE_URL/);
    expect(report).not.toContain('hunter2');
  });

  test('asks Slack about an app for many workspaces, and says where they install it', async () => {
    const slack = await createSlackServer();
    const { clientId, clientSecret } = slack.oauth;
    const app = {
      DATA_DIR: folder,
      DATABASE_URL: 'postgresql://me@127.0.0.1:9/x',
      PUBLIC_URL: 'https://matinee.example.org',
      SLACK_API_URL: slack.apiUrl,
      SLACK_CLIENT_ID: clientId,
      SLACK_CLIENT_SECRET: clientSecret,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    try {
      expect(await examine(app)).toMatch(/✓ Slack .*https:\/\/matinee\.example\.org\/slack\/install/);
      const refused = await examine({ ...app, SLACK_CLIENT_SECRET: 'not-the-secret' });
      expect(refused).toMatch(/✗ Slack .*bad_client_secret[\s\S]*SLACK_CLIENT_SECRET/);
      expect(refused).not.toContain('not-the-secret');
    } finally {
      await slack.close();
    }
  });

  test('asks a platform who the bot is, and tells a refused token', async () => {
    const report = await examine({
      DATA_DIR: folder,
      DATABASE_URL: 'postgresql://me@127.0.0.1:9/x',
      DISCORD_TOKEN: 'secret-token',
      DISCORD_API_URL: 'http://127.0.0.1:9',
    });
    expect(report).toMatch(/✗ Discord .*\n +→ .*DISCORD_API_URL/);
    expect(report).not.toContain('secret-token');
  });
});
