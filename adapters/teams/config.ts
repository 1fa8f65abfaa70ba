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
}

/** Where Teams posts activities. */
export const TEAMS_MESSAGES_PATH = '/api/messages';
