import { z } from 'zod';

/** What an operator should know about a variable. */
export interface VariableNotes {
  readonly about: string;
  /** How the default is shown; absent: unset. */
  readonly standard?: string;
  /** Never printed, logged or echoed in a problem. */
  readonly secret?: true;
}

export const notes = z.registry<VariableNotes>();

/** Notes belong to one schema, so every variable gets an own one. */
const text = () => z.string().trim().min(1);
const optionalText = () => text().optional();

function flag(standard: boolean) {
  return z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(['true', 'false', '1', '0', 'yes', 'no', 'on', 'off'], 'must be true or false'))
    .transform((value) => ['true', '1', 'yes', 'on'].includes(value))
    .default(standard);
}

function whole(least: number, most: number, standard: number) {
  return z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
    .default(standard);
}

const url = z.url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' });
const address = () => url.transform((value) => value.replace(/\/+$/, ''));

const list = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .default([]);

const keyBytes = 32;
const encryptionKeys = list.unwrap().pipe(
  z
    .array(
      z.base64('must be base64, such as openssl rand -base64 32 prints').transform((text, context) => {
        const key = new Uint8Array(Buffer.from(text, 'base64'));
        if (key.length !== keyBytes) context.addIssue(`must be ${keyBytes} bytes in base64`);
        return key;
      }),
    )
    .min(1),
);

const shardsError = 'must be numbers of shards and how many there are, such as 0,1 of 4';
const shards = z
  .string()
  .trim()
  .regex(/^\d+(\s*,\s*\d+)*\s+of\s+\d+$/, shardsError)
  .transform((text, context) => {
    const [list = '', total = ''] = text.split(/\s+of\s+/);
    const ids = [...new Set(list.split(',').map(Number))];
    const count = Number(total);
    if (ids.some((id) => id >= count)) context.addIssue(shardsError);
    return { ids, count };
  });

/** Parts of the product that one process can run; all of them unless told. */
export const roles = ['api', 'worker', 'slack', 'discord', 'teams'] as const;
export type Role = (typeof roles)[number];

function define<Schema extends z.ZodType>(
  schema: Schema,
  about: string,
  more: Omit<VariableNotes, 'about'> = {},
): Schema {
  notes.add(schema, { about, ...more });
  return schema;
}

const secret = { secret: true } as const;

