import type { Adapter } from '../../adapters/shared/adapter.js';
import type { ReplyTarget } from '../../src/core/ports/chat-platform.js';

/** A file in a message that somebody sends. Its bytes are `bytes`, or nothing but its declared size. */
export interface SaidFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** What the platform says about its size; the length of `bytes` where absent. */
  readonly declaredSize?: number;
  /** What a download meets instead of the file: the platform's sign-in page (status 200, HTML), or a 404. */
  readonly trouble?: 'sign-in-page' | 'missing';
}

/** A message that the platform's server delivers as its real event. */
export interface Said {
  readonly text: string;
  readonly files?: readonly SaidFile[];
  /** A name for this message in the test; the same key again is the platform's redelivery of the same message. */
  readonly key?: string;
  /** Who says it; a person where absent. */
  readonly from?: 'person' | 'self' | 'another-bot';
  /** Where: the direct conversation where absent; a channel with the bot mentioned first; a channel without. */
  readonly place?: 'direct' | 'channel-mention' | 'channel';
}

/** What befalls the next posts and edits. */
export type WriteFault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfterSeconds?: number;
      readonly times: number;
    }
  /** The answer comes late; the write takes effect when the answer goes out. */
  | { readonly kind: 'slow'; readonly milliseconds: number; readonly times: number }
  /** The connection breaks without an answer, before or after the write took effect. */
  | { readonly kind: 'drop'; readonly applied: boolean; readonly times: number };

/** An adapter that is started against a server which speaks the platform's real protocol over real sockets. */
export interface AdapterSubject {
  readonly adapter: Adapter;
  /** The direct conversation with the person who says things. */
  readonly target: ReplyTarget;
  /** Whether the platform delivers a message again that was not acknowledged. */
  readonly redelivers: boolean;
  /** The texts that are visible in the direct conversation, in order, as people see them: no markup, no buttons. */
  visible(): readonly string[];
  /** Resolves when the event is on the wire; while the adapter is not connected the server keeps it, as platforms do. */
  say(said: Said): Promise<void>;
  /** The person edits or deletes what was said under the key. */
  change(key: string, text: string): Promise<void>;
  withdraw(key: string): Promise<void>;
  /** Presses a visible button by its id, once; the platform delivers this one press so many times. */
  press(buttonId: string, deliveries?: number): Promise<void>;
  /** An event of a kind that Matinee does not know. @returns the kind's name */
  sayUnknown(): Promise<string>;
  next(fault: WriteFault): void;
  /** The server's limit from now on, per conversation; beyond it: the platform's own refusal with its own hint. */
  limit(limit: { readonly writes: number; readonly windowMilliseconds: number }): void;
  /** Drops the connection that events come over; where they come by HTTP, the server's connections. */
  cut(): void;
  /** Writes that the limit refused. */
  refusals(): number;
  /** Posts and edits that took effect. */
  writes(): number;
  /** Where events come over HTTP: posts one that nobody should believe, and gives the status it was answered with. */
  forge?(kind: 'unsigned' | 'forged' | 'stale'): Promise<number>;
  /** Stops the adapter and the server. */
  close(): Promise<void>;
}
