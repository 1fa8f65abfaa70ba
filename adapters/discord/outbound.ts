import { createHash } from 'node:crypto';
import { MessageFlags, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import type {
  ChatPlatform,
  PlatformCapabilities,
  ReplyExtras,
  ReplyTarget,
} from '../../src/core/ports/chat-platform.js';
import type { DirectChannels } from './direct-channels.js';
import { downloadAttachment } from './download.js';
import { isAnswer, mapDiscordError } from './errors.js';
import { renderButtons, renderFiles, renderText } from './format.js';
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

const posted = z.object({
  id: z.string(),
  content: z.string(),
  components: z.array(z.unknown()).optional(),
  attachments: z.array(z.unknown()).optional(),
});
const reference = z.object({ replyTo: z.string().optional() });

function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, NONCE_LENGTH);
}

/** A message as Discord takes it, for a post and for an edit. */
function formOf(text: string, extras: ReplyExtras) {
  const { files, attachments } = renderFiles(extras);
  return {
    files,
    body: {
      content: renderText(text),
      ...(attachments.length > 0 && { attachments }),
      components: renderButtons(extras.buttons ?? []).map((row) => row.toJSON()),
      // Nobody is ever pinged, whatever a text says, and no link grows a preview that nobody asked for.
      allowed_mentions: { parse: [], replied_user: false },
      flags: MessageFlags.SuppressEmbeds,
    },
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
  readonly rest: REST;
  readonly direct: DirectChannels;
  readonly apiUrl?: string;
}): ChatPlatform {
  const { rest, direct } = options;
  const edit = async (
    to: ReplyTarget,
    message: string,
    form: ReturnType<typeof formOf>,
    signal: AbortSignal,
  ) => {
    await rest.patch(Routes.channelMessage(to.address, message), { signal, ...form });
  };

  const post = async (to: ReplyTarget, text: string, extras: ReplyExtras, signal: AbortSignal) => {
    const { replyTo } = reference.parse(to.reference);
    const form = formOf(text, extras);
    const body = {
      ...form.body,
      // Within minutes, the same nonce gives the message that is there already.
      ...(extras.key !== undefined && { nonce: nonceOf(extras.key), enforce_nonce: true }),
      ...(replyTo !== undefined && {
        message_reference: { message_id: replyTo, fail_if_not_exists: false },
      }),
    };
    const answer = await rest.post(Routes.channelMessages(to.address), { signal, files: form.files, body });
    const shown = posted.parse(answer);
    // The one that was there may be an earlier, shorter state of this reply.
    const asWanted =
      shown.content.trim() === body.content.trim() &&
      (shown.components ?? []).length === body.components.length &&
      (shown.attachments ?? []).length === form.files.length;
    if (!asWanted && extras.key !== undefined) await edit(to, shown.id, form, signal);
    return shown.id;
  };

  return {
    name: DISCORD,
    capabilities: DISCORD_CAPABILITIES,
    renderedLength: (text) => renderText(text).length,

    post: (to, text, extras, signal) =>
      attempt(signal, async () => {
        try {
          return await post(to, text, extras, signal);
        } catch (error) {
          if (isAnswer(error, RESTJSONErrorCodes.CannotSendMessagesToThisUser)) direct.tellClosed(to.address);
          throw error;
        }
      }),

    edit: (to, message, text, extras, signal) =>
      attempt(signal, () => edit(to, message, formOf(text, extras), signal)),

    remove: (to, message, signal) =>
      attempt(signal, async () => {
        await rest.delete(Routes.channelMessage(to.address, message), { signal });
      }),

    startTyping: (to, signal) =>
      attempt(signal, async () => {
        await rest.post(Routes.channelTyping(to.address), { signal });
      }),

    download: (attachment, signal) => downloadAttachment(options, attachment, signal),

    openDirect: (user, signal) =>
      attempt(signal, async () => ({
        ...addressOf(await direct.open(user.userId, signal), undefined),
        reference: {},
      })),
  };
}