/** Every environment variable that the product reads. */
export const environmentSchema = z.object({
  NODE_ENV: define(
    z.enum(['development', 'test', 'production']).default('development'),
    'In `production` the embedded identity provider and guests are refused.',
    { standard: 'development' },
  ),
  PORT: define(whole(0, 65_535, 5000), 'Port of the API and the page. 0 takes a free one.', {
    standard: '5000',
  }),
  HOST: define(
    text().default('127.0.0.1'),
    'Address to listen on. Guests can sign in on a loopback address only.',
    { standard: '127.0.0.1' },
  ),
  PUBLIC_URL: define(
    address().optional(),
    'Where users reach the API, for links in chats; the listening address unless set.',
  ),
  DATA_DIR: define(text().default('./.data'), 'Folder of the embedded database and files.', {
    standard: './.data',
  }),
  DATABASE_URL: define(
    z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgresql://' }).optional(),
    'PostgreSQL 16 or newer with pgvector; embedded unless set.',
    secret,
  ),
  DATABASE_POOL_SIZE: define(whole(2, 200, 10), 'Connections to PostgreSQL at most.', { standard: '10' }),
  ROLES: define(
    z
      .string()
      .default(roles.join(','))
      .transform((value) =>
        value
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      )
      .pipe(
        z.array(z.enum(roles, `must be some of ${roles.join(', ')}`)).min(1, 'must name at least one role'),
      ),
    'What this process does, separated by commas. Several processes share one PostgreSQL.',
    { standard: roles.join(',') },
  ),
  CORS_ORIGINS: define(
    list.pipe(
      z.array(z.url({ protocol: /^https?$/, error: 'must be origins such as https://app.example.com' })),
    ),
    'Origins of frontends that live elsewhere, separated by commas.',
  ),
  TRUSTED_PROXIES: define(whole(0, 10, 0), 'Reverse proxies in front, whose X-Forwarded-For is believed.', {
    standard: '0',
  }),
  METRICS_PORT: define(
    z.coerce.number().int().min(0).max(65_535).optional(),
    'Port of Prometheus metrics at `/metrics`, on the same address; off unless set.',
  ),
  LOG_LEVEL: define(
    z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
      .optional(),
    'Least severity that is logged; `info` for JSON and `warn` for text unless set.',
  ),
  LOG_FORMAT: define(
    z.enum(['auto', 'json', 'text'], 'must be auto, json or text').default('auto'),
    'JSON lines, or text for people; `auto` is text on a terminal.',
    { standard: 'auto' },
  ),
  QUIET: define(flag(false), 'Prints nothing but problems.', { standard: 'false' }),
  OPERATOR_TOKEN: define(
    z.string().min(24, 'must have at least 24 characters').optional(),
    'Opens catalogue administration to whoever bears it; off unless set.',
    secret,
  ),
  DEFAULT_CURRENCY: define(
    z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be a currency code such as USD')
      .default('USD'),
    'Where neither a document nor the user says another.',
    { standard: 'USD' },
  ),
  DEFAULT_LOCALE: define(
    text().default('en-US'),
    'How amounts and dates are written unless a user says otherwise.',
    { standard: 'en-US' },
  ),
  DEFAULT_TIME_ZONE: define(text().default('UTC'), 'Where days begin unless a user says otherwise.', {
    standard: 'UTC',
  }),
  AWS_REGION: define(text().default('ap-southeast-2'), 'Region of the bucket and the user pool.', {
    standard: 'ap-southeast-2',
  }),
  AWS_ENDPOINT_URL_S3: define(address().optional(), 'An S3-compatible server instead of AWS.'),
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: define(address().optional(), 'A stand-in for Cognito.'),
  S3_BUCKET: define(optionalText(), 'Bucket of uploaded documents; a folder under DATA_DIR unless set.'),
  S3_FORCE_PATH_STYLE: define(
    flag(false),
    'Bucket in the path instead of the host name, for S3-compatible servers.',
    { standard: 'false' },
  ),
  S3_PRESIGNED_URL_EXPIRY_SECONDS: define(whole(1, 604_800, 3600), 'How long a download link works.', {
    standard: '3600',
  }),
  COGNITO_USER_POOL_ID: define(optionalText(), 'User pool; an embedded provider serves unless set.'),
  COGNITO_CLIENT_ID: define(optionalText(), 'App client of the pool, without a secret.'),
  COGNITO_AUTHORITY: define(address().optional(), 'Issuer of the tokens; the pool’s own unless set.'),
  OLLAMA_BASE_URL: define(
    address().default('http://localhost:11434'),
    'Language model server. Replies come from templates while it does not answer.',
    { standard: 'http://localhost:11434' },
  ),
  OLLAMA_MODEL: define(text().default('llama3.2:3b'), 'Chat model.', { standard: 'llama3.2:3b' }),
  OLLAMA_EMBEDDING_MODEL: define(text().default('nomic-embed-text'), 'Embedding model, of 768 dimensions.', {
    standard: 'nomic-embed-text',
  }),
  OLLAMA_TIMEOUT_SECONDS: define(whole(1, 3600, 120), 'Time limit of one call.', { standard: '120' }),
  FEATURE_DOCUMENT_PARSING: define(flag(true), 'Off: uploads answer 503, and the chat says so.', {
    standard: 'true',
  }),
  FEATURE_STREAMING_CHAT: define(flag(true), 'Off: replies arrive whole.', { standard: 'true' }),
  MAX_DOCUMENT_SIZE_MB: define(whole(1, 100, 10), 'Largest document taken.', { standard: '10' }),
  MAX_DOCUMENT_PAGES: define(whole(1, 2000, 200), 'Most pages of a document.', { standard: '200' }),
  DOCUMENT_WORKERS: define(whole(1, 16, 1), 'Reading processes, each with up to 512 MB of memory.', {
    standard: '1',
  }),
  RETENTION_DAYS: define(
    whole(0, 36_500, 0),
    'Conversations and documents untouched for longer are deleted; 0 keeps them.',
    { standard: '0' },
  ),
  SLACK_BOT_TOKEN: define(
    z.string().startsWith('xoxb-', 'must begin with xoxb-').optional(),
    'Slack: the bot’s token.',
    secret,
  ),
  SLACK_APP_TOKEN: define(
    z.string().startsWith('xapp-', 'must begin with xapp-').optional(),
    'Slack: the app’s token, for Socket Mode.',
    secret,
  ),
  SLACK_SIGNING_SECRET: define(optionalText(), 'Slack: for events over HTTP instead of Socket Mode.', secret),
  SLACK_CLIENT_ID: define(
    optionalText(),
    'Slack: the app’s client id, for many workspaces instead of one bot token.',
  ),
  SLACK_CLIENT_SECRET: define(optionalText(), 'Slack: the app’s client secret.', secret),
  SLACK_ENCRYPTION_KEY: define(
    encryptionKeys.optional(),
    'Slack: encrypts the tokens of workspaces. 32 bytes in base64; several, separated by commas: the first encrypts, all decrypt.',
    secret,
  ),
  SLACK_API_URL: define(address().optional(), 'A stand-in for Slack.'),
  DISCORD_TOKEN: define(optionalText(), 'Discord: the bot’s token.', secret),
  DISCORD_SHARDS: define(
    shards.optional(),
    'Discord: the shards of this process, such as `0,1 of 4`; all of them unless set.',
  ),
  DISCORD_API_URL: define(address().optional(), 'A stand-in for Discord.'),
  TEAMS_APP_ID: define(optionalText(), 'Teams: the bot’s app id.'),
  TEAMS_APP_PASSWORD: define(optionalText(), 'Teams: the bot’s client secret.', secret),
  TEAMS_TENANT_ID: define(optionalText(), 'Teams: the tenant of a single-tenant bot.'),
  TEAMS_EMULATOR: define(
    flag(false),
    'Teams: takes unsigned activities from a local emulator, without an app id; refused in production.',
    { standard: 'false' },
  ),
  AMAZON_ACCESS_KEY: define(optionalText(), 'Amazon Creators API: prices.', secret),
  AMAZON_SECRET_KEY: define(optionalText(), 'Amazon Creators API: prices.', secret),
  AMAZON_PARTNER_TAG: define(optionalText(), 'Amazon Creators API: partner tag.'),
  FEATURE_PRICE_PAGES: define(
    flag(false),
    'Reads prices from shops’ public pages, with the next variable only.',
    {
      standard: 'false',
    },
  ),
  PRICE_PAGES_TERMS_ACKNOWLEDGED: define(
    flag(false),
    'The operator has read the terms of those shops and answers for it.',
    { standard: 'false' },
  ),
  YOUTUBE_API_KEY: define(optionalText(), 'YouTube Data API: reviews.', secret),
  GOOGLE_API_KEY: define(optionalText(), 'Google Custom Search: reviews.', secret),
  GOOGLE_SEARCH_ENGINE_ID: define(optionalText(), 'Google Custom Search: the search engine.'),
  EXCHANGE_RATES_URL: define(
    z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' }).optional(),
    'Exchange rates in the European Central Bank’s format; without it a small dated table serves.',
  ),
});
