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
import { isUnreadable, mapSlackError } from './errors.js';
import { renderMessage } from './format.js';
import { addressOf, SLACK } from './inbound.js';
import type { SlackWorkspaces } from './workspaces.js';

/**
 * A post may hold 40,000 characters, but an edit only 4,000, of which the bytes of the escaped text count
 * (https://docs.slack.dev/reference/methods/chat.update#errors, msg_too_long); one post a second to a channel, edits at
 * tier 3 (https://docs.slack.dev/apis/web-api/rate-limits).
 */
export const SLACK_CAPABILITIES: PlatformCapabilities = {
  messageLimit: 3_900,
  pace: { writes: 5, windowMilliseconds: 5_000 },
  editIntervalMilliseconds: 1_000,
  markdown: 'mrkdwn',
  buttons: true,
  images: true,
  typing: false,
  privateReplies: true,
};

const METADATA_EVENT = 'matinee_reply';
/** Longer descriptions would fill the screen. */
const TITLE_LIMIT = 200;
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

/**
 * Makes a call for a workspace. The signal ends the wait, not the request, which the client cannot take back and whose own
 * time limit bounds it.
 */
async function call<T>(
  workspaces: SlackWorkspaces,
  teamId: string,
  signal: AbortSignal,
  work: (client: webApi.WebClient) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const waiting = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: waiting.signal });
  });
  try {
    return await Promise.race([workspaces.clientOf(teamId).then(work), aborted]);
  } catch (error) {
    signal.throwIfAborted();
    await workspaces.refused(teamId, error);
    throw mapSlackError(error);
  } finally {
    waiting.abort();
  }
}

/**
 * Files go up together, so that a second try never doubles the first of two. A picture's description is its title: the
 * SDK sends alternative texts under a name that Slack doesn't know, and under the right one Slack loses files
 * (python-slack-sdk#1818).
 */
async function upload(client: webApi.WebClient, to: Place, { image, file }: ReplyExtras): Promise<void> {
  const uploads = [
    ...(image
      ? [
          {
            file: Buffer.from(image.png),
            filename: 'matinee.png',
            title: image.description.slice(0, TITLE_LIMIT),
          },
        ]
      : []),
    ...(file ? [{ file: Buffer.from(file.bytes), filename: file.name }] : []),
  ];
  if (uploads.length === 0) return;
  const { channel: channel_id, threadTs } = to;
  await client.filesUploadV2({
    ...(threadTs === undefined ? { channel_id } : { channel_id, thread_ts: threadTs }),
    file_uploads: uploads,
  });
}

/** Slack as the core writes to it. */
export function createSlackPlatform(options: {
  readonly workspaces: SlackWorkspaces;
  readonly apiUrl: string;
}): ChatPlatform {
  const { workspaces, apiUrl } = options;
  return {
    name: SLACK,
    capabilities: SLACK_CAPABILITIES,
    renderedLength: (text) => Buffer.byteLength(renderMrkdwn(text)),

    post: (to, text, extras, signal) =>
      call(workspaces, to.tenant, signal, async (client): Promise<MessageReference> => {
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
      call(workspaces, to.tenant, signal, async (client) => {
        const { channel } = placeOf(to);
        // Edits are parsed differently from posts unless told otherwise.
        await client.chat.update({
          channel,
          ts: message,
          ...renderMessage(text, extras.buttons),
          parse: 'none',
          link_names: false,
        });
        await upload(client, placeOf(to), extras);
      }),

    remove: (to, message, signal) =>
      call(workspaces, to.tenant, signal, async (client) => {
        await client.chat.delete({ channel: placeOf(to).channel, ts: message });
      }),

    findPosted: (to, key, signal) =>
      call(workspaces, to.tenant, signal, async (client) => {
        const { channel, threadTs } = placeOf(to);
        const request = { channel, limit: SEARCHED_MESSAGES, include_all_metadata: true };
        const answer = await (threadTs === undefined
          ? client.conversations.history(request)
          : client.conversations.replies({ ...request, ts: threadTs })
        ).catch((error: unknown) => {
          // Matinee does not ask to read channels: there it cannot look, and says that it found nothing.
          if (isUnreadable(error)) return { messages: [] };
          throw error;
        });
        const found = history
          .parse(answer)
          .messages.find((message) => message.metadata?.event_payload?.key === key);
        return found?.ts ?? null;
      }),

    download: (attachment, signal) => downloadFile(attachment, { workspaces, apiUrl, signal }),

    openDirect: (user: PlatformUser, signal) =>
      call(workspaces, user.tenant, signal, async (client): Promise<ReplyTarget | null> => {
        const opened = await client.conversations.open({ users: user.userId });
        const channel = opened.channel?.id;
        return channel === undefined ? null : { ...addressOf(user.tenant, channel), reference: { channel } };
      }),
  };
}
