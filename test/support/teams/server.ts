import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import type { TeamsAdapterConfig, TeamsCloud } from '../../../adapters/teams/config.js';
import { type Served, serve } from '../api/serve.js';
import type { Account, Setting, WireActivity } from './activities.js';
import { type ConnectorService, createConnectorService } from './connector-service.js';
import { createFileService, type FileService } from './files.js';
import type { WriteLimit } from './limits.js';
import { type BotRegistration, createLoginService, type LoginService } from './login-service.js';

const APP_ID = 'c9e8c047-2a74-40a2-b28a-b162d5f5327c';
const TENANT_ID = '72f988bf-86f1-41af-91ab-2d7cd011db47';
/** Tries of an activity that a bot did not answer well: https://github.com/MicrosoftDocs/msteams-docs/issues/6084 */
const DELIVERIES = 3;

/** Where activities go, and how long the service waits for an answer; 15 s at Teams. */
export interface BotEndpoint {
  readonly url: string;
  readonly deadlineMilliseconds: number;
}

/** What a bot answered. */
export interface Delivered {
  readonly status: number;
  readonly body: unknown;
  /** How often the activity was sent. */
  readonly tries: number;
}

/** Microsoft Teams on this machine: login service, Bot Connector and files on one socket. */
export interface TeamsServer {
  readonly registration: BotRegistration;
  readonly cloud: TeamsCloud;
  readonly login: LoginService;
  readonly connector: ConnectorService;
  readonly files: FileService;
  readonly person: Account;
  readonly bot: Account;
  readonly personal: Setting;
  readonly channel: Setting;
  /** The adapter's configuration for this server. */
  readonly config: TeamsAdapterConfig;
  url(path: string): string;
  /** Posts an activity as Teams does: signed, and once more under the same id when it isn't answered well in time. */
  deliver(activity: WireActivity, to: BotEndpoint): Promise<Delivered>;
  /** Posts an activity once with an authorization of the test's own. */
  postUnchecked(activity: WireActivity, to: BotEndpoint, authorization: string | null): Promise<Delivered>;
  /** Ends every open connection. */
  cut(): void;
  close(): Promise<void>;
}

const person: Account = {
  id: '29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85gQtHieVkKilBZ9XHoq9j7Zaqt7CZ-NJWi7me2kHTL3Bw',
  name: 'Megan Bowen',
  aadObjectId: '7faf8ab2-3d56-4244-b585-20c8a42ed2b8',
};
const bot: Account = { id: `28:${APP_ID}`, name: 'Matinee' };
const PERSONAL_CHAT =
  'a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZjKR0WSfOpzbfcAg2IaydGElSo10tVr4C7Fc6GtieTJX663WuJCc1uA';
const CHANNEL_THREAD = '19:253b1f341670408fb6fa8d5f1ffaa6a5@thread.tacv2;messageid=1700000000000';

export async function startTeamsServer(
  options: {
    readonly limits?: readonly WriteLimit[];
    /** As emulators do, it asks nobody who they are. */
    readonly anonymous?: boolean;
  } = {},
): Promise<TeamsServer> {
  const registration = { appId: APP_ID, password: 'a secret of the bot', tenantId: TENANT_ID };
  const address = { url: '' };
  const login = await createLoginService(registration, () => address.url);
  const connector = createConnectorService({
    accepts: (authorization) => options.anonymous === true || login.accepts(authorization),
    botId: bot.id,
    tenantId: TENANT_ID,
    limits: options.limits ?? [],
    personalChatOf: (id) => ([person.id, person.aadObjectId].includes(id) ? PERSONAL_CHAT : null),
  });
  const files = createFileService();
  const app = express();
  app.use(login.router, files.router, connector.router);
  const served: Served = await serve(app);
  address.url = served.url;
  const serviceUrl = `${served.url}/`;
  const personal: Setting = {
    serviceUrl,
    tenantId: TENANT_ID,
    bot,
    conversationId: PERSONAL_CHAT,
    conversationType: 'personal',
  };
  connector.conversation(PERSONAL_CHAT);
  connector.conversation(CHANNEL_THREAD);
  const cloud: TeamsCloud = {
    loginUrl: served.url,
    openIdMetadataUrl: `${served.url}/v1/.well-known/openidconfiguration`,
    tokenIssuer: login.issuer,
    audience: login.issuer,
    serviceUrl,
  };

  async function postUnchecked(
    activity: WireActivity,
    to: BotEndpoint,
    authorization: string | null,
  ): Promise<Delivered> {
    const response = await fetch(to.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(authorization !== null && { authorization }),
      },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(to.deadlineMilliseconds),
    });
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, body, tries: 1 };
  }

  return {
    registration,
    cloud,
    login,
    connector,
    files,
    person,
    bot,
    personal,
    channel: { ...personal, conversationId: CHANNEL_THREAD, conversationType: 'channel' },
    config: {
      appId: registration.appId,
      appPassword: registration.password,
      tenantId: registration.tenantId,
      production: false,
      cloud,
    },
    url: (path) => `${served.url}${path}`,
    postUnchecked,
    deliver: async (activity, to) => {
      const token = await login.sign({ serviceUrl, audience: APP_ID });
      for (let tries = 1; ; tries += 1) {
        const outcome = await postUnchecked(activity, to, `Bearer ${token}`).catch((error: unknown) => {
          if (tries === DELIVERIES) throw error;
          return null;
        });
        if (outcome && (outcome.status < 500 || outcome.status === 501 || tries === DELIVERIES)) {
          return { ...outcome, tries };
        }
        await sleep(20);
      }
    },
    cut: () => served.server.closeAllConnections(),
    close: served.close,
  };
}
