import { type DestinationStream, pino } from 'pino';
import { z } from 'zod';
import type { Logger } from '../../core/ports/runtime.js';
import { currentCorrelation } from './correlation.js';

export interface LoggerOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** JSON lines for machines, or a short line each for people. */
  readonly format: 'json' | 'text';
  /** Where the lines go. */
  readonly write: (line: string) => void;
}

/** Whatever bears one of these names is a secret or somebody's own words, wherever it stands in the fields. */
const hidden = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'secret',
  'code',
  'text',
  'content',
  'email',
  'fileName',
  'body',
  'connectionString',
];

/**
 * Structured logging with pino. Errors are logged by type, code and stack without what they carry (a database
 * error quotes the offending row). Secrets and users' words are taken out even where a caller forgot.
 */
export function createLogger(options: LoggerOptions): Logger {
  const destination: DestinationStream =
    options.format === 'json'
      ? { write: options.write }
      : { write: (line) => options.write(renderForPeople(line)) };
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: hidden.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
      serializers: { error: describeError, err: describeError },
      mixin: () => {
        const correlationId = currentCorrelation();
        return correlationId === undefined ? {} : { correlationId };
      },
    },
    destination,
  );
}

interface DescribedError {
  readonly type: string;
  readonly reason?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly cause?: DescribedError;
}

const deepest = 4;

function describeError(error: unknown, depth = 0): DescribedError {
  if (!(typeof error === 'object' && error !== null)) return { type: typeof error };
  const read = (key: string): string | undefined => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' ? value : undefined;
  };
  const cause: unknown = Reflect.get(error, 'cause');
  const code = read('code');
  const message = read('message');
  const stack = read('stack');
  return {
    type: read('name') ?? 'Error',
    // `code` itself is hidden, as confirmation codes are.
    ...(code !== undefined && { reason: code }),
    ...(message !== undefined && { message: firstLine(message) }),
    ...(stack !== undefined && { stack: stack.slice(stack.indexOf('\n    at ') + 1) }),
    ...(cause !== undefined && depth < deepest && { cause: describeError(cause, depth + 1) }),
  };
}

/** Prisma and PostgreSQL put the query and its values into the lines that follow. */
function firstLine(message: string): string {
  return (message.trim().split('\n')[0] ?? '').slice(0, 300);
}

const lineSchema = z.looseObject({
  time: z.string(),
  level: z.string(),
  msg: z.string().default(''),
  error: z.looseObject({ message: z.string().optional(), reason: z.string().optional() }).optional(),
});

function renderForPeople(line: string): string {
  const { time, level, msg, error } = lineSchema.parse(JSON.parse(line));
  const reason = error ? ` (${error.message ?? error.reason ?? 'unknown error'})` : '';
  return `${time.slice(11, 19)} ${level.padEnd(5)} ${msg}${reason}\n`;
}
