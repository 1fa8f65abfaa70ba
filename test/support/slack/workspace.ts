import { readFileSync } from 'node:fs';
import type { types } from '@slack/bolt';
import { z } from 'zod';
import { repositoryPath } from '../repository-path.js';

/** What a workspace grants an app is what its manifest asks for; the stand-in grants no more. */
const manifest = z
  .object({
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  })
  .parse(JSON.parse(readFileSync(repositoryPath('manifest/slack/manifest.json'), 'utf8')));

export const SUBSCRIBED_EVENTS: readonly string[] = manifest.settings.event_subscriptions.bot_events;

export const APP_ID = 'A0MATINEE';
export const PERSON = 'U0PERSON';
export const CHANNEL = 'C0GENERAL';

/** A message in a conversation, as far as the Web API's answers need it. */
export interface StoredMessage {
  readonly ts: string;
  readonly channel: string;
  readonly threadTs: string | null;
  readonly user: string;
  readonly botId: string | null;
  text: string;
  blocks: readonly types.KnownBlock[];
  readonly metadata: unknown;
  /** Set for ephemeral messages: who alone sees it. */
  readonly onlyFor: string | null;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  bytes: Uint8Array;
  readonly declaredSize: number;
  readonly trouble: 'sign-in-page' | 'missing' | null;
  /** The conversation it was shared in by Matinee; null until then. */
  sharedIn: string | null;
  title: string | null;
}

/** A workspace where the app is installed. */
export interface Workspace {
  readonly teamId: string;
  readonly teamName: string;
  /** Another one after each installation and renewal. */
  botToken: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly scopes: Set<string>;
  readonly messages: StoredMessage[];
  readonly files: Map<string, StoredFile>;
  /** Published App Homes, by user. */
  readonly homes: Map<string, readonly types.KnownBlock[]>;
}

export function createWorkspace(teamId = 'T0MATINEE'): Workspace {
  const suffix = teamId.slice(1);
  return {
    teamId,
    teamName: `Workspace ${suffix}`,
    botToken: `xoxb-${suffix}-secret`,
    botUserId: `U0BOT${suffix}`,
    botId: `B0BOT${suffix}`,
    scopes: new Set(manifest.oauth_config.scopes.bot),
    messages: [],
    files: new Map(),
    homes: new Map(),
  };
}

/** A person's direct conversation with the app. */
export function directChannelOf(user: string): string {
  return `D${user.slice(1)}`;
}

let last = 0;

/** Slack's ids of messages: seconds, and six digits that make them unique in their conversation. */
export function nextTs(): string {
  last = Math.max(last + 1, Date.now() * 1000);
  return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
}

/** What people see of mrkdwn: https://docs.slack.dev/messaging/formatting-message-text */
function shown(mrkdwn: string): string {
  return mrkdwn
    .replace(/<(?:https?:[^>|]*)\|([^>]*)>/g, '$1')
    .replace(/(^|[\s(])\*([^*\n]+)\*(?=$|[\s).,!?:])/g, '$1$2')
    .replace(/(^|[\s(])_([^_\n]+)_(?=$|[\s).,!?:])/g, '$1$2')
    .replace(/(^|[\s(])~([^~\n]+)~(?=$|[\s).,!?:])/g, '$1$2')
    .replaceAll('\u200b', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A client shows a message's blocks where it has some; its text is then for notifications alone. */
export function seenText({ text, blocks }: Pick<StoredMessage, 'text' | 'blocks'>): string {
  const sections = blocks.flatMap((block) =>
    block.type === 'section' && block.text ? [block.text.text] : [],
  );
  return shown(sections.length > 0 ? sections.join('\n') : text);
}

/** The buttons of a message, by their ids. */
export function buttonsOf({
  blocks,
}: Pick<StoredMessage, 'blocks'>): { id: string; label: string; blockId: string }[] {
  return blocks.flatMap((block, index) =>
    block.type === 'actions'
      ? block.elements.flatMap((element) =>
          element.type === 'button' && element.action_id
            ? [{ id: element.action_id, label: element.text.text, blockId: block.block_id ?? `b${index}` }]
            : [],
        )
      : [],
  );
}
