import { z } from 'zod';
import type {
  ConversationAddress,
  InboundActionPress,
  InboundAttachment,
  InboundMessage,
  PlatformUser,
} from '../../src/core/ports/chat-platform.js';
import { plainInput } from './format.js';

export const SLACK = 'slack';

/** https://docs.slack.dev/reference/objects/file-object */
const slackFile = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private_download: z.string().nullish(),
  url_private: z.string().nullish(),
});

/** https://docs.slack.dev/reference/events/message and its subtypes, as far as they are read here. */
export const slackMessage = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(slackFile).optional(),
});

export type SlackMessage = z.infer<typeof slackMessage>;

/** https://docs.slack.dev/reference/events/message/message_changed and message_deleted */
export const slackChange = z.discriminatedUnion('subtype', [
  z.object({
    subtype: z.literal('message_changed'),
    channel: z.string(),
    message: z.object({
      ts: z.string(),
      text: z.string().optional(),
      user: z.string().optional(),
      bot_id: z.string().optional(),
    }),
  }),
  z.object({ subtype: z.literal('message_deleted'), channel: z.string(), deleted_ts: z.string() }),
]);

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export const slackButtonPress = z.object({
  type: z.literal('block_actions'),
  user: z.object({ id: z.string(), name: z.string().optional() }),
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  actions: z.array(
    z.object({
      type: z.literal('button'),
      action_id: z.string(),
      action_ts: z.string(),
      text: z.object({ text: z.string() }),
    }),
  ),
});

/** A pressed button for the core. */
export function toActionPress(
  press: z.infer<typeof slackButtonPress>,
  self: SlackSelf,
): InboundActionPress | null {
  const action = press.actions[0];
  if (action === undefined) return null;
  const { user, channel, message } = press;
  const direct = channel.id.startsWith('D');
  return {
    conversation: addressOf(self, channel.id),
    direct,
    actionKey: `${self.teamId}:${channel.id}:${action.action_ts}:${action.action_id}`,
    actionId: action.action_id,
    label: action.text.text,
    sender: userOf(self, user.id, user.name ?? null),
    reference:
      direct || message === undefined
        ? { channel: channel.id }
        : { channel: channel.id, threadTs: message.thread_ts ?? message.ts, userId: user.id },
  };
}

/** Who this app is in a workspace. */
export interface SlackSelf {
  readonly teamId: string;
  readonly botUserId: string;
}

/** What people send; other subtypes are notices of Slack's own. */
const SPOKEN_SUBTYPES = new Set([undefined, 'file_share', 'me_message', 'thread_broadcast']);

/**
 * Slack's own identity of a message. The same message may come under several event ids, so those don't count.
 */
export function messageKeyOf(self: SlackSelf, channel: string, ts: string): string {
  return `${self.teamId}:${channel}:${ts}`;
}

export function addressOf(self: SlackSelf, channel: string): ConversationAddress {
  return { platform: SLACK, tenant: self.teamId, address: channel };
}

export function userOf(self: SlackSelf, userId: string, displayName: string | null = null): PlatformUser {
  return { platform: SLACK, tenant: self.teamId, userId, displayName };
}

function attachmentOf(file: z.infer<typeof slackFile>): InboundAttachment {
  return {
    id: file.id,
    fileName: file.name ?? 'file',
    contentType: file.mimetype ?? null,
    size: file.size ?? null,
    source: { url: file.url_private_download ?? file.url_private ?? null },
  };
}

/** A message of a person, for the core; null for notices, bots and Matinee's own words. */
export function toInboundMessage(
  message: SlackMessage,
  self: SlackSelf,
  direct: boolean,
): InboundMessage | null {
  const { user, bot_id, subtype, channel, ts, thread_ts } = message;
  if (user === undefined || bot_id !== undefined || user === self.botUserId) return null;
  if (!SPOKEN_SUBTYPES.has(subtype)) return null;
  return {
    conversation: addressOf(self, channel),
    direct,
    messageKey: messageKeyOf(self, channel, ts),
    sender: userOf(self, user),
    text: plainInput(message.text ?? '', self.botUserId),
    attachments: (message.files ?? []).map(attachmentOf),
    // In a channel the answer belongs under the question; in a direct message it stands beside it.
    reference: direct ? { channel } : { channel, threadTs: thread_ts ?? ts, userId: user },
  };
}
