import { z } from 'zod';
import type {
  ConversationAddress,
  InboundActionPress,
  InboundAttachment,
  InboundMessage,
  PlatformUser,
} from '../../src/core/ports/chat-platform.js';
import { plainInput } from './format.js';
import type { SlackInstallation } from './workspaces.js';

export const SLACK = 'slack';
/** Slack's own bot, which has no bot id. */
const SLACKBOT = 'USLACKBOT';

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
const slackMessage = z.object({
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

type SlackMessage = z.infer<typeof slackMessage>;

/** https://docs.slack.dev/reference/events/message/message_changed and message_deleted */
const slackChange = z.discriminatedUnion('subtype', [
  z.object({
    subtype: z.literal('message_changed'),
    channel: z.string(),
    message: z.object({
      ts: z.string(),
      subtype: z.string().optional(),
      text: z.string().optional(),
      user: z.string().optional(),
      bot_id: z.string().optional(),
    }),
  }),
  z.object({ subtype: z.literal('message_deleted'), channel: z.string(), deleted_ts: z.string() }),
]);

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload; a press in the App Home has no channel. */
const slackButtonPress = z.object({
  type: z.literal('block_actions'),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  actions: z.tuple(
    [
      z.object({
        type: z.literal('button'),
        action_id: z.string(),
        action_ts: z.string(),
        text: z.object({ text: z.string() }),
      }),
    ],
    z.unknown(),
  ),
});

/** What people send; other subtypes are notices of Slack's own. */
const SPOKEN_SUBTYPES = new Set([undefined, 'file_share', 'me_message', 'thread_broadcast']);

/** What an event of the kind `message` or `app_mention` means. */
export type Heard =
  | { readonly kind: 'said'; readonly message: SlackMessage; readonly userId: string }
  | { readonly kind: 'edited'; readonly channel: string; readonly ts: string; readonly text: string }
  | { readonly kind: 'deleted'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'nothing' };

const NOTHING: Heard = { kind: 'nothing' };

/** Reads an event; nothing for notices, for bots and for Matinee's own words. Null when it has an unknown shape. */
export function readMessage(event: unknown, self: SlackInstallation): Heard | null {
  const change = slackChange.safeParse(event);
  if (change.success) return readChange(change.data, self);
  const said = slackMessage.safeParse(event);
  if (!said.success) return null;
  const { user, bot_id, subtype } = said.data;
  if (!SPOKEN_SUBTYPES.has(subtype) || !isPerson(user, bot_id, self)) return NOTHING;
  return { kind: 'said', message: said.data, userId: user };
}

function isPerson(
  user: string | undefined,
  botId: string | undefined,
  self: SlackInstallation,
): user is string {
  return user !== undefined && botId === undefined && user !== self.botUserId && user !== SLACKBOT;
}

function readChange(change: z.infer<typeof slackChange>, self: SlackInstallation): Heard {
  const { channel } = change;
  if (change.subtype === 'message_deleted') return { kind: 'deleted', channel, ts: change.deleted_ts };
  const { ts, subtype, text, user, bot_id } = change.message;
  // What began a thread and is deleted stays as a tombstone.
  if (subtype === 'tombstone') return { kind: 'deleted', channel, ts };
  if (text === undefined || !isPerson(user, bot_id, self)) return NOTHING;
  return { kind: 'edited', channel, ts, text: plainInput(text, self.botUserId) };
}

/** Slack's own identity of a message. The same message may come under several event ids, so those don't count. */
export function messageKeyOf(teamId: string, channel: string, ts: string): string {
  return `${teamId}:${channel}:${ts}`;
}

export function addressOf(teamId: string, channel: string): ConversationAddress {
  return { platform: SLACK, tenant: teamId, address: channel };
}

export function userOf(teamId: string, userId: string, displayName: string | null = null): PlatformUser {
  return { platform: SLACK, tenant: teamId, userId, displayName };
}

function attachmentOf(teamId: string, file: z.infer<typeof slackFile>): InboundAttachment {
  return {
    id: file.id,
    fileName: file.name ?? 'file',
    contentType: file.mimetype ?? null,
    size: file.size ?? null,
    // Files of other organisations come without an address: https://docs.slack.dev/reference/objects/file-object
    source: { url: file.url_private_download ?? file.url_private ?? null, team: teamId, file: file.id },
  };
}

/** A message of a person, for the core. */
export function toInboundMessage(
  message: SlackMessage,
  self: SlackInstallation,
  sender: PlatformUser,
  direct: boolean,
): InboundMessage {
  const { channel, ts, thread_ts } = message;
  return {
    conversation: addressOf(self.teamId, channel),
    direct,
    messageKey: messageKeyOf(self.teamId, channel, ts),
    sender,
    text: plainInput(message.text ?? '', self.botUserId),
    attachments: (message.files ?? []).map((file) => attachmentOf(self.teamId, file)),
    // In a channel the answer belongs under the question; in a direct message it stands beside it.
    reference: direct ? { channel } : { channel, threadTs: thread_ts ?? ts, userId: sender.userId },
  };
}

export interface Pressed {
  readonly userId: string;
  /** Null when it was pressed in the App Home. */
  readonly channel: string | null;
  readonly toPress: (channel: string, sender: PlatformUser) => InboundActionPress;
}

/** A pressed button; null for every other interaction. */
export function readPress(body: unknown, teamId: string): Pressed | null {
  const parsed = slackButtonPress.safeParse(body);
  if (!parsed.success) return null;
  const { user, channel, message, actions } = parsed.data;
  const [action] = actions;
  return {
    userId: user.id,
    channel: channel?.id ?? null,
    toPress: (address, sender) => {
      const direct = address.startsWith('D');
      return {
        conversation: addressOf(teamId, address),
        direct,
        actionKey: `${teamId}:${address}:${action.action_ts}:${action.action_id}`,
        actionId: action.action_id,
        label: action.text.text,
        sender,
        reference:
          direct || message === undefined
            ? { channel: address }
            : { channel: address, threadTs: message.thread_ts ?? message.ts, userId: user.id },
      };
    },
  };
}
