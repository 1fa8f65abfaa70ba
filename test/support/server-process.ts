import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { repositoryPath } from './repository-path.js';

/** Matinee in a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Its address; null without the API's role. */
  readonly url: string | null;
  /** Standard error so far: the log. */
  log(): string;
  /** Ends it with the signal. @returns the exit code; null when the signal ended it */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built product and waits until it says that it is ready. @throws Error with its output when it ends instead */
export async function startServerProcess(
  environment: Readonly<Record<string, string>>,
  main = repositoryPath('dist/src/main.js'),
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: '0', OLLAMA_BASE_URL: 'http://127.0.0.1:9', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += String(chunk);
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += String(chunk);
      const line = /Matinee is (ready|at work): (\S+)/.exec(output);
      if (line) resolve(line[2] ?? '');
    });
    child.once('exit', (code) => reject(new Error(`Matinee ended (${code}): ${output}${log}`)));
  });
  const address = await ready;
  return {
    child,
    url: address.startsWith('http') ? address : null,
    log: () => log,
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exited = once(child, 'exit');
      child.kill(signal);
      const [code] = await exited;
      return typeof code === 'number' ? code : null;
    },
  };
}
