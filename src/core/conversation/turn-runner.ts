import type { CoreContext } from '../ports/context.js';
import type { ConversationRow } from '../ports/stores/conversations.js';
import type { Answerer } from './answer.js';
import { runTurns } from './run-turn.js';
import { createPaces, type Paces } from './write-pace.js';

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
  /** Makes the answers: the assistant's `answerTurn`. */
  readonly answer: Answerer;
}

const DEFAULT_CONCURRENCY = 64;
/** How long a conversation stays taken after its process fell silent. */
const LEASE_MILLISECONDS = 20_000;
const RENEW_MILLISECONDS = 1_000;
/** How often the inbox is looked at without being told: other processes' messages, and those left by a crash. */
const POLL_MILLISECONDS = 500;
/** After an error of the database. */
const PAUSE_MILLISECONDS = 2_000;
const PRUNE_MILLISECONDS = 5 * 60_000;
/** Turn events are of use to a listener that lost its connection; the reply itself stays in its session. */
const EVENTS_KEPT_MILLISECONDS = 60 * 60_000;

/** A worker over the inbox: leases conversations, answers them one turn at a time, renews its leases meanwhile. */
export function createTurnRunner(context: CoreContext, options: TurnRunnerOptions): TurnRunner {
  const runner = new Runner(context, options);
  return { start: () => runner.start(), stop: (deadline) => runner.stop(deadline) };
}

interface Held {
  readonly conversation: ConversationRow;
  readonly lost: AbortController;
  readonly done: Promise<void>;
}

class Runner {
  readonly #context: CoreContext;
  readonly #options: TurnRunnerOptions;
  readonly #owner: string;
  readonly #held = new Map<string, Held>();
  readonly #paces: Paces = createPaces();
  /** Fires when no new turn shall begin. */
  readonly #closing = new AbortController();
  /** Fires when running turns shall be left where they are. */
  readonly #leaving = new AbortController();
  #loops: Promise<unknown> = Promise.resolve();
  #wake: (() => void) | null = null;
  #arrived = false;
  /** Messages this process was told of. */
  #arrivals = 0;

  constructor(context: CoreContext, options: TurnRunnerOptions) {
    this.#context = context;
    this.#options = options;
    this.#owner = context.ids.uuid();
  }

