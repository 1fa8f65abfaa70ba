import type { z } from 'zod';
import { environmentSchema, notes, type Role } from './variables.js';

type Values = z.infer<typeof environmentSchema>;
type Present<Name extends keyof Values> = NonNullable<Values[Name]>;

/** One workspace by its token, or as many as install the app by OAuth. */
export type SlackConfig = {
  readonly appToken?: Present<'SLACK_APP_TOKEN'>;
  readonly signingSecret?: Present<'SLACK_SIGNING_SECRET'>;
  readonly apiUrl?: Present<'SLACK_API_URL'>;
} & (
  | { readonly botToken: string }
  | {
      readonly oauth: {
        readonly clientId: string;
        readonly clientSecret: string;
        /** The first encrypts, all of them decrypt. */
        readonly encryptionKeys: readonly Uint8Array[];
        readonly publicUrl: string;
      };
    }
);

/** The environment, validated. A platform is null until its credentials are set. */
export interface Config extends Readonly<Values> {
  readonly production: boolean;
  readonly roles: ReadonlySet<Role>;
  readonly maxDocumentBytes: number;
  readonly cognito: {
    readonly userPoolId: string;
    readonly clientId: string;
    readonly authority?: string;
  } | null;
  readonly slack: SlackConfig | null;
  readonly discord: {
    readonly token: string;
    readonly apiUrl?: Present<'DISCORD_API_URL'>;
    readonly shards?: Present<'DISCORD_SHARDS'>;
  } | null;
  readonly teams: {
    /** Absent for a local emulator. */
    readonly appId?: Present<'TEAMS_APP_ID'>;
    readonly appPassword?: Present<'TEAMS_APP_PASSWORD'>;
    readonly tenantId?: Present<'TEAMS_TENANT_ID'>;
  } | null;
}

/** Every problem of the environment at once, a sentence each, without any secret's value. */
export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment. A variable that is set to nothing counts as unset, as docker compose writes it.
 * @throws ConfigError that names every problem
 */
export function loadConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => sentence(issue, given)),
    ...contradictions(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return derive(parsed.data);
}

function sentence(issue: z.core.$ZodIssue, given: Environment): string {
  const name = String(issue.path[0]);
  const schema = Object.entries(environmentSchema.shape).find(([key]) => key === name)?.[1];
  const secret = schema !== undefined && notes.get(schema)?.secret === true;
  return `${name} ${issue.message}${secret ? '' : ` (it is ${JSON.stringify(given[name])})`}.`;
}

/** What only goes together, and what production cannot do without. */
function contradictions(given: Environment): string[] {
  const has = (name: keyof Values) => given[name] !== undefined;
  const problems: string[] = [];
  const together = (...names: (keyof Values)[]) => {
    const missing = names.filter((name) => !has(name));
    if (missing.length === 0 || missing.length === names.length) return;
    problems.push(`${missing.join(' and ')} must be set as well, beside ${names.filter(has).join(' and ')}.`);
  };
  together('COGNITO_USER_POOL_ID', 'COGNITO_CLIENT_ID');
  together('TEAMS_APP_ID', 'TEAMS_APP_PASSWORD');
  together('AMAZON_ACCESS_KEY', 'AMAZON_SECRET_KEY', 'AMAZON_PARTNER_TAG');
  together('GOOGLE_API_KEY', 'GOOGLE_SEARCH_ENGINE_ID');
  problems.push(...slackContradictions(has));
  if (given.NODE_ENV === 'production' && !has('COGNITO_USER_POOL_ID')) {
    problems.push(
      'COGNITO_USER_POOL_ID and COGNITO_CLIENT_ID must be set in production: the embedded identity provider is for one machine only.',
    );
  }
  if (given.NODE_ENV === 'production' && switchedOn(given.TEAMS_EMULATOR)) {
    problems.push('TEAMS_EMULATOR must not be set in production: anybody could write as anybody.');
  }
  if (switchedOn(given.FEATURE_PRICE_PAGES) && !switchedOn(given.PRICE_PAGES_TERMS_ACKNOWLEDGED)) {
    problems.push('PRICE_PAGES_TERMS_ACKNOWLEDGED must be true as well, beside FEATURE_PRICE_PAGES.');
  }
  if (has('DISCORD_SHARDS') && !(has('DATABASE_URL') && has('DISCORD_TOKEN'))) {
    problems.push(
      'DATABASE_URL and DISCORD_TOKEN must be set beside DISCORD_SHARDS, which divides servers between several processes.',
    );
  }
  if (has('ROLES') && !has('DATABASE_URL')) {
    problems.push(
      'DATABASE_URL must be set where ROLES divides the work: only PostgreSQL serves several processes.',
    );
  }
  return problems;
}

