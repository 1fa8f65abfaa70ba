/** A platform's limits and abilities as data: the core never asks which platform it talks to. */
export interface PlatformCapabilities {
  /** Characters one message may hold, after rendering. */
  readonly messageLimit: number;
  /** Writes (posts and edits) allowed in a window, per conversation. */
  readonly pace: { readonly writes: number; readonly windowMilliseconds: number };
  /** Least time between two edits of one message. */
  readonly editIntervalMilliseconds: number;
  readonly markdown: MarkdownDialect;
  readonly buttons: boolean;
  readonly images: boolean;
  readonly typing: boolean;
  readonly privateReplies: boolean;
  /** How long to wait for more of a message that comes in pieces, before answering; 0 where absent. */
  readonly settleMilliseconds?: number;
}

export type MarkdownDialect = 'commonmark' | 'mrkdwn' | 'discord' | 'teams' | 'plain';

/** A place where people talk to Matinee. `address` is the platform's own id of the conversation. */
export interface ConversationAddress {
  readonly platform: string;
  /** Workspace, guild or Teams tenant; empty where there is none. */
  readonly tenant: string;
  readonly address: string;
}

/** Who wrote, in the platform's own terms. */
export interface PlatformUser {
  readonly platform: string;
  readonly tenant: string;
  readonly userId: string;
  readonly displayName: string | null;
  readonly locale?: string;
  readonly timeZone?: string;
}

/** A message as an adapter hands it in. `messageKey` is the platform's own identity of the message. */
export interface InboundMessage {
  readonly conversation: ConversationAddress;
  readonly direct: boolean;
  readonly messageKey: string;
  readonly sender: PlatformUser;
  readonly text: string;
  readonly attachments: readonly InboundAttachment[];
  /** What the platform needs to write back later, without an event at hand; plain JSON. */
  readonly reference: Readonly<Record<string, unknown>>;
}

/** A file in a message: described at once, fetched later by the adapter's `download`. */
export interface InboundAttachment {
  readonly id: string;
  readonly fileName: string;
  readonly contentType: string | null;
  readonly size: number | null;
  /** What the adapter needs to fetch it; plain JSON, no secrets. */
  readonly source: Readonly<Record<string, unknown>>;
}

/** A button under a message. `id` names the action and its subject ("like:RECOMMENDATION"). */
export interface ActionButton {
  readonly id: string;
  readonly label: string;
  readonly style?: 'primary' | 'danger';
}

/** A pressed button. `actionKey` is the platform's own identity of the press; `label` is what the button said. */
export interface InboundActionPress {
  readonly conversation: ConversationAddress;
  readonly direct: boolean;
  readonly actionKey: string;
  readonly actionId: string;
  readonly label: string;
  readonly sender: PlatformUser;
  readonly reference: Readonly<Record<string, unknown>>;
}

/** What a reply shows beside its text. */
export interface ReplyExtras {
  /** Identity of a post: the same key posted again is the same message, where the platform can tell. */
  readonly key?: string;
  readonly buttons?: readonly ActionButton[];
  readonly image?: { readonly png: Uint8Array; readonly description: string };
  readonly file?: { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array };
}

/** The platform's id of a message that was posted; plain text. */
export type MessageReference = string;

/** Thrown by a platform's writes. `retryAfterMilliseconds` is the platform's own word on when to try again. */
export class PlatformWriteError extends Error {
  readonly code: 'RATE_LIMITED' | 'TEMPORARY' | 'MESSAGE_GONE' | 'REFUSED';
  readonly retryAfterMilliseconds: number | null;
  constructor(
    code: PlatformWriteError['code'],
    message: string,
    options: { retryAfterMilliseconds?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'PlatformWriteError';
    this.code = code;
    this.retryAfterMilliseconds = options.retryAfterMilliseconds ?? null;
  }
}

/** A chat platform as the core sees it. Texts are Matinee's markdown; the adapter renders them. */
export interface ChatPlatform {
  readonly name: string;
  readonly capabilities: PlatformCapabilities;
  /** @throws PlatformWriteError */
  post(to: ReplyTarget, text: string, extras: ReplyExtras, signal: AbortSignal): Promise<MessageReference>;
  /** @throws PlatformWriteError */
  edit(
    to: ReplyTarget,
    message: MessageReference,
    text: string,
    extras: ReplyExtras,
    signal: AbortSignal,
  ): Promise<void>;
  /** Removes a message of ours that turned out to be superfluous. @throws PlatformWriteError */
  remove?(to: ReplyTarget, message: MessageReference, signal: AbortSignal): Promise<void>;
  /** The message that was posted under this key, where the platform can look it up; null when there is none. */
  findPosted?(to: ReplyTarget, key: string, signal: AbortSignal): Promise<MessageReference | null>;
  startTyping?(to: ReplyTarget, signal: AbortSignal): Promise<void>;
  /** The bytes of an attachment; the size is bounded by the caller. @throws MatineeError with what went wrong */
  download(attachment: InboundAttachment, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
  /** Length of the text once rendered, in the unit of `messageLimit`. */
  renderedLength(text: string): number;
  /** Where the same person can be answered in private; null where the platform has no way. */
  openDirect?(user: PlatformUser, signal: AbortSignal): Promise<ReplyTarget | null>;
}

export interface ReplyTarget extends ConversationAddress {
  readonly reference: Readonly<Record<string, unknown>>;
}
