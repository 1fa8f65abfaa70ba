import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../repository.js';

const READY_MILLISECONDS = 60_000;
const STOP_MILLISECONDS = 20_000;

/** A Matinee server as an operating-system process of its own, as people run it. */
export interface ServerProcess {
  readonly url: string;
  readonly dataDirectory: string;
  readonly pid: number;
  /** Milliseconds from the spawn to the line that says it is ready. */
  readonly readyMilliseconds: number;
  output(): string;
  /** Ends it as Ctrl-C does. @returns the exit code */
  stop(): Promise<number | null>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

/** A TCP port on loopback that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}

/** A folder for a server's data that goes with the process that asked for it. */
export function temporaryDataDirectory(): string {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-data-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function ended(child: ChildProcess, deadline: number): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('The server did not end in time.'));
    }, deadline);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

/** Starts the built server and waits until it says that it is ready. @throws with its output when it doesn't */
export async function startServer(
  options: {
    readonly dataDirectory?: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly root?: string;
  } = {},
): Promise<ServerProcess> {
  const { root = repositoryRoot, dataDirectory = temporaryDataDirectory(), environment = {} } = options;
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/src/main.js')], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TZ: 'UTC',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDirectory,
      // Nothing listens there: templates answer.
      OLLAMA_BASE_URL: 'http://127.0.0.1:9',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${output}`)), READY_MILLISECONDS);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (!/Matinee is (ready|at work)/.test(output)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Ended with ${code}:\n${output}`));
    });
  });
  try {
    await ready;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    dataDirectory,
    pid: child.pid ?? 0,
    readyMilliseconds: performance.now() - began,
    output: () => output,
    stop: () => {
      child.kill('SIGINT');
      return ended(child, STOP_MILLISECONDS);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended(child, STOP_MILLISECONDS);
    },
  };
}