function slackContradictions(has: (name: keyof Values) => boolean): string[] {
  const problems: string[] = [];
  const token = has('SLACK_BOT_TOKEN');
  const oauth = (['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_ENCRYPTION_KEY'] as const).filter(has);
  const waysIn = has('SLACK_APP_TOKEN') || has('SLACK_SIGNING_SECRET');
  if (token && oauth.length > 0) {
    problems.push(
      `SLACK_BOT_TOKEN is for one workspace, ${oauth.join(' and ')} for many: set only the one or the others.`,
    );
  } else if (oauth.length > 0 && (oauth.length < 3 || !has('PUBLIC_URL'))) {
    problems.push(
      'SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_ENCRYPTION_KEY and PUBLIC_URL must all be set for many workspaces.',
    );
  }
  if ((token || oauth.length > 0) && !waysIn) {
    problems.push(
      `SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) must be set as well, beside ${token ? 'SLACK_BOT_TOKEN' : oauth.join(' and ')}.`,
    );
  }
  if (waysIn && !token && oauth.length === 0) {
    problems.push('SLACK_BOT_TOKEN must be set as well, beside the other Slack variables.');
  }
  return problems;
}

function switchedOn(value: string | undefined): boolean {
  return environmentSchema.shape.QUIET.safeParse(value).data === true;
}

function derive(values: Values): Config {
  return {
    ...values,
    production: values.NODE_ENV === 'production',
    roles: new Set(values.ROLES),
    maxDocumentBytes: values.MAX_DOCUMENT_SIZE_MB * 1024 * 1024,
    cognito:
      values.COGNITO_USER_POOL_ID && values.COGNITO_CLIENT_ID
        ? {
            userPoolId: values.COGNITO_USER_POOL_ID,
            clientId: values.COGNITO_CLIENT_ID,
            ...(values.COGNITO_AUTHORITY && { authority: values.COGNITO_AUTHORITY }),
          }
        : null,
    slack: deriveSlack(values),
    discord: values.DISCORD_TOKEN
      ? {
          token: values.DISCORD_TOKEN,
          ...(values.DISCORD_API_URL && { apiUrl: values.DISCORD_API_URL }),
          ...(values.DISCORD_SHARDS && { shards: values.DISCORD_SHARDS }),
        }
      : null,
    teams:
      values.TEAMS_APP_ID && values.TEAMS_APP_PASSWORD
        ? {
            appId: values.TEAMS_APP_ID,
            appPassword: values.TEAMS_APP_PASSWORD,
            ...(values.TEAMS_TENANT_ID && { tenantId: values.TEAMS_TENANT_ID }),
          }
        : values.TEAMS_EMULATOR
          ? {}
          : null,
  };
}

function deriveSlack(values: Values): SlackConfig | null {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_ENCRYPTION_KEY: encryptionKeys,
    PUBLIC_URL: publicUrl,
  } = values;
  const ways = {
    ...(values.SLACK_APP_TOKEN && { appToken: values.SLACK_APP_TOKEN }),
    ...(values.SLACK_SIGNING_SECRET && { signingSecret: values.SLACK_SIGNING_SECRET }),
    ...(values.SLACK_API_URL && { apiUrl: values.SLACK_API_URL }),
  };
  if (botToken) return { botToken, ...ways };
  if (!clientId || !clientSecret || !encryptionKeys || !publicUrl) return null;
  return { oauth: { clientId, clientSecret, encryptionKeys, publicUrl }, ...ways };
}
