import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
} from 'botbuilder';
import { z } from 'zod';
import { MatineeError } from '../../src/core/ports/errors.js';
import type { TeamsAdapterConfig, TeamsCloud } from './config.js';
import { mapTeamsError, statusOf } from './errors.js';
import { createTokenSource, type TokenSource } from './login.js';

const CALL_TIMEOUT_MS = 15_000;
/** Service addresses whose clients are kept: one per region, a few at most. */
const KEPT_CLIENTS = 16;
/** Tenant of bots that belong to no tenant of their own. */
const SHARED_TENANT = 'botframework.com';
/** The policy that would try each failed call three times more, and wait out a Retry-After with nobody knowing. */
const RETRY_POLICY = 'defaultRetryPolicy';

/** botbuilder hides its pipeline, and its option `noRetryPolicy` has no effect. */
const pipelined = z.object({
  client: z.object({
    pipeline: z.custom<{ removePolicy(options: { readonly name: string }): readonly unknown[] }>(
      (value) => typeof value === 'object' && value !== null && 'removePolicy' in value,
    ),
  }),
});

/** Where a conversation is. */
export interface Place {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

/** The Bot Connector, as Matinee calls it: one request each, with a deadline. Methods throw PlatformWriteError. */
export interface BotConnector {
  /** Checks who sent an activity. @throws MatineeError unauthenticated, or unavailable when the keys can't be had */
  authenticate(activity: Activity, authorization: string): Promise<void>;
  /** Asks for a token, so that wrong credentials show. @throws LoginError */
  proveCredentials(): Promise<void>;
  send(place: Place, activity: Partial<Activity>, signal: AbortSignal): Promise<string>;
  update(place: Place, id: string, activity: Partial<Activity>, signal: AbortSignal): Promise<void>;
  remove(place: Place, id: string, signal: AbortSignal): Promise<void>;
  /** @returns the new conversation's id */
  open(serviceUrl: string, parameters: ConversationParameters, signal: AbortSignal): Promise<string>;
}

type ConnectorClient = Awaited<ReturnType<ConnectorAdapter['openClient']>>;

/** botbuilder's adapter, for its checks of incoming calls and its client of the Connector. */
class ConnectorAdapter extends CloudAdapter {
  async verify(activity: Activity, authorization: string): Promise<void> {
    await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
  }

  async openClient(serviceUrl: string, appId: string, audience: string) {
    const identity = this.createClaimsIdentity(appId);
    const factory = this.botFrameworkAuthentication.createConnectorFactory(identity);
    const client = await factory.create(serviceUrl, audience);
    pipelined.parse(client).client.pipeline.removePolicy({ name: RETRY_POLICY });
    return client;
  }
}

function createAuthentication(
  appId: string | undefined,
  cloud: TeamsCloud,
  tokens: TokenSource | null,
): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(
    {
      ValidateAuthority: true,
      ToChannelFromBotLoginUrl: cloud.loginUrl,
      ToChannelFromBotOAuthScope: cloud.audience,
      ToBotFromChannelTokenIssuer: cloud.tokenIssuer,
      OAuthUrl: cloud.audience,
      ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdMetadataUrl,
    },
    {
      isValidAppId: async (id) => id === appId,
      isAuthenticationDisabled: async () => appId === undefined,
      createCredentials: async () => ({
        signRequest: async (request) => {
          if (tokens) request.headers.set('authorization', `Bearer ${await tokens.token()}`);
          return request;
        },
      }),
    },
  );
}

/** What botbuilder throws for a token that nobody should believe; anything else is trouble of ours or of the network. */
const disbelief = z.union([
  z.object({ statusCode: z.literal([401, 403]) }),
  z.object({ name: z.literal(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']) }),
]);

/** Makes one call of the Connector. Throws PlatformWriteError. */
type Call = <T>(
  serviceUrl: string,
  options: { readonly signal: AbortSignal; readonly existing: boolean },
  work: (client: ConnectorClient, request: { readonly abortSignal: AbortSignal }) => Promise<T>,
) => Promise<T>;

function createCall(
  adapter: ConnectorAdapter,
  tokens: TokenSource | null,
  identity: { readonly appId: string; readonly audience: string },
): Call {
  const clients = new Map<string, Promise<ConnectorClient>>();
  const clientFor = (serviceUrl: string): Promise<ConnectorClient> => {
    const known = clients.get(serviceUrl);
    if (known !== undefined) return known;
    const made = adapter.openClient(serviceUrl, identity.appId, identity.audience);
    if (clients.size >= KEPT_CLIENTS) clients.clear();
    clients.set(serviceUrl, made);
    return made;
  };
  return async (serviceUrl, { signal, existing }, work) => {
    const attempt = async () => {
      signal.throwIfAborted();
      const client = await clientFor(serviceUrl);
      // The client's own timeout keeps the process alive when a call has failed.
      const deadline = AbortSignal.timeout(CALL_TIMEOUT_MS);
      return work(client, { abortSignal: AbortSignal.any([signal, deadline]) });
    };
    try {
      return await attempt().catch((error: unknown) => {
        if (statusOf(error) !== 401 || tokens === null) throw error;
        // A token may end early, when the secret was renewed or withdrawn: a new one is tried, once.
        tokens.forget();
        return attempt();
      });
    } catch (error) {
      throw mapTeamsError(error, existing);
    }
  };
}

/** What is wrong with a call that botbuilder did not let through. */
function mapAuthenticationError(cause: unknown): MatineeError {
  if (disbelief.safeParse(cause).success) {
    return new MatineeError('unauthenticated', 'TEAMS_TOKEN', 'This call is not signed by Teams.', { cause });
  }
  return new MatineeError('unavailable', 'TEAMS_KEYS', 'Teams’ keys cannot be had right now.', { cause });
}

/** Connects to Microsoft's Bot Connector, or to what stands in for it. */
export function createBotConnector(config: TeamsAdapterConfig, cloud: TeamsCloud): BotConnector {
  const { appId, appPassword, tenantId } = config;
  const { audience } = cloud;
  const url = `${cloud.loginUrl}/${encodeURIComponent(tenantId ?? SHARED_TENANT)}/oauth2/v2.0/token`;
  const tokens =
    appId === undefined ? null : createTokenSource({ url, appId, password: appPassword ?? '', audience });
  const adapter = new ConnectorAdapter(createAuthentication(appId, cloud, tokens));
  const call = createCall(adapter, tokens, { appId: appId ?? '', audience });
  return {
    authenticate: (activity, authorization) =>
      adapter.verify(activity, authorization).catch((cause: unknown) => {
        throw mapAuthenticationError(cause);
      }),
    proveCredentials: async () => {
      await tokens?.token();
    },
    send: ({ serviceUrl, conversationId }, activity, signal) =>
      call(serviceUrl, { signal, existing: false }, async ({ conversations }, request) => {
        const { id } = await conversations.sendToConversation(conversationId, activity, request);
        return id ?? '';
      }),
    update: ({ serviceUrl, conversationId }, id, activity, signal) =>
      call(serviceUrl, { signal, existing: true }, async ({ conversations }, request) => {
        await conversations.updateActivity(conversationId, id, { ...activity, id }, request);
      }),
    remove: ({ serviceUrl, conversationId }, id, signal) =>
      call(serviceUrl, { signal, existing: true }, async ({ conversations }, request) => {
        await conversations.deleteActivity(conversationId, id, request);
      }),
    open: (serviceUrl, parameters, signal) =>
      call(serviceUrl, { signal, existing: false }, async ({ conversations }, request) => {
        const { id } = await conversations.createConversation(parameters, request);
        return id;
      }),
  };
}
