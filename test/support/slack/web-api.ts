import type { types } from '@slack/bolt';
import { z } from 'zod';
import { checkBlocks, checkText } from './checks.js';
import { SlackRefusal } from './refusal.js';
import { directChannelOf, nextTs, type StoredMessage, type Workspace } from './workspace.js';

/** A method's arguments as they came: form fields, objects among them as JSON. */
export type Arguments = Readonly<Record<string, string>>;
export type Answer = Readonly<Record<string, unknown>>;

export interface Method {
  /** Scopes of which a bot token needs one; from each method's page under https://docs.slack.dev/reference/methods */
  readonly scopes: readonly string[];
  /** Counts against the limit of its conversation. */
  readonly isWrite?: boolean;
  run(workspace: Workspace, args: Arguments): Answer;
}

const blocksSchema = z.array(z.custom<types.KnownBlock>((value) => typeof value === 'object'));

function required(args: Arguments, name: string, reason = 'invalid_arguments'): string {
  const value = args[name];
  if (value === undefined || value === '') throw new SlackRefusal(reason);
  return value;
}

function blocksFrom(args: Arguments): readonly types.KnownBlock[] {
  if (args.blocks === undefined) return [];
  const blocks = blocksSchema.safeParse(JSON.parse(args.blocks));
  if (!blocks.success) throw new SlackRefusal('invalid_blocks_format');
  checkBlocks(blocks.data);
  return blocks.data;
}

/** Up to 12,000 characters of standard markdown in the place of text: chat.postMessage#arg_markdown_text */
function textFrom(args: Arguments): string {
  const { markdown_text: markdown, text = '' } = args;
  if (markdown === undefined) return text;
  if (args.text !== undefined || args.blocks !== undefined) throw new SlackRefusal('markdown_text_conflict');
  if (markdown.length > 12_000) throw new SlackRefusal('msg_too_long');
  return markdown;
}

function conversation(args: Arguments): string {
  const channel = required(args, 'channel', 'channel_not_found');
  if (!/^[CDG]/.test(channel)) throw new SlackRefusal('channel_not_found');
  return channel;
}

function find(workspace: Workspace, args: Arguments): StoredMessage {
  const channel = conversation(args);
  const found = workspace.messages.find((message) => message.channel === channel && message.ts === args.ts);
  if (!found) throw new SlackRefusal('message_not_found');
  if (found.user !== workspace.botUserId) throw new SlackRefusal('cant_update_message');
  return found;
}

/** https://docs.slack.dev/reference/methods/chat.postMessage */
function post(workspace: Workspace, args: Arguments, onlyFor: string | null): StoredMessage {
  const blocks = blocksFrom(args);
  const text = textFrom(args);
  if (text.trim() === '' && blocks.length === 0) throw new SlackRefusal('no_text');
  const message: StoredMessage = {
    ts: nextTs(),
    channel: conversation(args),
    threadTs: args.thread_ts ?? null,
    user: workspace.botUserId,
    botId: workspace.botId,
    text: checkText(text, 'post'),
    blocks,
    metadata: args.metadata === undefined ? null : JSON.parse(args.metadata),
    onlyFor,
  };
  workspace.messages.push(message);
  return message;
}

/** https://docs.slack.dev/reference/methods/conversations.history: the newest first. */
function present(message: StoredMessage, args: Arguments): Answer {
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    ...(message.botId !== null && { bot_id: message.botId }),
    ...(message.threadTs !== null && { thread_ts: message.threadTs }),
    ...(args.include_all_metadata === 'true' && message.metadata !== null && { metadata: message.metadata }),
  };
}

/** Reading needs the scope of the conversation's kind. */
function requireHistory(workspace: Workspace, channel: string): void {
  const needed = channel.startsWith('D') ? 'im:history' : 'channels:history';
  if (workspace.scopes.has(needed)) return;
  throw new SlackRefusal('missing_scope', { needed, provided: [...workspace.scopes].join(',') });
}

