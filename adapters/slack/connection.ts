import { setTimeout as sleep } from 'node:timers/promises';
import type { App, Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../../src/core/ports/runtime.js';

/** From asking for an address to Slack's hello. */
const CONNECT_MILLISECONDS = 15_000;
const FIRST_BACKOFF_MILLISECONDS = 500;
const MAX_BACKOFF_MILLISECONDS = 30_000;
/** A connection that is lost sooner than this counts as a failure: the next one waits. */
const BRIEF_MILLISECONDS = 10_000;

/**
 * A Socket Mode connection that comes back by itself: at once after it was lost or Slack asked for a new one, then with
 * growing pauses for as long as it takes. `start` fails only when the very first connection does.
 */
export class LastingConnection implements Receiver {
  readonly #create: () => SocketModeReceiver;
  readonly #log: Logger;
  readonly #stopped = new AbortController();
  #app: App | null = null;
  #current: SocketModeReceiver | null = null;
  /** Connections in a row that were lost at once. */
  #brief = 0;

  constructor(create: () => SocketModeReceiver, log: Logger) {
    this.#create = create;
    this.#log = log;
  }

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {
    await this.#connect();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#current?.stop();
  }

  /** Opens a connection and watches it. @throws Error when Slack does not greet in time */
  async #connect(): Promise<void> {
    this.#stopped.signal.throwIfAborted();
    const receiver = this.#create();
    if (this.#app) receiver.init(this.#app);
    const inTime = new AbortController();
    let greeted: number | null = null;
    const late = sleep(CONNECT_MILLISECONDS, null, { signal: inTime.signal }).then(
      () => {
        throw new Error('Slack did not greet the connection in time.');
      },
      () => undefined,
    );
    receiver.client.on('disconnected', () => {
      if (greeted === null || this.#current !== receiver) return;
      this.#current = null;
      this.#brief = performance.now() - greeted < BRIEF_MILLISECONDS ? this.#brief + 1 : 0;
      void this.#reconnect(Math.max(0, this.#brief - 1));
    });
    try {
      await Promise.race([receiver.start(), late]);
      greeted = performance.now();
      this.#current = receiver;
    } catch (error) {
      await receiver.stop();
      throw error;
    } finally {
      inTime.abort();
    }
    if (this.#stopped.signal.aborted) await receiver.stop();
  }

  /** Never rejects: it ends with a connection, or when the adapter stops. */
  async #reconnect(first: number): Promise<void> {
    for (let attempt = first; !this.#stopped.signal.aborted; attempt += 1) {
      try {
        if (attempt > 0) await sleep(backoff(attempt), null, { signal: this.#stopped.signal });
        await this.#connect();
        this.#log.info({ attempts: attempt - first + 1 }, 'Slack is connected again');
        return;
      } catch (error) {
        if (this.#stopped.signal.aborted) return;
        const level = attempt === first ? 'warn' : 'debug';
        this.#log[level]({ err: error, attempt }, 'Slack cannot be reached; trying again');
      }
    }
  }
}

/** Doubled from half a second to half a minute, with jitter, so that many processes don't come back at once. */
function backoff(attempt: number): number {
  const longest = Math.min(
    MAX_BACKOFF_MILLISECONDS,
    FIRST_BACKOFF_MILLISECONDS * 2 ** Math.min(attempt - 1, 10),
  );
  return longest * (0.75 + Math.random() / 2);
}
