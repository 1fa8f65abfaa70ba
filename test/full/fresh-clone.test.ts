import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../support/repository.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

/** The README's shell blocks, in order. */
function shellBlocks(): string[] {
  const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
  return [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block.trim());
}

describe('the README, followed in a fresh clone', () => {
  const clone = mkdtempSync(join(tmpdir(), 'matinee-clone-'));
  let server: ServerProcess | null = null;

  const run = (command: string, input = '') =>
    execFileSync('sh', ['-c', command], {
      cwd: clone,
      encoding: 'utf8',
      input,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, OLLAMA_BASE_URL: 'http://127.0.0.1:9' },
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['pipe', 'pipe', 'pipe'],
    });

  beforeAll(() => {
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', repositoryRoot, clone]);
    const installation = shellBlocks()[0]?.split('&&')[0] ?? '';
    expect(installation.trim()).toBe('npm ci');
    run(installation);
  });

  afterAll(async () => {
    await server?.end('SIGINT');
    rmSync(clone, { recursive: true, force: true });
  });

  it('names npm ci, npm start, npm run chat and npm test, and nothing to install before', () => {
    expect(shellBlocks()).toEqual(['npm ci && npm start', 'npm run chat', 'npm ci && npm test']);
  });

  it('starts, answers, keeps its data over a kill, and stops on Ctrl-C', async () => {
    const environment = { DATA_DIR: join(clone, '.data') };
    server = await startServerProcess(environment, clone);
    const ready = await fetch(`${server.url}/api/health/ready`);
    expect(ready.status).toBe(200);
    // The installation made what the first start copies; without it the start takes its seconds.
    expect(readdirSync(join(clone, 'dist/database'))).toHaveLength(1);
    await server.end('SIGKILL');
    server = await startServerProcess(environment, clone);
    expect(await server.end('SIGINT')).toBe(0);
    server = null;
  });

  it('chats in a pipe: one reply a line, no control characters', () => {
    const reply = run('npm run -s chat', 'budget\n');
    expect(reply.trim().split('\n')).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested.
    expect(reply.trim()).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('leaves a checkout without changes behind', () => {
    expect(run('git status --porcelain').trim()).toBe('');
  });

  it('prints usage for a command without arguments, instead of a stack trace', async () => {
    const child = spawn('npm', ['run', '-s', 'parse'], { cwd: clone });
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(2);
    expect(text).toMatch(/parse/);
    expect(text).not.toMatch(/ at .*\.js/);
  });
});
