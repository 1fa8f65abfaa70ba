import type { ActionButton } from './chat-platform.js';

interface TurnEventBase {
  /** `TURN:ATTEMPT:POSITION`: what a listener hands back to go on from here. Position counts characters. */
  readonly id: string;
  readonly sessionId: string;
  readonly turnId: string;
  /** The assistant's message that this turn writes (`chat_messages.id`). */
  readonly messageId: string;
  /** From 1; a new attempt after a crash starts the text again. */
  readonly attempt: number;
}

/** A turn has begun, or begun again: what was shown of its text before is void. */
export interface TurnStarted extends TurnEventBase {
  readonly kind: 'started';
  /** The inbox messages that this turn answers. */
  readonly inboundIds: readonly string[];
}

/** What is being done, for display in passing ("Reading page 2 of 5"); no part of the text. */
export interface TurnProgress extends TurnEventBase {
  readonly kind: 'progress';
  readonly text: string;
}

/** Text to append. Checked: it is never taken back within the attempt. */
export interface TurnToken extends TurnEventBase {
  readonly kind: 'token';
  readonly text: string;
}

/** The final text, whole. `stopped`: the user ended it early. */
export interface TurnCompleted extends TurnEventBase {
  readonly kind: 'completed';
  readonly content: string;
  readonly buttons: readonly ActionButton[];
  readonly stopped: boolean;
}

/** The turn could not be answered. `message` is a sentence for the user. */
export interface TurnFailed extends TurnEventBase {
  readonly kind: 'failed';
  readonly code: string;
  readonly message: string;
}

export type TurnEvent = TurnStarted | TurnProgress | TurnToken | TurnCompleted | TurnFailed;

/**
 * What turns tell whoever listens, on this process at once and on others within a second, and the two signals that
 * shorten waits: a message has arrived, a turn shall stop. Signals are hints; the database holds the truth.
 */
export interface TurnEvents {
  publish(event: TurnEvent): void;
  /**
   * The events of a session's turns from now on; of a turn that is running, from its start, or from after the event
   * with the id `after`. A listener that falls too far behind gets text in larger pieces. Ends with the signal.
   */
  subscribe(
    sessionId: string,
    options: { readonly after?: string; readonly signal: AbortSignal },
  ): AsyncIterable<TurnEvent>;
  /** Tells the turn runner of this process that there is something to answer. */
  announceArrival(): void;
  /** @returns a function that ends the registration. */
  onArrival(listener: () => void): () => void;
  /** Tells the process that runs the turn, where it is this one. */
  announceStop(turnId: string): void;
  /** @returns a function that ends the registration. */
  onStop(listener: (turnId: string) => void): () => void;
  /** Writes what is buffered and ends all subscriptions. */
  close(): Promise<void>;
}
