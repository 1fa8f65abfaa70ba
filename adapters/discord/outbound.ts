import { createHash } from 'node:crypto';
import { type Client, type RawFile, Routes } from 'discord.js';
import { z } from 'zod';
import type {
  ChatPlatform,
  InboundAttachment,
  PlatformCapabilities,
  ReplyExtras,
  ReplyTarget,
} from '../../src/core/ports/chat-platform.js';
import { attachmentUrl, chunksOf, fetchFile } from '../shared/download.js';
import { mapDiscordError } from './errors.js';
import { renderButtons, renderText } from './format.js';
import { addressOf, DISCORD } from './inbound.js';

/**
 * 2,000 characters a message: https://docs.discord.com/developers/resources/message#create-message. The pace is a first
 * guess; Discord's own headers and answers always win over it.
 */
export const DISCORD_CAPABILITIES: PlatformCapabilities = {
  messageLimit: 2_000,
  pace: { writes: 5, windowMilliseconds: 5_000 },
  editIntervalMilliseconds: 1_000,
  markdown: 'discord',
  buttons: true,
  images: true,
  typing: true,
  privateReplies: true,
};

/** A nonce holds at most 25 characters: https://docs.discord.com/developers/resources/message#message-object */
const NONCE_LENGTH = 25;
const SEARCHED_MESSAGES = 50;

const messages = z.array(z.object({ id: z.string(), nonce: z.union([z.string(), z.number()]).optional() }));
const reference = z.object({ replyTo: z.string().optional() });

function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, NONCE_LENGTH);
}

function isDiscordHost(url: URL, apiUrl: string | undefined): boolean {
  if (apiUrl !== undefined && url.host === new URL(apiUrl).host) return true;
  return url.protocol === 'https:' && /^(cdn|media)\.discordapp\.(com|net)$/.test(url.hostname);
}

function filesOf({ image, file }: ReplyExtras): RawFile[] {
  return [
    ...(image ? [{ name: 'matinee.png', data: Buffer.from(image.png), contentType: 'image/png' }] : []),
    ...(file ? [{ name: file.name, data: Buffer.from(file.bytes), contentType: file.contentType }] : []),
  ];
}

function bodyOf(text: string, extras: ReplyExtras) {
  return {
    content: renderText(text),
    ...(extras.image && {
      attachments: [
        { id: 0, filename: 'matinee.png', description: extras.image.description.slice(0, 1_024) },
      ],
    }),
    components: renderButtons(extras.buttons ?? []).map((row) => row.toJSON()),
    // Nobody is ever pinged, whatever a text says.
    allowed_mentions: { parse: [], replied_user: false },
  };
}

async function attempt<T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  try {
    return await call();
  } catch (error) {
    throw mapDiscordError(error);
  }
}

/** Discord as the core writes to it. */
export function createDiscordPlatform(options: {
  readonly client: Client;
  readonly apiUrl?: string;
}): ChatPlatform {
  const { rest, users } = options.client;
  const target = (to: ReplyTarget) => reference.parse(to.reference);
  return {
    name: DISCORD,
    capabilities: DISCORD_CAPABILITIES,
    renderedLength: (text) => renderText(text).length,

    post: (to, text, extras, signal) =>
      attempt(signal, async () => {
        const { replyTo } = target(to);
        const posted = await rest.post(Routes.channelMessages(to.address), {
          signal,
          files: filesOf(extras),
          body: {
            ...bodyOf(text, extras),
            // The same nonce within minutes gives the message that is there already.
            ...(extras.key !== undefined && { nonce: nonceOf(extras.key), enforce_nonce: true }),
            ...(replyTo !== undefined && {
              message_reference: { message_id: replyTo, fail_if_not_exists: false },
            }),
          },
        });
        return z.object({ id: z.string() }).parse(posted).id;
      }),

    edit: (to, message, text, extras, signal) =>
      attempt(signal, async () => {
        await rest.patch(Routes.channelMessage(to.address, message), {
          signal,
          files: filesOf(extras),
          body: bodyOf(text, extras),
        });
      }),

    remove: (to, message, signal) =>
      attempt(signal, async () => {
        await rest.delete(Routes.channelMessage(to.address, message), { signal });
      }),

    findPosted: (to, key, signal) =>
      attempt(signal, async () => {
        const query = new URLSearchParams({ limit: String(SEARCHED_MESSAGES) });
        const found = messages.parse(await rest.get(Routes.channelMessages(to.address), { signal, query }));
        return found.find(({ nonce }) => nonce === nonceOf(key))?.id ?? null;
      }),

    startTyping: (to, signal) =>
      attempt(signal, async () => {
        await rest.post(Routes.channelTyping(to.address), { signal });
      }),

    download: async (attachment: InboundAttachment, signal) =>
      chunksOf(
        await fetchFile(
          attachmentUrl(attachment, 'Discord', (url) => isDiscordHost(url, options.apiUrl)),
          'Discord',
          { signal },
        ),
      ),

    openDirect: (user, signal) =>
      attempt(signal, async () => {
        const channel = await users.createDM(user.userId);
        return { ...addressOf(channel.id, null), reference: {} };
      }),
  };
}
