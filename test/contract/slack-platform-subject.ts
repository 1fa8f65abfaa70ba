import { createServer, type Server } from 'node:http';
import express from 'express';
import type { CoreDoors } from '../../adapters/shared/adapter.js';
import { SLACK_INSTALL_PATH, SLACK_REDIRECT_PATH, type SlackOAuth } from '../../adapters/slack/config.js';
import { createSlackAdapter, type SlackAdapter } from '../../adapters/slack/index.js';
import type { PlatformInstallations } from '../../src/core/ports/platform-installations.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import { createBrowser, installWith } from '../support/slack/browser.js';
import { addFile } from '../support/slack/files.js';
import { createHttpDoor, type HttpDoor } from '../support/slack/http-events.js';
import { createMemoryInstallations } from '../support/slack/installations.js';
import {
  botMessage,
  buttonPress,
  changed,
  deleted,
  directMessage,
  eventBody,
  fileObject,
  mention,
} from '../support/slack/payloads.js';
import { createSlackServer, type SlackServer } from '../support/slack/server.js';
import type { EventDoor } from '../support/slack/socket-mode.js';
import {
  buttonsOf,
  CHANNEL,
  directChannelOf,
  nextTs,
  PERSON,
  type StoredMessage,
  seenText,
} from '../support/slack/workspace.js';
import type { AdapterSubject, Said } from './adapter-subject.js';

/** Slack as it stands behind the contract, with what only Slack's own tests look at. */
export interface SlackSubject extends AdapterSubject {
  readonly server: SlackServer;
  readonly door: EventDoor;
  /** Null with Socket Mode. */
  readonly http: HttpDoor | null;
}

/** How events come in, and whether one token is configured or workspaces install the app. */
export type Mode = 'socket' | 'http' | 'many-socket' | 'many-http';

interface Opened {
  readonly adapter: SlackAdapter;
  readonly door: EventDoor;
  readonly http: HttpDoor | null;
  readonly listener: Server;
}

const ACK_MILLISECONDS = 400;

/** With many workspaces, the one beside that of the tests. */
export const OTHER_TEAM = 'T0OTHER';

/** Opens the adapter for events over Socket Mode or over HTTP, on an Express app as the product mounts it. */
export function openSlack(mode: Mode) {
  return async (
    doors: CoreDoors,
    log: Logger,
    options: { readonly credentials?: 'wrong' } = {},
  ): Promise<SlackSubject> => {
    const server = await createSlackServer({ ackMilliseconds: ACK_MILLISECONDS });
    try {
      const opened = await openAdapter(mode, server, doors, log, options.credentials === 'wrong');
      return createSubject(server, opened);
    } catch (error) {
      await server.close();
      throw error;
    }
  };
}

async function openAdapter(
  mode: Mode,
  server: SlackServer,
  doors: CoreDoors,
  log: Logger,
  wrong: boolean,
): Promise<Opened> {
  const { workspace, apiUrl, appToken, signingSecret, socketMode } = server;
  const overHttp = mode.endsWith('http');
  const listener = createServer();
  const origin = await listenOn(listener);
  const access = mode.startsWith('many-')
    ? { oauth: oauthOn(server, origin, { wrong }) }
    : { botToken: wrong ? 'xoxb-wrong' : workspace.botToken };
  const adapter = createSlackAdapter(
    { ...access, ...(overHttp ? { signingSecret } : { appToken }), apiUrl },
    { doors, log },
  );
  if (adapter.router !== null) listener.on('request', express().use(adapter.router));
  try {
    await adapter.start();
    if (mode.startsWith('many-')) await installInBoth(server, origin);
  } catch (error) {
    listener.close();
    throw error;
  }
  const http = overHttp ? createHttpDoor(`${origin}/slack/events`, signingSecret) : null;
  return { adapter, door: http ?? socketMode, http, listener };
}

