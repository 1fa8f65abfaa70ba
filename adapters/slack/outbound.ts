import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type {
  ChatPlatform,
  MessageReference,
  PlatformCapabilities,
  PlatformUser,
  ReplyExtras,
  ReplyTarget,
} from '../../src/core/ports/chat-platform.js';
import { renderMrkdwn } from '../shared/markdown/mrkdwn.js';
import { downloadFile } from './download.js';
import { mapSlackError } from './errors.js';
import { renderMessage } from './format.js';
import { addressOf, SLACK, type SlackSelf } from './inbound.js';

/**
 * Slack advises 4,000 characters a message and cuts at 40,000; one post a second to a channel, edits at tier 3:
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export const SLACK_CAPABILITIES: PlatformCapabilities = {
  messageLimit: 3_800,
  pace: { writes: 5, windowMilliseconds: 5_000 },
  editIntervalMilliseconds: 1_000,
  markdown: 'mrkdwn',
  buttons: true,
  images: true,
  typing: false,
  privateReplies: true,
};

const METADATA_EVENT = 'matinee_reply';
/** How far back a reply that was begun before a crash is looked for. */
const SEARCHED_MESSAGES = 50;

const history = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z.object({ event_payload: z.object({ key: z.string().optional() }).optional() }).optional(),
    }),
  ),
});

interface Place {
  readonly channel: string;
  readonly threadTs?: string;
}

const place = z.object({ channel: z.string(), threadTs: z.string().optional() });

function placeOf(to: ReplyTarget): Place {
  const { channel, threadTs } = place.parse({ channel: to.address, ...to.reference });
  return { channel, ...(threadTs !== undefined && { threadTs }) };
}

/** Runs a write; the signal ends the wait, not the request, which the client's own time limit bounds. */
async function write<T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  try {
    return await call();
  } catch (error) {
    throw mapSlackError(error);
  }
}

async function upload(client: webApi.WebClient, to: Place, extras: ReplyExtras): Promise<void> {
  const destination =
    to.threadTs === undefined
      ? { channel_id: to.channel }
      : { channel_id: to.channel, thread_ts: to.threadTs };
  const { image, file } = extras;
  if (image) {
    await client.filesUploadV2({
      ...destination,
      file: Buffer.from(image.png),
      filename: 'matinee.png',
      alt_text: image.description,
    });
  }
  if (file)
    await client.filesUploadV2({ ...destination, file: Buffer.from(file.bytes), filename: file.name });
}

/** Slack as the core writes to it. `self` is known once the adapter has started. */
export function createSlackPlatform(options: {
  readonly client: webApi.WebClient;
  readonly self: () => SlackSelf;
  readonly botToken: string;
  readonly apiUrl: string;
}): ChatPlatform {
  const { client, self } = options;
  return {
    name: SLACK,
    capabilities: SLACK_CAPABILITIES,
    renderedLength: (text) => renderMrkdwn(text).length,

    post: (to, text, extras, signal) =>
      write(signal, async (): Promise<MessageReference> => {
        const { channel, threadTs } = placeOf(to);
        const posted = await client.chat.postMessage({
          channel,
          ...(threadTs !== undefined && { thread_ts: threadTs }),
          ...renderMessage(text, extras.buttons),
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: METADATA_EVENT, event_payload: { key: extras.key ?? '' } },
        });
        await upload(client, placeOf(to), extras);
        return posted.ts ?? '';
      }),

    edit: (to, message, text, extras, signal) =>
      write(signal, async () => {
        const { channel } = placeOf(to);
        await client.chat.update({ channel, ts: message, ...renderMessage(text, extras.buttons) });
        await upload(client, placeOf(to), extras);
      }),

    remove: (to, message, signal) =>
      write(signal, async () => {
        await client.chat.delete({ channel: placeOf(to).channel, ts: message });
      }),

    findPosted: (to, key, signal) =>
      write(signal, async () => {
        const { channel, threadTs } = placeOf(to);
        const request = { channel, limit: SEARCHED_MESSAGES, include_all_metadata: true };
        const answer =
          threadTs === undefined
            ? await client.conversations.history(request)
            : await client.conversations.replies({ ...request, ts: threadTs });
        const found = history
          .parse(answer)
          .messages.find((message) => message.metadata?.event_payload?.key === key);
        return found?.ts ?? null;
      }),

    download: (attachment, signal) =>
      downloadFile(attachment, { botToken: options.botToken, apiUrl: options.apiUrl, signal }),

    openDirect: (user: PlatformUser, signal) =>
      write(signal, async (): Promise<ReplyTarget | null> => {
        const opened = await client.conversations.open({ users: user.userId });
        const channel = opened.channel?.id;
        return channel === undefined ? null : { ...addressOf(self(), channel), reference: { channel } };
      }),
  };
}
