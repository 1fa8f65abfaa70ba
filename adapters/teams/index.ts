import type { Activity } from 'botbuilder';
import express, { type Router } from 'express';
import { MatineeError } from '../../src/core/ports/errors.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import type { Adapter, AdapterDependencies, CoreDoors } from '../shared/adapter.js';
import { PUBLIC_CLOUD, TEAMS_MESSAGES_PATH, type TeamsAdapterConfig } from './config.js';
import { createBotConnector } from './connector.js';
import { createFileShelf, FILE_CONSENT } from './files.js';
import {
  addressOf,
  CARD_ACTION,
  eventTypeOf,
  messageKeyOf,
  teamsActivity,
  textOf,
  toGreeting,
  toInboundMessage,
} from './inbound.js';
import {
  type Aftermath,
  type InvokeAnswer,
  type InvokeDependencies,
  takeConsent,
  takePress,
} from './invokes.js';
import { createTeamsPlatform } from './outbound.js';
import { createShownCards } from './shown-cards.js';

/** An activity with its attachments' descriptions; Teams' own limit is far below. */
const BODY_LIMIT = '256kb';
const AFTERMATH_TIMEOUT_MS = 30_000;
/** Names of strange events and tenants that are remembered. */
const KEPT_NAMES = 1_000;
const TEAMS_CHANNEL = 'msteams';
/** Events that Teams sends to every bot and that say nothing to this one. */
const OF_NO_INTEREST = new Set(['conversationUpdate', 'messageReaction', 'typing', 'endOfConversation']);

export interface TeamsAdapter extends Adapter {
  /** To be mounted on the API's Express app; serves `TEAMS_MESSAGES_PATH`. */
  readonly router: Router;
}

/**
 * Connects Teams over HTTP, at `/api/messages`.
 * @throws MatineeError in production without an app id: activities could not be told from forged ones
 */
export function createTeamsAdapter(
  config: TeamsAdapterConfig,
  { doors, log }: AdapterDependencies,
): TeamsAdapter {
  const { appId, production, cloud = PUBLIC_CLOUD } = config;
  if (production && appId === undefined) {
    throw new MatineeError(
      'invalid',
      'TEAMS_CONFIG',
      'Teams needs TEAMS_APP_ID and TEAMS_APP_PASSWORD in production.',
    );
  }
  const teamsLog = log.child({ platform: 'teams' });
  const connector = createBotConnector(config, cloud);
  const cards = createShownCards();
  const shelf = createFileShelf();
  const background = createBackground(teamsLog);
  const regions = createRegions(cloud.serviceUrl);
  const invokes = { doors, connector, cards, shelf, production, later: background.add };
  return {
    platform: createTeamsPlatform({
      connector,
      appId,
      serviceUrlOf: regions.of,
      cards,
      shelf,
      production,
    }),
    router: createEndpoint({
      ...invokes,
      appId,
      notice: createNotice(teamsLog),
      met: regions.remember,
    }),
    start: async () => {
      await connector.proveCredentials().catch((cause: unknown) => {
        throw new MatineeError(
          'unavailable',
          'TEAMS_CREDENTIALS',
          'Microsoft refuses the credentials or cannot be reached: check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID.',
          { cause },
        );
      });
    },
    stop: async () => {
      await background.end();
      shelf.clear();
    },
  };
}

/** Where Teams posts activities: each is checked, taken, and answered once it is stored. */
function createEndpoint(
  dependencies: InvokeDependencies & {
    readonly appId: string | undefined;
    readonly notice: (kind: string) => void;
    readonly met: (activity: Activity) => void;
  },
): Router {
  const { appId, connector, notice, met } = dependencies;
  const router = express.Router();
  router.post(TEAMS_MESSAGES_PATH, express.json({ limit: BODY_LIMIT }), async (request, response) => {
    const parsed = teamsActivity.safeParse(request.body);
    if (!parsed.success) {
      throw new MatineeError('invalid', 'TEAMS_ACTIVITY', 'This is not an activity of the Bot Framework.');
    }
    const activity = parsed.data;
    await connector.authenticate(activity, request.headers.authorization ?? '');
    if (appId !== undefined && activity.channelId !== TEAMS_CHANNEL) {
      // Other channels of the same bot let callers choose who they are.
      notice(`channel ${activity.channelId}`);
      response.status(200).end();
      return;
    }
    met(activity);
    const answer = await take(activity, dependencies, notice);
    response.status(answer?.status ?? 200);
    if (answer?.body === undefined) response.end();
    else response.json(answer.body);
  });
  return router;
}