/** @returns the address that it listens on, on loopback */
export async function listenOn(listener: Server): Promise<string> {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

/** What an adapter for many workspaces is given, for an app that the stand-in knows. */
export function oauthOn(
  { oauth }: SlackServer,
  origin: string,
  options: { readonly wrong?: boolean; readonly installations?: PlatformInstallations } = {},
): SlackOAuth {
  return {
    clientId: oauth.clientId,
    clientSecret: options.wrong === true ? 'another secret' : oauth.clientSecret,
    stateSecret: new TextEncoder().encode('a secret of thirty-two bytes....'),
    redirectUri: `${origin}${SLACK_REDIRECT_PATH}`,
    installations: options.installations ?? createMemoryInstallations(),
  };
}

/** Another workspace has it as well, so that a mix-up would show. */
async function installInBoth(server: SlackServer, origin: string): Promise<void> {
  for (const workspace of [server.addWorkspace(OTHER_TEAM), server.workspace]) {
    server.oauth.decide({ allow: workspace });
    await installWith(createBrowser(), `${origin}${SLACK_INSTALL_PATH}`);
  }
  server.calls.length = 0;
}

function createSubject(server: SlackServer, opened: Opened): SlackSubject {
  const { adapter, door, http, listener } = opened;
  const { workspace } = server;
  const direct = directChannelOf(PERSON);
  const said = new Map<string, string>();
  const tsOf = (key: string): string => {
    const ts = said.get(key) ?? nextTs();
    said.set(key, ts);
    return ts;
  };
  const plain = (key: string) => {
    const event = directMessage(workspace, { ts: tsOf(key), text: 'before', files: [] });
    if (event.subtype === 'file_share') throw new Error('A file cannot be edited.');
    return event;
  };
  return {
    server,
    door,
    http,
    adapter,
    redelivers: true,
    target: { platform: 'slack', tenant: workspace.teamId, address: direct, reference: { channel: direct } },
    visible: () => ownMessages(server).map(seenText),
    say: (message) => sayOn(server, door, message, tsOf(message.key ?? nextTs())),
    change: (key, text) => door.deliver(eventBody(workspace, changed(plain(key), text))),
    withdraw: (key) => door.deliver(eventBody(workspace, deleted(plain(key)))),
    press: (buttonId, deliveries = 1) => pressOn(server, door, buttonId, deliveries),
    sayUnknown: async () => {
      const event = {
        type: 'emoji_changed',
        subtype: 'add',
        name: 'popcorn',
        value: 'https://x',
        event_ts: nextTs(),
      };
      await door.deliver(eventBody(workspace, event));
      return event.type;
    },
    next: server.next,
    limit: server.limit,
    cut: http === null ? server.socketMode.cut : server.dropConnections,
    refusals: server.refusals,
    writes: server.writes,
    ...(http && {
      forge: (kind: 'unsigned' | 'forged' | 'stale') =>
        http.forge(
          kind,
          eventBody(workspace, directMessage(workspace, { ts: nextTs(), text: 'forged', files: [] })),
        ),
    }),
    close: async () => {
      await adapter.stop();
      listener.closeAllConnections();
      listener.close();
      await server.close();
    },
  };
}

/** What Matinee said to the person directly. */
export function ownMessages({ workspace }: SlackServer): StoredMessage[] {
  const direct = directChannelOf(PERSON);
  return workspace.messages.filter(
    ({ channel, user, onlyFor }) => channel === direct && user === workspace.botUserId && onlyFor === null,
  );
}

/** Presses the latest button of this id. @throws Error when there is none */
export async function pressOn(
  server: SlackServer,
  door: EventDoor,
  buttonId: string,
  deliveries = 1,
): Promise<void> {
  const message = ownMessages(server).findLast((one) => buttonsOf(one).some(({ id }) => id === buttonId));
  const button = message && buttonsOf(message).find(({ id }) => id === buttonId);
  if (!message || !button) throw new Error(`There is no button ${buttonId}.`);
  const press = buttonPress(server.workspace, message, button, `${server.origin}/response/1`);
  for (let time = 0; time < deliveries; time += 1) await door.deliver(press);
}

/** Says something on Slack's side. */
export async function sayOn(
  server: SlackServer,
  door: EventDoor,
  message: Said,
  ts = nextTs(),
): Promise<void> {
  const { workspace, origin } = server;
  const { text, files = [], from = 'person', place = 'direct' } = message;
  if (place === 'channel') {
    // Slack tells apps about channels only when they subscribed to message.channels; Matinee does not.
    const event = {
      ...directMessage(workspace, { ts, text, files: [] }),
      channel: CHANNEL,
      channel_type: 'channel',
    };
    return door.deliver(eventBody(workspace, event));
  }
  if (place === 'channel-mention') {
    const bot = from === 'another-bot' ? { botId: 'B0OTHER' } : {};
    return door.deliver(eventBody(workspace, mention(workspace, { ts, text, ...bot })));
  }
  if (from !== 'person') {
    return door.deliver(eventBody(workspace, botMessage(workspace, { ts, text, own: from === 'self' })));
  }
  const stored = files.map(({ name, contentType, bytes, declaredSize, trouble }) =>
    addFile(workspace, {
      name,
      contentType,
      bytes,
      declaredSize: declaredSize ?? bytes.length,
      trouble: trouble ?? null,
    }),
  );
  const event = directMessage(workspace, { ts, text, files: stored.map((file) => fileObject(file, origin)) });
  return door.deliver(eventBody(workspace, event));
}
