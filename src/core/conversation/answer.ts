import type { ReplyExtras } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import type { ConversationRow, InboxRow, Json, TurnRow, TurnWorld } from '../ports/stores/conversations.js';

/** What a turn is to answer. */
export interface TurnInput {
  readonly conversation: ConversationRow;
  readonly turn: TurnRow;
  /** Oldest first; several when somebody wrote quickly. */
  readonly messages: readonly InboxRow[];
  readonly world: TurnWorld;
}

/** Where an answer goes while it is made. Everything written has been checked and stays. */
export interface ReplySink {
  /** Appends to the reply. */
  write(text: string): void;
  /** Says what is being done; replaced by the next word on it, gone with the end of the turn. */
  progress(text: string): void;
  /** What was written so far. */
  written(): string;
}

/** A finished answer. `content` begins with what was written to the sink, unless a correction was needed. */
export interface Answer {
  readonly content: string;
  readonly extras: ReplyExtras;
  /** What the answer rests on, for "why?", follow-ups and operators; plain JSON without secrets. */
  readonly facts: Json;
  readonly toolCalls: Json;
  readonly timings: Readonly<Record<string, number>>;
  /** The model that phrased it; null where templates did. */
  readonly model: string | null;
  /** The session's running summary from now on; absent: as it was. */
  readonly summary?: string;
  /** What a session without a title is called from now on. */
  readonly title?: string;
}

/**
 * Makes the answer of a turn. May throw: the turn is then tried again, a bounded number of times.
 * @param signal fires when the user stops the turn, its messages change, or the process loses the conversation
 */
export type Answerer = (
  context: CoreContext,
  input: TurnInput,
  sink: ReplySink,
  signal: AbortSignal,
) => Promise<Answer>;