  start(): void {
    const offArrival = this.#context.events.onArrival(() => {
      this.#arrived = true;
      this.#arrivals += 1;
      this.#wake?.();
    });
    this.#loops = Promise.all([this.#claimLoop(), this.#renewLoop(), this.#pruneLoop()]).finally(offArrival);
  }

  async stop(deadlineMilliseconds: number): Promise<void> {
    this.#closing.abort();
    this.#wake?.();
    const { clock } = this.#context;
    const ended = new AbortController();
    const turns = Promise.all([...this.#held.values()].map((held) => held.done)).then(() => ended.abort());
    await Promise.race([turns, clock.sleep(deadlineMilliseconds, ended.signal).catch(() => undefined)]);
    this.#leaving.abort(new Error('The process is stopping.'));
    await turns;
    await this.#loops;
  }

  async #claimLoop(): Promise<void> {
    if (this.#options.exclusive) await this.#guarded(() => this.#store.releaseAllLeases());
    while (!this.#closing.signal.aborted) {
      this.#arrived = false;
      const claimed = await this.#guarded(() => this.#claim());
      if (claimed === null) await this.#sleep(PAUSE_MILLISECONDS);
      // What is free is taken by now, unless there was no room for all of it.
      else if (claimed === 0 || this.#room() > 0) await this.#waitForArrival();
    }
  }

  async #claim(): Promise<number> {
    const room = this.#room();
    if (room <= 0) return 0;
    const now = this.#context.clock.now();
    const until = new Date(now.getTime() + LEASE_MILLISECONDS);
    const claimed = await this.#store.claimConversations({ owner: this.#owner, now, until, limit: room });
    for (const conversation of claimed) this.#hold(conversation);
    return claimed.length;
  }

  #room(): number {
    return (this.#options.concurrency ?? DEFAULT_CONCURRENCY) - this.#held.size;
  }

  #hold(conversation: ConversationRow): void {
    const arrivals = this.#arrivals;
    const lost = new AbortController();
    const signal = AbortSignal.any([lost.signal, this.#leaving.signal]);
    const work = runTurns(this.#context, {
      conversation,
      owner: this.#owner,
      pace: this.#paces,
      answer: this.#options.answer,
      signal,
      closing: this.#closing.signal,
    });
    const done = work
      .catch(async (cause) => {
        if (!signal.aborted) this.#context.log.error({ err: cause }, 'a turn ended unexpectedly');
        await this.#guarded(() => this.#store.releaseLease(this.#owner, conversation.id));
        return true;
      })
      .then((more) => {
        const full = this.#room() <= 0;
        this.#held.delete(conversation.id);
        // A message that arrived meanwhile found its conversation taken.
        if (!more && !full && arrivals === this.#arrivals) return;
        this.#arrived = true;
        this.#wake?.();
      });
    this.#held.set(conversation.id, { conversation, lost, done });
  }

  async #renewLoop(): Promise<void> {
    while (!this.#closing.signal.aborted || this.#held.size > 0) {
      await this.#context.clock
        .sleep(RENEW_MILLISECONDS, this.#held.size > 0 ? this.#leaving.signal : this.#closing.signal)
        .catch(() => undefined);
      if (this.#leaving.signal.aborted) return;
      if (this.#held.size > 0) await this.#guarded(() => this.#renew());
    }
  }

  async #renew(): Promise<void> {
    const asked = [...this.#held.keys()];
    const until = new Date(this.#context.clock.now().getTime() + LEASE_MILLISECONDS);
    const kept = await this.#store.renewLeases({ owner: this.#owner, conversationIds: asked, until });
    const stillHeld = new Set(kept.map((lease) => lease.conversationId));
    for (const id of asked) {
      const held = this.#held.get(id);
      // A turn that has just ended gave its lease back itself.
      if (held && !stillHeld.has(id)) await this.#looseUnlessDone(held);
    }
    for (const lease of kept)
      for (const turnId of lease.stopTurnIds) this.#context.events.announceStop(turnId);
  }

  async #looseUnlessDone(held: Held): Promise<void> {
    const ended = Symbol('ended');
    const first = await Promise.race([held.done.then(() => ended), this.#context.clock.sleep(200)]);
    if (first === ended) return;
    // Somebody who had everything deleted took the conversation with it, and is still to be told: nobody else can.
    if ((await this.#store.getConversation(held.conversation.id)) === null) return;
    held.lost.abort(new Error('Another process took the conversation.'));
  }

  async #pruneLoop(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      await this.#sleep(PRUNE_MILLISECONDS);
      if (this.#closing.signal.aborted) return;
      const before = new Date(this.#context.clock.now().getTime() - EVENTS_KEPT_MILLISECONDS);
      await this.#guarded(() => this.#store.pruneEvents(before));
    }
  }

  get #store() {
    return this.#context.database.store.conversations;
  }

  /** @returns null where the database failed; it is tried again later. */
  async #guarded<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (cause) {
      this.#context.log.warn({ err: cause }, 'the inbox could not be reached');
      return null;
    }
  }

  async #sleep(milliseconds: number): Promise<void> {
    await this.#context.clock.sleep(milliseconds, this.#closing.signal).catch(() => undefined);
  }

  async #waitForArrival(): Promise<void> {
    if (this.#arrived || this.#closing.signal.aborted) return;
    const waiting = new AbortController();
    this.#wake = () => waiting.abort();
    await this.#context.clock
      .sleep(POLL_MILLISECONDS, AbortSignal.any([waiting.signal, this.#closing.signal]))
      .catch(() => undefined);
    this.#wake = null;
  }
}
