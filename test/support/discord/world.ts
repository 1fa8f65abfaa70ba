import { createHmac, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord.js';
import type { MessageForm, Upload } from './forms.js';
import { buildAttachment, buildMessage, buildUser } from './payloads.js';
import { missingPermissions, Refusal, unknown } from './problems.js';
import { snowflake } from './snowflake.js';

/** A text of a message of the bot, and when it could be read, in milliseconds of `performance.now()`. */
export interface Written {
  readonly at: number;
  readonly text: string;
}

export interface StoredMessage {
  payload: APIMessage;
  readonly nonce: string | null;
  /** Every text that people could read here, in order. */
  readonly history: Written[];
  readonly ephemeral: boolean;
  /** Whom the texts notified: user ids, "everyone", "here". */
  readonly pings: Set<string>;
}

export interface Channel {
  readonly id: string;
  /** Null in a direct conversation. */
  readonly guildId: string | null;
  /** Whom a direct conversation is with. */
  readonly person: Person | null;
  readonly messages: Map<string, StoredMessage>;
}

export interface Person {
  readonly user: APIUser;
  readonly channel: Channel;
  /** Closed: this person takes no direct messages from the bot. */
  acceptsDirect: boolean;
}

interface KeptFile {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly trouble: 'sign-in-page' | 'missing' | null;
}

/** "Checked for uniqueness in the past few minutes": https://docs.discord.com/developers/resources/message#create-message */
const NONCE_MILLISECONDS = 3 * 60_000;

/** What Discord keeps: people, channels, messages, files, and what the bot may do. */
export class World {
  readonly bot = buildUser('Matinee', { bot: true });
  readonly applicationId = this.bot.id;
  readonly guildId = snowflake();
  readonly general: Channel = { id: snowflake(), guildId: this.guildId, person: null, messages: new Map() };
  /** By the number that they are called by. */
  readonly people = new Map<number, Person>();
  readonly channels = new Map<string, Channel>([[this.general.id, this.general]]);
  /** "changed" with a channel, whenever the bot's words in it changed. */
  readonly events = new EventEmitter().setMaxListeners(0);
  commands: readonly { readonly id: string; readonly name: string; readonly [field: string]: unknown }[] = [];
  permissions: bigint;
  attachmentMilliseconds: number;
  /** Where files are served from; known once the server listens. */
  filesUrl = '';
  readonly #files = new Map<string, KeptFile>();
  readonly #secret = randomBytes(16);

  constructor(options: { readonly permissions: bigint; readonly attachmentMilliseconds: number }) {
    this.permissions = options.permissions;
    this.attachmentMilliseconds = options.attachmentMilliseconds;
  }

  person(index: number): Person {
    const known = this.people.get(index);
    if (known) return known;
    const channel: { -readonly [K in keyof Channel]: Channel[K] } = {
      id: snowflake(),
      guildId: null,
      person: null,
      messages: new Map(),
    };
    const person = { user: buildUser(`Person ${index}`), channel, acceptsDirect: true };
    channel.person = person;
    this.channels.set(channel.id, channel);
    this.people.set(index, person);
    return person;
  }

  channel(id: string): Channel {
    const channel = this.channels.get(id);
    if (!channel) throw unknown.channel();
    return channel;
  }

  message(channel: Channel, id: string): StoredMessage {
    const message = channel.messages.get(id);
    if (!message) throw unknown.message();
    return message;
  }

  /** Keeps a message of somebody's in a channel. */
  keep(channel: Channel, payload: APIMessage, more: Partial<StoredMessage> = {}): StoredMessage {
    const stored: StoredMessage = {
      payload,
      nonce: null,
      history: [{ at: performance.now(), text: payload.content }],
      ephemeral: false,
      pings: new Set(),
      ...more,
    };
    channel.messages.set(payload.id, stored);
    return stored;
  }

  /** The message of this nonce that a repeated post gives back. */
  repeated(channel: Channel, form: MessageForm): StoredMessage | null {
    if (!form.enforce_nonce || form.nonce === undefined) return null;
    const since = performance.now() - NONCE_MILLISECONDS;
    const found = [...channel.messages.values()].find(
      ({ nonce, history }) => nonce === String(form.nonce) && (history[0]?.at ?? 0) > since,
    );
    return found ?? null;
  }

  /** The bot writes. */
  post(
    channel: Channel,
    form: MessageForm,
    files: readonly Upload[],
    more: Partial<APIMessage> = {},
  ): StoredMessage {
    const flags = (form.flags ?? 0) | (more.flags ?? 0);
    const reference = form.message_reference;
    const payload = buildMessage({
      channel_id: channel.id,
      author: this.bot,
      content: (form.content ?? '').trim(),
      components: this.#components(form),
      attachments: this.#uploads(channel, form, files),
      ...(reference && {
        type: MessageType.Reply,
        message_reference: {
          type: reference.type ?? 0,
          message_id: reference.message_id,
          channel_id: channel.id,
        },
      }),
      ...more,
      flags,
    });
    const stored = this.keep(channel, payload, {
      nonce: form.nonce === undefined ? null : String(form.nonce),
      ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
    });
    this.#notify(channel, stored, form);
    this.events.emit('changed', channel);
    return stored;
  }

  /** The bot rewrites; what the form leaves out stays: https://docs.discord.com/developers/resources/message#edit-message */
  rewrite(channel: Channel, stored: StoredMessage, form: MessageForm, files: readonly Upload[]): void {
    const { payload } = stored;
    const listed = form.attachments?.map(({ id }) => String(id));
    const kept = payload.attachments.filter(({ id }) => listed === undefined || listed.includes(id));
    const added = this.#uploads(channel, form, files).filter(
      (_file, index) => listed === undefined || listed.includes(String(index)),
    );
    stored.payload = {
      ...payload,
      content: form.content === undefined ? payload.content : (form.content ?? '').trim(),
      components: form.components === undefined ? (payload.components ?? []) : this.#components(form),
      attachments: [...kept, ...added],
      flags: form.flags ?? payload.flags ?? 0,
      edited_timestamp: new Date().toISOString(),
    };
    if (form.content !== undefined) {
      stored.history.push({ at: performance.now(), text: stored.payload.content });
    }
    this.events.emit('changed', channel);
  }

  remove(channel: Channel, id: string): void {
    channel.messages.delete(id);
    this.events.emit('changed', channel);
  }

  /** Refuses what the bot may not do in a channel: https://docs.discord.com/developers/topics/permissions */
  demand(channel: Channel, ...names: readonly (keyof typeof PermissionFlagsBits)[]): void {
    if (channel.guildId === null) return;
    for (const name of names) {
      if ((this.permissions & PermissionFlagsBits[name]) === 0n) throw missingPermissions();
    }
  }

  /** Keeps a file and gives its attachment, with a signed address that ends. */
  attach(
    channel: Channel,
    file: { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array },
    more: {
      readonly size?: number;
      readonly trouble?: KeptFile['trouble'];
      readonly description?: string;
    } = {},
  ): APIAttachment {
    const id = snowflake();
    const path = `/attachments/${channel.id}/${id}/${encodeURIComponent(file.name)}`;
    const { contentType } = file;
    this.#files.set(path, { bytes: Buffer.from(file.bytes), contentType, trouble: more.trouble ?? null });
    return buildAttachment({
      id,
      filename: file.name,
      content_type: contentType,
      size: more.size ?? file.bytes.length,
      url: this.#sign(path),
      ...(more.description !== undefined && { description: more.description }),
    });
  }

  /** The message as it is fetched: with fresh addresses, and without the nonce, which is lost once it was sent. */
  fetched({ payload }: StoredMessage): APIMessage {
    const attachments = payload.attachments.map((attachment) => {
      const url = this.#sign(new URL(attachment.url).pathname);
      return { ...attachment, url, proxy_url: url };
    });
    return { ...payload, attachments };
  }

  /** A file by its signed address. @throws Refusal as the CDN refuses */
  file(url: URL): KeptFile {
    const file = this.#files.get(url.pathname);
    const expires = url.searchParams.get('ex') ?? '';
    const gone = new Refusal(404, 0, 'This content is no longer available.');
    if (!file || file.trouble === 'missing') throw gone;
    if (url.searchParams.get('hm') !== this.#signature(url.pathname, expires)) throw gone;
    if (Number.parseInt(expires, 16) < Date.now()) throw gone;
    return file;
  }

  /** `ex`, `is` and `hm`: https://docs.discord.com/developers/reference#signed-attachment-cdn-urls; here in milliseconds. */
  #sign(path: string): string {
    const expires = (Date.now() + this.attachmentMilliseconds).toString(16);
    const issued = Date.now().toString(16);
    return `${this.filesUrl}${path}?ex=${expires}&is=${issued}&hm=${this.#signature(path, expires)}&`;
  }

  #signature(path: string, expires: string): string {
    return createHmac('sha256', this.#secret).update(`${path} ${expires}`).digest('hex');
  }

  #uploads(channel: Channel, form: MessageForm, files: readonly Upload[]): APIAttachment[] {
    return files.map((file, index) => {
      const about = form.attachments?.find(({ id }) => `files[${id}]` === (file.key || `files[${index}]`));
      return this.attach(channel, file, {
        ...(about?.description !== undefined && { description: about.description }),
      });
    });
  }

  #components(form: MessageForm): NonNullable<APIMessage['components']> {
    const rows = JSON.parse(JSON.stringify(form.components ?? []));
    return Array.isArray(rows) ? rows : [];
  }

  /** Whom a text reaches; nobody is left out unless `allowed_mentions` says so. */
  #notify(channel: Channel, stored: StoredMessage, form: MessageForm): void {
    const parse =
      form.allowed_mentions?.parse ?? (form.allowed_mentions ? [] : ['users', 'roles', 'everyone']);
    const { content } = stored.payload;
    if (parse.includes('everyone')) {
      for (const [, word = ''] of content.matchAll(/@(everyone|here)\b/g)) stored.pings.add(word);
    }
    if (parse.includes('users')) {
      for (const [, id = ''] of content.matchAll(/<@!?(\d+)>/g)) stored.pings.add(id);
    }
    const replied = form.message_reference && channel.messages.get(form.message_reference.message_id);
    if (replied && form.allowed_mentions?.replied_user !== false) stored.pings.add(replied.payload.author.id);
  }
}
