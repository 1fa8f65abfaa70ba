import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, loadConfig } from '../../../src/config/config.js';
import { configRows, configTable } from '../../../src/config/table.js';
import { repositoryPath } from '../../support/repository-path.js';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the configuration', () => {
  test('needs nothing: everything runs embedded on this machine', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      PORT: 5000,
      HOST: '127.0.0.1',
      DATA_DIR: './.data',
      AWS_REGION: 'ap-southeast-2',
      S3_PRESIGNED_URL_EXPIRY_SECONDS: 3600,
      OLLAMA_BASE_URL: 'http://localhost:11434',
      OLLAMA_MODEL: 'llama3.2:3b',
      OLLAMA_EMBEDDING_MODEL: 'nomic-embed-text',
      OLLAMA_TIMEOUT_SECONDS: 120,
      FEATURE_DOCUMENT_PARSING: true,
      FEATURE_STREAMING_CHAT: true,
      maxDocumentBytes: 10 * 1024 * 1024,
      cognito: null,
      slack: null,
      discord: null,
      teams: null,
      production: false,
    });
    expect(config.DATABASE_URL).toBeUndefined();
  });

  test('tells every problem at once', () => {
    const problems = problemsOf({
      PORT: 'many',
      DATABASE_URL: 'mysql://x',
      FEATURE_STREAMING_CHAT: 'maybe',
      OLLAMA_BASE_URL: 'localhost',
      COGNITO_USER_POOL_ID: 'pool',
    });
    expect(problems).toHaveLength(5);
    for (const name of [
      'PORT',
      'DATABASE_URL',
      'FEATURE_STREAMING_CHAT',
      'OLLAMA_BASE_URL',
      'COGNITO_CLIENT_ID',
    ]) {
      expect(problems.filter((problem) => problem.includes(name))).toHaveLength(1);
    }
  });

  test('never prints a secret', () => {
    const problems = problemsOf({
      SLACK_BOT_TOKEN: 'hunter2',
      SLACK_APP_TOKEN: 'hunter2',
      OPERATOR_TOKEN: 'hunter2',
      DATABASE_URL: 'hunter2',
    });
    expect(problems.length).toBeGreaterThanOrEqual(4);
    expect(problems.join('\n')).not.toContain('hunter2');
  });

  test('takes a variable that is set to nothing for unset', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ', DISCORD_TOKEN: '' })).toMatchObject({
      PORT: 5000,
      discord: null,
    });
  });

  test.each(['true', '1', 'YES', 'on'])(
    'reads %s as a switch that is on, and its opposites as off',
    (word) => {
      expect(loadConfig({ QUIET: word }).QUIET).toBe(true);
      const off = { true: 'false', '1': '0', YES: 'No', on: 'off' }[word] ?? '';
      expect(loadConfig({ QUIET: off }).QUIET).toBe(false);
    },
  );

  test('refuses the embedded identity provider in production', () => {
    expect(problemsOf({ NODE_ENV: 'production' }).join()).toContain('COGNITO_USER_POOL_ID');
    expect(
      loadConfig({ NODE_ENV: 'production', COGNITO_USER_POOL_ID: 'p', COGNITO_CLIENT_ID: 'c' }).cognito,
    ).toEqual({ userPoolId: 'p', clientId: 'c' });
  });

  test('turns a platform on with its credentials, whole ones only', () => {
    expect(loadConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).slack).toEqual({
      botToken: 'xoxb-1',
      appToken: 'xapp-1',
    });
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1' }).join()).toContain('SLACK_APP_TOKEN');
    expect(problemsOf({ SLACK_SIGNING_SECRET: 's' }).join()).toContain('SLACK_BOT_TOKEN');
    expect(problemsOf({ TEAMS_APP_ID: 'a' }).join()).toContain('TEAMS_APP_PASSWORD');
    expect(loadConfig({ TEAMS_EMULATOR: 'true' }).teams).toEqual({});
    expect(problemsOf({ TEAMS_EMULATOR: 'true', NODE_ENV: 'production' }).join()).toContain('TEAMS_EMULATOR');
    expect(loadConfig({ DISCORD_TOKEN: 't' }).discord).toEqual({ token: 't' });
  });

  test('takes Slack for many workspaces with all that it needs, or not at all', () => {
    const key = Buffer.alloc(32, 1).toString('base64');
    const app = {
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 's',
      SLACK_ENCRYPTION_KEY: `${key}, ${Buffer.alloc(32, 2).toString('base64')}`,
      PUBLIC_URL: 'https://matinee.example.org/',
      SLACK_SIGNING_SECRET: 'signing',
    };
    expect(loadConfig(app).slack).toEqual({
      signingSecret: 'signing',
      oauth: {
        clientId: '1.2',
        clientSecret: 's',
        encryptionKeys: [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)],
        publicUrl: 'https://matinee.example.org',
      },
    });
    expect(problemsOf({ ...app, PUBLIC_URL: '' }).join()).toContain('PUBLIC_URL');
    expect(problemsOf({ ...app, SLACK_CLIENT_SECRET: '' }).join()).toContain('SLACK_CLIENT_SECRET');
    expect(problemsOf({ ...app, SLACK_SIGNING_SECRET: '' }).join()).toContain('SLACK_APP_TOKEN');
    expect(problemsOf({ ...app, SLACK_BOT_TOKEN: 'xoxb-1' }).join()).toContain('SLACK_BOT_TOKEN is for one');
    for (const bad of ['too short', 'AAAA', `${key},AAAA`]) {
      const problems = problemsOf({ ...app, SLACK_ENCRYPTION_KEY: bad });
      expect(problems.join()).toContain('SLACK_ENCRYPTION_KEY must be');
      expect(problems.join()).not.toContain(bad);
    }
  });

  test('divides Discord’s servers between processes', () => {
    const shared = { DISCORD_TOKEN: 't', DATABASE_URL: 'postgresql://me@db/matinee' };
    expect(loadConfig({ ...shared, DISCORD_SHARDS: '0, 2 of 4' }).discord).toEqual({
      token: 't',
      shards: { ids: [0, 2], count: 4 },
    });
    for (const wrong of ['0', '0,1/4', '4 of 4', 'all of 4', '0 of 0'])
      expect(problemsOf({ ...shared, DISCORD_SHARDS: wrong }).join()).toContain('DISCORD_SHARDS must be');
    expect(problemsOf({ DISCORD_TOKEN: 't', DISCORD_SHARDS: '0 of 2' }).join()).toContain('DATABASE_URL');
  });

  test('divides the work between processes on PostgreSQL only', () => {
    expect(problemsOf({ ROLES: 'api' }).join()).toContain('DATABASE_URL');
    expect(problemsOf({ ROLES: 'api,cook', DATABASE_URL: 'postgresql://h/d' }).join()).toContain('ROLES');
    expect(loadConfig({ ROLES: 'api, worker', DATABASE_URL: 'postgresql://h/d' }).roles).toEqual(
      new Set(['api', 'worker']),
    );
  });

  test('describes every variable, each in a row of its own', () => {
    const rows = configRows();
    expect(new Set(rows.map((row) => row.about)).size).toBeGreaterThan(rows.length - 3);
    expect(rows.filter((row) => row.about.length < 10)).toEqual([]);
    expect(configTable().split('\n')).toHaveLength(rows.length + 2);
  });

  test('stands in the README as the schema has it (npm run config-table)', () => {
    expect(readFileSync(repositoryPath('README.md'), 'utf8')).toContain(`\n${configTable()}\n`);
  });

  test('has the names that the specification fixes', () => {
    const specified = `PORT HOST DATA_DIR DATABASE_URL AWS_REGION S3_BUCKET S3_FORCE_PATH_STYLE
      S3_PRESIGNED_URL_EXPIRY_SECONDS COGNITO_USER_POOL_ID COGNITO_CLIENT_ID COGNITO_AUTHORITY AWS_ENDPOINT_URL_S3
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER OLLAMA_BASE_URL OLLAMA_MODEL OLLAMA_EMBEDDING_MODEL
      OLLAMA_TIMEOUT_SECONDS FEATURE_DOCUMENT_PARSING FEATURE_STREAMING_CHAT MAX_DOCUMENT_SIZE_MB SLACK_BOT_TOKEN
      SLACK_APP_TOKEN SLACK_SIGNING_SECRET SLACK_API_URL DISCORD_TOKEN DISCORD_API_URL TEAMS_APP_ID TEAMS_APP_PASSWORD
      TEAMS_TENANT_ID`.split(/\s+/);
    expect(configRows().map((row) => row.name)).toEqual(expect.arrayContaining(specified));
  });
});
