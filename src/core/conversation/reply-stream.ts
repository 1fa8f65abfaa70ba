import {
  type ChatPlatform,
  PlatformWriteError,
  type ReplyExtras,
  type ReplyTarget,
} from '../ports/chat-platform.js';
import type { Clock, Logger, Metrics } from '../ports/runtime.js';
import type { PostedMessage } from '../ports/stores/conversations.js';
import { createPlatformCalls, type PlatformCalls } from './platform-calls.js';
import { NO_EXTRAS, nextWrite, type Shown, type Write } from './reply-writes.js';
import { createSplitter } from './split-text.js';
import type { WritePace } from './write-pace.js';

/** The longest silence that a platform is granted at once; one that asks for more is asked again after this. */
const MAX_RETRY_AFTER_MILLISECONDS = 5 * 60_000;
/** The final text is tried for this long before the reply counts as undeliverable. */
const DELIVERY_MILLISECONDS = 30 * 60_000;
const FIRST_BACKOFF_MILLISECONDS = 500;
const MAX_BACKOFF_MILLISECONDS = 30_000;

/** The platform refused the reply for good, or could not be reached for half an hour. */
export class ReplyUndeliverableError extends Error {
  readonly code = 'REPLY_UNDELIVERABLE';
  constructor(cause: unknown) {
    super('The reply could not be delivered.', { cause });
    this.name = 'ReplyUndeliverableError';
  }
}

export interface ReplyStreamOptions {
  readonly platform: ChatPlatform;
  readonly target: ReplyTarget;
  readonly pace: WritePace;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Identity of the reply, the same when it is taken up again after a crash. */
  readonly key: string;
  /** Messages of this reply that an earlier attempt began. */
  readonly posted: readonly PostedMessage[];
  /** An earlier attempt may have posted more than it could record: the platform is asked before posting. */
  readonly resumed: boolean;
  /** Called after a post, before the next write; what a last post leaves unrecorded is `finish`'s result. */
  readonly savePosted: (posted: readonly PostedMessage[]) => Promise<void>;
  readonly signal: AbortSignal;
}

/** One reply on a platform: posted early, then edited; the final text arrives whole and once. */
export interface ReplyStream {
  /** The text so far, whole. Only the latest is written; a preview that fails is given up. */
  show(text: string): void;
  /**
   * Delivers the final text and what goes with it.
   * @returns the reply's messages, where `savePosted` was not told of all; the caller records them with the turn's end
   * @throws ReplyUndeliverableError
   */
  finish(text: string, extras?: ReplyExtras): Promise<readonly PostedMessage[] | null>;
  /** Takes the messages of this reply away again, where the platform can, else leaves `text` in the first one. */
  withdraw(text: string): Promise<void>;
}

export function createReplyStream(options: ReplyStreamOptions): ReplyStream {
  const writer = new ReplyWriter(options);
  return {
    show: (text) => writer.show(text),
    finish: (text, extras = {}) => writer.finish(text, extras),
    withdraw: (text) => writer.withdraw(text),
  };
}

class ReplyWriter {
  readonly #options: ReplyStreamOptions;
  readonly #shown: Shown[];
  readonly #calls: PlatformCalls;
  #text = '';
  /** Null until the latest text is about to be written: splitting costs more than words come in. */
  #parts: readonly string[] | null = [];
  #split: (text: string) => readonly string[];
  #extras: ReplyExtras = NO_EXTRAS;
  #final = false;
  #pump: Promise<void> | null = null;
  #wake: (() => void) | null = null;
  #failures = 0;
  #generation = 0;
  #searchFirst: boolean;
  #finishedBy = Number.POSITIVE_INFINITY;
  /** Something was posted that is not recorded yet. */
  #unsaved = false;