export const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': {
    scopes: [],
    run: ({ teamId, teamName, botUserId, botId }) => ({
      url: 'https://workspace.slack.com/',
      team: teamName,
      user: 'matinee',
      team_id: teamId,
      user_id: botUserId,
      bot_id: botId,
      is_enterprise_install: false,
    }),
  },
  'chat.postMessage': {
    scopes: ['chat:write'],
    isWrite: true,
    run: (workspace, args) => {
      const message = post(workspace, args, null);
      return { channel: message.channel, ts: message.ts, message: present(message, args) };
    },
  },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    isWrite: true,
    run: (workspace, args) => ({
      message_ts: post(workspace, args, required(args, 'user', 'user_not_in_channel')).ts,
    }),
  },
  'chat.update': {
    scopes: ['chat:write'],
    isWrite: true,
    run: (workspace, args) => {
      const message = find(workspace, args);
      const blocks = args.blocks === undefined ? message.blocks : blocksFrom(args);
      message.text = args.markdown_text === undefined ? checkText(args.text ?? '', 'update') : textFrom(args);
      message.blocks = blocks;
      return {
        channel: message.channel,
        ts: message.ts,
        text: message.text,
        message: present(message, args),
      };
    },
  },
  'chat.delete': {
    scopes: ['chat:write'],
    run: (workspace, args) => {
      const message = find(workspace, args);
      workspace.messages.splice(workspace.messages.indexOf(message), 1);
      return { channel: message.channel, ts: message.ts };
    },
  },
  'conversations.open': {
    scopes: ['im:write'],
    run: (_workspace, args) => {
      const user = required(args, 'users', 'users_list_not_supplied');
      if (!user.startsWith('U')) throw new SlackRefusal('user_not_found');
      return { no_op: true, already_open: true, channel: { id: directChannelOf(user) } };
    },
  },
  'conversations.history': {
    scopes: ['im:history', 'channels:history'],
    run: (workspace, args) => {
      const channel = conversation(args);
      requireHistory(workspace, channel);
      const messages = workspace.messages
        .filter(
          (message) => message.channel === channel && message.threadTs === null && message.onlyFor === null,
        )
        .reverse()
        .slice(0, Number(args.limit ?? 100));
      return { messages: messages.map((message) => present(message, args)), has_more: false };
    },
  },
  'conversations.replies': {
    scopes: ['im:history', 'channels:history'],
    run: (workspace, args) => {
      const channel = conversation(args);
      requireHistory(workspace, channel);
      const ts = required(args, 'ts');
      const messages = workspace.messages
        .filter((message) => message.channel === channel && (message.threadTs === ts || message.ts === ts))
        .slice(0, Number(args.limit ?? 1000));
      return { messages: messages.map((message) => present(message, args)), has_more: false };
    },
  },
  /** https://docs.slack.dev/reference/methods/users.info; `locale` only when it is asked for. */
  'users.info': {
    scopes: ['users:read'],
    run: ({ teamId }, args) => {
      const id = required(args, 'user', 'user_not_found');
      return {
        user: {
          id,
          team_id: teamId,
          name: 'robin',
          real_name: 'Robin Okafor',
          tz: 'Europe/Amsterdam',
          tz_label: 'Central European Time',
          tz_offset: 3600,
          profile: { display_name: 'Robin', real_name: 'Robin Okafor' },
          is_bot: false,
          ...(args.include_locale === 'true' && { locale: 'en-GB' }),
        },
      };
    },
  },
  /** https://docs.slack.dev/reference/methods/views.publish: a view holds at most 100 blocks. */
  'views.publish': {
    scopes: [],
    run: (workspace, args) => {
      const view = z
        .object({ type: z.literal('home'), blocks: blocksSchema.max(100) })
        .safeParse(JSON.parse(args.view ?? '{}'));
      if (!view.success) throw new SlackRefusal('invalid_arguments');
      checkBlocks(view.data.blocks, 100);
      workspace.homes.set(required(args, 'user_id'), view.data.blocks);
      return { view: { id: 'V0HOME', type: 'home' } };
    },
  },
};