/** Which Bot Connector serves a tenant, as its latest activity said; `usual` for those that were not met yet. */
function createRegions(usual: string) {
  const known = new Map<string, string>();
  return {
    of: (tenant: string) => known.get(tenant) ?? usual,
    remember: (activity: Activity) => {
      const { tenant } = addressOf(activity);
      if (known.size < KEPT_NAMES && activity.serviceUrl) known.set(tenant, activity.serviceUrl);
    },
  };
}

/** Takes an activity to the core. Resolves once it is stored, which is when Teams gets its answer. */
async function take(
  activity: Activity,
  dependencies: InvokeDependencies,
  notice: (kind: string) => void,
): Promise<InvokeAnswer | null> {
  const { doors } = dependencies;
  switch (activity.type) {
    case 'message': {
      if ((await takePress(activity, dependencies)) !== null) return null;
      const message = toInboundMessage(activity);
      if (message !== null) await doors.receiveMessage(message);
      return null;
    }
    case 'messageUpdate':
      await takeChange(activity, doors);
      return null;
    case 'messageDelete':
      await doors.withdrawMessage({ conversation: addressOf(activity), messageKey: messageKeyOf(activity) });
      return null;
    case 'installationUpdate': {
      const greeting = toGreeting(activity);
      if (greeting !== null) await doors.receiveMessage(greeting);
      return null;
    }
    case 'invoke':
      return takeInvoke(activity, dependencies, notice);
    default:
      if (!OF_NO_INTEREST.has(activity.type)) notice(activity.type);
      return null;
  }
}

async function takeChange(activity: Activity, doors: CoreDoors): Promise<void> {
  if (eventTypeOf(activity) === 'undeleteMessage') {
    // Its text was erased here when it was deleted, so it counts as said anew.
    const message = toInboundMessage(activity);
    if (message !== null) {
      await doors.receiveMessage({ ...message, messageKey: `${message.messageKey}:restored` });
    }
    return;
  }
  await doors.editMessage({
    conversation: addressOf(activity),
    messageKey: messageKeyOf(activity),
    text: textOf(activity),
  });
}

async function takeInvoke(
  activity: Activity,
  dependencies: InvokeDependencies,
  notice: (kind: string) => void,
): Promise<InvokeAnswer> {
  if (activity.name === FILE_CONSENT) return takeConsent(activity, dependencies);
  if (activity.name === CARD_ACTION) return (await takePress(activity, dependencies)) ?? { status: 400 };
  notice(`invoke ${activity.name}`);
  return { status: 501 };
}

/** Names each strange kind of event in the log, once. */
function createNotice(log: Logger): (kind: string) => void {
  const known = new Set<string>();
  return (kind) => {
    if (known.has(kind) || known.size >= KEPT_NAMES) return;
    known.add(kind);
    log.info({ kind: kind.slice(0, 200) }, 'an event that Matinee does not know is ignored');
  };
}

/** What goes on after an answer went out; its failures are logged. */
function createBackground(log: Logger) {
  const running = new Set<Promise<void>>();
  return {
    add: (trouble: string, aftermath: Aftermath) => {
      const run = aftermath(AbortSignal.timeout(AFTERMATH_TIMEOUT_MS))
        .catch((error: unknown) => log.warn({ err: error }, trouble))
        .finally(() => running.delete(run));
      running.add(run);
    },
    end: async () => {
      await Promise.all(running);
    },
  };
}
