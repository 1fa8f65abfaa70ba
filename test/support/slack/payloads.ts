import { randomUUID } from 'node:crypto';
import type { BlockButtonAction, SlashCommand, types } from '@slack/bolt';
import {
  APP_ID,
  CHANNEL,
  directChannelOf,
  nextTs,
  PERSON,
  type StoredFile,
  type StoredMessage,
  SUBSCRIBED_EVENTS,
  type Workspace,
} from './workspace.js';

/** What Slack sends: an event, a pressed button or a command, before it is put into an envelope or a request. */
export type Delivery =
  | { readonly kind: 'events_api'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'interactive'; readonly body: BlockButtonAction }
  | { readonly kind: 'slash_commands'; readonly body: SlashCommand };

/** Every text in an event is escaped: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** https://docs.slack.dev/apis/events-api/#callback-field; each delivery has an event id of its own. */
export function eventBody(workspace: Workspace, event: object): Delivery {
  requireSubscription(event);
  return {
    kind: 'events_api',
    body: {
      token: 'deprecated-verification-token',
      team_id: workspace.teamId,
      context_team_id: workspace.teamId,
      context_enterprise_id: null,
      api_app_id: APP_ID,
      event,
      type: 'event_callback',
      event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: workspace.teamId,
          user_id: workspace.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: '4-opaque',
    },
  };
}

/** Slack sends what an app subscribed to, and nothing else of these kinds. @throws Error that names what is missing */
function requireSubscription(event: object): void {
  const type = 'type' in event ? event.type : null;
  const isDirect = 'channel_type' in event && event.channel_type === 'im';
  const name = type === 'message' ? (isDirect ? 'message.im' : null) : type;
  const subscribable = ['message.im', 'app_mention', 'app_home_opened'];
  if (typeof name !== 'string' || !subscribable.includes(name) || SUBSCRIBED_EVENTS.includes(name)) return;
  throw new Error(`manifest/slack does not subscribe to ${name}.`);
}

type MessageFile = NonNullable<types.FileShareMessageEvent['files']>[number];

/** https://docs.slack.dev/reference/objects/file-object */
export function fileObject(file: StoredFile, filesUrl: string): MessageFile {
  return {
    id: file.id,
    created: 1_773_000_000,
    name: file.name,
    title: file.name,
    mimetype: file.contentType,
    filetype: 'pdf',
    pretty_type: 'PDF',
    user: PERSON,
    editable: false,
    size: file.declaredSize,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${filesUrl}/files-pri/T0-${file.id}/${encodeURIComponent(file.name)}`,
    url_private_download: `${filesUrl}/files-pri/T0-${file.id}/download/${encodeURIComponent(file.name)}`,
    permalink: `https://workspace.slack.com/files/${PERSON}/${file.id}/file`,
    channels: [],
    groups: [],
  };
}

/** A message of a person in their direct conversation: https://docs.slack.dev/reference/events/message.im */
export function directMessage(
  workspace: Workspace,
  said: {
    readonly ts: string;
    readonly text: string;
    readonly files: readonly MessageFile[];
    readonly user?: string;
  },
): types.GenericMessageEvent | types.FileShareMessageEvent {
  const user = said.user ?? PERSON;
  const shared = {
    type: 'message' as const,
    user,
    text: escaped(said.text),
    ts: said.ts,
    event_ts: said.ts,
    channel: directChannelOf(PERSON),
    channel_type: 'im' as const,
  };
  if (said.files.length > 0) {
    return { ...shared, subtype: 'file_share', files: [...said.files], upload: false, display_as_bot: false };
  }
  return { ...shared, subtype: undefined, client_msg_id: randomUUID(), team: workspace.teamId };
}

/**
 * A message that a bot posted. Apps' messages carry the user and profile of their bot as well:
 * https://docs.slack.dev/reference/events/message/bot_message
 */
export function botMessage(
  workspace: Workspace,
  said: { readonly ts: string; readonly text: string; readonly own: boolean },
): types.GenericMessageEvent {
  const id = said.own ? workspace.botId : 'B0OTHER';
  return {
    type: 'message',
    subtype: undefined,
    user: said.own ? workspace.botUserId : 'U0OTHERBOT',
    bot_id: id,
    bot_profile: {
      id,
      name: said.own ? 'Matinee' : 'Beeper',
      app_id: said.own ? APP_ID : 'A0OTHER',
      team_id: workspace.teamId,
      icons: {},
      updated: 1_700_000_000,
      deleted: false,
    },
    text: escaped(said.text),
    ts: said.ts,
    event_ts: said.ts,
    team: workspace.teamId,
    channel: directChannelOf(PERSON),
    channel_type: 'im',
  };
}

