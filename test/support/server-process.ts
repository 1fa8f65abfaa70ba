import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repositoryPath } from './repository-path.js';

const READY_MILLISECONDS = 150_000;
const END_MILLISECONDS = 40_000;

/** Matinee in a process of its own, as people run it. */
export interface ServerProcess {
  /** Where it answers; empty without the API's role. */
  readonly url: string;
  /** Milliseconds from the spawn to the line that says it is ready. */
  readonly readyMilliseconds: number;
  /** What it printed and logged so far. */
  output(): string;
  /** Ends it with the signal. @returns the exit code; null when the signal ended it. @throws Error when it does not end */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/**
 * Starts the built product on a free port of loopback, with no model server, and waits until it says that it is ready.
 * @param root where its `dist` is
 * @throws Error with its output when it ends instead
 */
export async function startServerProcess(
  environment: Readonly<Record<string, string>>,
  root = repositoryPath('.'),
): Promise<ServerProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/src/main.js')], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TZ: 'UTC',
      PORT: '0',
      OLLAMA_BASE_URL: 'http://127.0.0.1:9',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<string>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`Matinee is not ready in time: ${output}`)),
      READY_MILLISECONDS,
    );
    const read = (chunk: Buffer) => {
      output += String(chunk);
      const line = /Matinee is (?:ready|at work): (\S+)/.exec(output);
      if (!line) return;
      clearTimeout(late);
      resolve(line[1] ?? '');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`Matinee ended (${code}): ${output}`));
    });
  });
  const address = await ready.catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    url: address.startsWith('http') ? address : '',
    readyMilliseconds: performance.now() - began,
    output: () => output,
    end: (signal) => end(child, signal),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, 'exit', { signal: AbortSignal.timeout(END_MILLISECONDS) });
  child.kill(signal);
  try {
    const [code] = await exited;
    return typeof code === 'number' ? code : null;
  } catch (cause) {
    child.kill('SIGKILL');
    throw new Error('Matinee did not end in time.', { cause });
  }
}
