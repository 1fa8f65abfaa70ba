import {
  type ChatPlatform,
  type PlatformCapabilities,
  PlatformWriteError,
  type ReplyExtras,
} from '../../../src/core/ports/chat-platform.js';
import type { Clock } from '../../../src/core/ports/runtime.js';

/** What befalls a write: none, a refusal of some kind, or taking effect late, or without its answer arriving. */
export type Trouble =
  | { readonly kind: 'none' }
  | { readonly kind: 'rate-limited'; readonly retryAfter: number | null }
  | { readonly kind: 'error'; readonly applied: boolean }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'gone' };

export interface FakeMessage {
  readonly reference: string;
  readonly key: string | undefined;
  text: string;
  extras: ReplyExtras;
}

export interface FakePlatform extends ChatPlatform {
  readonly messages: FakeMessage[];
  readonly writes: { readonly at: number; readonly kind: string; readonly text: string }[];
  /** Every text that was ever visible. */
  readonly seen: string[];
  readonly inFlightAtMost: () => number;
}

/**
 * A platform that keeps its documented window like a server does (429 beyond it) and runs into the given troubles, one
 * for each write, then into none.
 */
export function createFakePlatform(options: {
  readonly clock: Clock;
  readonly capabilities?: Partial<PlatformCapabilities>;
  readonly troubles?: readonly Trouble[];
  readonly lookup?: boolean;
}): FakePlatform {
  const capabilities: PlatformCapabilities = {
    messageLimit: 2_000,
    pace: { writes: 5, windowMilliseconds: 5_000 },
    editIntervalMilliseconds: 500,
    markdown: 'commonmark',
    buttons: true,
    images: true,
    typing: false,
    privateReplies: true,
    ...options.capabilities,
  };
  const messages: FakeMessage[] = [];
  const writes: { at: number; kind: string; text: string }[] = [];
  const seen: string[] = [];
  const troubles = [...(options.troubles ?? [])];
  let inFlight = 0;
  let most = 0;
  let accepted: number[] = [];
  const now = () => options.clock.now().getTime();

  async function write<T>(kind: string, text: string, apply: () => T): Promise<T> {
    inFlight += 1;
    most = Math.max(most, inFlight);
    writes.push({ at: now(), kind, text });
    try {
      const { windowMilliseconds, writes: allowed } = capabilities.pace;
      accepted = accepted.filter((time) => time > now() - windowMilliseconds);
      const oldest = accepted[accepted.length - allowed];
      if (oldest !== undefined) {
        const retryAfterMilliseconds = oldest + windowMilliseconds - now();
        throw new PlatformWriteError('RATE_LIMITED', 'slow down', { retryAfterMilliseconds });
      }
      accepted.push(now());
      return await befall(troubles.shift() ?? { kind: 'none' }, apply);
    } finally {
      inFlight -= 1;
    }
  }

  async function befall<T>(trouble: Trouble, apply: () => T): Promise<T> {
    if (trouble.kind === 'rate-limited') {
      const retry = trouble.retryAfter === null ? {} : { retryAfterMilliseconds: trouble.retryAfter };
      throw new PlatformWriteError('RATE_LIMITED', 'slow down', retry);
    }
    if (trouble.kind === 'error') {
      if (trouble.applied) apply();
      throw new PlatformWriteError('TEMPORARY', 'bad gateway');
    }
    if (trouble.kind === 'slow') await options.clock.sleep(trouble.milliseconds);
    return apply();
  }

  const find = (reference: string): FakeMessage => {
    const message = messages.find((one) => one.reference === reference);
    if (!message) throw new PlatformWriteError('MESSAGE_GONE', 'unknown message');
    return message;
  };

  return {
    name: 'fake',
    capabilities,
    messages,
    writes,
    seen,
    inFlightAtMost: () => most,
    post: (_to, text, extras) =>
      write('post', text, () => {
        const same = messages.find((one) => options.lookup !== false && one.key === extras.key);
        if (same) return same.reference;
        const reference = `m${messages.length + 1}-${writes.length}`;
        messages.push({ reference, key: extras.key, text, extras });
        seen.push(text);
        return reference;
      }),
    edit: (_to, reference, text, extras) =>
      write('edit', text, () => {
        Object.assign(find(reference), { text, extras });
        seen.push(text);
      }),
    remove: (_to, reference) =>
      write('remove', '', () => {
        messages.splice(messages.indexOf(find(reference)), 1);
      }),
    ...(options.lookup !== false && {
      findPosted: async (_to, key) => messages.find((one) => one.key === key)?.reference ?? null,
    }),
    download: () => Promise.reject(new Error('no files here')),
    renderedLength: (text) => text.length,
  };
}
