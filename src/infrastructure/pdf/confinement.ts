import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

function refuse(): never {
  throw new Error('A reading process has no network.');
}

/** Takes the network away from this process: nothing in a document has business there. */
export function refuseNetwork(): void {
  Socket.prototype.connect = refuse;
  globalThis.fetch = refuse;
}

const watchdog = `
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);
`;

/**
 * Ends this process when its parent is gone, even in the midst of an endless loop: a thread of its own looks. Without
 * it a killed server could leave a process behind that burns a core for ever.
 */
export function watchParent(): void {
  new Worker(watchdog, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref();
}
