import { type Logger as SlackLogger, webApi } from '@slack/bolt';
import type { Router } from 'express';
import type { Logger } from '../../src/core/ports/runtime.js';
import type { SlackAdapterConfig, SlackOAuth } from './config.js';
import { isRefusedCode } from './errors.js';
import { createInstallProvider, createInstallRoutes } from './install-routes.js';
import { createSlackInstallations } from './installations.js';
import { createInstalledWorkspaces } from './installed-workspaces.js';
import { createSingleWorkspace, type SlackWorkspaces } from './workspaces.js';

/** The workspaces that the configuration opens. */
export interface OpenedWorkspaces {
  readonly workspaces: SlackWorkspaces;
  /** Where the app is installed from a browser; null for the one workspace whose token is configured. */
  readonly routes: Router | null;
  /** Asks Slack about the credentials. @throws webApi.WebAPICallError */
  check(): Promise<void>;
  /** What to look at when Slack refuses them. */
  readonly setting: string;
}

export interface WorkspacesContext {
  readonly apiUrl: string;
  readonly logger: SlackLogger;
  readonly log: Logger;
  readonly clientOptions: webApi.WebClientOptions;
}

/** One workspace, or all those that install the app. */
export function openWorkspaces(config: SlackAdapterConfig, context: WorkspacesContext): OpenedWorkspaces {
  if ('oauth' in config) return openMany(config.oauth, context);
  const workspaces = createSingleWorkspace(config.botToken, context.clientOptions);
  const check = async () => {
    await workspaces.identify();
  };
  return { workspaces, routes: null, check, setting: 'SLACK_BOT_TOKEN' };
}

function openMany(oauth: SlackOAuth, context: WorkspacesContext): OpenedWorkspaces {
  const { log, clientOptions } = context;
  const installations = createSlackInstallations(oauth.installations);
  const provider = createInstallProvider({ ...context, oauth, installations });
  const workspaces = createInstalledWorkspaces({ installations, provider, clientOptions, log });
  return {
    workspaces,
    routes: createInstallRoutes(provider, { log, onInstalled: workspaces.forget }),
    setting: 'SLACK_CLIENT_ID or SLACK_CLIENT_SECRET',
    check: async () => {
      await checkApp(oauth, clientOptions);
      log.info({ workspaces: await installations.count() }, 'Slack workspaces with Matinee');
    },
  };
}

/** Slack has no question for an app's credentials; it refuses an impossible code only after it has accepted them. */
async function checkApp(
  { clientId, clientSecret }: SlackOAuth,
  options: webApi.WebClientOptions,
): Promise<void> {
  const client = new webApi.WebClient(undefined, options);
  try {
    await client.oauth.v2.access({ client_id: clientId, client_secret: clientSecret, code: 'no-code' });
  } catch (error) {
    if (!isRefusedCode(error)) throw error;
  }
}
