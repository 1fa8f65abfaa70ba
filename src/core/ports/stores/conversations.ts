import type { ConversationAddress, InboundAttachment } from '../chat-platform.js';
import type { TurnEvent } from '../events.js';

/** Plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface ConversationRow extends ConversationAddress {
  readonly id: string;
  /** The next message may be a password: it is kept out of the database. */
  readonly awaitsSecret: boolean;
  readonly userId: string;
  readonly sessionId: string;
  readonly direct: boolean;
  readonly reference: Readonly<Record<string, unknown>>;
}

export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly title: string | null;
  readonly contextSummary: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type ChatRole = 'user' | 'assistant' | 'system';

export interface ChatMessageRow {
  readonly id: string;
  readonly sessionId: string;
  readonly role: ChatRole;
  readonly content: string;
  readonly extractedPreferences: Json;
  readonly extractedFinancialInfo: Json;
  readonly createdAt: Date;
}

/** A pressed button, as it is kept in the inbox. */
export interface InboundAction {
  readonly id: string;
  readonly label: string;
}

/** A message of the inbox. */
export interface InboxRow {
  readonly id: string;
  readonly conversationId: string;
  readonly messageKey: string;
  readonly content: string;
  readonly attachments: readonly InboundAttachment[];
  readonly action: InboundAction | null;
  readonly status: InboxStatus;
  readonly turnId: string | null;
  readonly chatMessageId: string | null;
  readonly receivedAt: Date;
}

export type InboxStatus = 'pending' | 'answering' | 'answered' | 'withdrawn';

/** `delivering`: the reply is decided and stored, its platform has not confirmed it yet. */
export type TurnStatus = 'running' | 'delivering' | 'completed' | 'failed' | 'stopped';

/** A message begun on a platform, under the key it was posted with. `reference` is null where it has to be posted anew. */
export interface PostedMessage {
  readonly key: string;
  readonly reference: string | null;
}

export interface TurnRow {
  readonly id: string;
  readonly conversationId: string;
  readonly sessionId: string;
  readonly status: TurnStatus;
  readonly attempts: number;
  readonly posted: readonly PostedMessage[];
  readonly replyMessageId: string;
  readonly facts: Json;
  readonly startedAt: Date;
  readonly stopRequested: boolean;
}

/** What a turn leaves behind when its reply is decided. */
export interface TurnOutcome {
  readonly turnId: string;
  readonly sessionId: string;
  readonly replyMessageId: string;
  readonly content: string;
  readonly facts: Json;
  readonly toolCalls: Json;
  readonly timings: Json;
  readonly model: string | null;
  /** The session's running summary from now on, and its title where it has none yet. */
  readonly summary: string | null;
  readonly title: string | null;
  readonly at: Date;
}

/** A message on its way into the inbox. */
export interface NewInbound {
  readonly id: string;
  readonly chatMessageId: string;
  readonly messageKey: string;
  readonly content: string;
  readonly attachments: readonly InboundAttachment[];
  readonly action: InboundAction | null;
  readonly at: Date;
}

/** What a prompt tells of the user, beyond the turn's own facts. */
export interface KnownUser {
  readonly subscriptions: readonly string[];
  readonly preferredGenres: readonly string[];
  readonly dislikedGenres: readonly string[];
  readonly preferredActivities: readonly string[];
  readonly priceSensitivity: string | null;
  /** Titles they liked lately. */
  readonly likes: readonly string[];
}

/** What a turn needs to know before it can read its messages. Null: never set. */
export interface TurnWorld {
  readonly currency: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly displayName: string | null;
  readonly sessionTitle: string | null;
  readonly contextSummary: string | null;
  /** Where unasked messages go. */
  readonly homeConversationId: string | null;
  /** The `memory` that the session's latest finished turn left in its facts. */
  readonly facts: Json;
  /** Where the user lives, as their latest turn of any session kept it; only told in a session without a turn. */
  readonly home: string | null;
  readonly known: KnownUser;
}

/** A turn that may run now. */
export interface BegunTurn {
  readonly turn: TurnRow;
  /** Oldest first. */
  readonly messages: readonly InboxRow[];
  readonly world: TurnWorld;
}

/** The inbox, its turns, and what was said. Everything else belongs to its own store. */
export interface ConversationStore {
  /** The conversation, created with a session of its own when it is new; its reference is kept current. */
  openConversation(input: {
    readonly userId: string;
    readonly address: ConversationAddress;
    readonly direct: boolean;
    readonly reference: Readonly<Record<string, unknown>>;
    /** Used for a new conversation; a new session where absent. */
    readonly sessionId?: string;
    readonly newSessionTitle: string | null;
  }): Promise<ConversationRow>;
  /** Stores a message and its chat message, unless the conversation already has one of this key (null then). */
  addInbound(
    input: NewInbound & { readonly conversationId: string; readonly sessionId: string },
  ): Promise<InboxRow | null>;
  /**
   * The same for somebody known in a conversation that is known, in one statement; its reference is kept current.
   * Null, with nothing stored, where either is new, or where the text could be the secret that is waited for.
   */
  receiveInbound(input: {
    readonly address: ConversationAddress;
    readonly sender: { readonly platform: string; readonly tenant: string; readonly userId: string };
    readonly direct: boolean;
    readonly reference: Readonly<Record<string, unknown>>;
    readonly couldBeSecret: boolean;
    readonly message: NewInbound;
  }): Promise<{ readonly conversation: ConversationRow; readonly stored: InboxRow | null } | null>;
  findInbound(conversationId: string, messageKey: string): Promise<InboxRow | null>;
  getInbound(userId: string, inboundId: string): Promise<InboxRow | null>;
  /** The conversations of an address; in a channel, one for each person. */
  findConversations(address: ConversationAddress): Promise<ConversationRow[]>;
  getConversation(id: string): Promise<ConversationRow | null>;
  /** The conversation somebody last wrote in directly, on a platform that can be written to. */
  lastDirectConversation(
    userId: string,
    platforms: readonly string[],
    platform?: string,
  ): Promise<ConversationRow | null>;
  moveConversation(id: string, sessionId: string): Promise<void>;
  setAwaitsSecret(id: string, awaits: boolean): Promise<void>;
  setInboundStatus(ids: readonly string[], status: InboxStatus): Promise<void>;
  /** Replaces the text of an inbox message and of its chat message. */
  rewriteInbound(id: string, content: string): Promise<void>;
  /** Takes an inbox message back: marked withdrawn, its chat message deleted. */
  withdrawInbound(id: string): Promise<void>;

