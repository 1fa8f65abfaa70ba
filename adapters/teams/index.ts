import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder';
import express, { type Router } from 'express';
import { MatineeError } from '../../src/core/ports/errors.js';
import type { Adapter, AdapterDependencies, CoreDoors } from '../shared/adapter.js';
import { TEAMS_MESSAGES_PATH, type TeamsAdapterConfig } from './config.js';
import { addressOf, messageKeyOf, toActionPress, toInboundMessage } from './inbound.js';
import { createTeamsPlatform } from './outbound.js';

const CALL_TIMEOUT_MS = 15_000;
/** An activity with its attachments' descriptions; Teams' own limit is far below. */
const BODY_LIMIT = '256kb';
const TOKEN_AUDIENCE = 'https://api.botframework.com';

export interface TeamsAdapter extends Adapter {
  /** To be mounted on the API's Express app; serves `TEAMS_MESSAGES_PATH`. */
  readonly router: Router;
}

function credentialsOf({
  appId,
  appPassword,
  tenantId,
}: TeamsAdapterConfig): ConfigurationServiceClientCredentialFactory {
  return new ConfigurationServiceClientCredentialFactory({
    ...(appId !== undefined && { MicrosoftAppId: appId }),
    ...(appPassword !== undefined && { MicrosoftAppPassword: appPassword }),
    MicrosoftAppType: tenantId === undefined ? 'MultiTenant' : 'SingleTenant',
    ...(tenantId !== undefined && { MicrosoftAppTenantId: tenantId }),
  });
}

/** Asks Microsoft for a token once, so that wrong credentials show at the start and not in the first reply. */
async function proveCredentials(
  credentials: ConfigurationServiceClientCredentialFactory,
  appId: string,
  tenantId: string | undefined,
): Promise<void> {
  const endpoint = `https://login.microsoftonline.com/${tenantId ?? 'botframework.com'}`;
  const client = await credentials.createCredentials(appId, TOKEN_AUDIENCE, endpoint, true);
  if (!('getToken' in client) || typeof client.getToken !== 'function') return;
  const deadline = AbortSignal.timeout(CALL_TIMEOUT_MS);
  const late = new Promise<never>((_resolve, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
  });
  await Promise.race([client.getToken(), late]);
}

/** Takes an activity to the core. Resolves once it is stored, which is when Teams gets its 200. */
async function take(activity: Activity, doors: CoreDoors): Promise<void> {
  switch (activity.type) {
    case ActivityTypes.Message: {
      const press = toActionPress(activity);
      if (press !== null) {
        await doors.receiveAction(press);
        return;
      }
      const message = toInboundMessage(activity);
      if (message !== null) await doors.receiveMessage(message);
      return;
    }
    case ActivityTypes.MessageUpdate:
      await doors.editMessage({
        conversation: addressOf(activity),
        messageKey: messageKeyOf(activity),
        text: activity.text ?? '',
      });
      return;
    case ActivityTypes.MessageDelete:
      await doors.withdrawMessage({ conversation: addressOf(activity), messageKey: messageKeyOf(activity) });
      return;
    default:
  }
}

/**
 * Connects Teams over HTTP, at `/api/messages`.
 * @throws MatineeError in production without an app id: activities could not be told from forged ones
 */
export function createTeamsAdapter(
  config: TeamsAdapterConfig,
  { doors, log }: AdapterDependencies,
): TeamsAdapter {
  const { appId, tenantId, production } = config;
  if (production && appId === undefined) {
    throw new MatineeError(
      'invalid',
      'TEAMS_CONFIG',
      'Teams needs TEAMS_APP_ID and TEAMS_APP_PASSWORD in production.',
    );
  }
  const teamsLog = log.child({ platform: 'teams' });
  const credentials = credentialsOf(config);
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {},
    credentials,
    undefined,
    undefined,
    // The core's reply stream does the waiting, and it is bounded; the client's own retries would hide the limits.
    { noRetryPolicy: true },
  );
  const adapter = new CloudAdapter(authentication);
  adapter.onTurnError = async (_context: TurnContext, error: Error) => {
    teamsLog.error({ err: error }, 'a Teams activity could not be taken');
    // Anything but success makes Teams deliver the activity again.
    throw error;
  };

  const router = express.Router();
  router.post(TEAMS_MESSAGES_PATH, express.json({ limit: BODY_LIMIT }), (request, response, next) => {
    adapter.process(request, response, (context) => take(context.activity, doors)).catch(next);
  });

  return {
    platform: createTeamsPlatform({ adapter, appId: appId ?? '', production }),
    router,
    start: async () => {
      if (appId === undefined) return;
      try {
        await proveCredentials(credentials, appId, tenantId);
      } catch (cause) {
        throw new MatineeError(
          'unavailable',
          'TEAMS_CREDENTIALS',
          'Microsoft refuses the credentials or cannot be reached: check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID.',
          { cause },
        );
      }
    },
    stop: async () => undefined,
  };
}
