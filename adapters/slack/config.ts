/** Credentials of a Slack app, and where Slack's API is. */
export interface SlackAdapterConfig {
  /** `SLACK_BOT_TOKEN`, beginning with xoxb-. */
  readonly botToken: string;
  /** `SLACK_APP_TOKEN`, beginning with xapp-: with it, events come over Socket Mode. */
  readonly appToken?: string;
  /** `SLACK_SIGNING_SECRET`: without an app token, events come over HTTP and are checked with it. */
  readonly signingSecret?: string;
  /** `SLACK_API_URL`, for emulators and proxies; ends with a slash. */
  readonly apiUrl?: string;
}

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
export const SLACK_BOT_EVENTS = ['app_home_opened', 'app_mention', 'message.im'] as const;
