import type { CoreContext } from '../ports/context.js';

/** Answers the inbox in this process until it is stopped. */
export interface TurnRunner {
  start(): void;
  /** Takes no new turn, lets running ones end within the time, then leaves the rest to the next start. */
  stop(deadlineMilliseconds: number): Promise<void>;
}

export interface TurnRunnerOptions {
  /** Turns at once in this process. */
  readonly concurrency?: number;
  /** This process has the database to itself (the embedded one): leases found at start are of the dead. */
  readonly exclusive?: boolean;
}
