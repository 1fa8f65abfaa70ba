import { App, LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import type { Router } from 'express';
import { MatineeError } from '../../src/core/ports/errors.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import type { Adapter, AdapterDependencies } from '../shared/adapter.js';
import { SLACK_COMMAND, type SlackAdapterConfig } from './config.js';
import { renderHome } from './format.js';
import {
  addressOf,
  messageKeyOf,
  type SlackSelf,
  slackButtonPress,
  slackChange,
  slackMessage,
  toActionPress,
  toInboundMessage,
  userOf,
} from './inbound.js';
import { createSlackPlatform } from './outbound.js';
import { createHttpReceiver, createSocketModeReceiver } from './receivers.js';

const DEFAULT_API_URL = 'https://slack.com/api/';
const CALL_TIMEOUT_MS = 15_000;

export interface SlackAdapter extends Adapter {
  /** To be mounted on the API's Express app when events come over HTTP; null with Socket Mode. */
  readonly router: Router | null;
}

/** Bolt's own messages go to the product's log, without payloads. */
function boltLogger(log: Logger): SlackLogger {
  const first = (parts: unknown[]) => String(parts[0]).slice(0, 200);
  return {
    debug: (...parts) => log.debug({}, first(parts)),
    info: (...parts) => log.debug({}, first(parts)),
    warn: (...parts) => log.warn({}, first(parts)),
    error: (...parts) => log.error({}, first(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

/** Connects Slack by Socket Mode or HTTP events. @throws MatineeError when neither way in is configured */
export function createSlackAdapter(
  config: SlackAdapterConfig,
  dependencies: AdapterDependencies,
): SlackAdapter {
  const log = dependencies.log.child({ platform: 'slack' });
  const logger = boltLogger(log);
  const apiUrl = config.apiUrl ?? DEFAULT_API_URL;
  // The client would otherwise wait out a 429 itself, its whole queue with it, for up to half an hour.
  const clientOptions = {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
  };
  const { appToken, signingSecret, botToken } = config;
  if (appToken === undefined && signingSecret === undefined) {
    throw new MatineeError(
      'invalid',
      'SLACK_CONFIG',
      'Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP events) beside SLACK_BOT_TOKEN.',
    );
  }
  const http =
    appToken === undefined ? createHttpReceiver({ signingSecret: signingSecret ?? '', logger }) : null;
  const receiver = http ?? createSocketModeReceiver({ appToken: appToken ?? '', logger, clientOptions });
  const app = new App({
    token: botToken,
    receiver,
    logger,
    clientOptions,
    deferInitialization: true,
    tokenVerificationEnabled: false,
    ignoreSelf: true,
  });
  let self: SlackSelf | null = null;
  const known = (): SlackSelf => {
    if (self === null)
      throw new MatineeError('unavailable', 'SLACK_NOT_STARTED', 'Slack is not connected yet.');
    return self;
  };
  listen(app, dependencies, known);

  return {
    platform: createSlackPlatform({ client: app.client, self: known, botToken, apiUrl }),
    router: http?.router ?? null,
    start: async () => {
      try {
        const identity = await app.client.auth.test();
        self = { teamId: identity.team_id ?? '', botUserId: identity.user_id ?? '' };
        await app.init();
        if (http === null) await app.start();
      } catch (cause) {
        throw new MatineeError(
          'unavailable',
          'SLACK_CREDENTIALS',
          'Slack refuses the credentials: check SLACK_BOT_TOKEN and SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.',
          { cause },
        );
      }
    },
    stop: async () => {
      if (http === null) await app.stop();
    },
  };
}

/** Registers what Matinee listens to; `manifest/slack` subscribes to the same. */
function listen(app: App, { doors }: AdapterDependencies, self: () => SlackSelf): void {
  app.event('message', async ({ event }) => {
    const change = slackChange.safeParse(event);
    if (change.success) return takeChange(change.data);
    const message = toInboundMessage(slackMessage.parse(event), self(), true);
    if (message !== null && slackMessage.parse(event).channel_type === 'im')
      await doors.receiveMessage(message);
  });

  const takeChange = async (change: ReturnType<typeof slackChange.parse>): Promise<void> => {
    const conversation = addressOf(self(), change.channel);
    if (change.subtype === 'message_deleted') {
      return doors.withdrawMessage({
        conversation,
        messageKey: messageKeyOf(self(), change.channel, change.deleted_ts),
      });
    }
    const { ts, text, bot_id } = change.message;
    if (bot_id !== undefined || text === undefined) return;
    await doors.editMessage({ conversation, messageKey: messageKeyOf(self(), change.channel, ts), text });
  };

  app.event('app_mention', async ({ event }) => {
    const message = toInboundMessage(slackMessage.parse(event), self(), false);
    if (message !== null) await doors.receiveMessage(message);
  });

  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const overview = await doors.overview(userOf(self(), event.user));
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: renderHome(overview) } });
  });

  app.action(/.*/, async ({ ack, body }) => {
    const press = slackButtonPress.safeParse(body);
    const action = press.success ? toActionPress(press.data, self()) : null;
    if (action !== null) await doors.receiveAction(action);
    await ack();
  });

  app.command(SLACK_COMMAND, async ({ ack, command, client }) => {
    // The answer holds figures, so it goes to the direct conversation wherever the command was given.
    const opened = await client.conversations.open({ users: command.user_id });
    const channel = opened.channel?.id ?? command.channel_id;
    await doors.receiveMessage({
      conversation: addressOf(self(), channel),
      direct: true,
      messageKey: `${self().teamId}:command:${command.trigger_id}`,
      sender: userOf(self(), command.user_id, command.user_name),
      text: command.text.trim() === '' ? 'help' : command.text,
      attachments: [],
      reference: { channel },
    });
    await ack(channel === command.channel_id ? '' : 'I answer you in our direct messages.');
  });
}
