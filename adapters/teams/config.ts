/** Credentials of a Teams bot. */
export interface TeamsAdapterConfig {
  /** `TEAMS_APP_ID`: absent for a local emulator only. */
  readonly appId?: string;
  /** `TEAMS_APP_PASSWORD` */
  readonly appPassword?: string;
  /** `TEAMS_TENANT_ID`: the bot is a single-tenant application of it. */
  readonly tenantId?: string;
  /** In production an app id is required. */
  readonly production: boolean;
  /** Where Microsoft's services are; the public cloud unless told. */
  readonly cloud?: TeamsCloud;
}

/** The services that stand behind a Teams bot. Government clouds, proxies and emulators have others than the public. */
export interface TeamsCloud {
  /** Gives tokens at `/TENANT/oauth2/v2.0/token`. */
  readonly loginUrl: string;
  /** Names the keys that activities are signed with. */
  readonly openIdMetadataUrl: string;
  /** Who signs activities. */
  readonly tokenIssuer: string;
  /** Whom our tokens are for. */
  readonly audience: string;
  /** The Bot Connector for conversations that are begun by us; otherwise the activity names its own. */
  readonly serviceUrl: string;
}

/**
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication; the global
 * service address: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
export const PUBLIC_CLOUD: TeamsCloud = {
  loginUrl: 'https://login.microsoftonline.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  tokenIssuer: 'https://api.botframework.com',
  audience: 'https://api.botframework.com',
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
};

/** Where Teams posts activities. */
export const TEAMS_MESSAGES_PATH = '/api/messages';
