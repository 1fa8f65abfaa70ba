import { App, LogLevel, type Logger as SlackLogger, type webApi } from '@slack/bolt';
import { Router } from 'express';
import { MatineeError } from '../../src/core/ports/errors.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import type { Adapter, AdapterDependencies } from '../shared/adapter.js';
import type { SlackAdapterConfig } from './config.js';
import { LastingConnection } from './connection.js';
import { refusedCredential } from './errors.js';
import { listen } from './listeners.js';
import { openWorkspaces } from './open-workspaces.js';
import { createSlackPlatform } from './outbound.js';
import { createPeople } from './people.js';
import { createHttpReceiver, createSocketModeReceiver } from './receivers.js';

const DEFAULT_API_URL = 'https://slack.com/api/';
const CALL_TIMEOUT_MS = 15_000;

export interface SlackAdapter extends Adapter {
  /** To be mounted on the API's Express app: events over HTTP, and installing by OAuth. Null when neither is configured. */
  readonly router: Router | null;
}

/** Bolt's warnings go to the product's log; what it says beyond them holds people's words. */
function boltLogger(log: Logger): SlackLogger {
  const first = (parts: unknown[]) => String(parts[0]).slice(0, 200);
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn({}, first(parts)),
    error: (...parts) => log.warn({}, first(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

/** Connects Slack by Socket Mode or HTTP events. @throws MatineeError when neither way in is configured */
export function createSlackAdapter(
  config: SlackAdapterConfig,
  dependencies: AdapterDependencies,
): SlackAdapter {
  const { doors } = dependencies;
  const log = dependencies.log.child({ platform: 'slack' });
  const logger = boltLogger(log);
  const apiUrl = config.apiUrl ?? DEFAULT_API_URL;
  const clientOptions = {
    logger,
    slackApiUrl: apiUrl,
    // The client would otherwise wait out a 429 itself, its whole queue with it, for up to half an hour.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
  } satisfies webApi.WebClientOptions;
  const http =
    config.appToken === undefined
      ? createHttpReceiver({ signingSecret: required(config.signingSecret), logger })
      : null;
  const { appToken = '' } = config;
  const receiver =
    http ?? new LastingConnection(() => createSocketModeReceiver({ appToken, logger, clientOptions }), log);
  const access = openWorkspaces(config, { apiUrl, logger, clientOptions, log });
  const { workspaces } = access;
  const app = new App({
    receiver,
    logger,
    clientOptions,
    deferInitialization: true,
    ignoreSelf: true,
    // Without the token Bolt makes no client of its own: those of thousands of workspaces are bounded elsewhere.
    authorize: async ({ teamId }) => {
      const { botToken: _, ...installation } = await workspaces.find(teamId ?? '');
      return installation;
    },
  });
  listen(app, { doors, log, workspaces, describe: createPeople(workspaces) });

  return {
    platform: createSlackPlatform({ workspaces, apiUrl }),
    router: routerOf(http?.router ?? null, access.routes),
    start: async () => {
      await told(access.setting, access.check);
      await app.init();
      if (http === null) await told('SLACK_APP_TOKEN', () => app.start());
    },
    stop: async () => {
      if (http === null) await app.stop();
    },
  };
}

function routerOf(events: Router | null, installing: Router | null): Router | null {
  if (events === null || installing === null) return events ?? installing;
  return Router().use(installing, events);
}

/** @throws MatineeError */
function required(signingSecret: string | undefined): string {
  if (signingSecret !== undefined) return signingSecret;
  throw new MatineeError(
    'invalid',
    'SLACK_CONFIG',
    'Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP events).',
  );
}

/** Does what needs a setting. @throws MatineeError that names it, or says that Slack cannot be reached */
async function told(setting: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const refused = refusedCredential(cause);
    throw new MatineeError(
      'unavailable',
      refused === null ? 'SLACK_UNREACHABLE' : 'SLACK_CREDENTIALS',
      refused === null
        ? 'Slack cannot be reached: check the network and SLACK_API_URL.'
        : `Slack refuses ${setting} (${refused}): copy it anew from the app’s page at api.slack.com/apps.`,
      { cause },
    );
  }
}