  constructor(options: ReplyStreamOptions) {
    this.#options = options;
    this.#calls = createPlatformCalls(options);
    this.#searchFirst = options.resumed;
    this.#split = this.#newSplitter();
    this.#shown = options.posted.map(({ key, reference }) => ({
      key,
      reference,
      text: null,
      extras: NO_EXTRAS,
    }));
  }

  show(text: string): void {
    if (this.#final || text.trim() === '') return;
    this.#want(text);
    // A preview's failure must not reach anybody: the final text is what counts.
    this.#pump ??= this.#run().catch((cause) => {
      this.#options.log.debug({ err: cause }, 'reply preview given up');
    });
  }

  async finish(text: string, extras: ReplyExtras): Promise<readonly PostedMessage[] | null> {
    const { clock } = this.#options;
    this.#final = true;
    this.#extras = Object.keys(extras).length === 0 ? NO_EXTRAS : extras;
    // The final text is cut afresh: a link may have been cut through before all of it was there.
    this.#split = this.#newSplitter();
    this.#want(text);
    this.#finishedBy = clock.now().getTime() + DELIVERY_MILLISECONDS;
    this.#wake?.();
    await this.#pump;
    await this.#run();
    if (await this.#calls.outwait()) await this.#run();
    return this.#unsaved ? this.#posted() : null;
  }

  async withdraw(text: string): Promise<void> {
    if (this.#shown.length === 0 && !this.#pump) return;
    const { platform } = this.#options;
    if (!platform.remove) {
      await this.finish(text, NO_EXTRAS);
      return;
    }
    this.#final = true;
    this.#parts = [];
    this.#finishedBy = this.#options.clock.now().getTime() + DELIVERY_MILLISECONDS;
    this.#wake?.();
    await this.#pump;
    await this.#run();
    if (await this.#calls.outwait()) await this.#run();
  }

  #want(text: string): void {
    this.#text = text;
    this.#parts = null;
  }

  #newSplitter(): (text: string) => readonly string[] {
    const { platform } = this.#options;
    return createSplitter(platform.capabilities.messageLimit, (part) => platform.renderedLength(part));
  }

  #wantedParts(): readonly string[] {
    this.#parts ??= this.#split(this.#text);
    return this.#parts;
  }

  /** Writes until what is shown is what is wanted. One write at a time; before each, the latest text is looked at. */
  async #run(): Promise<void> {
    // With nothing to write it would end before it is known as the pump, and then stay the pump for ever.
    await Promise.resolve();
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        this.#options.signal.throwIfAborted();
        const waited = await this.#waitForPace(next);
        if (waited) continue;
        if (this.#unsaved) await this.#savePosted();
        await this.#write(next);
      }
    } finally {
      this.#pump = null;
    }
  }

  #next(): Write | null {
    const wanted = { parts: this.#wantedParts(), extras: this.#extras, final: this.#final };
    return nextWrite(this.#shown, wanted, this.#options.platform.remove !== undefined);
  }

  /** @returns true when it waited, so that the latest text is looked at again. */
  async #waitForPace(write: Write): Promise<boolean> {
    const { clock, pace, signal } = this.#options;
    const kind = write.kind === 'post' ? 'post' : 'edit';
    const delay = pace.delay(clock.now().getTime(), kind, this.#final);
    if (delay <= 0) return false;
    if (this.#final) {
      await clock.sleep(delay, signal);
      return true;
    }
    const interrupted = new AbortController();
    this.#wake = () => interrupted.abort();
    try {
      await clock.sleep(delay, AbortSignal.any([signal, interrupted.signal]));
    } catch (cause) {
      if (!interrupted.signal.aborted) throw cause;
    } finally {
      this.#wake = null;
    }
    return true;
  }

  async #write(write: Write): Promise<void> {
    const { clock, pace, metrics, platform } = this.#options;
    const began = clock.now().getTime();
    try {
      const shown = this.#shownFor(write);
      this.#settle(write, shown, await this.#calls.make(write, shown, this.#searchFirst));
      this.#failures = 0;
      metrics.count('reply_edits_total', { platform: platform.name, kind: write.kind });
    } catch (cause) {
      pace.record(clock.now().getTime(), began);
      this.#options.signal.throwIfAborted();
      this.#handle(write, cause);
      return;
    }
    pace.record(clock.now().getTime(), began);
    if (write.kind !== 'post') return;
    this.#unsaved = true;
    // A preview is recorded at once: its turn may run for long. The final text's last post ends the turn instead.
    if (!this.#final) await this.#savePosted();
  }

  #settle(write: Write, shown: Shown, reference: string | null): void {
    if (write.kind === 'remove') this.#shown.length = write.index;
    else if (write.kind === 'post') shown.reference = reference;
    else Object.assign(shown, { text: write.text, extras: write.extras });
  }

  #shownFor(write: Write): Shown {
    const known = this.#shown[write.index];
    if (known) return known;
    const key = `${this.#options.key}:${write.index}:${this.#generation}`;
    const fresh: Shown = { key, reference: null, text: null, extras: NO_EXTRAS };
    this.#shown[write.index] = fresh;
    return fresh;
  }

  /** Decides what a failed write means: wait, look for what was posted, post anew, or give up. */
  #handle(write: Write, cause: unknown): void {
    const { clock, pace, metrics, platform } = this.#options;
    const now = clock.now().getTime();
    const code = cause instanceof PlatformWriteError ? cause.code : 'TEMPORARY';
    if (code === 'MESSAGE_GONE') {
      this.#forget(write);
      return;
    }
    if (code === 'REFUSED' || now >= this.#finishedBy) throw new ReplyUndeliverableError(cause);
    if (code === 'RATE_LIMITED') metrics.count('rate_limited_total', { platform: platform.name });
    // Whether a post that failed this way exists is unknown: the platform is asked before the next try.
    else if (write.kind === 'post') this.#searchFirst = true;
    this.#failures += 1;
    const backoff = Math.min(
      MAX_BACKOFF_MILLISECONDS,
      FIRST_BACKOFF_MILLISECONDS * 2 ** Math.min(this.#failures - 1, 10),
    );
    const asked = cause instanceof PlatformWriteError ? cause.retryAfterMilliseconds : null;
    pace.block(now + Math.min(MAX_RETRY_AFTER_MILLISECONDS, Math.max(asked ?? 0, asked ? 0 : backoff)));
  }

  /** Somebody deleted our message: what it showed is posted anew, under a key of its own. */
  #forget(write: Write): void {
    if (write.kind === 'remove') {
      this.#shown.length = write.index;
      return;
    }
    this.#generation += 1;
    this.#shown[write.index] = {
      key: `${this.#options.key}:${write.index}:${this.#generation}`,
      reference: null,
      text: null,
      extras: NO_EXTRAS,
    };
  }

  async #savePosted(): Promise<void> {
    await this.#options.savePosted(this.#posted());
    this.#unsaved = false;
  }

  #posted(): PostedMessage[] {
    return this.#shown.map(({ key, reference }) => ({ key, reference }));
  }
}
