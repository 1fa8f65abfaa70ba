import { type ChatPlatform, PlatformWriteError, type ReplyTarget } from '../ports/chat-platform.js';
import type { Clock } from '../ports/runtime.js';
import { CALLED_OFF } from './called-off.js';
import type { Shown, Write } from './reply-writes.js';

/** A write that takes longer counts as failed. */
const WRITE_DEADLINE_MILLISECONDS = 20_000;
/** How long a finished reply waits for writes that outlived their deadline. */
const STRAGGLER_MILLISECONDS = 90_000;

/** A reply's calls to its platform, each with a deadline. */
export interface PlatformCalls {
  /**
   * Makes the call. What it settles of the message is noted in `shown`, also where it takes effect after its deadline.
   * @param searchFirst asks the platform whether an earlier attempt posted the message already
   * @returns the message's reference @throws what the platform threw; TEMPORARY after the deadline
   */
  make(write: Write, shown: Shown, searchFirst: boolean): Promise<string | null>;
  /** Waits for calls that outlived their deadline, within bounds. @returns false where there were none */
  outwait(): Promise<boolean>;
}

export function createPlatformCalls(options: {
  readonly platform: ChatPlatform;
  readonly target: ReplyTarget;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}): PlatformCalls {
  const { platform, target, clock, signal } = options;
  const stragglers = new Set<Promise<void>>();

  async function perform(
    write: Write,
    shown: Shown,
    searchFirst: boolean,
    limits: AbortSignal,
  ): Promise<string | null> {
    if (write.kind === 'post') {
      const found = searchFirst ? await platform.findPosted?.(target, shown.key, limits) : null;
      if (found) return found;
      const reference = await platform.post(target, write.text, { ...write.extras, key: shown.key }, limits);
      if (shown.reference === null) Object.assign(shown, { text: write.text, extras: write.extras });
      return reference;
    }
    if (shown.reference === null) return null;
    if (write.kind === 'remove') await platform.remove?.(target, shown.reference, limits);
    else await platform.edit(target, shown.reference, write.text, write.extras, limits);
    return shown.reference;
  }

  /** A call that outlived its deadline may still take effect: once it has, its message is looked at again. */
  function follow(write: Write, shown: Shown, work: Promise<string | null>): void {
    const straggler = work
      .then(async (reference) => {
        if (write.kind === 'post' && shown.reference === null) shown.reference = reference;
        else if (write.kind === 'post' && reference !== null && reference !== shown.reference) {
          await platform.remove?.(target, reference, signal);
        }
      })
      .catch(() => undefined)
      .finally(() => {
        shown.text = null;
        stragglers.delete(straggler);
      });
    stragglers.add(straggler);
  }

  return {
    async make(write, shown, searchFirst) {
      const ended = new AbortController();
      const late = new AbortController();
      const limits = AbortSignal.any([signal, late.signal]);
      const deadline = clock.sleep(WRITE_DEADLINE_MILLISECONDS, ended.signal).then(
        () => late.abort(new PlatformWriteError('TEMPORARY', 'The platform did not answer in time.')),
        () => undefined,
      );
      const aborted = new Promise<never>((_resolve, reject) => {
        limits.addEventListener('abort', () => reject(limits.reason), { once: true });
      });
      if (write.kind === 'edit') shown.text = null;
      const work = perform(write, shown, searchFirst, limits);
      try {
        return await Promise.race([work, aborted]);
      } catch (cause) {
        if (late.signal.aborted) follow(write, shown, work);
        throw cause;
      } finally {
        ended.abort(CALLED_OFF);
        await deadline;
      }
    },
    async outwait() {
      if (stragglers.size === 0) return false;
      const settled = new AbortController();
      const limit = clock.sleep(STRAGGLER_MILLISECONDS, AbortSignal.any([signal, settled.signal]));
      await Promise.race([Promise.all(stragglers), limit.catch(() => undefined)]);
      settled.abort(CALLED_OFF);
      await limit.catch(() => undefined);
      return true;
    },
  };
}
