import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { MatineeError } from '../core/ports/errors.js';
import { InvalidAmountError } from '../domain/money.js';
import { type ProblemType, problemTypeOf, problemTypes, problemUri } from './problem-types.js';

/** A field that could not be taken: where it stands in the request, and why. */
export interface FieldProblem {
  readonly in: 'body' | 'query' | 'path' | 'header';
  readonly path: string;
  readonly message: string;
}

const fieldProblem = z.strictObject({
  in: z.enum(['body', 'query', 'path', 'header']).meta({ description: 'The part of the request.' }),
  path: z
    .string()
    .meta({ description: 'The field, with dots between levels.', example: 'savingsGoalPercent' }),
  message: z.string().meta({ example: 'Give a number from 0 to 100.' }),
});

/** An error answer as RFC 9457 has it. */
export const problemSchema = z
  .strictObject({
    type: z
      .string()
      .meta({ description: 'Stable. Tell problems apart by this.', example: '/docs#problem-not-found' }),
    title: z.string().meta({ example: 'There is no such thing' }),
    status: z.int().meta({ example: 404 }),
    detail: z
      .string()
      .meta({ description: 'A sentence for the user.', example: 'There is no such document.' }),
    code: z.string().meta({ description: 'Finer than the type; stable too.', example: 'DOCUMENT_NOT_FOUND' }),
    correlationId: z.string().meta({ description: 'The same as in X-Correlation-Id and in the log.' }),
    errors: z.array(fieldProblem).optional().meta({ description: 'Field by field, for 400 and 422.' }),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problemSchema>;

/** Thrown inside the API where the core has no word for it: malformed requests, and limits with a waiting time. */
export class RequestError extends Error {
  readonly problem: ProblemType;
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    problem: ProblemType,
    code: string,
    message: string,
    options: {
      fields?: readonly FieldProblem[];
      headers?: Readonly<Record<string, string>>;
      cause?: unknown;
    } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'RequestError';
    this.problem = problem;
    this.code = code;
    this.fields = options.fields ?? [];
    this.headers = options.headers ?? {};
  }
}

/** What an error looks like to the client; `unexpected` ones belong into the log with their cause. */
export interface PresentedError {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  readonly unexpected: boolean;
}

/** The one mapper from whatever was thrown to a problem. Nothing of an unknown error reaches the client. */
export function presentError(error: unknown, correlationId: string): PresentedError {
  const known = describe(error);
  const { type, code, detail, fields, headers } = known;
  return {
    problem: {
      type: problemUri(type),
      title: type.title,
      status: type.status,
      detail,
      code,
      correlationId,
      ...(fields.length > 0 && { errors: fields.map((field) => ({ ...field })) }),
    },
    headers: { ...defaultHeaders(type), ...headers },
    unexpected: type === problemTypes.internal,
  };
}

interface Described {
  readonly type: ProblemType;
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;
}

function describe(error: unknown): Described {
  if (error instanceof RequestError) {
    return {
      type: error.problem,
      code: error.code,
      detail: error.message,
      fields: error.fields,
      headers: error.headers,
    };
  }
  if (error instanceof MatineeError) {
    const fields = error.fields.map((field) => ({ in: 'body' as const, ...field }));
    const type = problemTypeOf(error.kind, error.code);
    return { type, code: error.code, detail: error.message, fields, headers: {} };
  }
  if (error instanceof InvalidAmountError) {
    return {
      type: problemTypes.invalid,
      code: error.code,
      detail: 'An amount is finer than its currency allows, or too large.',
      fields: [],
      headers: {},
    };
  }
  return fromHttpError(error) ?? unknown;
}

const unknown: Described = {
  type: problemTypes.internal,
  code: 'INTERNAL',
  detail:
    'Something went wrong on our side. Nothing about your request needs to change; try again in a while.',
  fields: [],
  headers: {},
};

const httpError = z.object({ status: z.int().min(400).max(499), type: z.string().optional() });

const bodyProblems: Readonly<Record<string, [ProblemType, string, string]>> = {
  'entity.parse.failed': [problemTypes.badRequest, 'JSON_MALFORMED', 'The body is not valid JSON.'],
  'entity.too.large': [problemTypes['too-large'], 'BODY_TOO_LARGE', 'The body is larger than is taken here.'],
  'encoding.unsupported': [
    problemTypes.unsupportedMediaType,
    'ENCODING_UNSUPPORTED',
    'This Content-Encoding is not taken here. Send the body as it is.',
  ],
  'charset.unsupported': [
    problemTypes.unsupportedMediaType,
    'CHARSET_UNSUPPORTED',
    'Only UTF-8 is taken here.',
  ],
};

/** Errors of Express and its body parser carry a status; their messages may quote the input, so ours stand instead. */
function fromHttpError(error: unknown): Described | null {
  const parsed = httpError.safeParse(error);
  if (!parsed.success) return null;
  const known = bodyProblems[parsed.data.type ?? ''];
  if (known) return { type: known[0], code: known[1], detail: known[2], fields: [], headers: {} };
  const type = Object.values(problemTypes).find((candidate) => candidate.status === parsed.data.status);
  return {
    type: type ?? problemTypes.badRequest,
    code: 'BAD_REQUEST',
    detail: `${STATUS_CODES[parsed.data.status] ?? 'Bad request'}.`,
    fields: [],
    headers: {},
  };
}

function defaultHeaders(type: ProblemType): Record<string, string> {
  if (type.status === 401) return { 'WWW-Authenticate': 'Bearer realm="matinee"' };
  if (type.status === 503) return { 'Retry-After': '5' };
  // The core's own limits are guesses at secrets, counted by the quarter of an hour.
  if (type.status === 429) return { 'Retry-After': '900' };
  return {};
}

/** What zod found, one entry a field; unknown fields are named one by one. */
export function fieldProblems(error: z.ZodError, part: FieldProblem['in']): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        in: part,
        path: [...issue.path, key].join('.'),
        message: 'There is no such field.',
      }));
    }
    return [{ in: part, path: issue.path.join('.'), message: issue.message }];
  });
}
