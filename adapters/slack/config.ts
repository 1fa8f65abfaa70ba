import type { PlatformInstallations } from '../../src/core/ports/platform-installations.js';

/** One workspace, or as many as install the app; how events come in, and where Slack's API is. */
export type SlackAdapterConfig = SlackWays & (SlackOneWorkspace | SlackManyWorkspaces);

interface SlackWays {
  /** `SLACK_APP_TOKEN`, beginning with xapp-: with it, events come over Socket Mode. */
  readonly appToken?: string;
  /** `SLACK_SIGNING_SECRET`: without an app token, events come over HTTP and are checked with it. */
  readonly signingSecret?: string;
  /** `SLACK_API_URL`, for emulators and proxies; ends with a slash. */
  readonly apiUrl?: string;
}

interface SlackOneWorkspace {
  /** `SLACK_BOT_TOKEN`, beginning with xoxb-. */
  readonly botToken: string;
}

interface SlackManyWorkspaces {
  readonly oauth: SlackOAuth;
}

/** What installing the app by OAuth needs. */
export interface SlackOAuth {
  /** `SLACK_CLIENT_ID` */
  readonly clientId: string;
  /** `SLACK_CLIENT_SECRET` */
  readonly clientSecret: string;
  /** Signs what is given to a browser that begins an installation; the same in all processes. */
  readonly stateSecret: Uint8Array;
  /** The public address of `SLACK_REDIRECT_PATH`, registered with Slack. */
  readonly redirectUri: string;
  readonly installations: PlatformInstallations;
}

/** Where an installation begins, and where Slack sends the browser back to. */
export const SLACK_INSTALL_PATH = '/slack/install';
export const SLACK_REDIRECT_PATH = '/slack/oauth_redirect';

/** Where Slack posts events, commands and pressed buttons when Socket Mode is off. */
export const SLACK_EVENTS_PATH = '/slack/events';

/** The slash command; `manifest/slack/manifest.json` registers it. */
export const SLACK_COMMAND = '/matinee';

/** Scopes that the code uses; the manifest asks for exactly these. */
export const SLACK_BOT_SCOPES = [
  'app_mentions:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
  'im:write',
  'users:read',
] as const;

/** Events that the code listens to; the manifest subscribes to exactly these. */
export const SLACK_BOT_EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
] as const;
