import { type ChildProcess, fork } from 'node:child_process';
import { builtModule } from '../../../src/infrastructure/built-module.js';

/** Where a process is killed: from outside at a random moment, or by itself at one of the places that matter. */
export const killPlaces = [
  'at random',
  'while it starts',
  'stored, not yet acknowledged',
  'acknowledged, turn not begun',
  'in the middle of the reply',
  'decided, not yet posted',
  'posted, not yet recorded',
  'shown whole, turn not ended',
] as const;
export type KillPlace = (typeof killPlaces)[number];

/** What a process is told at its start. */
export interface LifeStart {
  readonly platformUrl: string;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** Share of answers that fail at their first attempt. */
  readonly failingShare: number;
  readonly seed: number;
  /** Where this process ends itself; null: nowhere. */
  readonly dieAt: KillPlace | null;
}

/** One process that takes messages and answers them, from its start to its SIGKILL. */
export interface Life {
  /** Opens the database and begins to answer. @returns when it is ready, or gone */
  begin(start: LifeStart): Promise<void>;
  send(key: string, conversation: string): void;
  /** Fulfilled when the process is gone. */
  readonly gone: Promise<void>;
  /** Killed by its own hand, at the place it was told. */
  diedByItself(): boolean;
  kill(): Promise<void>;
}

/** A process that has loaded its code and waits to begin: its successor is then there the moment it dies. */
export function prepareLife(acknowledged: (key: string) => void): Life {
  const worker: ChildProcess = fork(builtModule('./fault-worker.js', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let killed = false;
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const ready = new Promise<void>((resolve) => {
    worker.on('message', (message: { ready?: true; acknowledged?: string }) => {
      if (message.ready) resolve();
      if (message.acknowledged) acknowledged(message.acknowledged);
    });
  });
  const tell = (message: object) => {
    if (worker.connected) worker.send(message, () => undefined);
  };
  return {
    gone,
    async begin(start) {
      tell({ start });
      await Promise.race([ready, gone]);
    },
    send: (key, conversation) => tell({ key, conversation }),
    diedByItself: () => !killed && worker.signalCode === 'SIGKILL',
    async kill() {
      // One that ended in another way was not killed, and proves nothing.
      if (worker.exitCode !== null) throw new Error(`A process ended by itself with ${worker.exitCode}.`);
      killed = worker.signalCode === null;
      worker.kill('SIGKILL');
      await gone;
    },
  };
}
