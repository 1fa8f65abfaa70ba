import type { App, webApi } from '@slack/bolt';
import type { Logger } from '../../src/core/ports/runtime.js';
import type { CoreDoors } from '../shared/adapter.js';
import { SLACK_COMMAND } from './config.js';
import { renderHome } from './format.js';
import { addressOf, messageKeyOf, readMessage, readPress, toInboundMessage } from './inbound.js';
import type { DescribePerson } from './people.js';
import type { SlackInstallation, SlackWorkspaces } from './workspaces.js';

export interface Listening {
  readonly doors: CoreDoors;
  readonly log: Logger;
  readonly workspaces: SlackWorkspaces;
  readonly describe: DescribePerson;
}

/** Names of unknown things are remembered up to here; a sender of ever new ones must not fill the memory. */
const REMEMBERED_KINDS = 100;
/** Slack shows an error when a command is not answered within 3 s, and does not repeat it. */
const COMMAND_MILLISECONDS = 2_000;

const LISTENED = new Set(['message', 'app_mention', 'app_home_opened', 'app_uninstalled', 'tokens_revoked']);

/** Registers what Matinee listens to; `manifest/slack` subscribes to the same. */
export function listen(app: App, listening: Listening): void {
  const unknown = logOnce(listening.log);
  const selfOf = (teamId: string | undefined) => listening.workspaces.find(teamId ?? '');

  app.use(async ({ body, next }) => {
    const type: unknown = 'event' in body ? body.event?.type : undefined;
    if (typeof type === 'string' && !LISTENED.has(type)) unknown(type);
    await next();
  });

  app.event('message', async ({ event, context }) => {
    if (!(await takeMessage(listening, event, await selfOf(context.teamId), 'direct'))) unknown('message');
  });

  app.event('app_mention', async ({ event, context }) => {
    if (!(await takeMessage(listening, event, await selfOf(context.teamId), 'mention')))
      unknown('app_mention');
  });

  app.event('app_home_opened', async ({ event, context }) => {
    if (event.tab === 'messages') return;
    const self = await selfOf(context.teamId);
    await showHome(listening, self, event.user);
  });

  app.action(/.*/, async ({ ack, body, context }) => {
    await takePress(listening, await selfOf(context.teamId), body);
    await ack();
  });

  app.command(SLACK_COMMAND, async ({ ack, command, context }) => {
    await ack(await takeCommand(listening, await selfOf(context.teamId), command));
  });

  app.event('app_uninstalled', ({ body }) => listening.workspaces.removed(body.team_id, momentOf(body)));

  app.event('tokens_revoked', async ({ event, body }) => {
    // People's own tokens are none of Matinee's.
    if ((event.tokens.bot ?? []).length > 0) await listening.workspaces.removed(body.team_id, momentOf(body));
  });
}

function momentOf(body: { readonly event_time: number }): Date {
  return new Date(body.event_time * 1000);
}

function logOnce(log: Logger): (kind: string) => void {
  const seen = new Set<string>();
  return (kind) => {
    if (seen.has(kind) || seen.size >= REMEMBERED_KINDS) return;
    seen.add(kind);
    log.info({ event: kind }, 'Slack sends events of a kind that Matinee does not use');
  };
}

/** @returns false when the event has an unknown shape */
async function takeMessage(
  { doors, describe }: Listening,
  event: unknown,
  self: SlackInstallation,
  by: 'direct' | 'mention',
): Promise<boolean> {
  const heard = readMessage(event, self);
  switch (heard?.kind) {
    case undefined:
      return false;
    case 'said': {
      const direct = by === 'direct';
      // Without a mention only what is said in private is meant for Matinee.
      if (direct && heard.message.channel_type !== 'im') return true;
      const sender = await describe(self.teamId, heard.userId);
      await doors.receiveMessage(toInboundMessage(heard.message, self, sender, direct));
      return true;
    }
    case 'edited':
    case 'deleted': {
      const conversation = addressOf(self.teamId, heard.channel);
      const messageKey = messageKeyOf(self.teamId, heard.channel, heard.ts);
      if (heard.kind === 'deleted') await doors.withdrawMessage({ conversation, messageKey });
      else await doors.editMessage({ conversation, messageKey, text: heard.text });
      return true;
    }
    case 'nothing':
      return true;
  }
}

/** A home that cannot be shown now is shown when it is opened next: Slack need not repeat the event. */
async function showHome(
  { doors, log, workspaces, describe }: Listening,
  self: SlackInstallation,
  userId: string,
): Promise<void> {
  try {
    const client = await workspaces.clientOf(self.teamId);
    const overview = await doors.overview(await describe(self.teamId, userId));
    await client.views.publish({ user_id: userId, view: { type: 'home', blocks: renderHome(overview) } });
  } catch (error) {
    log.warn({ err: error }, 'the App Home could not be shown');
  }
}

async function openDirect(client: webApi.WebClient, userId: string): Promise<string | null> {
  const opened = await client.conversations.open({ users: userId });
  return opened.channel?.id ?? null;
}

async function takePress(
  { doors, workspaces, describe }: Listening,
  self: SlackInstallation,
  body: unknown,
): Promise<void> {
  const press = readPress(body, self.teamId);
  if (press === null) return;
  const channel = press.channel ?? (await openDirect(await workspaces.clientOf(self.teamId), press.userId));
  if (channel === null) return;
  await doors.receiveAction(press.toPress(channel, await describe(self.teamId, press.userId)));
}

/**
 * Takes a command as a message to the direct conversation: the answer holds figures, wherever the command was given.
 * @returns what the person who gave it is told, and nobody else
 */
async function takeCommand(
  { doors, log, workspaces, describe }: Listening,
  self: SlackInstallation,
  command: {
    readonly user_id: string;
    readonly channel_id: string;
    readonly trigger_id: string;
    readonly text: string;
  },
): Promise<string> {
  try {
    const late = new Promise<null>((resolve) =>
      setTimeout(() => resolve(null), COMMAND_MILLISECONDS).unref(),
    );
    const client = await workspaces.clientOf(self.teamId);
    const channel = await Promise.race([openDirect(client, command.user_id), late]);
    if (channel === null) return 'I can’t open our direct messages just now. Please write to me there.';
    await doors.receiveMessage({
      conversation: addressOf(self.teamId, channel),
      direct: true,
      messageKey: `${self.teamId}:command:${command.trigger_id}`,
      sender: await describe(self.teamId, command.user_id),
      text: command.text.trim() === '' ? 'help' : command.text.trim(),
      attachments: [],
      reference: { channel },
    });
    return channel === command.channel_id ? '' : 'I answer you in our direct messages.';
  } catch (error) {
    log.error({ err: error }, 'a Slack command could not be taken');
    return 'I couldn’t take that in just now. Please try again in a moment.';
  }
}