  /** Leases conversations that have something to answer and that nobody holds, the longest waiting first. */
  claimConversations(input: {
    readonly owner: string;
    readonly now: Date;
    readonly until: Date;
    readonly limit: number;
  }): Promise<ConversationRow[]>;
  /** Prolongs the owner's leases. @returns the ones still held, with the stop wishes of their turns. */
  renewLeases(input: {
    readonly owner: string;
    readonly conversationIds: readonly string[];
    readonly until: Date;
  }): Promise<{ readonly conversationId: string; readonly stopTurnIds: readonly string[] }[]>;
  releaseLease(owner: string, conversationId: string): Promise<void>;
  /** Ends every lease: only for a process that has the database to itself, at its start. */
  releaseAllLeases(): Promise<number>;

  /**
   * The turn to run in a leased conversation: the one that was broken off, with one attempt more, or a new one over
   * the pending messages, oldest first. Null when nothing is to be answered. One statement, what the turn rests on included.
   */
  beginTurn(input: {
    readonly conversationId: string;
    readonly userId: string;
    readonly sessionId: string;
    readonly turnId: string;
    readonly replyMessageId: string;
    readonly maxMessages: number;
    readonly at: Date;
  }): Promise<BegunTurn | null>;
  getTurn(id: string): Promise<TurnRow | null>;
  /** The messages that a turn answers and that nobody took back, oldest first. */
  turnMessages(turnId: string): Promise<InboxRow[]>;
  runningTurns(filter: { readonly conversationId?: string; readonly sessionId?: string }): Promise<TurnRow[]>;
  /** @returns false where the owner no longer holds the conversation. */
  savePosted(turnId: string, owner: string, posted: readonly PostedMessage[]): Promise<boolean>;
  requestStop(turnId: string): Promise<void>;
  clearStop(turnId: string): Promise<void>;
  /**
   * Stores the reply and marks the turn as delivering, in one statement.
   * @returns false where the owner no longer holds the conversation: nothing was stored then.
   */
  saveOutcome(owner: string, outcome: TurnOutcome): Promise<boolean>;
  /**
   * Ends the turn, answers its messages and releases the conversation, in one statement.
   * @returns whether more messages wait in the conversation
   */
  finishTurn(input: {
    readonly turnId: string;
    readonly conversationId: string;
    readonly owner: string;
    readonly status: Exclude<TurnStatus, 'running' | 'delivering'>;
    readonly timings: Json;
    /** Messages of the reply that were begun since `savePosted` was last called; null: none. */
    readonly posted: readonly PostedMessage[] | null;
    readonly at: Date;
  }): Promise<boolean>;

  saveExtraction(
    chatMessageId: string,
    extracted: { readonly preferences: Json; readonly financialInfo: Json },
  ): Promise<void>;
  /** The latest messages of a session, oldest first. `before`: only older than this message. */
  messages(
    sessionId: string,
    options: { readonly limit: number; readonly before?: string },
  ): Promise<ChatMessageRow[]>;
  countMessages(sessionId: string): Promise<number>;
  getMessage(id: string): Promise<ChatMessageRow | null>;

  createSession(input: { readonly userId: string; readonly title: string | null }): Promise<SessionRow>;
  getSession(userId: string, sessionId: string): Promise<SessionRow | null>;
  /** Newest first. */
  listSessions(
    userId: string,
    options: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly sessions: SessionRow[]; readonly total: number }>;
  /** @returns false where the user has no such session. */
  deleteSession(userId: string, sessionId: string): Promise<boolean>;

  /** Events in one statement; those of turns that no longer exist are dropped. */
  appendEvents(events: readonly TurnEvent[]): Promise<void>;
  /** Stored events of the sessions' turns after a row number, oldest first, and of one turn from its beginning. */
  eventsAfter(input: {
    readonly sessionIds: readonly string[];
    readonly after: bigint;
    readonly limit: number;
  }): Promise<{ readonly row: bigint; readonly event: TurnEvent }[]>;
  eventsOfTurn(turnId: string): Promise<TurnEvent[]>;
  lastEventRow(): Promise<bigint>;
  /** Deletes events of turns that ended before the time. */
  pruneEvents(before: Date): Promise<number>;
}