/** https://docs.slack.dev/reference/events/app_mention */
export function mention(
  workspace: Workspace,
  said: { readonly ts: string; readonly text: string; readonly botId?: string },
): types.AppMentionEvent {
  return {
    type: 'app_mention',
    user: said.botId === undefined ? PERSON : 'U0OTHERBOT',
    ...(said.botId !== undefined && { bot_id: said.botId }),
    text: `<@${workspace.botUserId}> ${escaped(said.text)}`,
    ts: said.ts,
    event_ts: said.ts,
    team: workspace.teamId,
    channel: CHANNEL,
    client_msg_id: randomUUID(),
  };
}

/** https://docs.slack.dev/reference/events/message/message_changed */
export function changed(before: types.GenericMessageEvent, text: string): types.MessageChangedEvent {
  const at = nextTs();
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: before.channel,
    channel_type: before.channel_type,
    ts: at,
    event_ts: at,
    message: { ...before, text: escaped(text), edited: { user: before.user, ts: at } },
    previous_message: before,
  };
}

/** https://docs.slack.dev/reference/events/message/message_deleted */
export function deleted(before: types.GenericMessageEvent): types.MessageDeletedEvent {
  const at = nextTs();
  return {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    channel: before.channel,
    channel_type: before.channel_type,
    ts: at,
    event_ts: at,
    deleted_ts: before.ts,
    previous_message: before,
  };
}

/** https://docs.slack.dev/reference/events/app_home_opened */
export function homeOpened(tab: 'home' | 'messages'): types.AppHomeOpenedEvent {
  return { type: 'app_home_opened', user: PERSON, channel: directChannelOf(PERSON), tab, event_ts: nextTs() };
}

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function buttonPress(
  workspace: Workspace,
  message: StoredMessage,
  button: { readonly id: string; readonly label: string; readonly blockId: string },
  responseUrl: string,
): Delivery {
  const { ts, channel, text, threadTs } = message;
  return {
    kind: 'interactive',
    body: {
      type: 'block_actions',
      user: { id: PERSON, username: 'robin', name: 'robin', team_id: workspace.teamId },
      api_app_id: APP_ID,
      token: 'deprecated-verification-token',
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      trigger_id: `${Date.now()}.1.${randomUUID()}`,
      team: { id: workspace.teamId, domain: 'workspace' },
      is_enterprise_install: false,
      channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'general' },
      message: {
        type: 'message',
        user: workspace.botUserId,
        bot_id: workspace.botId,
        ts,
        text,
        ...(threadTs !== null && { thread_ts: threadTs }),
      },
      response_url: responseUrl,
      actions: [
        {
          type: 'button',
          action_id: button.id,
          block_id: button.blockId,
          text: { type: 'plain_text', text: button.label, emoji: true },
          value: button.id,
          action_ts: nextTs(),
        },
      ],
    },
  };
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
export function slashCommand(
  workspace: Workspace,
  command: string,
  text: string,
  channel: string,
  responseUrl: string,
): Delivery {
  return {
    kind: 'slash_commands',
    body: {
      token: 'deprecated-verification-token',
      team_id: workspace.teamId,
      team_domain: 'workspace',
      channel_id: channel,
      channel_name: channel.startsWith('D') ? 'directmessage' : 'general',
      user_id: PERSON,
      user_name: 'robin',
      command,
      text,
      api_app_id: APP_ID,
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: `${Date.now()}.2.${randomUUID()}`,
    },
  };
}

/** https://docs.slack.dev/reference/events/app_uninstalled */
export function appUninstalled(_workspace: Workspace) {
  return { type: 'app_uninstalled', event_ts: nextTs() } as const;
}

/** https://docs.slack.dev/reference/events/tokens_revoked: people's tokens by person, bots' by bot. */
export function tokensRevoked({ botUserId }: Workspace) {
  return { type: 'tokens_revoked', tokens: { oauth: [], bot: [botUserId] }, event_ts: nextTs() } as const;
}
